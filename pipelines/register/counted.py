"""The number in a count as a document words it: "23 participants", "vingt et un professionnels"."""

from __future__ import annotations

import re
from typing import Final

from ingest.gazetteer import fold

_UNITS: Final = {
    word: number
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen",
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
        " seize",
    )
    for number, word in enumerate(words.split())
} | {"une": 1}
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_DIGITS: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+")
_ABOUT: Final = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|more than|environ|pres de|plus de|quelque"
    r"|une? \w+aine)\b"
)


def number_of(text: str) -> int | None:
    """The number that a count tells; None where it tells none, or only about how many."""
    low = fold(text)
    if _ABOUT.search(low):
        return None
    if digits := _DIGITS.search(text):
        return int(re.sub(r"\D", "", digits[0]))
    total = 0
    seen = False
    for word in re.findall(r"[a-z]+", low):
        if word in ("and", "et") and seen:
            continue
        if word in ("hundred", "cent", "cents"):
            total = max(1, total) * 100
        elif word in _TENS:
            total = total * 20 if word.startswith("vingt") and total == 4 else total + _TENS[word]
        elif word in _UNITS:
            total += _UNITS[word]
        else:
            break
        seen = True
    return total if seen else None
