"""Follow-ups that say when or where: each of their words is in the question that is answered."""

import pytest

from pipelines.conversation.parts import parts_of
from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(
    projects=("BOATNET", "RAILTEAM", "HARBOUR"),
    places=("Split", "Gdynia", "Lille"),
    pairs=frozenset({("BOATNET", "Split"), ("BOATNET", "Gdynia"), ("RAILTEAM", "Lille")}),
)
LIST = "Which workshops took place in 2020?"
LISTE = "Quels ateliers ont eu lieu en 2020 ?"
SPAIN = "Which workshops took place in Spain?"
ESPAGNE = "Quelles visites ont eu lieu en Espagne ?"
SPLIT = "Who hosted the BOATNET exchange in Split?"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("And before 2019?", "before 2019"),
        ("And after 2020?", "after 2020"),
        ("and since 2018?", "since 2018"),
        ("until 2019?", "until 2019"),
        ("And between 2017 and 2019?", "between 2017 and 2019"),
        ("And from 2017 to 2019?", "from 2017 to 2019"),
        ("And in 2018 or 2019?", "in 2018 or 2019"),
        ("What about 2018 and 2019?", "in 2018 and 2019"),
        ("And not in 2019?", "not in 2019"),
        ("And except in 2019?", "except in 2019"),
        ("And in March 2021?", "in March 2021"),
        ("And in the first half of 2021?", "in the first half of 2021"),
        ("and last year?", "last year"),
        ("And 2021 onwards?", "from 2021 onwards"),
        ("and at the end of 2021?", "at the end of 2021"),
        ("AND BEFORE 2019?", "before 2019"),
        ("And in June?", "in June 2020"),
        ("And in July and August?", "in July and August 2020"),
        ("What about May?", "in May 2020"),
        ("And on 3 June 2021?", "on 3 June 2021"),
    ],
)
def test_the_time_is_asked_for_in_the_words_of_the_follow_up(question, when):
    assert asked(LIST, question) == f"Which workshops took place {when}?"


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("Et avant 2019 ?", "avant 2019"),
        ("et après 2020 ?", "après 2020"),
        ("Et depuis 2018 ?", "depuis 2018"),
        ("et à partir de 2018 ?", "à partir de 2018"),
        ("Et jusqu'en 2019 ?", "jusqu'en 2019"),
        ("Et entre 2017 et 2019 ?", "entre 2017 et 2019"),
        ("et de 2017 à 2019 ?", "de 2017 à 2019"),
        ("Et en 2018 ou 2019 ?", "en 2018 ou 2019"),
        ("et pas en 2019 ?", "pas en 2019"),
        ("Et sauf en 2019 ?", "sauf en 2019"),
        ("et en mars 2021 ?", "en mars 2021"),
        ("et en mars ?", "en mars 2020"),
        ("Et d'avril à juin ?", "d'avril à juin 2020"),
        ("et l'an dernier ?", "l'an dernier"),
        ("Et celles de 2021 ?", "en 2021"),
        ("et dès 2021 ?", "dès 2021"),
        ("et fin 2021 ?", "fin 2021"),
    ],
)
def test_the_time_is_asked_for_in_french_words(question, when):
    assert asked(LISTE, question) == f"Quels ateliers ont eu lieu {when} ?"


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("And outside Poland?", "outside Poland"),
        ("And not in Poland?", "not in Poland"),
        ("And everywhere except Poland?", "everywhere except Poland"),
        ("In Poland or Denmark?", "in Poland or Denmark"),
        ("What about Poland and Denmark?", "in Poland and Denmark"),
        ("And near Lille?", "near Lille"),
        ("What about the Netherlands?", "in the Netherlands"),
        ("And in Lille, Gdynia and Split?", "in Lille, Gdynia and Split"),
    ],
)
def test_all_places_are_asked_for_with_what_denies_them(question, where):
    assert asked(SPAIN, question) == f"Which workshops took place {where}?"


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("Et hors de France ?", "hors de France"),
        ("et hors d'Italie ?", "hors d'Italie"),
        ("Et pas en Pologne ?", "pas en Pologne"),
        ("Et sauf en Pologne ?", "sauf en Pologne"),
        ("et en Italie et en Pologne ?", "en Italie et en Pologne"),
        ("Et la Pologne et le Danemark ?", "en Pologne et au Danemark"),
        ("et les Pays-Bas ?", "aux Pays-Bas"),
        ("Et la Bretagne ?", "en Bretagne"),
        ("et à Lille ou à Gdynia ?", "à Lille ou à Gdynia"),
    ],
)
def test_all_places_are_asked_for_in_french(question, where):
    assert asked(ESPAGNE, question) == f"Quelles visites ont eu lieu {where} ?"


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (LIST, "et avant 2019 ?", "Quels ateliers ont eu lieu avant 2019 ?"),
        (LIST, "et en juin ?", "Quels ateliers ont eu lieu en juin 2020 ?"),
        (LIST, "et hors de France ?", "Quels ateliers ont eu lieu hors de France en 2020 ?"),
        (ESPAGNE, "And since 2019?", "Which visits took place in Spain since 2019?"),
        (ESPAGNE, "and Poland or Denmark?", "Which visits took place in Poland or Denmark?"),
        (
            "Which workshops took place before 2019?",
            "et en Pologne ?",
            "Quels ateliers ont eu lieu en Pologne avant 2019 ?",
        ),
        (
            "Which workshops took place outside Spain in June 2021?",
            "et les webinaires ?",
            "Quels webinaires ont eu lieu hors d'Espagne en juin 2021 ?",
        ),
        (
            "Quels ateliers ont eu lieu sauf au Danemark ?",
            "and in 2021?",
            "Which workshops took place except in Denmark in 2021?",
        ),
        (
            "Which railway workshops took place in 2020?",
            "et entre 2017 et 2019 ?",
            "Which railway workshops took place between 2017 and 2019?",
        ),
    ],
)
def test_when_and_where_are_said_in_the_other_language(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (SPLIT, "And RAILTEAM and HARBOUR?", "Who hosted the RAILTEAM and HARBOUR exchange?"),
        (SPLIT, "in Gdynia or Split?", "Who hosted the BOATNET exchange in Gdynia or Split?"),
        (SPLIT, "And outside Lille?", "Who hosted the BOATNET exchange outside Lille?"),
        (
            "Which yards from Spain attended the exchange in Split?",
            "And from Poland and Denmark?",
            "Which yards from Poland and Denmark attended the exchange in Split?",
        ),
        (LIST, "And the webinars?", "Which webinars took place in 2020?"),
        (LIST, "And the webinars before 2019?", "Which webinars took place before 2019?"),
        ("Workshops before 2019 in Lille?", "and webinars?", "Webinars before 2019 in Lille?"),
        ("Combien d'ateliers en 2020 ?", "et les visites ?", "Combien de visites en 2020 ?"),
        ("Combien de visites en 2020 ?", "et les ateliers ?", "Combien d'ateliers en 2020 ?"),
        (
            "Which workshops took place after 2019?",
            "And in 2017?",
            "Which workshops took place in 2017?",
        ),
    ],
)
def test_nothing_of_the_earlier_question_stays_that_was_exchanged(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (
            "How many workshops took place in 2020?",
            "And how many in 2021?",
            "How many workshops took place in 2021?",
        ),
        (
            "How many workshops took place in 2020?",
            "How many since 2021?",
            "How many workshops took place since 2021?",
        ),
        (
            "Combien d'ateliers ont eu lieu en 2020 ?",
            "Combien en 2021 ?",
            "Combien d'ateliers ont eu lieu en 2021 ?",
        ),
        (
            "Combien d'ateliers ont eu lieu en 2020 ?",
            "Et combien en 2021 ?",
            "Combien d'ateliers ont eu lieu en 2021 ?",
        ),
        (LISTE, "Et lesquels en Pologne ?", "Quels ateliers ont eu lieu en 2020 en Pologne ?"),
        (LIST, "Which ones were in Poland?", "Which workshops took place in 2020 in Poland?"),
        (LIST, "And how many in 2021?", "How many workshops took place in 2021?"),
        (LISTE, "Et combien en 2021 ?", "Combien d'ateliers ont eu lieu en 2021 ?"),
        (
            "Combien de visites ont eu lieu en 2020 ?",
            "Et lesquelles en Pologne ?",
            "Quelles visites ont eu lieu en 2020 en Pologne ?",
        ),
        (LIST, "And how many?", "How many workshops took place in 2020?"),
        ("Who hosted workshops in 2020?", "And who in 2021?", "Who hosted workshops in 2021?"),
    ],
)
def test_how_many_and_which_ask_the_earlier_question_again(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        ("Which workshops took place before 2019?", "And in June?"),  # of which year?
        (LIST, "And no webinars in 2021?"),
        (LIST, "And other workshops in 2021?"),
        (LIST, "And in the 2010s?"),
        (LIST, "And except in March?"),
        (LIST, "And the budget of RAILTEAM?"),
        (LIST, "May I ask?"),
        (LISTE, "Et la date limite de RAILTEAM ?"),
        (SPLIT, "How many in 2021?"),  # of what?
        (SPLIT, "And which in Poland?"),
        ("What is BOATNET?", "And how many in 2021?"),
        ("Who hosted the BOATNET exchange?", "Who are the partners of RAILTEAM?"),
        ("Who hosted the BOATNET exchange?", "And who are the partners of RAILTEAM?"),
        ("How many workshops took place in 2020?", "How many clusters in Poland make boats?"),
        ("Combien d'ateliers en 2020 ?", "Combien de chantiers en Pologne ?"),
        (SPLIT, "Poland 2021"),
    ],
)
def test_what_would_be_another_question_is_left_alone(earlier, question):
    assert asked(earlier, question) == question


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which workshops took place between 2017 and 2019?", ["between 2017 and 2019"]),
        ("ateliers hors de Pologne depuis mars 2021", ["hors de Pologne", "depuis mars 2021"]),
        ("the 2021 workshop in Split, Croatia", ["2021", "in Split, Croatia"]),
        ("ports that may open and march on", []),
        ("the H2020 label and item 2021-4", []),
    ],
)
def test_a_stretch_goes_from_its_preposition_to_its_last_value(question, found):
    assert [s.span.of(question) for s in parts_of(question, KNOWN).stretches] == found
