"""Which evidence is stated first, and what is none."""

from __future__ import annotations

from pipelines.answer.choose import _with_figure_first
from pipelines.answer.evidence.otherday import tells_other_day
from pipelines.answer.make import _of_name

FEES = (
    "# The weavers' pass\n\nThe pass costs a good deal for a weaver. The pass costs 90 euros. "
    "For apprentices the pass is free.\n"
)
NEWS = (
    "# Letter\n\n## In brief\n\n- WOOLINE has begun. It pays for looms.\n"
    "- The dinner was late.\n- Apprentices leave at five.\n"
)


def test_a_sentence_without_an_amount_stands_behind_the_one_that_has_it(chosen):
    _, choices = chosen(
        FEES, "How much does the pass cost?", "The pass costs a", "The pass costs 9"
    )
    assert _with_figure_first(choices, 0.2) == [choices[1], choices[0]]
    assert _with_figure_first(choices, 0.95) == choices


def test_what_costs_nothing_has_no_amount(chosen):
    _, choices = chosen(FEES, "How much does the pass cost?", "For apprentices", "The pass costs 9")
    assert _with_figure_first(choices, 0.2) == choices


def test_the_day_a_quoted_mail_was_sent_is_not_the_day_asked_for(chosen):
    thread = (
        "# The visit\n\nThe visit is on 9 May 2024.\n\nFrom: Ann Rodel\nSent: 25 March 2024 17:48\n"
        "The visit may slip.\n"
    )
    question, (visit, sent) = chosen(thread, "When is the visit?", "The visit is", "Sent")
    assert tells_other_day(question, question.asks[0], sent.evidence)
    assert not tells_other_day(question, question.asks[0], visit.evidence)


def test_the_day_a_page_was_put_online_is_not_that_of_what_it_tells(chosen):
    page = (
        "# Weavers in Ghent\n\n15 April 2024\n\nLast week Alba Cluster welcomed twelve weavers in "
        "Ghent.\n\nWeavers met in Ghent from 9 to 11 April 2024.\n"
    )
    question, (posted, met) = chosen(
        page, "When did weavers meet in Ghent?", "15 April", "Weavers m"
    )
    assert tells_other_day(question, question.asks[0], posted.evidence)
    assert not tells_other_day(question, question.asks[0], met.evidence)
    question, (posted,) = chosen(page, "When was the page on Ghent published?", "15 April")
    assert not tells_other_day(question, question.asks[0], posted.evidence)


def test_of_news_in_brief_those_of_the_name_asked_about_are_told(chosen):
    question, (brief,) = chosen(NEWS, "WOOLINE", "In brief")
    content = brief.evidence.reading.text.content
    told = [item.of(content) for item in _of_name(question, brief.evidence)]
    assert told == ["WOOLINE has begun. It pays for looms."]
    question, (brief,) = chosen(NEWS, "dinner of the apprentices", "In brief")
    assert len(_of_name(question, brief.evidence)) == 3


def test_rows_of_other_towns_say_nothing_of_one_that_is_not_there(library_of):
    rows = "| Town | Looms at work |\n|---|---|\n| Ghent | 61 % |\n| Metz | 64 % |\n"
    table = f"# Looms by town\n\n{rows}"
    library = library_of({"looms.md": table})
    assert library.ask("What share of looms is at work in Ghent?").kind != "abstained"
    assert library.ask("What share of looms is at work in Porto?").kind == "abstained"
