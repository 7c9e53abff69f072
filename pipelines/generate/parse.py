"""A model's text as sentences and the numbers that each of them cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from encoder.lexicon import fold
from ingest.sentences import sentences

LONGEST: Final = 12_000  # characters of an answer that are read
_THOUGHT: Final = re.compile(
    r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE
)
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\n]{0,500}\)")
_MARKED: Final = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)]|#{1,6})\s+", re.MULTILINE)
_STRONG: Final = re.compile(r"\*\*|__|`")
_FOREIGN: Final = re.compile(r"【\s*(\d{1,3})[^】\n]{0,40}】")
_GROUP: Final = r"\[\s*(?:passages?\s+)?\d{1,3}(?:\s*(?:,|;|-|–|and|et)\s*\d{1,3}){0,9}\s*\]"
_CITED: Final = re.compile(_GROUP, re.IGNORECASE)
_AFTER_STOP: Final = re.compile(rf"([.!?…]+[\"'”’»)]*)\s*((?:{_GROUP}\s*)+)", re.IGNORECASE)
_SPREAD: Final = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})")
_NONE: Final = re.compile(
    r"^\W*(?:no answer|no_answer|pas de reponse|aucune reponse|(?:i|je) (?:don't|do not|ne) "
    r"(?:know|sais pas))\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that a model wrote, without its marks, and the numbers it cites, in order."""

    text: str
    numbers: tuple[int, ...]


def parse(text: str) -> tuple[Said, ...]:
    """The sentences in order; none of a text that says that there is no answer."""
    text = _THOUGHT.sub(" ", text[:LONGEST])
    text = _FOREIGN.sub(r"[\1]", text)
    text = _LINK.sub(lambda m: f"[{m[1]}]" if m[1].isdigit() else m[1], text)
    text = _STRONG.sub("", _MARKED.sub("", text))
    if says_nothing(text):
        return ()
    found: list[Said] = []
    for line in text.split("\n"):
        # "It closed in May. [2] Then …": the number belongs to the sentence before it.
        moved = _AFTER_STOP.sub(r" \2\1 ", line).strip()
        found += [_said(span.of(moved)) for span in sentences(moved)]
    return tuple(one for one in found if re.search(r"\w", one.text))


def says_nothing(text: str) -> bool:
    """Whether the model says that the passages don't hold the answer."""
    return bool(_NONE.search(fold(text).strip())) and not _CITED.search(text)


def _said(sentence: str) -> Said:
    numbers: dict[int, None] = {}
    for group in _CITED.findall(sentence):
        for first, last in _SPREAD.findall(group):
            numbers.update(dict.fromkeys(range(int(first), min(int(last), int(first) + 9) + 1)))
        numbers.update(dict.fromkeys(int(n) for n in re.findall(r"\d+", group)))
    bare = re.sub(r"\s+", " ", _CITED.sub(" ", sentence)).strip()
    bare = re.sub(r"\s+([.,)…])", r"\1", bare)
    return Said(bare, tuple(numbers))
