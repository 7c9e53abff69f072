"""Real files of every format, cut, changed and joined: read and described to the end, or refused
with a reason. No other error comes out, and none takes long."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.describe import describe
from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.register import find_events
from ingest.split import split
from ingest.types import Span
from pipelines.evaluation.describe_score import FORMATS

CORPUS = Path(__file__).parents[2] / "corpus"
LIMITS = Limits(seconds=10, max_ocr_pages=0)
MUTANTS = int(os.environ.get("GRAPPE_TEST_MUTANTS", "80"))  # of each format
LONG = 5.0  # seconds of processor time that no file of some kilobytes may take
ODF = "urn:oasis:names:tc:opendocument:xmlns"
OPEN = (
    f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"'
    f' xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0"><office:body><office:{{0}}>'
    "{1}</office:{0}></office:body></office:document-content>"
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml"'
    ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def made() -> dict[str, list[bytes]]:
    """Documents in the formats that the corpus has none of, with the words of one that it has."""
    text = (CORPUS / "hard/documents/composites-lorient.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    told = [f"<text:p>{escape(line)}</text:p>" for line in lines]
    slides = "".join(f"<draw:page><draw:frame>{line}</draw:frame></draw:page>" for line in told)
    rows = "".join(
        f"<table:table-row><table:table-cell>{a}</table:table-cell><table:table-cell>{b}"
        "</table:table-cell></table:table-row>"
        for a, b in pairwise(told)
    )
    chapter = "".join(f"<p>{escape(line)}</p>" for line in lines)

    def opened(kind: str, mime: str, body: str) -> bytes:
        mimetype = f"application/vnd.oasis.opendocument.{mime}".encode()
        return packed({"mimetype": mimetype, "content.xml": OPEN.format(kind, body).encode()})

    return {
        "csv": ["\n".join(f'{n};"{line}";2021' for n, line in enumerate(lines)).encode()],
        "odp": [opened("presentation", "presentation", slides)],
        "ods": [opened("spreadsheet", "spreadsheet", f"<table:table>{rows}</table:table>")],
        "epub": [
            packed(
                {
                    "mimetype": b"application/epub+zip",
                    "META-INF/container.xml": b'<container><rootfile full-path="a.opf"/>'
                    b"</container>",
                    "a.opf": BOOK.encode(),
                    "a.xhtml": f"<html><body><h1>A</h1>{chapter}</body></html>".encode(),
                }
            )
        ],
    }


@cache
def originals() -> dict[str, tuple[bytes, ...]]:
    """For each format, the smallest documents there are in it."""
    found = {form: made().get(form, []) for form in FORMATS}
    for path in sorted(CORPUS.rglob("*.*")):
        if path.parent.name != "sources" and path.suffix[1:] in found:
            found[path.suffix[1:]].append(path.read_bytes())
    return {form: tuple(sorted(data, key=len)[:4]) for form, data in found.items()}


def counted(texts: Sequence[str]) -> list[int]:
    return [2 * len(text.split()) for text in texts]


def go_through(data: bytes, name: str) -> str:
    """All that a worker does with a file; the code of the reason, or "" for a document."""
    began = time.process_time()
    try:
        text = read_bytes(data, name, LIMITS)
        description = describe(text, name)
        find_events(text, description)
        passages = split(text, description.language, counted, 180)
    except ReadError as error:
        return error.code
    finally:
        assert time.process_time() - began < LONG
    size = len(text.content)
    for field in fields(description):
        span = getattr(getattr(description, field.name), "span", None)
        assert not isinstance(span, Span) or 0 <= span.start < span.end <= size
    assert all(passage.text == text.content[passage.start : passage.end] for passage in passages)
    assert all(before <= after <= size for before, after in pairwise(text.pages))
    return ""


@st.composite
def mutants(draw: st.DrawFn, form: str) -> bytes:
    """A real file with a few wounds; of an archive, sometimes one of a part inside it."""
    data = draw(st.sampled_from(originals()[form]))
    if zipfile.is_zipfile(io.BytesIO(data)) and draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = draw(st.sampled_from(sorted(parts)))
        return packed(parts | {name: wounded(draw, form, parts[name])})
    return wounded(draw, form, data)


def wounded(draw: st.DrawFn, form: str, data: bytes) -> bytes:
    place = st.floats(0, 1, allow_nan=False)
    for _ in range(draw(st.integers(1, 4))):
        start = int(draw(place) * len(data))
        match draw(st.sampled_from(["cut", "flip", "swap", "drop", "twice", "splice", "noise"])):
            case "cut":
                data = data[:start]
            case "flip" if data:
                at = min(start, len(data) - 1)
                flipped = data[at] ^ (1 << draw(st.integers(0, 7)))
                data = data[:at] + bytes([flipped]) + data[at + 1 :]
            case "swap":
                end = int(draw(place) * len(data))
                data = data[end:] + data[:end] if draw(st.booleans()) else data[end:start]
            case "drop":
                data = data[:start] + data[start + draw(st.integers(1, 200)) :]
            case "twice":
                data = data[:start] + data[start : start + 400] * draw(st.integers(2, 30))
            case "splice":
                other = draw(st.sampled_from(originals()[draw(st.sampled_from(FORMATS))]))
                at = int(draw(place) * len(other))
                data = data[:start] + other[at : at + 5_000] + data[start:]
            case _:
                data = data[:start] + draw(st.binary(max_size=40)) + data[start + 8 :]
    return data


@pytest.mark.parametrize("form", FORMATS)
def test_the_originals_are_read(form: str) -> None:
    assert [go_through(data, f"a.{form}") for data in originals()[form]] == [""] * len(
        originals()[form]
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_wounded_file_is_read_or_refused(form: str) -> None:
    @settings(
        deadline=None,
        max_examples=MUTANTS,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(mutants(form))
    def check(data: bytes) -> None:
        go_through(data, f"a.{form}")

    check()
