"""Items of lists under a heading of events, and days without a year in letters and minutes."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

OFFER = """# Ce que le pôle propose

## Nos formations, printemps 2025

- 4 mars 2025, Vannes : lire un appel d'offres
- Taille de pierre – Brest, 8 avril 2025
- Inscriptions avant le 14 février 2025, Vannes

## Visits

- Granite works (Vigo), 13 May 2025
- Glue makers, Turku, 3 June 2025
"""
LETTRE = """# Lettre du pôle n° 8 – octobre 2024

## À venir

- Matinale achats, le 15 mai à Vannes
- Visite de la carrière, le 19 juin à Brest

## Retour sur

- Matinale douanes, le 16 janvier à Quimper
"""
LETTER = """# Newsletter no. 8, October 2024

## Save the date

- 15 May: General assembly, Turku
- Workshop on glues, Oulu, 4 June

## Looking back

- Study visit, Vigo, 16 January
"""


def lines(content):
    text = read_bytes(content.encode(), "x.md")
    return [
        (e.kind, e.name.text, e.place and e.place.text, e.dates and e.dates.iso()[0])
        for e in find_events(text, describe(text, "x.md"))
        if e.kind != "call"
    ]


def test_items_are_of_the_kind_that_their_heading_tells():
    assert lines(OFFER) == [
        ("training", "lire un appel d'offres", "Vannes", "2025-03-04"),
        ("training", "Taille de pierre", "Brest", "2025-04-08"),
        ("visit", "Granite works", "Vigo", "2025-05-13"),
        ("visit", "Glue makers", "Turku", "2025-06-03"),
    ]


def test_a_list_that_the_title_heads_is_no_event_itself():
    offer = "# Training courses 2025\n\n- 4 March 2025, Vigo: bids\n- 8 April 2025, Turku: pilots\n"
    assert [name for _, name, *_ in lines(offer)] == ["bids", "pilots"]


def test_what_a_letter_announces_is_after_it_and_what_it_looks_back_on_before():
    assert lines(LETTRE) == [
        ("meeting", "Matinale achats", "Vannes", "2025-05-15"),
        ("visit", "Visite de la carrière", "Brest", "2025-06-19"),
        ("meeting", "Matinale douanes", "Quimper", "2024-01-16"),
    ]
    assert lines(LETTER) == [
        ("meeting", "General assembly", "Turku", "2025-05-15"),
        ("workshop", "Workshop on glues", "Oulu", "2025-06-04"),
        ("visit", "Study visit", "Vigo", "2024-01-16"),
    ]


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (
            "# Compte rendu du comité de pilotage\n\nDate : 10 octobre 2024\nLieu : Brest\n\n"
            "La prochaine réunion aura lieu le 16 janvier à Vannes.\n",
            ("meeting", "réunion", "Vannes", "2025-01-16"),
        ),
        (
            "# Minutes of the working group\n\nDate: 14 March 2024\nPlace: Vigo\n\n"
            "Next meeting on 25 April in Turku.\n",
            ("meeting", "meeting", "Turku", "2024-04-25"),
        ),
    ],
)
def test_the_next_meeting_of_minutes_is_in_the_year_after_them(minutes, told):
    assert lines(minutes)[1:] == [told]


def test_what_minutes_tell_without_a_year_and_not_as_to_come_stays_undated():
    minutes = (
        "# Minutes of the working group\n\nDate: 14 March 2024\nPlace: Vigo\n\n"
        "The meeting of 25 April in Turku was discussed.\n"
    )
    assert len(lines(minutes)) == 1
