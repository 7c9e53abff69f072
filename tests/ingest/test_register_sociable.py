"""Breakfasts, dinners and evenings of members are events; columns called after a sort list them."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

RENDEZ_VOUS = """# Nos rendez-vous de printemps

| Quand | Rendez-vous | Lieu |
|---|---|---|
| 5 mars 2025 | Matinale du sourcing | Vannes |
| 19 mars 2025 | Petit-déjeuner des présidents | Quimper |
| 3 avril 2025 | Soirée des fondeurs | Brest |
| 22 mai 2025 | Afterwork composites | Lorient |
"""
COURSES = """# Courses for members

| Course | Date | Venue |
|---|---|---|
| Reading a tender | 4 February 2025 | Turku |
| Costing a pilot | 11–12 March 2025 | Oulu |
"""
LETTRE = """# Lettre du pôle n° 41 – novembre 2024

## À venir

- Matinale douanes, le 5 décembre à Vannes
- Dîner des fondateurs, Quimper, le 23 janvier
"""
LETTER = """# Newsletter – November 2024

## Upcoming

- Breakfast briefing on customs codes, 5 December, Turku
- Networking dinner in Oulu on 23 January
"""


def told(content):
    text = read_bytes(content.encode(), "plan.md")
    return find_events(text, describe(text, "plan.md"))


def lines(content):
    return [
        (e.kind, e.name.text, e.place and e.place.text, e.dates and e.dates.iso()[0])
        for e in told(content)
    ]


def test_a_column_of_rendez_vous_lists_breakfasts_and_evenings():
    assert lines(RENDEZ_VOUS) == [
        ("meeting", "Matinale du sourcing", "Vannes", "2025-03-05"),
        ("meeting", "Petit-déjeuner des présidents", "Quimper", "2025-03-19"),
        ("meeting", "Soirée des fondeurs", "Brest", "2025-04-03"),
        ("meeting", "Afterwork composites", "Lorient", "2025-05-22"),
    ]


def test_a_column_of_courses_lists_trainings_by_its_header():
    assert lines(COURSES) == [
        ("training", "Reading a tender", "Turku", "2025-02-04"),
        ("training", "Costing a pilot", "Oulu", "2025-03-11"),
    ]
    assert [e[0] for e in lines(COURSES.replace("Course |", "Formation |"))] == ["training"] * 2


def test_visits_that_go_by_numbers_are_called_with_their_header_and_have_a_destination():
    table = """# Voyages d'étude du pôle

| Visite | Destination | Dates |
|---|---|---|
| n° 1 | Turku | 4-5 février 2025 |
| n° 2 | Oulu | 11-12 mars 2025 |
"""
    assert lines(table) == [
        ("visit", "Visite: n° 1", "Turku", "2025-02-04"),
        ("visit", "Visite: n° 2", "Oulu", "2025-03-11"),
    ]


def test_a_paper_that_is_called_a_briefing_is_none():
    assert told("# Peat and prices\n\nA briefing for the board, Oulu, 3 March 2025\n") == ()


def test_steps_of_a_plan_are_no_events_in_english():
    assert told(COURSES.replace("Course |", "Stage |")) == ()


def test_items_of_letters_tell_them_by_what_they_are_about():
    assert lines(LETTRE) == [
        ("meeting", "Matinale douanes", "Vannes", "2024-12-05"),
        ("meeting", "Dîner des fondateurs", "Quimper", "2025-01-23"),
    ]
    assert lines(LETTER) == [
        ("meeting", "Breakfast briefing on customs codes", "Turku", "2024-12-05"),
        ("meeting", "Networking dinner", "Oulu", "2025-01-23"),
    ]


@pytest.mark.parametrize(
    "title",
    ["Soirée des adhérents", "Afterwork du pôle", "Gala dinner", "Petit-déjeuner export"],
)
def test_a_title_that_names_one_is_of_an_event(title):
    (event,) = told(f"# {title}\n\nRendez-vous à Lorient le 6 février 2025 / Join us.\n")
    assert (event.kind, event.name.text, event.dates.iso()[0]) == ("meeting", title, "2025-02-06")


@pytest.mark.parametrize(
    "sentence",
    [
        "Les orages sont passés dans la soirée du 6 février 2025 à Lorient.",
        "L'hôtel de Lorient sert le petit-déjeuner, compris dans le prix depuis le 6 février 2025.",
        "À Lorient, l'heure matinale du 6 février 2025 a surpris.",
        "La chargée de mission à Lorient répond à vos appels jusqu'au 6 février 2025.",
    ],
)
def test_an_hour_of_the_day_and_a_post_are_none(sentence):
    assert told(f"# Nouvelles du port\n\n{sentence}\n") == ()
