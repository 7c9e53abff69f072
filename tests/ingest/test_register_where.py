"""Events online, events that were, and the day of a call, as the register keeps them."""

import pytest

from ingest.describe import describe
from ingest.register import find_events
from ingest.types import Text


def told(content, source="report.txt"):
    text = Text(content, "txt")
    found = describe(text, source)
    return found, find_events(text, found)


@pytest.mark.parametrize(
    "content",
    [
        "Minutes of the steering committee\n\nDate: 5 June 2023\nVenue: Microsoft Teams\n"
        "The partners discussed the visit. The next meeting will take place on 4 July 2023 in"
        " Bologna, Italy.",
        "Compte rendu de la réunion de lancement\n\nLieu : visioconférence\nDate : 3 mars 2022\n"
        "Prochaine réunion : le 7 avril 2022 à Nantes",
        "Report on the online workshop\n\nThe workshop was held online on 9 February 2022. Speakers"
        " came from Hamburg. The follow-up will take place in Rotterdam on 12 May 2022.",
        "Minutes of the meeting\n\nDate: 5 June 2023\nPlace: Zoom\nNext meeting in Bologna.",
    ],
)
def test_what_is_held_online_has_no_town(content):
    found, events = told(content)
    assert (found.place, found.country) == (None, None)
    assert events[0].status == "held"
    assert events[0].place is not None
    assert events[0].place.text == "online"


def test_what_is_held_online_and_in_a_town_is_in_the_town():
    content = "Minutes of the meeting\n\nDate: 5 June 2023\nVenue: Lyon, France, and online\n"
    assert told(content)[0].place.text == "Lyon"
    content = "Report on the workshop\n\nThe workshop was held online and in Lyon on 5 June 2023."
    assert told(content)[0].place.text == "Lyon"


def test_the_town_of_the_next_meeting_is_not_this_one_s():
    content = (
        "Minutes of the meeting of 5 June 2023\n\nThe partners met and discussed the visit.\n\n"
        "The next meeting, to which all the partners and their members are invited, is in Bologna."
    )
    assert told(content)[0].place is None


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The webinar took place on 20 April 2021 in Dijon.", "held"),
        ("Le webinaire s'est tenu le 20 avril 2021 à Dijon.", "held"),
        ("La réunion de lancement a eu lieu le 20 avril 2021 à Dijon.", "held"),
        ("The webinar will take place on 20 April 2021 in Dijon.", "planned"),
        ("The webinar is planned in Dijon on 20 April 2021.", "planned"),
    ],
)
def test_an_event_told_of_in_a_call_was_held_if_it_took_place(sentence, status):
    content = (
        "Call for proposals: sober workshops\n\nOpens on: 1 March 2021\nDeadline: 31 May 2021\n\n"
        f"SMEs may apply for vouchers. {sentence}"
    )
    found, events = told(content, "call.txt")
    assert found.type == "call"
    event = next(e for e in events if e.kind != "call")
    assert event.status == status


def test_news_of_what_took_place_tell_of_an_event_held():
    content = (
        "Webinar: digital twins\n\nThe webinar took place on 9 March 2022."
        " Register for the next one."
    )
    found, events = told(content, "news.txt")
    assert found.type == "announcement"
    assert events[0].status == "held"


def test_a_day_that_is_no_opening_does_not_open_a_call():
    content = (
        "Appel à projets TISSEA\n\nUne réunion d'information se tiendra le 3 mai 2023 à Dijon."
        " Les PME déposent leur dossier avant le 30 juin 2023.\n"
    )
    call = next(e for e in told(content)[1] if e.kind == "call")
    assert call.dates is None
    assert [d.iso()[1] for d in call.deadlines] == ["2023-06-30"]


@pytest.mark.parametrize(
    ("content", "opens"),
    [
        ("TISSEA call for proposals\n\nSecond call. Opening: 5 February 2024, noon.", "2024-02-05"),
        (
            "Appel à projets TISSEA\n\nDates de l'appel : du 1er mars au 30 avril 2021",
            "2021-03-01",
        ),
        ("Appel à projets TISSEA\n\nLe jury se réunira le 8 mars 2021 à Dijon.", None),
    ],
)
def test_a_call_without_a_last_day_is_told_with_its_opening_or_none(content, opens):
    call = next(e for e in told(content)[1] if e.kind == "call")
    assert (call.dates.iso()[0] if call.dates else None) == opens


LIST = "# Kiln news\n\nWhat our members do.\n\n## Dates\n\nCome and see us.\n\n{}\n"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- 9 October 2025, Cork: third Forum on kilns", "Cork"),
        ("- 9 octobre 2025, Tours – troisième forum des fours", "Tours"),
        ("- 9 October 2025: forum on kilns (Porto)", "Porto"),
    ],
)
def test_a_town_right_behind_the_day_is_where_it_is(line, place):
    _, events = told(LIST.format(line), "news.md")
    found = [e for e in events if e.dates and e.dates.start.year == 2025]
    assert [e.place.text for e in found] == [place]


def test_a_name_behind_a_day_that_goes_on_is_no_town_of_the_event():
    _, events = told(LIST.format("On 3 May 2025, Tours won the forum of kilns."), "news.md")
    assert not [e for e in events if e.place]
