"""What a question asks of the register: which events, which of their cells, or how many."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.describe.calendar import MONTHS, WEAK_MONTHS
from ingest.gazetteer import countries, fold, nationals
from ingest.register.kinds import FoundKind
from ingest.types import EVENT_KINDS, EventKind, Span
from pipelines.answer.question import Question
from pipelines.query import Term
from pipelines.register import cues as cue
from pipelines.register.cues import Cell
from pipelines.register.nouns import asked_kinds, kinds_meant, without_accents


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: events of these ``kinds`` (all, where empty) that meet every condition.

    ``months`` and ``years`` are of the deadlines where ``closing``, of the opening where
    ``opening``, of the days otherwise. ``terms`` is what the events have to be about besides.
    """

    kinds: frozenset[EventKind]
    cells: tuple[Cell, ...]
    counted: Literal["events", "bodies"] | None = None
    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    projects: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    partner_countries: frozenset[str] = frozenset()
    closing: bool = False
    opening: bool = False
    past: bool = False
    future: bool = False
    cancelled: bool = False
    terms: tuple[Term, ...] = ()


def wanted(question: Question, projects: Collection[str]) -> Wanted | None:
    """What the question asks of the register; None when it is not for a list or count of events.

    ``projects`` are the names that the library knows.
    """
    query = question.query
    text = without_accents(query.text.lower())
    found = asked_kinds(text)
    if cue.TOPIC.match(text):
        return None
    named = {p for p in projects if re.search(rf"(?<!\w){re.escape(fold(p))}(?!\w)", fold(text))}
    cells = _cells(text, found, bool(named))
    counted = _counted(text, found)
    if not cells or not (found or named):
        return None
    if found:
        several = counted or any(_is_plural(text, f) for f in found)
        if not several and not (cue.PLURAL_BODY.search(text) and _of_any(text, found)):
            return None
    elif cells[0] != "partners" or not (question.plural or cue.PLURAL_BODY.search(text)):
        return None
    kinds = frozenset(k for f in found for k in kinds_meant(f.kind) if f.kind != "other")
    if "agreement" in kinds:
        kinds = frozenset({"agreement"})
    elif not found:
        kinds = frozenset(EVENT_KINDS) - {"agreement"}
    elif not kinds:
        kinds = frozenset(EVENT_KINDS) - {"call", "agreement"}
    lands = _countries(text)
    months = _months(text)
    spent = [f.span for f in found]
    terms = tuple(
        term
        for term, weight in zip(query.terms, question.weights, strict=True)
        if weight >= 1 and not _spent(term, text, spent, named, lands, months)
    )
    calls = kinds == {"call"}
    return Wanted(
        kinds=kinds,
        cells=cells,
        counted=counted,
        years=frozenset(int(y) for y in cue.YEAR.findall(text)),
        months=frozenset(months.values()),
        projects=frozenset(named),
        countries=frozenset(code for code, partner in lands.values() if not partner),
        partner_countries=frozenset(code for code, partner in lands.values() if partner),
        closing="deadline" in cells and (calls or "date" not in cells),
        opening=calls and bool(cue.OPENED.search(text)),
        past=question.past and not cue.FUTURE.search(text),
        future=bool(cue.FUTURE.search(text)),
        cancelled=bool(cue.CANCELLED.search(text)),
        terms=terms,
    )


def _cells(text: str, found: tuple[FoundKind, ...], project: bool) -> tuple[Cell, ...]:
    """The cells asked for in the order they are; none where something else is asked."""
    places: dict[Cell, int] = {}
    who = cue.WHO.search(text)
    if who:
        role = next(((cell, m) for cell, p in cue.ROLES if (m := p.search(text))), None)
        if role is None:
            return ()
        places[role[0]] = who.start()
    for cell, pattern in cue.CELLS:
        if cell == "date" and "deadline" in places:
            continue
        if match := pattern.search(text):
            places[cell] = match.start()
    noun = next((f for f in found if cue.LISTED.search(text[: f.span.start])), None)
    noun = noun or next((f for f in found if _is_counted(text, f)), None)
    if noun is not None and not who:
        places.setdefault("event", noun.span.start)
    if not who and noun is None and not {"projects", "place", "date", "deadline"} & set(places):
        return ()
    if who and "partners" in places and not (found or project):
        return ()
    return tuple(sorted(places, key=lambda cell: places[cell]))


def _counted(text: str, found: tuple[FoundKind, ...]) -> Literal["events", "bodies"] | None:
    if any(_is_counted(text, f) for f in found):
        return "events"
    return "bodies" if found and cue.COUNTED_BODY.search(text) else None


def _is_counted(text: str, noun: FoundKind) -> bool:
    """Whether "how many" stands right before the noun, and not before another one."""
    match = cue.COUNTED.search(text[: noun.span.start])
    return match is not None and not cue.NOT_BETWEEN.search(match["between"])


def _is_plural(text: str, noun: FoundKind) -> bool:
    """Whether a noun means several events: "visites d'étude", "staff exchanges"."""
    surface = noun.span.of(text)
    head = cue.OF.split(surface, maxsplit=1)[0].split()
    return any(word.endswith(("s", "x")) for word in (head[0], head[-1]))


def _of_any(text: str, found: tuple[FoundKind, ...]) -> bool:
    """Whether one event of any is meant: "which clusters hosted a study visit"."""
    return any(cue.ANY_ONE.search(text[: f.span.start]) for f in found)


def _months(text: str) -> dict[str, int]:
    """Months by the word that names them: "in March", "en mai 2023", never "may" the verb."""
    found = {}
    for match in re.finditer(r"[a-z]{3,9}", text):
        word = match[0]
        number = next((n for w, n in MONTHS.items() if without_accents(w) == word), None)
        if number is None:
            continue
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1]
        follows = re.match(r"[ ](?:of )?(?:19|20)\d\d", text[match.end() :])
        told = before in ("in", "en", "of", "de", "fin", "mid", "during", "by", "for", "mois")
        if follows or told or (word not in WEAK_MONTHS and word not in ("mai",)):
            found[word] = number
    return found


def _countries(text: str) -> dict[str, tuple[str, bool]]:
    """Countries by the words that name them, and whether they are a partner's."""
    found: dict[str, tuple[str, bool]] = {}
    words = [(m[0], m.start()) for m in re.finditer(r"[a-z]+(?:['’-][a-z]+)*", text)]
    table = {fold(name): code for name, code in nationals().items()}
    for size in (3, 2, 1):
        for index in range(len(words) - size + 1):
            name = fold(" ".join(word for word, _ in words[index : index + size]))
            code = countries().get(name) or (table.get(name) if size == 1 else None)
            if code and len(name) > 3 and not any(name in known for known in found):
                before = text[: words[index][1]]
                adjective = name in table and name not in countries()
                found[name] = (code, adjective and bool(cue.PARTNER_OF.search(before)))
                if adjective and re.match(
                    r"[ ](?:partners?|clusters?)\b", text[words[index][1] + len(name) :]
                ):
                    found[name] = (code, True)
    return found


def _spent(
    term: Term,
    text: str,
    nouns: Sequence[Span],
    named: Collection[str],
    lands: Collection[str],
    months: Collection[str],
) -> bool:
    """Whether a term has had its say already: noun, role, month, country or project."""
    word = fold(term.text)
    if any(span.start < term.end and term.start < span.end for span in nouns):
        return True
    if cue.YEAR.fullmatch(word) or word in months or any(word in land.split() for land in lands):
        return True
    if any(word in fold(name).split() or word == fold(name) for name in named):
        return True
    return all(cue.SPENT.match(part) or cue.DEFINED.match(part) for part in word.split())
