"""`grappe events` as a user types it."""

import json

import pytest

from tests.ui.test_cli import run

CELLS = {
    "kind", "status", "name", "host", "organiser", "place", "country", "participants",
    "start_date", "end_date", "precision", "dates", "other_dates", "deadlines", "projects",
    "partners", "sources", "conflicts",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(sample_folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("events") / "library"
    assert run("ingest", str(sample_folder), "--library", str(path)).returncode == 0
    return str(path)


def test_events_are_a_table_with_counted_coverage(library):
    result = run("events", "--library", library)
    assert result.returncode == 0
    assert "Veloria Cluster" in result.stdout
    assert "2 events in 2 of 4 documents searched" in result.stdout
    french = run("events", "--library", library, language="fr").stdout
    assert "2 événements dans 2 documents sur 4" in french


def test_json_has_every_cell_and_filters_hold(library):
    result = run("events", "--json", "--project", "railteam", "--library", library)
    (event,) = json.loads(result.stdout)["events"]
    assert set(event) == CELLS
    assert event["kind"] == "staff_exchange"
    assert (event["start_date"], event["end_date"]) == ("2021-05-12", "2021-05-14")
    assert event["host"]["quote"]


def test_csv_begins_with_its_columns(library):
    lines = run("events", "--csv", "--library", library).stdout.splitlines()
    assert lines[0].startswith("kind,status,name,host")
    assert len([line for line in lines if line]) == 3


def test_a_wrong_kind_or_two_forms_are_a_usage_error(library):
    wrong = run("events", "--kind", "party", "--library", library)
    assert wrong.returncode == 2
    assert "kick_off" in wrong.stderr
    assert run("events", "--json", "--csv", "--library", library).returncode == 2
    assert run("events", "--country", "Atlantis", "--library", library).returncode == 2


def test_a_calendar_of_nothing_is_told_and_not_printed(library):
    empty = run("events", "--ics", "--year", "1987", "--library", library)
    assert empty.returncode == 1
    assert empty.stdout == ""
    assert "nothing to put into a calendar" in empty.stderr
    full = run("events", "--ics", "--library", library)
    assert full.stdout.startswith("BEGIN:VCALENDAR")
