"""Presentations: slides are pages, shapes are read from the top, what is hidden is not."""

from __future__ import annotations

import io

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide
from pptx.util import Inches, Pt

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.types import Text

TITLE, CONTENT, TWO, BLANK = 0, 1, 3, 6


def saved(deck: pptx.presentation.Presentation) -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def read(deck: pptx.presentation.Presentation, limits: Limits | None = None) -> Text:
    return read_bytes(saved(deck), "a.pptx", limits or Limits())


def slide(deck: pptx.presentation.Presentation, layout: int, title: str = "") -> Slide:
    added = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        added.shapes.title.text = title
    return added


def box(on: Slide, text: str, left: float, top: float) -> None:
    on.shapes.add_textbox(Inches(left), Inches(top), Inches(2), Inches(0.5)).text_frame.text = text


def test_a_presentation() -> None:
    deck = pptx.Presentation()
    deck.core_properties.title = "Bilan 2022"
    deck.core_properties.author = "Pôle"
    first = slide(deck, TITLE, "Réunion de lancement")
    first.placeholders[1].text = "Lille, le 4 mai 2022"
    second = slide(deck, CONTENT, "Partenaires")
    frame = second.placeholders[1].text_frame
    frame.text = "Trois clusters :"
    for text in ("i-TRANS", "ERCI"):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, 1
    second.notes_slide.notes_text_frame.text = "Dire qu'ERCI arrive en retard."
    third = slide(deck, BLANK)
    grid = third.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    for place, text in enumerate(("Nom", "Pays", "i-TRANS", "France")):
        grid.cell(*divmod(place, 2)).text = text
    text = read(deck)
    assert text.content == (
        "Réunion de lancement\n\nLille, le 4 mai 2022\n\n"
        "Partenaires\n\n• Trois clusters :\n• i-TRANS\n• ERCI\n\n"
        "Notes\n\nDire qu'ERCI arrive en retard.\n\nNom: i-TRANS | Pays: France"
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Réunion de lancement"),
        (2, "Partenaires"),
        (3, "Notes"),
    ]
    assert dict(text.metadata)["title"] == "Bilan 2022"
    assert [text.page_at(text.content.index(word)) for word in ("lancement", "retard", "Nom")] == [
        1,
        2,
        3,
    ]


def test_hidden_slides_are_counted_and_not_read() -> None:
    deck = pptx.Presentation()
    for title in ("Un", "Deux", "", "Quatre"):
        slide(deck, CONTENT if title else BLANK, title)
    deck.slides[1]._element.set("show", "0")
    text = read(deck)
    assert text.content == "Un\n\nQuatre"
    assert text.page_at(text.content.index("Quatre")) == 4
    assert text.page_at(0) == 1


def test_shapes_are_read_from_the_top_and_from_the_left() -> None:
    deck = pptx.Presentation()
    only = slide(deck, CONTENT, "Titre")
    only.placeholders[1].text = "milieu"  # where its layout puts it
    box(only, "bas", 1, 6.9)
    box(only, "haut droite", 5, 1.25)
    box(only, "haut gauche", 1, 1.3)
    group = only.shapes.add_group_shape()
    for text, top in (("groupe 2", 6.4), ("groupe 1", 6.2)):
        inside = group.shapes.add_textbox(Inches(1), Inches(top), Inches(2), Inches(0.2))
        inside.text_frame.text = text
    assert read(deck).content.split("\n\n") == [
        "Titre",
        "haut gauche",
        "haut droite",
        "milieu",
        "groupe 1",
        "groupe 2",
        "bas",
    ]


def test_what_nobody_sees_is_not_read() -> None:
    deck = pptx.Presentation()
    only = slide(deck, CONTENT, "Vu")
    box(only, "hors de la page", -5, 1)
    box(only, "caché", 1, 2)
    only.shapes[-1]._element.nvSpPr.cNvPr.set("hidden", "1")
    small = only.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame
    small.text = "minuscule"
    small.paragraphs[0].runs[0].font.size = Pt(1)
    on_white = only.shapes.add_textbox(0, 0, Inches(1), Inches(1))
    on_white.text_frame.text = "blanc sur blanc"
    for fill in (on_white.fill, on_white.text_frame.paragraphs[0].runs[0].font.fill):
        fill.solid()
        fill.fore_color.rgb = pptx.dml.color.RGBColor(255, 255, 255)
    assert read(deck).content == "Vu"


def test_a_chart_is_a_table() -> None:
    deck = pptx.Presentation()
    data = CategoryChartData()
    data.categories = ["2021", "2022"]
    data.add_series("Adhérents", (120, 131.5))
    data.add_series("Projets", (4, 6))
    frame = slide(deck, BLANK).shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1), Inches(4), Inches(3), data
    )
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Croissance"
    assert read(deck).content == (
        "Croissance\n\n2021 | Adhérents: 120 | Projets: 4\n2022 | Adhérents: 131.5 | Projets: 6"
    )


def test_merged_cells_are_read_in_each_row() -> None:
    deck = pptx.Presentation()
    grid = slide(deck, BLANK).shapes.add_table(3, 2, 0, 0, Inches(4), Inches(1)).table
    for place, text in enumerate(("Pays", "Nom", "France", "i-TRANS", "", "Aerospace")):
        grid.cell(*divmod(place, 2)).text = text
    grid.cell(1, 0).merge(grid.cell(2, 0))
    assert read(deck).content == "Pays: France | Nom: i-TRANS\nPays: France | Nom: Aerospace"


def test_numbered_lists_and_line_breaks() -> None:
    deck = pptx.Presentation()
    frame = slide(deck, BLANK).shapes.add_textbox(0, 0, Inches(2), Inches(2)).text_frame
    frame.text = "Ordre du jour :"
    for text in ("Accueil", "Visite\vdes ateliers"):
        paragraph = frame.add_paragraph()
        paragraph.text = text
        numbered = paragraph._p.get_or_add_pPr()
        numbered.append(numbered.makeelement(f"{{{numbered.nsmap['a']}}}buAutoNum", {"type": "x"}))
    assert read(deck).content == "Ordre du jour :\n1. Accueil\n2. Visite des ateliers"


def test_a_presentation_without_text_or_with_too_many_slides() -> None:
    deck = pptx.Presentation()
    slide(deck, BLANK)
    with pytest.raises(ReadError) as caught:
        read(deck)
    assert caught.value.code == "NO_TEXT"
    slide(deck, CONTENT, "Deux")
    with pytest.raises(ReadError) as caught:
        read(deck, Limits(max_pages=1))
    assert caught.value.code == "TOO_LARGE"


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("sym", "à", "Brest → suite"),
        ("latin", "à", "Brest → suite"),
        ("sym", "à Nantes,", "Brest à Nantes, suite"),
    ],
)
def test_an_arrow_is_no_letter(kind: str, text: str, expected: str) -> None:
    deck = pptx.Presentation()
    box(slide(deck, BLANK), "", 1, 1)
    paragraph = deck.slides[0].shapes[0].text_frame.paragraphs[0]
    for part in ("Brest ", text, " suite"):
        paragraph.add_run().text = part
    properties = paragraph.runs[1]._r.get_or_add_rPr()
    name = f"{{{properties.nsmap['a']}}}{kind}"
    properties.append(properties.makeelement(name, {"typeface": "Wingdings"}))
    assert read(deck).content == expected


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("PowerPoint Presentation", False),
        ("Diapositive 1", False),
        ("Titre du document", False),
        ("[Titre de la présentation]", False),
        ("Document d'orientation", True),
        ("[Brest] Bilan", True),
        ("Présentation du réseau", True),
    ],
)
def test_the_title_of_a_template_is_none(title: str, kept: bool) -> None:
    deck = pptx.Presentation()
    slide(deck, CONTENT, "Bilan")
    deck.core_properties.title = title
    assert dict(read(deck).metadata).get("title") == (title if kept else None)
