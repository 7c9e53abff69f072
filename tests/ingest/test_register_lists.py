"""Documents that tell of many events: they are none themselves, nor is one project that of all."""

from dataclasses import replace

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events
from ingest.types import Value


def told(content, source="letter.md"):
    text = read_bytes(content.encode(), source)
    return find_events(text, describe(text, source))


ITEMS = """
## What we saw in Lyon

Nine members travelled to Lyon from 19 to 21 September 2023 and met the kiln makers of the town.

## Diary

- 23 November 2023 – Workshop on glazes, Porto
- 5 December 2023 – General assembly, Lyon

## New members

Three firms joined us.

## Prizes

Two members won a prize.
"""


@pytest.mark.parametrize(
    "title",
    [
        "# The Kiln – news from Alba Clay\n\nNo. 41 – 27 October 2023\n",
        "# ARGILIA – le journal des adhérents, n° 31, octobre 2023\n",
        "# La lettre Argilia n° 6\n\nOctobre 2023\n",
        "# Rapport d'activité 2023\n\nPublié le 27 octobre 2023\n",
        "# Annual report 2023\n\nPublished on 27 October 2023\n",
        "# Calendrier 2023\n",
    ],
)
def test_a_letter_a_report_of_a_year_and_a_calendar_are_no_event(title):
    names = [e.name.text for e in told(title + ITEMS)]
    assert names
    assert title[2:].split("\n")[0] not in names


@pytest.mark.parametrize(
    "content",
    [
        "# Bilan du salon Filaria 2023\n\nLe salon s'est tenu à Pau les 3 et 4 mai 2023.\n",
        "# The kiln trip\n\nThe visit took place in Lyon on 3-4 May 2023.\n\n## Day 1 – site visit,"
        " 3 May 2023\n\nWe saw a kiln.\n\n## Day 2 – workshop, 4 May 2023\n\nWe built one.\n",
        "# Report on the study visit to Lyon\n\nThe visit took place in Lyon on 4 May 2023.\n\n"
        "## Workshop of 3 March 2023\n\nIt prepared the visit.\n\n## Next meeting, 7 June 2024\n\n"
        "In Porto.\n",
    ],
)
def test_a_document_on_one_event_is_that_event(content):
    first = told(content, "report.md")[0]
    assert first.dates.start.year == 2023
    assert first.dates.start.month == 5


def test_exchanges_told_one_after_another_are_each_an_event_and_the_page_is_none():
    content = """# KILNBOT exchanges: the story so far

Posted by the office

## First exchange – Porto, 22-23 September 2021

Alba Clay hosted the first exchange. Seventeen people came.

## Second exchange – Dole, 15-16 June 2022

Pôle Argile welcomed twenty people.

## Third exchange – Lahti, postponed

The exchange in Lahti was to be held on 16 November 2022. The new dates are 8-9 February 2023.
"""
    found = told(content)
    assert "KILNBOT exchanges: the story so far" not in [e.name.text for e in found]
    assert [e.place.text for e in found][:2] == ["Porto", "Dole"]


BOARD = """# Pôle Argile – Procès-verbal du conseil d'administration

Séance du 17 mars 2022 à Dole

## Ordre du jour

1. Budget
2. Projet européen KILNBOT

## 1. Budget

Le budget est adopté.

## 2. Projet européen KILNBOT

Le projet KILNBOT a été lancé à Lahti.
"""


def test_a_board_is_a_meeting_and_not_of_the_project_that_one_item_is_about():
    board = told(BOARD)[0]
    assert board.kind == "meeting"
    assert not board.projects


def test_a_visit_is_of_the_project_of_the_one_section_that_names_it():
    content = (
        "# Report on the visit to Dole\n\nThe visit took place in Dole on 4 May 2023.\n\n"
        "## 1. Kilns\n\nWe saw kilns.\n\n## 2. What KILNBOT takes home\n\nThe KILNBOT project"
        " buys two kilns.\n"
    )
    assert [p.text for p in told(content, "report.md")[0].projects] == ["KILNBOT"]


@pytest.mark.parametrize(
    "title", ["Élection d'un membre du conseil d'administration", "A new board member"]
)
def test_who_sits_on_a_board_is_no_meeting(title):
    found = told(f"# {title}\n\nAna Ruiz a été élue à Dole le 17 mars 2022.\n")
    assert "meeting" not in [e.kind for e in found]


def test_an_item_of_a_letter_is_of_the_project_that_it_names_and_of_no_other():
    content = (
        "# The Kiln – newsletter no. 4, 27 October 2023\n\nKILNBOT is under way.\n\n## Dates\n\n"
        "- 15 November 2023 – KILNBOT study visit, Porto\n"
        "- 5 December 2023 – General assembly, Lyon\n\n## More on KILNBOT\n\nKILNBOT has begun.\n"
    )
    assert {e.place.text: [p.text for p in e.projects] for e in told(content)} == {
        "Porto": ["KILNBOT"],
        "Lyon": [],
    }


BULLETIN = """# {title}

Published 8 April 2024

## FILAR partners meet in Metz

The third FILAR steering committee took place in Metz on 14 February 2024.

## The project FILAR goes on

Its new loom is ready.

## Events

| Date | Event | Place |
|---|---|---|
| 17 October 2024 | Annual Gathering | Graz |
| 11 June 2024 | FILAR open day | Porto |
"""


@pytest.mark.parametrize(
    "title", ["Weavers' Bulletin – Spring 2024", "Weavers' bulletin, May 2024", "May 2024 bulletin"]
)
def test_what_a_bulletin_tells_is_not_all_of_one_project(title):
    gathering = next(e for e in told(BULLETIN.format(title=title)) if "Gather" in e.name.text)
    assert not gathering.projects


def test_a_form_is_no_bulletin():
    content = "# Bulletin d'inscription au forum 2024\n\nLe forum a lieu à Metz le 3 mai 2024.\n"
    assert [e.kind for e in told(content)] == ["conference"]


def test_the_name_of_a_letter_is_no_project_of_what_it_tells():
    content = BULLETIN.format(title="THE FLAX LETTER")
    text = read_bytes(content.encode(), "letter.md")
    named = replace(describe(text, "letter.md"), projects=(Value("FLAX NEWSLETTER"),))
    titled = replace(named, title=replace(named.title, text="FLAX NEWSLETTER no. 3"))
    assert not any(event.projects for event in find_events(text, titled))


def test_a_letter_of_someone_is_a_newsletter_and_one_of_support_is_none():
    items = "\n\n## Agenda\n\n- 3 mai 2024 : forum à Metz\n- 9 octobre 2024 : atelier à Graz\n"
    assert len(told("# La lettre de Filar" + items)) == 2
    content = "# La lettre de soutien au forum\n\nLe forum a lieu à Metz le 3 mai 2024.\n"
    assert [e.name.text for e in told(content)] == ["La lettre de soutien au forum"]


YEARLY = """
## Highlights

- 24 January: general assembly in Namur
- 30 November: forum on kilns, Dinant

## Outlook 2024

- 14 March: workshop on glazes in Huy
"""


@pytest.mark.parametrize("published", ["", "Published on 9 April 2024\n"])
def test_days_of_a_yearly_report_are_of_its_year_and_of_that_of_their_heading(published):
    found = told(f"# Annual report 2023\n\n{published}{YEARLY}", "report.md")
    assert [(e.dates.iso()[0], e.place.text) for e in found] == [
        ("2023-01-24", "Namur"),
        ("2023-11-30", "Dinant"),
        ("2024-03-14", "Huy"),
    ]


def test_news_with_a_number_is_no_event():
    letter = (
        "WEAVER NEWS * Spring 2024 * no. 12\n\nNew faces\nAnn Roe joins.\n\nMission\n"
        "On 21 March 2024 nine members flew to Metz. 44 people came to the breakfast.\n"
    )
    assert not any("NEWS" in event.name.text for event in told(letter))
