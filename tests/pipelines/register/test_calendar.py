"""The register as a calendar: what it holds, in whose language, and when there is none."""

from datetime import date

import pytest

from ingest.types import DateRange, Event, Text, Value
from pipelines.catalogue.events import Told
from pipelines.register import export
from pipelines.register.find import Register
from pipelines.register.row import Row
from pipelines.results import Coverage


def register_of(*events):
    rows = tuple(
        Row((Told("d", "d.md", "A title", "en", number, event, {}),))
        for number, event in enumerate(events)
    )
    return Register(rows, 0, Coverage(1, 1, 0, 0, len(rows)))


def a_webinar(status="planned", precision="day"):
    day = DateRange(date(2024, 6, 4), date(2024, 6, 4), precision)
    return Event("webinar", Value("Webinar"), status, day, place=Value("online"))


@pytest.mark.parametrize(
    ("status", "told"),
    [("planned", "TENTATIVE"), ("held", "CONFIRMED"), ("cancelled", "CANCELLED")],
)
def test_a_planned_event_is_tentative_in_a_calendar(status, told):
    icalendar = pytest.importorskip("icalendar")
    written = export.as_calendar(register_of(a_webinar(status)), lambda _: Text("", "md"), "en")
    (entry,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert entry["STATUS"] == told


@pytest.mark.parametrize(("language", "where"), [("en", "online"), ("fr", "en ligne")])
def test_online_is_said_in_the_readers_language(language, where):
    icalendar = pytest.importorskip("icalendar")
    shown = register_of(a_webinar())
    written = export.as_calendar(shown, lambda _: Text("", "md"), language)
    (entry,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert entry["LOCATION"] == where
    assert export.table(shown, language)[0][4] == where


def test_no_calendar_is_made_of_nothing():
    for shown in (register_of(), register_of(a_webinar(precision="month"))):
        assert not export.has_days(shown)
        assert export.as_calendar(shown, lambda _: Text("", "md"), "en") is None
    assert export.has_days(register_of(a_webinar()))
