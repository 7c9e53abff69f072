"""What a follow-up asks for is asked in its own words, of what was spoken of, and in good order."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET",), places=("Split",))
FAIR = "Visitors at Navalia in 2024"
SALON = "Combien de visiteurs à Navalia en 2022 ?"
SPLIT = "Who hosted the BOATNET exchange in Split?"
RENCONTRES = "Quand ont eu lieu les rencontres du hauban ?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        # The year goes with the name.
        (FAIR, "where?", "Where was Navalia in 2024 held?"),
        (FAIR, "and exhibitors?", "How many exhibitors at Navalia in 2024?"),
        (SALON, "où ?", "Où a eu lieu Navalia en 2022 ?"),
        (SALON, "et les exposants ?", "Les exposants à Navalia en 2022 ?"),
        # The noun that was asked for is kept.
        (SALON, "combien d'exposants ?", "Combien d'exposants à Navalia en 2022 ?"),
        ("Où s'est tenu Navalia en 2022 ?", "combien de visiteurs ?", SALON),
        (FAIR, "how many exhibitors?", "How many exhibitors at Navalia in 2024?"),
        (SPLIT, "How many people came?", "How many people attended the BOATNET exchange in Split?"),
        (SPLIT, "How many shipyards?", "How many shipyards at the BOATNET exchange in Split?"),
        (
            SPLIT,
            "Combien de personnes ?",
            "Combien de personnes ont assisté à l'échange BOATNET à Split ?",
        ),
        # Several take a plural, and what is to come a future.
        (RENCONTRES, "où ?", "Où ont eu lieu les rencontres du hauban ?"),
        (RENCONTRES, "when?", "When were les rencontres du hauban held?"),
        (SPLIT, "where?", "Where was the BOATNET exchange in Split held?"),
        ("Who hosted the exchanges in Split?", "when?", "When were the exchanges in Split held?"),
        (
            "When will the BOATNET workshop take place?",
            "where?",
            "Where will the BOATNET workshop be held?",
        ),
        (
            "Quand aura lieu le prochain atelier BOATNET ?",
            "et où ?",
            "Où aura lieu le prochain atelier BOATNET ?",
        ),
    ],
)
def test_what_is_asked_for_is_said_in_full(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        ("How do boatyards train welders?", "How many exhibitors?"),
        ("Who is Ada Novak?", "How many shipyards?"),
        (SPLIT, "How many webinars in 2021?"),
        (SPLIT, "How many members does Veloria have?"),
        (SPLIT, "How many boatyards use hydrogen?"),
        (SPLIT, "and thanks?"),
        (SPLIT, "exhibitors"),
    ],
)
def test_a_number_of_something_else_is_left_alone(earlier, question):
    assert asked(earlier, question) == question
