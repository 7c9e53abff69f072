"""Reading the training and development texts. They stay where they are: none is copied here."""

import csv
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARALLEL = "parallel_en_fr.tsv.xz"
BITEXT = "dev/ntrex_bitext.tsv"

# Law text is 70 % of the pairs and repeats itself. Counts take its pairs at this weight, so that a
# word's meaning in law doesn't outvote its everyday one.
LAW_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """An English text and its French translation."""

    source: str
    english: str
    french: str

    @property
    def weight(self) -> float:
        """Return how much the pair counts in the co-occurrence tables."""
        return LAW_WEIGHT if self.is_law else 1.0

    @property
    def is_law(self) -> bool:
        """Return whether the pair comes from a law."""
        return self.source.startswith("laws_")


def read_pairs(data: Path, longest: int | None = None) -> Iterator[Pair]:
    """Yield the aligned pairs in file order, of at most `longest` characters a side if given."""
    with lzma.open(data / PARALLEL, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            source, english, french = line.rstrip("\n").split("\t")
            if longest is None or max(len(english), len(french)) <= longest:
                yield Pair(source, english, french)


def read_bitext(data: Path) -> list[tuple[str, str]]:
    """Return the (English, French) news sentences of NTREX-128, aligned."""
    with (data / BITEXT).open(encoding="utf-8", newline="") as lines:
        return [(row[0], row[1]) for row in csv.reader(lines, delimiter="\t", quoting=3)]


def read_jsonl(data: Path, name: str) -> list[dict[str, Any]]:
    """Return the records of `<data>/<name>`, xz-compressed JSON lines."""
    with lzma.open(data / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
