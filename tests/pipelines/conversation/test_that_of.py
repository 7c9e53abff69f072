"""Follow-ups with "celui de" and "celle de" ask for the last noun of their gender."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET", "Quai-Data"), places=("Split",))
BUDGET = Turn("Quel est le budget de BOATNET ?")
LENGTH = Turn("sa durée ?", "La durée du projet BOATNET ?")
ASKED = Turn("Quelle est la durée de BOATNET ?")


@pytest.mark.parametrize(
    ("turns", "question", "whole"),
    [
        ([BUDGET, LENGTH], "celui de Quai-Data ?", "Quel est le budget de Quai-Data ?"),
        ([BUDGET, LENGTH], "et celui de Quai-Data ?", "Quel est le budget de Quai-Data ?"),
        ([BUDGET, LENGTH], "et celle de Quai-Data ?", "La durée du projet Quai-Data ?"),
        ([ASKED, BUDGET], "et celle de Quai-Data ?", "Quelle est la durée de Quai-Data ?"),
        ([ASKED, BUDGET], "et celui de Quai-Data ?", "Quel est le budget de Quai-Data ?"),
        # Where none has that gender, the last question is meant.
        ([BUDGET], "et celle de Quai-Data ?", "Quel est le budget de Quai-Data ?"),
    ],
)
def test_the_gender_tells_which_noun_is_meant(turns, question, whole):
    assert rewrite(question, turns, KNOWN).text == whole


@pytest.mark.parametrize("question", ["celui de droite ?", "Celui qui dirige BOATNET ?"])
def test_what_names_nothing_known_is_left_alone(question):
    assert rewrite(question, [BUDGET, LENGTH], KNOWN).text == question
