"""Towns and countries, and which of them an event was in."""

from __future__ import annotations

import pytest

from ingest.describe import describe
from ingest.describe.layout import labels
from ingest.describe.places.placelabels import is_place_label
from ingest.describe.places.places import find_places
from ingest.describe.places.whereabouts import country_of, event_place
from ingest.gazetteer import _rows, aliases, fold, regions
from ingest.types import Text


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The kick-off meeting was held in Sabadell, Spain.", "Sabadell", "ES"),
        ("La réunion s’est tenue à Barcelone.", "Barcelone", "ES"),
        ("Lieu : Valenciennes\n", "Valenciennes", "FR"),
        ("The workshop took place in Nice, France.", "Nice", "FR"),
        ("L’atelier a eu lieu à Tours.", "Tours", "FR"),
        ("Venue: Messe, Milano", "Milano", "IT"),
        ("The visit was held in Brest, Belarus.", "Brest", "BY"),
        ("The event was held in Valenciennes Cedex, France", "Valenciennes", "FR"),
        ("Nice results at the meeting; Orange and Lyon Biopole were organised.", None, None),
        ("It hosted an event. Tours of the plant.", None, None),
    ],
)
def test_places(text: str, place: str | None, country: str | None) -> None:
    told = labels(text)
    places = find_places(text)
    found = event_place(text, places, told, None)
    assert (found.text if found else None) == place
    where = country_of(text, found, places, told, None)
    assert (where[0] if where else None) == country


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Where? Lyon, Palais des congrès", True),
        ("Où ?\nBrest", True),
        ("Where do we meet?\nAt the old mill, Namur.", True),
        ("Where: the mill of Namur, which was built in 1802. It is open all year.", True),
        ("Where next?\nBari", False),
        ("Where to now?\nBari", False),
        ("Where does it all begin?\nThe fourth exchange will be hosted by Fibra in Bari.", False),
        ("Where are we? The mills of Namur are open. Those of Bari will be.", False),
    ],
)
def test_a_question_that_heads_a_paragraph_is_no_label_of_the_place(text: str, tells: bool) -> None:
    (label,) = labels(text)
    assert is_place_label(text, label) is tells


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Dunkerque", "dunkirk"),
        ("Ostende", "oostende"),
        ("Brittany", "bretagne"),
        ("Murcie", "murcia"),
        ("Puglia", "pouilles"),
        ("Flandre", "flanders"),
    ],
)
def test_towns_and_regions_have_their_names_in_other_languages(name: str, other: str) -> None:
    assert other in aliases(name)


def test_every_name_of_a_region_is_known_as_one() -> None:
    names = [n for (row,) in _rows("region_names.tsv") for n in row.split("|")]
    assert [n for n in names if fold(n) not in regions()] == []


@pytest.mark.parametrize(("town", "country"), [("Zeebruges", "BE"), ("Nimègue", "NL")])
def test_a_meeting_in_a_town_by_its_french_name(town: str, country: str) -> None:
    text = f"La réunion s'est tenue à {town}."
    (place,) = find_places(text)
    assert (place.text, place.country) == (town, country)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The fair was held at the Aster House, Cork, on 22 and 23 May.", "Cork"),
        ("Tours, le 13 octobre 2023. La rencontre a réuni 340 personnes.", "Tours"),
        ("La rencontre a été organisée au Vinci, le centre de congrès de Tours.", "Tours"),
        ("Tours, le 13 octobre 2023\n\nMadame, la rencontre a réuni 340 personnes.", None),
        ("Nice results on 4 May: the meeting was held.", None),
        ("La rencontre a été organisée pour des tours de table.", None),
        ("Tours of the plant, on 4 May, were organised.", None),
        ("The fair was organised with corks, Cork and oak.", None),
    ],
)
def test_a_town_that_is_a_word_as_well(text: str, place: str | None) -> None:
    found = [p.text for p in find_places(text) if p.locative]
    assert found == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("La rencontre a eu lieu à Lille, avec la CCI Grand Hainaut.", "FR"),
        ("La rencontre a eu lieu à Saint-Denis, La Réunion.", "RE"),
        ("La rencontre a eu lieu à Lille, en Belgique.", "BE"),
    ],
)
def test_the_region_in_a_bodys_name_is_not_where_a_town_is(text: str, country: str) -> None:
    town = next(p for p in find_places(text) if p.kind == "city")
    assert town.country == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Rencontres du lin : le bilan\n\nPrévues à Nantes le 12 juin, les Rencontres du lin se"
            " sont finalement tenues à Rennes le 19 juin 2024.",
            "Rennes",
        ),
        (
            "Flax days\n\nThe Flax Days, initially planned in Nantes on 12 June, were finally held"
            " in Rennes on 19 June 2024.",
            "Rennes",
        ),
        (
            "Communiqué\nLille, le 3 avril 2024 – Le Pôle Lin accueillera le forum Fibres les 14 et"
            " 15 mai 2024 à Roubaix.",
            "Roubaix",
        ),
        ("Lyon, 14 mai 2024 – Le forum du lin a réuni 120 personnes le 14 mai 2024.", "Lyon"),
    ],
)
def test_where_it_was_is_not_where_it_was_planned_or_where_a_notice_was_written(text, place):
    assert describe(Text(text, "txt"), "a.txt").place.text == place
