"""Rich text: its letters, lists, tables and headings, and nothing that is hidden in it."""

from __future__ import annotations

import time

import pytest

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.types import Text


def rtf(body: str, head: str = "\\ansi\\ansicpg1252\\deff0") -> Text:
    return read_bytes(f"{{\\rtf1{head} {body}}}".encode("latin-1"), "a.rtf", Limits())


def test_a_document() -> None:
    text = rtf(
        "{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Symbol;}}{\\colortbl;\\red0\\green0\\blue0;}"
        "{\\stylesheet{\\s1 heading 1;}{\\s2 Titre 2;}}"
        "{\\info{\\title Le titre}{\\author P\\'f4le}"
        "{\\*\\company{\\author x}}{\\creatim\\yr2022\\mo5\\dy4\\hr9}}"
        "{\\*\\generator Word;}{\\header En-t\\'eate}"
        "\\pard\\s1 R\\'e9union de lancement\\par\\pard "
        "Les partenaires se sont r\\u233?unis \\'ab hier \\'bb\\~: {\\b gras}\\line\n ligne\\par"
        "\\pard Ils sont\\~:\\par"
        "\\pard{\\listtext\\f1\\'b7\\tab}i-TRANS\\par{\\listtext 2.\\tab}ERCI\\par"
        "\\pard\\s2 Chiffres\\par\\trowd\\trhdr\\pard\\intbl Nom\\cell Pays\\cell\\row"
        "\\trowd\\pard\\intbl i-TRANS\\cell France\\cell\\row\\pard Fin.{\\footnote Une note.\\par}"
    )
    assert text.content == (
        "Réunion de lancement\n\nLes partenaires se sont réunis « hier » : gras\nligne\n\n"
        "Ils sont :\n• i-TRANS\n2. ERCI\n\nChiffres\n\nNom: i-TRANS | Pays: France\n\nFin.\n\n"
        "Une note."
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Réunion de lancement"),
        (2, "Chiffres"),
    ]
    assert dict(text.metadata) == {"title": "Le titre", "author": "Pôle", "created": "2022-05-04"}


@pytest.mark.parametrize(
    "hidden",
    [
        "{\\v cach\\'e9}",
        "{\\deleted cach\\'e9}",
        "{\\cf1 cach\\'e9}",
        "{\\fs2 cach\\'e9}",
        "{\\*\\inconnu cach\\'e9}",
        "{\\pict 00ff00ff}",
        "{\\field{\\*\\fldinst HYPERLINK http://x.y}{\\fldrslt }}",
        "\\v cach\\'e9\\v0 ",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    colours = "{\\colortbl;\\red255\\green255\\blue255;\\red255\\green0\\blue0;}"
    assert rtf(f"{colours}vu {hidden}{{\\cf2 aussi}}").content == "vu aussi"


def test_links_show_their_text_and_white_on_colour_is_read() -> None:
    body = "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue99;}"
    body += "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt le site}} {\\cf1\\highlight2 bandeau}"
    assert rtf(body).content == "le site bandeau"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("\\ansi\\ansicpg1252", "\\'80 5", "€ 5"),
        ("\\mac", "\\'8e", "é"),
        ("\\ansi\\ansicpg1251", "\\'e4\\'e0", "да"),
        ("\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}", "\\f0\\'e4\\'e0", "да"),
        ("\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}", "\\f0\\'93\\'fa", "日"),
        ("\\ansi\\uc1", "\\u-10179?\\u-8704?", "\U0001f600"),
        ("\\ansi\\uc2", "\\u233\\'c3\\'a9t", "ét"),
        ("\\ansi\\uc0", "\\u233 t", "ét"),
        ("\\ansi", "a\\{b\\}\\\\c", "a{b}\\c"),
        ("\\ansi", "deux\\\nlignes", "deux\n\nlignes"),
    ],
)
def test_letters(head: str, body: str, expected: str) -> None:
    assert rtf(body, head).content == expected


def test_a_word_file_that_is_rich_text() -> None:
    assert read_bytes(b"{\\rtf1 Bonjour}", "a.doc", Limits()).format == "rtf"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"{\\rtf1 coup", "CORRUPT"),
        (b"{\\rtf1 " + b"{" * 100_000, "CORRUPT"),
        (b"{\\rtf1 \\par}", "NO_TEXT"),
        (b"{\\rtf1 \\bin99999999 abc}", "CORRUPT"),
        (b"{\\rtf1 {\\v tout}}", "NO_TEXT"),
    ],
)
def test_bad_documents(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.rtf", Limits())
    assert caught.value.code == expected


@pytest.mark.parametrize(
    "part", ["\\", "\\'", "\\u1?", "{}", "\\par ", "\\cell ", "a\\row ", "\\*"]
)
def test_hostile_text_is_read_in_time(part: str) -> None:
    began = time.process_time()
    rtf(part * 20_000 + " fin")
    assert time.process_time() - began < 3


def test_cells_merged_downwards_are_read_in_each_row() -> None:
    def row(*cells: str, merged: str = "") -> str:
        edges = "".join(f"{merged if not n else ''}\\cellx{n + 1}000" for n in range(len(cells)))
        return f"\\trowd{edges}\\pard\\intbl " + "".join(f"{c}\\cell " for c in cells) + "\\row"

    text = rtf(
        row("Pays", "Membre", "Ville")
        + row("Italie", "Legno Vivo", "Udine", merged="\\clvmgf")
        + row("", "Rete Carta", "Lucca", merged="\\clvmrg")
        + row("", "Xatt", "Sliema")
    )
    assert text.content == (
        "Pays: Italie | Membre: Legno Vivo | Ville: Udine\n"
        "Pays: Italie | Membre: Rete Carta | Ville: Lucca\nMembre: Xatt | Ville: Sliema"
    )


def test_a_list_of_contents_is_not_text() -> None:
    styles = "{\\stylesheet{\\s1 heading 1;}{\\s2 toc 1;}}"
    body = "\\pard\\s2 Contexte 2\\par\\pard\\s1 Contexte\\par\\pard Un texte.\\par"
    assert rtf(styles + body).content == "Contexte\n\nUn texte."


def test_letters_of_symbol_fonts() -> None:
    fonts = "{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fnil\\fcharset2 Wingdings;}}"
    body = "5{\\f1\\'b0}C {\\f2\\'e0} {\\f1\\u-3987?}m \\'e0 Brest"
    assert rtf(fonts + body).content == "5°C → μm à Brest"
