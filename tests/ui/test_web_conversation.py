"""A long conversation on the page: what was answered stays answered as it was."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_web_sections import shown
from ui.web.address import TURNS

Visit = Callable[..., AppTest]

KICK_OFF = "Who hosted the ALPINET kick-off meeting?"
BESIDE = "Who shared one auditor?"  # speaks of no event
OTHERS = [
    "What is the deadline of the HYDROLAC call?",
    "Who hosted the ALPINET study visit in Annecy?",
    "How many participants were there?",
    "What is the total budget of ALPINET?",
]


def statements(page: AppTest) -> list[str]:
    """What each turn but the newest says, without its links."""
    turns = shown(page).split('<h2 class="asked"')[1:-1]
    told = (re.findall(r'class="(?:statement|reason)"[^>]*>(.*?)<a|$', turn) for turn in turns)
    return ["".join(parts) for parts in told]


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        # A follow-up of the question that goes; and one that leans on it over another.
        (
            [KICK_OFF, "And when was it?", BESIDE],
            ["When was the ALPINET kick-off meeting?", BESIDE],
        ),
        (
            [KICK_OFF, BESIDE, "And when was it?"],
            [BESIDE, "When was the ALPINET kick-off meeting?"],
        ),
    ],
)
def test_earlier_answers_stay_when_the_first_question_goes(
    visit: Visit, first: list[str], kept: list[str]
) -> None:
    *before, newest = [*first, *OTHERS]
    assert len(before) == TURNS
    page = visit(before=before, q=newest)
    told = statements(page)
    assert "8-9 February 2023" in "".join(told)
    page.text_input(key="follow").input("And where?").run()
    # Only what can't be understood without the first question is asked otherwise.
    assert page.query_params["before"] == [*kept, *OTHERS]
    assert statements(page)[:-1] == told[1:]


def test_a_conversation_that_is_kept_whole_keeps_its_words(visit: Visit) -> None:
    page = visit(before=[KICK_OFF], q="And when was it?")
    page.text_input(key="follow").input("And where?").run()
    assert page.query_params["before"] == [KICK_OFF, "And when was it?"]
