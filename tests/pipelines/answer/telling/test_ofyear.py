"""What is told of a year is not of other years and editions."""

from __future__ import annotations

from pipelines.answer.telling.ofyear import is_of_other_year
from pipelines.answer.telling.told import best
from tests.pipelines.answer.telling.beginnings import beginnings


def test_of_a_year_what_names_none_in_its_report_is_told_and_not_other_editions(scored):
    documents = {
        "report.md": "# Back from the Weftline days\n\nMetz, 13 October 2023\n\n"
        "For two days 340 guests met in Tours.\n\nFormer editions:\n\n"
        "- Fifth days, Rennes, 20 November 2019\n- Sixth days, Namur, 3 May 2021\n"
    }
    scores = {"Fifth days": 0.8, "For two": 0.6}
    for asked, first in (
        ("Where were the Weftline days held in 2023?", "For two days"),
        ("Where were the Weftline days held in 2019?", "Fifth days, "),
        ("Where were the Weftline days held?", "Fifth days, "),
    ):
        question, ask, choices, kin = scored(documents, asked, scores)
        told = beginnings(best(question, ask, choices, kin))
        assert told[0] == first
        assert (len(told) == 1) is ("2023" in asked)


def test_a_figure_that_is_held_against_another_years_is_not_of_that_year(scored):
    documents = {
        "survey.md": "# Weftline survey 2022\n\nThe survey is of autumn 2022.\n\n"
        "Energy weighed 9.4 % of turnover, against 5.1 % in 2021.\n\nWool weighed 30 %.\n\n"
        "L'énergie pesait 9 %, contre 5 % en 2021.\n\nEnergy weighed 5.1 % in 2021.\n"
    }
    scores = {"Energy weighed 9": 0.9, "Wool": 0.5, "L'énergie": 0.5, "Energy weighed 5": 0.5}
    question, *_ = asked = scored(documents, "Which share was energy in 2022?", scores)
    kept = [not is_of_other_year(question, choice) for choice in asked[2]]
    assert kept == [True, True, True, False]
