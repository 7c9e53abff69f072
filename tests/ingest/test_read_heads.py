"""What stands above a page: the line that names the document is read, a letterhead is not."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from ingest.read import Limits, read_bytes

HEAD = "Compte rendu du comité de suivi – 12 mars 2021"


def word(head: str, *body: str, first: str | None = None) -> str:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    if first is not None:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = first
    for line in body:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "a.docx", Limits()).content


def writer(head: str, *body: str) -> str:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "style")
    )
    lines = "".join(f"<text:p>{line}</text:p>" for line in body)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:text>{lines}</office:text>"
            "</office:body></office:document-content>",
        )
        packed.writestr(
            "styles.xml",
            f"<office:document-styles {names}><office:master-styles><style:master-page>"
            f"<style:header><text:p>{head}</text:p></style:header>"
            "<style:footer><text:p>Rapport du pied</text:p></style:footer></style:master-page>"
            "</office:master-styles></office:document-styles>",
        )
    return read_bytes(buffer.getvalue(), "a.odt", Limits()).content


@pytest.mark.parametrize("made", [word, writer])
def test_the_line_above_a_page_that_says_what_it_is(made: object) -> None:
    assert callable(made)
    assert made(HEAD, "Présents : Ana, Luc", "Le lot 2 est clos.") == (
        f"Présents : Ana, Luc\n\n{HEAD}\n\nLe lot 2 est clos."
    )
    assert made("Steering committee, 3 May 2021 – page 1 of 4", "Present: Ana") == (
        "Present: Ana\n\nSteering committee, 3 May 2021"
    )


@pytest.mark.parametrize("made", [word, writer])
@pytest.mark.parametrize(
    "head",
    [
        "Grappe Bois – 12 quai du Port, 29200 Brest",
        "Association loi du 1er juillet 1901",
        "© Grappe Bois 2021, rapport",
        "www.grappe.example – Rapport",
        "Page 3 sur 12",
        "Comité de suivi",  # said in the text
    ],
)
def test_what_says_nothing_above_a_page(made: object, head: str) -> None:
    assert callable(made)
    assert made(head, "Le comité de suivi du lot 2.") == "Le comité de suivi du lot 2."


def test_the_first_page_may_have_a_head_of_its_own() -> None:
    assert word("Rapport annuel", "Bonjour.", first=HEAD) == f"Bonjour.\n\n{HEAD}"


def test_a_chart_and_a_diagram_in_a_text() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    draw = "http://schemas.openxmlformats.org/drawingml/2006"
    names = (
        f'xmlns:r="{office}" xmlns:c="{draw}/chart" xmlns:d="{draw}/diagram" xmlns:a="{draw}/main"'
        ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    )

    def points(*values: str) -> str:
        return "".join(
            f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values)
        )

    parts = {
        "word/document.xml": f"<w:document {names}><w:body><w:p><w:r><w:t>Avant.</w:t></w:r></w:p>"
        '<w:p><w:r><w:drawing><c:chart r:id="r1"/></w:drawing></w:r></w:p>'
        '<w:p><w:r><w:drawing><d:relIds r:dm="r2"/></w:drawing></w:r></w:p></w:body></w:document>',
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{office}/chart" Target="charts/chart1.xml"/>'
            f'<Relationship Id="r2" Type="{office}/diagramData" Target="data1.xml"/>'
            "</Relationships>"
        ),
        "word/charts/chart1.xml": f"<c:chartSpace {names}><c:ser><c:cat>{points('Brest', 'Lucca')}"
        f"</c:cat><c:val>{points('12', '14.5')}</c:val></c:ser></c:chartSpace>",
        "word/data1.xml": f"<d:dataModel {names}><d:pt><d:t><a:p><a:r><a:t>Former</a:t></a:r></a:p>"
        "</d:t></d:pt></d:dataModel>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, xml in parts.items():
            packed.writestr(name, xml)
    text = read_bytes(buffer.getvalue(), "a.docx", Limits())
    assert text.content == "Avant.\n\nBrest: 12\nLucca: 14.5\n\n• Former"
