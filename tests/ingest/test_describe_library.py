"""Every value of a description of the sample library stands where it says.

How many are right is told by ``grappe evaluate --descriptions``, whose floors
``tests/corpus/test_hard.py`` holds.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from ingest.describe import describe
from ingest.read import read
from ingest.types import Amount, DateRange, Value

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENTS = sorted(
    path
    for folder in (CORPUS / "library", CORPUS / "hard" / "documents")
    for path in folder.rglob("*")
    if path.is_file()
)
WRITTEN = "projects organisations host organiser coordinator partners place region amounts".split()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_value_stands_where_it_says(path: Path) -> None:
    text = read(path)
    found = describe(text, path.name)
    for field in fields(found):
        held = getattr(found, field.name)
        for value in held if isinstance(held, tuple) else (held,):
            if not isinstance(value, Value | DateRange | Amount):
                continue
            assert 0 < value.confidence <= 1
            if value.span is None:
                assert not isinstance(value, Amount)
                assert value.origin == "metadata", (field.name, value)
                continue
            written = value.span.of(text.content)
            assert written.strip()
            if field.name in WRITTEN and not isinstance(value, DateRange):
                assert written == value.text
