"""The figures and faults of replies written out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.types import Description, Value
from pipelines.catalogue.records import Record
from pipelines.evaluation.golden import Golden
from pipelines.evaluation.score import Run, faults_of, figures_of
from pipelines.filters import Filters
from pipelines.results import Citation, Coverage, Hit, Reply

TEXT = "Hosted by Veloria Cluster. Held in Lille. Cost: 380 euros."
ASKED = Golden(
    id="q",
    question="Who hosted it, and where?",
    language="en",
    kind="list",
    filters={},
    expected="list",
    relevant=("a.md",),
    accepted=(("Veloria Cluster",), ("Lille", "Lille, France")),
)
UNANSWERABLE = replace(ASKED, kind="unanswerable", relevant=(), accepted=())


def hit(source: str, language: str = "en") -> Hit:
    return Hit(
        1, source, source, source, language, "agenda", (), None, None, None, 0, 4, "Held", ()
    )


def citation(source: str, start: int, end: int, quote: str) -> Citation:
    return Citation(1, source, source, source, "en", None, start, end, quote)


def reply(answer: str | None, *citations: Citation) -> Reply:
    kind = "abstained" if answer is None else "list"
    return Reply("q", "en", kind, answer, None, (), citations, Coverage(2, 2, 0, 0))


def record(source: str) -> Record:
    described = Description(Value(source), "en", "agenda", years=(2021,), projects=(Value("RAIL"),))
    return Record(source, "", source, "", 0, "current", None, "md", described, 1, "")


def judged(one: Run) -> tuple[dict[str, float | None], list[str]]:
    records = {name: record(name) for name in ("a.md", "b.md")}
    figures = figures_of(one, records, {"a.md": TEXT, "b.md": TEXT})
    return dict(figures), list(faults_of(one, figures))


def test_half_a_list_with_one_citation_in_the_wrong_document() -> None:
    said = reply(
        "Veloria Cluster [1][2]",
        citation("a.md", 0, 26, "Hosted by Veloria Cluster."),
        citation("b.md", 0, 26, "Hosted by Veloria Cluster."),
    )
    figures, faults = judged(Run(ASKED, Filters(), (hit("b.md"), hit("a.md")), said))
    assert figures["correct"] == 0.0
    assert figures["list_coverage"] == 1 / 2
    assert figures["citation_precision"] == 1 / 2
    assert figures["verbatim"] == 2 / 2
    assert figures["MRR@10"] == 1 / 2
    assert figures["false_refusal"] == 0.0
    assert figures["refusal"] is figures["filter_held"] is None
    assert faults == ["incomplete", "cites elsewhere"]


def test_a_document_that_planned_it_otherwise_is_cited_rightly_without_being_what_is_sought() -> (
    None
):
    said = reply("Lille [1]", citation("b.md", 27, 41, "Held in Lille."))
    asked = replace(ASKED, beside=("b.md",))
    figures, _ = judged(Run(asked, Filters(), (hit("b.md"),), said))
    assert (figures["citation_precision"], figures["recall@5"]) == (1, 0)
    without, _ = judged(Run(ASKED, Filters(), (hit("b.md"),), said))
    assert without["citation_precision"] == 0


def test_a_quote_that_is_not_in_the_text_is_no_citation() -> None:
    said = reply("Lille, Veloria Cluster [1]", citation("a.md", 0, 4, "held"))
    figures, faults = judged(Run(ASKED, Filters(), (hit("a.md"),), said))
    assert (figures["correct"], figures["verbatim"], figures["citation_precision"]) == (1, 0, 0)
    assert faults == ["cites elsewhere", "quote not verbatim"]


def test_abstaining_is_right_only_without_an_answer_to_give() -> None:
    nothing = reply(None)
    figures, faults = judged(Run(ASKED, Filters(), (), nothing))
    assert (figures["false_refusal"], figures["correct"], figures["recall@5"]) == (1, 0, 0)
    assert figures["citation_precision"] is figures["refusal"] is None
    assert faults == ["not found", "refused"]
    figures, faults = judged(Run(UNANSWERABLE, Filters(), (hit("a.md"),), nothing))
    assert (figures["refusal"], figures["false_refusal"], figures["recall@5"]) == (1, None, None)
    assert faults == []


def test_an_answer_where_there_is_none_is_a_fault() -> None:
    said = reply("380 euros [1]", citation("a.md", 42, 58, "Cost: 380 euros."))
    figures, faults = judged(Run(UNANSWERABLE, Filters(), (hit("a.md"),), said))
    assert (figures["refusal"], figures["verbatim"]) == (0, 1)
    assert faults == ["should have refused"]


@pytest.mark.parametrize(
    ("filters", "held"),
    [
        (Filters(year=("2021",), project=("RAIL", "OTHER")), 2 / 2),
        (Filters(language=("en",)), 1 / 2),  # of the passage, whatever its document's is
        (Filters(country=("FR",)), 0 / 2),
        (Filters(year=("2021",), type=("call",)), 0 / 2),
    ],
)
def test_hits_are_held_against_the_filters(filters: Filters, held: float) -> None:
    asked = replace(ASKED, filters={name: tuple(v) for name, v in filters.as_dict().items()})
    figures, faults = judged(Run(asked, filters, (hit("a.md"), hit("b.md", "fr")), reply(None)))
    assert figures["filter_held"] == held
    assert ("filter not held" in faults) is (held < 1)
