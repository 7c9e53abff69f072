"""Every format under attack: bombs, entities, cut and changed bytes. Only reasons come out."""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
OOXML = "http://schemas.openxmlformats.org"
RELATED = f'xmlns="{OOXML}/package/2006/relationships"'
REL = f"{OOXML}/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
WORD = (
    f'<w:document xmlns:w="{OOXML}/wordprocessingml/2006/main"><w:body><w:p><w:pPr>'
    '<w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    '<w:r><w:rPr><w:color w:val="FFFF00"/><w:sz w:val="22"/></w:rPr><w:t>Un titre</w:t></w:r></w:p>'
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>mot</w:t></w:r>'
    "</w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
DECK = (
    f'<p:presentation xmlns:p="{OOXML}/presentationml/2006/main" xmlns:r="{REL}"><p:sldIdLst>'
    '<p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
    "</p:presentation>"
)
SLIDE = (
    f'<p:sld xmlns:p="{OOXML}/presentationml/2006/main" xmlns:a="{OOXML}/drawingml/2006/main">'
    "<p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id='1'/><p:cNvSpPr/><p:nvPr><p:ph type='title'/>"
    "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x='10' y='20'/><a:ext cx='30' cy='40'/></a:xfrm>"
    "</p:spPr><p:txBody><a:p><a:r><a:rPr sz='1800'/><a:t>Un titre</a:t></a:r></a:p></p:txBody>"
    "</p:sp>"
    "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>mot</a:t>"
    "</a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    "</p:spTree></p:cSld></p:sld>"
)
BOOK = (
    f'<workbook xmlns="{OOXML}/spreadsheetml/2006/main" xmlns:r="{REL}"><sheets>'
    '<sheet name="Un" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET = (
    f'<worksheet xmlns="{OOXML}/spreadsheetml/2006/main"><cols><col min="3" max="4" hidden="1"/>'
    '</cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
    '<c r="B1" s="1"><v>44685</v></c></row>'
    '<row r="3" hidden="0"><c r="A3" t="inlineStr"><is><t>mot</t></is></c><c><v>1.5</v></c></row>'
    '</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells></worksheet>'
)
STRINGS = f'<sst xmlns="{OOXML}/spreadsheetml/2006/main"><si><t>Un titre</t></si></sst>'
LOOKS = (
    f'<styleSheet xmlns="{OOXML}/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164"'
    ' formatCode="dd/mm/yyyy;@"/></numFmts><fonts><font><color rgb="FFFFFFFF"/></font></fonts>'
    '<fills><fill><patternFill patternType="solid"/></fill></fills><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0"/></cellXfs></styleSheet>'
)
OPEN = (
    f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"'
    f' xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0"><office:body><office:KIND>'
    "INSIDE</office:KIND></office:body></office:document-content>"
)
INSIDE = {
    "text": '<text:h text:outline-level="1">Un titre</text:h>'
    '<text:p>mot<text:s text:c="3"/></text:p>',
    "presentation": "<draw:page><draw:frame><text:p>Un titre</text:p></draw:frame></draw:page>",
    "spreadsheet": "<table:table><table:table-row>"
    '<table:table-cell table:number-columns-repeated="2">'
    "<text:p>Un titre</text:p></table:table-cell></table:table-row></table:table>",
}
EPUB = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml"'
    ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)


def related(*kinds: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(kinds, 1)
    )
    return f"<Relationships {RELATED}>{inside}</Relationships>"


def opened(kind: str, mime: str) -> dict[str, str]:
    content = OPEN.replace("KIND", kind).replace("INSIDE", INSIDE[kind])
    return {"mimetype": f"application/vnd.oasis.opendocument.{mime}", "content.xml": content}


# The parts of a small document of each packed format; the one that is attacked comes last.
PARTS: Mapping[str, dict[str, str]] = {
    "docx": {"word/document.xml": WORD},
    "pptx": {
        "ppt/presentation.xml": DECK,
        "ppt/_rels/presentation.xml.rels": related(("slide", "slides/slide1.xml")),
        "ppt/slides/slide1.xml": SLIDE,
    },
    "xlsx": {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": related(("worksheet", "worksheets/sheet1.xml")),
        "xl/sharedStrings.xml": STRINGS,
        "xl/styles.xml": LOOKS,
        "xl/worksheets/sheet1.xml": SHEET,
    },
    "odt": opened("text", "text"),
    "odp": opened("presentation", "presentation"),
    "ods": opened("spreadsheet", "spreadsheet"),
    "epub": {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="a.opf"/></container>',
        "a.xhtml": "<html><head><title/></head><body><h1>Un titre</h1><p>mot</p></body></html>",
        "a.opf": EPUB,
    },
}


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            data = content if isinstance(content, bytes) else content.encode()
            archive.writestr(name, HEAD.encode() + data if data[:1] == b"<" else data)
    return buffer.getvalue()


@cache
def samples() -> dict[str, bytes]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 200))
    canvas.drawString(20, 100, "Un titre")
    canvas.save()
    return {form: packed(parts, zipfile.ZIP_STORED) for form, parts in PARTS.items()} | {
        "pdf": buffer.getvalue(),
        "csv": b'Nom;Pays;Part\ni-TRANS;"France";1,5\n',
        "rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}{\\colortbl;\\red9;}\\pard"
        b"\\outlinelevel0 Un titre\\par\\trowd\\intbl a\\cell b\\cell\\row"
        b"\\u233?\\'e9{\\*\\x y}{\\footnote n}}",
        "eml": b'From: a@b.c\nSubject: =?utf-8?Q?Un_titre?=\nDate: Wed, 4 May 2022 09:30:00 +0200\n'
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type:'
        b" text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<p>mot=C3=A9</p>\n"
        b'--x\nContent-Disposition: attachment; filename="a.csv"\n'
        b"Content-Transfer-Encoding: base64\n\n"
        b"YTtiO2MKMTsyOzMK\n--x--\n",
        "html": b"<html><head><style>.a{display:none}</style></head><body><h1>Un titre</h1>"
        b"<table><tr><td colspan=2>mot</td></tr></table><p style='color:#fff;left:-9px'>a</p>",
        "md": b"---\ntitle: a\n---\n# Un titre\n\n- mot\n\n| a | b |\n|---|---|\n| c | d |\n",
    }  # fmt: skip


def outcome(data: bytes, name: str, limits: Limits | None = None) -> str:
    """The reason's code, or "" for a text whose offsets hold."""
    try:
        text = read_bytes(data, name, limits or Limits(seconds=20))
    except ReadError as error:
        return error.code
    assert text.content.strip()
    assert all(heading.span.of(text.content).strip() for heading in text.headings)
    assert all(before <= after <= len(text.content) for before, after in pairwise(text.pages))
    return ""


@pytest.mark.parametrize("form", samples())
def test_the_samples_are_read(form: str) -> None:
    assert outcome(samples()[form], f"a.{form}") == ""
    assert (
        "mot" in read_bytes(samples()[form], f"a.{form}").content or form in "pdf csv rtf odp ods"
    )


@pytest.mark.parametrize("form", PARTS)
@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "b">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://x">',
        "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "lol"}">' for n in range(9)),
    ],
)
def test_entities_are_refused(form: str, entity: str) -> None:
    parts = dict(PARTS[form])
    name, content = parts.popitem()
    for encoding in ("utf-8", "utf-16"):
        attack = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE d [{entity}]>{content}"
        assert outcome(packed(parts | {name: attack.encode(encoding)}), f"a.{form}") == "CORRUPT"


@pytest.mark.parametrize("form", PARTS)
def test_bombs_are_refused_before_they_are_unpacked(form: str) -> None:
    parts = dict(PARTS[form])
    name, content = parts.popitem()
    bomb = packed(parts | {name: content.replace("mot", "mot " * 3_000_000, 1) + " " * 12_000_000})
    assert len(bomb) < 200_000
    began = time.process_time()
    assert outcome(bomb, f"a.{form}") == "TOO_LARGE"
    many = packed(parts | {name: content} | {f"x{n}": "" for n in range(300)})
    assert outcome(many, f"a.{form}", Limits(max_entries=200)) == "TOO_LARGE"
    assert time.process_time() - began < 1


@pytest.mark.parametrize("form", PARTS)
def test_parts_that_lie_about_their_size_or_are_damaged(form: str) -> None:
    data = bytearray(packed(PARTS[form]))
    place = data.rfind(b"PK\x01\x02")  # the directory's entry of the part that is read
    assert outcome(bytes(data[:-30]), f"a.{form}") == "CORRUPT"
    data[place + 24 : place + 28] = (5).to_bytes(4, "little")
    assert outcome(bytes(data), f"a.{form}") == "CORRUPT"
    data[place + 24 : place + 28] = b"\xff\xff\xff\x7f"
    assert outcome(bytes(data), f"a.{form}") == "TOO_LARGE"
    data[place + 8] |= 1  # encrypted
    assert outcome(bytes(data), f"a.{form}") in ("ENCRYPTED", "TOO_LARGE")


@pytest.mark.parametrize("form", samples())
def test_time_and_characters_are_limited(form: str) -> None:
    data = samples()[form]
    assert outcome(data, f"a.{form}", Limits(max_characters=3)) == "TOO_LARGE"
    assert outcome(data, f"a.{form}", Limits(seconds=-1)) == "TOO_LARGE"


@pytest.mark.parametrize("form", PARTS)
def test_structure_is_no_promise(form: str) -> None:
    """Elements out of place, attributes that are no numbers, parts that are missing."""
    chance = random.Random(form)
    parts = PARTS[form]
    for part in parts:
        assert (
            outcome(packed({k: v for k, v in parts.items() if k != part}), f"a.{form}") != "EMPTY"
        )
    for _ in range(60):
        name = chance.choice([name for name in parts if name != "mimetype"])
        pieces = parts[name].split('"')
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(pieces))
            pieces[place] = chance.choice(["", "-1", "9" * 5000, "NaN", "é²", "1e999", pieces[0]])
        outcome(packed(parts | {name: '"'.join(pieces)}), f"a.{form}")
        tags = parts[name].split("<")
        chance.shuffle(tags)
        outcome(packed(parts | {name: "<".join(tags)}), f"a.{form}")


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(samples())),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12)),
        min_size=1,
        max_size=6,
    ),
)
def test_changed_bytes_are_read_or_refused(
    form: str, changes: list[tuple[float, int, bytes]]
) -> None:
    data = bytearray(samples()[form])
    for where, gone, new in changes:
        start = int(where * len(data))
        data[start : start + gone] = new
    outcome(bytes(data), f"a.{form}")


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(sorted(samples())),
    st.binary(max_size=300),
    st.sampled_from(
        [b"", b"{\\rtf1 ", b"From: a\nSubject: b\n\n", b"a;b\n", b"II*\0", b"\x89PNG\r\n"]
    ),
)
def test_any_bytes_under_any_name(form: str, data: bytes, head: bytes) -> None:
    outcome(head + data, f"a.{form}")


def test_nothing_is_left_open() -> None:
    before = len(os.listdir("/proc/self/fd"))
    for form, data in samples().items():
        outcome(data, f"a.{form}")
        outcome(data[: len(data) // 2], f"a.{form}")
    assert len(os.listdir("/proc/self/fd")) <= before
