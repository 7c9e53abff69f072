"""Plain text and Markdown: lines, headings and lists as their author meant them."""

from __future__ import annotations

import contextlib
import time

import pytest

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.read.headings import guess
from ingest.types import Text

PAGE = """\ufeffHome > News > Projects

Échange européen : RAILNET accueille douze clusters


Mis en ligne le 12 mai 2022

Les clusters ferroviaires se sont retrouvés à Lille pendant trois jours pour parler d'avenir.

Programme provisoire :

Jour 1 : mercredi 4 mai
  • 09:00 – 13:00: Visite des ateliers
  • 14:00 – 18:00: Tables rondes

Jour 2 : jeudi 5 mai
  • 09:00 – 13:00: Conclusions

Lieu : Lille
Durée : 3 jours
180 rue Joseph Louis Lagrange
59300 Valenciennes

Pourquoi venir

Les participants seront remboursés de leurs frais, dans la limite de 450 euros chacun.

Partager sur Facebook, Twitter
Retour en haut
"""


def headings(text: Text) -> list[tuple[int, str]]:
    return [(heading.level, heading.span.of(text.content)) for heading in text.headings]


def plain(content: str) -> Text:
    return read_bytes(content.encode(), "a.txt", Limits())


def md(content: str) -> Text:
    return read_bytes(content.encode(), "a.md", Limits())


def test_a_saved_page() -> None:
    text = plain(PAGE)
    assert headings(text) == [
        (1, "Échange européen : RAILNET accueille douze clusters"),
        (2, "Programme provisoire :"),
        (3, "Jour 1 : mercredi 4 mai"),
        (3, "Jour 2 : jeudi 5 mai"),
        (2, "Pourquoi venir"),
    ]
    assert text.content.startswith("Échange européen")
    assert text.content.endswith("450 euros chacun.")
    assert "• 09:00 – 13:00: Visite des ateliers\n• 14:00" in text.content


@pytest.mark.parametrize(
    "line",
    [
        "Lieu : Lyon",
        "Date: 4-6 May 2022",
        "• A list item",
        "180 rue Joseph Louis Lagrange",
        "12 bis avenue des Clusters",
        "59300 Valenciennes",
        "Mis en ligne le 4 mai",
        "Published on 4 May 2022",
        "4-6 May 2022",
        "Lundi 4 mai 2022",
        "contact@example.org",
        "https://example.org",
        "A whole sentence, short as it is.",
        "lower case words",
        "Dupont, Durand, Martin and Smith",
        "The partners agreed on the calendar:",
        "09:00 Welcome",
        "Name | Town | Country",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    body = "This is a paragraph that is long enough to be one, and it ends with a full stop."
    content = f"Title of the page\n\n{body}\n\n{line}\n\n{body}"
    assert [heading.span.of(content) for heading in guess(content)] == ["Title of the page"]


@pytest.mark.parametrize(
    "line",
    [
        "Pourquoi venir ?",
        "RÉSULTATS ATTENDUS",
        "2.1 Results of the survey",
        "III. Méthode",
        "Next steps:",
        "1st Day: Wednesday, May 4th",
        "Un atelier sur « l’usine à projets »",
        "i-TRANS en bref",
    ],
)
def test_lines_that_are_headings(line: str) -> None:
    body = "This is a paragraph that is long enough to be one, and it ends with a full stop."
    content = f"Title of the page\n\n{body}\n\n{line}\n\n{body}"
    assert [heading.span.of(content) for heading in guess(content)][1:] == [line]


def test_the_last_line_announces_nothing() -> None:
    assert guess("Title\n\nA paragraph of a few words.\n\nInformations annexes")[1:] == ()


def test_numbers_give_levels() -> None:
    body = "This is a paragraph that is long enough to be one, and it ends with a full stop."
    content = f"Title\n\n1. First\n\n{body}\n\n1.1 Part\n\n{body}\n\n2. Second\n\n{body}"
    assert [heading.level for heading in guess(content)] == [1, 2, 3, 2]


def test_markdown() -> None:
    text = md(
        "---\ntitle: 'Le titre'\nlang: fr\ndate: 2022-05-04\ntags: [a, b]\n---\n"
        "# Réunion **de lancement**\n\nTexte avec [un lien](http://x.y), `code` et une\nligne"
        " coupée.  \nNouvelle ligne.\n\nLieu : Lyon\nDate : 4 mai\n\n## Partenaires\n\n"
        "Les voici :\n\n"
        "- *un*\n- deux\n  1. a\n  2. b\n\n| Nom | Pays |\n|---|---|\n| i-TRANS | France |\n"
        "| ERCI | |\n\n```\nif a:\n    b\n```\n\n![image](a.png)\n\n> Une citation.\n\n"
        "<p hidden>caché</p><p>visible</p>\n\n<!-- rien -->\n"
    )
    assert text.content == (
        "Réunion de lancement\n\nTexte avec un lien, code et une ligne coupée.\nNouvelle ligne.\n\n"
        "Lieu : Lyon\nDate : 4 mai\n\nPartenaires\n\nLes voici :\n• un\n• deux\n1. a\n2. b\n\n"
        "Nom: i-TRANS | Pays: France\nNom: ERCI\n\nif a:\n    b\n\nUne citation.\n\nvisible"
    )
    assert headings(text) == [(1, "Réunion de lancement"), (2, "Partenaires")]
    assert dict(text.metadata) == {"title": "Le titre", "language": "fr", "date": "2022-05-04"}


def test_markdown_without_text() -> None:
    with pytest.raises(ReadError) as caught:
        md("---\ntitle: a\n---\n\n![image](a.png)\n")
    assert caught.value.code == "EMPTY"


def test_markdown_in_windows_lines() -> None:
    assert md("# A\r\n\r\nb\r\nc\r\n").content == "A\n\nb c"


@pytest.mark.parametrize(
    "hostile",
    [
        "Title " * 8000,
        ("A short line\n\n") * 3000,
        "A" * 50_000,
        ("1." * 25 + "\n") * 500,
        ("12 " * 30 + "\n") * 500,
        ("rue " * 25 + "\n") * 500,
        "| a " * 5000 + "\n" + "|---" * 5000 + "\n",
        "[" * 3000,
        "*a " * 5000,
        "> " * 2000 + "a",
        "- " * 2000 + "a",
        "`" * 5000,
        "<" * 5000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_is_read_in_time(hostile: str) -> None:
    for name in ("a.txt", "a.md"):
        began = time.process_time()
        with contextlib.suppress(ReadError):
            read_bytes(hostile.encode(), name, Limits())
        assert time.process_time() - began < 2, name


def test_a_table_without_a_head_has_labels_and_values() -> None:
    data = b"# Call\n\n| | |\n|---|---|\n| Opens | 18 January |\n| Closes | 26 February |\n"
    assert read_bytes(data, "a.md").content == "Call\n\nOpens: 18 January\nCloses: 26 February"


@pytest.mark.parametrize(
    "rows",
    [
        "P1 Pôle Anémone (FR), coordinator\nP2 Klaster Wydma (PL)\nP3 Cluster Duna (ES)",
        "WP1 Management - Anémone\nWP2 Pilots - Wydma\nWP3 Evaluation - Duna",
        "Lot 1 Études de sol\nLot 2 Clôtures\nLot 3 Plantations",
        "Cluster Anémone (FR)\nKlaster Wydma\nDuna Valley (ES)",
    ],
)
def test_short_lines_in_a_row_are_a_list_under_the_heading_above_them(rows: str) -> None:
    content = f"Sheet of the project\n\nWho does what\n{rows}\n\nWhat comes next\n\nWe go on.\n"
    titles = [h.span.of(content) for h in guess(content)]
    assert titles == ["Sheet of the project", "Who does what", "What comes next"]


@pytest.mark.parametrize(
    ("part", "titles"),
    [
        ("2 Results\n2.1 Visits\n2.1.1 Abroad\n{}", ["2 Results", "2.1 Visits", "2.1.1 Abroad"]),
        ("Lot 1 Fences\n{0}\nLot 2 Soil\n{0}\nLot 3 Trees\n{0}", ["Lot 1 Fences", "Lot 2 Soil"]),
        ("PROGRAMME\nDay 1\nOpening words\n9:00 Coffee\n10:00 Visit", ["PROGRAMME", "Day 1"]),
    ],
)
def test_headings_with_something_under_them_are_no_list(part: str, titles: list[str]) -> None:
    prose = "The dunes were visited by all the members of the clusters, who asked many things."
    content = f"Sheet of the project\n\n{part.format(prose)}\n"
    found = [h.span.of(content) for h in guess(content)]
    assert found[1 : 1 + len(titles)] == titles
