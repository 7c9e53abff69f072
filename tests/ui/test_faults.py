"""Bad and odd files as a user meets them: what is skipped says why in both languages, what can be
read is read right, and one file never costs another."""

from __future__ import annotations

import io
import json
import os
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from fpdf import FPDF
from typer.testing import CliRunner

from ingest.errors import REASONS, reason
from ui.cli import app

NOISE = bytes(range(128, 256)) * 40
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FRENCH = "Réunion du pôle Sylvanor à Épinal : l'été des forêts, où l'on a fêté Noël."
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
    ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY a{n} "{(f"&a{n - 1};" * 10) if n else "lol"}">' for n in range(10))
# Pages that only differ in a number would be taken for running headers.
PAGES = [
    f"{who} met {what} firms to speak of trans-\nport by {how}."
    for who in ("Ostrelle", "Veloria", "Sylvanor")
    for what in ("wood", "water", "health", "textile", "food")
    for how in ("rail", "road")
]
PAGE = """<html lang="fr"><head><title>Journée des pôles</title></head><body>
<div class="cookie-banner">Nous utilisons des cookies. <button>Tout accepter</button></div>
<nav>Accueil &gt; Actualités &gt; Journée des pôles</nav>
<main><h1>Journée des pôles</h1><p>La journée des pôles réunit à Épinal trente entreprises de la
filière bois, venues présenter leurs pro&shy;jets de recherche commune et chercher des
partenaires.</p><p>Partager sur Facebook, Twitter, LinkedIn</p><p>Les inscriptions sont ouvertes
jusqu'au 3 mars 2020 auprès du pôle Sylvanor.</p></main>
<footer>© 2020 Pôle Sylvanor - Tous droits réservés</footer></body></html>"""


def pdf(*pages: str, password: str = "", footer: str = "") -> bytes:
    document = FPDF()
    document.set_auto_page_break(False)  # a foot stands on its page
    document.set_font("helvetica", size=12)
    for number, text in enumerate(pages, 1):
        document.add_page()
        if text:
            document.multi_cell(0, 6, text)
        if footer:
            document.set_y(-25)
            document.cell(0, 6, f"{footer} - {number}")
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    return bytes(document.output())


def docx(paragraph: str, times: int, head: str = "") -> bytes:
    """A Word file of one paragraph many times over: some kilobytes."""
    body = f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" * times
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", CONTENT_TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        packed.writestr(
            "word/document.xml", f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>"
        )
    return buffer.getvalue()


SKIPPED: dict[str, tuple[bytes, str]] = {
    "01-empty.txt": (b"", "EMPTY"),
    "02-cut.pdf": (pdf("The Ostrelle cluster met in Namur.")[:400], "CORRUPT"),
    "03-locked.pdf": (pdf("The Ostrelle cluster.", password="secret"), "ENCRYPTED"),
    "04-blank.pdf": (pdf(""), "NO_TEXT"),
    "05-noise.pdf": (NOISE, "TYPE_MISMATCH"),
    "05-noise.docx": (NOISE, "TYPE_MISMATCH"),
    "05-noise.pptx": (NOISE, "TYPE_MISMATCH"),
    "05-picture.pdf": (b"GIF89a" + NOISE, "TYPE_MISMATCH"),
    "07-paragraphs.docx": (docx("a", 250_000), "TOO_LARGE"),
    "08-xml.docx": (docx("a" * 300, 30_000), "TOO_LARGE"),
    "08-text.txt": (b"The Ostrelle cluster met. " * 200_000, "TOO_LARGE"),
    "08-long.txt": (b"The Ostrelle cluster met. " * 100_000, "TOO_LARGE"),
    "10-laughs.docx": (docx("&a9;", 1, f"<!DOCTYPE d [{LAUGHS}]>"), "CORRUPT"),
    "10-file.docx": (
        docx("&a;", 1, '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        "CORRUPT",
    ),
    "11-pages.pdf": (pdf(*PAGES, "One more page."), "TOO_LARGE"),
    "old.doc": (OLE + NOISE + "WordDocument".encode("utf-16-le"), "OLD_OFFICE"),
    "song.mp3": (b"ID3", "UNSUPPORTED"),
}
READ: dict[str, bytes] = {
    "06-page.pdf": b"<!DOCTYPE html><html><body><p>The Ostrelle cluster met.</p></body></html>",
    "09-latin.txt": FRENCH.encode("latin-1"),
    "09-windows.txt": (FRENCH + " L’œuvre coûte 3 €.").encode("cp1252"),
    "09-utf16.txt": FRENCH.encode("utf-16"),
    "11-thirty.pdf": pdf(*PAGES),
    "12-odd.txt": (
        "Le pro\u00adjet NUAGE\u202e est \ufb01nancé\0 par le po\u0302le de Na\u200bmur."
    ).encode(),
    "16-same.txt": b"The Ostrelle cluster met its partners in Namur.",
    "16-twice.txt": b"The Ostrelle cluster met its partners in Namur.",
    "20-page.html": PAGE.encode(),
    "20-report.pdf": pdf(*PAGES[:5], footer="Ostrelle annual report"),
    "letter.doc": b"{\\rtf1\\ansi The Ostrelle cluster wrote a letter.}",
    "x.pdf/inside.txt": b"The Ostrelle cluster keeps a folder that is named like a file.",
}

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs commands on one library, with limits that small files reach."""
    library = str(tmp_path_factory.mktemp("faults") / "library")
    limits = {
        "GRAPPE_MAX_FILE_MB": "4",
        "GRAPPE_MAX_UNPACKED_MB": "8",
        "GRAPPE_MAX_PAGES": "30",
        "GRAPPE_MAX_CHARACTERS": "2000000",
        "GRAPPE_THREADS": "1",
    }

    def command(*arguments: str, language: str = "en") -> Any:
        environment = limits | {"LC_ALL": f"{language}_XX.UTF-8"}
        return CliRunner().invoke(app, [*arguments, "--library", library], env=environment)

    return command


@pytest.fixture(scope="module")
def ingested(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a French user sees of the ingest of all these files."""
    folder = tmp_path_factory.mktemp("documents")
    for name, data in {n: d for n, (d, _) in SKIPPED.items()}.items() | READ.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    os.mkfifo(folder / "14-pipe.txt")
    (folder / "14-loop.txt").symlink_to(folder / "14-loop.txt")
    (folder / "14-up").symlink_to(folder)
    return run("ingest", str(folder), language="fr")


CODES = {name: code for name, (_, code) in SKIPPED.items()} | dict.fromkeys(
    ("14-pipe.txt", "14-loop.txt", "14-up"), "UNREADABLE"
)


def test_what_is_skipped_gives_exit_code_3_and_reasons_in_french(ingested: Any) -> None:
    assert ingested.exit_code == 3, ingested.output
    lines = ingested.stdout.splitlines()
    assert f"{len(READ)} ajoutés" in lines[0]
    assert sorted(lines[1:]) == sorted(
        f"  {name}: {code}. {reason(code, 'fr')}" for name, code in CODES.items()
    )


@pytest.mark.parametrize("source", CODES)
def test_each_skipped_file_is_listed_with_its_reason(
    ingested: Any, listed: dict[str, Any], source: str
) -> None:
    english, french = REASONS[CODES[source]]
    assert listed[source]["code"] == CODES[source]
    assert listed[source]["reason"] == {"en": english, "fr": french}
    assert "" != english != french != ""


@pytest.fixture(scope="module")
def listed(ingested: Any, run: Run) -> dict[str, Any]:
    skipped = json.loads(run("documents", "--state", "skipped", "--json").stdout)
    assert len(skipped) == len(CODES)
    return {record["source"]: record for record in skipped}


@pytest.mark.parametrize("source", READ)
def test_each_of_the_others_is_read(ingested: Any, run: Run, source: str) -> None:
    shown = run("show", source, "--text")
    assert shown.exit_code == 0
    text = shown.stdout
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(c) in ("Cf", "Cc") and c != "\n" for c in text)
    if source.startswith("09"):
        assert FRENCH in text
    if source == "12-odd.txt":
        assert text.strip() == "Le projet NUAGE est financé par le pôle de Namur."
    if source == "20-page.html":
        assert "projets de recherche" in text
        assert "3 mars 2020" in text
        for left in ("cookies", "accepter", "Accueil", "Partager", "droits"):
            assert left not in text
    if source == "20-report.pdf":
        assert "transport by rail" in text
        assert "annual report" not in text


def test_offsets_are_right_where_characters_were_mended(ingested: Any, run: Run) -> None:
    hit = json.loads(run("search", "projet NUAGE", "--limit", "1", "--json").stdout)["hits"][0]
    text = run("show", hit["source"], "--text").stdout
    assert hit["source"] == "12-odd.txt"
    assert text[hit["start"] : hit["end"]] == hit["text"]


def test_both_names_of_one_content_are_known(ingested: Any, run: Run) -> None:
    assert json.loads(run("show", "16-same.txt", "--json").stdout)["copies"] == ["16-twice.txt"]
    assert json.loads(run("show", "16-twice.txt", "--json").stdout)["copies"] == ["16-same.txt"]
