"""Put the lines of paged documents back together: paragraphs, headings, page offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.clean import is_furniture
from ingest.errors import ReadError
from ingest.read.blocks import facts, filled
from ingest.read.headings import guess, looks_like_heading
from ingest.read.limits import Limits
from ingest.read.page_breaks import breaks, margins, usual_leading
from ingest.read.page_edges import without_edges
from ingest.read.page_joins import joined, known_words
from ingest.read.page_lines import Line, body_size
from ingest.sentences import is_item
from ingest.types import Heading, Span, Text


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
    bodies = without_edges(pages)
    paragraphs = [
        paragraph for paragraph in _paragraphs(bodies) if not is_furniture(paragraph.text)
    ]
    words = known_words(line for page in bodies for line in page)
    starts: list[int | None] = [None] * len(pages)
    spans: list[Span] = []
    parts: list[str] = []
    size = 0
    listed = ""
    for paragraph in paragraphs:
        row = paragraph.lines[0].row
        item = "row" if row else "item" if is_item(paragraph.text) else ""
        if parts:
            gap = "\n" if item and item == listed else "\n\n"
            parts.append(gap)
            size += len(gap)
        listed = item
        begin = size
        for line, after, page in zip(
            paragraph.lines, (*paragraph.lines[1:], None), paragraph.pages, strict=True
        ):
            if starts[page] is None:
                starts[page] = size
            text = joined(line, after, words)
            parts.append(text)
            size += len(text)
        spans.append(Span(begin, size))
        if size > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    content = "".join(parts)
    headings = _headings(paragraphs, spans) or _guessed(content, paragraphs, spans)
    return Text(content, form, filled(starts, size), headings, facts(metadata))


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[_Paragraph]:
    leading = usual_leading(pages)
    current: _Paragraph | None = None
    margin = 0.0
    for number, page in enumerate(pages):
        reach = margins(page)
        for position, line in enumerate(page):
            if current and not breaks(current.lines, line, position == 0, margin, leading):
                current.lines.append(line)
                current.pages.append(number)
            else:
                if current is not None:
                    yield current
                current = _Paragraph([line], [number])
            margin = reach.of(line)
    if current is not None:
        yield current


def _guessed(
    content: str, paragraphs: Sequence[_Paragraph], spans: Sequence[Span]
) -> tuple[Heading, ...]:
    """Headings by their words, but for cells of tables and what is set small, as footnotes are."""
    least = 0.95 * body_size(line for paragraph in paragraphs for line in paragraph.lines)
    beside = Counter(
        (page, round(line.bottom))
        for paragraph in paragraphs
        for line, page in zip(paragraph.lines, paragraph.pages, strict=True)
    )
    none = set()
    for paragraph, span in zip(paragraphs, spans, strict=True):
        first = paragraph.lines[0]
        alone = beside[paragraph.pages[0], round(first.bottom)] == 1 or not first.page_height
        if first.row or first.size < least or not alone:
            none.add(span.start)
    return tuple(found for found in guess(content) if found.span.start not in none)


def _headings(paragraphs: Sequence[_Paragraph], spans: Sequence[Span]) -> tuple[Heading, ...]:
    """Paragraphs set larger than the text, or in bold and looking like headings."""
    body = body_size(line for paragraph in paragraphs for line in paragraph.lines)
    found: list[tuple[Span, float]] = []
    # The last paragraph announces nothing, so it is none.
    for paragraph, span, after in zip(paragraphs, spans, paragraphs[1:], strict=False):
        size, text = paragraph.lines[0].size, paragraph.text
        if paragraph.lines[0].row:
            continue
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
