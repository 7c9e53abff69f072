"""The place in a document that a register's cell is cited by."""

from __future__ import annotations

from functools import lru_cache

from ingest.sentences import sentences
from ingest.types import Span, Text
from pipelines.answer.quote import clip
from pipelines.catalogue.events import Told
from pipelines.register.select import line_of
from pipelines.results import Citation

QUOTE = 420  # characters of a quote


def around(content: str, span: Span) -> Span:
    """The sentence or line that a cell is told in, of a long one the part around it."""
    held = next(
        (s for s in _sentences(content) if s.start <= span.start and span.end <= s.end), None
    )
    return clip(content, held or line_of(content, span), span, QUOTE)


def citation(number: int, told: Told, text: Text, area: Span) -> Citation:
    """A stretch of a telling's document as the citation of that number."""
    return Citation(
        number=number,
        document=told.document,
        source=told.source,
        title=told.title,
        language=told.language,
        page=text.page_at(area.start),
        start=area.start,
        end=area.end,
        quote=area.of(text.content),
    )


@lru_cache(maxsize=64)
def _sentences(content: str) -> tuple[Span, ...]:
    return tuple(sentences(content))
