"""How well copies and translations are found: `python benchmarks/related.py LIBRARY`.

LIBRARY is one that was ingested from `corpus/library`, `corpus/hard/documents` and
`corpus/related` (and, for near copies in other formats, `corpus/sources` and
`corpus/hard/sources`, which hold the texts of the PDF and Word files). Pairs are labelled by
`pair` in `corpus/golden/descriptions.jsonl` and in `corpus/golden/related.jsonl`; the hard set has
no pair, so each one found in it is wrong. Prints precision, recall and what is wrong, a relation
and set a line, pairs across sets included.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from pipelines.library import Library
from pipelines.settings import Settings

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SETS = {"library": "library", "hard": "hard/documents", "related": "related"}
SOURCES = {"sources": "library", "hard/sources": "hard/documents"}

Pair = frozenset[tuple[str, str]]  # two of (folder in the corpus, source)


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library", type=Path)
    options = parser.parse_args()
    with Library(Settings(library=options.library)) as library:
        names = {
            record.id: (Path(record.folder).relative_to(CORPUS).as_posix(), record.source)
            for record in library.catalogue.records(["current"])
        }
        kin = library.kinship()
        found: dict[str, set[Pair]] = {"translation": set(), "near": set(), "copy": set()}
        for document, name in names.items():
            for other in kin.of(document):
                found[other.relation].add(frozenset([name, names[other.document]]))
    texts = {name for name in names.values() if name[0] in SETS.values()}
    wanted = {pair for pair in _labelled("translation") if pair <= texts}
    _print("translation", wanted, {pair for pair in found["translation"] if pair <= texts})
    for relation in ("near", "copy"):
        wanted = {pair for pair in _labelled(relation) if pair <= set(names.values())}
        _print(relation, wanted, found[relation])


def _labelled(relation: str) -> Iterator[Pair]:
    if relation == "translation":
        by_pair: dict[str, list[tuple[str, str]]] = {}
        for row in _rows("descriptions.jsonl"):
            if row.get("pair"):
                by_pair.setdefault(row["pair"], []).append(("library", row["source"]))
        yield from (frozenset(pair) for pair in by_pair.values())
    if relation == "near":
        for folder, made in SOURCES.items():
            for path in sorted((CORPUS / folder).glob("*.md")):
                out = re.search(r"^out: *(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
                if out:
                    yield frozenset([(folder, path.name), (made, out[1].strip().strip('"'))])
    for row in _rows("related.jsonl"):
        if row["relation"] == relation:
            for one, other in combinations(row["documents"], 2):
                yield frozenset([(SETS[row["set"]], one), (SETS[row["set"]], other)])


def _rows(name: str) -> list[dict]:
    lines = (CORPUS / "golden" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _print(relation: str, wanted: set[Pair], found: set[Pair]) -> None:
    right = len(wanted & found)
    precision = f"{right / len(found):.2f}" if found else "–"
    recall = f"{right / len(wanted):.2f}" if wanted else "–"
    print(f"{relation}: {len(wanted)} labelled, precision {precision}, recall {recall}")
    for kind, pairs in (("missed", wanted - found), ("wrong", found - wanted)):
        for pair in sorted(map(sorted, pairs)):
            print(f"  {kind}: " + " | ".join("/".join(name) for name in pair))


if __name__ == "__main__":
    main()
