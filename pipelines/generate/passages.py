"""The numbered passages that a model writes from, which are the only ones that it can cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.types import Language, Span
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.generate.instructions import instructions
from pipelines.results import Reply
from pipelines.retrieval.retrieve import Retrieved
from pipelines.verify.reply import contexts

if TYPE_CHECKING:
    from ingest.types import Text
    from pipelines.library import Library

MOST_ROWS = 24  # quotes of a list from the register


@dataclass(frozen=True, slots=True)
class Given:
    """A passage as it is given to the model, under a number; ``withheld`` are parts it isn't shown.

    ``context`` is what the document's description says, against which statements are checked too.
    """

    number: int
    record: Record
    text: Text
    span: Span
    language: Language
    context: str
    withheld: tuple[Span, ...]

    @property
    def shown(self) -> str:
        """The passage's text without what it withholds."""
        parts, start = [], self.span.start
        for span in self.withheld:
            parts += [self.text.content[start : span.start], "[…]"]
            start = span.end
        return "".join([*parts, self.text.content[start : self.span.end]])


def give(library: Library, found: Retrieved, reply: Reply) -> tuple[Given, ...]:
    """What the extractive answer rests on, then the best passages, each place once."""
    places: list[tuple[str, Span, str]] = []
    candidates = [
        (c.passage.meta["document"], Span(c.passage.meta["start"], c.passage.meta["end"]),
         c.passage.meta["language"], c.passage.meta["content_hash"])
        for c in found.candidates
    ]  # fmt: skip
    for citation in reply.citations[:MOST_ROWS]:
        quoted = Span(citation.start, citation.end)
        holding = (
            span
            for name, span, _, _ in candidates
            if name == citation.document and span.holds(quoted)
        )
        places.append((citation.document, next(holding, quoted), citation.language))
    hashes = {name: content for name, _, _, content in candidates}
    most = library.settings.llm_passages
    places += [(name, span, spoken) for name, span, spoken, _ in candidates[:most]]
    records = {
        r.id: r
        for r in library.catalogue.records(VISIBLE, ids=sorted({name for name, _, _ in places}))
        # A document edited since it was found is left out: its offsets are another text's.
        if hashes.get(r.id, r.sha256) == r.sha256
    }
    around = contexts(library, set(records))
    texts = {name: library.catalogue.text(record) for name, record in records.items()}
    given: list[Given] = []
    for name, span, spoken in places:
        if name not in records or any(g.record.id == name and g.span.holds(span) for g in given):
            continue
        content = texts[name].content
        given.append(
            Given(
                number=len(given) + 1,
                record=records[name],
                text=texts[name],
                span=span,
                language="fr" if spoken == "fr" else "en",
                context=f"{records[name].title}\n{around.get(name, '')}",
                withheld=instructions(content, span.start, span.end),
            )
        )
    return tuple(given)
