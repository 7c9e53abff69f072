"""Follow-ups that keep some of a list: "only those in Ireland", "lesquels ont été annulés ?"."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET",), places=("Split", "Le Havre"))
HEADING = "événements de BOATNET en 2024"
VISITS = "list the visits"
WHICH = "Which workshops took place in 2021?"
QUELLES = "Quelles visites ont eu lieu en 2021 ?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (HEADING, "seulement ceux de Split", "Événements de BOATNET en 2024 à Split ?"),
        (HEADING, "lesquels à Split ?", "Événements de BOATNET en 2024 à Split ?"),
        (HEADING, "lesquels étaient au Havre ?", "Événements de BOATNET en 2024 au Havre ?"),
        (HEADING, "et lesquels en 2023 ?", "Événements de BOATNET en 2023 ?"),
        (
            HEADING,
            "lesquels ont été annulés ?",
            "Quels événements de BOATNET en 2024 ont été annulés ?",
        ),
        (HEADING, "seulement ceux du Havre", "Événements de BOATNET en 2024 au Havre ?"),
        ("Événements de 2024", "lesquels sont prévus ?", "Quels événements de 2024 sont prévus ?"),
        (
            HEADING,
            "combien ont été annulés ?",
            "Combien d'événements de BOATNET en 2024 ont été annulés ?",
        ),
        (HEADING, "et ceux qui sont en ligne ?", f"Quels {HEADING} ont eu lieu en ligne ?"),
        (HEADING, "seulement les ateliers", "Ateliers de BOATNET en 2024 ?"),
        (HEADING, "lesquels sont des ateliers ?", "Ateliers de BOATNET en 2024 ?"),
        (VISITS, "just the ones in 2023", "List the visits in 2023?"),
        (VISITS, "only those in Ireland", "List the visits in Ireland?"),
        (VISITS, "and the cancelled ones?", "Which visits were cancelled?"),
        (VISITS, "how many in 2023?", "How many visits in 2023?"),
        (WHICH, "which ones were in Poland?", "Which workshops took place in 2021 in Poland?"),
        (WHICH, "which ones were postponed?", "Which workshops in 2021 were postponed?"),
        (WHICH, "and the cancelled ones?", "Which workshops in 2021 were cancelled?"),
        (WHICH, "how many were cancelled in 2022?", "How many workshops in 2022 were cancelled?"),
        (QUELLES, "et les annulées ?", "Quelles visites en 2021 ont été annulées ?"),
        (QUELLES, "uniquement celles de Split", "Quelles visites ont eu lieu en 2021 à Split ?"),
        (
            "How many visits in 2021?",
            "and the cancelled ones?",
            "How many visits in 2021 were cancelled?",
        ),
    ],
)
def test_a_list_is_made_narrower(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    "question",
    [
        "only those in Ireland",
        "seulement ceux de Split",
        "which ones were cancelled?",
        "lesquels ont été annulés ?",
        "and the cancelled ones?",
    ],
)
def test_the_same_words_keep_none_of_a_question_for_no_list(question):
    assert not rewrite(question, [], KNOWN).rewritten
    assert asked("Who coordinates BOATNET?", question) == question
    assert asked("Où se trouve le port de Split ?", question) == question


@pytest.mark.parametrize(
    "question",
    [
        "Which workshops were cancelled in 2020?",
        "only those with a shipyard",
        "which ones help welders?",
        "lesquels aident les soudeurs ?",
        "How many boats were built in 2020?",
        "Which calls close in 2022?",
        "How many webinars in 2020?",
        "Combien d'ateliers en 2020 ?",
        "Quelles visites ont été annulées ?",
    ],
)
def test_words_that_say_more_keep_none_of_a_list(question):
    assert asked(WHICH, question) == question
    assert asked(HEADING, question) == question
