"""Papers that hold for years have no event of their own, and sheets of grants are no calls."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events


def read(content, name="paper.md"):
    text = read_bytes(content.encode(), name)
    description = describe(text, name)
    return description, find_events(text, description)


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("The Quarry Manager's Handbook", "Issue of May 2024, Vigo\n\nHow to host a study visit."),
        ("Statutes of the Stone Ring", "As amended on 14 May 2024 in Vigo by the meeting."),
        ("Price list for members", "Valid from 1 March 2024 in Vigo\n\nMeeting room: EUR 120"),
        ("Catalogue des formations 2024", "Valable à compter du 3 mars 2024, à Quimper."),
        ("Règlement intérieur du pôle", "Adopté le 14 mai 2024 à Quimper en assemblée générale."),
        ("Foire aux questions", "La réunion du 14 mai 2024 à Quimper a posé ces questions."),
        ("Étude : l'emploi des carriers", "Synthèse – mai 2024\n\nUne conférence à Quimper."),
        ("Members' directory 2024", "Printed in Vigo, May 2024, for the general assembly."),
    ],
)
def test_a_paper_has_no_event_of_its_own(title, below):
    _, events = read(f"# {title}\n\n{below}\n")
    assert title not in [e.name.text for e in events]


@pytest.mark.parametrize(
    "title",
    [
        "Étude des carriers : réunion de restitution",
        "Lancement du guide des carriers",
        "Study visit to the quarries",
        "Launch event of the quarry handbook",
        "Action plan workshop",
    ],
)
def test_an_event_about_a_paper_is_one(title):
    _, events = read(f"# {title}\n\nJoin us in Vigo on 14 May 2024 / Rendez-vous à Vigo.\n")
    assert [(e.name.text, e.dates.iso()[0]) for e in events] == [(title, "2024-05-14")]


SHEET = """Événement;Date;Lieu;Participants;Subvention
Salon de la pierre;12/03/2024;Quimper;140;12 000 €
Matinale export;04/04/2024;Vannes;35;1 500 €
Visite des carrières;06/06/2024;Brest;;2 000 €
"""


def test_a_column_of_grants_makes_no_call_and_those_who_came_were_there():
    description, events = read(SHEET, "budget.csv")
    assert description.type != "call"
    assert [(e.status, e.participants and e.participants.text) for e in events] == [
        ("held", "140"),
        ("held", "35"),
        ("planned", None),
    ]
    english = "Activity;Date;City;Grant\nForum;12/03/2024;Vigo;9,000\nVisit;04/04/2024;Turku;800\n"
    assert read(english, "budget.csv")[0].type != "call"


def test_a_table_of_calls_with_their_grants_is_one_of_calls():
    table = "Call;Grant;Opens;Closes\nDust;8,000;03/02/2025;25/04/2025\nNoise;9,000;;27/06/2025\n"
    description, events = read(table, "calls.csv")
    assert description.type == "call"
    assert [e.name.text for e in events] == ["Dust", "Noise"]
