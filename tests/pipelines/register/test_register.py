"""The event register as it is asked: merged, filtered, listed, counted, exported."""

import csv
import io
from datetime import date

import pytest

from ingest.types import DateRange, Event, Value
from pipelines.catalogue.events import Told
from pipelines.export.sheet import sheet
from pipelines.register import export
from pipelines.register.find import find_rows
from pipelines.register.merge import merged, same
from pipelines.register.wording import days
from tests.conftest import write_documents

DOCUMENTS = {
    "agenda.txt": """BOATNET exchange in Split – agenda

Host: Klaster Jadran
Dates: 4-5 May 2021
Venue: Split, Croatia
Registration: by 20 April 2021

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
Managed by: Klaster Jadran (Split, Croatia)

Eligible applicants are SMEs that build boats. Grants go up to EUR 20,000.
""",
    "accord.txt": """Actualité du cluster

Le 3 février 2022, à Split, un accord de coopération a été signé entre Klaster Jadran (Split,
Croatie) et Cluster Nautico (Gênes, Italie).
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings

    folder = tmp_path_factory.mktemp("events")
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as opened:
        opened.ingest([folder])
        yield opened


def rows_of(library, *kinds, **filters):
    return find_rows(library.catalogue, library.filters(filters), kinds)


def text_of(library):
    return lambda told: library.catalogue.text(library.catalogue.find(told.document))


def told(document, kind="exchange", status="held", start=None, end=None, **cells):
    dates = DateRange(start, end or start) if start else None
    values = {name: Value(text) for name, text in cells.items() if isinstance(text, str)}
    values["projects"] = tuple(Value(p) for p in cells.get("projects", ()))
    event = Event(kind, Value("An event"), status, dates, **values)
    return Told(document, f"{document}.txt", "An event", "en", 0, event, {})


# --- merging -----------------------------------------------------------------------------------


def test_a_planned_and_a_held_telling_in_two_languages_are_one_event(library):
    found = rows_of(library, "exchange")
    assert len(found.rows) == 2
    row = found.rows[0]
    assert {t.source for t in row.told} == {"agenda.txt", "report.txt", "compte-rendu.txt"}
    assert row.status == "held"
    assert row.when()[1].iso() == ("2021-06-08", "2021-06-09")
    assert [d.iso()[0] for _, d in row.other_days()] == ["2021-05-04"]


def test_places_are_the_same_by_any_of_their_names():
    may = date(2022, 5, 31)
    one = told("a", start=may, place="Zaragoza", projects=["RAILX"])
    assert same(one, told("b", start=may, place="Saragosse", projects=["RAILX"]))
    assert not same(one, told("b", start=may, place="Lyon", projects=["RAILX"]))
    assert not same(one, told("b", start=may, place="Zaragoza", projects=["OTHER"]))
    assert not same(one, told("a", start=may, place="Zaragoza", projects=["RAILX"]))


def test_another_host_or_a_year_later_is_another_event():
    first = told("a", start=date(2022, 5, 3), place="Lyon", projects=["RAILX"], host="Pôle A")
    assert not same(first, told("b", start=date(2022, 5, 3), projects=["RAILX"], host="Cluster B"))
    later = told("b", status="planned", start=date(2023, 5, 3), place="Lyon", projects=["RAILX"])
    assert not same(first, later)


def test_rows_stand_in_the_order_of_their_days():
    later, sooner, never = (
        told("a", start=date(2022, 5, 3), place="Lyon"),
        told("b", start=date(2021, 5, 3), place="Metz"),
        told("c", place="Brest"),
    )
    assert [row.told[0].document for row in merged([later, never, sooner])] == ["b", "a", "c"]


# --- filtering and storing ---------------------------------------------------------------------


def test_filters_hold_for_the_event_and_coverage_counts(library):
    assert len(rows_of(library, "exchange", country=["PL"]).rows) == 1
    found = rows_of(library, year=[2022])
    assert {row.kind for row in found.rows} == {"call", "agreement"}
    assert found.coverage.events == 2
    assert found.coverage.filtered_out + found.coverage.searched == len(DOCUMENTS)
    assert found.outside == 2


def test_events_follow_their_document(open_library, tmp_path):
    folder = tmp_path / "documents"
    write_documents(folder, {n: DOCUMENTS[n] for n in ("gdynia.txt", "agenda.txt")})
    library = open_library()
    library.ingest([folder])
    edited = DOCUMENTS["gdynia.txt"].replace("Pomorski Klaster Morski", "Klaster Baltyk")
    (folder / "gdynia.txt").write_text(edited, encoding="utf-8")
    (folder / "agenda.txt").unlink()
    library.ingest([folder])
    (only,) = library.catalogue.register()
    assert only.event.host.text == "Klaster Baltyk"
    library.reindex()
    assert [t.event.host.text for t in library.catalogue.register()] == ["Klaster Baltyk"]
    library.delete("gdynia.txt")
    assert library.catalogue.register() == ()


# --- asking ------------------------------------------------------------------------------------


def test_who_hosted_gives_one_cited_row_an_event(library):
    reply = library.ask("Who hosted shipbuilding exchanges?")
    assert reply.kind == "list"
    assert [s.text.split(" · ")[0] for s in reply.statements[:2]] == [
        "Klaster Jadran",
        "Pomorski Klaster Morski",
    ]
    assert reply.coverage.events == 2
    for citation in reply.citations:
        record = library.catalogue.find(citation.document)
        content = library.catalogue.text(record).content
        assert content[citation.start : citation.end] == citation.quote
    cited = {c.number: c.quote for c in reply.citations}
    assert "Klaster Jadran" in cited[reply.statements[0].citations[0]]


def test_a_count_comes_first_and_in_the_questions_language(library):
    reply = library.ask("Combien d'échanges ont eu lieu en 2021 ?")
    assert reply.statements[0].text.startswith("2 échanges")
    assert len(reply.statements) == 3


def test_calls_are_found_by_the_month_they_close_in(library):
    assert "31 March 2022" in library.ask("Which calls close in March?").answer
    reply = library.ask("Which calls close in May?")
    assert reply.coverage.events is None


def test_agreements_are_found_by_their_partners_country(library):
    reply = library.ask("Quels clusters ont signé un accord avec un partenaire italien ?")
    assert reply.kind == "list"
    assert "Klaster Jadran" in reply.answer
    assert "Cluster Nautico" not in reply.answer  # who asks knows that one
    assert "Cluster Nautico" in reply.citations[0].quote
    reply = library.ask("Which clusters signed an agreement?")
    assert "Klaster Jadran" in reply.answer
    assert "Cluster Nautico" in reply.answer


def test_json_gives_every_cell_its_quote(library):
    found = export.as_json(rows_of(library, "exchange"), text_of(library))
    event = found["events"][0]
    assert event["host"]["text"] == "Klaster Jadran"
    assert "Klaster Jadran" in event["host"]["quote"]
    assert event["organiser"] is None
    assert event["other_dates"][0]["text"] == "2021-05-04/2021-05-05"
    assert found["coverage"]["events"] == 2


def test_csv_has_a_line_an_event_and_no_formulas(library):
    lines = list(csv.DictReader(io.StringIO(export.as_csv(rows_of(library), text_of(library)))))
    assert {line["kind"] for line in lines} == {"exchange", "call", "agreement"}
    assert sheet(["a"], [["=SUM(A1)"]]).splitlines()[1] == "'=SUM(A1)"


def test_the_calendar_holds_events_and_deadlines_with_their_quotes(library):
    icalendar = pytest.importorskip("icalendar")
    written = export.as_calendar(rows_of(library), text_of(library), "en")
    entries = list(icalendar.Calendar.from_ical(written).walk("VEVENT"))
    exchange = next(e for e in entries if e["DTSTART"].dt == date(2021, 6, 8))
    assert "Split" in exchange["SUMMARY"]
    assert exchange["DTEND"].dt == date(2021, 6, 10)
    assert exchange["LOCATION"] == "Split, Croatia"
    deadline = next(e for e in entries if e["SUMMARY"].startswith("Deadline: BOATNET call"))
    assert deadline["DTSTART"].dt == date(2022, 3, 31)
    assert "31 March 2022" in deadline["DESCRIPTION"]
    assert len({str(e["UID"]) for e in entries}) == len(entries)


@pytest.mark.parametrize(
    ("start", "end", "precision", "english", "french"),
    [
        (date(2022, 5, 4), date(2022, 5, 4), "day", "4 May 2022", "4 mai 2022"),
        (date(2022, 5, 4), date(2022, 5, 6), "day", "4–6 May 2022", "du 4 au 6 mai 2022"),
        (
            date(2022, 5, 31),
            date(2022, 6, 1),
            "day",
            "31 May – 1 June 2022",
            "du 31 mai au 1er juin 2022",
        ),
        (date(2022, 5, 1), date(2022, 5, 31), "month", "May 2022", "mai 2022"),
        (
            date(2022, 10, 1),
            date(2022, 12, 31),
            "quarter",
            "October–December 2022",
            "octobre–décembre 2022",
        ),
    ],
)
def test_days_are_written_as_one_writes_them(start, end, precision, english, french):
    value = DateRange(start, end, precision)
    assert (days(value, "en"), days(value, "fr")) == (english, french)
