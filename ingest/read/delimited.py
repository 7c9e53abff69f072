"""CSV and TSV: the delimiter told by what it gives, values as they are written."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal

from ingest.errors import ReadError
from ingest.read.blocks import assemble
from ingest.read.limits import Clock, Limits
from ingest.read.sheets import cells, sheet
from ingest.types import Text

# In the order in which a draw is decided: a comma is in French numbers too.
_DELIMITERS: Final = ";\t|,"
_SAMPLE: Final = 64 * 1024
_RECORDS: Final = 100
_LEAST_SHARE: Final = 0.6  # of the records, that a delimiter has to part alike
_LONGEST_RECORD: Final = 200  # lines; a longer one is a quote that nobody closed
_ATTEMPTS: Final = 20
_STATED: Final = re.compile(r"sep=(.)\r?\n")  # what spreadsheets write for each other


def read_delimited(text: str, limits: Limits, clock: Clock) -> Text:
    """The rows, each with its column names; raises ``EMPTY`` or ``TOO_LARGE``."""
    if len(text) > limits.max_characters:
        raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    text = text.replace("\0", "").lstrip("\ufeff")
    stated = _STATED.match(text)
    delimiter = stated[1] if stated else _delimiter(text)
    body = text[stated.end() :] if stated else text
    rows = map(cells, _records(body, delimiter))
    result = assemble(sheet(rows, clock, header=True), "csv", {}, limits)
    if not result.content:
        raise ReadError("EMPTY", "no values")
    return result


def _delimiter(text: str) -> str:
    """The delimiter that parts most records of a sample into the same number of fields, over 1."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample

    def score(delimiter: str) -> tuple[float, int]:
        widths = Counter(
            len(record) for record in islice(_records(sample, delimiter), _RECORDS) if any(record)
        )
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return 0.0, 0
        width = max(wide, key=lambda width: (wide[width], width))
        return round(wide[width] / widths.total(), 1), width

    best = max(_DELIMITERS, key=score)  # the first of those that score the same
    return best if score(best)[0] >= _LEAST_SHARE else "\0"  # one column


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The fields of each record; a quote that is never closed is taken for a character."""
    lines = list(io.StringIO(text, newline=""))
    position = 0
    for attempt in range(_ATTEMPTS):
        last = attempt == _ATTEMPTS - 1
        quoting: Literal[0, 3] = csv.QUOTE_NONE if last else csv.QUOTE_MINIMAL
        rest = islice(lines, position, None)
        reader = csv.reader(rest, delimiter=delimiter, quoting=quoting)
        done = 0
        try:
            for record in reader:
                if reader.line_num - done > _LONGEST_RECORD:
                    break
                yield record
                done = reader.line_num
            else:
                return
        except csv.Error:  # a field of more than 128 KiB
            pass
        if position + done < len(lines):
            yield lines[position + done].split(delimiter)
        position += done + 1
