"""Events, calls and projects side by side, and what documents of one event disagree on."""

import csv
import io
import shutil

import pytest

from pipelines.compare.compare import CellValue, Compared, Comparison, Line
from pipelines.compare.export import as_csv, as_json
from pipelines.conversation.turns import Turn
from pipelines.errors import UsageError
from pipelines.filters import Filters
from pipelines.library import Library
from pipelines.register.conflicts import conflicts
from pipelines.register.counted import number_of
from pipelines.register.find import find_rows
from pipelines.results import Citation
from pipelines.settings import Settings
from tests.conftest import write_documents

DOCUMENTS = {
    "agenda.txt": """BOATNET exchange in Split – draft agenda, version of 2 March 2021

Host: Klaster Jadran
Dates: 4-5 May 2021
Venue: Split, Croatia

09:00 Welcome
10:00 Visit to the shipyard
12:30 Lunch
""",
    "report.txt": """Report on the BOATNET exchange in Split

Host: Klaster Jadran
Dates: 8-9 June 2021
Venue: Split, Croatia
Participants: 18 people

The exchange took place a month late. The participants discussed shipbuilding and boatyards.
""",
    "compte-rendu.txt": """Compte rendu de l'échange BOATNET à Split

Hôte : Klaster Jadran
Lieu : Split, Croatie
Dates : 8 et 9 juin 2021
Participants : 21 personnes

L'échange a réuni des clusters de la construction navale. Les participants ont visité un chantier.
""",
    "gdynia.txt": """BOATNET exchange in Gdynia: minutes

Host: Pomorski Klaster Morski
Dates: 12-13 October 2021
Venue: Gdynia, Poland

The exchange was about shipbuilding. The participants met eleven shipyards.
""",
    "call.txt": """BOATNET call for projects: quiet engines

Opening: 10 January 2022
Deadline: 31 March 2022
Total budget: EUR 400,000

SMEs with a shipyard may apply for a grant.
""",
}


SHEET = """BOATNET project: the partners and their money

Partner: Alba | Budget: EUR 100,000
Partner: Fibra | Budget: EUR 300,000
"""


def test_the_budget_of_one_partner_is_not_the_projects(tmp_path):
    write_documents(tmp_path / "documents", {**DOCUMENTS, "sheet.txt": SHEET})
    with Library(Settings(library=tmp_path / "library")) as opened:
        opened.ingest([tmp_path / "documents"])
        told = {line.field: line for line in opened.compare(["BOATNET", "Gdynia"]).lines}
    amounts = [v.text for v in told["amounts"].cells[0]] if "amounts" in told else []
    assert not any("100,000" in text or "300,000" in text for text in amounts)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compared")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library")) as opened:
        opened.ingest([folder / "documents"])
        yield opened
    shutil.rmtree(folder)


def lines(found):
    return {line.field: line for line in found.lines}


def test_events_stand_side_by_side_with_differences_marked(library):
    found = library.compare(["Split exchange", "échange Gdynia 2021"])
    assert [subject.sort for subject in found.subjects] == ["event", "event"]
    told = lines(found)
    assert [[v.text for v in cell] for cell in told["country"].cells] == [["Croatia"], ["Poland"]]
    assert told["country"].differs
    assert not told["projects"].differs
    assert [v.text for v in told["dates"].cells[0]] == ["8–9 June 2021", "4–5 May 2021 (planned)"]
    assert told["participants"].cells[1] == ()  # Gdynia doesn't say
    assert not told["participants"].differs


def test_every_cited_cell_is_a_quote_that_stands_in_its_document(library):
    found = library.compare(["Split exchange", "gdynia", "BOATNET"])
    cited = {v.citation for line in found.lines for cell in line.cells for v in cell}
    assert cited - {None} == {c.number for c in found.citations}
    for citation in found.citations:
        text = library.catalogue.text(library.catalogue.find(citation.document)).content
        assert citation.quote == text[citation.start : citation.end] != ""
    host = lines(found)["host"].cells[0][0]
    by_number = {c.number: c for c in found.citations}
    assert "Klaster Jadran" in by_number[host.citation].quote


@pytest.mark.parametrize("name", ["BOATNET exchange in Split", "splitt exchange croatia", "SPLIT"])
def test_names_are_matched_forgivingly(library, name):
    found = library.compare([name, "gdynya"])
    assert found.subjects[0].name == "Compte rendu de l'échange BOATNET à Split"
    assert "Gdynia" in found.subjects[1].name


def test_projects_calls_and_documents_can_be_compared(library):
    found = library.compare(["boat net", "quiet engines call", "gdynia.txt"], language="fr")
    assert [subject.sort for subject in found.subjects] == ["project", "event", "document"]
    told = lines(found)
    assert [v.text for v in told["amounts"].cells[1]] == ["budget EUR 400,000"]
    assert [v.text for v in told["deadlines"].cells[1]] == ["31 mars 2022"]
    assert len(told["events"].cells[0]) == 2


def test_an_unknown_or_ambiguous_name_lists_what_there_is(library):
    with pytest.raises(UsageError, match=r"Split.*Gdynia|Gdynia.*Split"):
        library.compare(["exchange 2021", "BOATNET"])
    with pytest.raises(UsageError, match="BOATNET"):
        library.compare(["Zanzibar", "BOATNET"])
    with pytest.raises(UsageError, match="already"):
        library.compare(["Split exchange", "split"])


@pytest.mark.parametrize("names", [["BOATNET"], ["a", "b", "c", "d", "e"]])
def test_two_to_four_names_are_wanted(library, names):
    with pytest.raises(UsageError, match="2 to 4"):
        library.compare(names)


def test_filters_narrow_what_a_name_can_mean(library):
    with pytest.raises(UsageError):
        library.compare(["Split", "Gdynia"], Filters(country=("HR",)))


def test_csv_has_blanks_said_and_no_formula(library):
    rows = list(csv.reader(io.StringIO(as_csv(library.compare(["Split", "Gdynia"])))))
    assert rows[0][:2] == ["field", "differs"]
    cells = {row[0]: row for row in rows}
    assert cells["participants"][5] == "not stated"
    assert cells["country"][1] == "yes"


def test_csv_holds_no_formula():
    told = Line("host", ((CellValue("=1+1", "a", 1),), (CellValue("@SUM(A1)", "b", None),)), True)
    cited = Citation(1, "a", "+x.txt", "t", "en", None, 0, 4, "-2+3")
    subjects = (Compared("a", "=A()", "event", ()), Compared("b", "B", "event", ()))
    rows = list(csv.reader(io.StringIO(as_csv(Comparison("en", subjects, (told,), (cited,))))))
    assert rows[0][2] == "'=A()"
    assert rows[1] == ["host", "yes", "'=1+1", "'+x.txt", "'-2+3", "'@SUM(A1)", "", ""]


def test_json_has_subjects_lines_and_citations(library):
    found = as_json(library.compare(["Split", "Gdynia"]))
    assert set(found) == {"language", "subjects", "lines", "citations"}
    assert {"field", "label", "cells", "differs"} == set(found["lines"][0])


def test_planned_and_held_days_and_two_attendances_are_conflicts(library):
    (row,) = [
        r for r in find_rows(library.catalogue, Filters()).rows if "agenda.txt" in
        {t.source for t in r.told}
    ]  # fmt: skip
    records = {r.id: r for r in library.catalogue.records()}
    found = {c.cell: c.versions for c in conflicts(row, records)}
    assert [v.status for v in found["dates"]] == ["held", "planned"]
    assert found["dates"][0].text == "2021-06-08/2021-06-09"
    assert {v.text for v in found["participants"]} == {"18 people", "21 personnes"}
    assert "budget" not in found


@pytest.mark.parametrize(
    ("question", "planned"),
    [
        ("When was the BOATNET exchange in Split held?", "planned it for 4–5 May 2021"),
        ("Quand a eu lieu l'échange BOATNET à Split ?", "du 4 au 5 mai 2021"),
    ],
)
def test_an_answer_gives_the_held_days_first_and_then_the_planned(library, question, planned):
    reply = library.ask(question)
    cited = {c.number: c for c in reply.citations}
    first = [cited[n].quote for n in reply.statements[0].citations]
    assert any("June 2021" in quote or "juin 2021" in quote for quote in first)
    assert planned in reply.statements[1].text
    sources = {cited[n].source for n in reply.statements[1].citations}
    assert sources == {"agenda.txt"}


def test_what_was_asked_first_is_told_before_the_days_that_documents_disagree_on(library):
    reply = library.ask("Who hosted the BOATNET exchange in Split, and when was it held?")
    texts = [statement.text for statement in reply.statements]
    planned = next(n for n, text in enumerate(texts) if "planned it for" in text)
    assert planned > 1
    assert "2021" in texts[planned - 1]


def test_documents_that_agree_are_told_once(library):
    reply = library.ask("When was the BOATNET exchange in Gdynia held?")
    assert "Another document" not in (reply.answer or "")


def test_a_follow_up_gets_both_versions_too(library):
    reply = library.ask("when was it?", turns=[Turn("Who hosted the BOATNET exchange in Split?")])
    assert reply.asked_as == "When was the BOATNET exchange in Split?"
    assert "4–5 May 2021" in reply.answer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("23 participants", 23),
        ("vingt et un professionnels", 21),
        ("quatre-vingt-dix-sept visiteurs", 97),
        ("Fourteen SMEs", 14),
        ("one hundred and twenty people", 120),
        ("1 200 visiteurs", 1200),
        ("about forty people", None),
        ("une douzaine de personnes", None),
        ("people", None),
    ],
)
def test_a_number_is_read_in_words_of_both_languages(text, number):
    assert number_of(text) == number
