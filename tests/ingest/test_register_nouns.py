"""Events by the nouns and names they go by, and what only looks like one."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

NEWS = "# What the quarry cluster did\n\nThe summit took place in Tartu on 20 June 2022.\n\n"


def told(sentence):
    text = read_bytes((NEWS + sentence + "\n\nThe members pay by post.\n").encode(), "notes.md")
    found = find_events(text, describe(text, "notes.md"))
    return [e for e in found if e.dates is None or e.dates.iso()[0] != "2022-06-20"]


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("An online briefing will be held on 19 November 2024.", "meeting", "2024-11-19"),
        ("A second briefing will be held in Lyon on 3 December 2024.", "meeting", "2024-12-03"),
        ("The advisory committee met in Porto on 8 January 2025.", "meeting", "2025-01-08"),
        ("Comité technique n° 7 : Zlín, 22 janvier 2025.", "meeting", "2025-01-22"),
        (
            "Le conseil d'administration du 4 juin 2025 aura lieu à Metz.",
            "meeting",
            "2025-06-04",
        ),
        ("Our members' day takes place in Lyon on 4 June 2025.", "conference", "2025-06-04"),
        ("La journée des adhérents aura lieu à Dole le 4 juin 2025.", "conference", "2025-06-04"),
        ("Save the date: Cobot Summit, Kempten, 7-9 October 2025.", "conference", "2025-10-07"),
        ("À noter : Forum Robotix, le 3 novembre 2025.", "conference", "2025-11-03"),
    ],
)
def test_an_event_has_its_noun_or_a_name_of_its_own(sentence, kind, day):
    (found,) = told(sentence)
    assert found.kind == kind
    assert found.dates.iso()[0] == day


@pytest.mark.parametrize(
    "sentence",
    [
        "The policy briefing of 3 June 2025 is about Lyon.",
        "The briefing note of 3 June 2025 was written in Lyon.",
        "Le conseil d'administration, élu à Lyon le 3 mai 2024, compte 18 membres.",
        "The Cobot Summit paid its bills on 5 October 2024.",
        "Annual Conference, Main Hall, 8 October 2025.",
        "The summit, which is dear to us, 8 October 2025.",
    ],
)
def test_what_is_no_event_or_no_particular_one(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "Un premier appel à idées sera lancé en mai 2025 et clos le 14 juillet 2025.",
            ["2025-07-14"],
        ),
        ("Our first call for ideas opens in May 2025 and closes on 14 July 2025.", ["2025-07-14"]),
        ("Un appel à projets européen clos le 3 mai 2025 finance des usines.", []),
        ("The ministry says that its call closes on 3 May 2025.", []),
    ],
)
def test_a_call_of_one_s_own_needs_no_project(sentence, days):
    assert [d.iso()[0] for e in told(sentence) for d in e.deadlines] == days


@pytest.mark.parametrize(
    ("sentence", "status", "day"),
    [
        (
            "The workshop in Dole will not be held on 9 April 2025. The new date is 15 May 2025.",
            "planned",
            "2025-05-15",
        ),
        (
            "La visite d'étude à Dole n'aura pas lieu le 9 avril 2025. La nouvelle date est le "
            "16 mai 2025.",
            "planned",
            "2025-05-16",
        ),
        ("The workshop in Dole will not be held on 9 April 2025.", "cancelled", "2025-04-09"),
        ("L'atelier de Dole n'aura pas lieu le 9 avril 2025.", "cancelled", "2025-04-09"),
    ],
)
def test_what_is_not_held_on_its_day_and_has_a_new_one_is_not_cancelled(sentence, status, day):
    (found,) = told(sentence)
    assert found.status == status
    assert found.dates.iso()[0] == day
    assert (found.put_off is not None) is (status == "planned")


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("The first workshop took place on the margins of the kick-off in Lyon, on", "workshop"),
        ("Le premier atelier s'est tenu en marge du lancement officiel à Lyon, le", "workshop"),
        ("The kick-off in Lyon was followed by a first study visit to Metz on", "visit"),
        ("The workshop in Lyon was held after the training week, on", "workshop"),
    ],
)
def test_the_second_is_of_the_kind_that_was_the_first(first, kind):
    day = "8 février 2023" if " le" in first[-4:] else "8 February 2023"
    after = "The second is planned in Bergen in November 2023."
    if first.startswith("Le "):
        after = "Le second est prévu à Bergen en novembre 2023."
    found = told(f"{first} {day}. {after}")
    assert [e.kind for e in found if e.place and e.place.text == "Bergen"] == [kind]


def test_days_in_brackets_are_those_of_the_year_before_the_colon():
    content = (
        "Sont au programme 2023 : la visite d'étude à Hambourg (17-19 mai) et un colloque à Brest"
        " (8 juin)."
    )
    found = [(e.kind, e.place.text, e.dates.iso()[0]) for e in told(content)]
    assert ("visit", "Hambourg", "2023-05-17") in found
    assert ("conference", "Brest", "2023-06-08") in found


def test_webinars_counted_with_their_days_in_brackets_need_no_place():
    content = (
        "Deux webinaires ont eu lieu en 2023 : « financer » (le 12 mars, Argile Sud) et « mesurer »"
        " (le 11 juin, Kiln Nord)."
    )
    found = [e for e in told(content) if e.kind == "webinar" and e.dates.start.year == 2023]
    assert [(e.dates.iso()[0], e.status) for e in found] == [
        ("2023-03-12", "held"),
        ("2023-06-11", "held"),
    ]


@pytest.mark.parametrize("plant", ["atelier pilote", "atelier de production"])
def test_a_plant_is_no_workshop(plant):
    content = f"L'{plant} de Lahti ouvrira le 3 mai 2023 à Lahti."
    assert not [e for e in told(content) if e.kind == "workshop"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Une visite d'étude à Metz est prévue le 3 mai 2023. Une seconde, à Lahti les 15 et 16"
            " juin 2023, est à l'étude.",
            [("visit", "Metz"), ("visit", "Lahti")],
        ),
        ("La mission prévue à Lahti le 3 mai 2023 est annulée.", [("mission", "Lahti")]),
        ("The forum of 3 May 2023 will be in Metz rather than in Lahti.", [("conference", "Metz")]),
        (
            "The forum will be held in Metz on 3 May 2023. A second, rare point.",
            [("conference", "Metz")],
        ),
    ],
)
def test_another_one_and_a_town_that_was_not_chosen(sentence, expected):
    assert [(e.kind, e.place.text) for e in told(sentence)] == expected


def test_a_letter_of_a_month_announces_the_rest_of_it_and_tells_what_was_before():
    content = """# Retour sur le colloque de Dole

La lettre du pôle, novembre 2024

Le colloque de Dole a eu lieu le 24 octobre 2024 et a réuni 80 personnes.

## Dates

Le comité de pilotage de Delft : 13 novembre 2024, Delft.

La réunion du bureau, Metz, 30 octobre 2024.
"""
    text = read_bytes(content.encode(), "letter.md")
    found = {e.place.text: e.status for e in find_events(text, describe(text, "letter.md"))}
    assert found["Delft"] == "planned"
    assert found["Metz"] == "held"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("- 14 novembre 2024 : journée B2B à Metz, organisée par Weefpunt", "matchmaking"),
        ("Les rendez-vous d'affaires de Turin ont eu lieu le 13 juin 2024.", "matchmaking"),
        ("A business meetings day takes place in Porto on 8 January 2025.", "matchmaking"),
        ("The FILAR day in Douai on 21 November 2024 is free of charge.", "conference"),
        ("Save the date for our Supplier Day, which is in Cork on 8 February 2024.", "conference"),
        ("La journée FILAR aura lieu à Douai le 21 novembre 2024.", "conference"),
    ],
)
def test_days_of_meetings_and_days_with_a_name_are_events(sentence, kind):
    assert [e.kind for e in told(sentence)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Au total, 118 rendez-vous d'affaires à Turin étaient prévus le 13 juin 2024.",
        "The office in Cork is closed on Christmas Day, 25 December 2024.",
        "International Women's Day is on 8 March 2024 in Cork as well.",
        "Every Day in Cork counts until 8 March 2024.",
        "La journée Mondiale du lin tombe le 3 mai 2024 à Metz.",
    ],
)
def test_talks_and_feasts_are_no_events(sentence):
    assert not told(sentence)


KICK_OFF = """# FILAR kick-off meeting

The kick-off meeting of FILAR took place in Graz on 4 May 2022.

- November 2022: first B2B day in Porto;
- June 2023: second edition in Turin;
- May 2024: mission to Japan.
"""


def test_a_kick_off_has_no_second_edition():
    text = read_bytes(KICK_OFF.encode(), "notes.md")
    kinds = [e.kind for e in find_events(text, describe(text, "notes.md"))]
    assert kinds == ["kick_off", "matchmaking", "matchmaking", "mission"]


@pytest.mark.parametrize("nth", ["fourth one", "fifth and last one", "tenth"])
def test_another_may_be_the_last_of_many(nth):
    sentence = (
        "The third exchange will be held in Bari on 16 April 2024. "
        f"The {nth} is planned in Metz in October 2024."
    )
    assert [(e.kind, e.dates.iso()[0]) for e in told(sentence)] == [
        ("exchange", "2024-04-16"),
        ("exchange", "2024-10"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The online booking tool went down and meetings had to be rescheduled by hand.",
        "L'outil de réservation en ligne est tombé et les réunions ont été reportées.",
    ],
)
def test_meetings_that_a_tool_put_off_are_no_event(sentence):
    assert not told(sentence)


@pytest.mark.parametrize("tool", ["an online form", "the online survey"])
def test_what_stands_before_a_tool_is_no_place(tool):
    (found,) = told(f"The FILAR forum of 4 June 2025, hosted by Weefpunt, has {tool}.")
    assert found.place is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe de travail Argile se réunira le 7 mars 2025 à Metz.",
        "- 7 mars 2025 : groupe de travail Argile, Metz",
        "The working group on kilns will meet in Metz on 7 March 2025.",
    ],
)
def test_a_working_group_that_meets_on_a_day_is_a_meeting(sentence):
    text = f"{sentence}\n\n- 9 avril 2025 : forum, Porto"
    assert next((e.kind, e.place.text) for e in told(text)) == ("meeting", "Metz")


def test_a_working_group_that_does_something_else_is_no_meeting():
    assert not told("Le groupe de travail Argile publiera un guide à Metz le 7 mars 2025.")
    assert not told("The working group on kilns, based in Metz, was set up on 7 March 2025.")
