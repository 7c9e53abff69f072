"""Calls' money, sectors, partners, languages: found with their evidence, or left alone."""

import pytest

from ingest.describe import describe
from ingest.types import Text

CALL = "Appel à projets 2023 : sobriété des ateliers\n\nContact : Zoé Lambot, Pôle Alba\n\n{}\n"


def about(content, source="x.txt"):
    return describe(Text(content, "txt"), source)


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("Budget total : 1,2 M€.", [("budget", 1_200_000, "EUR")]),
        ("L'aide est plafonnée à 40 000 € par projet.", [("grant", 40_000, "EUR")]),
        ("Taux d'aide : 50 % des dépenses éligibles.", [("rate", 50, "%")]),
        ("Le chiffre d'affaires annuel ne dépasse pas 10 000 000 €.", []),
        ("The support rate is 75% of eligible costs; the remaining 25% is borne by the SME.",
         [("rate", 75, "%")]),
        ("Le taux est de 60 % des dépenses, 40 % restant à la charge de l'entreprise.",
         [("rate", 60, "%")]),
        ("Budget total : 1,2 M€. A second open call is expected, with a budget of EUR 900 000.",
         [("budget", 1_200_000, "EUR")]),
        ("Vouchers of up to CHF 5'000 per SME.", [("grant", 5_000, "CHF")]),
    ],
)  # fmt: skip
def test_the_money_of_a_call(line, amounts):
    content = CALL.format(line)
    found = about(content)
    assert found.type == "call"
    assert [(a.kind, a.value, a.unit) for a in found.amounts] == amounts
    assert all(a.span.of(content) == a.text for a in found.amounts)


def test_who_is_written_to_makes_the_call_and_is_less_sure():
    found = about(CALL.format("Budget total : 1,2 M€."))
    assert found.organiser is not None
    assert (found.organiser.text, found.organiser.confidence) == ("Pôle Alba", 0.5)


def test_sectors_in_both_languages():
    french = about("Visite d'étude ferroviaire\n\nLa filière ferroviaire et ses trains. " * 3)
    english = about("Railway study visit\n\nThe railway industry and its trains. " * 3)
    assert [s.text for s in french.sectors] == [s.text for s in english.sectors] == ["mobility"]
    assert all(s.span is not None and 0 < s.confidence <= 1 for s in french.sectors)
    assert about("Notes of a meeting\n\nWe met and went home again.").sectors == ()


def test_partners_and_coordinator_of_a_project():
    found = about(
        "Lancement du projet TISSEA\n\nCoordinateur : Pôle Alba\n\n"
        "Le projet TISSEA réunit quatre partenaires : Pôle Alba, Cluster Borea, Fibra Prato et"
        " Textil Norte."
    )
    assert found.coordinator is not None
    assert found.coordinator.text.endswith("Alba")
    assert {p.text for p in found.partners} >= {"Fibra Prato", "Textil Norte"}
    assert [p.text for p in found.projects] == ["TISSEA"]


@pytest.mark.parametrize(
    ("line", "coordinator"),
    [
        ("TISSEA réunit Pôle Alba, chef de file, Borea Nord (Lund, Suède) et Fibra Viva.", "Alba"),
        ("Autour de Fibra Viva, chef de file, on trouve le Pôle Alba et Borea Nord.", "Fibra Viva"),
        ("Fibra Viva le coordonne avec deux partenaires.", "Fibra Viva"),
        ("Idea: a loom | Lead partner: Borea Nord\nIdea: a dye | Lead partner: Fibra Viva", None),
    ],
)
def test_who_coordinates_a_project(line, coordinator):
    found = about(f"Lancement du projet TISSEA\n\nLe projet TISSEA est lancé.\n\n{line}\n")
    name = found.coordinator and found.coordinator.text.removeprefix("Pôle ")
    assert name == coordinator


def test_associated_partners_stand_behind_the_others():
    found = about(
        "Lancement du projet TISSEA\n\nPartenaires : Pôle Alba, Fibra Viva\n"
        "Partenaire associé : Institut Chanvre\n"
    )
    assert [p.text for p in found.partners] == ["Pôle Alba", "Fibra Viva", "Institut Chanvre"]


FRENCH = (
    "Le pôle accompagne les entreprises de la filière dans leurs projets de coopération et les"
    " aide à trouver des partenaires dans les autres régions. "
)
ENGLISH = (
    "The cluster helps the firms of its region to work together and to find partners in the other"
    " regions of the country, whatever their size. "
)


def test_a_page_in_two_languages_has_both_and_a_quotation_is_none():
    both = about(f"Qui sommes-nous\n\n{FRENCH * 3}\n\n{ENGLISH * 2}")
    assert both.languages == ("fr", "en")
    assert both.language_confidence < 1
    assert about(f"{ENGLISH * 6}\n\nTheir motto is « pour la filière »." * 2).languages == ("en",)


def test_a_webinar_is_nowhere():
    found = about(
        "Invitation: webinar on recycling\n\nJoin us online on 4 May 2021. Speakers come from"
        " Lyon, France and Prato, Italy."
    )
    assert found.place is None
