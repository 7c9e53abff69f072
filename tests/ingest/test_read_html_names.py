"""Web pages: what a class or an identifier says of what is around the document."""

from __future__ import annotations

import pytest

from ingest.read import Limits, read_bytes

LONG = "Les ateliers de reliure ont montré leurs presses aux visiteurs venus de toute la vallée. "
LINKS = "".join(f'<li><a href="/r{n}">Rubrique {n}</a></li>' for n in range(12))


def read(body: str) -> str:
    return read_bytes(f"<html><body>{body}".encode(), "a.html", Limits()).content


@pytest.mark.parametrize(
    "opening",
    [
        "div class='container no-sidebar'",
        "div class='site-wrap has-sidebar'",
        "div class='content-area sidebar-right'",
        "div id='page' class='layout-sidebar'",
        "div class='newsletter'",
        "div class='category-newsletter'",
    ],
)
def test_a_name_of_the_whole_page_drops_nothing(opening: str) -> None:
    assert read(f"<{opening}><h2>Bilan</h2><p>Texte.</p></div>") == "Bilan\n\nTexte."


def test_a_table_that_is_the_whole_newsletter_is_read() -> None:
    table = f"<table class='newsletter'><tr><td><h2>Lettre</h2><p>{LONG}</p></td></tr></table>"
    assert read(table) == f"Lettre\n\n{LONG.strip()}"


def test_the_pieces_of_a_newsletter_are_read() -> None:
    pieces = "".join(f"<div class='newsletter-item'><p>{n} {LONG}</p></div>" for n in range(8))
    assert read(f"<div><h1>Lettre</h1>{pieces}</div>").count("ateliers") == 8


@pytest.mark.parametrize(
    "opening",
    [
        "section id='outils'",
        "section class='social-innovation'",
        "section id='partage'",
        "section class='tag-social'",
        "div class='comment-participer'",
    ],
)
def test_a_section_about_such_a_thing_is_read(opening: str) -> None:
    tag = opening.split()[0]
    section = f"<{opening}><h2>Une partie</h2><p>Une grille et un guide.</p></{tag}>"
    text = read(f"<main><h1>Projet</h1><p>{LONG * 3}</p>{section}</main>")
    assert text.endswith("Une partie\n\nUne grille et un guide.")


def test_a_heading_with_its_words_as_identifier_is_read() -> None:
    text = read(f"<main><h1>A</h1><p>{LONG}</p><h2 id='partage'>Partage des presses</h2></main>")
    assert text.endswith("Partage des presses")


@pytest.mark.parametrize(
    "part",
    [
        f"<div class='sidebar sidebar-right'><h3>À noter</h3><ul>{LINKS}</ul></div>",
        f"<div id='menu-principal'><ul>{LINKS}</ul></div>",
        f"<div class='mainNav'><ul>{LINKS}</ul></div>",
        "<div id='outils'><a href='#'>Imprimer</a> <a href='#'>Envoyer</a></div>",
        "<div class='share'><h3>Partager</h3><a href='#'>Courriel</a></div>",
        "<div class='et_pb_social_media_follow'><a href='#'>Suivre</a></div>",
        "<div class='block block-newsletter'><h2>Lettre</h2><p>Recevez chaque mois les nouvelles"
        " du pôle et de ses adhérents dans votre boîte.</p><form><input></form></div>",
        f"<div class='related-posts'><h3>À lire aussi</h3><article><h4><a href='/x'>Autre</a></h4>"
        f"<p>{LONG}</p></article></div>",
        f"<div id='comments' class='comments-area'><h2>Une réflexion</h2><p>{LONG}</p></div>",
        "<div class='acme-footer-legal'><p>Mentions</p></div>",
        "<div data-x class='elementor-location-footer'><h3>Contact</h3><p>12 rue du Port</p></div>",
        "<div class='navbar'><h1 class='logo'>Pôle Papier</h1></div>",
    ],
)
def test_what_is_called_around_the_document_is_not_read(part: str) -> None:
    document = f"<div class='texte'><h2>Bilan</h2><p>{LONG * 3}</p></div>"
    assert read(part + document) == f"Bilan\n\n{(LONG * 3).strip()}"
    assert read(document + part) == f"Bilan\n\n{(LONG * 3).strip()}"


def test_a_banner_longer_than_the_page_is_not_read() -> None:
    banner = f"<div class='cookie-banner'><h2>Vos choix</h2><p>{LONG * 6}</p></div>"
    assert read(f"{banner}<div><h2>Réunion</h2><p>Le 4 mai.</p></div>") == "Réunion\n\nLe 4 mai."


def test_a_name_on_the_body_and_on_its_sidebar() -> None:
    html = (
        f"<html><body class='sidebar-right'><div><h2>Bilan</h2><p>{LONG}</p></div>"
        "<div class='sidebar-right'><p>À côté.</p></div></body></html>"
    )
    text = read_bytes(html.encode(), "a.html", Limits()).content
    assert text == f"Bilan\n\n{LONG.strip()}"
