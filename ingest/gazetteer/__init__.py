"""Small open lists of places, first names, sectors and words, read once from files beside this one.

Keys are folded (no accents, no case); ``fold`` is the one folding every lookup goes through.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

_HYPHENS: Final = range(0x2010, 0x2016)


class _Letters(dict[int, str | None]):
    """What a character of a decomposed text is folded to; learned as characters come up."""

    def __missing__(self, code: int) -> str | None:
        one = chr(code)
        known = None if unicodedata.combining(one) else " " if code in _HYPHENS else one
        self[code] = known
        return known


_FOLDED: Final = _Letters(
    zip(
        map(ord, "øłđßæœ’ʼ-"),
        ("o", "l", "d", "ss", "ae", "oe", "'", "'", " "),
        strict=True,
    )
)


def fold(text: str) -> str:
    """``text`` without accents or case, hyphens and runs of white space as one space."""
    text = text.casefold()
    if text.isascii():
        text = text.replace("-", " ")
    else:
        text = unicodedata.normalize("NFD", text).translate(_FOLDED)
    return " ".join(text.split())


@cache
def countries() -> dict[str, str]:
    """Folded French or English country name → ISO 3166-1 alpha-2 code."""
    return {fold(name): code for name, code in _rows("countries.tsv")}


@cache
def regions() -> dict[str, str]:
    """Folded region name in French, English or its own language → its country's code."""
    return {fold(name): code for names, code in _rows("regions.tsv") for name in names.split("|")}


@cache
def cities() -> dict[str, tuple[str, ...]]:
    """Folded city name → codes of the countries that have one, the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for name, _, code in _rows("exonyms.tsv"):
        found[fold(name)] = (code,)
    for name, code, _ in _rows("cities.tsv"):  # the likeliest first
        for form in _forms(name):
            if code not in (known := found.get(form, ())):
                found[form] = (*known, code)
    return found


def _forms(name: str) -> tuple[str, ...]:
    """A name that is given in two languages ("Donostia / San Sebastián") by each and by both."""
    first, slash, second = (part.strip() for part in name.partition("/"))
    if not slash or "(" in name:
        return (fold(name),)
    return fold(first), fold(second), fold(f"{first} {second}"), fold(f"{second} {first}")


@cache
def nationals() -> dict[str, str]:
    """Folded adjectives and public bodies that speak for a country, and its code."""
    return {fold(word): code for word, code in (*_rows("nationals.tsv"), *_rows("bodies.tsv"))}


@cache
def called(code: str) -> tuple[str, ...]:
    """What a country is called, and the adjectives that speak for it, in French and English."""
    names = [name for name, of in _rows("countries.tsv") if of == code]
    return (*names, *(word for word, of in _rows("nationals.tsv") if of == code))


def aliases(name: str) -> frozenset[str]:
    """Other names of a country, region or city in French, English or its own language, folded."""
    return _aliases().get(fold(name), frozenset())


@cache
def _aliases() -> dict[str, frozenset[str]]:
    places: dict[tuple[str, str], set[str]] = {}
    for name, code in _rows("countries.tsv"):
        places.setdefault(("", code), set()).add(fold(name))
    for name, local, code in _rows("exonyms.tsv"):
        places.setdefault((fold(local), code), {fold(local)}).add(fold(name))
    for (names,) in _rows("region_names.tsv"):
        places[("region", names)] = {fold(name) for name in names.split("|")}
    others: dict[str, set[str]] = {}
    for group in places.values():
        for name in group:
            others.setdefault(name, set()).update(group)
    return {name: frozenset(group - {name}) for name, group in others.items()}


@cache
def first_names() -> frozenset[str]:
    """Folded first names that are common in Europe and around the Mediterranean."""
    return frozenset(fold(name) for (name,) in _rows("first_names.tsv"))


@cache
def ambiguous() -> frozenset[str]:
    """Folded place names that are also everyday words or first names ("Nice", "Nancy")."""
    return frozenset(word for (word,) in _rows("ambiguous.tsv")) | first_names()


@cache
def not_names() -> frozenset[str]:
    """Folded document words, ranks, programmes and units that look like names but name nobody."""
    return frozenset(fold(word) for (word,) in _rows("not_names.tsv"))


@cache
def demonyms() -> frozenset[str]:
    """Folded adjectives of countries and regions, French and English."""
    return frozenset(fold(word) for (word,) in _rows("demonyms.tsv"))


@cache
def origins() -> frozenset[str]:
    """Folded adjectives that say where somebody or something is from ("Danish", "bretonne"), but
    those that name the place as well ("Suisse", "Corse")."""
    adjectives = demonyms() | {fold(word) for word, _ in _rows("nationals.tsv")}
    return adjectives - set(countries()) - set(regions())


def sector_rows() -> list[list[str]]:
    """Code, French name, English name, terms that speak of a sector alone, terms that may."""
    return _rows("sectors.tsv")


@cache
def words() -> frozenset[str]:
    """Folded French and English words of three letters or more, inflected forms among them."""
    return frozenset(files(__name__).joinpath("words.tsv").read_text(encoding="utf-8").split())


def is_word(text: str) -> bool:
    """Whether ``text`` is a French or English word, or its plural or feminine."""
    word = fold(text)
    known = words()
    return word in known or any(
        word.endswith(ending) and word[: -len(ending)] in known for ending in ("s", "e", "es", "x")
    )


def _rows(name: str) -> list[list[str]]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line]
