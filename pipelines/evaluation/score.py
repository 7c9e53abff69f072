"""One golden question run: what was found and answered, its figures, and what was wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.errors import UsageError
from pipelines.evaluation.golden import Golden
from pipelines.evaluation.metrics import (
    correct,
    documents,
    list_coverage,
    missing_items,
    ndcg,
    recall,
    reciprocal_rank,
    share,
    verbatim,
)
from pipelines.filters import Filters
from pipelines.results import Hit, Reply

if TYPE_CHECKING:
    from ingest.types import Description
    from pipelines.catalogue.records import Record
    from pipelines.library import Library

HITS = 10
MEASURES = (
    "recall@5",
    "nDCG@10",
    "MRR@10",
    "correct",
    "list_coverage",
    "citation_precision",
    "verbatim",
    "refusal",
    "false_refusal",
    "filter_held",
)

Figures = Mapping[str, float | None]  # by measure; None where nothing was to be measured


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that went wrong: how, what was right, and what came instead.

    ``expected`` holds a form of each item, ``missing`` those the answer lacks; ``found`` are the
    documents of the search by rank, ``cited`` pairs each citation's document with its quote.
    """

    id: str
    kind: str
    language: str
    question: str
    filters: Mapping[str, tuple[object, ...]]
    faults: tuple[str, ...]
    expected: tuple[str, ...]
    missing: tuple[str, ...]
    relevant: tuple[str, ...]
    found: tuple[str, ...]
    answered: str | None
    cited: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A question, its hits and its reply; ``refused`` says why its filters could not be used."""

    golden: Golden
    chosen: Filters
    hits: tuple[Hit, ...]
    reply: Reply | None
    refused: str | None = None

    @property
    def abstained(self) -> bool:
        """Whether there is no answer."""
        return self.reply is None or self.reply.answer is None

    @property
    def texts(self) -> list[str]:
        """The answer and its quotes: where an accepted item may stand."""
        if self.reply is None or self.reply.answer is None:
            return []
        return [self.reply.answer, *(citation.quote for citation in self.reply.citations)]


def ask(library: Library, golden: Golden) -> Run:
    """What the library finds and answers, the question's filters on both."""
    try:
        chosen = library.filters(golden.filters)
    except UsageError as error:  # the library doesn't know the filter's value: that is its failure
        return Run(golden, Filters(), (), None, str(error))
    found = library.search(golden.question, chosen, limit=HITS)
    return Run(golden, chosen, found.hits, library.ask(golden.question, chosen))


def figures_of(one: Run, records: Mapping[str, Record], texts: Mapping[str, str]) -> Figures:
    """Every measure for one question.

    ``texts`` holds the text of each document cited, by its id. Citations of an answer that should
    not have been given count in ``verbatim`` only: ``refusal`` says that it was wrong.
    """
    golden = one.golden
    figures: dict[str, float | None] = dict.fromkeys(MEASURES)
    citations = one.reply.citations if one.reply else ()
    exact = [verbatim(c.quote, texts.get(c.document), c.start, c.end) for c in citations]
    figures["verbatim"] = share(exact)
    if golden.filters:
        figures["filter_held"] = share(list(_filter_held(one, records)))
    if not golden.answerable:
        return figures | {"refusal": float(one.abstained)}
    relevant = {nfc(source) for source in golden.relevant}
    ranked = documents(hit.source for hit in one.hits)
    figures["recall@5"] = recall(relevant, ranked, 5)
    figures["nDCG@10"] = ndcg(relevant, ranked, 10)
    figures["MRR@10"] = reciprocal_rank(relevant, ranked, 10)
    figures["false_refusal"] = float(one.abstained)
    citable = relevant | {nfc(source) for source in golden.beside}
    figures["citation_precision"] = share(
        [held and c.source in citable for held, c in zip(exact, citations, strict=True)]
    )
    if golden.accepted:
        figures["correct"] = correct(golden.accepted, one.texts)
    if golden.expected == "list":
        figures["list_coverage"] = list_coverage(golden.accepted, one.texts)
    return figures


def _filter_held(one: Run, records: Mapping[str, Record]) -> Iterable[bool]:
    """For each hit, whether its document, and its passage's language, satisfy the filters."""
    for hit in one.hits:
        description = records[hit.document].description
        values = _described(description) if description else {}
        # A document may hold passages in both languages; the filter is on the passage's own.
        values |= {"language": {hit.language}}
        yield all(
            not values.get(name, set()).isdisjoint(wanted)
            for name, wanted in one.chosen.as_dict().items()
        )


def _described(description: Description) -> dict[str, set[str]]:
    """A document's values by filter, read from its description and not from what filters use."""
    return {
        "project": {value.text for value in description.projects},
        "year": {str(year) for year in description.years},
        "type": {description.type},
        "country": {description.country.text} if description.country else set(),
    }


def faults_of(one: Run, figures: Figures) -> Iterable[str]:
    """What was wrong, in a few words each; nothing when all went well."""
    if one.refused is not None:
        yield f"filter refused: {one.refused}"
    if figures["nDCG@10"] == 0:
        yield "not found"
    if figures["refusal"] == 0:
        yield "should have refused"
    if figures["false_refusal"] == 1:
        yield "refused"
    elif figures["correct"] == 0:
        missing = missing_items(one.golden.accepted, one.texts)
        yield "wrong" if len(missing) == len(one.golden.accepted) else "incomplete"
    for measure, fault in (
        ("citation_precision", "cites elsewhere"),
        ("verbatim", "quote not verbatim"),
        ("filter_held", "filter not held"),
    ):
        value = figures[measure]
        if value is not None and value < 1:
            yield fault


def failure_of(one: Run, faults: tuple[str, ...]) -> Failure:
    """The question with what was expected and what came, for a person to read."""
    golden, reply = one.golden, one.reply
    return Failure(
        id=golden.id,
        kind=golden.kind,
        language=golden.language,
        question=golden.question,
        filters=golden.filters,
        faults=faults,
        expected=tuple(forms[0] for forms in golden.accepted),
        missing=tuple(missing_items(golden.accepted, one.texts)),
        relevant=golden.relevant,
        found=tuple(documents(hit.source for hit in one.hits)),
        answered=(reply.answer or reply.reason) if reply else None,
        cited=tuple((c.source, c.quote) for c in reply.citations) if reply else (),
    )


def nfc(source: str) -> str:
    """A path in the form the catalogue holds it in."""
    return unicodedata.normalize("NFC", source)
