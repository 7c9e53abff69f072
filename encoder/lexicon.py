"""The French↔English lexicon: word and term translations with probabilities.

Meant for probabilistic structured queries: a query word counts in a document of the other language
through its translations, each at its probability (Darwish & Oard 2003, "Probabilistic structured
query methods"). `encoder.training.lexicon` makes the file.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import floor
from pathlib import Path
from typing import Literal

from encoder.errors import EncoderError

Language = Literal["fr", "en"]

DEFAULT_PATH = Path(__file__).parent / "lexicon.tsv"
MOST_TRANSLATIONS = 6
LONGEST_TERM = 6  # words
# Who writes accents leaves one out where it belongs once in four times, let us say: "rencontre" is
# more likely the noun than "rencontré". In capitals accents are left out as a rule.
_LEFT_OUT = 0.25

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "＇": "'"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_ELIDED = frozenset(["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu"])
_PARTS = re.compile(r"[^\W_]+")
# Folded endings of plurals and feminines, with what the form they are made from has instead.
_INFLECTIONS: dict[Language, tuple[tuple[str, str], ...]] = {
    "fr": (
        *(
            ("s", ""),
            ("x", ""),
            ("e", ""),
            ("es", ""),
            ("aux", "al"),
            ("ive", "if"),
            ("ives", "if"),
        ),
        *(("elle", "el"), ("elles", "el"), ("enne", "en"), ("ennes", "en")),
        *(("euse", "eux"), ("euses", "eux"), ("trice", "teur"), ("trices", "teur")),
    ),
    "en": (("s", ""), ("es", ""), ("ies", "y")),
}
_SHORTEST = 4  # letters


@dataclass(frozen=True, slots=True)
class Translation:
    """A term of the other language, accents kept, and the chance that it is what was meant."""

    term: str
    probability: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the file: a term, how often it was seen, its translations' probabilities."""

    term: str
    count: float
    translations: dict[str, float]


class Lexicon:
    """Translations looked up without regard to case, accents, apostrophe or hyphen.

    >>> default_lexicon().translate("Appel à projets", "fr")[0].term
    'call for projects'
    """

    def __init__(self, path: Path = DEFAULT_PATH) -> None:
        """Read the file, whose lines are sorted: look-ups search them, nothing is parsed before.

        Raises:
            EncoderError: the file is missing.
        """
        self._path = path
        try:
            self._lines = path.read_text(encoding="utf-8").split("\n")
        except FileNotFoundError as error:
            raise EncoderError(
                f"The lexicon {path} is missing: install Grappe again, or make it with "
                "`python -m encoder.training.lexicon`."
            ) from error
        if self._lines[-1] == "":
            self._lines.pop()

    def translate(self, term: str, source: Language) -> tuple[Translation, ...]:
        """Return a word's or term's translations, best first; () when it isn't known.

        At most 6, probabilities adding up to at most 1. Accents that are there are heeded ("marché"
        is not "marche") when the lexicon has the term with them; otherwise every term that reads
        the same without accents answers, each by how frequent it is, and those with accents for
        less if one is spelled just as it was written. A French elision before an
        unknown term is passed over ("l'échange"), and an unknown plural or feminine in small
        letters, which is no name, is translated as its singular or masculine.

        Raises:
            EncoderError: the line found is not one that the recipe writes.
        """
        written = spelling(term)
        entries = self._find(lookup_key(written), source)
        if not entries and source == "fr":
            elided, apostrophe, rest = written.partition("'")
            if apostrophe and elided in _ELIDED:
                written, entries = rest, self._find(lookup_key(rest), source)
        if not entries and term == term.lower():
            entries = self._uninflected(lookup_key(written), source)
        if len(entries) > 1 and not term.isupper():
            entries = _as_written(entries, written)
        return _merge(entries)

    def phrases(
        self, words: Sequence[str], source: Language
    ) -> list[tuple[int, int, tuple[Translation, ...]]]:
        """Return the terms of two words or more in a token list as (start, end, translations).

        The longest term wins at each place, from left to right; matches don't overlap, and
        `words[start:end]` is the term. Tokens may carry elisions ("d'offres") or be split at them
        ("d", "offres"; "d'", "offres").
        """
        parts = [_PARTS.findall(fold(word)) for word in words]
        found = []
        start = 0
        while start < len(words):
            end, entries = self._longest_match(parts, start, source)
            if entries:
                found.append((start, end, _merge(entries)))
            start = end
        return found

    def _longest_match(
        self, parts: list[list[str]], start: int, source: Language
    ) -> tuple[int, list[_Entry]]:
        """Return the end and entries of the longest term at `start`; (start + 1, []) if none."""
        best: tuple[int, list[_Entry]] = (start + 1, [])
        key = _unelided(parts[start]) if source == "fr" else list(parts[start])
        if not key:
            return best
        for end in range(start + 1, len(parts)):
            key += parts[end]
            # A bare sign of punctuation ends the term.
            if not parts[end] or len(key) > LONGEST_TERM:
                break
            best = (end + 1, entries) if (entries := self._find(" ".join(key), source)) else best
        return best

    def _uninflected(self, key: str, source: Language) -> list[_Entry]:
        """Return the entries of the form that a plural or feminine is made from."""
        for ending, instead in _INFLECTIONS[source]:
            stem = key.removesuffix(ending)
            if (
                stem != key
                and len(stem + instead) >= _SHORTEST
                and (entries := self._find(stem + instead, source))
            ):
                return entries
        return []

    def _find(self, key: str, source: Language) -> list[_Entry]:
        """Return the entries stored under a look-up key."""
        if not key:
            return []
        prefix = f"{source}\t{key}\t"
        place = bisect_left(self._lines, prefix)
        found = []
        while place < len(self._lines) and self._lines[place].startswith(prefix):
            found.append(self._entry(self._lines[place]))
            place += 1
        return found

    def _entry(self, line: str) -> _Entry:
        try:
            _, _, term, count, listed = line.split("\t")
            pairs = (translation.rpartition("=") for translation in listed.split("|"))
            return _Entry(term, int(count), {word: float(chance) for word, _, chance in pairs})
        except ValueError as error:
            raise EncoderError(f"The lexicon {self._path} has a bad line: {line!r}") from error


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon that comes with Grappe, read at the first call."""
    return Lexicon()


def fold(text: str) -> str:
    """Return text in lower case, accents and ligatures folded, apostrophes all the straight one."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered.replace("`", "'")
    return lowered.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each character of a text in lower case is folded to, worked out when it first comes."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code).translate(_APOSTROPHES))
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
        # Decomposing can bring capitals and apostrophes back ("ℌ", "ŉ").
        self[code] = bare.lower().translate(_APOSTROPHES).translate(_LIGATURES)
        return self[code]


_FOLDED = _Folded()


def lookup_key(term: str) -> str:
    """Return what a term is stored under: its folded words, one space between."""
    return " ".join(_PARTS.findall(fold(term)))


def spelling(term: str) -> str:
    """Return a term as the file spells it: composed, lower case, straight apostrophes."""
    composed = unicodedata.normalize("NFC", term.lower().translate(_APOSTROPHES))
    return " ".join(composed.split())


def _as_written(entries: list[_Entry], written: str) -> list[_Entry]:
    """Return what may have been meant by a spelling, by the accents that it has or lacks."""
    exact = [entry for entry in entries if entry.term == written]
    if not exact:
        return entries
    if not written.isascii():
        return exact
    others = (entry for entry in entries if entry.term != written)
    return exact + [replace(entry, count=entry.count * _LEFT_OUT) for entry in others]


def _merge(entries: Sequence[_Entry]) -> tuple[Translation, ...]:
    """Return the translations of terms that were asked for as one, weighted by their counts."""
    total = sum(entry.count for entry in entries)
    merged: dict[str, float] = {}
    for entry in entries:
        for term, probability in entry.translations.items():
            merged[term] = merged.get(term, 0.0) + probability * entry.count / total
    best = sorted(merged.items(), key=lambda item: (-item[1], item[0]))[:MOST_TRANSLATIONS]
    # Rounded down, so that probabilities never add up to more than 1.
    return tuple(Translation(term, floor(chance * 1e4 + 1e-6) / 1e4) for term, chance in best)


def _unelided(parts: list[str]) -> list[str]:
    """Return a French token's parts without the elided word before it ("l'échange")."""
    return parts[1:] if len(parts) > 1 and parts[0] in _ELIDED else list(parts)
