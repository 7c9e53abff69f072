"""What is furniture wherever it stands, what only in a paragraph, what only beside its like."""

from __future__ import annotations

import time

import pytest

from ingest.clean import clean
from ingest.furniture import is_furniture
from ingest.read.blocks import assemble, block, without_menus
from ingest.read.limits import Limits

CHOICES = ["Données personnelles", "Recherche", "Terms and conditions", "Commentaires", "Menu"]
CHOICES += ["Next", "Connexion", "Chargement", "1200 views", "Powered by hydrogen", "Newsletter"]
CHOICES += ["Cookies", "LinkedIn", "Lien direct", "Partager", "En savoir plus", "Page 3", "Haut"]
CHOICES += ["Accueil / émargement", "Accueil : café / badges", "Accueil → café → visites"]
CHOICES += ["Publications, services, projets, événements", "Français, English", "Presse, contact"]
CHOICES += ["Printed on paper made from old sails", "Site by site", "Modèle n° 2 : le groupement"]


@pytest.mark.parametrize("words", CHOICES)
def test_headings_and_items_keep_the_words_of_menus(words: str) -> None:
    assert block(words, "heading", 1).text == words
    assert block(f"• {words}", "item").text == f"• {words}"
    assert clean(f"Trois axes :\n• {words}\n• Export") == f"Trois axes :\n• {words}\n• Export"


@pytest.mark.parametrize(
    "line", [one for one in CHOICES if one not in ("En savoir plus", "Page 3", "Haut")]
)
def test_one_alone_is_no_menu(line: str) -> None:
    text = f"Le pôle suit trois axes.\n\n{line}\n\nDouze équipes y travaillent."
    assert clean(text) == text


def test_a_list_of_channels_stays_and_a_menu_goes() -> None:
    channels = "Nos canaux :\n• Newsletter\n• LinkedIn\n• Facebook"
    assert clean(channels) == channels
    axes = "Le pôle a trois axes :\n• Formation\n• Recherche\n• International"
    assert clean(axes) == axes
    assert clean("Accueil\nMenu\nRecherche\n\nLe pôle ouvre ses portes.") == (
        "Le pôle ouvre ses portes."
    )
    assert clean("Fin.\n\nLike\nShare\nMy account\n© Alba") == "Fin."
    assert clean("Fin.\n\nFacebook\nTwitter\nLinkedIn") == "Fin."
    sections = "Recherche\nFormation\nProjets\nÉtudes"
    assert clean(sections) == sections


def test_a_menu_of_a_page_goes_and_its_headings_stay() -> None:
    items = [block(f"• {word}", "item") for word in ("Accueil", "Agenda", "Contact")]
    title, prose = block("Recherche", "heading", 1), block("Le pôle cherche.")
    found = assemble(without_menus([*items, title, prose]), "html", {}, Limits())
    assert found.content == "Recherche\n\nLe pôle cherche."


@pytest.mark.parametrize(
    "line",
    [
        "(c) être établi dans l'Union ;",
        "(c) charge no more than the cost",
        "Copyright and artificial intelligence: what SMEs should know",
        "Copyright law after 2019",
        "Copyright 2019: what changes",
    ],
)
def test_a_third_item_and_the_matter_of_copyright_stay(line: str) -> None:
    assert not is_furniture(line)
    text = f"(a) être une PME ;\n(b) avoir un partenaire ;\n{line}"
    assert clean(text) == text


def test_years_in_a_list_are_no_copyright() -> None:
    text = "(a) 2021 Étude\n(b) 2022 Pilote\n\n(c) 2023 Déploiement"
    assert clean(text) == text
    assert block("(c) 2023 Déploiement", "item").text


@pytest.mark.parametrize(
    "line",
    [
        "©",
        "© Alba",
        "(c) 2022 Cluster Alba",
        "(c) Alba. All rights reserved.",
        "(c) ALBA 2024 - Help - Privacy policy",
        "Copyright © Alba",
        "Copyright 2019-2022, Alba",
        "Copyright Alba – tous droits réservés",
        "Partager : Courriel",
        "Powered by WordPress",
        "Imprimé le 3 mai 2021",
        "12 commentaires",
    ],
)
def test_rights_and_links_go(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["© Alba 2022", "Partager sur LinkedIn", "Share on Facebook", "We use cookies.", "Read more"],
)
def test_what_nobody_writes_goes_wherever_it_stands(line: str) -> None:
    assert not block(line, "heading", 1).text
    assert not block(f"• {line}", "item").text
    assert not block(line, "row").text


@pytest.mark.parametrize(
    "prose",
    [
        "En utilisant des cookies sans le dire, une entreprise perd ses visiteurs, note l'agence.",
        "By using third-party cookies without consent, SMEs lose the trust of their customers.",
        "Nous utilisons du beurre de la région dans nos cookies, dit la biscuiterie.",
        "Le site dépose des cookies sans rien demander : à corriger avant mai.",
        "By clicking through all menus, the auditors found forty cookies.",
    ],
)
def test_prose_about_cookies_stays(prose: str) -> None:
    assert not is_furniture(prose)
    assert not is_furniture(f"{prose} {'Le reste suit, et il est long. ' * 15}")


@pytest.mark.parametrize(
    "notice",
    [
        "Ce site dépose des cookies de mesure. Tout accepter",
        "En cliquant sur OK, vous acceptez les cookies.",
        "By continuing, you agree to our use of cookies.",
        "Plan du site – Ce site utilise des traceurs",
        "We and our partners use cookies. Agree | Disagree",
        "This website uses cookies to give you the best of it. " + "They last for a year. " * 20,
    ],
)
def test_notices_of_a_site_go(notice: str) -> None:
    assert is_furniture(notice)


@pytest.mark.parametrize(
    "hostile",
    ["(c) " + "2020 - " * 55, "accueil\n" * 9000, "partager sur " * 30, "we use " * 50 + "cookies"],
    ids=lambda text: text[:12],
)
def test_hostile_lines_take_no_time(hostile: str) -> None:
    began = time.process_time()
    clean((hostile + "\n") * 50 if len(hostile) < 1000 else hostile)
    assert time.process_time() - began < 0.5
