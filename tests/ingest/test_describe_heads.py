"""What the head of a text says it is, its title, and what only looks like a duration."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.types import Text


def about(content):
    return describe(Text(content, "txt"), "x.txt")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (
            "Frequently asked questions on the test sites\n\nHow much is a week?\n\n"
            "A week costs EUR 900. It was decided in May.\n",
            "other",
        ),
        (
            "Foire aux questions : les chèques LINWAY\n\nQui peut déposer ?\n\nToute PME éligible."
            " Le chèque est une subvention. Les dépenses éligibles sont listées.\n",
            "other",
        ),
        (
            "How to set up a staff exchange between clusters\n\nThe host of a staff exchange"
            " picks the days. One of us was hosted by Fibra in a study visit.\n",
            "best_practice",
        ),
        (
            "How to apply for a voucher\n\nOpen call. Deadline: 4 May 2022. Eligible: SMEs.\n",
            "call",
        ),
        (
            "LINWAY vouchers: what did they change?\n\nDeliverable D4.5\n\nThe call had a"
            " deadline in May. Vouchers went to SMEs. Eligible costs, grants, applicants.\n",
            "other",
        ),
        (
            "Évaluation à mi-parcours du réseau LINWAY\n\nBonnes pratiques et difficultés. Guide,"
            " méthode, conseils, retour d'expérience.\n",
            "other",
        ),
        (
            "Call for proposals LINWAY\n\nDeadline: 4 May 2022. It is part of deliverable D2. The"
            " evaluation of the applications is made by experts. Evaluation criteria: need.\n",
            "call",
        ),
        (
            "Appel d'offres : évaluation externe du projet LIN\n\nLe pôle recherche un prestataire."
            " Les offres sont à remettre avant le 4 mai 2023.\n",
            "call",
        ),
        (
            "Comment préparer votre candidature : réunion d'information\n\nLa réunion aura lieu le"
            " 4 mai 2023 à Lyon.\n",
            "call",
        ),
        (
            "Le journal des filatures\n\nEntretien\n\nAna Ruiz a visité Gand. Elle a organisé une"
            " mission en Flandre, qui a réuni 30 personnes.\n",
            "other",
        ),
        (
            "LINWAY – 5th Steering Committee\nMinutes\n\nPresent: A. Ruiz, J. Lind\n"
            "Apologies: none\n\n1. Agenda\n2. Budget\n3. Any other business\n",
            "event_report",
        ),
        (
            "LINWAY – 5th Steering Committee\n\nDraft agenda\n\n09:00 Minutes of the last meeting\n"
            "10:00 Budget\n11:00 Any other business\n",
            "agenda",
        ),
    ],
)
def test_a_head_says_what_a_text_is(content, kind):
    assert about(content).type == kind


LETTER = (
    "LA LETTRE DU LIN\nn° 47 — septembre 2023\n\n*Vous recevez cette lettre, étant membre.*\n\n"
)


def test_the_title_of_a_letter_is_its_masthead_or_headline():
    def title(text):
        return describe(read_bytes(text.encode(), "x.md"), "x.md").title.text

    assert (
        title(LETTER + "## Édito\n\nChers membres.\n") == "LA LETTRE DU LIN n° 47 — septembre 2023"
    )
    headline = "# Les filatures de Gand ouvrent leurs portes\n\nTexte.\n"
    assert title(LETTER + headline) == "Les filatures de Gand ouvrent leurs portes"


@pytest.mark.parametrize(
    "title",
    [
        "View this example of good practice from the valley",
        "Désinscription d'un adhérent : procédure",
        "Flash visit to Graz, no 3",
    ],
)
def test_a_title_that_reads_like_a_letter_is_a_title(title):
    content = f"{title}\n\nThe valley shares its model. The practice began in 2019.\n"
    assert about(content).title.text == title


def test_the_edition_of_a_fair_is_no_publishing():
    fair = "Salon du lin, 3e édition\n\nL'édition 2023 suit l'édition 2022. Une édition à Gand.\n"
    assert "creative" not in [s.text for s in about(fair).sectors]
    trade = (
        "Le secteur de l'édition\n\nLes maisons d'édition et le secteur de l'édition vont bien.\n"
    )
    assert "creative" in [s.text for s in about(trade).sectors]


def test_an_interview_is_of_the_day_it_was_made():
    content = (
        "« Filer, c'est prévoir »\n\nEntretien avec Ana Ruiz\n\nElle a visité Gand. L'assemblée du"
        " 6 juin tranchera. Elle s'est tenue à Gand l'an dernier.\n\n"
        "Propos recueillis par Jo Lind, le 4 avril 2024\n"
    )
    found = about(content).dates
    assert found is not None
    assert found.iso()[0] == "2024-04-04"


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Nos accords de filature (2019–2024)", (2019, 2022)),
        ("Rapport d'activité 2021", (2021, 2022)),
        ("Le lin dans Horizon 2020", (2022,)),
        ("Objectifs de l'agenda 2030", (2022,)),
        ("Programme 2021–2027 des filatures", (2022,)),
    ],
)
def test_years_of_the_title_count_beside_those_of_the_date(title, years):
    content = f"# {title}\n\nPublié le 4 mai 2022\n\nLe pôle tient un bureau.\n"
    if "accords" in title:
        content += "\nUn accord a été signé le 6 juin 2019 à Gand.\n"
    assert describe(read_bytes(content.encode(), "x.md"), "x.md").years == years


def test_a_letter_is_about_the_project_of_its_first_headline():
    content = LETTER + "## LINWAY : onze fiches en ligne\n\nLes fiches du projet sont en ligne.\n"
    found = describe(read_bytes(content.encode(), "x.md"), "x.md")
    assert [p.text for p in found.projects] == ["LINWAY"]
