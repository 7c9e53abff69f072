"""Make the PDF and Word files of the sample library from corpus/sources/*.md.

    python corpus/make_binaries.py            # write them
    python corpus/make_binaries.py --check    # exit 1 if a committed file differs

Needs reportlab and python-docx. The same sources and the same library versions give the
same bytes: no clock, no random identifier, fixed times inside the archives.

A source starts with "key: value" lines between two "---" lines:
    out        where the file goes, relative to corpus/library (.pdf or .docx)
    language, title, author, date (docx), header, footer, hyphenate: true (pdf)
then a small Markdown: #, ##, ###, "- " and "1. " lists, | tables |, paragraphs.
Lines that follow each other without a blank line stay separate lines.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES, LIBRARY = HERE / "sources", HERE / "library"
VOWELS = "aeiouyàâäéèêëîïôöùûü"
DIGRAPHS = re.compile("[cpgs]h|th|gn|qu|[bcdfgptv]r|[bcfgp]l")


def read_source(path: Path) -> tuple[dict[str, str], list[tuple]]:
    """The front matter and the blocks: (kind, content) with kind h1..h3, p, ul, ol, table."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    meta = dict(re.split(r":\s*", line, maxsplit=1) for line in front.strip().splitlines())
    blocks: list[tuple] = []
    for raw in body.splitlines():
        line = raw.strip()
        if not line:
            blocks.append(("gap", None))
        elif m := re.match(r"(#{1,3}) (.*)", line):
            blocks.append((f"h{len(m[1])}", m[2]))
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                continue
            if blocks and blocks[-1][0] == "table":
                blocks[-1][1].append(cells)
            else:
                blocks.append(("table", [cells]))
        elif line.startswith("- "):
            blocks.append(("ul", line[2:]))
        elif m := re.match(r"\d+\. (.*)", line):
            blocks.append(("ol", m[1]))
        else:
            blocks.append(("p", line))
    return meta, [block for block in blocks if block[0] != "gap"]


# --- Word ------------------------------------------------------------------------------------


def make_docx(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    from docx import Document

    document = Document()
    when = dt.datetime.fromisoformat(meta["date"])
    props = document.core_properties
    props.title, props.author, props.language = meta["title"], meta["author"], meta["language"]
    props.last_modified_by, props.comments, props.revision = meta["author"], "", 1
    props.created = props.modified = when
    for kind, content in blocks:
        if kind == "h1":
            document.add_heading(content, level=0)
        elif kind in ("h2", "h3"):
            document.add_heading(content, level=int(kind[1]) - 1)
        elif kind == "ul":
            document.add_paragraph(content, style="List Bullet")
        elif kind == "ol":
            document.add_paragraph(content, style="List Number")
        elif kind == "table":
            table = document.add_table(rows=0, cols=len(content[0]), style="Table Grid")
            for row in content:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            label = re.match(r"([^.!?«“\"]{2,40}?\s?:) (.*)", content)
            paragraph = document.add_paragraph()
            if label and len(content) < 140:
                paragraph.add_run(label[1] + " ").bold = True
                paragraph.add_run(label[2])
            else:
                paragraph.add_run(content)
    loose = io.BytesIO()
    document.save(loose)
    return fixed_times(loose.getvalue())


def fixed_times(blob: bytes) -> bytes:
    """The same archive with the same date on every member, so that the bytes don't change."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return out.getvalue()


# --- PDF -------------------------------------------------------------------------------------


def cut_word(word: str, room: float, width) -> tuple[str, str] | None:
    """The longest start of a word that fits with a hyphen: cut V-CV or VC-CV, as printers do."""
    letters = word.rstrip(".,;:").lower()
    if len(letters) < 7 or not letters.isalpha():
        return None
    shape = "".join("v" if letter in VOWELS else "c" for letter in letters)
    for at in range(len(letters) - 3, 2, -1):
        good = shape[at - 1 : at + 2] == "vcv" or shape[at - 2 : at + 2] == "vccv"
        broken = DIGRAPHS.fullmatch(letters[at - 1 : at + 1])
        if good and not broken and width(word[:at] + "-") <= room:
            return word[:at], word[at:]
    return None


def wrap(text: str, room: float, width, hyphenate: bool) -> list[str]:
    lines, current = [], ""
    text = re.sub(r" (?=[:;!?»€])", "\u00a0", text).replace("« ", "«\u00a0")
    for word in text.split(" "):
        candidate = f"{current} {word}" if current else word
        if width(candidate) <= room:
            current = candidate
            continue
        cut = cut_word(word, room - width(current + " "), width) if hyphenate else None
        if cut:
            lines.append(f"{current} {cut[0]}-")
            current = cut[1]
        else:
            lines.append(current)
            current = word
    return [*lines, current] if current else lines


class Page:
    """A cursor that goes down A4 pages, with a running header and footer on each."""

    LEFT, TOP, BOTTOM, WIDTH = 68.0, 752.0, 74.0, 460.0

    def __init__(self, canvas, meta: dict[str, str]):
        self.canvas, self.meta, self.number, self.y = canvas, meta, 0, 0.0
        self.next()

    def next(self) -> None:
        if self.number:
            self.canvas.showPage()
        self.number, self.y = self.number + 1, self.TOP
        self.canvas.setFont("Helvetica", 8)
        self.canvas.drawString(self.LEFT, 800, self.meta.get("header", ""))
        self.canvas.drawString(self.LEFT, 40, self.meta.get("footer", ""))
        self.canvas.drawRightString(self.LEFT + self.WIDTH, 40, str(self.number))

    def text(self, text: str, font: str, size: float, indent: float = 0, before: float = 0) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        hyphenate = self.meta.get("hyphenate") == "true" and font == "Times-Roman"
        lines = wrap(text, self.WIDTH - indent, lambda t: stringWidth(t, font, size), hyphenate)
        needed = size * 1.35 * min(len(lines), 3) + before
        if self.y - needed < self.BOTTOM or ("Bold" in font and self.y - 90 < self.BOTTOM):
            self.next()
        else:
            self.y -= before
        for line in lines:
            if self.y - size < self.BOTTOM:
                self.next()
            self.y -= size * 1.35
            self.canvas.setFont(font, size)
            self.canvas.drawString(self.LEFT + indent, self.y, line)

    def table(self, rows: list[list[str]]) -> None:
        self.y -= 6
        step = self.WIDTH / len(rows[0])
        if self.y - 16 * len(rows) < self.BOTTOM:
            self.next()
        for index, row in enumerate(rows):
            self.y -= 16
            self.canvas.setFont("Helvetica-Bold" if index == 0 else "Helvetica", 9)
            for column, cell in enumerate(row):
                self.canvas.drawString(self.LEFT + column * step, self.y, cell)
            self.canvas.line(self.LEFT, self.y - 4, self.LEFT + self.WIDTH, self.y - 4)
        self.y -= 8


def make_pdf(meta: dict[str, str], blocks: list[tuple]) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1, lang=meta["language"])
    canvas.setTitle(meta["title"])
    canvas.setAuthor(meta["author"])
    page, number, previous = Page(canvas, meta), 0, ""
    for kind, content in blocks:
        number = number + 1 if kind == "ol" else 0
        if kind == "h1":
            page.text(content, "Helvetica-Bold", 17)
        elif kind == "h2":
            page.text(content, "Helvetica-Bold", 13, before=12)
        elif kind == "h3":
            page.text(content, "Helvetica-Bold", 11, before=8)
        elif kind == "ul":
            page.text(f"– {content}", "Times-Roman", 11, indent=14, before=2)
        elif kind == "ol":
            page.text(f"{number}. {content}", "Times-Roman", 11, indent=14, before=2)
        elif kind == "table":
            page.table(content)
        else:
            short = previous == "p" and len(content) < 100
            page.text(content, "Times-Roman", 11, before=2 if short else 7)
        previous = kind
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def build() -> dict[Path, bytes]:
    made = {}
    for path in sorted(SOURCES.glob("*.md")):
        meta, blocks = read_source(path)
        target = LIBRARY / meta["out"]
        made[target] = (make_pdf if target.suffix == ".pdf" else make_docx)(meta, blocks)
    return made


def main() -> int:
    check, stale = "--check" in sys.argv[1:], 0
    for target, blob in build().items():
        same = target.exists() and target.read_bytes() == blob
        if not same:
            stale += 1
            print(("differs: " if check else "written: ") + str(target.relative_to(HERE)))
            if not check:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(blob)
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
