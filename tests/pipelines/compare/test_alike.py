"""Typed names: slips are forgiven, and another place or word is not taken for one."""

import pytest

from pipelines.compare.alike import alike
from pipelines.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("gdynya", "gdynia"),  # another letter
        ("zaragosa", "zaragoza"),
        ("splitt", "split"),  # one too many
        ("coulomiers", "coulommiers"),  # one left out
        ("railtaem", "railteam"),  # two that changed places
        ("bidgozcz", "bydgoszcz"),  # two slips in a long name
        ("textiles", "textile"),
        ("numerique", "numeriques"),
        ("regionaux", "regional"),
    ],
)
def test_a_slip_is_forgiven(typed, name):
    assert 0 < alike(typed, name) < 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("angers", "anvers"),
        ("montreuil", "montreal"),
        ("australia", "austria"),
        ("marine", "marina"),
        ("bluewater", "bluewave"),
        ("boatnet2", "boatnet3"),
        ("lyon", "lion"),
    ],
)
def test_another_place_word_or_project_is_no_slip(typed, name):
    assert alike(typed, name) == 0


@pytest.fixture
def towns(open_library, tmp_path):
    folder = tmp_path / "towns"
    folder.mkdir()
    for town, country in (("Anvers", "Belgique"), ("Poznań", "Pologne")):
        (folder / f"{country}.md").write_text(
            f"# Mission à {town}\n\nLieu : {town} ({country})\nDates : 4 mai 2021\n"
            "Hôte : Pôle Sylvanor\n\nLa mission a réuni douze entreprises.\n",
            encoding="utf-8",
        )
    library = open_library()
    library.ingest([folder])
    return library


def test_a_town_of_another_name_is_told_to_be_unknown_with_what_there_is(towns):
    with pytest.raises(UsageError, match="Mission à Anvers"):
        towns.compare(["mission Angers", "mission Poznan"])
    found = towns.compare(["mission Anverrs", "mission Poznan"])
    assert [subject.name for subject in found.subjects] == ["Mission à Anvers", "Mission à Poznań"]


def test_a_name_as_it_is_written_comes_before_a_project_of_a_like_name(open_library, tmp_path):
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "project.md").write_text(
        "# MARINASOL kick-off meeting in Porto\n\nVenue: Porto, Portugal\nDates: 3 May 2022\n"
        "Project: MARINASOL\n\nThe MARINASOL kick-off took place in Porto.\n"
    )
    (folder / "visit.md").write_text(
        "# Visit to Marina Sul in Vigo\n\nVenue: Vigo, Spain\nDates: 4 May 2023\n"
        "Host: Astilleros Norte\n\nThe visit was hosted by Astilleros Norte.\n"
    )
    library = open_library()
    library.ingest([folder])
    found = library.compare(["Marina Sul", "Marina Sol"])
    assert [subject.sort for subject in found.subjects] == ["event", "project"]
