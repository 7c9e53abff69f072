"""Numbered parts of a plan or a text, which have many spellings in both languages: "WP4", "work
package 4" and "lot de travaux n° 4" are one, as are "Phase II" and "phase 2".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from encoder.lexicon import fold
from ingest.types import LANGUAGES, Language, Span
from pipelines.terms.numbercues import (
    CODES,
    I_IS_MEANT,
    KINDS,
    LETTERS,
    MORE,
    ORDINALS,
    PART,
    PLURAL,
    ROMAN,
    SINGULAR,
    WORDS,
    WRITTEN,
    beginnings,
)

_LONGEST_RANGE: Final = 30
_SHARED: Final = 0.7  # what "work" and "phase" are worth in search, beside a code of its own


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A numbered part: its kind, whatever it is called, and its number in figures ("2.1")."""

    kind: str
    number: str

    def within(self, whole: Part) -> bool:
        """Whether it is a part of another: action 2.1 of action 2."""
        return self.kind == whole.kind and self.number.startswith(f"{whole.number}.")


def numbered(text: str) -> Iterator[tuple[Part, Span]]:
    """The numbered parts that a text names, in order, each with where it stands.

    >>> [part.number for part, _ in numbered("WP1 to WP3, Axe prioritaire II")]
    ['1', '2', '3', '2']
    """
    end = 0
    for start in beginnings(text):
        match = PART.match(text, start)
        if match is None or start < end:  # the second of "WP1 to WP3" has been read
            continue
        kind, several = _kind(match)
        number = _number(match)
        end = match.end()
        if number is None or _is_pronoun(kind, number, match):
            continue
        found = [(Part(kind, number), Span(*match.span()))]
        while more := MORE.match(text, end):
            following = _figure(more["n"])
            again, join = more["again"], more["join"]
            tight = match["code"] and join in ("-", "–") and " " not in more.group()
            if following is None or not (several or tight or _same(again, kind)):
                break
            span = Span(more.start("again") if again else more.start("n"), more.end())
            if join in ("-", "–", "to", "à"):
                found += [(Part(kind, one), span) for one in _between(number, following)]
            found.append((Part(kind, following), span))
            number, end = following, more.end()
        if len(found) > 1 or match["code"] or not several:  # "modules 2 partners gave" are none
            yield from found


def parts_of(text: str) -> frozenset[Part]:
    """The numbered parts that a text names."""
    return frozenset(part for part, _ in numbered(text))


def spellings(part: Part) -> dict[Language, dict[str, float]]:
    """What a part may be called in either language, to be searched by its words: the shared ones
    ("work", "phase") for less than a code of its own."""
    english, french, _ = KINDS[part.kind]
    codes = [
        code
        for letters, kind in WRITTEN.items()
        if kind == part.kind
        for code in (f"{letters}{part.number}", f"{letters} {part.number}")
    ]
    codes += [
        f"{letter}{part.number}"
        for letter, kind in LETTERS.items()
        if kind == part.kind and "." in part.number
    ]
    figures = [part.number]
    if part.number.isdigit() and int(part.number) < len(ROMAN):
        figures.append(ROMAN[int(part.number)])
    names = {"en": english.split(", ")[0], "fr": french.split(", ")[0]}
    return {
        language: dict.fromkeys(codes, 1.0)
        | {f"{names[language]} {figure}": _SHARED for figure in figures}
        for language in LANGUAGES
    }


def in_spelling_of(text: str, *others: str) -> str:
    """A text with its numbered parts spelt as in the first of the other texts that names them.

    >>> in_spelling_of("Who leads WP 4?", "Aldea leads it.", "Work package 4: trials")
    'Who leads Work package 4?'
    """
    spelt: dict[Part, str] = {}
    for other in others:
        for part, span in numbered(other):
            spelt.setdefault(part, span.of(other))
    for part, span in reversed(list(numbered(text))):
        text = f"{text[: span.start]}{spelt.get(part, span.of(text))}{text[span.end :]}"
    return text


def meets(asked: Collection[Part], told: Collection[Part]) -> float:
    """How well what is told is what is asked of: 1 for one of the parts itself, less for what is
    only within one, 0 for neither."""
    if not set(asked).isdisjoint(told):
        return 1.0
    return 0.6 if any(t.within(a) for a in asked for t in told) else 0.0


def is_other(asked: Collection[Part], told: Collection[Part]) -> bool:
    """Whether what is told is another part of a kind that is asked about: WP3 for WP4; what holds
    the part, or is held by it, is no other."""
    kinds = {part.kind for part in asked}
    same = [part for part in told if part.kind in kinds]
    kin = any(t == a or t.within(a) or a.within(t) for t in same for a in asked)
    return bool(same) and not kin


def _kind(match: re.Match[str]) -> tuple[str, bool]:
    """The kind of part, and whether its name says that there are several."""
    if match["code"]:
        code = match["code"].lower()
        return CODES[code.removesuffix("s")], code.endswith("s")
    if match["letter"]:
        return LETTERS[match["letter"]], False
    name = fold(match["head"] or match["called"] or match["of"])
    return (SINGULAR[name], False) if name in SINGULAR else (PLURAL[name], True)


def _number(match: re.Match[str]) -> str | None:
    if match["nth"]:
        return str(int(match["nth"]))
    if match["order"]:
        return str(ORDINALS[match["order"].lower()])
    if match["d"]:
        return str(WORDS[match["d"].lower()])
    return _figure(next(match[name] for name in "abce" if match[name]))


def _figure(written: str) -> str | None:
    """A number in figures; None for letters that are no Roman number."""
    if written[0].isdigit():
        return ".".join(str(int(one)) for one in written.split("."))
    return str(ROMAN.index(written)) if written in ROMAN else None


def _is_pronoun(kind: str, number: str, match: re.Match[str]) -> bool:
    """Whether "I" is who speaks: "the action I took"."""
    return number == "1" and match.group()[-1] == "I" and kind not in I_IS_MEANT


def _same(again: str | None, kind: str) -> bool:
    if again is None:
        return False
    name = fold(again).strip()
    return kind in (CODES.get(name.removesuffix("s")), SINGULAR.get(name), PLURAL.get(name))


def _between(first: str, last: str) -> Iterator[str]:
    if first.isdigit() and last.isdigit() and int(last) - int(first) < _LONGEST_RANGE:
        yield from map(str, range(int(first) + 1, int(last)))
