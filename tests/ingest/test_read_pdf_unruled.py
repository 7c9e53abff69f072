"""Tables of PDF pages without rules: rows with wrapped cells stay rows, and nothing else is one."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from ingest.read import Limits, read_bytes

STYLE = getSampleStyleSheet()["BodyText"]
TIGHT = ParagraphStyle("tight", fontSize=10, leading=12, spaceBefore=0, spaceAfter=0)
BEFORE, AFTER = "Le cluster a tenu une réunion avec ses membres.", "La suite est au verso."

AGENDA = [
    ("Horaire", "Thème", "Orateur"),
    (
        "9h00 – 9h20",
        "Bienvenue aux adhérents et rappel des règles du fonds",
        "Luce Arnal, directrice du cluster Bois & Liège",
    ),
    ("9h20 – 10h00", "Débat : qui paie la logistique du réemploi ?", "Tom Ferry (Port de Sète)"),
    ("10h00", "Café"),
    ("10h15 – 11h30", "Trois ateliers sur le tri, la collecte et la vente", "L'équipe"),
]
PARTNERS = [
    ("Partner", "Country", "Role"),
    ("Alpine Timber Network", "Austria", "Lead partner, in charge of reports and payments"),
    ("Union of joiners and carpenters of the western valleys", "France", "Training visits"),
    ("Madera Viva", "Spain", "Trials of the tool with twelve of its members"),
]
BUDGET = [
    ("Poste", "Montant", "Part"),
    ("Salaires", "64 000", "40 %"),
    ("Voyages, repas et nuits d'hôtel des membres qui visitent un voisin", "56 000", "35 %"),
    ("Total", "160 000", "100 %"),
]


def page(
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    style: ParagraphStyle = STYLE,
    pad: int = 3,
    across: str = "TOP",
) -> str:
    """The text of a page with rows that are painted cell by cell."""
    cells = [[Paragraph(cell, style) for cell in row] for row in rows]
    full = [row + [""] * (len(widths) - len(row)) for row in cells]
    look = [
        ("VALIGN", (0, 0), (-1, -1), across),
        *((f"{s}PADDING", (0, 0), (-1, -1), pad) for s in ("TOP", "BOTTOM")),
    ]
    drawn = Table(full, colWidths=list(widths), style=TableStyle(look))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build([Paragraph(BEFORE, STYLE), drawn, Paragraph(AFTER, STYLE)])
    return read(buffer.getvalue())


def read(data: bytes) -> str:
    return read_bytes(data, "a.pdf", Limits()).content


def named(rows: Sequence[Sequence[str]]) -> str:
    """The rows as they are read, each cell behind the name of its column."""
    return "\n".join(
        " | ".join(f"{name}: {cell}" for name, cell in zip(rows[0], row, strict=False))
        for row in rows[1:]
    )


@pytest.mark.parametrize("pad", [0, 3, 8])
@pytest.mark.parametrize(
    ("rows", "widths"),
    [(AGENDA, (90, 170, 150)), (PARTNERS, (150, 70, 170)), (BUDGET, (180, 80, 60))],
)
def test_wrapped_cells_stay_in_their_rows(
    rows: Sequence[Sequence[str]], widths: Sequence[int], pad: int
) -> None:
    assert page(rows, widths, TIGHT, pad) == f"{BEFORE}\n\n{named(rows)}\n\n{AFTER}"


@pytest.mark.parametrize("across", ["MIDDLE", "BOTTOM"])
def test_cells_in_the_middle_or_at_the_foot_of_their_rows(across: str) -> None:
    rows = [*PARTNERS, ("The sawmills of the lake: owners, staff, and pupils", "Latvia", "Trials")]
    assert named(rows) in page(rows, (150, 70, 170), across=across)


def test_times_beside_topics_are_a_table_of_two_columns() -> None:
    rows = [row[:2] for row in AGENDA[1:]]
    assert "\n".join(f"{time}: {topic}" for time, topic in rows) in page(rows, (90, 170))


def test_days_part_a_programme() -> None:
    rows = [AGENDA[0], ("Lundi 4 mai",), *AGENDA[1:3], ("Mardi 5 mai",), *AGENDA[3:]]
    content = page(rows, (90, 170, 150), pad=8)
    assert "Lundi 4 mai\n" in content
    assert "Mardi 5 mai\n" in content
    assert " | ".join(AGENDA[1]) in content
    assert "Orateur: Tom Ferry" not in content.split("Mardi")[1]


def test_lines_painted_across_are_no_rows() -> None:
    """Where a program paints line by line, nothing tells a wrapped cell from the next row."""
    lines = [
        ("Partner", "Country", "Role"),
        ("Alpine Timber", "Republic of", "Lead partner,"),
        ("Network", "Austria", "in charge of"),
        ("", "", "payments"),
        ("Madera Viva", "Spain", "Trials"),
    ]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    for place, row in enumerate(lines):
        for column, text in enumerate(row):
            canvas.drawString(60 + 130 * column, 760 - 14 * place, text)
    canvas.save()
    assert "Country: Austria" not in read(buffer.getvalue())


PROSE = (
    "Les adhérents ont parlé du bois et de ses usages pendant une heure",
    "La salle était pleine, et le débat sur les prix a duré jusqu'au soir",
    "Un nouvel atelier ouvre en mars dans les anciens locaux de la gare",
)
CARD = "<b>{}</b><br/>The mill has opened its doors to visitors from the valley."
ADDRESS = "{} Moulin<br/>Chargée de mission<br/>12 quai du Port<br/>34200 Sète"
ITEM = "Les dépenses sont éligibles à partir de la date de dépôt du dossier complet"


@pytest.mark.parametrize(
    ("rows", "widths"),
    [
        ([PROSE[:2], PROSE[1:], PROSE[::2]], (170, 170)),
        ([PROSE, PROSE[::-1], PROSE], (120, 120, 120)),
        ([[CARD.format(name) for name in "ABC"]] * 3, (120, 120, 120)),
        ([[ADDRESS.format(name) for name in ("Ada", "Bo", "Cy")]] * 3, (120, 120, 120)),
        ([(f"{n}.", ITEM) for n in range(1, 5)], (30, 200)),
        (
            [(f"{n}.", f"{letter})", ITEM) for n, letter in zip("1234", "abcd", strict=True)],
            (30, 30, 200),
        ),
        ([("•", "–", ITEM)] * 4, (30, 30, 200)),
        ([(f"1.{n}", ITEM, str(n * 4)) for n in range(1, 5)], (40, 200, 40)),
        (
            [("Section", "Title", "Page"), *((f"1.{n}", ITEM, str(n * 4)) for n in range(1, 5))],
            (60, 200, 40),
        ),
        (
            [("Nom :", "Luce Arnal, du cluster Bois & Liège", "Ville :", "Sète")] * 3,
            (60, 120, 60, 120),
        ),
        ([(f"{label} :", ITEM) for label in ("Objet", "Durée", "Lieu", "Coût")], (70, 200)),
        (
            [("Objet", ITEM), ("Durée", ITEM), ("Lieu", ITEM), ("Coût", ITEM)],
            (70, 200),
        ),
    ],
    ids=(
        "two columns of prose,three columns,cards,addresses,numbered list,list in a list,bullets"
        ",contents,contents with names,form,labels with colons,labels"
    ).split(","),
)
def test_what_is_no_table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    for pad in (0, 6):
        content = page(rows, widths, TIGHT, pad)
        whole = [" | ".join(row) for row in rows]
        assert not any(row.replace("<br/>", " ") in content for row in whole), content
        for name, cell in zip(rows[0], rows[1], strict=True):
            assert f"{name}: {cell}" not in content
