"""Put the lines of paged documents back together: paragraphs, headings, page offsets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ingest.clean import is_furniture
from ingest.errors import ReadError
from ingest.read.blocks import facts, filled
from ingest.read.headings import guess, looks_like_heading
from ingest.read.limits import Limits
from ingest.sentences import is_item, label
from ingest.types import Heading, Span, Text

_NUMBER: Final = re.compile(
    r"[-–—|• ]*(?:p(?:age|\.)? ?)?\d{1,4}(?: ?(?:/|of|sur|de|\|) ?\d{1,4})?[-–—|• ]*", re.IGNORECASE
)
_COUNTED: Final = re.compile(r"[ |–—-]\d{1,3}(?: ?/ ?\d{1,3})?$")
_MARGIN: Final = 0.09  # of the page's height, where headers, footers and page numbers stand
_EDGE_LINES: Final = 3
_TERMINAL: Final = ".!?:;…»"
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in points from the lower left corner; ``hyphen`` if it ends in one."""

    text: str
    hyphen: bool = False
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    page_height: float = 0.0


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    pages: list[int] = field(default_factory=list)  # page of each line

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def compose(
    pages: Sequence[Sequence[Line]],
    metadata: Mapping[str, str],
    limits: Limits,
    form: str = "pdf",
) -> Text:
    """One text of all pages, without what is repeated at their edges."""
    bodies = _without_edges(pages)
    paragraphs = [
        paragraph for paragraph in _paragraphs(bodies) if not is_furniture(paragraph.text)
    ]
    compounds = _compounds(bodies)
    starts: list[int | None] = [None] * len(pages)
    spans: list[Span] = []
    parts: list[str] = []
    size = 0
    listed = False
    for paragraph in paragraphs:
        item = is_item(paragraph.text)
        if parts:
            gap = "\n" if item and listed else "\n\n"
            parts.append(gap)
            size += len(gap)
        listed = item
        begin = size
        for line, after, page in zip(
            paragraph.lines, (*paragraph.lines[1:], None), paragraph.pages, strict=True
        ):
            if starts[page] is None:
                starts[page] = size
            text = _joined(line, after, compounds)
            parts.append(text)
            size += len(text)
        spans.append(Span(begin, size))
        if size > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    content = "".join(parts)
    headings = _headings(paragraphs, spans) or guess(content)
    return Text(content, form, filled(starts, size), headings, facts(metadata))


def _without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without repeated headers and footers and without page numbers."""
    body = _body_size(line for page in pages for line in page)
    seen = Counter(
        key for page in pages for key in {_key(line) for line in page if _in_margin(line)}
    )
    often = max(2.0, 0.5 * len(pages))
    titles = {line.text.casefold() for page in pages for line in page if line.size > body}

    def is_edge(line: Line) -> bool:
        if not _in_margin(line) or line.size > 1.1 * body:
            return False
        small = line.size < 0.95 * body
        running = small and (_COUNTED.search(line.text) or line.text.casefold() in titles)
        return seen[_key(line)] >= often or bool(running or _NUMBER.fullmatch(line.text))

    kept = []
    for page in pages:
        dropped = set()
        by_height = sorted(page, key=lambda line: line.bottom)
        for outermost in (by_height[:_EDGE_LINES], by_height[: -_EDGE_LINES - 1 : -1]):
            for line in outermost:
                if not is_edge(line):
                    break  # what is further in belongs to the text
                dropped.add(id(line))
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _body_size(lines: Iterable[Line]) -> float:
    """The size that most of the text is set in."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _key(line: Line) -> tuple[str, float]:
    """What repeated lines share: their words, whatever the number of the page, and their size."""
    return re.sub(r"\d+", "#", line.text.casefold()), line.size


def _in_margin(line: Line) -> bool:
    if not line.page_height:
        return False
    place = line.bottom / line.page_height
    return place < _MARGIN or place > 1 - _MARGIN


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[_Paragraph]:
    leading = _leading(pages)
    current: _Paragraph | None = None
    for number, page in enumerate(pages):
        margin = max((line.right for line in page), default=0.0)
        for position, line in enumerate(page):
            before = current.lines[-1] if current else None
            first = position == 0
            if current is None or before is None or _breaks(before, line, first, margin, leading):
                if current is not None:
                    yield current
                current = _Paragraph([line], [number])
            else:
                current.lines.append(line)
                current.pages.append(number)
    if current is not None:
        yield current


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """The most common distance between two lines, in sizes of their font."""
    steps = Counter(
        round((before.bottom - line.bottom) / line.size, 1)
        for page in pages
        for before, line in pairwise(page)
        if line.size and before.size == line.size and before.bottom > line.bottom
    )
    return max(1.0, min(2.2, steps.most_common(1)[0][0])) if steps else 1.2


def _breaks(before: Line, line: Line, new_page: bool, margin: float, leading: float) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if is_item(before.text[:2] + " x") and len(before.text) <= 2:
        return False  # a bullet set apart from its item
    if is_item(line.text[:2] + " x") or is_item(line.text) or abs(before.size - line.size) > 0.8:
        return True
    if before.hyphen:
        return False
    opening = line.text.lstrip("«“\"'(")[:1]
    ended = before.text[-1] in _TERMINAL
    if new_page or line.bottom > before.bottom + line.size:  # the next page, or the next column
        return ended or not opening.islower()
    if before.bold != line.bold and (opening.isupper() or ended):
        return True
    step = before.bottom - line.bottom
    if line.size and step > (leading + 0.35) * line.size:
        return not (opening.islower() and not ended and step < 2 * leading * line.size)
    short = margin > 0 and before.right < margin - 0.12 * (margin - min(before.left, line.left))
    if short and (ended or opening.isupper() or opening.isdigit()):
        return True
    return bool(label(line.text) and label(before.text))


def _compounds(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Words the document writes within a line: they tell "pro-jets" from "franco-allemand"."""
    return frozenset(
        word.lower() for page in pages for line in page for word in _WORD.findall(line.text)
    )


def _joined(line: Line, after: Line | None, words: frozenset[str]) -> str:
    """The line with what joins it to the one after: a blank, a hyphen or nothing."""
    text = line.text
    if after is None:
        return text.rstrip("\u00ad") + ("-" if line.hyphen and text[-1:] != "-" else "")
    if not line.hyphen and not re.search(r"[^\W\d_]{2}-$", text):
        return text + " "
    text = text.removesuffix("-")
    left = re.search(r"[\w-]*$", text)
    right = re.match(r"[\w-]*", after.text)
    head, tail = left.group() if left else "", right.group() if right else ""
    if not tail[:1].islower() or "-" in head or "-" in tail:
        return text + "-"  # Rhône-Alpes, Hauts-de-France
    if f"{head}-{tail}".lower() in words and f"{head}{tail}".lower() not in words:
        return text + "-"
    return text


def _headings(paragraphs: Sequence[_Paragraph], spans: Sequence[Span]) -> tuple[Heading, ...]:
    """Paragraphs set larger than the text, or in bold and looking like headings."""
    body = _body_size(line for paragraph in paragraphs for line in paragraph.lines)
    found: list[tuple[Span, float]] = []
    # The last paragraph announces nothing, so it is none.
    for paragraph, span, after in zip(paragraphs, spans, paragraphs[1:], strict=False):
        size, text = paragraph.lines[0].size, paragraph.text
        if len(text) > 200 or text[-1] in ",;" or text.startswith(("•", "-", "–")):
            continue
        if not any(map(str.isalpha, text)):
            continue
        if size >= 1.15 * body and text[-1] != ".":
            found.append((span, size))
            continue
        stands_out = paragraph.lines[0].bold and size >= 0.95 * body
        if stands_out and not after.lines[0].bold and looks_like_heading(text):
            found.append((span, body))
    ranks = sorted({round(size) for _, size in found}, reverse=True)
    return tuple(Heading(span, ranks.index(round(size)) + 1) for span, size in found)
