"""What of a document could not be read, or was read by text recognition, is told everywhere."""

from __future__ import annotations

import io
import json
import sqlite3
from email.message import EmailMessage
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw
from typer.testing import CliRunner

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.extent import Extent, count_pages
from ui.cli import app
from ui.extent import sentences

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize(("ranges", "number"), [("", 0), ("7", 1), ("1-3, 7", 4), ("2-11", 10)])
def test_pages_are_counted(ranges: str, number: int) -> None:
    assert count_pages(ranges) == number


def test_what_is_told() -> None:
    assert sentences(Extent(40), "en") == []
    scanned = Extent(40, "1-12", "15, 20")
    english, french = sentences(scanned, "en"), sentences(scanned, "fr")
    assert english[0] == "Read by OCR: 12 of 40 pages (1-12)."
    assert french[0] == "Lu par OCR : 12 pages sur 40 (1-12)."
    assert english[1].startswith("Scans that could not be read: 2 of 40 pages (15, 20); ")
    assert french[1].startswith("Scans qui n'ont pas pu être lus : 2 pages sur 40 (15, 20) ; ")
    mail = Extent(0, "scan.pdf: 1-3", unread="offer.doc (OLD_OFFICE)")
    assert sentences(mail, "en") == [
        "Read by OCR: scan.pdf: 1-3.",
        "Attachments that could not be read: offer.doc (OLD_OFFICE).",
    ]
    assert not mail.whole
    assert Extent(40, "1-40").whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A mail with an old Word file, and a PDF whose second page is a picture."""
    folder = tmp_path / "documents"
    folder.mkdir()
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Offer", "a@b.eu"
    mail["Date"] = "Wed, 4 May 2022 09:30:00 +0200"
    mail.set_content("The Ostrelle cluster sends its offer for the study.")
    mail.add_attachment(OLE, maintype="application", subtype="msword", filename="offer.doc")
    (folder / "offer.eml").write_bytes(bytes(mail))
    picture = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(picture).rectangle((50, 50, 500, 400), fill=90)
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    document.multi_cell(0, 6, "The Ostrelle cluster wrote a report on transport by rail.")
    document.add_page()
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    document.image(stream, 0, 0, 210)
    (folder / "report.pdf").write_bytes(bytes(document.output()))
    (folder / "whole.txt").write_text("The Ostrelle cluster met in Namur.")
    return folder


def test_a_document_that_was_read_in_part_says_so(folder: Path, tmp_path: Path) -> None:
    def run(*arguments: str, language: str = "en") -> str:
        environment = {"GRAPPE_MAX_OCR_PAGES": "0", "LC_ALL": f"{language}_XX.UTF-8"}
        library = str(tmp_path / "library")
        result = CliRunner().invoke(app, [*arguments, "--library", library], env=environment)
        assert result.exit_code == 0, result.output
        return result.stdout

    report = json.loads(run("ingest", str(folder), "--json"))
    noted = {note["source"]: note for note in report["noted"]}
    assert sorted(noted) == ["offer.eml", "report.pdf"]
    assert noted["offer.eml"]["unread"] == "offer.doc (OLD_OFFICE)"
    assert (noted["report.pdf"]["pages"], noted["report.pdf"]["unread_pages"]) == (2, "2")
    assert "1 page sur 2" in noted["report.pdf"]["told"]["fr"]
    (folder / "offer.eml").touch()
    assert "noted" in run("ingest", str(folder), "--json")  # nothing new: nothing to note
    listed = {d["source"]: d["extent"] for d in json.loads(run("documents", "--json"))}
    assert listed["report.pdf"]["unread_pages"] == "2"
    assert listed["whole.txt"]["told"] == {"en": "", "fr": ""}
    assert "Pièces jointes illisibles : offer.doc" in run("show", "offer.eml", language="fr")
    assert "1 of 2 pages (2)" in " ".join(run("reindex").split())


def test_a_catalogue_from_before_is_brought_up_to_date(open_library, folder, tmp_path) -> None:
    open_library().ingest([folder])
    open_library().close()
    path = tmp_path / "library" / "catalogue.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE documents DROP COLUMN extent")
        connection.execute("UPDATE facts SET value = '1' WHERE name = 'schema'")
    connection.close()
    for _ in range(2):  # the second time there is nothing to do
        catalogue = Catalogue(f"sqlite:///{path}")
        assert {record.extent for record in catalogue.records()} == {None}
        catalogue.close()
