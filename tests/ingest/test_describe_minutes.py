"""Minutes of a meeting: their day and place, not those of another that they speak of."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.types import Text

BOARD = (
    "# Pôle Linéa — Conseil d'administration\n\n"
    "**{} du jeudi 8 juin 2023**\nNamur, Moulin de la Sambre, salle Lin — 14 h 00 / 17 h 20\n\n"
    "Rédaction : Ana Ruiz — Validation : Jo Lind\nDiffusion : administrateurs et membres\n\n"
    "## 1. Approbation du compte rendu du 2 mars 2023\n\nAdopté sans observation.\n\n"
    "## 2. Comptes\n\nLes comptes sont présentés puis adoptés. Un débat suit sur les cotisations."
    " Le budget est stable. La trésorière remercie l'équipe et rappelle le calendrier des appels"
    " à cotisations. Les membres demandent que les factures partent plus tôt et que le tableau"
    " soit joint. Accord du conseil.\n\n"
    "## 3. Europe\n\nLe troisième comité de pilotage s'est tenu à Porto en mai.\n"
)


@pytest.mark.parametrize(
    "head",
    ["Compte rendu de la séance", "Compte rendu de la réunion", "Procès-verbal de la séance"],
)
def test_minutes_are_of_the_meeting_that_their_head_names(head):
    found = describe(read_bytes(BOARD.format(head).encode(), "x.md"), "x.md")
    assert found.dates is not None
    assert found.dates.iso()[0] == "2023-06-08"
    assert found.place is not None
    assert found.place.text == "Namur"


@pytest.mark.parametrize(
    "head",
    [
        "Approbation du compte rendu du 2 mars 2023",
        "Le compte rendu du 2 mars 2023 est adopté",
        "Compte rendu de la réunion, approuvé le 2 mars 2023",
    ],
)
def test_the_minutes_of_the_last_meeting_give_no_day(head):
    content = f"Réunion du bureau du pôle Linéa, 8 juin 2023\n\n{head}\n\nLe bureau s'est réuni.\n"
    found = describe(Text(content, "txt"), "x.txt")
    assert found.dates is not None
    assert found.dates.iso()[0] == "2023-06-08"


def test_a_bold_first_line_is_a_line():
    text = read_bytes(b"**Minutes of the board**\nGhent, main hall\n\nText.\n", "x.md")
    assert text.content.startswith("Minutes of the board\nGhent, main hall")


@pytest.mark.parametrize(
    "source",
    [
        b"**Alba Cluster**\nis a network of mills.\n",
        b"We met\n**Alba Cluster**\nIn Ghent.\n",
        b"**Alba** and\nBorea met.\n",
    ],
)
def test_bold_words_in_a_sentence_break_no_line(source):
    assert "\n" not in read_bytes(source, "x.md").content


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (
            "Call text, published on 15 January 2024.\n\nSMEs may apply for a grant.\n\n"
            "Correction of 4 March 2024: lot 2 is open longer.",
            "2024-01-15",
        ),
        ("Update of 4 March 2024\n\nSMEs may apply for a grant.", "2024-03-04"),
    ],
)
def test_a_text_is_published_before_it_is_corrected(lines, day):
    found = describe(Text(f"LINWAY open call\n\n{lines}\n", "txt"), "x.txt")
    assert found.published is not None
    assert found.published.iso()[0] == day
