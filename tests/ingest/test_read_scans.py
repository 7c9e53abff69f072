"""Scans and pictures: recognised where Tesseract is installed, refused with a reason where not."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import ReadError
from ingest.read import Limits, ocr, read_bytes
from ingest.types import Text

LINES = (
    "Compte rendu de la réunion de lancement",
    "Les partenaires du projet se sont réunis à Besançon",
    "le 4 mai 2022 pour préparer la visite des ateliers.",
    "The next meeting will take place in Graz in June.",
)
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract-ocr is not installed"
)


@cache
def scan(first: int = 0, last: int = len(LINES)) -> Image.Image:
    """A picture of a small sheet with some of the lines."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 160))
    canvas.setFont("Times-Roman", 14)
    for place, line in enumerate(LINES[first:last]):
        canvas.drawString(30, 120 - 18 * place, line)
    canvas.showPage()
    canvas.save()
    picture = pypdfium2.PdfDocument(buffer.getvalue())[0].render(scale=200 / 72).to_pil()
    return picture.convert("L")


def pdf(*pages: Image.Image | str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 160))
    for page in pages:
        if isinstance(page, str):
            canvas.drawString(30, 120, page)
        else:
            canvas.drawImage(ImageReader(page), 0, 0, 400, 160)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def picture(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def read(data: bytes, name: str = "a.pdf", limits: Limits | None = None) -> Text:
    return read_bytes(data, name, limits or Limits())


def code(data: bytes, name: str = "a.pdf", limits: Limits | None = None) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(data, name, limits)
    return caught.value


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    ocr.languages.cache_clear()
    monkeypatch.setenv("PATH", "/nowhere")
    yield
    ocr.languages.cache_clear()


@needs_tesseract
def test_a_scanned_pdf_and_its_printed_pages() -> None:
    text = read(pdf("Une page imprimée, avec un texte assez long pour en être un.", scan(), ""))
    assert text.content.startswith("Une page imprimée")
    for line in LINES:
        assert line in text.content.replace("\n", " ")
    assert text.page_at(text.content.index("Besançon")) == 2
    assert dict(text.metadata)["ocr_pages"] == "2"
    assert "unread_pages" not in dict(text.metadata)


@needs_tesseract
@pytest.mark.parametrize(
    ("form", "name", "options"),
    [("PNG", "a.png", {}), ("JPEG", "a.jpg", {"quality": 85, "dpi": (200, 200)})],
)
def test_a_picture_of_a_page(form: str, name: str, options: dict[str, object]) -> None:
    text = read(picture(scan(0, 3), form, **options), name)
    assert "réunis à Besançon" in text.content
    assert text.format == "image"
    assert dict(text.metadata)["ocr_pages"] == "1"


@needs_tesseract
def test_the_pages_of_a_tiff() -> None:
    data = picture(scan(0, 2), "TIFF", save_all=True, append_images=[scan(2, 4)], dpi=(200, 200))
    text = read(data, "a.tif")
    assert text.page_at(text.content.index("Besançon")) == 1
    assert text.page_at(text.content.index("Graz")) == 2


@needs_tesseract
def test_a_photograph_has_no_text() -> None:
    noise = Image.effect_noise((600, 400), 80)
    assert code(picture(noise, "PNG"), "a.png").code == "NO_TEXT"
    assert code(pdf(noise)).code == "NO_TEXT"


@needs_tesseract
def test_time_and_pages_are_limited() -> None:
    assert code(pdf(scan()), limits=Limits(ocr_page_seconds=0.01)).code == "TOO_LARGE"
    assert code(pdf(scan()), limits=Limits(ocr_seconds=0)).code == "TOO_LARGE"
    assert code(pdf(scan(), scan()), limits=Limits(max_ocr_pages=1)).code == "TOO_LARGE"
    printed = "Une page imprimée, avec un texte assez long pour en être un."
    text = read(pdf(printed, scan()), limits=Limits(ocr_seconds=0))
    assert dict(text.metadata)["unread_pages"] == "2"
    text = read(pdf(printed, scan()), limits=Limits(max_ocr_pages=0))
    assert dict(text.metadata)["unread_pages"] == "2"


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_the_reason_says_what_to_install() -> None:
    for data, name in ((pdf(scan()), "a.pdf"), (picture(scan(), "PNG"), "a.png")):
        error = code(data, name)
        assert error.code == "NO_TEXT"
        assert "tesseract-ocr-fra" in error.detail
    text = read(pdf("Une page imprimée.", scan()))
    assert text.content == "Une page imprimée."
    assert dict(text.metadata)["unread_pages"] == "2"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (picture(scan(), "PNG")[:-400], "a.png", "CORRUPT"),
        (picture(scan(), "PNG")[:60], "a.png", "CORRUPT"),
        (b"\xff\xd8\xff\xe0" + b"x" * 100, "a.jpg", "CORRUPT"),
        (b"II*\0" + b"\xff" * 100, "a.tif", "CORRUPT"),
        (picture(Image.new("1", (20_000, 20_000)), "PNG"), "a.png", "TOO_LARGE"),
        (picture(Image.new("L", (32, 32)), "PNG"), "a.png", "NO_TEXT"),
    ],
    ids=["cut", "head", "jpeg", "tiff", "bomb", "icon"],
)
@needs_tesseract
def test_bad_pictures(data: bytes, name: str, expected: str) -> None:
    assert code(data, name).code == expected


@needs_tesseract
def test_a_page_on_its_side() -> None:
    text = read(picture(scan().rotate(90, expand=True), "PNG", dpi=(200, 200)), "a.png")
    assert "réunis à Besançon" in text.content
    assert text.content.index("Compte rendu") < text.content.index("Graz")


def test_the_program_is_not_looked_for_before_a_scan_comes(tmp_path: Path) -> None:
    ocr.languages.cache_clear()
    assert read(pdf("Une page imprimée.")).content
    assert ocr.languages.cache_info().misses == 0
