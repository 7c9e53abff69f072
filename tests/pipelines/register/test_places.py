"""Where the events that are asked for are: towns, countries, continents, and outside of which."""

import pytest

from tests.pipelines.register.asked import ask_of


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        # "à" is no verb, whether its accent is typed or not
        ("Événements à Lorient", {"lorient"}),
        ("evenements a Lorient", {"lorient"}),
        ("Ateliers organisés à Lille en 2023", {"lille"}),
        # as it is typed
        ("workshops in porto", {"porto"}),
        ("ateliers à saint-malo en 2022", {"saint malo"}),
        # of several words, and with an article
        ("Visites à La Rochelle", {"la rochelle"}),
        ("Ateliers à Saint-Malo et à Brest", {"saint malo", "brest"}),
        ("Workshops in The Hague", {"the hague"}),
        ("Événements au Havre", {"le havre"}),
        ("Ateliers aux Sables-d'Olonne", {"les sables d'olonne"}),
        ("Visites près d'Angers", {"angers"}),
        # words that are towns as well
        ("Which meetings took place in nice weather?", set()),
        ("Which visits took place in tours?", set()),
        ("Quelles réunions ont eu lieu à part ?", set()),
        ("Which meetings took place in March?", set()),
        ("Which meetings took place at the Porto Business School?", set()),
    ],
)
def test_the_towns_that_events_are_asked_for_in(text, towns):
    found = ask_of(text)
    assert found.cells == ("event",)
    assert found.towns == towns
    assert not {term.text for term in found.terms} & {"Lorient", "Rochelle", "Havre", "Hague"}


@pytest.mark.parametrize(
    "text",
    [
        "Événements hors de France",
        "Which events took place outside France?",
        "Quels événements ont eu lieu en dehors de la France ?",
    ],
)
def test_a_country_that_events_are_asked_for_outside_of(text):
    found = ask_of(text)
    assert (found.outside, found.countries, found.terms) == ({"FR"}, frozenset(), ())


@pytest.mark.parametrize(
    "text",
    [
        "Which events took place abroad?",
        "Quels événements ont eu lieu hors de la capitale ?",
        "Which events took place in Spain, outside France?",
    ],
)
def test_what_else_events_are_asked_for_outside_of_is_left_to_passages(text):
    assert ask_of(text) is None


def test_a_meeting_is_no_island():
    assert not ask_of("Quelle est la prochaine réunion ?").countries
    assert ask_of("Quels ateliers ont eu lieu à La Réunion ?").countries == {"RE"}


def test_a_continent_is_its_countries():
    asked = ask_of("Which missions went to Asia?")
    assert {"JP", "KR", "IN"} <= asked.countries
    assert not {"FR", "CA", "CY"} & asked.countries
    assert asked.terms == ()
    assert {"IS", "CY", "FR"} <= ask_of("Which missions took place in Europe?").countries
    africa = ask_of("Quelles missions vers l'Afrique ?").countries
    assert {"MA", "MU", "MG"} <= africa
    assert "ES" not in africa
    latin = ask_of("Quelles missions en Amérique latine ?").countries
    assert {"MX", "CU", "BR"} <= latin
    assert not {"US", "CA"} & latin
    assert "CU" not in ask_of("List the missions to South America").countries
    assert ask_of("Quelles missions en Amérique du Nord ?").countries == {"CA", "US", "MX"}
    assert "BR" in ask_of("List the missions to South America").countries
    assert ask_of("Which missions went to Japan?").countries == {"JP"}
    assert not ask_of("Which conferences did Asia House host?").countries
