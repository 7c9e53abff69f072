"""Follow-ups that ask of a row of the list just given: "who hosted the first one?"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import About, Turn

SPLIT = About(kind="visit", project="BOATNET", place="Split")
LILLE = About(kind="workshop", place="Lille", year=2021)
BREST = About(kind="webinar", project="QUAYDATA", year=2022)
LIST = Turn("Which events took place?", rows=(SPLIT, LILLE, None, BREST))
LISTE = Turn("Quels événements ont eu lieu ?", rows=(SPLIT, LILLE, None, BREST))


@pytest.mark.parametrize(
    ("turn", "question", "whole"),
    [
        (LIST, "Who hosted the first one?", "Who hosted the BOATNET visit in Split?"),
        (LIST, "and who hosted the 2nd one?", "Who hosted the workshop in Lille in 2021?"),
        (
            LIST,
            "When did the last take place?",
            "When did the QUAYDATA webinar in 2022 take place?",
        ),
        (LIST, "Who came to the first?", "Who came to the BOATNET visit in Split?"),
        (LIST, "qui a accueilli le premier ?", "Qui a accueilli la visite BOATNET à Split ?"),
        (LISTE, "Qui a accueilli le deuxième ?", "Qui a accueilli l'atelier à Lille en 2021 ?"),
        (LISTE, "Où a eu lieu la dernière ?", "Où a eu lieu le webinaire QUAYDATA en 2022 ?"),
        (LISTE, "et qui est venu au premier ?", "Qui est venu à la visite BOATNET à Split ?"),
        (LISTE, "Quel est le prix du deuxième ?",
         "Quel est le prix de l'atelier à Lille en 2021 ?"),
    ],
)  # fmt: skip
def test_a_row_is_what_is_asked_of(turn, question, whole):
    assert rewrite(question, [turn]).text == whole


def test_the_list_goes_on_being_what_rows_are_of():
    asked = "Who hosted the BOATNET visit in Split?"
    turns = [LIST, Turn("Who hosted the first one?", asked, about=SPLIT)]
    assert rewrite("and the second?", turns).text == "Who hosted the workshop in Lille in 2021?"
    assert rewrite("Who led the last one?", turns).text == "Who led the QUAYDATA webinar in 2022?"


@pytest.mark.parametrize(
    ("turn", "question"),
    [
        (LIST, "Which was the first?"),
        (LIST, "and the first one?"),  # what of it?
        (LIST, "Who won the first prize?"),
        (LIST, "Who hosted the third one?"),  # nothing is known of it
        (LIST, "Who hosted the ninth one?"),
        (LIST, "Who spoke for the first time?"),
        (LISTE, "Lequel était le premier ?"),
        (LISTE, "Qui a parlé le premier jour ?"),
        (LISTE, "Qui a reçu le premier prix ?"),
        (Turn("Who leads BOATNET?"), "Who hosted the first one?"),
    ],
)
def test_what_is_no_row_is_left_alone(turn, question):
    assert rewrite(question, [turn]).text == question


VISITS = "# News\n\nThe BOATNET study visit took place in Split on 12 May 2021."
WEBINARS = "# Diary\n\nThe RAILTEAM webinar took place in Lille on 3 June 2021."


def test_a_list_is_remembered_with_its_rows(library_of: Callable[..., Any]) -> None:
    library = library_of({"news.md": VISITS, "diary.md": WEBINARS})
    question = "Which events took place in 2021?"
    rows = library.turn(question, library.ask(question)).rows
    assert [(row.kind, row.project) for row in rows] == [
        ("visit", "BOATNET"),
        ("webinar", "RAILTEAM"),
    ]
    reply = library.ask("Who hosted the first one?", turns=library.turns([question]))
    assert reply.asked_as == "Who hosted the BOATNET visit in Split?"
