"""Events of tables: calendars and trackers, editions, agreements; a list of actions has none."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

TRACKER = """# Activity plan

| Date | Event | Type | City | Country | Host | Project | Status | Participants |
|---|---|---|---|---|---|---|---|---|
| 4-5 May 2022 | LINUM kick-off | Kick-off | Graz | Austria | Textil Styria | LINUM | held | 31 |
| 9 June 2022 | Dyers' breakfast | Gathering | Porto | Portugal | Fios Norte | | held | 12 |
| 7 March 2023 | Loom & Thread day | Matchmaking | Ostend | Belgium | Weefpunt | LINUM | done | 60 |
| 3 May 2023 | Investor lunch | | Dublin | Ireland | Weefpunt | | cancelled | |
| 8 June 2023 | Spinning forum | Conference | Metz | France | Fios Norte | | planned | 200 |
"""
CALENDRIER = """# Agenda 2023

| Date | Manifestation | Lieu | Organisateur | État |
|---|---|---|---|---|
| 12/01/2023 | Vœux du pôle | Caen | Filière Lin | tenu |
| 16/03/2023 | Atelier teinture | Rouen | Filière Lin | annulé |
| 08/06/2023 | Lin en fête | Dieppe | Filière Lin | reporté au 14/09/2023 |
| 14/09/2023 | Lin en fête | Dieppe | Filière Lin | prévu |
| 05/10/2023 | Visite d'étude | Gand | Filière Lin | à venir |
"""


def told(content, source="plan.md"):
    text = read_bytes(content.encode(), source)
    return find_events(text, describe(text, source))


def place(event):
    return event.place and event.place.text


def test_each_row_of_a_tracker_is_an_event_with_its_own_cells():
    kick_off, breakfast, loom, lunch, forum = told(TRACKER)
    assert (kick_off.kind, kick_off.name.text) == ("kick_off", "LINUM kick-off")
    assert (breakfast.name.text, place(breakfast)) == ("Dyers' breakfast", "Porto")
    assert (loom.kind, loom.name.text) == ("matchmaking", "Loom & Thread day")
    assert (place(loom), loom.country.text, loom.host.text) == ("Ostend", "BE", "Weefpunt")
    assert loom.participants.text == "60"
    assert forum.participants is None  # no one came yet
    assert [e.status for e in (kick_off, breakfast, loom, lunch, forum)] == [
        *["held"] * 3,
        "cancelled",
        "planned",
    ]


def test_a_row_whose_project_cell_is_empty_has_no_project():
    named = [[p.text for p in event.projects] for event in told(TRACKER)]
    assert named == [["LINUM"], [], ["LINUM"], [], []]


def test_a_calendar_in_french_is_a_list_and_no_event_itself():
    found = told(CALENDRIER)
    assert "Agenda 2023" not in [event.name.text for event in found]
    rows = [(e.dates.iso()[0], e.name.text, place(e), e.status) for e in found]
    assert rows == [
        ("2023-01-12", "Vœux du pôle", "Caen", "held"),
        ("2023-03-16", "Atelier teinture", "Rouen", "cancelled"),
        ("2023-09-14", "Lin en fête", "Dieppe", "planned"),
        ("2023-10-05", "Visite d'étude", "Gand", "planned"),
    ]
    assert [bool(e.put_off) for e in found] == [False, False, True, False]


def test_without_a_column_of_statuses_the_day_of_the_first_row_says_nothing_of_the_others():
    content = """# Diary

| Date | Event | Place |
|---|---|---|
| 3 May 2021 | Open day | Metz |
| 9 July 2021 | Summer forum | Graz |
"""
    assert [e.status for e in told(content)] == ["planned", "planned"]


@pytest.mark.parametrize(
    "content",
    [
        "# Décisions\n\n| Décision | Qui | Échéance |\n|---|---|---|\n"
        "| Réserver la salle de l'atelier à Metz | A. Roy | 3 mai 2023 |\n"
        "| Publier le guide | B. Lux | 9 juin 2023 |\n",
        "# Plan\n\n| Date | Activity | Place |\n|---|---|---|\n"
        "| 3 May 2023 | Survey of weavers | Metz |\n| 9 June 2023 | Data cleaning | Graz |\n",
        "# Dates\n\n| Date | Event | Place |\n|---|---|---|\n"
        "| 3 May 2023 | Deadline for reports | Metz |\n| 9 June 2023 | Bank holiday | Graz |\n",
        "# La lettre du lin\n\n| Édition | Date | Lieu |\n|---|---|---|\n"
        "| 1re | 3 mai 2021 | Metz |\n| 2e | 9 juin 2022 | Metz |\n",
        "# Consortium agreement\n\n| Partner | Country | Budget |\n|---|---|---|\n"
        "| Fios Norte | Portugal | 30 000 |\n| Weefpunt | Belgium | 40 000 |\n",
    ],
)
def test_lists_of_other_things_are_no_events(content):
    assert not told(content)


def test_another_word_in_a_status_column_says_nothing_of_how_an_event_stands():
    content = """# Diary

| Date | Event | Place | Status |
|---|---|---|---|
| 3 May 2021 | Open day | Metz | open to members |
| 9 July 2021 | Summer forum | Graz | approved by written procedure |
"""
    assert [e.status for e in told(content)] == ["planned", "planned"]


def test_the_days_of_one_programme_are_no_list():
    content = """# Study visit to Graz

Date: 3-4 May 2023
Place: Graz, Austria

| Date | Activity | Place |
|---|---|---|
| 3 May 2023 | Workshop on looms | Graz |
| 4 May 2023 | Company visit | Graz |
"""
    assert [(e.kind, e.dates.iso()) for e in told(content)] == [
        ("visit", ("2023-05-03", "2023-05-04"))
    ]


def test_editions_of_a_fair_are_each_one_of_its_kind():
    content = """# Filaria : dix ans de salon

| Édition | Dates | Lieu | Visiteurs |
|---|---|---|---|
| 1re | 10 et 11 octobre 2018 | Pau | 1 150 |
| 2e | 7 et 8 octobre 2020 (annulé) | Pau | – |
| 3e | 13 et 14 octobre 2021 | en ligne | 2 340 |

La prochaine édition aura lieu les 8 et 9 octobre 2025 à Dax.
"""
    found = told(content)
    assert {e.kind for e in found} == {"fair"}
    assert [(e.dates.start.year, place(e)) for e in found] == [
        (2018, "Pau"),
        (2020, "Pau"),
        (2021, "online"),
        (2025, "Dax"),
    ]
    assert found[1].status == "cancelled"


def test_agreements_listed_with_partner_and_day_are_signed():
    content = """# Nos accords de partenariat

| Année | Partenaire | Pays | Signé à | Date |
|---|---|---|---|---|
| 2019 | Weefpunt | Belgique | Limoges | 6 juin 2019 |
| 2022 | Tekstiili Lahti | Finlande | Tampere | 17 mai 2022 |
"""
    rows = [
        (e.kind, e.status, e.partners[0].text, e.partner_countries[0].text, place(e))
        for e in told(content)
    ]
    assert rows == [
        ("agreement", "held", "Weefpunt", "BE", "Limoges"),
        ("agreement", "held", "Tekstiili Lahti", "FI", "Tampere"),
    ]


def test_the_label_of_a_place_tells_it_under_a_headed_item_as_well():
    content = """# News

What our members do.

## Forum on flax

Date: 3 May 2023
Place: Ostend

## Open day

Date: 9 June 2023
Contact: Metz
"""
    found = {e.kind: place(e) for e in told(content)}
    assert found["conference"] == "Ostend"
    assert "Metz" not in found.values()


TO_DO = "Book a room for the workshop"
LOG = """# Events log

| Start date | End date | Event | Type | City | Project | Status |
|---|---|---|---|---|---|---|
| 2022-05-04 | 2022-05-06 | Loom days | Workshop | Graz | LINUM | held |
| 2022-06-09 | | Dyers' breakfast | Gathering | Porto | | held |
| 2022-09-07 | 2024-09-07 | Weaving courses | Training | Metz | | held |
| 2022-11-09 | | Final event (first date) | Closing event | Ostend | LINUM | postponed |
| 2023-02-02 | | Final event | Closing event | Ostend | LINUM | held |
| 2023-03-01 | | Spinning forum | Conference | Ostend | | postponed |
| 2023-04-05 | | Felt forum | Conference | Ostend | | held |
"""


def test_the_last_day_of_an_event_is_in_its_own_column():
    days = {e.name.text: e.dates.iso() for e in told(LOG) if e.dates}
    assert days["Loom days"] == ("2022-05-04", "2022-05-06")
    assert days["Dyers' breakfast"] == ("2022-06-09", "2022-06-09")
    assert "Weaving courses" not in days  # two years are no event
    french = LOG.replace("Start date", "Du").replace("End date", "Au")
    assert {e.name.text: e.dates.iso() for e in told(french) if e.dates} == days


def test_a_row_that_was_put_off_gives_way_to_the_row_of_its_new_day():
    closing = [e for e in told(LOG) if e.kind == "closing"]
    assert [(e.dates.iso()[0], e.status) for e in closing] == [("2023-02-02", "held")]
    assert closing[0].put_off is not None


def test_a_row_that_was_put_off_does_not_give_way_to_another_event_in_that_town():
    forums = {e.name.text: e for e in told(LOG) if e.kind == "conference"}
    assert forums["Spinning forum"].dates is None
    assert forums["Felt forum"].put_off is None


def test_a_calendar_of_actions_tells_its_events():
    content = """# Calendrier des actions 2024

| Date | Action | Type | Lieu | Projet |
|---|---|---|---|---|
| 19 et 20 mars 2024 | Lin B2B Days | Rendez-vous d'affaires | Rouen | – |
| 5 juin 2024 | La teinture en pratique | Visite | Dieppe | – |
| 9 octobre 2024 | Journée LINUM | Journée d'information | Douai | LINUM |
"""
    assert [(e.kind, e.name.text, place(e)) for e in told(content)] == [
        ("matchmaking", "Lin B2B Days", "Rouen"),
        ("visit", "La teinture en pratique", "Dieppe"),
        ("conference", "Journée LINUM", "Douai"),
    ]


@pytest.mark.parametrize("who", ["Who", "Qui", "Responsable"])
def test_actions_that_someone_is_to_do_are_no_events(who):
    content = f"""# Minutes

| Action | {who} | When | Place |
|---|---|---|---|
| {TO_DO} | A. Roy | 3 May 2023 | Metz |
| Print the programme of the forum | B. Lux | 9 June 2023 | Metz |
"""
    assert not {e.name.text for e in told(content)} & {TO_DO, "Print the programme of the forum"}


def test_a_place_that_no_list_knows_is_shown_as_it_is_told():
    content = """# Diary

| Date | Event | Place |
|---|---|---|
| 3 May 2021 | Weavers' breakfast | Larkmoor Quay |
| 9 July 2021 | Weavers' supper | tbc |
| 9 August 2021 | Weavers' lunch | Room 4 |
| 9 September 2021 | Weavers' tea | Salle Jacquard |
"""
    assert [(e.name.text, place(e)) for e in told(content)] == [
        ("Weavers' breakfast", "Larkmoor Quay")
    ]
