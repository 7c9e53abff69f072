"""OpenDocument files: texts, presentations and spreadsheets, as they are shown."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.types import Text

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("presentation", "presentation"),
        ("meta", "meta"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
)
KINDS = {"odt": "text", "odp": "presentation", "ods": "spreadsheet"}


def odf(form: str, body: str, styles: str = "", manifest: str = "", meta: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{KINDS[form]}")
        packed.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {NAMES}>'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{KINDS[form]}>{body}</office:{KINDS[form]}></office:body>"
            "</office:document-content>",
        )
        packed.writestr(
            "meta.xml",
            f'<office:document-meta {NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:meta>{meta}</office:meta></office:document-meta>",
        )
        packed.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return buffer.getvalue()


def read(form: str, body: str, styles: str = "", meta: str = "") -> Text:
    return read_bytes(odf(form, body, styles, meta=meta), f"a.{form}", Limits())


def style(name: str, family: str, properties: str, parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}"'
        f' style:parent-style-name="{parent}">{properties}</style:style>'
    )


def test_a_text() -> None:
    numbered = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
        ' style:num-format="1"/></text:list-style>'
    )
    title = style("Title", "paragraph", "") + style("P1", "paragraph", "", "Title")
    text = read(
        "odt",
        '<text:p text:style-name="P1">Réunion de lancement</text:p>'
        "<text:table-of-content><text:p>Déroulé 1</text:p></text:table-of-content>"
        '<text:h text:outline-level="1">Déroulé</text:h>'
        "<text:p>Le 4 mai<text:s text:c='2'/>à\n Lille<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body>"
        "</text:note>.<text:line-break/>Ligne<office:annotation><text:p>non</text:p>"
        "</office:annotation></text:p><text:p>Les partenaires :</text:p>"
        "<text:list><text:list-item><text:p>i-TRANS</text:p></text:list-item><text:list-item>"
        '<text:p>ERCI</text:p><text:list text:style-name="L1"><text:list-item><text:p>un</text:p>'
        "</text:list-item></text:list></text:list-item></text:list>"
        '<text:list text:style-name="L1"><text:list-item><text:p>Ouvrir</text:p></text:list-item>'
        "<text:list-item><text:p>Fermer</text:p></text:list-item></text:list>"
        "<table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>Nom</text:p></table:table-cell>"
        "<table:table-cell><text:p>Pays</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>i-TRANS</text:p></table:table-cell>"
        "<table:table-cell><text:p>France</text:p></table:table-cell></table:table-row>"
        "</table:table><text:tracked-changes><text:p>ôté</text:p></text:tracked-changes>"
        "<text:p>Ici<draw:frame><draw:text-box><text:p>boîte</text:p></draw:text-box>"
        "</draw:frame></text:p>",
        numbered + title,
        "<dc:title>Le titre</dc:title><meta:initial-creator>Pôle</meta:initial-creator>",
    )
    assert text.content == (
        "Réunion de lancement\n\nDéroulé\n\nLe 4 mai à Lille.\nLigne\n\nLes partenaires :\n"
        "• i-TRANS\n• ERCI\n• un\n1. Ouvrir\n2. Fermer\n\nNom: i-TRANS | Pays: France\n\nIci\n\n"
        "boîte\n\nUne note."
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Réunion de lancement"),
        (2, "Déroulé"),
    ]
    assert dict(text.metadata) == {"title": "Le titre", "author": "Pôle"}


def test_what_is_hidden_in_a_text_is_not_read() -> None:
    styles = (
        style("T1", "text", '<style:text-properties text:display="none"/>')
        + style("T2", "text", "", "T1")
        + style("T3", "text", '<style:text-properties fo:color="#ffffff"/>')
        + style(
            "T4", "text", '<style:text-properties fo:color="#fff" fo:background-color="#003366"/>'
        )
        + style("P9", "paragraph", '<style:text-properties text:display="none"/>')
    )
    text = read(
        "odt",
        '<text:p>vu <text:span text:style-name="T1">un</text:span>'
        '<text:span text:style-name="T2">deux</text:span>'
        '<text:span text:style-name="T3">trois</text:span>'
        '<text:span text:style-name="T4">aussi</text:span>'
        "<text:hidden-text>quatre</text:hidden-text></text:p>"
        '<text:p text:style-name="P9">cinq</text:p>'
        '<text:section text:display="none"><text:p>six</text:p></text:section>',
        styles,
    )
    assert text.content == "vu aussi"


def slide(*shapes: str, style: str = "", notes: str = "") -> str:
    said = (
        f'<presentation:notes><draw:frame presentation:class="notes"><draw:text-box><text:p>{notes}'
        "</text:p></draw:text-box></draw:frame></presentation:notes>"
        if notes
        else ""
    )
    return f'<draw:page draw:style-name="{style}">{"".join(shapes)}{said}</draw:page>'


def shape(text: str, top: float, role: str = "", left: float = 1) -> str:
    return (
        f'<draw:frame presentation:class="{role}" svg:x="{left}cm" svg:y="{top}cm"><draw:text-box>'
        f"<text:p>{text}</text:p></draw:text-box></draw:frame>"
    )


def test_a_presentation() -> None:
    hidden = style(
        "dp2", "drawing-page", '<style:drawing-page-properties presentation:visibility="hidden"/>'
    )
    text = read(
        "odp",
        slide(
            shape("bas", 9),
            shape("droite", 5, "", 8),
            shape("gauche", 5.2),
            shape("Un", 1, "title"),
        )
        + slide(shape("caché", 1, "title"), style="dp2")
        + slide(
            shape("Trois", 1, "title"),
            shape("3", 18, "page-number"),
            f"<draw:g>{shape('groupe', 4)}</draw:g>",
            notes="À dire.",
        ),
        hidden,
    )
    assert text.content == "Un\n\ngauche\n\ndroite\n\nbas\n\nTrois\n\ngroupe\n\nNotes\n\nÀ dire."
    assert [text.page_at(text.content.index(word)) for word in ("bas", "groupe", "À dire")] == [
        1,
        3,
        3,
    ]
    assert [h.level for h in text.headings] == [1, 2, 3]


def row(*cells: str, attributes: str = "") -> str:
    inside = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
    )
    return f"<table:table-row {attributes}>{inside}</table:table-row>"


def test_a_spreadsheet() -> None:
    hidden = style("ta2", "table", '<style:table-properties table:display="false"/>')
    text = read(
        "ods",
        '<table:table table:name="Partenaires"><table:table-column/>'
        '<table:table-column table:visibility="collapse"/><table:table-column'
        ' table:number-columns-repeated="3"/>'
        + row("Nom", "Secret", "Pays", "Part")
        + row("i-TRANS", "x", "France", "1,5 %")
        + row("non", "x", "non", "1", attributes='table:visibility="collapse"')
        + row("ERCI", "x", "Allemagne", "2 %", "04/05/2022").replace(
            "cell><text:p>04", 'cell office:date-value="2022-05-04T00:00:00"><text:p>04'
        )
        + '<table:table-row table:number-rows-repeated="1048570"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row></table:table>'
        f'<table:table table:name="B" table:style-name="ta2">{row("caché")}</table:table>'
        f'<table:table table:name="Feuille3">{row("seul")}</table:table>',
        hidden,
    )
    assert text.content == (
        "Partenaires\n\nNom: i-TRANS | Pays: France | Part: 1,5 %\n"
        "Nom: ERCI | Pays: Allemagne | Part: 2 % | 2022-05-04\n\nseul"
    )


def test_a_cell_that_is_repeated_without_end_stays_small() -> None:
    cell = row("mot").replace("table-cell>", 'table-cell table:number-columns-repeated="16000">', 1)
    rows = cell.replace("table-row ", 'table-row table:number-rows-repeated="999999"', 1) * 50
    assert len(read("ods", f"<table:table>{rows}</table:table>").content) < 20_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (odf("odt", "<text:p>a</text:p>", manifest="<encryption-data/>"), "ENCRYPTED"),
        (odf("odt", "<text:p/>"), "NO_TEXT"),
        (odf("odt", "<text:p>"), "CORRUPT"),
    ],
)
def test_bad_documents(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.odt", Limits())
    assert caught.value.code == expected
