"""What stands around an event: the town that heads its section, its number, how many came."""

from dataclasses import replace

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

NIGHTS = """# Loom Night: three years on

The Loom Night took place in Ostend on 7 December 2023, hosted by Weefpunt, a workshop for all.

## {heading}

Second edition, on 1 December 2022, welcomed by Weefpunt. The budget was small.
"""
PAGE = """# FILAR

FILAR helps weavers to cut what their looms use.

## News from the project

- Second call of the fund. Deadline 31 March 2024. Eight grants available.
- 9 November 2023 – Steering committee in Ghent.
- 6 June 2023 – Spinning bootcamp in Bergen, hosted by Weefpunt: {people}.
- 24 March 2022 – Kick-off meeting in Metz.
- 3 October 2024 – Study visit to Graz.
"""
NEWS = """# What the quarry cluster did

The summit took place in Tartu on 20 June 2022.

{sentence}

The members pay by post.
"""


def told(content):
    text = read_bytes(content.encode(), "page.md")
    return find_events(text, describe(text, "page.md"))


def second(heading):
    found = told(NIGHTS.format(heading=heading))
    event = next(e for e in found if e.dates and e.dates.start.year == 2022)
    return event.place and event.place.text


@pytest.mark.parametrize("heading", ["2022 – Metz", "Metz 2022", "Metz (2022)", "2022 : à Metz"])
def test_the_town_that_heads_a_section_is_the_place_of_its_event(heading):
    assert second(heading) == "Metz"


@pytest.mark.parametrize(
    "heading", ["2021 – Metz", "Partner of 2022: the Metz museum", "Metz", "2022 – Metz and Porto"]
)
def test_a_heading_that_says_more_or_another_year_is_no_place(heading):
    assert second(heading) is None


def standing(people):
    text = read_bytes(PAGE.format(people=people).encode(), "page.md")
    page = replace(describe(text, "page.md"), type="call", dates=None, published=None)
    found = find_events(text, page)
    return {e.dates.iso()[0]: e.status for e in found if e.kind != "call" and e.dates}


def test_what_is_told_with_those_who_came_was_held_and_so_was_what_came_before():
    assert standing("22 trainees from five countries") == {
        "2023-11-09": "planned",
        "2023-06-06": "held",
        "2022-03-24": "held",
        "2024-10-03": "planned",
    }


@pytest.mark.parametrize(
    "people",
    [
        "22 trainees expected",
        "22 trainees at most",
        "limited to 22 participants",
        "a room for 22 participants",
        "where 22 participants will work",
    ],
)
def test_those_who_are_to_come_say_nothing(people):
    assert set(standing(people).values()) == {"planned"}


@pytest.mark.parametrize(
    ("told_as", "name"),
    [
        ("5es Assises, Rennes, 20 et 21 novembre 2019 : on en parle.", "5es Assises"),
        (
            "The 8th Wool & Felt Forum takes place in Metz on 4 June 2025.",
            "8th Wool & Felt Forum",
        ),
        ("Our yearly forum takes place in Metz on 4 June 2025.", "forum"),
    ],
)
def test_an_event_with_a_number_goes_by_its_whole_name(told_as, name):
    assert name in [e.name.text for e in told(NEWS.format(sentence=told_as))]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("14 May 2024: workshop on recycled glazes in Porto", "workshop on recycled glazes"),
        ("14 mai 2024 : atelier sur le fil recyclé, à Metz", "atelier sur le fil recyclé"),
        ("Un webinaire « Four froid » aura lieu le 14 mai 2024", "webinaire « Four froid »"),
        ("14 mai 2024 : séminaire sur la laine à Metz", "séminaire sur la laine"),
        ("A workshop on 14 May 2024 in Porto", "workshop"),
        ("Un atelier sur inscription le 14 mai 2024 à Metz", "atelier"),
    ],
)
def test_an_event_is_called_what_it_is_about(line, name):
    (event,) = told(f"# Newsletter no. 4\n\n## In brief\n\n- {line}\n- Ann has left us.\n")
    assert event.name.text == name


@pytest.mark.parametrize(
    ("heading", "status"), [("Agenda", "planned"), ("L’agenda", "planned"), ("In brief", "held")]
)
def test_what_stands_under_agenda_in_a_letter_is_to_come(heading, status):
    (event,) = told(
        f"# Newsletter – May 2024\n\n## {heading}\n\n- 14 May 2024: workshop in Porto\n\n"
        "## Prizes\n\nAnn won.\n"
    )
    assert event.status == status
