"""People, projects and organisations that a text names."""

from __future__ import annotations

import pytest

from ingest.describe.bodies.organisations import find_organisations
from ingest.describe.bodies.people import find_people
from ingest.describe.projects.projects import find_projects


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Speaker: Mr. Anton Feldbusch, chairman", ["Anton Feldbusch"]),
        ("animé par Mme Solène de Kervadec", ["Solène de Kervadec"]),
        ("Claire VAUTRIN, directrice du pôle", ["Claire VAUTRIN"]),
        ("Wibke Osterlund, manager of Nordseil, spoke", ["Wibke Osterlund"]),
        ("The Smart Textile Forum met in San Sebastian", []),
        ("12 rue Pierre Dupont, Lyon", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    assert [p.text for p in find_people(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Within the framework of the NordSeil project, VESTA met.", ["NordSeil"]),
        ("un nouveau projet européen : TISSEA", ["TISSEA"]),
        ("Projet : TISSEA (tissus agiles)", ["TISSEA"]),
        ("the EU-funded OARS Project (“Open Alliances for Regional Ships”)", ["OARS"]),
        (
            "TISSEA – Textile Innovation for Small Series in European Alliances – projet lancé",
            ["TISSEA"],
        ),
        ("les projets TISSEA et OARS avancent", ["TISSEA", "OARS"]),
        ("financed by the COSME programme and Horizon Europe", []),
        ("the R&D project and the EU project", []),
        ("le projet de loi sur les PME", []),
    ],
)
def test_projects(text: str, names: list[str]) -> None:
    found = find_projects(text)
    assert sorted(p.text for p in found) == sorted(names)
    assert all(p.span.of(text) == p.text for p in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The RADI (Regional Agency for Development and Innovation) spoke.", {"RADI"}),
        (
            "le Pôle Aubépine et l’Université de Valbrune",
            {"Pôle Aubépine", "Université de Valbrune"},
        ),
        ("It was founded by Feldbusch GmbH.", {"Feldbusch GmbH"}),
        ("par e-VOLT ; le pôle e-Volt et E-VOLT", {"e-VOLT"}),
        ("In May, the R&D of SMEs in the EU during COVID-19", set()),
    ],
)
def test_organisations(text: str, names: set[str]) -> None:
    assert {o.text for o in find_organisations(text)} == names
