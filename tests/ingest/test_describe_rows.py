"""What one row of a table or one item of a list says, and what the whole document says."""

import pytest

from ingest.describe import describe
from ingest.describe.layout import labels, told_once, without_tasks
from ingest.types import Text

MINUTES = (
    "LINWAY – Compte rendu du 5e comité de pilotage\n\nDate : mardi 14 mars 2023\n"
    "Lieu : Moulin de la Sambre, Namur\n\nAna Ruiz rend compte.\n\n"
)


def about(content):
    return describe(Text(content, "txt"), "x.txt")


def text_of(value):
    return value.text if value else None


def test_the_host_of_the_first_row_is_not_that_of_the_committee():
    rows = (
        "Échange: Gand | Hôte: Cluster Fibra | État: réalisé\n"
        "Échange: Porto | Hôte: Cluster Lino | État: à venir\n"
    )
    assert about(MINUTES + rows).host is None


def test_a_host_told_in_one_row_or_in_a_sheet_is_the_documents():
    assert text_of(about(MINUTES + "Thème: Lin | Hôte: Cluster Fibra\n").host) == "Cluster Fibra"
    assert text_of(about(MINUTES + "Hôte : Cluster Fibra\n").host) == "Cluster Fibra"


def test_the_country_of_the_first_partner_is_not_that_of_the_network():
    rows = (
        "Partner: Lino | City: Porto | Country: Portugal\n"
        "Partner: Fibra | City: Ghent | Country: Belgium\n"
    )
    assert about(f"LINWAY in figures\n\n{rows}").country is None
    assert text_of(about("LINWAY in figures\n\nCountry: Portugal\nPartner: Lino\n").country) == "PT"


def test_a_sheet_with_headers_is_told_whole():
    rows = "Item: Host | Detail: Cluster Fibra\nItem: Country | Detail: Belgium\n"
    assert text_of(about(MINUTES + rows).host) == "Cluster Fibra"


def test_the_rows_of_a_programme_are_all_the_documents():
    rows = "Jour: 14 mars | Heure: 9 h | Lieu: Namur\nJour: 15 mars | Heure: 9 h | Lieu: Dinant\n"
    assert told_once(rows, labels(rows)) == labels(rows)


def test_labels_of_a_sheet_are_kept_when_they_stand_twice():
    content = "Country: Portugal\nCity: Porto\n\nCountry: Belgium\n"
    assert told_once(content, labels(content)) == labels(content)


@pytest.mark.parametrize(
    ("heading", "organiser"),
    [
        ("What will happen", None),
        ("Actions prévues", None),
        ("Who does it", "Cluster Lino"),
    ],
)
def test_who_organises_one_of_the_actions_does_not_organise_the_kick_off(heading, organiser):
    content = (
        "PRESS RELEASE\n\nSix clusters join forces on flax\n\n"
        "Ghent, 10 February 2022 – The LINWAY project was launched yesterday in Ghent. The kick-off"
        " gathered 34 people.\n\n"
        f"{heading}\n\n• a skills survey of the mills\n"
        "• a matchmaking day in Porto, organised by Cluster Lino\n"
    )
    assert text_of(about(content).organiser) == organiser


@pytest.mark.parametrize(
    ("sentence", "coordinator"),
    [
        ("Three staff exchanges between teams (led by Cluster Lino) follow.", None),
        ("The map of suppliers is led by Cluster Lino.", None),
        ("The LINWAY project is led by Cluster Lino.", "Cluster Lino"),
        ('"Come," said Ana Ruiz, director of Fibrelle and project coordinator.', "Fibrelle"),
        ('"Come," said Ana Ruiz, director of Fibrelle and coordinator of the map.', None),
        ("Ana Ruiz, directrice de Fibrelle et coordinatrice du projet, a conclu.", "Fibrelle"),
    ],
)
def test_who_leads_a_part_does_not_coordinate(sentence, coordinator):
    content = f"LINWAY: clusters join forces\n\nThe LINWAY project began in May 2022. {sentence}\n"
    assert text_of(about(content).coordinator) == coordinator


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("a eu lieu au Havre", "Le Havre"),
        ("s'est tenue au Mans", "Le Mans"),
        ("s'est tenue aux Herbiers", "Les Herbiers"),
        ("s'est tenue au Portugal", None),
        ("s'est tenue au Plateau", None),
    ],
)
def test_a_town_behind_its_article(said, place):
    found = about(f"Retour sur la journée du lin\n\nLa journée du lin {said} le 4 mai 2022.\n")
    assert text_of(found.place) == place


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Mardi 23 mai 2023, de 10 h à 16 h\nMoulin neuf, salle Lin, Namur\n", "Namur"),
        ("4 May 2022\nNamur, main hall\n", "Namur"),
        ("4 May 2022\nBy Ana Ruiz, Namur\n", None),
        ("4 May 2022\nThe mills of Namur are old. They stand, all in all, well.\n", None),
    ],
)
def test_the_line_under_the_date_may_be_the_place(lines, place):
    found = about(f"Atelier : filer le lin\n\n{lines}\nLe lin est une fibre longue.\n")
    assert text_of(found.place) == place


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        ("Meetings | Vigo, May 2023: 118 | Porto, June 2024: 236", []),
        ("Rendez-vous | Porto, juin 2024: 236", []),
        ("Venue | Moulin neuf, Namur", ["venue"]),
        ("Date | Detail: 4 May 2022", ["date"]),
        ("Date | 4 May 2022", ["date"]),
        ("Venue: Namur | Date: 4 May 2022", ["venue", "date", "namur"]),
    ],
)
def test_the_first_cell_of_a_row_with_headers_is_no_label(row, keys):
    assert [x.key for x in labels(row)] == keys


def test_the_figures_of_two_meetings_do_not_date_or_place_the_second():
    content = (
        "Deux jours à Porto : les chiffres\n\nLes rencontres ont eu lieu les 13 et 14 juin 2024 à"
        " Porto.\n\nRendez-vous | Vigo, novembre 2023: 118 | Porto, juin 2024: 236\n"
    )
    found = about(content)
    assert text_of(found.place) == "Porto"
    assert found.dates.iso() == ("2024-06-13", "2024-06-14")


@pytest.mark.parametrize(
    ("rows", "date"),
    [
        (
            "Who: Roy | What: a short report | When: 1 March 2024\n"
            "Who: Sá | What: a hall in Porto | When: 31 May 2024\n",
            "2023-11-09",
        ),
        (
            "Action: rapport | Responsable: Roy | Quand: 1er mars 2024\n"
            "Action: salle | Responsable: Sá | Quand: 31 mai 2024\n",
            "2023-11-09",
        ),
    ],
)
def test_by_when_somebody_acts_is_not_when_the_committee_met(rows, date):
    told = "".join(f"Ana told of mill number {n}.\n\n" for n in range(2, 12))
    content = f"LINWAY: steering committee 4\n\nGhent, 9 November 2023\n\n{told}{rows}"
    assert about(content).dates.iso()[0] == date


@pytest.mark.parametrize(
    "rows",
    [
        "Who: mills | What: a fair of flax | When: 4 May 2022\n",
        "Who: Roy | What: talk | When: 4 May, 9:00\nWho: Sá | What: visit | When: 4 May, 9:30\n",
        "Venue: Namur | When: 4 May 2022\nVenue: Porto | When: 6 May 2022\n",
    ],
)
def test_rows_of_one_event_or_of_a_programme_keep_their_labels(rows):
    assert without_tasks(rows, labels(rows)) == labels(rows)
