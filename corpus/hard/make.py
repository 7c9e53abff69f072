"""Make the binary documents of the hard set from corpus/hard/sources/*.md.

    python corpus/hard/make.py            # write them
    python corpus/hard/make.py --check    # exit 1 if a committed file differs

The sources and the rules are those of ``corpus/make_binaries.py``, with more formats: pptx (a slide
a "##"; needs python-pptx), xlsx (a sheet a table; needs openpyxl), odt, rtf and eml (front matter:
from, to, subject). ``out`` is relative to corpus/hard/documents.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from email.message import EmailMessage
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import make_binaries as base  # noqa: E402

base.HERE, base.SOURCES, base.LIBRARY = HERE, HERE / "sources", HERE / "documents"


def make_pptx(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    from pptx import Presentation

    deck = Presentation()
    slide = body = None
    for kind, content in blocks:
        if kind in ("h1", "h2"):
            slide = deck.slides.add_slide(deck.slide_layouts[0 if kind == "h1" else 1])
            slide.shapes.title.text = content
            body = slide.placeholders[1].text_frame
        elif kind == "table":
            rows, columns = len(content), len(content[0])
            box = [914400 * n for n in (1, 3, 8, 3)]
            table = slide.shapes.add_table(rows, columns, *box).table
            for number, row in enumerate(content):
                for column, cell in enumerate(row):
                    table.cell(number, column).text = cell
        elif not body.text:
            body.text = content
        else:
            body.add_paragraph().text = content
    when = dt.datetime.fromisoformat(meta["date"])
    props = deck.core_properties
    props.title, props.author, props.last_modified_by = meta["title"], meta["author"], ""
    props.created = props.modified = when
    loose = io.BytesIO()
    deck.save(loose)
    return base.fixed_times(loose.getvalue())


def make_xlsx(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = meta["sheet"]
    for kind, content in blocks:
        for row in content if kind == "table" else [[content]]:
            sheet.append(row)
        if kind == "table":
            sheet.append([])
    loose = io.BytesIO()
    book.save(loose)
    return base.fixed_times(_without_clock(loose.getvalue()))


def _without_clock(blob: bytes) -> bytes:
    """The workbook without the part that says when it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                head = (
                    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006'
                )
                data = head + b'/metadata/core-properties"/>'
            target.writestr(name, data)
    return out.getvalue()


_ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{0}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def make_odt(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    parts = []
    for kind, content in blocks:
        if kind == "table":
            rows = (
                "".join(
                    f"<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>" for c in r
                )
                for r in content
            )
            inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
            parts.append(f"<table:table>{inner}</table:table>")
        elif kind.startswith("h"):
            parts.append(f'<text:h text:outline-level="{kind[1]}">{escape(content)}</text:h>')
        elif kind in ("ul", "ol"):
            item = f"<text:list-item><text:p>{escape(content)}</text:p></text:list-item>"
            parts.append(f"<text:list>{item}</text:list>")
        else:
            parts.append(f"<text:p>{escape(content)}</text:p>")
    media = "application/vnd.oasis.opendocument.text"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in (
            ("mimetype", media),
            ("META-INF/manifest.xml", _MANIFEST.format(media)),
            ("content.xml", _ODT.format("".join(parts))),
        ):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            target.writestr(info, data)
    return out.getvalue()


def make_rtf(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    def written(text: str) -> str:
        plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in plain)

    lines = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Calibri;}}\fs22"]
    for kind, content in blocks:
        if kind == "table":
            for row in content:
                cells = "".join(rf"\cellx{3000 * (n + 1)}" for n in range(len(row)))
                told = "".join(rf"\intbl {written(cell)}\cell" for cell in row)
                lines.append(rf"\trowd{cells}{told}\row")
        elif kind.startswith("h"):
            size = {"1": 36, "2": 28}.get(kind[1], 24)
            lines.append(rf"{{\pard\b\fs{size} {written(content)}\par}}")
        else:
            lines.append(rf"{{\pard {written(content)}\par}}")
    return ("\r\n".join(lines) + "}").encode("ascii")


def make_eml(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = meta["from"], meta["to"], meta["subject"]
    mail["Date"] = dt.datetime.fromisoformat(meta["date"]).replace(tzinfo=dt.UTC)
    mail.set_content("\n\n".join(str(content) for _, content in blocks), cte="quoted-printable")
    return mail.as_bytes()


MAKERS = {
    ".pdf": base.make_pdf,
    ".docx": base.make_docx,
    ".pptx": make_pptx,
    ".xlsx": make_xlsx,
    ".odt": make_odt,
    ".rtf": make_rtf,
    ".eml": make_eml,
}


def build() -> dict[Path, bytes]:
    made = {}
    for path in sorted(base.SOURCES.glob("*.md")):
        meta, blocks = base.read_source(path)
        target = base.LIBRARY / meta["out"]
        made[target] = MAKERS[target.suffix](meta, blocks)
    return made


base.build = build

if __name__ == "__main__":
    raise SystemExit(base.main())
