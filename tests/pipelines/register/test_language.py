"""What list questions say of time, town, body and state, and what is not for the register."""

from datetime import date

import pytest

from encoder.lexicon import default_lexicon
from pipelines.answer.asking.question import understand
from pipelines.register.nouns import without_accents
from pipelines.register.periods import period_in
from pipelines.register.wanted import wanted
from pipelines.retrieval.query import analyse

TODAY = date(2024, 5, 20)
BODIES = {"klaster jadran": "klaster jadran", "pole voilier": "voilier", "voilier": "voilier"}


def asked(text):
    question = understand(analyse(text, default_lexicon(), {"boatnet"}, True))
    return wanted(question, ["BOATNET"], BODIES, TODAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Which visits since 2020?", date(2020, 1, 1), date.max),
        ("avant mars 2020", date.min, date(2020, 2, 29)),
        ("entre mars et mai 2023", date(2023, 3, 1), date(2023, 5, 31)),
        ("du 3 au 5 mai 2022", date(2022, 5, 3), date(2022, 5, 5)),
        ("in the second half of 2022", date(2022, 7, 1), date(2022, 12, 31)),
        ("au premier trimestre 2022", date(2022, 1, 1), date(2022, 3, 31)),
        ("à l'été 2022", date(2022, 6, 1), date(2022, 8, 31)),
        ("l'année dernière", date(2023, 1, 1), date(2023, 12, 31)),
        ("in the last two years", date(2022, 5, 20), TODAY),
    ],
)
def test_a_period_has_its_days(text, first, last):
    found = period_in(without_accents(text.lower()), TODAY)
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize("text", ["Les échanges ont été 2022", "in March 2022", "in 2021"])
def test_a_year_or_month_alone_is_no_period(text):
    assert period_in(without_accents(text.lower()), TODAY) is None


@pytest.mark.parametrize(
    "text", ["Quelles visites se sont tenues à Split ?", "Which visits took place in Split?"]
)
def test_a_town_is_where_the_event_was_and_nothing_else_is_asked(text):
    found = asked(text)
    assert found.towns == {"split"}
    assert not found.terms


@pytest.mark.parametrize(
    "text",
    ["Which visits did Pôle Voilier host?", "Quelles visites le Pôle Voilier a-t-il reçues ?"],
)
def test_a_body_that_is_named_had_the_part(text):
    found = asked(text)
    assert (found.bodies, found.role, found.cells) == ({"voilier"}, "host", ("event",))


@pytest.mark.parametrize(
    "text", ["Which visits were postponed?", "Quelles visites ont été reportées ?"]
)
def test_moved_events_are_asked_for(text):
    found = asked(text)
    assert found.moved
    assert not found.terms


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("In which Croatian towns were visits organised?", "place"),
        ("Dans quels pays se sont déroulées les visites d'étude ?", "place"),
        ("How many people attended each workshop?", "participants"),
        ("Which projects held a kick-off?", "projects"),
    ],
)
def test_the_cell_that_is_asked_for_comes_first(text, cells):
    assert asked(text).cells[0] == cells


@pytest.mark.parametrize(
    "text",
    [
        "Who makes up the BOATNET consortium?",
        "Which organisations make up BOATNET?",
        "Qui fait partie du projet BOATNET ?",
        "Combien de partenaires compte BOATNET ?",
    ],
)
def test_the_partners_of_a_project_are_asked_for_in_many_words(text):
    found = asked(text)
    assert (found.cells[0], found.projects) == ("partners", {"BOATNET"})


@pytest.mark.parametrize(
    "text",
    [
        "Who leads the BOATNET consortium?",
        "Which partners of BOATNET are responsible for communication?",
        "How many meetings must a cluster hold per year to get the label?",
        "Quels lieux ont été visités pendant la visite d'étude ?",
        "Workshops at the harbour festival",
    ],
)
def test_what_the_register_does_not_know_is_not_for_it(text):
    assert asked(text) is None
