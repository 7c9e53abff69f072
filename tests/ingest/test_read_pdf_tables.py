"""Tables and columns of PDF pages: rows stay rows, and columns of text are read one by one."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from ingest.read import Limits, read_bytes
from ingest.types import Text

STYLE = getSampleStyleSheet()["BodyText"]
RULED = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
PARTNERS = [
    ("Pays", "Partenaire", "Rôle"),
    (
        "Espagne, cluster du textile",
        "Fédération des ateliers de la Catalogne",
        "Conduite du projet",
    ),
    ("Italie", "Cluster de la filière laine et du cachemire", "Essais avec dix ateliers"),
]


def read(data: bytes) -> Text:
    return read_bytes(data, "a.pdf", Limits())


def table(rows: Sequence[Sequence[str]], *style: tuple[object, ...]) -> Text:
    buffer = io.BytesIO()
    cells = [[Paragraph(cell, STYLE) for cell in row] for row in rows]
    widths = [330 / len(rows[0])] * len(rows[0])
    around = [Paragraph(text, STYLE) for text in ("Un texte avant.", "Un texte après.")]
    drawn = Table(cells, colWidths=widths, style=TableStyle([TOP, *style]))
    SimpleDocTemplate(buffer).build([around[0], drawn, around[1]])
    return read(buffer.getvalue())


def test_cells_of_several_lines_stay_in_their_rows() -> None:
    text = table(PARTNERS, RULED)
    assert text.content.split("\n\n") == [
        "Un texte avant.",
        "Pays: Espagne, cluster du textile | Partenaire: Fédération des ateliers de la Catalogne"
        " | Rôle: Conduite du projet\n"
        "Pays: Italie | Partenaire: Cluster de la filière laine et du cachemire"
        " | Rôle: Essais avec dix ateliers",
        "Un texte après.",
    ]
    assert not text.headings


def test_labels_and_values() -> None:
    rows = [("Date :", "4 mai 2022"), ("Lieu :", "Lille, dans les locaux du pôle et de la région")]
    assert "Date: 4 mai 2022\nLieu: Lille, dans les locaux du pôle et de la région" in (
        table(rows, RULED).content
    )


def test_a_cell_over_the_whole_row() -> None:
    rows = [PARTNERS[0], ("Lot 1 : études préalables et conception", "", ""), *PARTNERS[1:]]
    content = table(rows, RULED, ("SPAN", (0, 1), (-1, 1))).content
    assert "\nPays: Espagne, cluster du textile | Partenaire: Fédération" in content
    assert "Lot 1 : études préalables et conception\n" in content


def test_a_frame_around_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 690, 400, 90)
        canvas.line(50, 740, 450, 740)
        canvas.drawString(60, 760, "Un encadré du rapport qui parle des ateliers du pôle")
        canvas.drawString(60, 746, "et de leurs voisins.")
        canvas.drawString(60, 720, "Une suite.")

    assert drawn(draw) == (
        "Un encadré du rapport qui parle des ateliers du pôle et de leurs voisins.\n\nUne suite."
    )


def drawn(draw: object) -> str:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    draw(canvas)  # type: ignore[operator]
    canvas.save()
    return read(buffer.getvalue()).content


LEFT = (
    "Le pôle a réuni quarante|entreprises de la filière pour|parler des aides de la Région"
    "|Bretagne et des moyens de|Rennes Métropole pendant|deux jours de mars."
).split("|")
RIGHT = (
    "Le projet relie Gand et|Lille avec des trains plus|légers, dont le poids baisse"
    "|de vingt pour cent. Les|essais ont lieu à Petite|Forêt chaque semaine."
).split("|")


@pytest.mark.parametrize("across", [True, False])
def test_columns_of_text_are_read_one_after_the_other(across: bool) -> None:
    def draw(canvas: Canvas) -> None:
        places = [(place, column) for place in range(6) for column in (0, 1)]
        for place, column in places if across else sorted(places, key=lambda p: p[1]):
            canvas.drawString((60, 300)[column], 760 - 14 * place, (LEFT, RIGHT)[column][place])

    assert drawn(draw) == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_rows_of_a_table_without_rules() -> None:
    rows = [
        ("Poste", "Règle", "Somme"),
        ("Voyages", "coût réel", "2 400"),
        ("Repas", "forfait", "9"),
    ]

    def draw(canvas: Canvas) -> None:
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.drawString(60 + 120 * column, 760 - 16 * place, cell)

    assert drawn(draw) == "\n".join(" | ".join(row) for row in rows)


def test_a_wide_blank_in_one_line_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, "Fait à Lille")
        canvas.drawString(300, 760, "le 4 mai 2022")
        canvas.drawString(60, 730, "Pour le pôle, sa présidente")

    assert drawn(draw).startswith("Fait à Lille le 4 mai 2022")


def test_dots_that_lead_to_a_page_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        for place, (title, page) in enumerate((("Contexte", "3"), ("Résultats du projet", "12"))):
            canvas.drawString(60, 760 - 16 * place, f"{title} {'.' * (90 - len(title))}")
            canvas.drawRightString(535, 760 - 16 * place, page)
        canvas.drawString(60, 700, "Nom et signature ..................")

    assert drawn(draw).split("\n\n") == [
        "Contexte 3\nRésultats du projet 12",
        "Nom et signature ..................",
    ]


def test_a_table_that_reaches_over_the_edge_of_the_page() -> None:
    rows = [("hors", "Laine du Tarn", "12"), ("loin", "Bois de Gascogne", "14")]

    def draw(canvas: Canvas) -> None:
        canvas.grid([-150, -20, 200, 400], [640, 680, 720])
        for place, row in enumerate(rows):
            for left, cell in zip((-140, 20, 220), row, strict=True):
                canvas.drawString(left, 700 - 40 * place, cell)

    assert drawn(draw) == "Laine du Tarn: 12\nBois de Gascogne: 14"


def test_lines_spread_over_a_narrow_column_are_no_rows() -> None:
    lines = (
        "Les membres du pôle",
        "ont signé des",
        "accords de partage",
        "avec des voisins",
        "venus",
    )

    def draw(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            words = line.split()
            letters = sum(canvas.stringWidth(word) for word in words)
            left, blank = 60.0, (150 - letters) / max(1, len(words) - 1)
            for word in words:
                canvas.drawString(left, 760 - 14 * place, word)
                left += canvas.stringWidth(word) + blank

    assert drawn(draw) == " ".join(lines)
