"""Follow-ups that ask for another of several by its number: "and the second one?"."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET", "QUAYDATA"), places=("Split",))
FIRST = "Who hosted the first BOATNET staff exchange?"
PREMIER = "Qui a accueilli le premier échange de personnels BOATNET ?"
REUNION = "Où s'est tenue la première réunion de BOATNET ?"
LOT = "What is the deadline of lot 3 of QUAYDATA?"
NUMERO = "Où s'est réuni le comité de pilotage n° 3 de BOATNET ?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (FIRST, "and the second one?", "Who hosted the second BOATNET staff exchange?"),
        (FIRST, "And the third?", "Who hosted the third BOATNET staff exchange?"),
        (FIRST, "the second exchange?", "Who hosted the second BOATNET staff exchange?"),
        (FIRST, "what about no. 4?", "Who hosted the fourth BOATNET staff exchange?"),
        (PREMIER, "et le deuxième ?", PREMIER.replace("premier", "deuxième")),
        (PREMIER, "et le second échange ?", PREMIER.replace("premier", "deuxième")),
        (REUNION, "et la quatrième ?", REUNION.replace("première", "quatrième")),
        (REUNION.replace("première", "2e"), "et la première ?", REUNION.replace("première", "1re")),
        ("Budget of the 1st round", "and the 3rd?", "Budget of the 3rd round?"),
        ("Budget of the second round", "and the first?", "Budget of the first round?"),
        (LOT, "and lot 4?", "What is the deadline of lot 4 of QUAYDATA?"),
        (LOT, "And lot B?", "What is the deadline of lot B of QUAYDATA?"),
        (LOT, "and 4?", "What is the deadline of lot 4 of QUAYDATA?"),
        (LOT, "and the second?", "What is the deadline of lot 2 of QUAYDATA?"),
        ("Date limite de QUAYDATA lot 1 ?", "et le lot 4 ?", "Date limite de QUAYDATA lot 4 ?"),
        ("Who led workshop A in Split?", "and workshop B?", "Who led workshop B in Split?"),
        (NUMERO, "et le n° 4 ?", NUMERO.replace("3", "4")),
        (NUMERO, "le n°4 ?", NUMERO.replace("3", "4")),
        (NUMERO, "et le quatrième ?", NUMERO.replace("3", "4")),
        ("Where was SC3 of BOATNET held?", "and SC4?", "Where was SC4 of BOATNET held?"),
        # Of several numbers, that of the noun that is asked for.
        (
            "Deadline of lot 2 of the first QUAYDATA call?",
            "and the second?",
            "Deadline of lot 2 of the second QUAYDATA call?",
        ),
    ],
)
def test_a_number_takes_the_place_of_the_earlier_one(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        # Of another noun: a part of what was spoken of.
        (
            "Who hosted the first BOATNET exchange in Split?",
            "and the second day?",
            "The second day of the first BOATNET exchange in Split?",
        ),
        (
            "Who coordinates BOATNET?",
            "And work package 5?",
            "Work package 5 of the BOATNET project?",
        ),
    ],
)
def test_a_part_is_none_of_several(earlier, question, whole):
    assert asked(earlier, question) in (whole, question)


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        ("Who hosted the BOATNET exchange in Split?", "and the second one?"),
        ("Qui a accueilli l'échange BOATNET à Split ?", "et la quatrième ?"),
        ("Qui a accueilli l'échange BOATNET à Split ?", "et le n° 4 ?"),
        ("Who hosted BOATNET in Split on 5 May?", "and no. 4?"),
        ("When did BOATNET meet for the first time?", "and the second one?"),
        ("Who were the top 10 members of BOATNET?", "and 12?"),
        (FIRST, "Who spoke at the second RAIL workshop?"),
        (FIRST, "Which boats won second prize?"),
        (FIRST, "and how do 4 firms share one yard?"),
    ],
)
def test_a_number_that_takes_no_earlier_ones_place_changes_nothing(earlier, question):
    assert asked(earlier, question) == question


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (LOT, "what is its budget?", "What is lot 3 of QUAYDATA’s budget?"),
        (LOT, "who coordinates it?", "Who coordinates lot 3 of QUAYDATA?"),
        ("Deadline of QUAYDATA lot 1?", "and the budget?", "What is the budget of QUAYDATA lot 1?"),
        (
            "Quel est le budget du lot 3 de QUAYDATA ?",
            "sa date limite ?",
            "La date limite du lot 3 de QUAYDATA ?",
        ),
        # No part, and no number of one.
        ("Who coordinates QUAYDATA?", "and its budget?", "The QUAYDATA project’s budget?"),
        ("Who led 10 yards in QUAYDATA?", "and its budget?", "The QUAYDATA project’s budget?"),
    ],
)
def test_a_numbered_part_of_a_project_is_what_was_spoken_of(earlier, question, whole):
    assert asked(earlier, question) == whole


NINTH = "When was the ninth Dock Morning?"


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (NINTH, "where?", "Where was the ninth Dock Morning held?"),
        (NINTH, "where was it?", "Where was the ninth Dock Morning?"),
        (NINTH, "où ?", "Où a eu lieu la 9e édition de Dock Morning ?"),
        (
            "Qui a ouvert la 3e Matinée Bordavia ?",
            "et quand a-t-elle eu lieu ?",
            "Quand la 3e Matinée Bordavia a-t-elle eu lieu ?",
        ),
        (
            "Who hosted the second BOATNET exchange in Split?",
            "quand ?",
            "Quand a eu lieu le deuxième échange BOATNET à Split ?",
        ),
        ("Qui a ouvert la 1re réunion BOATNET ?", "where?",
         "Where was the first BOATNET meeting held?"),
        # A name keeps the article that is its own, and no other word's.
        ("Qui préside le Pôle Ferralis ?", "où est-il ?", "Où le Pôle Ferralis est-il ?"),
        ("How old is the Veloria machine?", "where is it?", "Where is Veloria?"),
        ("Who leads the Veloria team?", "where is it?", "Where is Veloria?"),
        ("Who first led Veloria?", "where is it?", "Where is Veloria?"),
    ],
)  # fmt: skip
def test_what_was_spoken_of_keeps_its_ordinal(earlier, question, whole):
    assert asked(earlier, question) == whole
