"""Follow-ups that ask for another figure keep what the earlier question was asked of, and when."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET", "Quai-Data"), places=("Split",))
CALL = "How many applications did the first call get?"
APPEL = "Combien de dossiers a reçus le premier appel ?"
GRANTS = "How many vouchers were awarded in 2023?"
CHEQUES = "Combien de chèques ont été attribués en 2023 ?"
FAIR = "How many visitors came to Bordavia in 2024?"
SALON = "Combien de visiteurs à Bordavia en 2024 ?"
SHORT = "How many meals are paid for a short exchange?"
COURT = "Quelle est l'aide pour un séjour court ?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (GRANTS, "and how many companies?", "How many companies in 2023?"),
        (GRANTS, "and how many jobs were created?", "How many jobs were created in 2023?"),
        (GRANTS, "and how much was paid?", "How much was paid in 2023?"),
        (GRANTS, "how many were refused?", "How many vouchers were refused in 2023?"),
        (GRANTS, "and what share was refused?", "What share was refused in 2023?"),
        (GRANTS, "et combien d'entreprises ?", "Combien d'entreprises en 2023 ?"),
        (CHEQUES, "et combien d'entreprises ?", "Combien d'entreprises en 2023 ?"),
        (CHEQUES, "combien ont été refusés ?", "Combien de chèques ont été refusés en 2023 ?"),
        (CHEQUES, "et quelle part a été payée ?", "Quelle part a été payée en 2023 ?"),
        (CALL, "and how many were funded?", "How many applications were funded in the first call?"),
        (CALL, "and how many yards?", "How many yards in the first call?"),
        (CALL, "et combien de PME ?", "Combien de PME lors du premier appel ?"),
        (
            APPEL,
            "et combien ont été financés ?",
            "Combien de dossiers ont été financés lors du premier appel ?",
        ),
        (
            "Combien d'emplois ont été créés en Bretagne avant 2022 ?",
            "et combien de stages ?",
            "Combien de stages en Bretagne avant 2022 ?",
        ),
        (
            "How many vouchers did BOATNET award in 2023?",
            "and how many firms applied?",
            "How many firms applied in the BOATNET project in 2023?",
        ),
        (
            "How many people attended the BOATNET exchange in Split?",
            "and how many speakers were absent?",
            "How many speakers were absent at the BOATNET exchange in Split?",
        ),
        (
            "How many workshops took place in 2021?",
            "how many were cancelled?",
            "How many workshops in 2021 were cancelled?",
        ),
        (SHORT, "and how many nights?", "How many nights for a short exchange?"),
    ],
)
def test_another_figure_keeps_the_topic_and_the_time(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (FAIR, "and exhibitors?", "How many exhibitors at Bordavia in 2024?"),
        (FAIR, "and foreign exhibitors?", "How many foreign exhibitors at Bordavia in 2024?"),
        ("Visitors at Bordavia in 2024", "and exhibitors?",
         "How many exhibitors at Bordavia in 2024?"),
        (SALON, "et exposants ?", "Combien d'exposants à Bordavia en 2024 ?"),
        (SALON, "et d'exposants étrangers ?",
         "Combien d'exposants étrangers à Bordavia en 2024 ?"),
        (SALON, "and exhibitors?", "How many exhibitors at Bordavia in 2024?"),
        # What has "the", or follows no number, is asked for itself.
        (FAIR, "and the opening hours?", "The opening hours at Bordavia in 2024?"),
        ("Who opened Bordavia in 2024?", "and exhibitors?", "Exhibitors at Bordavia in 2024?"),
    ],
)  # fmt: skip
def test_a_bare_noun_after_a_number_is_counted(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (SHORT, "and for a long one?", "How many meals are paid for a long exchange?"),
        ("Is an individual visit paid?", "and a joint one?", "Is a joint visit paid?"),
        (COURT, "et pour un long ?", "Quelle est l'aide pour un séjour long ?"),
        ("Que paie un long séjour ?", "et un court ?", "Que paie un court séjour ?"),
    ],
)
def test_another_sort_takes_the_place_of_the_earlier(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        (GRANTS, "And how many yards train welders?"),
        (GRANTS, "How many yards were built?"),
        (GRANTS, "And how many jobs were created in 2021?"),
        (GRANTS, "And how many welders does Veloria train?"),
        (GRANTS, "and what else?"),
        (GRANTS, "and news?"),
        (CHEQUES, "Et combien de chantiers forment des soudeurs ?"),
        (CHEQUES, "Combien de chantiers participent-ils ?"),
        (CHEQUES, "Et quelles aides pour les PME ?"),
        ("How do boatyards train welders?", "and how many were funded?"),
        ("Who is Ada Novak?", "How many shipyards?"),
        (SHORT, "and for a large firm?"),
        (SHORT, "and with a long one?"),
        (COURT, "et pour une longue ?"),
        (COURT, "et pour un chantier ?"),
    ],
)
def test_a_figure_with_a_topic_of_its_own_gets_no_other(earlier, question):
    assert asked(earlier, question) == question
