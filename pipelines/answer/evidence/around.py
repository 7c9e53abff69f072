"""What stands around a sentence: the section under a heading, what comes before, headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.types import Span
from pipelines.answer.evidence.imprint import is_imprint
from pipelines.answer.evidence.reading import Reading

_FEW, _SHORT = 10, 700  # sentences and characters of a section that is read as one
_BEFORE, _TAIL = 3, 220  # sentences before, and how many characters of them, that are read


def sections(reading: Reading) -> dict[int, tuple[int, int]]:
    """By where a heading ends, the first of the few sentences or rows that stand under it and the
    one after the last; of headings below the title, which leads to all of the text."""
    starts = [sentence.span.start for sentence in reading.sentences]
    headings = [h for n, h in enumerate(reading.text.headings) if n or h.level > 1]
    ends = [bisect_left(starts, heading.span.start) for heading in headings[1:]]
    found = {}
    for heading, last in zip(headings, [*ends, len(starts)], strict=False):
        first = bisect_left(starts, heading.span.end)
        closing = (n for n in range(first, last) if is_imprint(reading.sentences[n].text))
        last = next(closing, last)
        if 2 <= last - first <= _FEW:
            length = reading.sentences[last - 1].span.end - starts[first]
            if length <= _SHORT:
                found[heading.span.end] = (first, last)
    return found


def before_it(reading: Reading, index: int) -> str:
    """The heading that a sentence stands under, unless that is the title, and the last of the
    sentences between them."""
    start = reading.sentences[index].span.start
    heading = next((h.span for h in reversed(reading.text.headings) if h.span.end <= start), None)
    first = heading.end if heading else 0
    last = reading.sentences[max(0, index - _BEFORE) : index]
    under = [sentence.text for sentence in last if sentence.span.start >= first]
    while len(under) > 1 and sum(map(len, under)) > _TAIL:
        del under[0]
    above = heading.of(reading.text.content) if heading else ""
    if above == reading.description.title.text:
        above = ""
    return ". ".join(filter(None, [above, " ".join(under)[-_TAIL:]]))


def in_any(spans: Sequence[Span], inner: Span) -> bool:
    """Whether one of the spans, in order, has the other in it: "3. Costs" is read as two."""
    at = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].holds(inner)
