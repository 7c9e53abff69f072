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
        (
            "Communiqué de presse\nGrenoble, le cluster Alpa ouvre une pépinière du lin\nTrente"
            " entreprises y seront accueillies dès le mois de mai.",
            "Grenoble, le cluster Alpa ouvre une pépinière du lin",
        ),
        (
            "Press release\nAlizé – the network opens its first flax school\nThirty firms will"
            " take part in the first courses in May.",
            "Alizé – the network opens its first flax school",
        ),
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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Position paper LF 2023/02\n\nRoom for flax in every house\n\nText.",
         "Room for flax in every house"),
        ("Prise de position LF 2024/01\n\nAlizé, fédération des clusters du lin\n\nMieux filer le"
         " lin : nos demandes\n\nTexte.", "Mieux filer le lin : nos demandes"),
        ("Fiche bonne pratique n° 11\n\nLe banc d'essai que tous partagent\n\nTexte.",
         "Le banc d'essai que tous partagent"),
        ("Good practice sheet no. 07\n\nA bench that six mills share\n\nText.",
         "A bench that six mills share"),
        ("Position paper on flax\n\nWe ask for three things in all\n\nText.",
         "Position paper on flax"),
        ("Bonnes pratiques du lin\n\nLe banc d'essai que tous partagent\n\nTexte.",
         "Bonnes pratiques du lin"),
    ],
)  # fmt: skip
def test_a_kind_and_number_give_way_to_the_headline(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Questions and answers\n\nLast reviewed: 15 January 2024\n\nText.",
         "Questions and answers"),
        ("FLAX DAYS\n\n“Spinning what spins us all”\n\nText.", "FLAX DAYS"),
        ("FLAX FORUM 2023\nNamur, the old mill, on the river\n\nText.", "FLAX FORUM 2023"),
        ("APPEL À IDÉES\n« Filer le lin autrement, ensemble »\n\nTexte.",
         "« Filer le lin autrement, ensemble »"),
        ("FLAX AND HEMP\nThe mills of Namur open their doors\n\nText.",
         "The mills of Namur open their doors"),
        ("PRESS RELEASE 2023\nThe mills of Namur open their doors\n\nText.",
         "The mills of Namur open their doors"),
    ],
)  # fmt: skip
def test_what_a_short_heading_gives_way_to(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Members 2024\n\nName: Fibra\n", "Members 2024"),
        ("Mars 2024\n\nLes moulins ouvrent\n", "Les moulins ouvrent"),
        ("Graz, May 2022\n\nThe mills open\n", "The mills open"),
        ("Lundi 4 mai 2022\n\nLes moulins ouvrent\n", "Les moulins ouvrent"),
        ("Spring 2024\n\nThe mills open\n", "The mills open"),
    ],
)
def test_a_line_that_ends_in_a_year_is_no_date_for_that(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("FLAX NEWSLETTER | No. 9 (You receive this e-mail as you asked. Unsubscribe)\n\nText.",
         "FLAX NEWSLETTER | No. 9"),
        ("La lettre du lin, mai 2022 (Pour vous désinscrire, cliquez)\n\nTexte.",
         "La lettre du lin, mai 2022"),
        ("The letter of flax (spring and summer)\n\nText.",
         "The letter of flax (spring and summer)"),
    ],
)  # fmt: skip
def test_why_a_letter_comes_is_not_in_its_title(text: str, title: str) -> None:
    found = find_title(Text(text, "txt"))
    assert found.text == title
    assert found.span is not None
    assert found.span.of(text) == title


def test_a_table_is_called_by_its_file_and_by_none_of_its_rows():
    rows = "Event: Loom day | Town: Metz\nEvent: Dye day | Town: Lille"
    assert find_title(Text(rows, "csv"), "past/events_of-2024.csv").text == "Events of 2024"
    assert find_title(Text(f"What we held\n{rows}", "md"), "a.md").text == "What we held"


def test_the_stamp_of_a_draft_is_no_title():
    text = "DRAFT v1 - 12/06/2024\nSecond meeting of the weavers\nMetz, 15 October 2024"
    assert find_title(Text(text, "txt")).text == "Second meeting of the weavers"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "MOBILIS project\nMinutes of the second meeting (Porto, 3 May 2023)",
            "MOBILIS project – Minutes of the second meeting (Porto, 3 May 2023)",
        ),
        ("Cluster Orla\nRapport d'activité 2023", "Cluster Orla – Rapport d'activité 2023"),
        (
            "Cluster Orla\nA day at the mill with forty weavers",
            "A day at the mill with forty weavers",
        ),
        ("Orla Weaving Forum\nMinutes of the jury", "Orla Weaving Forum"),
    ],
)
def test_whose_paper_it_is_and_what_are_a_title_together(lines, title):
    assert find_title(Text(f"{lines}\n\nIt was a good day.", "txt")).text == title
