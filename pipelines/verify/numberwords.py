"""Numbers written in words, in French and in English: "quatre-vingt-douze", "one hundred and five".

Words of both languages are read together, since a quote may hold either; none is a number word in
one of them with another value in the other ("six" is six in both).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from encoder.lexicon import fold

_UNITS: Final[dict[str, int]] = {
    word: value
    for value, listed in enumerate(
        (
            "zero",
            "one un une",
            "two deux",
            "three trois",
            "four quatre",
            "five cinq",
            "six",
            "seven sept",
            "eight huit",
            "nine neuf",
            "ten dix",
            "eleven onze",
            "twelve douze",
            "thirteen treize",
            "fourteen quatorze",
            "fifteen quinze",
            "sixteen seize",
            "seventeen",
            "eighteen",
            "nineteen",
        )
    )
    for word in listed.split()
}
_TENS: Final[dict[str, int]] = {
    "twenty": 20, "vingt": 20, "vingts": 20, "thirty": 30, "trente": 30, "forty": 40,
    "quarante": 40, "fifty": 50, "cinquante": 50, "sixty": 60, "soixante": 60, "septante": 70,
    "seventy": 70, "eighty": 80, "huitante": 80, "ninety": 90, "nonante": 90,
}  # fmt: skip
_GROUPS: Final[dict[str, int]] = {  # "a dozen", "une quinzaine"
    "dozen": 12, "douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "centaine": 100,
}  # fmt: skip
_ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, listed in enumerate(
        (
            "first premier premiere",
            "second deuxieme seconde",
            "third troisieme",
            "fourth quatrieme",
            "fifth cinquieme",
            "sixth sixieme",
            "seventh septieme",
            "eighth huitieme",
            "ninth neuvieme",
            "tenth dixieme",
            "eleventh onzieme",
            "twelfth douzieme",
        ),
        1,
    )
    for word in listed.split()
}
_HUNDRED: Final = frozenset(("hundred", "cent", "cents"))
_THOUSAND: Final = frozenset(("thousand", "mille"))
# Articles, a month, an adjective ("un bâtiment neuf"), a pronoun: they may be numbers, and hold one
# that is asked of them, but ask for none.
WEAK: Final = frozenset("one un une neuf sept second seconde dizaine dizaines cent cents".split())
_WORD: Final = re.compile(r"[^\W\d_]+")
_GAP: Final = re.compile(r"[\s\u00a0\u202f-]+")


class _Sum:
    """A number as it is read, word by word; ``add`` says whether a word still belongs to it."""

    def __init__(self) -> None:
        self.total = self.current = 0
        self.began = False

    def add(self, word: str) -> bool:
        rest = self.current % 100
        if word in _THOUSAND:
            if self.total or (self.began and not self.current):
                return False
            self.total, self.current = max(1, self.current) * 1000, 0
        elif word in _HUNDRED:
            if self.current >= 100:
                return False
            self.current = max(1, self.current) * 100
        elif word.startswith("vingt") and rest == 4 and self.began:
            self.current += 76  # quatre-vingts
        elif word in _TENS:
            if rest:
                return False
            self.current += _TENS[word]
        elif word in _UNITS:
            value = _UNITS[word]
            ten = rest // 10 * 10
            # soixante-dix, soixante et onze, quatre-vingt-dix-sept; dix-huit
            fits = (value < 10 and rest % 10 == 0 and (ten != 10 or value >= 7)) or (
                10 <= value < 20 and rest in (60, 80)
            )
            if self.began and not (fits or (rest == 0 and (self.current or self.total))):
                return False
            self.current += value
        else:
            return False
        self.began = True
        return True

    @property
    def value(self) -> int:
        return self.total + self.current


def in_words(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Each number in words as (value, start, end, weak): a weak one may be no number at all."""
    found = [(fold(m.group()), *m.span()) for m in _WORD.finditer(text)]
    index = 0
    while index < len(found):
        word, start, end = found[index]
        if word in _GROUPS or word in _ORDINALS:
            value = _GROUPS.get(word, _ORDINALS.get(word, 0))
            yield value, start, end, word in WEAK or word in _ORDINALS
            index += 1
            continue
        number = _Sum()
        if not number.add(word):
            index += 1
            continue
        first, index = index, index + 1
        while index < len(found):
            following, begin, stop = found[index]
            gap = text[end:begin]
            if not _GAP.fullmatch(gap):
                break
            joint = following in ("and", "et") and index + 1 < len(found)
            if joint and _joins(following, found[index - 1][0], found[index + 1][0]):
                end, index = stop, index + 1
                continue
            if not number.add(following):
                break
            end, index = stop, index + 1
        value, weak = number.value, index - first == 1 and word in WEAK
        if index < len(found) and (group := found[index][0].removesuffix("s")) in _GROUPS:
            # "une douzaine", "two dozen"
            value, weak, end, index = value * _GROUPS[group], False, found[index][2], index + 1
        yield value, start, end, weak


def _joins(joint: str, before: str, after: str) -> bool:
    """Whether "and" or "et" stands inside a number: "hundred and five", "vingt et un"."""
    if joint == "and":
        return before in _HUNDRED | _THOUSAND and (after in _UNITS or after in _TENS)
    return before in _TENS and after in ("un", "une", "onze")
