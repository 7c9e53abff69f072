"""Agreements are told once each, with the bodies that sign them."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

TITLED = """Pôle Argile and Hegan Vale sign a cooperation agreement on kilns

Brno, 19 May 2021. Pôle Argile (Sarlat, France) and Hegan Vale, the clay cluster of Seville (Spain),
yesterday signed a three-year cooperation agreement on kilns.
"""


def deals(content):
    text = read_bytes(content.encode(), "notes.txt")
    found = find_events(text, describe(text, "notes.txt"))
    return [e for e in found if e.kind == "agreement"]


def names(deal):
    return [value.text for value in deal.partners]


def test_the_title_and_the_sentence_tell_one_agreement():
    (deal,) = deals(TITLED)
    assert names(deal) == ["Pôle Argile", "Hegan Vale"]
    assert deal.dates is not None


def test_a_mention_without_a_day_is_the_agreement_that_has_one():
    (deal,) = deals(
        "News of the clay clusters\n\nPôle Argile and Alba Clay signed a cooperation agreement.\n\n"
        "The cooperation agreement of Pôle Argile and Alba Clay was signed in Metz on 8 March 2023 "
        "between Pôle Argile and Alba Clay.\n"
    )
    assert deal.dates.iso() == ("2023-03-08", "2023-03-08")


def test_agreements_of_other_parties_stay_apart():
    found = deals(
        "News of the clay clusters\n\nPôle Argile and Alba Clay signed a cooperation agreement.\n\n"
        "On 8 March 2023, in Metz, Pôle Argile and Borea Clay signed a partnership agreement.\n"
    )
    assert sorted(map(names, found)) == [
        ["Pôle Argile", "Alba Clay"],
        ["Pôle Argile", "Borea Clay"],
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Réunis le 5 novembre 2024 à Liège, Benoît Marchal, directeur du Cluster Mosane, et "
            "Freja Lind, présidente de Cykelring Danmark, ont signé une convention de coopération.",
            ["Cluster Mosane", "Cykelring Danmark"],
        ),
        (
            "On 5 November 2024 in Ghent, Freja Lind, chair of Cykelring Danmark, and Tom Berg, "
            "managing director of Borea Cluster, signed a cooperation agreement.",
            ["Cykelring Danmark", "Borea Cluster"],
        ),
        (
            "Le 8 mars 2023, un accord de partenariat a été signé à Metz par Ana Ruiz, directrice "
            "générale du Pôle Alba, et Tom Berg, président de Borea Cluster, en présence de Zoé "
            "Petit, présidente de la Région Ostrelle.",
            ["Pôle Alba", "Borea Cluster"],
        ),
        (
            "Le 9 avril 2023 à Dole, Pôle Sylve a signé, en présence de Zoé Petit, présidente de "
            "la Région Ostrelle, une convention de partenariat avec Maré Viva.",
            ["Pôle Sylve", "Maré Viva"],
        ),
        (
            "On 9 April 2023 in Dole, Alba Cluster and Borea Cluster signed an agreement.",
            ["Alba Cluster", "Borea Cluster"],
        ),
    ],
)
def test_who_holds_a_post_signs_for_its_body_and_who_looks_on_does_not(sentence, expected):
    (deal,) = deals("Nouvelles\n\n" + sentence + "\n")
    assert names(deal) == expected


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("l'autre entre Sodéris et un fondeur de Metz", None),
        ("l'autre sur place entre Sodéris et un fondeur de Metz", "Porto"),
        ("l'autre entre Sodéris et Fondalor à Metz", "Metz"),
        ("l'autre entre Sodéris et Fondalor lors d'une cérémonie à Metz", "Metz"),
    ],
)
def test_where_a_party_is_from_is_not_where_it_signs(where, place):
    content = (
        "# Retour sur l'échange de Porto\n\nL'échange a eu lieu à Porto le 14 mars 2023.\n\nDeux"
        " lettres d'intention ont été signées le 16 mars 2023,"
        f" l'une entre Boulonneria et le fabricant Malmtag, {where}.\n"
    )
    text = read_bytes(content.encode(), "notes.md")
    deals = [e for e in find_events(text, describe(text, "notes.md")) if e.kind == "agreement"]
    assert [e.place and e.place.text for e in deals[:1]] == [place]


@pytest.mark.parametrize(
    "told",
    [
        "Signed in Porto, Portugal, on 3 May 2022, by Ana Vidal and Tom Berg.",
        "Done at Porto on 3 May 2022 in two copies.",
        "Fait à Porto, le 3 mai 2022, en deux exemplaires.",
    ],
)
def test_an_agreement_that_says_below_its_title_that_it_is_signed(told):
    (deal,) = deals(
        f"Memorandum of understanding between Pôle Argile and Alba Clay\n\n{told}\n\n"
        "The parties exchange trainees every year.\n"
    )
    assert (deal.status, deal.dates.iso()) == ("held", ("2022-05-03", "2022-05-03"))


def test_one_that_has_a_day_and_is_not_signed_is_planned():
    (deal,) = deals(
        "Memorandum of understanding between Pôle Argile and Alba Clay\n\n"
        "It will be signed in Porto, Portugal, on 3 May 2022.\n"
    )
    assert deal.status == "planned"
