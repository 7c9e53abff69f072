"""The student's tokenizer: the teacher's uncased WordPiece, pruned, folded for French, extended."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

UNKNOWN = "[UNK]"
SPECIAL_TOKENS = {
    "pad_token": "[PAD]",
    "unk_token": UNKNOWN,
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
    "mask_token": "[MASK]",
}
SPECIAL = tuple(SPECIAL_TOKENS.values())

# Before the teacher's own normaliser (lower case, accents stripped): what it would leave apart.
# Ligatures are letters to Unicode, and both apostrophes are in use, often in one document.
FOLDED = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("’", "'"), ("‘", "'"), ("‑", "-"))


def is_wanted(piece: str) -> bool:
    """Return whether French or English could use a piece of the teacher's vocabulary.

    Letters must be Latin, or Greek (they name quantities); digits and signs of any script are kept
    below U+3000, where the CJK blocks begin. `[unusedN]` goes.
    """
    if piece in SPECIAL:
        return True
    if piece.startswith("[unused"):
        return False
    return all(_is_wanted_character(character) for character in piece.removeprefix("##"))


def _is_wanted_character(character: str) -> bool:
    if character.isascii():
        return True
    name = unicodedata.name(character, "")
    if unicodedata.category(character)[0] in "LM":
        return name.startswith(("LATIN", "GREEK"))
    return ord(character) < 0x3000


def pruned(teacher: Path) -> list[str]:
    """Return the teacher's pieces that are kept, specials first, then in the teacher's order."""
    vocabulary: dict[str, int] = _read(teacher)["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    return [*SPECIAL, *(piece for piece in pieces if piece not in SPECIAL and is_wanted(piece))]


def build(teacher: Path, pieces: Sequence[str]) -> Tokenizer:
    """Return the teacher's tokenizer over `pieces`, whose place in the list is their id.

    Truncation and padding are left off: they are the caller's matter.
    """
    recipe = _read(teacher)
    ids = {piece: number for number, piece in enumerate(pieces)}
    recipe["truncation"] = recipe["padding"] = None
    recipe["model"]["vocab"] = ids
    recipe["normalizer"] = {
        "type": "Sequence",
        "normalizers": [
            *(
                {"type": "Replace", "pattern": {"String": old}, "content": new}
                for old, new in FOLDED
            ),
            recipe["normalizer"],
        ],
    }
    for token in recipe["added_tokens"]:
        token["id"] = ids[token["content"]]
    for token in recipe["post_processor"]["special_tokens"].values():
        token["ids"] = [ids[content] for content in token["tokens"]]
    return Tokenizer.from_str(json.dumps(recipe))


def words(tokenizer: Tokenizer, texts: Iterable[str]) -> Iterable[list[str]]:
    """Yield each text's normalised words and signs, as WordPiece is given them."""
    for text in texts:
        normalised = tokenizer.normalizer.normalize_str(text)
        yield [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normalised)]


def _read(teacher: Path) -> dict[str, Any]:
    recipe: dict[str, Any] = json.loads((teacher / "tokenizer.json").read_text(encoding="utf-8"))
    return recipe
