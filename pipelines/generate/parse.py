"""A model's text as sentences and the numbers that each of them cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.sentences import sentences
from pipelines.generate.citing import CITED, RUN, square
from pipelines.generate.refused import is_bare_refusal, says_nothing

LONGEST: Final = 12_000  # characters of an answer that are read
_OPEN: Final = r"<(?:think(?:ing)?|reasoning|thought)>"
_CLOSE: Final = r"</(?:think(?:ing)?|reasoning|thought)>"
# Some templates open the tag in the prompt, so that a text only closes it; a cut one never does.
_THOUGHTS: Final = tuple(
    re.compile(pattern, re.DOTALL | re.IGNORECASE)
    for pattern in (rf"{_OPEN}.*?{_CLOSE}", rf"\A.*{_CLOSE}", rf"{_OPEN}.*\Z")
)
_FENCE: Final = re.compile(r"^[ \t]*(?:```|~~~)[^\n`]*$", re.MULTILINE)
_TAG: Final = re.compile(r"</?(?:b|i|em|strong|sup|sub|p|br|ul|ol|li|cite) ?/?>", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\n]{0,500}\)")
_MARKED: Final = re.compile(r"^[ \t]*(?:(?:[-*•–>]|\d{1,2}[.)]|#{1,6})[ \t]+)+", re.MULTILINE)
_STRONG: Final = re.compile(r"\*\*|__|`")
_EMPHASIS: Final = re.compile(r"(?<![\w*_])([*_])(?=\S)((?:(?!\1)[^\n]){1,300})(?<=\S)\1(?![\w*_])")
_LABEL: Final = re.compile(
    r"\A\s*(?:(?:final )?answer|r[ée]ponse(?: finale)?)\s?:\s*", re.IGNORECASE
)
_ALONE: Final = re.compile(
    rf"[ \t]{{0,4}}\n\s{{0,4}}({RUN}\.?)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_AFTER_STOP: Final = re.compile(rf"([.!?…]+[\"'”’»)]*)\s{{0,3}}({RUN})", re.IGNORECASE)
_REFERRED: Final = re.compile(
    r"(^|,?\s)(?:according to|based on|as (?:stated|mentioned|noted) in|selon|d['’]apr[èe]s"
    r"|comme (?:indiqué|mentionné|précisé) dans|en se basant sur|se basant sur)"
    rf"\s(?:(?:the|les?) )?(?:(?:passages?|sources?|documents?) )?({RUN})(?:,\s)?",
    re.IGNORECASE,
)
_SPREAD: Final = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})")
_HEAD: Final = re.compile(r"(?:sources?|r[ée]f[ée]rences?|citations?|passages?) ?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that a model wrote, without its marks, and the numbers it cites, in order."""

    text: str
    numbers: tuple[int, ...]


def parse(text: str) -> tuple[Said, ...]:
    """The sentences in order; none of a text that says that there is no answer.

    What announces an answer or its sources, and says nothing itself, is none.
    """
    cleaned = _cleaned(text)
    if _refuses(cleaned):
        return ()
    found = [
        _said(span.of(line))
        for line in _AFTER_STOP.sub(r" \2\1 ", _ALONE.sub(r" \1", cleaned)).split("\n")
        for span in sentences(line)
    ]
    return tuple(one for one in found if _tells(one))


def refuses(text: str) -> bool:
    """Whether the model says that the passages don't hold the answer."""
    return _refuses(_cleaned(text))


def is_unfinished(text: str) -> bool:
    """Whether a text ends before the model came to its answer."""
    thoughts, _, cut = _THOUGHTS
    return cut.search(thoughts.sub(" ", text[:LONGEST])) is not None


def _refuses(cleaned: str) -> bool:
    return not CITED.search(cleaned) and any(
        says_nothing(span.of(line)) for line in cleaned.split("\n") for span in sentences(line)
    )


def _cleaned(text: str) -> str:
    """What a model wrote to be read, without the marks of a format."""
    text = text[:LONGEST]
    for thought in _THOUGHTS:
        text = thought.sub(" ", text)
    text = _TAG.sub(" ", _FENCE.sub("", text))
    text = _LINK.sub(lambda m: f"[{m[1]}]" if CITED.fullmatch(f"[{m[1]}]") else m[1], text)
    text = _EMPHASIS.sub(r"\2", _STRONG.sub("", _MARKED.sub("", text)))
    return square(_LABEL.sub("", text))


def _tells(one: Said) -> bool:
    if not re.search(r"\w", one.text) or _HEAD.fullmatch(one.text):
        return False
    return bool(one.numbers) or not (one.text.endswith(":") or is_bare_refusal(one.text))


def _said(sentence: str) -> Said:
    numbers: dict[int, None] = {}
    for group in CITED.findall(sentence):
        for first, last in _SPREAD.findall(group):
            numbers.update(dict.fromkeys(range(int(first), min(int(last), int(first) + 9) + 1)))
        numbers.update(dict.fromkeys(int(n) for n in re.findall(r"\d+", group)))
    kept = _REFERRED.sub(" ", sentence)
    bare = re.sub(r"\s+", " ", re.sub(RUN, " ", kept, flags=re.IGNORECASE)).strip()
    bare = re.sub(r"\s+([.,)…])", r"\1", bare)
    if kept != sentence and sentence[:1].isupper():
        bare = bare[:1].upper() + bare[1:]
    return Said(bare, tuple(numbers))
