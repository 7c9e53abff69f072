"""A project's name with the year of an edition, and papers that are called after projects."""

import pytest

from ingest.describe.projects.projects import find_projects


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("APPEL À PROJETS ARTESAL 2024\nPour les PME.", "ARTESAL"),
        ("The project NISTELIA 2021 goes on.", "NISTELIA"),
        ("PROJECT FACTSHEET\nAcronym: NISTELIA\n", "NISTELIA"),
        ("PROJECT LEAFLET\nAcronym: NISTELIA\n", "NISTELIA"),
    ],
)
def test_a_name_stands_without_year_or_paper(text, name):
    assert [p.text for p in find_projects(text)] == [name]


def test_a_year_alone_makes_no_project():
    assert not find_projects("BILAN DES PROJETS 2024\nTout va bien.")
