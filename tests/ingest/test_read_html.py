"""Web pages: the document and nothing of the page around it."""

from __future__ import annotations

import contextlib
import time

import pytest

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.types import Text

LONG = "Les clusters ferroviaires se sont retrouvés pendant trois jours pour parler d'avenir. "
PAGE = f"""<!DOCTYPE html>
<html lang="fr"><head><title>Échange | Pôle</title>
<meta property="og:title" content="Échange à Lille">
<meta property="article:published_time" content="2022-05-12T10:00:00+02:00">
<style>.gone {{ display: none }} #lost{{display:none}}</style></head>
<body>
<div class="cookie-banner">Ce site utilise des cookies. <button>Accepter</button></div>
<header><nav><ul><li><a href="/">Accueil</a></li><li><a href="/b">Blog</a></li></ul></nav></header>
<p class="breadcrumb">Accueil &gt; Actualités</p>
<main><article>
<h1>Échange à&nbsp;Lille</h1>
<p>{LONG}<b>Gras</b> et <a href="x">lien</a>.<br>Contact : contact@example.org</p>
<h2>Programme</h2>
<p>Trois jours&nbsp;:</p>
<ul><li>Visite</li><li><p>Repas</p></li></ul>
<ol start="3"><li>Trois</li><li>Quatre</li></ol>
<table><caption>Partenaires</caption><tr><th>Nom</th><th>Pays</th></tr>
<tr><td>i-TRANS</td><td>France</td></tr><tr><td>ERCI</td><td></td></tr></table>
<pre>a
  b</pre>
<p style="display: none">caché un</p><p hidden>caché deux</p><p class="x gone">caché trois</p>
<p id="lost">caché quatre</p><span aria-hidden="true">×</span><template>caché six</template>
<p style="color:#fff;">caché sept</p><p style="font-size:0">caché huit</p>
<script>alert(1)</script><noscript>caché neuf</noscript><!-- caché dix -->
<p style="position:absolute;left:-9999px">caché onze</p>
</article>
<div class="share-buttons">Partager : Facebook · LinkedIn</div></main>
<aside>À lire aussi</aside>
<footer>© 2022 Pôle - Mentions légales</footer>
</body></html>"""


def html(content: str) -> Text:
    return read_bytes(content.encode(), "a.html", Limits())


def test_a_page() -> None:
    text = html(PAGE)
    assert text.content == (
        f"Échange à Lille\n\n{LONG}Gras et lien.\nContact : contact@example.org\n\nProgramme\n\n"
        "Trois jours :\n• Visite\n• Repas\n3. Trois\n4. Quatre\n\nPartenaires\n\n"
        "Nom: i-TRANS | Pays: France\nNom: ERCI\n\na\n  b"
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Échange à Lille"),
        (2, "Programme"),
    ]
    assert dict(text.metadata) == {
        "title": "Échange à Lille",
        "language": "fr",
        "date": "2022-05-12T10:00:00+02:00",
    }


def test_a_page_of_paragraphs_alone_is_its_own_main_part() -> None:
    text = html(f"<html><h1>Bilan</h1><p>Lyon, mai</p><p>{LONG * 9}</p><p>A. Morel</p>")
    assert text.content == f"Bilan\n\nLyon, mai\n\n{LONG * 9}".rstrip() + "\n\nA. Morel"


def test_a_page_that_marks_nothing() -> None:
    """No <main>, no <article>: the part that holds the text is found all the same."""
    menu = "".join(f'<li><a href="/{n}">Rubrique {n}</a></li>' for n in range(12))
    text = html(
        f"<html><body><div><ul>{menu}</ul></div><div><h1>Bilan</h1><p>{LONG * 3}</p>"
        f"<p>{LONG * 3}</p><p>Contact : a@example.org</p></div><div class='footer'>Pied</div>"
    )
    assert text.content.startswith("Bilan")
    assert text.content.endswith("Contact : a@example.org")
    assert "Rubrique" not in text.content


def test_nothing_of_a_plain_page_is_lost() -> None:
    parts = [f"Ligne {n} du texte" for n in range(30)]
    text = html("<html><body>" + "".join(f"<div>{part}</div>" for part in parts) + "</body></html>")
    assert [line for line in text.content.split("\n") if line] == parts


def test_a_layout_table_is_no_data() -> None:
    text = html(
        f"<html><body><table><tr><td><h1>Titre</h1><p>{LONG * 6}</p></td><td>côté</td></tr></table>"
    )
    assert text.content.startswith("Titre\n\n" + LONG.strip()[:40])


def test_spans_and_labels_in_tables() -> None:
    text = html(
        "<html><body><h1>T</h1><table><tr><td>Date</td><td>4 mai 2022</td></tr>"
        "<tr><td>Lieu :</td><td>Lyon</td></tr></table>"
        "<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td colspan=2>un</td><td>deux</td></tr>"
        "</table></body></html>"
    )
    assert text.content == "T\n\nDate: 4 mai 2022\nLieu: Lyon\nA: un | B: un | C: deux"


def test_a_cell_that_goes_down_is_in_each_of_its_rows() -> None:
    text = html(
        "<html><body><table><tr><th>Pays</th><th>Ville</th><th>Membres</th></tr>"
        "<tr><td rowspan=2>France</td><td>Lyon</td><td>120</td></tr>"
        "<tr><td>Lille</td><td rowspan=99999>85</td></tr><tr><td>Italie</td><td>Turin</td></tr>"
        "<tr><td colspan=2 rowspan=x>Espagne</td></tr></table></body></html>"
    )
    assert text.content.split("\n") == [
        "Pays: France | Ville: Lyon | Membres: 120",
        "Pays: France | Ville: Lille | Membres: 85",
        "Pays: Italie | Ville: Turin | Membres: 85",
        "Pays: Espagne | Ville: Espagne | Membres: 85",
    ]


def test_two_rows_of_names() -> None:
    text = html(
        "<html><body><table><tr><th rowspan=2>Pays</th><th colspan=2>Membres</th></tr>"
        "<tr><th>PME</th><th>Écoles</th></tr><tr><td>Italie</td><td>40</td><td>2</td></tr></table>"
    )
    assert text.content == "Pays: Italie | Membres PME: 40 | Membres Écoles: 2"


def test_columns_with_headings_or_lists_are_no_data() -> None:
    text = html(
        "<html><body><h1>T</h1><table><tr><td><h3>Contact</h3><ul><li>Anna</li><li>Bob</li></ul>"
        "</td><td><h3>Lieu</h3>Lille</td></tr></table><table><tr><td><p>Un.</p><p>Deux.</p></td>"
        "</tr></table><table><tr><th>Axe</th><th>Actions</th></tr>"
        "<tr><td>Eau</td><td><ul><li>pompe</li><li>filtre</li></ul></td></tr></table>"
    )
    assert text.content == (
        "T\n\nContact\n\n• Anna\n• Bob\n\nLieu\n\nLille\n\nUn.\n\nDeux.\n\n"
        "Axe: Eau | Actions: pompe filtre"
    )
    assert [h.span.of(text.content) for h in text.headings] == ["T", "Contact", "Lieu"]


def test_a_doubled_title_is_kept_once() -> None:
    text = html(f"<html><body><h1>Titre</h1><main><h1>Titre</h1><p>{LONG}</p></main></body></html>")
    assert text.content.count("Titre") == 1


def test_a_title_in_the_head_of_the_page_is_kept() -> None:
    text = html(
        "<html><head><title>Bilan 2022 | Pôle</title></head><body><header><nav>Menu</nav>"
        f"<h1>Bilan 2022</h1></header><main><p>{LONG}</p></main></body></html>"
    )
    assert text.content.startswith("Bilan 2022\n\nLes clusters")


def test_a_page_without_headings_has_them_guessed() -> None:
    text = html(f"<html><body><p>Un titre</p><p>{LONG}</p><p>Une partie</p><p>{LONG}</p></body>")
    assert [h.span.of(text.content) for h in text.headings] == ["Un titre", "Une partie"]


def test_entities_and_attacks_are_text() -> None:
    text = html("<html><body><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; caf&eacute;</p></body>")
    assert text.content == "<script>alert(1)</script> & café"


def test_control_characters_by_their_number() -> None:
    page = "<html><body><p>un&#1;<b hidden>a</b> &#x1f;deux</p><script></script>&#2;trois&#xfffe;"
    assert html(page).content == "un deux\n\ntrois"


def test_markup_left_open() -> None:
    assert (
        html("<html><body><p>un<p>deux<b>trois<li>quatre").content == "un\n\ndeuxtrois\n\n• quatre"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000 + "text",
        "<b>" * 20_000 + "text",
        "<ul><li>" * 5_000 + "text",
        "<table><tr><td>" * 300 + "text",
        "<p" + " a=b" * 20_000 + ">text",
        "<html>" + "<p>a</p>" * 20_000,
        "<!--" * 10_000 + "text",
        "<html><style>" + "a{" * 20_000 + "</style>text",
        "<html><style>" + "a," * 20_000 + "{}</style>text",
        "<html><p class='" + "a-" * 20_000 + "'>text",
        "<table><tr>" + "<td rowspan=999 colspan=99>cellule" * 200 + "<tr><td>a" * 2_000,
        "<h3>" + "<button>a</button>" * 10_000,
        "<section><h2>a</h2></section>" * 10_000 + "<main>text</main>",
        "&" * 50_000 + "text <p>",
        "<?xml " * 5_000 + "<html>text",
    ],
    ids=lambda text: repr(text[:14]),
)
def test_hostile_pages_are_read_in_time(hostile: str) -> None:
    began = time.process_time()
    with contextlib.suppress(ReadError):
        html(hostile + "<p>end</p>")
    assert time.process_time() - began < 3
