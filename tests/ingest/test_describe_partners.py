"""Who is in a project: set out in rows, items and labels, or told; who of them leads."""

from __future__ import annotations

import pytest

from ingest.describe import describe
from ingest.types import Text


def about(content):
    found = describe(Text(content, "txt"), "x.txt")
    for value in (*found.partners, *filter(None, [found.coordinator])):
        assert value.span is not None
        assert value.span.of(content) == value.text
    return found


def partners(content):
    return [p.text for p in about(content).partners]


THREE = ["Tramway Alta", "Railkring", "Vía Norte"]


@pytest.mark.parametrize(
    "listed",
    [
        "Partners\n\n• Tramway Alta, Sweden\n• Railkring, Delft, Netherlands\n• Vía Norte (Spain)",
        "Partenaires\n\n- Tramway Alta (Suède), essais\n- Railkring : formation\n- Vía Norte, site",
        "Who is on board?\n\n- Tramway Alta (Lund) – leads work package 2\n- Railkring (Utrecht)\n"
        "- Vía Norte, Gijón, Spain: the training",
        "Who does what\n\n• Tramway Alta (Sweden) runs the tests.\n• Railkring makes the doors.\n"
        "• Vía Norte (Spain) is in charge of training.",
        "Partenaires\n\nTramway Alta (Lund)\nRailkring (Utrecht)\nVía Norte (Gijón)",
        "Consortium\n\nTramway Alta (Lund), Railkring (Utrecht), Vía Norte (Gijón).",
        "Partenaires\n\nOutre le chef de file, le consortium compte Tramway Alta (Lund, Suède),"
        " Railkring et Vía Norte, l'association asturienne.",
        "Partner: Tramway Alta | Country: SE\nPartner: Railkring | Country: NL\n"
        "Partner: Vía Norte | Country: ES",
        "Cluster: Tramway Alta | Port: Malmö | Role: tests\n"
        "Cluster: Railkring | Port: Delft | Role: training\nCluster: Vía Norte | Role: site",
        "Partenaire : Tramway Alta (Lund)\n\nPartenaire : Railkring (Utrecht)\n\n"
        "Partenaire : Vía Norte (Gijón)",
        "Autres bénéficiaires : Tramway Alta (Lund), Railkring (Utrecht), Vía Norte (Gijón)",
        "Partners: Tramway Alta, Lund; Railkring, Utrecht (Netherlands); Vía Norte",
        "Partenaires. Tramway Alta (Suède), Railkring et à partir de 2022 la grappe ibérique"
        " Vía Norte",
        "NORDTRAM is run by Tramway Alta, with Railkring and Vía Norte.",
        "It is run by three clusters: Tramway Alta (Lund), which leads it, Railkring and, from"
        " Spain, Vía Norte.",
        "NORDTRAM réunit trois clusters du rail : Tramway Alta, Railkring et Vía Norte.",
        "NORDTRAM réunit Tramway Alta, qui le conduit, Railkring et Vía Norte.",
        "Le projet unit, outre notre pôle, le Tramway Alta, Railkring (Utrecht) et Vía Norte.",
        "It is a joint action of the Swedish cluster Tramway Alta, the Dutch network Railkring and"
        " Vía Norte.",
        "Trois associations ont signé un protocole d'accord :\n\n• le Tramway Alta (Suède) ;\n"
        "• le Railkring (Pays-Bas) ;\n• Vía Norte (Gijón, Espagne).",
        "Entre Tramway Alta (Lund), représenté par sa directrice, Railkring (Utrecht) et Vía Norte"
        " (Gijón), il est convenu ce qui suit.",
    ],
)
def test_partners_are_read_however_they_are_set_out(listed):
    assert partners(f"NORDTRAM\n\nA project on doors.\n\n{listed}\n\nBudget\n") == THREE


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("Institut Bois et Forêts, Dijon", "Institut Bois et Forêts"),
        ("Moravský tramvajový klastr (Brno)", "Moravský tramvajový klastr"),
        ("Technical University in Brno (CZ)", "Technical University in Brno"),
        ("Chambre des métiers de la vallée du Lot", "Chambre des métiers de la vallée du Lot"),
        ("l'université de Lund", "université de Lund"),
        ("Saale Optik e.V. (Jena)", "Saale Optik e.V."),
        ("the Alba regional office (Slovakia)", "Alba regional office"),
    ],
)
def test_a_partner_keeps_its_whole_name(item, name):
    assert partners(f"NORDTRAM\n\nPartners\n\n- Railkring (Utrecht)\n- {item}\n")[1:] == [name]


@pytest.mark.parametrize(
    "content",
    [
        "Minutes\n\nPresent: Anna Berg (chair, Railkring), Jean Petit (Vía Norte), Ivo Lah",
        "Present: Gwendal Hartveld (chair), Ombeline Arzhur, Vsevolod Karst",
        "The jury brings together Tramway Alta, Railkring and Vía Norte.",
        "Trois hôtels partenaires : Tramway Alta, Railkring et Vía Norte.",
        "Speakers\n\n- Tramway Alta\n- Railkring\n- Vía Norte",
        "Participants\n\n- Anna Berg (Railkring)\n- Jean Petit (Vía Norte)",
        "Who does what\n\n- Anna writes the report\n- Peter books the room",
        "Partners\n\nWe look for partners in Lyon, Turin and Graz.",
        "Partner: Lyon | Spent: 20 000 €\nPartner: Turin | Spent: 30 000 €",
        "Between September 2019 and December 2020, forty patients were seen.",
        "Deux entreprises nous ont rejoints :\n\n- Railkring (Utrecht)\n- Vía Norte (Gijón)",
    ],
)
def test_people_towns_and_other_lists_are_no_partners(content):
    assert partners(f"NORDTRAM\n\n{content}\n") == []


@pytest.mark.parametrize(
    ("content", "coordinator"),
    [
        ("Partners\n\n- Railkring, Utrecht (lead)\n- Vía Norte (Gijón)", "Railkring"),
        ("Partner: Railkring | Role: coordination\nPartner: Vía Norte | Role: site", "Railkring"),
        ("Partner: Railkring | Role: lead on tests\nPartner: Vía Norte | Role: site", None),
        (
            "Partners\n\n- Railkring (coordinator)\n- Vía Norte\n\nContact\n\n"
            "Coordinator: Gwendal Hartveld, Railkring",
            "Railkring",
        ),
        ("Coordinatrice : Gwendoline Hartveld, Pôle Alba", "Pôle Alba"),
        ("Team\n\nCoordinator: Gwendal Hartveld. Press: Anna Berg.", None),
        ("NORDTRAM is coordinated by the Valencian cluster Vía Nova.", "Vía Nova"),
        ("The jury, led by Railkring, met twice.", None),
        ("NORDTRAM réunit Railkring (Utrecht), qui le conduit, et Vía Norte.", "Railkring"),
        ("Partners: Vía Norte, Alta Tram\n\nA. Hartveld coordinates the project.", None),
        ("Chef de file. Railkring (Utrecht)\n\nPartenaires. Vía Norte, Alta Tram", "Railkring"),
        ("Lead: Railkring, Utrecht\nPartners: Vía Norte (Gijón), Tramway Alta", "Railkring"),
        ("Chef de file\n\nRailkring, Utrecht\n\nPartenaires : Alta Tram, Norvia", "Railkring"),
    ],
)
def test_a_body_coordinates_and_no_person(content, coordinator):
    found = about(f"NORDTRAM\n\nA project on doors.\n\n{content}\n").coordinator
    assert (found and found.text) == coordinator


def test_a_partner_without_budget_is_associated():
    from ingest.describe.bodies.partners import is_associated

    content = (
        "NORDTRAM\n\nPartners: Railkring (Utrecht), Vía Norte (Gijón)\n"
        "Associated partner, without budget: Drivers' guild of Lund\n"
    )
    found = about(content).partners
    assert [p.text for p in found] == ["Railkring", "Vía Norte", "Drivers' guild of Lund"]
    assert [bool(p.span and is_associated(content, p.span)) for p in found] == [False, False, True]
