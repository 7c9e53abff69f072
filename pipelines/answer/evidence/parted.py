"""Which numbered part of a plan or text ("WP4", "article 5") each sentence of a document is of.

A sentence is of the parts that it names; else of the one that the sentences right before it tell
of, or the heading, or a line like one ("WP4 – Trials"), that it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from ingest.types import Span, Text
from pipelines.answer.asking.question import Ask
from pipelines.answer.evidence.blocks import is_row
from pipelines.answer.evidence.reading import Reading, Sentence
from pipelines.terms.numbercues import FINER
from pipelines.terms.numbered import Part, is_other, meets, numbered, parts_of

_UNDER: Final = 0.85  # what a part is worth that a sentence stands under, as that of its title
_FIRST: Final = 5  # characters before what a sentence begins with: "L'action 2.1"
_BEFORE: Final = (0.75, 0.65, 0.5)  # what one is worth that the sentences before it name
_TITLED: Final = re.compile(r"[ ]?[:–—]|[ ]-[ ]")  # "WP4 – Trials", "Lot 2 : essais"
_MARKS: Final = " \t*_#•–—-"
_SHORT: Final = 100  # characters of a line that stands over what follows it like a heading


def says_part(part: Part, reading: Reading, index: int) -> float:
    """How well a sentence of a document tells of a part, from 0 to 1."""
    sentence = reading.sentences[index]
    for worth, told in (
        (1.0, sentence.bag.parts),
        *zip(_BEFORE, _before(reading.sentences, index), strict=False),
        (_UNDER, _above(reading.text, sentence.span.start)),
        (_UNDER, reading.title.parts),
    ):
        if any(one.kind == part.kind for one in told):
            return worth * meets((part,), told)
    return 0.0


def is_of_other(asked: Collection[Part], ask: Ask, reading: Reading, index: int) -> bool:
    """Whether a sentence is of another part than those asked about: WP3, where WP4 is; or, where a
    fact is asked for, begins with a part of one: "Task 4.1 is led by …" says not who leads WP4."""
    if not asked:
        return False
    sentence = reading.sentences[index]
    kinds = {part.kind for part in asked}
    if ask.kind not in ("topic", "definition") and sentence.bag.parts:
        first, at = next(numbered(sentence.text))
        if at.start <= _FIRST and any(first.kind in FINER.get(kind, ()) for kind in kinds):
            return not meets(asked, sentence.bag.parts)
    for told in (
        sentence.bag.parts,
        _above(reading.text, sentence.span.start),
        reading.title.parts,
    ):
        if any(part.kind in kinds for part in told):
            return is_other(asked, told)
    return False


def without_others(
    asked: Collection[Part], content: str, items: Sequence[Span]
) -> tuple[Span, ...]:
    """The items of a list but those of other parts than the ones asked about."""
    if not asked:
        return tuple(items)
    return tuple(item for item in items if not is_other(asked, parts_of(item.of(content))))


def _before(sentences: Sequence[Sentence], index: int) -> list[frozenset[Part]]:
    """The parts that the sentences before one name, the nearest first; a row of a table has nothing
    of another row."""
    if is_row(sentences[index].text):
        return []
    return [sentences[i].bag.parts for i in range(index - 1, max(-1, index - 4), -1)]


def _above(text: Text, start: int) -> frozenset[Part]:
    """The parts that the headings over a place name, the nearest heading of each kind."""
    told: dict[str, frozenset[Part]] = {}
    for place, parts in reversed(_leads(text)):
        if place.start <= start < place.end:
            for kind in {part.kind for part in parts}:
                told.setdefault(kind, frozenset(p for p in parts if p.kind == kind))
    return frozenset().union(*told.values())


@lru_cache(maxsize=256)
def _leads(text: Text) -> tuple[tuple[Span, frozenset[Part]], ...]:
    """The headings, and lines that begin with a part's name, that name parts; each with what
    stands under it."""
    content, headings = text.content, text.headings
    found = []
    for number, heading in enumerate(headings):
        if parts := parts_of(heading.span.of(content)):
            after = (h for h in headings[number + 1 :] if h.level <= heading.level)
            end = next((h.span.start for h in after), len(content))
            found.append((Span(heading.span.start, end), parts))
    titled = [
        (part, at)
        for part, at in numbered(content)
        if _TITLED.match(content, at.end)
        and not content[content.rfind("\n", 0, at.start) + 1 : at.start].strip(_MARKS)
    ]
    for number, (part, at) in enumerate(titled):
        ends = [other.start for one, other in titled[number + 1 :] if one.kind == part.kind][:1]
        ends += [heading.span.start for heading in headings if heading.span.start > at.end][:1]
        line = content[at.start : at.start + 2 * _SHORT].partition("\n")[0].rstrip(_MARKS)
        if line.endswith(".") or len(line) > _SHORT:  # it tells of the part itself
            ends += [blank] if (blank := content.find("\n\n", at.end)) >= 0 else []
        found.append((Span(at.start, min(ends, default=len(content))), frozenset({part})))
    return tuple(sorted(found, key=lambda lead: lead[0]))
