"""Word files: structure by style, what is shown and no more, and no file that eats the machine."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.types import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes, limits: Limits | None = None) -> Text:
    return read_bytes(data, "a.docx", limits or Limits())


def bare(body: str, head: str = "", size: int | None = None) -> bytes:
    """A DOCX that holds one part: a body of the given XML."""
    xml = (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", xml)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table(document: docx.document.Document, rows: list[list[str]]) -> None:
    added = document.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            added.cell(row, column).text = cell


def test_a_document() -> None:
    document = docx.Document()
    document.core_properties.title = "Compte rendu"
    document.core_properties.author = "Pôle"
    document.add_heading("Réunion de lancement", 0)
    document.add_heading("Déroulé", 1)
    document.add_paragraph("Le 4 mars 2020, à Terrassa.\nUne ligne de plus.")
    document.add_paragraph("Les partenaires :")
    for item in ("i-TRANS", "ERCI"):
        document.add_paragraph(item, style="List Bullet")
    for item in ("Ouvrir", "Fermer"):
        document.add_paragraph(item, style="List Number")
    document.add_heading("Chiffres", 2)
    table(
        document, [["Nom", "Pays", "Ville"], ["i-TRANS", "France", "Lille"], ["ERCI", "", "Berlin"]]
    )
    document.add_paragraph("Fin.")
    table(document, [["Date", "4 mai"], ["Lieu :", "Lyon"]])
    text = read(saved(document))
    assert text.content == (
        "Réunion de lancement\n\nDéroulé\n\nLe 4 mars 2020, à Terrassa.\nUne ligne de plus.\n\n"
        "Les partenaires :\n• i-TRANS\n• ERCI\n1. Ouvrir\n2. Fermer\n\nChiffres\n\n"
        "Nom: i-TRANS | Pays: France | Ville: Lille\nNom: ERCI | Ville: Berlin\n\nFin.\n\n"
        "Date: 4 mai\nLieu: Lyon"
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Réunion de lancement"),
        (2, "Déroulé"),
        (3, "Chiffres"),
    ]
    assert dict(text.metadata)["title"] == "Compte rendu"
    assert dict(text.metadata)["author"] == "Pôle"


def test_bold_lines_are_headings_where_styles_are_missing() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Les objectifs").bold = True
    document.add_paragraph("Un texte avec des mots.")
    document.add_paragraph().add_run("Tout ceci est en gras, mais c'est une phrase.").bold = True
    text = read(saved(document))
    assert [h.span.of(text.content) for h in text.headings] == ["Les objectifs"]


def test_what_is_not_shown_is_not_read() -> None:
    text = read(
        bare(
            paragraph("vu")
            + paragraph("masqué", "<w:vanish/>")
            + paragraph("blanc", '<w:color w:val="FFFFFF"/>')
            + "<w:p><w:del><w:r><w:delText>ôté</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        )
    )
    assert text.content == "vu\n\najouté"


def test_content_controls_and_text_boxes_are_read() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:txbxContent>{paragraph('boîte')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{paragraph('boîte')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    text = read(
        bare(
            f"<w:sdt><w:sdtContent>{paragraph('contrôle')}</w:sdtContent></w:sdt>"
            f"<w:p><w:r><w:t>avant</w:t>{box}</w:r></w:p>"
        )
    )
    assert text.content == "contrôle\n\navant\n\nboîte"


def test_tables_in_cells_and_marked_headers() -> None:
    document = docx.Document()
    table(document, [["Idée", "Chef de file"], ["Un laboratoire. Commun.", "Sabor"]])
    header = OxmlElement("w:tblHeader")
    document.tables[0].rows[0]._tr.get_or_add_trPr().append(header)
    document.tables[0].cell(1, 1).add_table(1, 1).cell(0, 0).text = "dedans"
    assert (
        read(saved(document)).content
        == "Idée: Un laboratoire. Commun. | Chef de file: Sabor dedans"
    )
    assert header.tag == qn("w:tblHeader")


def test_an_empty_document() -> None:
    with pytest.raises(ReadError) as caught:
        read(saved(docx.Document()))
    assert caught.value.code == "NO_TEXT"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (bare("<w:p>")[:-30], "CORRUPT"),
        (bare("<w:p>"), "CORRUPT"),
        (bare("").replace(b"word/document.xml", b"word/documens.xml"), "CORRUPT"),
        (bare(paragraph("a" * 2_000_000)), "TOO_LARGE"),
        (bare(paragraph("x") * 400_000), "TOO_LARGE"),
        (bare(paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a "b">]>'), "CORRUPT"),
        (
            bare(paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "CORRUPT",
        ),
    ],
    ids=["cut", "unclosed", "no document", "bomb", "paragraphs", "entity", "external entity"],
)
def test_bad_documents(data: bytes, expected: str) -> None:
    began = time.process_time()
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == expected
    assert time.process_time() - began < 1


def test_the_size_is_held_before_anything_is_unpacked() -> None:
    data = bare("".join(paragraph(f"{n * 7919 % 100_003}") for n in range(5000)))
    assert read(data).content
    with pytest.raises(ReadError) as caught:
        read(data, Limits(max_unpacked_bytes=10_000))
    assert caught.value.code == "TOO_LARGE"


def test_a_large_honest_document_is_read(tmp_path: Path) -> None:
    body = "".join(paragraph(f"Phrase numéro {n} du rapport {n * 31 % 977}.") for n in range(8000))
    text = read(bare(body))
    assert text.content.count("\n\n") == 7999
