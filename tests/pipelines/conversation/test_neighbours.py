"""Follow-ups that ask for the next one, or the one before."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET",), places=("Split",))
NAVALIA = "Combien de visiteurs à Navalia en 2022 ?"
VISITORS = "How many visitors at Navalia in 2022?"
SECOND = "Who hosted the second BOATNET exchange?"
COMITE = "Où a eu lieu le comité de pilotage n° 3 de BOATNET ?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (NAVALIA, "et l'année suivante ?", NAVALIA.replace("2022", "2023")),
        (NAVALIA, "l'année d'avant ?", NAVALIA.replace("2022", "2021")),
        (NAVALIA, "et deux ans plus tôt ?", NAVALIA.replace("2022", "2020")),
        (NAVALIA, "et le suivant ?", NAVALIA.replace("2022", "2023")),
        (VISITORS, "the year before?", VISITORS.replace("2022", "2021")),
        (VISITORS, "and the following year?", VISITORS.replace("2022", "2023")),
        (VISITORS, "and two years later?", VISITORS.replace("2022", "2024")),
        (VISITORS, "and the previous one?", VISITORS.replace("2022", "2021")),
        (SECOND, "and the next one?", SECOND.replace("second", "third")),
        (SECOND, "the one before?", SECOND.replace("second", "first")),
        (COMITE, "et le suivant ?", COMITE.replace("3", "4")),
        (COMITE, "et le précédent ?", COMITE.replace("3", "2")),
        (
            "When is the next Harbour Morning?",
            "and the previous one?",
            "When was the previous Harbour Morning?",
        ),
        (
            "Date de la dernière réunion BOATNET",
            "et la suivante ?",
            "Date de la prochaine réunion BOATNET ?",
        ),
    ],
)
def test_the_neighbour_of_what_was_asked_for(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        ("Who hosted the BOATNET exchange in Split?", "and the next one?"),
        ("Qui a accueilli l'échange BOATNET à Split ?", "et le suivant ?"),
        ("Qui a accueilli l'échange BOATNET à Split ?", "l'année suivante ?"),
        ("Who hosted the first BOATNET exchange?", "and the previous one?"),  # there is none
        ("When will the next BOATNET meeting be held?", "and the previous one?"),
        ("Which workshops took place before 2022?", "the year before?"),
        (SECOND, "When is the next BOATNET exchange in Split?"),
        (NAVALIA, "Quelle est la prochaine réunion BOATNET ?"),
    ],
)
def test_no_neighbour_is_made_up(earlier, question):
    assert asked(earlier, question) == question


def test_next_year_is_told_from_today():
    assert asked(VISITORS, "and next year?") != VISITORS.replace("2022", "2023")
