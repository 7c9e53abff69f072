"""The title of a text, from its lines, its headings or its file."""

from __future__ import annotations

import pytest

from ingest.describe.title import find_title
from ingest.types import Heading, Span, Text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Home / News / Europe\n\nNORDSEIL meets in Graz\n\nThe partners met.",
            "NORDSEIL meets in Graz",
        ),
        ("NORDSEIL meets NORDSEIL meets\n\nText.", "NORDSEIL meets"),
        ("In Styria\n\nStaff exchange\n\nA long text.", "In Styria – Staff exchange"),
        (
            "POLICY BRIEF No. 4\nDo test benches pay for themselves?\n\nText.",
            "Do test benches pay for themselves?",
        ),
        (
            "PRESS RELEASE – FOR IMMEDIATE RELEASE\nGraz, 5 May 2022\n\nTwo clusters join forces"
            " for timber\n\nText.",
            "Two clusters join forces for timber",
        ),
        (
            "COMMUNIQUÉ DE PRESSE : SOUS EMBARGO JUSQU'AU 5 MAI\nDeux grappes unissent leurs"
            " forêts en Styrie\n\nTexte.",
            "Deux grappes unissent leurs forêts en Styrie",
        ),
        ("FOR IMMEDIATE RELEASE\n\nOpening of the bench\n", "Opening of the bench"),
        ("Embargo on timber: what firms say\n\nText.", "Embargo on timber: what firms say"),
        (
            "Press releases for publication in May\n\nThe list of what we shall send to papers.",
            "Press releases for publication in May",
        ),
        ("Date: 4 May 2022\nOpening of the bench\n", "Opening of the bench"),
        ("", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title


def test_title_from_heading_and_from_metadata() -> None:
    text = "Menu\nA day in Graz\n\nText."
    heading = Text(text, "html", headings=(Heading(Span(5, 18), 1),))
    assert find_title(heading).text == "A day in Graz"
    stated = find_title(Text("x\n\ny", "pdf", metadata=(("title", "A day in Graz | Nordseil"),)))
    assert (stated.text, stated.span, stated.origin) == ("A day in Graz", None, "metadata")
    untitled = Text(
        "A day in Graz\n\nText", "docx", metadata=(("title", "Microsoft Word - x.docx"),)
    )
    assert find_title(untitled).text == "A day in Graz"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NOTE DE POSITION\n\nRéseau Alizé\nPour une politique du lin après 2027\n\nLe lin.",
         "Pour une politique du lin après 2027"),
        ("POLICY BRIEF No. 3 / 2025\nFlax partnerships: what clusters can do\n\nFlax.",
         "Flax partnerships: what clusters can do"),
        ("Note de position : le lin et ses droits\n\nRéseau Alizé\n\nLe lin.",
         "Note de position : le lin et ses droits"),
    ],
)  # fmt: skip
def test_a_line_of_kind_gives_way_to_the_headline(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title
