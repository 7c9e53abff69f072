"""What a reader of the page can't see is not read; what only looks hidden to a program is."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

from ingest.read import Limits, read_bytes

TEXT = "Les clusters ferroviaires se sont retrouvés pendant trois jours."


def page(body: str, head: str = "") -> str:
    html = f"<html><head>{head}</head><body><h1>Titre</h1><p>{TEXT}</p>{body}</body></html>"
    return read_bytes(html.encode(), "a.html", Limits()).content.partition(TEXT)[2].strip()


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : none !important",
        "visibility:hidden",
        "opacity:0",
        "opacity: 0.0",
        "font-size:0",
        "font-size:1px",
        "color:#fff",
        "color:#fdfdfd",
        "color:rgb(255, 255, 255)",
        "color:transparent",
        "color:black;background:black",
        "color:#000080;background-color:navy",
        "position:absolute;left:-999px",
        "position:fixed;top:-100em",
        "text-indent:-9999px",
        "margin-left:-5000px",
        "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;clip: rect(1px 1px 1px 1px)",
        "clip-path:inset(50%)",
        "height:0;overflow:hidden",
        "width:1px;height:1px;overflow:hidden",
        "transform:translateX(-9999px)",
        "transform:scale(0)",
    ],
)
def test_hidden_in_a_page(style: str) -> None:
    assert page(f'<p style="{style}">caché</p><p>vu</p>') == "vu"
    assert page('<p class="a b">caché</p><p>vu</p>', f"<style>.x, p.b {{{style}}}</style>") == "vu"
    assert page('<p id="b">caché</p><p>vu</p>', f"<style>#b{{{style}}}</style>") == "vu"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ('<p style="color:#fff;background:#036">vu</p>', ""),
        ('<div style="background:#036"><p style="color:#fff">vu</p></div>', ""),
        ('<table bgcolor="#003366"><tr><td><font color="#ffffff">vu</font></table>', ""),
        ('<p style="color:#fff;background-image:url(a.png)">vu</p>', ""),
        ('<p class="a" style="color:#fff">vu</p>', '<link rel="stylesheet" href="a.css">'),
        ('<p class="a">vu</p>', "<style>@media print { .a { display: none } } b { }</style>"),
        ('<p class="a">vu</p>', "<style media='print'>.a { display: none }</style>"),
        ('<p class="a" style="display:block">vu</p>', "<style>.a { display: none }</style>"),
        ('<p class="a">vu</p>', "<style>div.a { display: none } .a b { display: none }</style>"),
        ('<p style="opacity:0.5;font-size:12px;left:-5px">vu</p>', ""),
        ('<p style="color:rgba(0,0,0,.8)">vu</p>', ""),
        ('<p aria-hidden="true">vu</p><i aria-hidden="true">×</i>', ""),
        ('<div style="color:#fff"><p style="color:#000">vu</p></div>', ""),
        ('<div style="font-size:0px"><p style="font-size:16px">vu</p></div>', ""),
        (
            '<ul class="a"><b class="c">vu</b></ul>',
            "<style>.a{font-size:0}.c{font-size:1rem}</style>",
        ),
        ('<div style="font-size:0"><p style="font: bold 12px/1.5 Arial">vu</p></div>', ""),
    ],
)
def test_shown_in_a_page(body: str, head: str) -> None:
    assert page(body, head) == "vu"


def test_what_has_no_size_of_its_own_in_a_shrunk_part_is_hidden() -> None:
    shrunk = (
        '<div style="font-size:0">caché<p>caché <b style="font-size:2em">caché</b></p>'
        '<p style="font-size:12px">vu <i style="font-size:0">caché</i>aussi</p>caché'
        '<p style="font-size:1px">caché</p></div>'
    )
    assert page(shrunk) == "vu aussi"
    assert page('<p style="font:0/0 a">caché</p><p>vu</p>') == "vu"


def word(change: Callable[[docx.document.Document], None]) -> str:
    document = docx.Document()
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "a.docx", Limits()).content


def white(run: docx.text.run.Run) -> None:
    run.font.color.rgb = docx.shared.RGBColor(255, 255, 255)


def shaded(properties: OxmlElement) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "003366")
    properties.append(shade)


def test_hidden_and_white_in_a_word_file() -> None:
    def change(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("vu")
        paragraph.add_run(" caché").font.hidden = True
        white(paragraph.add_run(" blanc"))
        paragraph.add_run(" minuscule").font.size = docx.shared.Pt(1)
        style = document.styles.add_style("Secret", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
        style.font.hidden = True
        paragraph.add_run(" style", style="Secret")
        whole = document.styles.add_style("Tout", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        whole.font.hidden = True
        document.add_paragraph("paragraphe", style="Tout")
        document.paragraphs[-1].add_run(" sauf").font.hidden = False
        banner = document.add_paragraph()
        white(banner.add_run("bandeau"))
        shaded(banner._p.get_or_add_pPr())
        table = document.add_table(2, 2)
        for place, cell in enumerate(table._cells):
            cell.text = f"cellule {place}"
            if place < 2:
                white(cell.paragraphs[0].runs[0])
                shaded(cell._tc.get_or_add_tcPr())

    assert word(change) == ("vu\n\nsauf\n\nbandeau\n\ncellule 0: cellule 1\ncellule 2: cellule 3")


def drawn(draw: Callable[[Canvas], None]) -> str:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, TEXT)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "a.pdf", Limits()).content.partition(TEXT)[2].strip()


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textLine("Du texte qu'aucune encre ne montre.")
    text.setTextRenderMode(0)
    canvas.drawText(text)


def test_hidden_in_a_pdf() -> None:
    def draw(canvas: Canvas) -> None:
        invisible(canvas)
        canvas.setFillGray(1)
        canvas.drawString(72, 580, "blanc sur blanc")
        canvas.setFillGray(0)
        canvas.drawString(-900, 560, "à gauche de la page")
        canvas.drawString(72, 9000, "au-dessus de la page")
        canvas.setFont("Helvetica", 0.5)
        canvas.drawString(72, 540, "minuscule")

    assert drawn(draw) == ""


def test_white_on_a_banner_is_seen_and_invisible_text_over_a_scan_is_read() -> None:
    def banner(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 0.4)
        canvas.rect(60, 590, 300, 30, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(72, 600, "Titre du bandeau")

    def form(canvas: Canvas) -> None:
        canvas.beginForm("a")
        canvas.setFont("Helvetica", 11)
        banner(canvas)
        canvas.drawString(72, 500, "blanc")
        canvas.endForm()
        canvas.translate(20, 10)
        canvas.doForm("a")

    def scan(canvas: Canvas) -> None:
        from PIL import Image

        canvas.drawInlineImage(Image.new("L", (40, 40), 250), 0, 0, 595, 842)
        invisible(canvas)

    assert drawn(banner) == "Titre du bandeau"
    assert drawn(form) == "Titre du bandeau"
    assert drawn(scan) == "Du texte qu'aucune encre ne montre."


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_lines_of_turned_pages_stand_where_they_are_shown(turned: int) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    canvas.setPageRotation(turned)
    width, height = (600, 800) if turned % 180 == 0 else (800, 600)
    canvas.translate(*{0: (0, 0), 90: (600, 0), 180: (600, 800), 270: (0, 800)}[turned])
    canvas.rotate(turned)
    for line, step in enumerate((0, 14, 28, 70, 84)):
        canvas.drawString(60, height - 100 - step, f"Ligne {line} du texte de la page, {width}")
    canvas.showPage()
    canvas.save()
    content = read_bytes(buffer.getvalue(), "a.pdf", Limits()).content
    assert [part.count("Ligne") for part in content.split("\n\n")] == [3, 2]
