"""Follow-ups that leave out what they are asked of: it is added to the user's own words."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET", "Quai-Data"), places=("Split",))
SPLIT = "Who hosted the BOATNET exchange in Split?"
THE = "the BOATNET exchange in Split"
A_SPLIT = "Qui a accueilli l'échange BOATNET à Split ?"
LE = "l'échange BOATNET à Split"
DATA = "Qui coordonne Quai-Data ?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn("Who hosted the RAIL call?"), Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (SPLIT, "And who was absent?", f"Who was absent at {THE}?"),
        (SPLIT, "And who took the minutes?", f"Who took the minutes at {THE}?"),
        (SPLIT, "And work package 5?", f"Work package 5 of {THE}?"),
        (SPLIT, "And the agenda?", f"The agenda of {THE}?"),
        (SPLIT, "And what was the outcome?", f"What was the outcome of {THE}?"),
        (A_SPLIT, "Et qui était absent ?", f"Qui était absent à {LE} ?"),
        (A_SPLIT, "Et qui a pris les notes ?", f"Qui a pris les notes à {LE} ?"),
        (A_SPLIT, "Et à l'édition précédente ?", f"À l'édition précédente de {LE} ?"),
        (A_SPLIT, "Et l'ordre du jour ?", f"L'ordre du jour de {LE} ?"),
        (DATA, "Et le lot 2 ?", "Le lot 2 du projet Quai-Data ?"),
        (DATA, "Et quelle a été la suite ?", "Quelle a été la suite du projet Quai-Data ?"),
        # What is asked by another name than the usual one keeps it.
        (
            DATA,
            "Et quelle est l'enveloppe globale ?",
            "Quelle est l'enveloppe globale du projet Quai-Data ?",
        ),
        (DATA, "Et l'enveloppe globale ?", "L'enveloppe globale du projet Quai-Data ?"),
        (SPLIT, "And what was the total cost?", f"What was the total cost of {THE}?"),
        (DATA, "Et le budget ?", "Quel est le budget du projet Quai-Data ?"),
        (DATA, "Combien de places ?", "Combien de places du projet Quai-Data ?"),
    ],
)
def test_what_it_is_asked_of_is_added(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        (SPLIT, "Who was absent?"),
        (SPLIT, "And how do shipyards train their welders?"),
        (SPLIT, "And who helps boatyards?"),
        (SPLIT, "And who works on hydrogen?"),
        (SPLIT, "And who is Ada Novak?"),
        (SPLIT, "And in the north?"),
        (SPLIT, "And best practices for welders?"),
        (A_SPLIT, "Et comment les chantiers recrutent-ils ?"),
        (A_SPLIT, "Et qui aide les chantiers ?"),
        (A_SPLIT, "Et qui travaille sur l'hydrogène ?"),
        (A_SPLIT, "Et quelles aides pour les PME ?"),
        (A_SPLIT, "Et l'année suivante ?"),
        (A_SPLIT, "Et qui dirige Veloria ?"),
        ("How do boatyards train welders?", "And who was absent?"),  # at what?
    ],
)
def test_a_question_with_a_topic_of_its_own_gets_no_other(earlier, question):
    assert asked(earlier, question) == question
