"""Follow-ups as they are typed in a hurry, and those that have little to lean on."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import About, Known, Turn

KNOWN = Known(projects=("BOATNET", "ALBOR"), places=("Split",))
SPLIT = "Who hosted the BOATNET exchange in Split?"
ECHANGE = "Qui a accueilli l'échange BOATNET à Split ?"
LIN = "Combien d'emplois dans la filière lin en 2021 ?"


def asked(earlier: str, question: str, **turn) -> str:
    return rewrite(question, [Turn(earlier, **turn)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (SPLIT, "what's its budget?", "What's the BOATNET exchange in Split’s budget?"),
        (SPLIT, "who's the organiser?", "Who organised the BOATNET exchange in Split?"),
        (
            SPLIT,
            "how many people are going?",
            "How many people attended the BOATNET exchange in Split?",
        ),
        (ECHANGE, "c combien ?", "Combien coûte l'échange BOATNET à Split ?"),
        (ECHANGE, "c'est combien ?", "Combien coûte l'échange BOATNET à Split ?"),
        (ECHANGE, "c ou ?", "Où a eu lieu l'échange BOATNET à Split ?"),
        (ECHANGE, "cest quand ?", "Quand a eu lieu l'échange BOATNET à Split ?"),
        (ECHANGE, "ce budget, c'est combien de parts ?", "ce budget, c'est combien de parts ?"),
    ],
)
def test_what_is_typed_in_a_hurry_is_understood(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (LIN, "et dans la laine ?", "Combien d'emplois dans la laine en 2021 ?"),
        (
            "How many companies work in meat processing?",
            "and in dairy?",
            "How many companies work in dairy?",
        ),
        (LIN, "et dans le rapport ?", "et dans le rapport ?"),
        (LIN, "et dans l'ensemble ?", "et dans l'ensemble ?"),
        (LIN, "et chez les jeunes ?", "et chez les jeunes ?"),  # nothing stands so before
        ("How many companies work in dairy?", "and in practice?", "and in practice?"),
    ],
)
def test_another_phrase_takes_the_place_of_the_one_so_led(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (
            "When is the next Harbour Morning?",
            "where was the previous one?",
            "Where was the previous Harbour Morning?",
        ),
        ("next pilot committee?", "where was the previous one?", "Where was the previous pilot"
         " committee?"),
        (SPLIT, "where was the previous one?", "where was the previous one?"),
        ("Who spoke at Navalia in 2022?", "when was the previous one?", "when was the previous"
         " one?"),
    ],
)  # fmt: skip
def test_another_thing_is_asked_of_the_neighbour(earlier, question, whole):
    assert asked(earlier, question) == whole


def test_another_project_is_named_after_its_own_preposition():
    launch = "Quand a eu lieu la réunion de lancement {} ?"
    assert asked(launch.format("d'ALBOR"), "et BOATNET ?") == launch.format("de BOATNET")
    assert asked(launch.format("de BOATNET"), "et ALBOR ?") == launch.format("d'ALBOR")


def test_an_event_of_another_year_is_not_spoken_of():
    of_2023 = About(kind="workshop", place="Gand", year=2023)
    earlier = "Soir des harpes combien de participants en 2021 ?"
    found = asked(earlier, "quel budget ?", about=of_2023)
    assert found == "Quel est le budget de Soir des harpes en 2021 ?"
    of_2021 = About(kind="workshop", place="Gand", year=2021)
    assert "atelier à Gand" in asked(earlier, "quel budget ?", about=of_2021)


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        ("Cap dérive c'était où en 2023 ?", "et qui l'a organisée ?",
         "Qui a organisé Cap dérive en 2023 ?"),
        ("Lessons learned when a mill closes", "who organised it?", "who organised it?"),
        ("J'aimerais savoir quand ferme la scierie", "et le budget ?", "et le budget ?"),
        ("In general, how many members export?", "and the budget?", "and the budget?"),
        ("How do shipyards train welders?", "who funds it?", "who funds it?"),
    ],
)  # fmt: skip
def test_a_topic_that_was_named_first_is_spoken_of(earlier, question, whole):
    assert asked(earlier, question) == whole
