"""What a question calls events: the nouns of documents without their accents, and plainer ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import Final

from ingest.register.kinds import NOUNS, FoundKind
from ingest.types import EVENT_KINDS, EventKind, Span
from pipelines.register.cues import JOINED


def without_accents(text: str) -> str:
    """``text`` without its accents, character for character."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """``text`` with a word that means nothing in place of each span, as long as it."""
    for span in spans:
        text = text[: span.start] + "x" * (span.end - span.start) + text[span.end :]
    return text


def without(text: str, pattern: re.Pattern[str]) -> str:
    """``text`` with all that ``pattern`` matches `blanked`."""
    return blanked(text, (Span(*match.span()) for match in pattern.finditer(text)))


_BEFORE_NOUNS: Final[tuple[EventKind, str]] = (  # "journée" alone is a conference
    "matchmaking",
    r"(?:journees?|evenements?|salons?) (?:b2b|btob|b to b)"
    r"|(?:b2b|btob|b to b) (?:days?|events?)|business meeting days?"
    r"|journees? de (?:rencontres?|rendez[- ]vous) (?:d['’]affaires|b2b)",
)
_ASKED: Final[tuple[tuple[EventKind, str], ...]] = (
    ("kick_off", r"launches|lancements?|the (?:[\w-]+ )?launch"),
    ("call", r"calls?|appels?"),
    ("exchange", r"exchanges?|echanges?"),
    ("visit", r"visits?|visites?|delegations?"),
    ("mission", r"missions?"),
    ("training", r"trainings?|semaines? de formation|formations?"),
    ("conference", r"rencontres(?! (?:b2b|bilaterales|individuelles))|congresses|journees?"),
    ("fair", r"fairs?|salons?|expos?"),
    (
        "meeting",
        r"conseils? d['’]administration|petits[- ]dejeuners|breakfasts|soirees|diners|dinners"
        r"|networking evenings",
    ),
)
_PARTICIPLE: Final = re.compile(r"ée?s?$")
_ANY: Final = re.compile(r"\b(?:events?|evenements?|manifestations?)(?!\w)")
_WIDER: Final[dict[EventKind, frozenset[EventKind]]] = {
    "exchange": frozenset({"exchange", "staff_exchange"}),
    "meeting": frozenset({"meeting", "kick_off", "closing"}),
    "conference": frozenset({"conference", "closing"}),
}
# What French calls a meeting, a conference or a day of business meetings alike.
_RENCONTRES: Final = frozenset[EventKind]({"matchmaking", "conference"})
_PLAIN_TABLE: Final = tuple(
    (kind, re.compile(rf"\b(?:{without_accents(nouns)})(?!\w)"))
    for kind, nouns in (_BEFORE_NOUNS, *NOUNS, *_ASKED)
    if kind != "other"  # of which "events" are asked for
)


def asked_kinds(text: str) -> tuple[FoundKind, ...]:
    """The event nouns of a question, in lower case and with no accents, in order of place.

    A question says "calls" or "échanges" where a document would say more. "Events" of no kind are
    of kind "other".
    """
    found: list[FoundKind] = []
    for kind, pattern in _PLAIN_TABLE:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(f.span.meets(span) for f in found):
                found.append(FoundKind(kind, span))
    found += [FoundKind("other", Span(*match.span())) for match in _ANY.finditer(text)]
    return tuple(sorted(found, key=lambda f: f.span))


def kinds_meant(kind: EventKind) -> frozenset[EventKind]:
    """The kinds that a question for one takes in: an exchange of staff is an exchange as well."""
    return _WIDER.get(kind, frozenset({kind}))


def kinds_called(noun: FoundKind, text: str) -> frozenset[EventKind]:
    """The kinds that a noun of a question takes in, as it stands in ``text``."""
    kinds = kinds_meant(noun.kind)
    return kinds | _RENCONTRES if noun.span.of(text) in ("rencontre", "rencontres") else kinds


def is_verb(original: str, span: Span) -> bool:
    """Whether what reads as a noun without its accents is a verb with them: "visités"."""
    word = span.of(original).lower().rsplit(" ", 1)[-1]
    return bool(_PARTICIPLE.search(word)) and not word.startswith(
        ("journée", "assemblée", "d'été", "d’été")
    )


def kinds_asked(
    found: tuple[FoundKind, ...], text: str, narrow: Collection[EventKind]
) -> frozenset[EventKind]:
    """The kinds that are asked for: of "events" joined to some kind, that kind and all others. One
    that is asked for by a ``narrow`` noun takes no other in."""
    every = frozenset(EVENT_KINDS) - {"call", "agreement"}
    if not found:
        return every | {"call"}
    kinds = frozenset(
        k
        for f in found
        for k in ({f.kind} if f.kind in narrow else kinds_called(f, text))
        if f.kind != "other"
    )
    joined = [
        (one, two)
        for one, two in pairwise(found)
        if JOINED.fullmatch(text[one.span.end : two.span.start])
    ]
    if any("other" in (one.kind, two.kind) for one, two in joined):
        return every | kinds
    if "agreement" in kinds and not any("agreement" in (a.kind, b.kind) for a, b in joined):
        return frozenset({"agreement"})
    return kinds or every
