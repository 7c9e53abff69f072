"""Texts to see the encoder's inner states on before they are made int8: the sample library's."""

import re
from pathlib import Path

from encoder.manifest import TOKENIZER_NAME

LIBRARY = Path(__file__).parents[2] / "corpus" / "library"
KINDS = frozenset({".md", ".txt"})
LONGEST = 256  # word pieces
ENOUGH = 3_000  # word pieces in all; what is seen of their states takes some 200 MB

# What a library's prose has little of, and a query may be made of.
UNUSUAL = (
    "",
    "?",
    "3 450 000 € 17,5 % 2021-2027 12.03.2019 n° 4 (b)",
    "https://www.example.org/appels/2024?id=77&lang=fr contact@example.org +33 1 23 45 67 89",
    "RAPPORT ANNUEL DES PÔLES DE COMPÉTITIVITÉ ANNUAL REPORT OF THE CLUSTERS",
    "кластер 集群 ομάδα كتلة 🚀 ☎",
    "innovation innovation innovation innovation innovation innovation innovation",
    "def main(): return {'a': [1, 2, 3]} // 0x7f -> <b>x</b> | a | b | ---",
    "qsdkjf zzxqw hjklm wvrtp aaaaaaaaaaaaaaaaaaaa",
)


def sample_texts(library: Path = LIBRARY) -> list[str]:
    """Return paragraphs of the library's plain files, in the order of their paths, and `UNUSUAL`.

    Raises:
        FileNotFoundError: there are no such files.
    """
    paths = sorted(path for path in library.rglob("*") if path.suffix in KINDS)
    if not paths:
        raise FileNotFoundError(
            f"No .md or .txt files in {library}: run this from a checkout of the repository."
        )
    # Some are in other encodings on purpose; a sign lost doesn't matter here.
    found = (
        part.strip()
        for path in paths
        for part in re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace"))
    )
    return [*UNUSUAL, *(part for part in found if part)]


def sample_pieces(model: Path, library: Path = LIBRARY) -> list[list[int]]:
    """Return the ids of some `ENOUGH` pieces of them, evenly drawn, by the model's tokenizer."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model / TOKENIZER_NAME))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    pieces = [encoding.ids for encoding in tokenizer.encode_batch(sample_texts(library))]
    always, drawn = pieces[: len(UNUSUAL)], pieces[len(UNUSUAL) :]
    step = max(1, round(sum(map(len, drawn)) / ENOUGH))
    return [*always, *drawn[::step]]
