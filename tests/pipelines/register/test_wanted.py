"""What a question is taken to ask of the event register, and that others are left to passages."""

import pytest

from tests.pipelines.register.asked import ask_of


@pytest.mark.parametrize(
    "text",
    [
        "When was the exchange in Split?",
        "How much does a voucher pay?",
        "How many people attended the kick-off?",
        "Quels sujets ont été abordés lors des réunions ?",
        "What did the partners decide at the meetings?",
        "Why were the exchanges moved?",
        "Which project was launched in 2021?",
        "Which projects have not started yet?",
        "Quels projets ne sont pas terminés ?",
        "Were all projects finished on time?",
        "Which projects launched a newsletter in 2022?",
        "Quels projets ont démarré une enquête ?",
        "Quel est le budget de tous les projets lancés en 2021 ?",
        "Which towns met the emission target?",
        "In which towns did they meet the minister?",
        "Which companies received our applications in 2020?",
        "Which cluster hosted our companies in Halifax?",
        "In which countries was the emission target met in 2022?",
        "Dans quelles villes les prix se sont-ils le plus envolés ?",
        "In which towns did the partners not meet?",
        "Which clusters have never hosted us?",
        "Which companies host our staff?",
        "Quelles entreprises hébergent nos équipes ?",
        "How many B2B meetings took place at Timber Days?",
        "Combien de rencontres B2B ont eu lieu en 2021 ?",
        "Which ceremonies took place in 2021?",
        "What is the next step of the meetings?",
        "Which webinars are mentioned by the minister?",
        "Which companies attended the kick-offs?",
        "Quelles entreprises ont participé aux visites ?",
        "workshops held abroad in 2020",
    ],
)
def test_a_question_for_something_else_is_not_for_the_register(text):
    assert ask_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "cells"),
    [
        ("Which clusters hosted a study visit, and when?", "visit", ("host", "date")),
        ("Qui a organisé des webinaires en 2020 ?", "webinar", ("organiser",)),
        ("list all missions to Canada", "mission", ("event",)),
        ("Où se sont tenus les ateliers ?", "workshop", ("place",)),
        ("Quelles sont les dates limites des appels ouverts ?", "call", ("deadline", "event")),
        ("Quels projets ont été lancés en Espagne ?", "kick_off", ("projects", "event")),
        ("Which projects started in 2021?", "kick_off", ("projects", "event")),
        ("quels projets se terminent en 2024", "closing", ("projects", "event")),
        ("Quels projets s'achèvent en 2024 ?", "closing", ("projects",)),
        ("Which projects have ended?", "closing", ("projects", "event")),
        ("Quels projets se clôturent en 2024 ?", "closing", ("projects", "event")),
        ("Dans quelles villes les partenaires se sont-ils réunis ?", "visit", ("place",)),
        ("In which countries did the partners meet in 2021?", "exchange", ("place",)),
        ("Quels pôles nous ont accueillis en 2022 ?", "visit", ("host",)),
        ("Which clusters welcomed our members in Canada?", "mission", ("host",)),
    ],
)
def test_what_is_asked_of_the_register(text, kind, cells):
    found = ask_of(text)
    assert kind in found.kinds
    assert found.cells == cells


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Which general assemblies are planned?", ["general assembly"]),
        ("Combien de réunions du comité de pilotage en 2021 ?", ["steering committee meeting"]),
        ("Which meetings and general assemblies took place?", []),
        ("Which events and general assemblies took place?", []),
        ("Which workshops and general assemblies took place?", ["general assembly"]),
        ("Quelles écoles d'été sont prévues ?", ["summer school"]),
        ("Quels petits-déjeuners sont prévus ?", ["breakfast meeting"]),
        ("Which breakfast briefings are planned?", ["breakfast meeting"]),
        ("Which networking dinners were held in 2023?", ["dinner"]),
        ("Quelles soirées des adhérents sont prévues ?", ["evening event"]),
        ("Which meetings took place?", []),
        ("Quelles rencontres ont eu lieu ?", []),
    ],
)
def test_which_noun_narrows_what_is_asked(text, names):
    assert [n.names[0] for n in ask_of(text).narrow] == names


def test_a_narrow_noun_takes_no_other_kind_in():
    assert ask_of("Which general assemblies took place?").kinds == {"meeting"}
    assert ask_of("Which meetings took place?").kinds == {"meeting", "kick_off", "closing"}


def test_rencontres_may_be_business_meetings_or_a_conference_and_reunions_not():
    meetings = {"meeting", "kick_off", "closing"}
    wider = {*meetings, "matchmaking", "conference"}
    assert ask_of("Quelles rencontres ont eu lieu en Bulgarie ?").kinds == wider
    assert ask_of("Quelles réunions ont eu lieu en Bulgarie ?").kinds == meetings
    assert ask_of("Quelles rencontres d'affaires ont eu lieu ?").kinds == {"matchmaking"}


@pytest.mark.parametrize(
    "text",
    [
        "Liste des événements de 2022",
        "Liste d'événements 2022",
        "Liste complète des événements de 2022",
        "List of events in 2022",
        "Give me a complete list of the events in 2022",
    ],
)
def test_a_list_of_events_is_one_by_any_name(text):
    found = ask_of(text)
    assert found.cells == ("event",)
    assert found.years == {2022}
    assert found.terms == ()


@pytest.mark.parametrize(
    "text", ["Which calls are in the library?", "Quels sont les appels de la bibliothèque ?"]
)
def test_the_library_itself_is_no_topic(text):
    assert ask_of(text).terms == ()


def test_a_heading_asks_for_what_is_to_come_as_well():
    assert not ask_of("Événements à Lorient").past
    assert ask_of("Quels événements ont eu lieu à Lorient ?").past


@pytest.mark.parametrize(
    "text",
    [
        "Quel pôle a accueilli la visite de Lorient ?",
        "Visites que le pôle a faites",
        "Réunions : le pôle a accueilli la presse",
        "Ateliers : a-t-on des chiffres",
    ],
)
def test_where_somebody_has_done_something_there_is_no_heading(text):
    assert ask_of(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Board meetings", "board meeting"),
        ("Meetings of the board of directors in 2023", "board meeting"),
        ("Conseils d'administration en 2023", "board meeting"),
        ("Quelles réunions du bureau ont eu lieu ?", "bureau meeting"),
    ],
)
def test_meetings_of_a_board_are_asked_for_by_name_whatever_kind_they_are_told_as(text, name):
    found = ask_of(text)
    assert found.kinds == {"meeting", "other"}
    assert [n.names[0] for n in found.narrow] == [name]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Quelles rencontres du lin ont eu lieu ?", True),
        ("Quelles journées de l'antisalissure ont eu lieu ?", True),
        ("Which forums of the sea took place?", True),
        ("Quelles rencontres sur le lin ont eu lieu ?", False),
        ("Quelles réunions sur l'hydrogène ont eu lieu ?", False),
        ("Which meetings about linen took place?", False),
    ],
)
def test_events_that_are_called_after_their_topic(text, called):
    assert bool(ask_of(text).phrases) is called


@pytest.mark.parametrize(
    ("text", "soonest"),
    [
        ("When is the next workshop?", True),
        ("Quand a lieu la prochaine visite d'étude ?", True),
        ("Which workshops are held next year?", False),
        ("Quels sont les prochains ateliers ?", False),
        ("Which workshops come next?", False),
    ],
)
def test_the_one_that_comes_next(text, soonest):
    assert ask_of(text).soonest == soonest


def test_the_end_of_a_project_is_no_deadline_and_may_be_told_without_an_event():
    found = ask_of("Quels projets se clôturent en 2024 ?")
    assert not found.closing
    assert found.implied
    assert found.years == {2024}


def test_who_takes_part_in_a_project_is_asked_without_an_event():
    found = ask_of("Who are the partners of BOATNET?")
    assert (found.cells, found.projects) == (("partners",), frozenset({"BOATNET"}))


# --- exporting ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Which visits were deferred?", True),
        ("Which visits were pushed back?", True),
        ("Quelles visites ont été reprogrammées ?", True),
        ("Quelles visites ont été ajournées ?", True),
        ("Quelles visites sont annoncées à l'avance ?", False),
        ("Which visits took place in Split?", False),
    ],
)
def test_what_was_put_off_is_asked_for_by_any_verb(text, moved):
    found = ask_of(text)
    assert found is not None
    assert found.moved is moved


def test_b2b_days_are_days_of_business_meetings():
    for text in ("Quelles journées B2B en 2022 ?", "B2B events in 2022", "les événements BtoB"):
        asked = ask_of(text)
        assert (asked.kinds, asked.terms) == ({"matchmaking"}, ())


@pytest.mark.parametrize(
    "text",
    [
        "Which webinars are mentioned?",
        "quels webinaires sont cités ?",
        "List the webinars known",
        "Which missions took place abroad?",
        "Liste des missions à l'étranger",
    ],
)
def test_words_that_list_and_missions_abroad_are_no_topic(text):
    asked = ask_of(text)
    assert asked.terms == ()


def test_companies_that_came_are_no_partners():
    asked = ask_of("How many companies attended the study visits?")
    assert asked.cells[0] == "participants"
    assert "partners" not in asked.cells
    assert ask_of("How many companies are partners in BOATNET?").cells == ("partners",)
    assert ask_of("How many clusters took part in BOATNET?").cells == ("partners",)


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("appels encore ouverts en mars 2024", True),
        ("Which calls were still open in March 2024?", True),
        ("quels appels restaient ouverts en mars 2024 ?", True),
        ("Which calls open in March 2024?", False),
        ("appels ouverts en mars 2024", False),
    ],
)
def test_calls_still_open_at_a_time_are_not_those_that_open_in_it(text, running):
    asked = ask_of(text)
    assert (asked.running, asked.opening) == (running, not running)
