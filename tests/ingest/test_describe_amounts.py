"""Amounts and numbers: money, shares, counts and durations."""

from __future__ import annotations

import pytest

from ingest.describe.amounts import find_amounts, find_numbers


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("It costs 450 Euro in all", "money", "450 Euro"),
        ("un budget de 1,2 M€ pour", "money", "1,2 M€"),
        ("a grant of EUR 50 000.", "money", "EUR 50 000"),
        ("worth €3.5 million today", "money", "€3.5 million"),
        ("soit 2 millions d’euros.", "money", "2 millions d’euros"),
        ("prime de 25 k€,", "money", "25 k€"),
        ("coût : 640 000 € par an", "money", "640 000 €"),
        ("some 39% of jobs", "percentage", "39%"),
        ("soit 39 % des emplois", "percentage", "39 %"),
        ("or 39 per cent", "percentage", "39 per cent"),
        ("près de 12 pour cent", "percentage", "12 pour cent"),
        ("the 5 clusters agreed", "count", "5 clusters"),
        ("with twelve companies", "count", "twelve companies"),
        ("une vingtaine de PME", "count", "une vingtaine de PME"),
        ("pendant 24 mois", "duration", "24 mois"),
        ("for 3 full days", "duration", "3 full days"),
    ],
)
def test_amounts(text: str, kind: str, written: str) -> None:
    (found,) = find_amounts(text)
    assert (found.kind, found.text) == (kind, written)
    assert found.span.of(text) == written


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("14:00 Bilateral meetings (37 were held)", ["37"]),
        ("14 h 00 – 37 rendez-vous", ["37"]),
        ("Accueil à 9h30, 12 personnes", ["12"]),
        ("37 h de cours", ["37"]),
        ("a ratio of 3 to 100", ["3", "100"]),
    ],
)
def test_a_time_of_day_counts_nothing(text: str, numbers: list[str]) -> None:
    assert [f.text for f in find_numbers(text)] == numbers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Ruiz, 38 ans, dirige la filature.", []),
        ("Elle est âgée de 38 ans.", []),
        ("La filature a duré 38 ans.", ["38 ans"]),
        ("Le projet a duré, à Gand, 38 ans.", ["38 ans"]),
        ("Durée : 3 ans", ["3 ans"]),
        ("Le projet, porté par Alba Nord, 3 ans, reçoit 2 M€.", ["3 ans"]),
        ("Le programme Horizon Europe, 7 years, pays for it.", ["7 years"]),
        ("Master Gestion Durable, 20 ans, et lui", ["20 ans"]),
    ],
)
def test_an_age_is_no_duration(text, told):
    assert [a.text for a in find_amounts(text) if a.kind == "duration"] == told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The project enters its last six months.", []),
        ("dans les premiers 15 jours", []),
        ("the next two weeks", []),
        ("The last visit took six hours.", ["duration"]),
        ("Our first two-day workshop", ["duration"]),
        ("the next six-month programme", ["duration"]),
        ("It lasts six months.", ["duration"]),
    ],
)
def test_the_last_months_of_a_time_are_not_how_long_it_is(text: str, kinds: list[str]) -> None:
    assert [f.kind for f in find_amounts(text)] == kinds
