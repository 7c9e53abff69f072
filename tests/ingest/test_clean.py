"""Cleaning: what a reader would call a typo of the machine is gone, all else stays."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean, is_furniture, tidy

WILD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            list(" \t\n\r\f\v.:;|•-…«»’é\u0301\u00ad\u200b\u202e\ufeff\x00\x1b[mÃ©â€™ﬁ")
        ),
    ),
    max_size=200,
)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Ã‰tÃ© Ã  Lyon", "Été à Lyon"),
        ("lâ€™équipe", "l’équipe"),
        ("e\u0301quipe", "équipe"),
        ("of\ufb01ce, con\ufb02it, e\ufb03cace", "office, conflit, efficace"),
        ("pro\u00adjet", "projet"),
        ("a\u200bb\u2060c\ufeffd", "abcd"),
        ("ab\u202ecd\u202c\u2066e\u2069", "abcde"),
        ("a\x00b\x07c", "abc"),
        ("\x1b[31mrouge\x1b[0m \x1b]8;;http://x\x07lien", "rouge lien"),
        ("«\u00a0usine à projets\u00a0»\u202f: oui", "« usine à projets » : oui"),
        ("un  deux\tthree   \nquatre", "un deux three\nquatre"),
        ("a\n\n\n \n\nb", "a\n\nb"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\uf0b7 point", "• point"),
        ("i\u2011TRANS", "i-TRANS"),
    ],
)
def test_characters_are_mended(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


@pytest.mark.parametrize(
    "sound",
    [
        "AEI TÈXTILS à São Paulo, Łódź, Malmö, Ñuñoa et Œuvre",
        "L’« usine à projets », leur cœur de métier : 3,5 M€ – soit 39 %…",
        'Quotes “so” and ‘so’ and "so" stay.',
        "1 < 2 & 3 &lt; 4",
        "H2O, m² and 20 °C",
    ],
)
def test_sound_text_is_left_alone(sound: str) -> None:
    assert clean(sound) == sound


@pytest.mark.parametrize(
    "line",
    [
        "Accueil > Actualités > 2020",
        "Home / News / International",
        "You are here: Home » Events",
        "Partager sur Facebook, Twitter",
        "Partager : Facebook · LinkedIn · Courriel · Imprimer",
        "Partager : Bluesky – LinkedIn – lien direct",
        "Share this page: Xing, LinkedIn, Mastodon",
        "Facebook Twitter LinkedIn",
        "Imprimer | Agrandir le texte | Partager sur LinkedIn",
        "Previous article | Next article",
        "We use cookies to improve your experience.",
        "Tout accepter",
        "Retour en haut de page",
        "Back to top ↑",
        "Lire la suite »",
        "© 2020 Pôle EMC2 - Tous droits réservés",
        "Introduction ............ 3",
        "1.2 Méthode . . . . . . . . 14",
        "{{ page.title }}",
    ],
)
def test_page_furniture_goes(line: str) -> None:
    assert is_furniture(line)
    assert clean(f"Avant.\n\n{line}\n\nAprès.") == "Avant.\n\nAprès."


@pytest.mark.parametrize(
    "line",
    [
        "Home care clusters in Europe",
        "Next steps",
        "Share of jobs in clusters: 39 %",
        "Partager les bonnes pratiques entre clusters",
        "Cookies and privacy: what SMEs must do in 2024",
        "Le projet accepte tous les candidats",
        "Print industry - LinkedIn training - Lyon",
        "Contact: contact@pole-emc2.fr",
        "Et ensuite... 3",
        "Budget total . 450",
    ],
)
def test_prose_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert clean(line) == line


def test_tidy_keeps_lines_and_indentation() -> None:
    assert tidy("if a:\n    b  = 1\nTout accepter\n") == "if a:\n    b = 1\nTout accepter"


@settings(deadline=None)  # first calls import, and machines are shared
@given(WILD)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert tidy(tidy(text)) == tidy(text)


@settings(deadline=None)  # first calls import, and machines are shared
@given(WILD)
def test_nothing_invisible_is_left(text: str) -> None:
    for character in clean(text):
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co")
    assert unicodedata.is_normalized("NFC", clean(text))


@pytest.mark.parametrize(
    "hostile",
    [
        " " * 50_000 + "x",
        "\t" * 50_000,
        "\n " * 25_000,
        "\x1b[" * 25_000,
        "\x1b]" * 25_000,
        "Ã" * 50_000,
        "é" * 50_000,
        "\u0301" * 50_000,
        "share " * 10_000,
        ("share this " * 35 + "\n") * 100,
        ("." * 199 + "x\n") * 200,
        ("{{" * 199 + "\n") * 100,
        ("accept all cookies " * 20 + "\n") * 100,
        (" | " * 60 + "\n") * 200,
        ("facebook " * 40 + "!\n") * 100,
        ("home > " * 28 + "\n") * 200,
        ("by continuing to cookies" * 16 + "\n") * 100,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    began = time.process_time()
    clean(hostile)
    assert time.process_time() - began < 0.25
