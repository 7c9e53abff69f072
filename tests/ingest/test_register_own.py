"""The event that a document is about: its kind, its days, where it is, and what is none."""

from dataclasses import replace

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events
from ingest.types import Value


def told(content, source="notes.md"):
    text = read_bytes(content.encode(), source)
    return find_events(text, describe(text, source))


def test_the_sentence_of_the_date_says_what_kind_of_event_it_was():
    content = (
        "# « Nous avons appris à partager nos clients »\n\n*Publié le 15 novembre 2022*\n\nTout"
        " est né"
        " au salon d'Épinal, où les clusters se sont croisés.\n\nLa réunion de lancement a eu"
        " lieu à"
        " Metz le 3 février 2022 ; les partenaires ont été accueillis par le Pôle Argile.\n"
    )
    first = told(content)[0]
    assert first.kind == "kick_off"


def test_the_days_of_a_project_are_no_event_s():
    content = (
        "# KILNBOT – project fact sheet\n\n| | |\n|---|---|\n| Start | 1 September 2022 |\n"
        "| End | 31 August 2025 |\n| Coordinator | Lahti Ceramics |\n\n## In short\n\nKILNBOT helps"
        " forty firms with their kilns.\n\n## Milestones\n\n- Kick-off meeting: Tampere, 13-14"
        " September 2022\n- Final conference: Porto, June 2025\n"
    )
    found = {e.kind: e.dates.iso() for e in told(content)}
    assert found["kick_off"] == ("2022-09-13", "2022-09-14")
    assert found["closing"][0] == "2025-06"
    assert len(found) == 2


def test_a_training_may_last_for_months():
    content = (
        "# Training course for kiln masters: agenda\n\nDates: 1 March 2022 to 30 June 2022\nVenue:"
        " Lahti, Finland\nHost: Lahti Ceramics\n\n09:00 Welcome\n"
    )
    assert told(content)[0].dates.iso() == ("2022-03-01", "2022-06-30")


def test_an_agreement_was_signed_on_the_day_of_its_signing():
    rest = "The stand at the air show in Paris will be shared from 21 to 27 June 2021.\n"
    content = (
        "# Alba Cluster and Borea Cluster sign a cooperation agreement\n\nThe agreement between"
        " Alba"
        f" Cluster and Borea Cluster was signed in Brno on 18 May 2021. {rest}"
    )
    first = told(content)[0]
    assert (first.kind, first.dates.iso()) == ("agreement", ("2021-05-18", "2021-05-18"))
    found = told(content.replace(" on 18 May 2021", ""))
    assert all(e.dates is None for e in found if e.kind == "agreement")


@pytest.mark.parametrize("label", ["**Where:** online (Zoom)", "**Lieu :** en ligne (Teams)"])
def test_a_label_says_that_a_webinar_is_online(label):
    content = f"# Webinar: quiet kilns\n\n**When:** Tuesday 8 October 2024, 10:30\n{label}\n"
    assert told(content)[0].place.text == "online"


@pytest.mark.parametrize(
    ("content", "opens"),
    [
        (
            "# Appel à partenaires : argile\n\n**Date limite : 24 mars 2023**\n\nLa proposition"
            " doit"
            " être déposée le 20 avril 2023.\n",
            None,
        ),
        (
            "# Appel à partenaires : argile\n\nOuverture : 20 février 2023\nDate limite : 24 mars"
            " 2023\n",
            "2023-02-20",
        ),
    ],
)
def test_a_call_does_not_open_after_it_has_closed(content, opens):
    call = next(e for e in told(content) if e.kind == "call")
    assert (call.dates and call.dates.iso()[0]) == opens
    assert [d.iso()[1] for d in call.deadlines] == ["2023-03-24"]


def test_a_notice_of_award_opens_no_call():
    content = (
        "AWARD NOTICE\n\nPublication date: 08.07.2021\n\nThe KILNCHAIN consortium has concluded the"
        " evaluation of its first open call, which closed on 30 April 2021.\n"
    )
    assert all(e.dates is None for e in told(content, "notice.txt"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "# L'assemblée générale reportée\n\nMis en ligne le 20 mai 2021\n\nL'assemblée générale"
            " du Pôle Argile, prévue le 3 juin 2021 à Dole, est reportée.\n",
            None,
        ),
        (
            "# L'assemblée générale reportée\n\nMis en ligne le 20 mai 2021\n\nL'assemblée générale"
            " du Pôle Argile, prévue le 3 juin 2021 à Dole, est reportée au 8 juillet 2021.\n",
            ("2021-07-08", "2021-07-08"),
        ),
        (
            "# Workshop in Dole postponed\n\nThe workshop of 3 June 2021 in Dole has been postponed"
            " to 8 July 2021.\n",
            ("2021-07-08", "2021-07-08"),
        ),
        (
            "# Workshop in Dole\n\nThe workshop takes place on 3 June 2021 in Dole. The vote on the"
            " label was postponed to 8 July 2021.\n",
            ("2021-06-03", "2021-06-03"),
        ),
    ],
)
def test_the_own_event_that_was_put_off_has_its_new_days_or_none(content, expected):
    first = told(content)[0]
    assert first.status == "planned"
    assert (first.dates and first.dates.iso()) == expected


def test_an_announcement_of_what_is_over_tells_an_event_held():
    content = (
        "COMMUNIQUÉ DE PRESSE\nSofia, le 28 septembre 2022\n\n250 entreprises aux rencontres"
        " d'affaires\n\nLes rencontres d'affaires se sont achevées à Plovdiv le 27 septembre 2022."
        " Les entreprises y ont tenu 1140 rendez-vous.\n"
    )
    assert told(content, "x.txt")[0].status == "held"


@pytest.mark.parametrize(
    "content",
    [
        "COMMUNIQUÉ DE PRESSE\nLiège, le 5 novembre 2024\n\nDeux pôles s'allient\n\nLe Pôle Argile"
        " et Alba Clay ont signé ce matin une convention de coopération. Elle prévoit l'échange de"
        " personnel et un fonds d'amorçage.\n",
        "PRESS RELEASE\nGhent, 5 November 2024\n\nTwo clusters join hands\n\nPôle Argile and Alba"
        " Clay signed a cooperation agreement this morning. It provides for a staff exchange and a"
        " seed fund.\n",
    ],
)
def test_what_an_agreement_is_to_bring_is_no_event_of_its_day(content):
    found = told(content, "press.txt")
    assert [e.kind for e in found] == ["agreement"]
    assert found[0].dates.iso() == ("2024-11-05", "2024-11-05")
    assert [v.text for v in found[0].partners] == ["Pôle Argile", "Alba Clay"]


def test_an_event_told_under_a_dateline_before_any_agreement_is_the_document_s():
    content = (
        "PRESS RELEASE\nGhent, 5 November 2024\n\nForty firms at the workshop\n\nThe workshop on"
        " kilns drew forty firms to Ghent. Pôle Argile and Alba Clay signed a cooperation agreement"
        " there.\n"
    )
    assert told(content, "press.txt")[0].kind == "workshop"


LETTER = """# {name}

## Retour sur les Rencontres de la terre

Les Rencontres de la terre ont réuni 140 participants à Dole les 22 et 23 mars 2023{of}.

## Le projet KILNBOT démarre

La réunion de lancement de KILNBOT s'est tenue à Lahti le 14 février 2023, chez Lahti Ceramics.
"""


@pytest.mark.parametrize(
    ("name", "of", "projects"),
    [
        ("La Lettre du Pôle Argile – n° 31, avril 2023", "", []),
        ("La Lettre du Pôle Argile – n° 31, avril 2023", ", avec le projet KILNBOT", ["KILNBOT"]),
    ],
)
def test_an_item_of_a_newsletter_is_of_the_project_that_it_names(name, of, projects):
    found = told(LETTER.format(name=name, of=of))
    assert [v.text for v in found[0].projects] == projects
    assert [v.text for e in found if e.kind == "kick_off" for v in e.projects] == ["KILNBOT"]


def test_a_report_is_of_the_project_that_a_later_section_names():
    content = (
        "# Report on the study visit to Dole\n\nThe study visit took place in Dole on 4 May 2023."
        "\n\n## About the project\n\nThe KILNBOT project brings kilns to forty firms.\n"
    )
    assert [v.text for v in told(content)[0].projects] == ["KILNBOT"]


@pytest.mark.parametrize("cue", ["In this issue", "Dans ce numéro"])
def test_what_has_several_items_is_no_event(cue):
    content = (
        f"# Kiln Courier 42\n\n{cue}: glazes, prizes\n\n## Glazes\n\nThe jury met on 20 February"
        " 2025 in Dole. Nine firms won.\n\n## Save the date\n\nWorkshop in Porto, 7 May 2025.\n"
    )
    found = told(content)
    assert [e.dates.iso()[0] for e in found] == ["2025-05-07"]


MINUTES = """{head}
Steering committee no. 5 - MINUTES
Date: 21 November 2023
Place: Metz, town hall

{first}

1. Budget
{item}
"""
PROSE = (
    "The partners met for a day, looked at what was done since the spring and agreed on the next"
    " steps{end}."
)


@pytest.mark.parametrize(
    ("head", "end", "item", "other", "expected"),
    [
        ("FILARIX", "", "Nothing to add.", (), ["FILARIX"]),
        ("Weavers", " of FILARIX", "Nothing to add.", (), ["FILARIX"]),
        ("Weavers", "", "FILARIX pays for the room.", (), []),
        ("FILARIX", "", "LINUX pays for the room.", ("LINUX",), []),
    ],
)
def test_the_one_project_that_a_library_knows_is_that_of_the_minutes_it_heads(
    head, end, item, other, expected
):
    content = MINUTES.format(head=head, first=PROSE.format(end=end), item=item)
    text = read_bytes(content.encode(), "minutes.txt")
    names = ("FILARIX", *other)
    known = tuple(Value(name, origin="library") for name in names)
    own = find_events(text, replace(describe(text, "minutes.txt"), projects=known))[0]
    assert [p.text for p in own.projects] == expected
