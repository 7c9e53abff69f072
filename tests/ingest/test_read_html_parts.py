"""Web pages: all of the document is read, and what stands beside it is not."""

from __future__ import annotations

import pytest

from ingest.read import Limits, read_bytes

LONG = "Les ateliers de reliure ont montré leurs presses aux visiteurs venus de toute la vallée. "
OTHER = "Chaque équipe a présenté un prototype, puis le jury a délibéré devant les apprentis. "
LINKS = "".join(f'<li><a href="/r{n}">Rubrique {n}</a></li>' for n in range(12))
TEASERS = "".join(
    f"<article><h3><a href='/t{n}'>Autre sujet {n}</a></h3><p>{OTHER}</p></article>"
    for n in range(4)
)


def read(body: str, head: str = "") -> str:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(html.encode(), "a.html", Limits()).content


def test_all_articles_of_a_page_are_read() -> None:
    text = read(
        f"<div><h1>Lettre 12</h1><article><h2>Un</h2><p>{LONG * 3}</p></article>"
        f"<article><h2>Deux</h2><p>{OTHER * 2}</p></article></div>"
    )
    assert [line for line in text.split("\n") if line] == [
        *("Lettre 12", "Un", (LONG * 3).strip(), "Deux", (OTHER * 2).strip())
    ]


def test_articles_with_linked_headings_beside_an_editorial_are_read() -> None:
    text = read(f"<h1>Lettre 12</h1><article><h2>Édito</h2><p>{LONG * 5}</p></article>{TEASERS}")
    assert "Édito" in text
    assert text.count("Autre sujet") == 4


@pytest.mark.parametrize("tag", ["div", "main"])
def test_one_article_is_read_without_those_it_leads_to(tag: str) -> None:
    article = f"<article><h1>Bilan</h1><p>{LONG * 2}</p></article>"
    more = f"<div class='plus'><h2>À lire aussi</h2>{TEASERS}</div>"
    assert read(f"<{tag}>{article}{more}</{tag}>") == f"Bilan\n\n{(LONG * 2).strip()}"


@pytest.mark.parametrize("words", ["À lire aussi", "Dans la même rubrique :", "Related articles"])
def test_lists_of_other_pages_are_not_read(words: str) -> None:
    cards = "".join(
        f"<div><a href='/{n}'><h4>Autre {n}</h4></a><p>Extrait.</p></div>" for n in "ab"
    )
    text = f"<main><h1>Bilan</h1><p>{LONG}</p><h3>{words}</h3>"
    assert read(f"{text}<div>{cards}</div></main>") == f"Bilan\n\n{LONG.strip()}"
    assert read(f"{text}<ul>{LINKS}</ul><h3>Et après</h3><p>Rien.</p></main>") == (
        f"Bilan\n\n{LONG.strip()}\n\nEt après\n\nRien."
    )
    assert "trois tomes" in read(f"{text}<p>Le <a href='/x'>guide</a> en trois tomes.</p></main>")


def test_title_date_list_and_table_around_the_text_are_read() -> None:
    text = read(
        f"<ul>{LINKS}</ul><div class=fiche><h2>Visite à Vierzon</h2><div>4 mai 2022</div>"
        f"<div class=txt><p>{LONG * 2}</p><p>{OTHER}</p></div><ul><li>Budget : 3 M€</li></ul>"
        "<table><tr><td>Lieu</td><td>Vierzon</td></tr><tr><td>Hôte</td><td>Relicuir</td></tr>"
        "</table></div>"
    )
    assert text.startswith("Visite à Vierzon\n\n4 mai 2022\n\nLes ateliers")
    assert text.endswith("• Budget : 3 M€\n\nLieu: Vierzon\nHôte: Relicuir")
    assert "Rubrique" not in text


def test_a_section_beside_the_main_part_is_read_and_menus_are_not() -> None:
    text = read(
        f"<section><h2>Rubriques</h2><ul>{LINKS}</ul></section>"
        f"<main><h1>Projet</h1><p>{LONG * 2}</p></main>"
        f"<div><h3>Nous joindre</h3><p>12 rue du Port</p></div>"
        f"<section><h2>Partenaires</h2><p>{OTHER}</p></section>"
    )
    assert text == f"Projet\n\n{(LONG * 2).strip()}\n\nPartenaires\n\n{OTHER.strip()}"


@pytest.mark.parametrize("tag", ["main", "div"])
@pytest.mark.parametrize("menu", ["", f"<nav><ul>{LINKS}</ul></nav>"])
def test_date_and_standfirst_beside_the_title_are_read(tag: str, menu: str) -> None:
    head = f"<header>{menu}<h1>Bilan</h1><p>Publié le 4 mai 2022</p><p>En bref.</p></header>"
    text = read(f"{head}<{tag}><p>{LONG}</p><p>{OTHER}</p></{tag}>")
    assert text.startswith("Bilan\n\nPublié le 4 mai 2022\n\nEn bref.\n\nLes ateliers")
    assert "Rubrique" not in text


def test_headings_in_the_heads_of_sections_are_read() -> None:
    text = read(
        f"<h1>Fête</h1><section><header><h2>Reliure</h2></header><p>{LONG}</p></section>"
        f"<div><header><h2>Dorure</h2></header><p>{OTHER}</p></div>"
    )
    assert text == f"Fête\n\nReliure\n\n{LONG.strip()}\n\nDorure\n\n{OTHER.strip()}"


@pytest.mark.parametrize(
    "banner",
    [
        "<h1><a href='/'>Pôle Papier</a></h1><h2 class='site-description'>Feuille à feuille</h2>",
        "<h1>Pôle Papier</h1><p>Feuille à feuille</p>",
        "<div class='logo'>Pôle Papier</div><h2>Feuille à feuille</h2>",
    ],
)
def test_the_banner_of_the_site_is_not_read(banner: str) -> None:
    text = read(
        f"<header>{banner}<nav><ul>{LINKS}</ul></nav></header>"
        f"<div><h1>Bilan</h1><p>{LONG}</p><p>{OTHER}</p></div>",
        "<title>Bilan – Pôle Papier</title>",
    )
    assert text == f"Bilan\n\n{LONG.strip()}\n\n{OTHER.strip()}"


def test_questions_to_unfold_are_read_with_their_answers() -> None:
    text = read(
        "<main><h1>Appel</h1><h2>Aide <button>Copier le lien</button></h2>"
        "<h3><button aria-controls='a'>Qui peut déposer ?</button></h3>"
        f"<div id='a' hidden><p>{LONG}</p></div>"
        "<h3><a data-toggle='collapse' href='#b'>Quand ?</a></h3>"
        "<div id='b' style='display:none'><p>Le 9 juin.</p></div>"
        "<details><summary><button>Où ?</button></summary><p>À Vierzon.</p></details>"
        "<h3><a href='#c'>Suite</a></h3><div id='c' hidden>caché</div>"
        "<button aria-controls='d'>Voir</button><div id='d' hidden>caché</div></main>"
    )
    assert [line for line in text.split("\n") if line] == [
        *("Appel", "Aide", "Qui peut déposer ?", LONG.strip(), "Quand ?", "Le 9 juin."),
        *("Où ?", "À Vierzon.", "Suite"),
    ]


def test_an_alert_in_the_document_is_read_and_one_of_the_page_is_not() -> None:
    alert = "<div role='alert'>Dépôt reporté au 5 juin.</div>"
    assert "reporté" in read(f"<main><h1>Appel</h1>{alert}<p>{LONG}</p></main>")
    assert "reporté" not in read(f"{alert}<main><h1>Appel</h1><p>{LONG}</p></main>")
