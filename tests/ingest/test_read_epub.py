"""EPUB books: chapters in reading order, as pages of the web are read."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def chapter(body: str, head: str = "<title/>") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body>{body}</body></html>'
    )


def epub(chapters: dict[str, str], opf: str = "", extra: dict[str, str] | None = None) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    book = opf or (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Le livre</dc:title>'
        "<dc:creator>Pôle</dc:creator><dc:language>fr</dc:language></metadata>"
        f'<manifest>{items}<item id="n" href="nav.xhtml" properties="nav"'
        ' media-type="application/xhtml+xml"/></manifest>'
        f'<spine><itemref idref="n"/>{spine}</spine></package>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr("META-INF/container.xml", CONTAINER)
        packed.writestr("OEBPS/book.opf", book)
        packed.writestr("OEBPS/nav.xhtml", chapter("<p>Table des matières</p>"))
        for name, content in chapters.items():
            packed.writestr(f"OEBPS/{name}", content)
        for name, content in (extra or {}).items():
            packed.writestr(name, content)
    return buffer.getvalue()


def test_a_book() -> None:
    text = read_bytes(
        epub(
            {
                "b.xhtml": chapter("<h1>Deux</h1><p>Fin.<a id='x'/></p><ul><li>un</li></ul>"),
                "a.xhtml": chapter(
                    "<h1>Un</h1><p>Début.</p><p style='display:none'>caché</p>"
                    "<aside epub:type='footnote'><p>Une note.</p></aside>"
                ),
            }
        ),
        "a.epub",
        Limits(),
    )
    assert text.content == "Un\n\nDébut.\n\nUne note.\n\nDeux\n\nFin.\n\n• un"
    assert [h.span.of(text.content) for h in text.headings] == ["Un", "Deux"]
    assert dict(text.metadata) == {"title": "Le livre", "author": "Pôle", "language": "fr"}
    assert text.format == "epub"


def locked(algorithm: str, part: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns'
        ':container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod'
        f' Algorithm="{algorithm}"/><CipherData><CipherReference URI="{part}"/></CipherData>'
        "</EncryptedData></encryption>"
    }


def test_scrambled_fonts_are_no_encryption() -> None:
    pages = {"a.xhtml": chapter("<p>Texte.</p>")}
    fonts = locked("http://www.idpf.org/2008/embedding", "OEBPS/a.ttf")
    assert read_bytes(epub(pages, extra=fonts), "a.epub", Limits()).content == "Texte."
    rights = locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/a.xhtml")
    with pytest.raises(ReadError) as caught:
        read_bytes(epub(pages, extra=rights), "a.epub", Limits())
    assert caught.value.code == "ENCRYPTED"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (epub({"a.xhtml": chapter("")}), "NO_TEXT"),
        (epub({}, "<package>"), "CORRUPT"),
        (epub({}, '<!DOCTYPE p [<!ENTITY a "b">]><package>&a;</package>'), "CORRUPT"),
        (epub({"a.xhtml": chapter("<p>" + "mot " * 2_000_000)}), "TOO_LARGE"),
    ],
)
def test_bad_books(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.epub", Limits())
    assert caught.value.code == expected


def test_the_page_of_contents_of_an_old_book_is_not_read() -> None:
    def book(reference: str) -> str:
        pages = "".join(
            f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>'
            for n in ("toc", "un")
        )
        return (
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata/>'
            f'<manifest>{pages}</manifest><spine><itemref idref="ctoc"/><itemref idref="cun"/>'
            f'</spine><guide><reference type="toc" href="{reference}"/></guide></package>'
        )

    chapters = {"toc.xhtml": chapter("<p>Un, page 3</p>"), "un.xhtml": chapter("<p>Début.</p>")}

    def read(reference: str) -> str:
        return read_bytes(epub(chapters, book(reference)), "a.epub", Limits()).content

    assert read("toc.xhtml") == "Début."
    assert read("un.xhtml#sommaire") == "Un, page 3\n\nDébut."
