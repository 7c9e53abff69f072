"""Nouns that mean less than their kind: general assemblies are meetings, and not all meetings are.

A question for one of them is for the events that some document calls so, in either language.
Matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.register.kinds import FoundKind
from ingest.types import EventKind, Language, Span
from pipelines.register.nouns import without_accents
from pipelines.register.row import Row
from pipelines.register.texts import Texts


@dataclass(frozen=True, slots=True)
class Narrow:
    """Nouns that mean one sort of a kind, and that sort's name: one and several in English, then
    in French. What is of a ``vague`` sort may be told without its kind: minutes of a board."""

    kind: EventKind
    nouns: str
    names: tuple[str, str, str, str]
    vague: bool = False

    @property
    def kinds(self) -> frozenset[EventKind]:
        """The kinds that one may be told as."""
        return frozenset((self.kind, "other")) if self.vague else frozenset((self.kind,))

    def pattern(self) -> re.Pattern[str]:
        """What calls an event so."""
        return re.compile(rf"\b(?:{self.nouns})(?!\w)")

    def name(self, language: Language, number: int) -> str:
        """What so many of them are called."""
        one, many, un, plusieurs = self.names
        if language == "fr":
            return un if number < 2 else plusieurs
        return one if number == 1 else many


NARROW: Final = (
    Narrow(
        "meeting",
        r"steering (?:committees?|groups?|boards?)(?: meetings?)?"
        r"|(?:reunions? d[eu]s? )?comites? de pilotage|copils?",
        (
            "steering committee meeting",
            "steering committee meetings",
            "comité de pilotage",
            "comités de pilotage",
        ),
    ),
    Narrow(
        "meeting",
        r"(?:general|annual) (?:assembl(?:y|ies)|general meetings?)|general meetings?"
        r"|assemblees? generales?",
        ("general assembly", "general assemblies", "assemblée générale", "assemblées générales"),
    ),
    Narrow(
        "meeting",
        r"plenar(?:y|ies)(?: (?:meetings?|sessions?))?|(?:reunions?|seances?|sessions?) plenieres?"
        r"|plenieres?",
        ("plenary meeting", "plenary meetings", "réunion plénière", "réunions plénières"),
    ),
    Narrow(
        "meeting",
        r"info(?:rmation)? (?:sessions?|meetings?)"
        r"|(?:sessions?|reunions?|seances?) d['’]info(?:rmation)?s?",
        (
            "information session",
            "information sessions",
            "réunion d'information",
            "réunions d'information",
        ),
    ),
    Narrow(
        "meeting",
        r"(?:meetings? of (?:the|its|our) )?boards? of directors(?: meetings?)?"
        r"|(?:management |executive |governing )?board meetings?|meetings? of (?:the|its|our) board"
        r"|(?:(?:reunions?|seances?) d[eu]s? )?conseils? d['’]administration",
        ("board meeting", "board meetings", "conseil d'administration",
         "conseils d'administration"),
        vague=True,
    ),
    Narrow(
        "meeting",
        r"reunions? d[eu]s? bureaux?|bureau meetings?|meetings? of the bureau",
        ("bureau meeting", "bureau meetings", "réunion du bureau", "réunions du bureau"),
        vague=True,
    ),
    Narrow(
        "meeting",
        r"consortium meetings?|reunions? (?:de |du )?consortium",
        ("consortium meeting", "consortium meetings", "réunion de consortium",
         "réunions de consortium"),
    ),
    Narrow(
        "meeting",
        r"breakfasts?(?: (?:briefings?|meetings?|events?|seminars?|talks?|debates?|sessions?))?"
        r"|(?:business|networking|members['’]?) breakfasts?"
        r"|petits?[- ]dejeuners?(?:[ -](?:d['’]\w+|de[s ]|du |debats?|thematiques?|techniques?))?"
        r"|matinales?",
        ("breakfast meeting", "breakfast meetings", "petit-déjeuner", "petits-déjeuners"),
    ),
    Narrow(
        "meeting",
        r"(?:networking|gala|annual|business|members['’]?|partners['’]?) dinners?|dinners?"
        r"|diners?(?:[ -](?:d['’]\w+|de \w+|debats?|annuels?|networking|des \w+))?",
        ("dinner", "dinners", "dîner", "dîners"),
    ),
    Narrow(
        "meeting",
        r"after-?works?|evening (?:events?|talks?)|networking (?:events?|evenings?)"
        r"|soirees?(?:[ -](?:d['’]\w+|de \w+|des \w+|debats?|annuelles?|networking))?",
        ("evening event", "evening events", "soirée", "soirées"),
    ),
    Narrow(
        "training",
        r"training weeks?|semaines? de formation",
        ("training week", "training weeks", "semaine de formation", "semaines de formation"),
    ),
    Narrow(
        "training",
        r"training days?|journees? de formation",
        ("training day", "training days", "journée de formation", "journées de formation"),
    ),
    Narrow(
        "training",
        r"summer schools?|ecoles? d['’]ete",
        ("summer school", "summer schools", "école d'été", "écoles d'été"),
    ),
    Narrow(
        "training",
        r"boot ?camps?",
        ("boot camp", "boot camps", "boot camp", "boot camps"),
    ),
    Narrow(
        "training",
        r"master ?class(?:es)?",
        ("master class", "master classes", "master class", "master class"),
    ),
    Narrow(
        "workshop",
        r"hackathons?",
        ("hackathon", "hackathons", "hackathon", "hackathons"),
    ),
    Narrow(
        "workshop",
        r"round[- ]?tables?|tables? rondes?",
        ("round table", "round tables", "table ronde", "tables rondes"),
    ),
    Narrow(
        "conference",
        r"seminars?|seminaires?",
        ("seminar", "seminars", "séminaire", "séminaires"),
    ),
    Narrow(
        "conference",
        r"summits?|sommets?",
        ("summit", "summits", "sommet", "sommets"),
    ),
    Narrow(
        "conference",
        r"(?:technology|technical|demo(?:nstration)?) days?"
        r"|journees? (?:techniques?|technologiques?|de demonstration)",
        ("technology day", "technology days", "journée technique", "journées techniques"),
    ),
    Narrow(
        "conference",
        r"open days?|journees? portes ouvertes",
        ("open day", "open days", "journée portes ouvertes", "journées portes ouvertes"),
    ),
)  # fmt: skip
_PATTERNS: Final = tuple(narrow.pattern() for narrow in NARROW)


def sorts_in(text: str) -> list[tuple[Narrow, Span]]:
    """The narrow nouns of a text in lower case without accents, each with where it stands."""
    return [
        (narrow, Span(*match.span()))
        for narrow, pattern in zip(NARROW, _PATTERNS, strict=True)
        for match in pattern.finditer(text)
    ]


def narrow_in(text: str, found: Sequence[FoundKind]) -> tuple[tuple[Narrow, ...], tuple[Span, ...]]:
    """What narrows the kinds that a question asks for, and where it says so.

    Nothing does where the kind is asked for by a plainer noun as well, or events of any kind are.
    """
    spans = sorts_in(text)
    plain = {f.kind for f in found if not any(span.holds(f.span) for _, span in spans)}
    asked = {f.kind for f in found} - plain
    kept = [(n, span) for n, span in spans if n.kind in asked and "other" not in plain]
    return tuple(dict.fromkeys(n for n, _ in kept)), tuple(span for _, span in kept)


def so_called(rows: Iterable[Row], narrow: Sequence[Narrow], texts: Texts) -> Iterator[Row]:
    """The rows that a document calls by one of these nouns, by the event's name or the noun that
    tells its kind, and those of other kinds."""
    kinds = frozenset[EventKind]().union(*(n.kinds for n in narrow))
    patterns = [n.pattern() for n in narrow]
    for row in rows:
        if row.kind not in kinds or any(_says(p, row, texts) for p in patterns):
            yield row


def _says(pattern: re.Pattern[str], row: Row, texts: Texts) -> bool:
    if any(pattern.search(_plain(told.event.name.text)) for told in row.told):
        return True
    nouns = (
        told.event.kind_span.of(texts(told).content) for told in row.told if told.event.kind_span
    )
    return any(pattern.search(_plain(noun)) for noun in nouns)


def _plain(text: str) -> str:
    return without_accents(" ".join(text.lower().split()))
