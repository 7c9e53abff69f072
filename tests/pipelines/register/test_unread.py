"""Questions of which the register would leave out a part: they are for the passages."""

from datetime import date

import pytest

from encoder.lexicon import default_lexicon
from pipelines.answer.asking.question import understand
from pipelines.register.nouns import without_accents
from pipelines.register.periods import period_in
from pipelines.register.wanted import wanted
from pipelines.retrieval.query import analyse

TODAY = date(2024, 5, 22)  # a Wednesday


def asked(text):
    question = understand(analyse(text, default_lexicon(), {"boatnet"}, True))
    return wanted(question, ["BOATNET"], {}, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Which clusters did not host an exchange?",
        "Which meetings were not online?",
        "Which calls are not closed?",
        "Quels appels ne sont plus ouverts ?",
        "Quels événements n'ont pas encore eu lieu ?",
        "Which events did not take place in France?",
        "Quelles visites n'ont pas eu lieu en ligne ?",
        "Quels événements ont eu lieu hors de la capitale ?",
        "Which events except webinars took place in 2022?",
        "Quels ateliers ont eu lieu ailleurs qu'à Split ?",
        "Which workshops were held in Italy, outside Croatia?",
        "Which events took place abroad?",
        "Which exchanges were cancelled or postponed?",
    ],
)
def test_what_is_denied_or_left_out_is_not_listed(text):
    assert asked(text) is None


@pytest.mark.parametrize(
    "text",
    ["Which visits did not take place?", "Quelles visites n'ont pas eu lieu en 2022 ?"],
)
def test_what_did_not_take_place_was_cancelled(text):
    assert asked(text).cancelled


@pytest.mark.parametrize(
    "text",
    [
        "Which events were not cancelled in 2022?",
        "Which visits weren't called off?",
        "Quels événements n'ont pas été annulés en 2022 ?",
        "les ateliers non annulés",
    ],
)
def test_what_was_not_cancelled_is_any_other_event(text):
    assert not asked(text).cancelled


def test_the_pas_de_calais_denies_nothing():
    assert asked("Quelles visites ont eu lieu dans le Pas-de-Calais ?") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Which cluster hosted the most events?",
        "Quel pôle a accueilli le plus d'événements ?",
        "Which events lasted more than two days?",
        "Which clusters hosted at least two exchanges?",
        "Which events have no host?",
        "Quels événements sont sans hôte ?",
    ],
)
def test_ranks_lengths_and_gaps_are_not_listed(text):
    assert asked(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Which events took place at the end of the year?",
        "Which events took place in winter 2021?",
        "Quels événements ont eu lieu pendant l'hiver 2021 ?",
        "Which events took place on Monday?",
        "Which events took place more than two years ago?",
        "Quels événements ont eu lieu il y a longtemps ?",
        "Which events took place on 31/31/2022?",
        "Which events took place late in the week?",
        "Which events took place on 3 May?",
        "Which events took place since 2020 and in 2015?",
        "Which calls close within 30 days of publication?",
        "Which calls opened in 2021 and close in 2022?",
        "Which calls are open this week?",
        "Which workshops are currently under way?",
    ],
)
def test_a_time_that_is_not_understood_is_not_dropped(text):
    assert asked(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("this week", date(2024, 5, 20), date(2024, 5, 26)),
        ("la semaine prochaine", date(2024, 5, 27), date(2024, 6, 2)),
        ("aujourd'hui", TODAY, TODAY),
        ("il y a deux ans", date(2022, 1, 1), date(2022, 12, 31)),
        ("two months ago", date(2024, 3, 1), date(2024, 3, 31)),
        ("in the next two months", TODAY, date(2024, 7, 22)),
        ("dans les 3 prochaines semaines", TODAY, date(2024, 6, 12)),
        ("within 30 days", TODAY, date(2024, 6, 21)),
        ("cet été", date(2024, 6, 1), date(2024, 8, 31)),
        ("last summer", date(2023, 6, 1), date(2023, 8, 31)),
        ("l'hiver dernier", date(2023, 12, 1), date(2024, 2, 29)),
        ("next winter", date(2024, 12, 1), date(2025, 2, 28)),
        ("on 12/03/2022", date(2022, 3, 12), date(2022, 3, 12)),
        ("on May 12, 2022", date(2022, 5, 12), date(2022, 5, 12)),
        ("after May 2022 and before June 2023", date(2022, 6, 1), date(2023, 5, 31)),
        ("avant juin 2023 et après mai 2022", date(2022, 6, 1), date(2023, 5, 31)),
        ("d'ici fin 2024", date.min, date(2024, 12, 31)),
    ],
)
def test_times_told_from_today_have_their_days(text, first, last):
    found = period_in(without_accents(text.lower()), TODAY)
    assert (found.start, found.end) == (first, last)


def test_this_winter_is_plain_in_winter_only():
    assert period_in("cet hiver", TODAY) is None
    found = period_in("cet hiver", date(2024, 1, 9))
    assert (found.start, found.end) == (date(2023, 12, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Which visits took place in January 2022 and November 2021?", {(2022, 1), (2021, 11)}),
        ("Quelles visites ont eu lieu en mars et avril 2022 ?", {(2022, 3), (2022, 4)}),
        ("Which visits took place in March 2021 and 2022?", {(2021, 3), (2022, 3)}),
        ("En 2022, quelles visites ont eu lieu en mars ?", {(2022, 3)}),
        ("Which visits took place in October?", {(None, 10)}),
        ("Which visits took place in 2021 and 2022?", {(2021, None), (2022, None)}),
    ],
)
def test_months_keep_the_years_that_they_are_written_with(text, times):
    assert asked(text).times == times


@pytest.mark.parametrize(
    ("text", "opening", "closing"),
    [
        ("Quels appels ont été lancés en 2025 ?", True, False),
        ("Which calls were published in 2025?", True, False),
        ("When do the calls published in 2025 close?", True, False),
        ("Which open calls close in March?", False, True),
    ],
)
def test_the_time_of_a_call_is_of_the_day_told_last(text, opening, closing):
    found = asked(text)
    assert (found.opening, found.closing) == (opening, closing)


def test_calls_open_today_are_asked_for_by_their_state():
    for text in ("Which calls are open today?", "Quels appels sont ouverts aujourd'hui ?"):
        found = asked(text)
        assert (found.state, found.period, found.terms) == ("open", None, ())


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("How many clusters hosted an exchange?", "bodies"),
        ("Combien de clusters ont accueilli un échange ?", "bodies"),
        ("How many exchanges took place?", "events"),
    ],
)
def test_what_stands_behind_how_many_is_counted(text, counted):
    assert asked(text).counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "How many countries hosted an exchange?",
        "Combien de villes ont accueilli un échange ?",
        "How many projects held an exchange?",
    ],
)
def test_places_and_projects_are_not_counted(text):
    assert asked(text) is None


@pytest.mark.parametrize(
    "text", ["How many events and calls were there?", "Appels et événements en 2022"]
)
def test_events_joined_to_a_kind_are_of_all_kinds(text):
    assert {"call", "visit", "webinar"} <= asked(text).kinds


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Which visits took place in Lyon and Zaragoza?", {"lyon", "zaragoza"}),
        ("Quelles visites ont eu lieu à Lyon, Namur ou Split ?", {"lyon", "namur", "split"}),
    ],
)
def test_a_town_may_follow_another(text, towns):
    assert asked(text).towns == towns
