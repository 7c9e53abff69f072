"""The place in a document that a register's cell is cited by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.sentences import sentences
from ingest.types import Span, Text
from pipelines.answer.telling.quote import clip
from pipelines.register.select import line_of
from pipelines.register.texts import Telling
from pipelines.results import Citation

QUOTE = 420  # characters of a quote
_CITED = 3  # quotes a row at most


@dataclass(slots=True)
class Cites:
    """The citations so far, each place once."""

    text_of: Callable[[Telling], Text]
    found: dict[tuple[str, Span], Citation] = field(default_factory=dict)

    def add(self, told: Sequence[tuple[Telling, Span | None]]) -> tuple[int, ...]:
        """The numbers of the quotes that hold these spans, the first one's first.

        Neighbouring lines of one document make one quote as long as it stays short.
        """
        areas: list[tuple[Telling, Span]] = []
        for telling, span in told:
            if span is None:
                continue
            area = around(self.text_of(telling).content, span)
            for number, (other, held) in enumerate(areas):
                joint = Span(min(held.start, area.start), max(held.end, area.end))
                if other.document == telling.document and joint.end - joint.start <= QUOTE:
                    areas[number] = (other, joint)
                    break
            else:
                areas.append((telling, area))
        return tuple(dict.fromkeys(self._number(*one) for one in areas[:_CITED]))

    def _number(self, told: Telling, span: Span) -> int:
        key = (told.document, span)
        if key not in self.found:
            text = self.text_of(told)
            self.found[key] = citation(len(self.found) + 1, told, text, span)
        return self.found[key].number


def around(content: str, span: Span) -> Span:
    """The sentence or line that a cell is told in, of a long one the part around it."""
    held = next((s for s in _sentences(content) if s.holds(span)), None)
    return clip(content, held or line_of(content, span), span, QUOTE)


def citation(number: int, told: Telling, text: Text, area: Span) -> Citation:
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
