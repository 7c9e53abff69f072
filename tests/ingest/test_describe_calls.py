"""What ends on a day: a call and its applications have a last day, an event hasn't."""

import pytest

from ingest.describe import describe
from ingest.register import find_events
from ingest.types import Text

CALL = "Appel à projets TISSEA\n\nLe pôle Alba lance un appel à projets pour les PME. {}\n"
ENGLISH = "TISSEA call for proposals\n\nThe call is for SMEs. {}\n"
OPENS, CLOSES = "2023-04-03", "2023-06-30"


def call_of(content):
    text = Text(content, "txt")
    found = describe(text, "x.txt")
    assert found.type == "call"
    event = next(e for e in find_events(text, found) if e.kind == "call")
    opens = event.dates.iso()[0] if event.dates else None
    return opens, [d.iso()[1] for d in found.deadlines]


@pytest.mark.parametrize(
    ("content", "opens"),
    [
        (CALL.format("L'appel ferme le 30 juin 2023 à 17 h."), None),
        (CALL.format("L'appel sera clôturé le 30 juin 2023."), None),
        (CALL.format("Le dépôt des dossiers prendra fin le 30 juin 2023."), None),
        (CALL.format("L'appel ouvre le 3 avril 2023. Il se termine le 30 juin 2023."), OPENS),
        (
            CALL.format("Les candidatures ouvrent le 3 avril 2023 et ferment le 30 juin 2023."),
            OPENS,
        ),
        (ENGLISH.format("The call opens on 3 April 2023. It ends on 30 June 2023."), OPENS),
        (ENGLISH.format("The TISSEA project call ends on 30 June 2023."), None),
    ],
)
def test_the_last_day_of_a_call_by_the_verb_that_ends_it(content, opens):
    assert call_of(content) == (opens, [CLOSES])


@pytest.mark.parametrize(
    "content",
    [
        "Salon du textile\n\nLe salon ouvre le 3 avril 2023 à Lyon et ferme le 7 avril 2023.",
        "Textile fair\n\nThe fair opens on 3 April 2023 in Lyon. It ends on 7 April 2023.",
        "Appel à projets TISSEA\n\nL'appel finance une mission qui se termine le 7 avril 2023.",
        "Lancement de TISSEA\n\nLe projet se termine le 30 juin 2023. Un appel suivra.",
    ],
)
def test_what_else_ends_on_a_day_has_no_last_day(content):
    assert describe(Text(content, "txt"), "x.txt").deadlines == ()


@pytest.mark.parametrize(
    "content",
    [
        "Partner search: bark\n\nPosted on: 3 April 2023\nExpires on: 30 June 2023\n",
        "Partner search: bark for insulation\n\nValid until: 30 June 2023\n",
        "Partner search: bark for insulation\n\nThis partner search expires on 30 June 2023.\n",
        "Recherche de partenaires : isolants\n\nOffre valable jusqu'au 30 juin 2023\n",
        "Recherche de partenaires\n\nL'offre publiée le 3 avril expire le 30 juin 2023.\n",
        "Recherche de partenaires : isolants\n\nDate d'expiration : 30 juin 2023\n",
    ],
)
def test_what_a_search_is_valid_until_is_its_last_day(content):
    found = describe(Text(content, "txt"), "x.txt")
    assert [d.iso()[1] for d in found.deadlines] == [CLOSES]


@pytest.mark.parametrize(
    "content",
    [
        "Partner search: bark\n\nSee also: search 98, oysters (expires on 30 June 2023)\n",
        "Note on insulation\n\nThe certificate of Borea expires on 30 June 2023.\n",
        "Note sur les isolants\n\nLe contrat de Borea expire le 30 juin 2023.\n",
        "Note sur les drones\n\n16/01/23 - Un permis nous est donné, valable jusqu'au 30/06/23.\n",
        "Note sur les isolants\n\nOffre de chambres d'hôtel valable jusqu'au 30 juin 2023.\n",
    ],
)
def test_the_last_day_of_another_thing_is_no_deadline(content):
    assert describe(Text(content, "txt"), "x.txt").deadlines == ()
