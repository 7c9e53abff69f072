"""Words of what was held, put off or called off: they are read alike wherever they stand."""

import re
from datetime import date

import pytest

from ingest.describe import describe
from ingest.describe.dates.eventwords import HELD, LAST_YEAR, WAS_NOT_HELD
from ingest.describe.dates.moved import is_put_off
from ingest.describe.dates.pastfuture import is_to_come
from ingest.describe.dates.relative import relative_dates
from ingest.register import find_events
from ingest.types import DateRange, Span, Text

NEWS = "# What the quarry cluster did\n\nThe summit took place in Tartu on 20 June 2022.\n\n"


def search(words, sentence):
    return re.search(rf"\b(?:{words})\b", sentence)


def told(sentence, kind):
    text = Text(NEWS + sentence + "\n", "md")
    return next((e for e in find_events(text, describe(text, "x.md")) if e.kind == kind), None)


def span_of(content, written):
    start = content.index(written)
    return Span(start, start + len(written))


@pytest.mark.parametrize(
    "sentence",
    [
        "les rencontres se sont achevées hier",
        "la journée s'est conclue par un repas",
        "le salon a réuni 140 firmes",
        "cette mission nous a conduits à Oran",
        "alba and borea signed a memorandum",
        "an agreement was signed in oran",
        "the fair ended on friday",
        "the visit was attended by forty people",
        "nineteen managers came to oran",
        "the group visited two mills",
    ],
)
def test_what_took_place_is_told_so(sentence):
    assert search(HELD, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "the agreement will be signed in oran",
        "please send the signed form",
        "plants visited by tourists",
        "the partners came to an agreement",
        "the offer is extended on demand",
        "le salon réunira 140 firmes",
    ],
)
def test_what_did_not_yet_take_place_is_not(sentence):
    assert search(HELD, sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "the forum was not held.",
        "the forum did not take place, but a call was made",
        "la visite ne s'est pas tenue",
        "les ateliers n'ont pas eu lieu",
    ],
)
def test_what_was_not_held_is_told_so(sentence):
    assert search(WAS_NOT_HELD, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "the forum was not held in graz but in linz",
        "la visite n'a pas eu lieu à gand mais à lille",
        "le salon, qui ne s'est pas tenu depuis trois ans, a réuni 140 firmes",
        "the fair did not take place in 2020",
        "the forum was held",
    ],
)
def test_what_was_held_elsewhere_or_in_other_years_is_not(sentence):
    assert search(WAS_NOT_HELD, sentence) is None


@pytest.mark.parametrize("when", ["l'an dernier", "l'année dernière", "l’an passé", "last year"])
def test_the_year_before_has_many_names(when):
    assert search(LAST_YEAR, when)
    assert search(LAST_YEAR, "la dernière année du projet") is None


@pytest.mark.parametrize(
    ("content", "ahead"),
    [
        ("Les visites se tiennent le 4 mai 2022.", True),
        ("Une visite est programmée le 4 mai 2022.", True),
        ("Une visite programmée le 4 mai 2022 a réuni 30 personnes.", False),
        ("Le convertisseur a été testé le 4 mai 2022.", False),
    ],
)
def test_what_is_set_for_a_day_is_ahead(content, ahead):
    assert is_to_come(content, span_of(content, "4 mai 2022")) is ahead


@pytest.mark.parametrize(
    ("content", "old"),
    [
        ("L'assemblée, prévue le 3 mai 2022, a été ajournée au 7 juin 2022.", True),
        ("The visit planned for 3 mai 2022 was brought forward to 26 April 2022.", True),
        ("La visite prévue le 3 mai 2022 est avancée au 26 avril 2022.", True),
        ("Le 3 mai 2022, les travaux étaient avancés.", False),
        ("On 3 mai 2022 the discussion was shifted.", False),
    ],
)
def test_a_day_that_was_given_up_is_old_whatever_the_verb(content, old):
    assert is_put_off(content, span_of(content, "3 mai 2022")) is old


@pytest.mark.parametrize(
    ("sentence", "late"),
    [
        ("The workshop in Oslo was delayed to 6 June 2023.", True),
        ("L'atelier de Brest a été retardé au 6 juin 2023.", True),
        ("The workshop in Oslo on 6 June 2023 was delayed by rain.", False),
        ("L'atelier de Brest du 6 juin 2023 a été retardé par la pluie.", False),
    ],
)
def test_a_delay_to_another_day_puts_off_and_one_of_an_hour_does_not(sentence, late):
    found = told(sentence, "workshop")
    assert found is not None
    assert (found.put_off is not None) is late


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("L'atelier de Metz du 3 mars 2023 ne s'est pas tenu.", "cancelled"),
        ("The workshop in Lyon on 9 May 2023 was not held.", "cancelled"),
        ("L'atelier de Metz ne se déroulera pas le 3 mars 2023.", "cancelled"),
        ("The workshop on 9 May 2023 was not held in Lyon but in Metz.", "planned"),
        ("L'atelier se tient le 3 mars 2023 à Metz.", "planned"),
        ("L'atelier s'est tenu le 3 mars 2023 à Metz.", "held"),
    ],
)
def test_how_an_event_stands(sentence, status):
    found = told(sentence, "workshop")
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    ("sentence", "is_event"),
    [
        ("The visit to Oslo was put off to 6 June 2023.", True),
        ("La visite de Gand, ajournée, aura lieu le 6 juin 2023.", True),
        ("The visit to the page of 6 June 2023 was short.", False),
    ],
)
def test_a_visit_that_is_put_off_is_an_event(sentence, is_event):
    assert (told(sentence, "visit") is not None) is is_event


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Une réunion est programmée le 20 novembre.", 2021),
        ("Les échanges se dérouleront le 20 novembre.", 2021),
        ("La réunion s'est tenue le 20 novembre.", 2020),
    ],
)
def test_what_is_ahead_has_the_year_to_come(sentence, year):
    published = DateRange(date(2021, 1, 15), date(2021, 1, 15))
    (found,) = relative_dates(sentence, (), published)
    assert found.range.start.year == year


@pytest.mark.parametrize(
    "line",
    [
        "After Dole last year, it is Graz that will host, from 21 to 23 June 2023, the open days.",
        "Après Dole l'an dernier, c'est Graz qui accueillera, du 21 au 23 juin 2023, les visites.",
        "Après Dole l'année passée, c'est Graz qui accueillera, du 21 au 23 juin 2023, le salon.",
    ],
)
def test_a_day_behind_where_it_was_last_year_is_still_the_own_one(line):
    found = describe(Text(f"TISSEA en visite\nCommuniqué – 2 mai 2023\n\n{line}\n", "txt"), "x.txt")
    assert found.dates is not None
    assert found.dates.iso() == ("2023-06-21", "2023-06-23")


@pytest.mark.parametrize("when", ["l'an dernier", "l'année dernière", "l'an passé"])
def test_a_day_of_last_year_is_not_the_own_one(when):
    line = (
        f"Après le succès de {when} à Dole du 21 au 23 juin 2022, nous vous invitons au salon, qui"
        " se tient du 5 au 7 juillet 2023 à Graz."
    )
    head = "Invitation au salon TISSEA\nCommuniqué – 2 mai 2023"
    found = describe(Text(f"{head}\n\n{line}\n\nInscription gratuite.\n", "txt"), "x.txt")
    assert found.dates is not None
    assert found.dates.iso() == ("2023-07-05", "2023-07-07")
