"""Counts of the register: over all rows, of bodies as rows show them; and calls by opening day."""

from datetime import date

import pytest

from ingest.types import DateRange, Event, Value
from pipelines.catalogue.events import Told
from pipelines.register import answer
from pipelines.register.merge import merged

DOCUMENTS = {
    "split.txt": """Report on the BOATNET exchange in Split

Host: Klaster Jadran
Dates: 8-9 June 2021
Venue: Split, Croatia

The exchange was about shipbuilding.
""",
    "zadar.txt": """Report on the BOATNET exchange in Zadar

Host: Klaster Jadran
Dates: 7-8 September 2022
Venue: Zadar, Croatia

The exchange was about ropes.
""",
    "gdynia.txt": """Report on the BOATNET exchange in Gdynia

Organiser: Pomorski Klaster Morski
Dates: 12-13 October 2021
Venue: Gdynia, Poland

The exchange was about boatyards.
""",
    "call.txt": """BOATNET call for projects: quiet engines

Deadline: 31 March 2022
Managed by: Klaster Jadran (Split, Croatia)

Eligible applicants are SMEs that build boats. Grants go up to EUR 20,000.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings
    from tests.conftest import write_documents

    folder = tmp_path_factory.mktemp("counted")
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as opened:
        opened.ingest([folder])
        yield opened


def test_a_count_is_of_all_rows_though_only_some_are_told(library, monkeypatch):
    monkeypatch.setattr(answer, "_MOST", 1)
    reply = library.ask("How many exchanges took place?")
    assert reply.statements[0].text == "3 exchanges, in 3 documents."
    assert len(reply.statements) == 2
    assert reply.coverage.events == 3
    assert {c.source for c in reply.citations} == {"split.txt"}


@pytest.mark.parametrize(
    "text",
    ["How many clusters hosted an exchange?", "Combien de clusters ont accueilli un échange ?"],
)
def test_bodies_are_counted_as_the_rows_show_them(library, text):
    assert library.ask(text).statements[0].text.startswith("2 organisations")


def test_a_call_of_unknown_opening_is_not_placed_by_its_deadline(library):
    assert library.ask("Which calls were launched in 2022?").kind != "list"
    assert library.ask("Which calls close in 2022?").kind == "list"


def test_a_cancelled_event_that_was_announced_is_cancelled():
    days = DateRange(date(2022, 5, 3), date(2022, 5, 3))

    def told(document, status):
        event = Event("visit", Value("A visit"), status, days, projects=(Value("BOATNET"),))
        return Told(document, f"{document}.txt", "A visit", "en", 0, event, {})

    (row,) = merged([told("a", "planned"), told("b", "cancelled")])
    assert row.status == "cancelled"
