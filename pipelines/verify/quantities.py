"""Numbers of a text by value, however they are written: "1 450 €" is "€1,450", "huit" is "eight".

"1,450" is one thousand four hundred and fifty to an English reader and one and a half to a French
one; where a text can be read in two ways both values are kept, and one of them has to agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from encoder.lexicon import fold
from ingest.types import Span
from pipelines.verify.numberwords import in_words

Bound = Literal["over", "under", ""]

_DIGITS: Final = re.compile(
    r"(?<![\w.,])(?<![^\W\d_]-)"
    r"(?:\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,4})?)"
    r"(?:st|nd|rd|th|er|ère|re|e|ème)?(?![\w/]*\d)"
)
_TIME: Final = re.compile(
    r"(?<![\w.,:])(\d{1,2})(?:\s?h\s?(\d{2})?|:(\d{2})|\.(\d{2})(?=\s?[ap]\.?m))\s?([ap]\.?m\b)?"
    r"(?![\w:])|(?<![\w.,:])(\d{1,2})\s?([ap]\.?m\b)"
)
_SCALE: Final = re.compile(
    r"[ \u00a0\u202f]?(?P<word>millions?|milliards?|billions?|thousand|mille|mio|bn|Md|M|m|k|K)"
    r"(?![^\W\d_])"
)
_SCALES: Final = {
    "thousand": 1e3, "mille": 1e3, "k": 1e3, "milliard": 1e9, "billion": 1e9, "bn": 1e9,
    "md": 1e9, "million": 1e6, "mio": 1e6, "m": 1e6,
}  # fmt: skip
_UNIT_AFTER: Final = re.compile(
    r"[ \u00a0\u202f]?(?:(?P<pct>%|per ?cent\b|pour ?cent\b|pct\b)"
    r"|(?:d['’]|de )?(?P<cur>€|euros?\b|EUR\b|\$|dollars? canadiens?\b|Canadian dollars?\b"
    r"|dollars?\b|USD\b|£|GBP\b|pounds?\b|livres? sterling\b|CHF\b|CAD\b))",
    re.IGNORECASE,
)
_UNIT_BEFORE: Final = re.compile(
    r"(?P<cur>€|EUR|\$|USD|£|GBP|CHF|CAD|\bCA\$)[ \u00a0\u202f]?$", re.I
)
_CURRENCIES: Final = {
    "€": "EUR", "euro": "EUR", "eur": "EUR", "$": "USD", "dollar": "USD", "usd": "USD",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "livres sterling": "GBP", "livre sterling": "GBP",
    "chf": "CHF", "cad": "CAD", "dollars canadien": "CAD", "dollar canadien": "CAD",
    "canadian dollar": "CAD", "ca$": "CAD",
}  # fmt: skip
_RANGE: Final = re.compile(r"\s?(?:-|–|—|to|and|or|à|et|ou)\s?", re.IGNORECASE)
_OVER: Final = re.compile(
    r"\b(?:more than|over|at least|above|upwards of|plus de|plus d['’]|au moins|au-dela de"
    r"|minimum|superieure?s? a)\s(?:[^\W\d_]+\s)?$"
)
_UNDER: Final = re.compile(
    r"\b(?:less than|fewer than|under|at most|up to|below|moins de|moins d['’]|au plus|jusqu['’]a"
    r"|au maximum|maximum|inferieure?s? a|no more than)\s(?:[^\W\d_]+\s)?$"
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: the values it may have, its unit ("%", a currency, "time"), and whether it is a
    bound. A ``weak`` one may be no number ("one", "un"): it holds another, and asks for none.
    """

    values: frozenset[float]
    unit: str
    bound: Bound
    span: Span
    weak: bool = False


def quantities(text: str, skip: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Every number of ``text`` in order, but bare years and those inside the ``skip`` spans."""
    found: list[Quantity] = []
    taken = list(skip)
    for match in _TIME.finditer(text):
        if _free(match.span(), taken):
            taken.append(Span(*match.span()))
            found.append(Quantity(frozenset({_minutes(match)}), "time", "", taken[-1]))
    for match in _DIGITS.finditer(text):
        if _free(match.span(), taken):
            values = _values(match.group())
            quantity = _with_unit(text, values, match.start(), match.end())
            if _YEAR.fullmatch(match.group()) and not quantity.unit:
                continue
            taken.append(quantity.span)
            found.append(quantity)
    for value, start, end, weak in in_words(text):
        if _free((start, end), taken):
            quantity = _with_unit(text, frozenset({float(value)}), start, end)
            found.append(replace(quantity, weak=weak and not quantity.unit))
    return tuple(_ranged(text, sorted(found, key=lambda q: q.span.start)))


def years(text: str, skip: Sequence[Span] = ()) -> tuple[tuple[int, Span], ...]:
    """Bare years of ``text`` outside the ``skip`` spans."""
    return tuple(
        (int(m.group()), Span(*m.span()))
        for m in re.finditer(rf"(?<![\w.,]){_YEAR.pattern}(?![\w]|[.,]\d)", text)
        if _free(m.span(), skip)
    )


def agree(said: Quantity, held: Quantity) -> bool:
    """Whether a quoted number is the one that was said."""
    bare = said.unit == "" and held.unit not in ("time", "%")  # "1,450 a day", of money
    if said.unit != held.unit and not bare:
        return False
    if {said.bound, held.bound} == {"over", "under"}:
        return False
    return any(_near(one, other) for one in said.values for other in held.values)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1.0)


def _values(written: str) -> frozenset[float]:
    bare = re.sub(r"[^\d.,]", "", re.sub(r"[^\W\d_]+$", "", written))
    grouped = re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?", bare)
    readings = set()
    if grouped or not re.search(r"[.,]", bare):
        mark = grouped[1] if grouped else ","
        readings.add(float(bare.replace(mark, "").replace(",", ".")))
    if len(re.findall(r"[.,]", bare)) == 1:
        readings.add(float(bare.replace(",", ".")))
    if not readings:  # "12 500,75": groups parted by blanks, decimals by a comma
        readings.add(float(re.sub(r"[.,](?=.*[.,])", "", bare).replace(",", ".")))
    return frozenset(readings)


def _with_unit(text: str, values: frozenset[float], start: int, end: int) -> Quantity:
    stop = end
    scale = _SCALE.match(text, end)
    before = _UNIT_BEFORE.search(text, max(0, start - 5), start)
    if scale is not None:
        word = scale["word"]
        after = _UNIT_AFTER.match(text, scale.end())
        # A lone "m" is metres, unless money is meant.
        if len(word) > 1 or before or (after and after["cur"]) or word == "M":
            factor = _SCALES[word.lower().removesuffix("s")]
            values, stop = frozenset(v * factor for v in values), scale.end()
    unit = ""
    after = _UNIT_AFTER.match(text, stop)
    if after is not None:
        unit = "%" if after["pct"] else _currency(after["cur"])
        stop = after.end()
    elif before is not None:
        unit = _currency(before["cur"])
    lead = fold(text[max(0, start - 32) : before.start() if before else start])
    bound: Bound = "over" if _OVER.search(lead) else "under" if _UNDER.search(lead) else ""
    return Quantity(values, unit, bound, Span(start, stop))


def _currency(written: str) -> str:
    key = fold(written)
    return _CURRENCIES.get(key) or _CURRENCIES[key.removesuffix("s")]


def _minutes(match: re.Match[str]) -> float:
    hour = int(match[1] or match[6])
    minute = int(match[2] or match[3] or match[4] or 0)
    half = (match[5] or match[7] or "").replace(".", "").lower()
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return 60.0 * hour + minute


def _ranged(text: str, found: list[Quantity]) -> list[Quantity]:
    """With the unit of "10 to 15 %" on both numbers, and the currency of "7.9 million euros, of
    which 5.2 million" too.
    """
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        gap = text[one.span.end : other.span.start]
        if not one.unit and other.unit not in ("", "time") and _RANGE.fullmatch(gap):
            found[index] = replace(one, unit=other.unit)
    money = next((q.unit for q in found if q.unit in _CURRENCIES.values()), "")
    return [
        replace(q, unit=money)
        if money and not q.unit and _SCALE.search(q.span.of(text)) and min(q.values) >= 1000
        else q
        for q in found
    ]


def _free(span: tuple[int, int], taken: Sequence[Span]) -> bool:
    return not any(span[0] < other.end and other.start < span[1] for other in taken)
