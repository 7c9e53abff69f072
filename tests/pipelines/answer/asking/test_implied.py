"""Filters that a question's own words demand."""

import pytest

from pipelines.answer.asking.implied import added, implied, named
from pipelines.filters import Filters

KNOWN = {
    "year": ("2019", "2021"),
    "project": ("BOISVERT", "RAIL TEAM"),
    "language": ("fr", "en"),
}


@pytest.mark.parametrize(
    ("question", "demanded"),
    [
        ("Qui a organisé un séminaire en 2019 ?", {"year": ["2019"]}),
        ("Which visits took place in 2021?", {"year": ["2021"]}),
        ("Which visits took place in early 2021?", {"year": ["2021"]}),
        ("Who hosted the meeting in the Rail-Team project?", {"project": ["RAIL TEAM"]}),
        ("budget du projet boisvert", {"project": ["BOISVERT"]}),
        ("rapports en français sur le bois", {"language": ["fr"]}),
        ("what do the documents in English say on wood?", {"language": ["en"]}),
        # Only named, not demanded; or nothing the library has.
        ("Who hosted RAIL TEAM 2021?", {}),
        ("Qui a organisé un séminaire en 1998 ?", {}),
        ("the plan for 2021-2027", {}),
        ("training in French for managers", {}),
        ("Who hosted BOISVERT?", {}),
        # Not of one year, project or language alone.
        ("Qu'a décidé le bureau en 2019 et 2021 ?", {}),
        ("attendance in 2021, compared to 2019", {}),
        ("What did the projects BOISVERT and RAIL TEAM decide?", {}),
        ("reports in French and English", {}),
    ],
)
def test_what_the_words_demand(question, demanded):
    given = Filters()
    assert added(given, implied(question, given, KNOWN.__getitem__)) == demanded


def test_what_the_user_chose_stays():
    given = Filters(year=("2021",))
    narrowed = implied("un séminaire du projet BOISVERT en 2019", given, KNOWN.__getitem__)
    assert narrowed == Filters(year=("2021",), project=("BOISVERT",))
    assert added(given, narrowed) == {"project": ["BOISVERT"]}


def test_the_answer_tells_what_it_was_narrowed_to_and_can_be_asked_without(open_library, tmp_path):
    folder = tmp_path / "seminars"
    folder.mkdir()
    for year, town in ((2019, "Namur"), (2021, "Ghent")):
        (folder / f"{year}.md").write_text(
            f"# Wood seminar in {town}\n\nThe wood seminar took place in {town}, Belgium, on"
            f" 3 June {year}. It gathered forty growers.\n"
        )
    library = open_library()
    library.ingest([folder])
    reply = library.ask("Where was the wood seminar held in 2021?")
    assert reply.narrowed == {"year": ["2021"]}
    assert {citation.source for citation in reply.citations} == {"2021.md"}
    assert reply.coverage.filtered_out == 1
    assert library.ask("Where was the wood seminar held in 2021?", literal=True).narrowed == {}


def test_what_nothing_answers_within_is_asked_of_all(open_library, tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").write_text("# Annual report 2021\n\nThe year 2021 was a quiet one.\n")
    (folder / "b.md").write_text(
        "# Wood cluster, ten years\n\nThe wood cluster was founded on 3 May 2012 in Namur.\n"
    )
    library = open_library()
    library.ingest([folder])
    reply = library.ask("When was the wood cluster founded, as told in 2021?")
    assert reply.narrowed == {}
    assert reply.coverage.searched == 2


def test_the_project_of_a_filter_is_named_where_the_question_does_not():
    boisvert = Filters(project=("BOISVERT",))
    assert named("What did it cost?", boisvert) == "What did it cost? (BOISVERT)"
    assert named("What did Boisvert cost?", boisvert) == "What did Boisvert cost?"
    assert named("What did it cost?", Filters(year=("2021",))) == "What did it cost?"
    assert named("What did they cost?", Filters(project=("BOISVERT", "RAIL TEAM"))) == (
        "What did they cost?"
    )
