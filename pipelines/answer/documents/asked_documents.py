"""What a question for documents asks: of what they have to speak, of which type, year and language.

"Which reports from 2022 speak of X?", "avez-vous des notes sur X ?", "where can I read about X?"
are for documents; what documents say of X, what has to be sent in, how many there are, are not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ingest.types import DocumentType, Language, Span
from pipelines.answer.documents.cues_documents import (
    ABOUT,
    ALL_OF_THEM,
    AND_ASKED,
    ANYTHING,
    CLAUSE,
    DENIED,
    HEADED,
    IN_LANGUAGE,
    IN_TIME,
    IN_WHICH,
    NARROWS,
    NOUNS,
    SAID_OF,
    SEVERAL,
    SORTS,
    WHERE,
    WHICH,
    WRITTEN,
)
from pipelines.register.nouns import asked_kinds, blanked, without_accents


@dataclass(frozen=True, slots=True)
class Sought:
    """Where in the question what documents have to speak of stands; one of the ``topics`` will do,
    and without any all documents of the type are asked for.

    ``type``, ``years`` and ``language`` are what they are narrowed to; ``years`` None by none.
    Where titles say the ``sort``, these are meant alone.
    """

    topics: tuple[tuple[Span, ...], ...]
    type: DocumentType | None
    years: tuple[str, ...] | None
    language: Language | None
    sort: re.Pattern[str] | None = None


def sought(text: str, language: Language, years: Collection[str]) -> Sought | None:
    """The documents a question of this ``language`` asks for; None for any other question.
    ``years`` are those that the library's documents are of."""
    low = without_accents(text.lower())
    found = _topic(low)
    if found is None:
        return _all_of_type(low, years)
    spans, noun = found
    said = _blank_but(low, spans)
    if DENIED.search(said) or AND_ASKED.search(said):
        return None
    spoken = next((name for name, p in IN_LANGUAGE.items() if p.search(low)), None)
    cut = [Span(*m.span()) for p in (*IN_LANGUAGE.values(), WRITTEN) for m in p.finditer(low)]
    times = list(IN_TIME.finditer(said))
    chosen = years_meant(times, years)
    cut += [Span(*match.span()) for match in times]
    left = blanked(said, cut)
    parts = [
        tuple(part for span in spans if (part := _meet(span, start, end)))
        for start, end in _either(left, language)
    ]
    topics = tuple(
        kept
        for part in parts
        if (kept := tuple(piece for span in part for piece in _without(span, cut)))
    )
    return Sought(topics, _type(noun), chosen, spoken) if topics else None


def _all_of_type(low: str, years: Collection[str]) -> Sought | None:
    """All documents of a type, of the years and the language that are named: "list the position
    papers from 2023". None where the question says more of them."""
    match = WHICH.match(low) or HEADED.match(low)
    kind = _type(match["noun"]) if match else None
    if match is None or kind is None or not SEVERAL.fullmatch(match["noun"]):
        return None
    left = f" {low[match.end() :]}"
    chosen = years_meant(IN_TIME.finditer(left), years)
    spoken = next((name for name, p in IN_LANGUAGE.items() if p.search(left)), None)
    for pattern in (WRITTEN, IN_TIME, *IN_LANGUAGE.values()):
        left = pattern.sub(" ", left)
    sort = next((p for p in SORTS if p.fullmatch(match["noun"])), None)
    return Sought((), kind, chosen, spoken, sort) if ALL_OF_THEM.fullmatch(left) else None


def _topic(low: str) -> tuple[tuple[Span, ...], str] | None:
    """Where the topic stands, and what the documents are called."""
    for pattern in (*IN_WHICH, *WHERE, *ANYTHING):
        if match := pattern.match(low):
            topic = Span(*match.span("topic"))
            if SAID_OF.match(topic.of(low)) or (
                pattern in ANYTHING and CLAUSE.search(topic.of(low))
            ):
                return None
            return (topic,), match.groupdict().get("noun") or ""
    for opening in (WHICH, HEADED):
        match = opening.match(low)
        if match is None:
            continue
        cue = ABOUT.search(low, match.end())
        if cue is None:
            return None
        between = low[match.end() : cue.start()]
        spans = (Span(match.end(), cue.start()), Span(cue.end(), len(low)))
        told = spans[1].of(low)
        if not NARROWS.fullmatch(between) or SAID_OF.match(told.lstrip()):
            return None
        # "The agenda of the meeting on X", "the reports on X were sent to": not what they speak of.
        if not cue["verb"] and (asked_kinds(between) or CLAUSE.search(WRITTEN.sub(" ", told))):
            return None
        return spans, match["noun"]
    return None


def _blank_but(low: str, spans: Collection[Span]) -> str:
    """The text with nothing but what stands in the spans."""
    return "".join(
        c if any(s.start <= place < s.end for s in spans) else " " for place, c in enumerate(low)
    )


def _either(text: str, language: Language) -> list[tuple[int, int]]:
    """The stretches between "or" and "or"."""
    marks = [m.span() for m in re.finditer(r"\bou\b" if language == "fr" else r"\bor\b", text)]
    starts = [0, *(end for _, end in marks)]
    return list(zip(starts, [*(start for start, _ in marks), len(text)], strict=True))


def _meet(span: Span, start: int, end: int) -> Span | None:
    first, last = max(span.start, start), min(span.end, end)
    return Span(first, last) if first < last else None


def _without(span: Span, cut: Collection[Span]) -> list[Span]:
    """What is left of a span."""
    left = [span]
    for out in cut:
        left = [
            piece
            for one in left
            for piece in (
                Span(one.start, min(one.end, out.start)),
                Span(max(one.start, out.end), one.end),
            )
            if piece.start < piece.end
        ]
    return left


def years_meant(times: Iterable[re.Match[str]], known: Collection[str]) -> tuple[str, ...] | None:
    """The years that all of the times named mean, of those ``known``; None where none is named."""
    chosen: tuple[str, ...] | None = None
    for time in times:
        meant = _years(time, known)
        chosen = meant if chosen is None else tuple(y for y in chosen if y in meant)
    return chosen


def _years(match: re.Match[str], known: Collection[str]) -> tuple[str, ...]:
    """The years meant: "since 2021", "before 2020", "between 2019 and 2021", "in 2022 or 2023"."""
    first = match["year"]
    last = match["other"] or first
    how = match["how"]
    if re.match(r"since|depuis|a partir", how) or match.group().endswith("onwards"):
        return tuple(y for y in known if y >= first)
    if re.match(r"after|apres", how):
        return tuple(y for y in known if y > first)
    if re.match(r"before|avant", how):
        return tuple(y for y in known if y < first)
    if match["other"] and re.match(r"between|entre|from|de", how):
        return tuple(y for y in known if first <= y <= last)
    return tuple(dict.fromkeys((first, last)))


def _type(noun: str) -> DocumentType | None:
    return next((kind for kind, pattern in NOUNS if re.fullmatch(pattern, noun)), None)
