"""Formats are told by content, bytes become the right letters, and bad files give their code."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.errors import ReadError
from ingest.read import Limits, read, read_bytes
from ingest.read.decode import decode

FRENCH = (
    "Le pôle de compétitivité a réuni, à Besançon, ses adhérents « préférés » : l’été où naît la"
    " forêt, ça gêne Noël, dit Gaël. L'œuvre coûte 35 €.\n"
)
PLAIN = FRENCH.replace("œ", "oe").replace("€", "euros").replace("’", "'")
PACKED = ("docx", "pptx", "xlsx", "odt", "odp", "ods", "epub")
NEW = (*PACKED, "csv", "tsv", "rtf", "eml", "xhtml", "png", "jpg", "tiff")
NOISE = random.Random(7).randbytes(4000)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Office before 2007 begins its files


def code(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, limits or Limits())
    return caught.value.code


def pdf(text: str = "Some text on a page.", password: str = "") -> bytes:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    if text:
        document.multi_cell(0, 6, text)
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    return bytes(document.output())


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.txt", "EMPTY"),
        (b"", "a.pdf", "EMPTY"),
        (b" \n\t\r\n ", "a.txt", "EMPTY"),
        (b"\0" * 100, "a.docx", "EMPTY"),
        (b"\xef\xbb\xbf  \n", "a.md", "EMPTY"),
        ("\u200b\u00ad\n".encode(), "a.txt", "EMPTY"),
        (NOISE, "a.pdf", "TYPE_MISMATCH"),
        (NOISE, "a.docx", "TYPE_MISMATCH"),
        (NOISE, "a.txt", "TYPE_MISMATCH"),
        (NOISE, "a.dat", "UNSUPPORTED"),
        (b"\xa5" * 4000, "a.txt", "TYPE_MISMATCH"),
        (b"\xff\xd8\xff\xe0 JFIF", "a.txt", "TYPE_MISMATCH"),
        (b"GIF89a" + NOISE, "photo.gif", "UNSUPPORTED"),
        (b"\x89PNG\r\n\x1a\n" + NOISE, "photo.pdf", "TYPE_MISMATCH"),
        (b"Just a few words.", "a.pdf", "TYPE_MISMATCH"),
        (b"Just a few words.", "a.docx", "TYPE_MISMATCH"),
        *[(NOISE, f"a.{form}", "TYPE_MISMATCH") for form in NEW],
        *[(b"", f"a.{form}", "EMPTY") for form in NEW],
        *[(b"PK\x03\x04" + NOISE, f"a.{form}", "CORRUPT") for form in PACKED],
        *[(b"Just a few words.", f"a.{form}", "TYPE_MISMATCH") for form in (*PACKED, "rtf", "eml")],
        *[(archive(readme_xml=b"<p/>"), f"a.{form}", "TYPE_MISMATCH") for form in PACKED],
        (archive(readme_xml=b"<p/>"), "a.zip", "UNSUPPORTED"),
        (archive(xl__workbook_bin=b"x"), "a.xlsb", "UNSUPPORTED"),
        (b"; ;\n;;\n", "a.csv", "EMPTY"),
        (b"<?xml version='1.0'?><note>text</note>", "a.xml", "UNSUPPORTED"),
        (b"<html><body><img src='a.png'></body></html>", "a.html", "NO_TEXT"),
        (OLE + NOISE, "a.doc", "UNSUPPORTED"),
        *(
            (OLE + NOISE + part.encode("utf-16-le") + NOISE, name, "OLD_OFFICE")
            for part, name in (
                ("WordDocument", "a.doc"),
                ("Workbook", "a.xls"),
                ("PowerPoint Document", "a.ppt"),
                ("WordDocument", "a.docx"),
            )
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "ENCRYPTED",
        ),
        (archive(ppt__presentation_xml=b"<p/>"), "a.pptx", "CORRUPT"),
        (archive(ppt__presentation_xml=b"<p/>"), "a.docx", "CORRUPT"),
        (archive(xl__workbook_xml=b"<p/>"), "a.xlsx", "CORRUPT"),
        (OLE + NOISE, "a.xls", "UNSUPPORTED"),
        (b"PK\x03\x04" + NOISE, "a.docx", "CORRUPT"),
        (b"%PDF-1.7\n" + NOISE, "a.pdf", "CORRUPT"),
        (b"%PDF-1.7\n" + NOISE + b"\n%%EOF\n", "a.pdf", "CORRUPT"),
        (pdf()[:-200], "a.pdf", "CORRUPT"),
        (pdf()[: len(pdf()) // 2], "a.pdf", "CORRUPT"),
        (pdf(""), "a.pdf", "NO_TEXT"),
    ],
)
def test_bad_files_give_their_code(data: bytes, name: str, expected: str) -> None:
    assert code(data, name) == expected


def test_an_encrypted_pdf() -> None:
    assert code(pdf(password="secret"), "a.pdf") == "ENCRYPTED"


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"<!DOCTYPE html><html><body><p>Some text.</p></body></html>", "a.pdf", "html"),
        (b"<!-- saved -->\n<html><body><p>Some text.</p></body></html>", "a.txt", "html"),
        (b"<p>Some text.</p><p>More.</p>", "a.html", "html"),
        (b"Some text, and no tag.", "a.html", "txt"),
        (pdf(), "a.txt", "pdf"),
        (pdf(), "a.html", "pdf"),
        (b"\n\n" + pdf(), "a.pdf", "pdf"),
        (
            b'<html xmlns:w="urn:schemas-microsoft-com:office:word"><p>Some text</p></html>',
            "a.doc",
            "html",
        ),
        (b"<html><body><table><tr><td>Some text</td></tr></table>", "a.xls", "html"),
        (b"# Some text", "a.md", "md"),
        (b"# Some text", "a.txt", "txt"),
        (b"Some text", "README", "txt"),
        (b"Some text", "v1.2", "txt"),
        (
            b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
            b"<body><p>Some text.</p></body></html>",
            "a.xhtml",
            "html",
        ),
    ],
)
def test_content_decides(data: bytes, name: str, form: str) -> None:
    text = read_bytes(data, name, Limits())
    assert text.format == form
    assert "ome text" in text.content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_files(encoding: str) -> None:
    assert read_bytes(FRENCH.encode(encoding), "a.txt", Limits()).content == FRENCH.strip()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", FRENCH),
        ("latin-1", PLAIN),
        ("iso8859-15", FRENCH.replace("’", "'")),
        ("mac_roman", FRENCH),
        ("cp850", PLAIN),
    ],
)
def test_old_french_files(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("word", ["Été", "déjà", "hôtel à Nîmes", "13 h à 14 h", "CÔTE D’ÉMERAUDE"])
def test_short_french_files(word: str) -> None:
    assert decode(f"{word} and {word}".encode("cp1252")) == f"{word} and {word}"


def test_utf8_with_a_foreign_line_or_a_cut_end() -> None:
    mixed = FRENCH.encode() * 3 + "Une ligne collée\n".encode("cp1252") + FRENCH.encode()
    assert decode(mixed) == FRENCH * 3 + "Une ligne collée\n" + FRENCH
    cut = decode((FRENCH * 2 + "é").encode()[:-1])
    assert (cut or "").startswith(FRENCH * 2)


def test_a_page_says_its_encoding() -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>Été à 5 €</p></body></html>"
    assert read_bytes(page.encode("cp1252"), "a.html", Limits()).content == "Été à 5 €"


def test_limits() -> None:
    assert code(b"a" * 101, "a.txt", Limits(max_bytes=100)) == "TOO_LARGE"
    for name in ("a.txt", "a.md", "a.html"):
        data = b"<html><body>" + b"word " * 50 + b"</body></html>"
        assert code(data, name, Limits(max_characters=100)) == "TOO_LARGE"
    assert code(pdf("word " * 50), "a.pdf", Limits(max_characters=100)) == "TOO_LARGE"
    assert code(pdf(), "a.pdf", Limits(max_pages=0)) == "TOO_LARGE"
    assert code(pdf(), "a.pdf", Limits(seconds=0)) == "TOO_LARGE"


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("x.pdf", "loop.txt", "pipe.txt", "missing.txt", "a\0b.txt"):
        with pytest.raises(ReadError) as caught:
            read(tmp_path / name, Limits())
        assert caught.value.code == "UNREADABLE"


def test_a_file_on_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, encoding="cp1252")
    assert read(tmp_path / "a.txt", Limits()).content == FRENCH.strip()


@settings(deadline=None)  # first calls import, and machines are shared
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"---\n", b"\xff\xfe", b"# "]),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes, name: str) -> None:
    try:
        text = read_bytes(head + data, name, Limits())
    except ReadError:
        return
    assert text.content.strip()
    for heading in text.headings:
        assert heading.span.of(text.content).strip()


@settings(deadline=None)  # first calls import, and machines are shared
@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_what_is_read_is_clean(wild: str, name: str) -> None:
    try:
        text = read_bytes(wild.encode("utf-8", errors="ignore"), name, Limits())
    except ReadError:
        return
    if text.format == "txt":
        assert clean(text.content) == text.content
    assert "\n\n\n" not in text.content
    assert "\r" not in text.content
