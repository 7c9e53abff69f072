"""A whole document described at once."""

from __future__ import annotations

from ingest.describe import describe
from ingest.types import Text


def test_a_whole_document() -> None:
    content = (
        "TISSEA : réunion de lancement\n\nLe projet TISSEA a tenu sa réunion de"
        " lancement à Guimarães au"
        " Portugal, les 9 et 10 mars 2020, organisée par VESTA TÈXTIL, le cluster des tissus.\n\n"
        "Inscription avant le 2 février 2020. © 2024"
    )
    found = describe(Text(content, "txt"), "2019/tissea.txt")
    assert (found.language, found.type, found.years) == ("fr", "event_report", (2020,))
    assert found.dates is not None
    assert found.dates.iso() == ("2020-03-09", "2020-03-10")
    assert [p.text for p in found.projects] == ["TISSEA"]
    assert found.organiser is not None
    assert found.organiser.text == "VESTA TÈXTIL"
    assert found.place is not None
    assert found.place.text == "Guimarães"
    assert found.country is not None
    assert found.country.text == "PT"


def test_years_without_a_date_come_from_title_or_file_name() -> None:
    assert describe(Text("Plan 2023\n\nText of it.", "txt"), "a.txt").years == (2023,)
    assert describe(Text("The plan\n\nText of it.", "txt"), "plan_2021.txt").years == (2021,)
    assert describe(Text("The plan\n\nSince 1998 and 2014-2020.", "txt"), "a.txt").years == ()
    assert describe(Text("Plan 2023\n\nText.", "txt"), "a.txt").dates is None
