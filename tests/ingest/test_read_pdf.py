"""PDF files: paragraphs put together again, page furniture out, offsets of pages right."""

from __future__ import annotations

import io
from itertools import product

import pytest
from fpdf import FPDF
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.read.page_lines import Line
from ingest.read.pages import compose
from ingest.types import Text

BODY = (
    "Les partenaires du projet ont visité les locaux de l'incubateur à Barcelone, puis ils ont"
    " passé en revue la structure générale et les prochaines activités prévues, numéro {}. "
)


class Report(FPDF):
    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 5, "Grappe - rapport annuel", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()} / 3", align="C")


def report(pages: int = 3) -> bytes:
    document = Report()
    document.set_title("Rapport")
    document.set_author("Pôle")
    for page in range(pages):
        document.add_page()
        if not page:
            document.set_font("helvetica", "B", 20)
            document.multi_cell(0, 10, "Rapport de la visite", new_x="LMARGIN", new_y="NEXT")
        document.set_font("helvetica", "B", 14)
        document.multi_cell(0, 8, f"Jour {page + 1}", new_x="LMARGIN", new_y="NEXT")
        document.set_font("helvetica", size=11)
        for number in range(3):
            document.multi_cell(
                0, 6, BODY.format(10 * page + number) * 2, new_x="LMARGIN", new_y="NEXT"
            )
            document.ln(4)
        document.multi_cell(0, 6, "- premier point\n- second point", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def read(data: bytes) -> Text:
    return read_bytes(data, "a.pdf", Limits())


def test_a_report() -> None:
    text = read(report())
    assert text.format == "pdf"
    assert "rapport annuel" not in text.content
    assert "Page " not in text.content
    paragraphs = text.content.split("\n\n")
    assert paragraphs[0] == "Rapport de la visite"
    assert paragraphs[2] == (BODY.format(0) * 2).strip()
    assert "- premier point\n- second point" in paragraphs
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Rapport de la visite"),
        (2, "Jour 1"),
        (2, "Jour 2"),
        (2, "Jour 3"),
    ]
    assert dict(text.metadata)["title"] == "Rapport"
    assert dict(text.metadata)["author"] == "Pôle"


def test_pages_hold_what_is_printed_on_them() -> None:
    text = read(report())
    assert len(text.pages) == 3
    for page in range(3):
        assert text.page_at(text.content.index(f"Jour {page + 1}")) == page + 1
        assert text.page_at(text.content.index(f"numéro {10 * page + 2}")) == page + 1
    assert text.page_at(0) == 1
    assert text.page_at(len(text.content)) == 3


def test_a_page_without_text_keeps_the_count() -> None:
    document = FPDF()
    document.set_font("helvetica", size=11)
    for content in ("Première page.", "", "Troisième page."):
        document.add_page()
        if content:
            document.multi_cell(0, 6, content)
    text = read(bytes(document.output()))
    assert text.page_at(text.content.index("Première")) == 1
    assert text.page_at(text.content.index("Troisième")) == 3


def test_words_cut_at_the_end_of_a_line() -> None:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=11)
    document.multi_cell(
        0,
        6,
        "Le cluster franco-allemand a présenté ici ses pro-\njets communs, dont celui de Rhône-\n"
        "Alpes, au titre du partenariat franco-\nallemand et de la région Hauts-\nde-France, hier.",
    )
    assert read(bytes(document.output())).content == (
        "Le cluster franco-allemand a présenté ici ses projets communs, dont celui de Rhône-Alpes,"
        " au titre du partenariat franco-allemand et de la région Hauts-de-France, hier."
    )


def test_pages_number_over_the_limit() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(report(), "a.pdf", Limits(max_pages=2))
    assert caught.value.code == "TOO_LARGE"


def test_a_thousand_pages() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 200))
    firms = ["".join(part) for part in product(("Ka", "Ro", "Mi", "Lu", "Te"), repeat=5)][:1000]
    for firm in firms:  # pages that differ in a number only would have a running header
        canvas.drawString(20, 100, f"{firm} told its neighbours what {firm[::-1].lower()} is.")
        canvas.showPage()
    canvas.save()
    text = read_bytes(buffer.getvalue(), "a.pdf")
    assert len(text.pages) == 1000
    assert text.content[text.pages[776] :].startswith(f"{firms[776]} told its neighbours")


def test_a_title_that_is_no_text() -> None:
    document = FPDF()
    document.set_title("abcdef")
    document.add_page()
    document.set_font("helvetica", size=11)
    document.cell(text="Une page.")
    data = bytes(document.output())
    assert b"(abcdef)" in data
    broken = data.replace(b"(abcdef)", b"(\xfe\xff\xdc\xce\xd8\xff)")
    assert read(broken).content == "Une page."


def lines(*texts: str, page: int = 0) -> list[Line]:
    return [
        Line(text, size=11, left=50, right=50 + 5 * len(text), bottom=700 - 14 * n, page_height=842)
        for n, text in enumerate(texts)
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = lines("A first line of the paragraph that runs up to the margin", "and goes on")
    second = lines("on the next page until its end.", "Another paragraph starts here.")
    text = compose([first, second], {}, Limits())
    assert "margin and goes on on the next page until its end." in text.content
    assert text.pages == (0, text.content.index("on the next page"))


def test_a_bullet_set_apart_joins_its_item() -> None:
    text = compose([lines("•", "An item", "•", "Another item")], {}, Limits())
    assert text.content == "• An item\n• Another item"
