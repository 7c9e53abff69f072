"""Events told in passing, what was put off or cancelled, and calls that another document tells."""

from datetime import date

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

NEWS = "# What the quarry cluster did\n\nThe summit took place in Tartu on 20 June 2022.\n\n"
NOTES = "# Compte rendu du comité\n\nLe comité s'est réuni à Nantes le 9 septembre 2021.\n\n"


def told(content, source="notes.md"):
    text = read_bytes(content.encode(), source)
    return find_events(text, describe(text, source))


def one(content, kind):
    return next((e for e in told(content) if e.kind == kind), None)


def days(event):
    return event.dates and event.dates.iso()


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        (
            "The training week will take place in Lahti, Finland, from 9 to 13 May 2023.",
            "training",
            ("2023-05-09", "2023-05-13"),
        ),
        (
            "The next workshop will be held in Trondheim from 3 to 5 June 2023.",
            "workshop",
            ("2023-06-03", "2023-06-05"),
        ),
        (
            "The study visit to Lyon runs from 3 October to 5 October 2023.",
            "visit",
            ("2023-10-03", "2023-10-05"),
        ),
        (
            "La visite d'étude aura lieu à Lyon du 3 au 5 octobre 2023.",
            "visit",
            ("2023-10-03", "2023-10-05"),
        ),
        ("The workshop rules hold in Lyon from 4 May 2023 on.", "workshop", None),
        ("The workshop rooms in Lyon are free from 4 May 2023.", "workshop", None),
        ("Training for the staff in Lyon runs from 1 May 2022 to 30 April 2024.", "workshop", None),
    ],
)
def test_a_range_told_with_from_is_the_days_of_an_event(sentence, kind, expected):
    found = one(NEWS + sentence + "\n", kind)
    assert (found and days(found)) == expected


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        (
            "The study visit to Villach, Austria, planned for 12-14 June 2023, has been postponed.",
            "visit",
            None,
        ),
        (
            "The study visit to Villach planned for 12-14 June 2023 is moved to 3 October 2023.",
            "visit",
            ("2023-10-03", "2023-10-03"),
        ),
        (
            "La mission d'étude prévue à Riga du 11 au 13 octobre 2023 est reportée ; elle aura"
            " lieu du 7 au 9 mars 2024, toujours à Riga.",
            "mission",
            ("2024-03-07", "2024-03-09"),
        ),
        (
            "L'atelier de Lyon, initialement prévu le 5 octobre 2023, est reporté au 7 mars 2024.",
            "workshop",
            ("2024-03-07", "2024-03-07"),
        ),
        (
            "La visite de Gdańsk, prévue en avril 2024, est décalée aux 4-6 juin 2024.",
            "visit",
            ("2024-06-04", "2024-06-06"),
        ),
        (
            "The workshop in Lyon of 5 May 2023 was put off. It will take place on 7 June 2023.",
            "workshop",
            ("2023-06-07", "2023-06-07"),
        ),
        (
            "The board postponed the study visit to Lyon planned for 5 May 2023.",
            "visit",
            None,
        ),
        (
            "L'atelier de Lyon du 5 octobre 2023 est reporté en raison de la grève du 3 mai 2024.",
            "workshop",
            None,
        ),
    ],
)
def test_what_was_put_off_has_its_new_days_or_none(sentence, kind, expected):
    found = one(NEWS + sentence + "\n", kind)
    assert found is not None
    assert found.status == "planned"
    assert days(found) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The workshop was held in Lyon on 5 May 2023; the vote was postponed to 7 June 2023.",
        "L'atelier s'est tenu à Lyon le 5 mai 2023, la décision est reportée au 7 juin 2023.",
        "At the workshop in Lyon on 5 May 2023, the launch of the label was postponed.",
        "The workshop in Lyon on 5 May 2023 was moved online.",
    ],
)
def test_what_is_put_off_beside_an_event_leaves_its_days(sentence):
    assert days(one(NEWS + sentence + "\n", "workshop")) == ("2023-05-05", "2023-05-05")


def test_what_was_cancelled_is_told_though_it_is_past():
    found = one(
        NEWS + "A previous visit, planned for May 2023 in Hamburg, had been cancelled.\n", "visit"
    )
    assert (found.status, days(found)) == ("cancelled", ("2023-05", "2023-05"))
    found = one(
        NEWS + "The workshop was held in Lyon on 5 May 2023 and many came to Lyon, but the dinner"
        " was cancelled.\n",
        "workshop",
    )
    assert found.status == "held"
    assert not one(NEWS + "The previous workshop of May 2020 was in Hamburg.\n", "workshop")


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("La mission d'affaires nous a conduits à Fès, le 3 octobre 2023.", "mission", "held"),
        ("Les ateliers se sont achevés à Plovdiv le 27 septembre 2023.", "workshop", "held"),
        ("Le colloque de Brest s'est conclu le 3 mai 2023.", "conference", "held"),
        ("The study visit ended in Lyon on 5 May 2023.", "visit", "held"),
        ("On 9 May 2023, ten of us came to Lahti for the training week.", "training", "held"),
        ("The workshop will be held in Lyon on 5 May 2023.", "workshop", "planned"),
        ("La mission d'affaires nous conduira à Fès le 3 octobre 2023.", "mission", "planned"),
    ],
)  # fmt: skip
def test_what_is_over_is_held_and_what_is_to_come_is_planned(sentence, kind, status):
    own = "# Journée bois\n\nLa journée technique aura lieu à Dole le 8 juillet 2022.\n\n"
    assert one(f"{own}{sentence}\n", kind).status == status


def test_a_day_before_the_text_was_published_is_over_whatever_the_text_is():
    content = (
        "# Journée bois\n\nMis en ligne le 20 mai 2021\n\nLa journée technique aura lieu à Dole le"
        " 8 juillet 2021.\n\nÀ lire aussi : mission en Finlande (septembre 2019) ; atelier à Dole"
        " (septembre 2021)\n"
    )
    assert one(content, "mission").status == "held"
    assert one(content, "workshop").status == "planned"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("An award ceremony will be held in Aarhus on 21 September 2023.", "other"),
        ("Une cérémonie de remise des prix se tiendra à Dole le 21 septembre 2023.", "other"),
        ("The members' breakfast of 28 June 2023 takes place in Riga.", "meeting"),
        ("Petit-déjeuner des adhérents le 28 juin 2023 à Riga.", "meeting"),
        ("A return visit by the cluster to Épinal is planned for May 2023.", "visit"),
        ("Prochaine visite : Vannes, mai 2023.", "visit"),
        ("We will have a stand at the MedOptics fair in Barcelona, 14–16 November 2023.", "fair"),
        ("Prochain comité : Brest, 6 juin 2023.", "meeting"),
        ("- Mid-term review: Galway, March 2023", "meeting"),
        ("The host will hold an online closing session on 29 April 2023.", "webinar"),
        ("- Webinaire d'information : 3 février 2023 à 11 h", "webinar"),
        ("La prochaine édition se tiendra en mai 2023.", "conference"),
    ],
)
def test_nouns_that_tell_an_event_in_passing(sentence, kind):
    own = "# Retour sur la conférence\n\nLa conférence a eu lieu à Tartu le 20 juin 2022.\n\n"
    found = told(own + sentence + "\n")
    assert [e.kind for e in found[1:]] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "386 B2B meetings took place in Lyon on 5 May 2023.",
        "Les rencontres B2B de Lyon du 5 mai 2023 ont duré vingt minutes.",
        "A fair price was agreed in Lyon on 5 May 2023.",
        "The breakfast room in Lyon opens on 5 May 2023.",
        "The second edition of the newsletter was printed in Lyon on 5 May 2023.",
        "The mid-term review of the plan was written in Lyon on 5 May 2023.",
    ],
)
def test_what_sounds_like_an_event_and_is_none(sentence):
    assert len(told(NEWS + sentence + "\n")) <= 1


def test_of_several_dates_each_is_of_the_noun_told_before_it():
    sentence = (
        "Return visit to Lyon in Lyon, 14 June 2023, and final conference in Porto, May 2024."
    )
    found = {
        e.kind: e.place.text for e in told(NEWS + sentence + "\n") if e.dates.start.year > 2022
    }
    assert found == {"visit": "Lyon", "closing": "Porto"}


def test_what_was_put_off_before_it_took_place_is_told_once():
    content = (
        "# Compte rendu de la rencontre de Niort\n\nLa rencontre s'est tenue à Niort les 9 et 10"
        " novembre 2021.\n\nLa rencontre de Niort, prévue d'abord les 19 et 20 octobre, a été"
        " repoussée de trois semaines.\n"
    )
    assert len(told(content)) == 1


def test_another_one_is_of_the_kind_told_before():
    content = NOTES + (
        "Une réunion de préparation est prévue en ligne le 3 mars 2023 ; une seconde se tiendra à"
        " Grasse le 4 avril 2023.\n"
    )
    found = [e for e in told(content) if e.dates and e.dates.start.year == 2023]
    assert [(e.kind, e.place.text) for e in found] == [("meeting", "online"), ("meeting", "Grasse")]


def test_a_call_is_told_in_passing_with_its_days():
    content = (
        "# Rapport de la réunion de lancement du projet ARGILAC\n\nLa réunion de lancement a eu"
        " lieu à Limoges le 8 novembre 2021. Les participants ont été accueillis par le Pôle Argile"
        " et ont visité un four. Décisions :\n- le premier appel à projets ouvrira en mars 2022 et"
        " fermera le 30 juin 2022 ;\n- l'appel à projets d'un autre programme fermera le 3 mai"
        " 2022."
        "\n"
    )
    (call,) = [e for e in told(content) if e.kind == "call"]
    assert call.dates.start == date(2022, 3, 1)
    assert [d.iso()[1] for d in call.deadlines] == ["2022-06-30"]
    assert [p.text for p in call.projects] == ["ARGILAC"]


NEWSLETTER = """# Kilns in motion – Newsletter no. 7

June 2022

## Clay summit: save the date

The 5th European Clay Summit will take place in Tartu, Estonia, from 20 to 22 September 2022.

## KILNLOOP holds its second training week

From 9 to 13 May 2022, nineteen managers came to Lahti, Finland, for the KILNLOOP project. Lahti
Ceramics hosted the group. The KILNLOOP workshop takes place in Zvolen, Slovakia, on 3 October 2022.

## New memorandum with a Spanish cluster

On 2 June 2022, Alba Cluster and Borea Cluster signed a memorandum of understanding on bricks.
"""


def test_a_newsletter_is_no_event_and_its_items_are():
    found = told(NEWSLETTER, "newsletter.md")
    assert all("Newsletter" not in e.name.text for e in found)
    kinds = {e.kind: e for e in found}
    assert days(kinds["conference"]) == ("2022-09-20", "2022-09-22")
    assert kinds["conference"].projects == ()
    assert kinds["training"].place.text == "Lahti"
    assert kinds["agreement"].status == "held"
    assert [p.text for p in kinds["agreement"].partners] == ["Alba Cluster", "Borea Cluster"]
    assert kinds["agreement"].projects == ()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Alba Cluster and Borea Cluster signed a cooperation agreement.", "held"),
        ("Alba Cluster and Borea Cluster will sign a cooperation agreement.", "planned"),
        ("Signing of the cooperation agreement between Alba Cluster and Borea Cluster", "planned"),
    ],
)
def test_an_agreement_is_planned_only_where_it_is_yet_to_be_signed(sentence, status):
    content = f"# Summit in Tartu: agenda\n\nDate: 20 June 2022\nVenue: Tartu\n\n{sentence}\n"
    assert one(content, "agreement").status == status
