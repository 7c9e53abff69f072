"""Events asked for by a verb for holding them, and those that were held or are planned alike."""

import pytest

from tests.pipelines.register.asked import ask_of


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("What was organised in Ghent in 2024?", {"ghent"}),
        ("Qu'est-ce qui s'est tenu à Nancy ?", {"nancy"}),
        ("Qu'a-t-on organisé à Lille en 2022 ?", {"lille"}),
        ("What took place in Brno in spring 2023?", {"brno"}),
        ("What is planned for 2024?", set()),
    ],
)
def test_what_was_held_somewhere_asks_for_events_of_any_kind(text, towns):
    asked = ask_of(text)
    assert {"meeting", "workshop", "conference"} <= asked.kinds
    assert asked.cells == ("event",)
    assert asked.towns == towns
    assert not asked.terms


@pytest.mark.parametrize(
    "text",
    [
        "What is held in trust?",
        "What was held on Tuesday?",
        "What was organised by the cluster?",
        "Qu'est-ce qui n'a pas été organisé à Metz ?",
    ],
)
def test_what_is_held_without_a_place_or_year_is_left_to_passages(text):
    assert ask_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Quels ateliers y a-t-il eu ou sont prévus en 2024 ?",
        "Quels ateliers sont prévus ou ont déjà eu lieu ?",
        "Which workshops have been held or are planned?",
        "Which workshops are planned or were held in 2024?",
    ],
)
def test_held_or_planned_is_either(text):
    asked = ask_of(text)
    assert asked.kinds == {"workshop"}
    assert "place" not in asked.cells
    assert not asked.planned
    assert not asked.past


def test_planned_alone_is_planned():
    assert ask_of("Which workshops are planned?").planned


@pytest.mark.parametrize(
    "text", ["List the calls for proposals we know of", "Quels appels à projets connaît-on ?"]
)
def test_what_is_known_is_no_topic(text):
    asked = ask_of(text)
    assert asked.kinds == {"call"}
    assert not asked.terms


def test_an_event_written_as_a_name_is_meant_alone():
    (phrase,) = ask_of("Où ont eu lieu les Rencontres Laine Durable 2024 ?").phrases
    assert phrase.search("retour sur les rencontres laine durable")
    assert not phrase.search("rencontres du comite laine")


def test_a_topic_in_small_letters_is_no_name():
    assert not ask_of("Où ont eu lieu les rencontres laine et lin ?").phrases
