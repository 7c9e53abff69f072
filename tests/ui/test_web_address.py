"""Odd links and long questions: what the page makes of them."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.test_web_sections import shown
from ui.web.address import QUESTION_CHARACTERS

Visit = Callable[..., AppTest]


def test_a_value_that_a_link_spells_in_two_ways_is_one_filter(visit: Visit) -> None:
    page = visit("search", q="clusters", country=["AT", "Autriche", "austria"])
    assert page.multiselect(key="country").value == ["AT"]
    assert [b.key for b in page.button if (b.key or "").startswith("chip-")] == ["chip-country-AT"]
    assert "snippet" in shown(page)
    both = visit("search", q="clusters", country=["AT", "FR"])
    assert both.multiselect(key="country").value == ["AT", "FR"]


def test_the_box_takes_no_more_of_a_question_than_the_link_keeps(visit: Visit) -> None:
    page = visit("search", q="clusters")
    assert page.text_input(key="q").proto.max_chars == QUESTION_CHARACTERS
    asked = ("clusters " * 400)[:QUESTION_CHARACTERS]
    page.text_input(key="q").input(asked).run()
    assert page.run().session_state["q"] == asked
