"""Another number in the earlier question: "and the second one?", "et le lot 4 ?", "and no. 4?".

A mark is the ordinal or number by which a question tells one of several: "the first cut-off",
"lot 3", "comité n° 2".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.describe.dates.calendar import MONTHS
from ingest.types import Span
from pipelines.conversation import cues as cue
from pipelines.conversation.parts import Parts
from pipelines.register.nouns import without_accents
from pipelines.terms import ordinals
from pipelines.terms.words import is_function_word

_ORDINAL: Final = ordinals.PATTERN
_SIGN: Final = r"(?:no\.?|n[°º]|nr\.?|#|number|numero)"
# "lot 3", "steering committee no. 2", "workshop B".
_LABELLED: Final = re.compile(
    rf"(?<![\w-])(?:(?P<sign>{_SIGN})[ ]?|(?P<noun>[a-z][\w-]+)[ ])(?P<number>\d{{1,2}}|[a-z])"
    r"(?![\w%€°º'’]|[.,-]\w)"
)
_GLUED: Final = re.compile(r"(?<![\w-])(?P<noun>[a-z]{2,4})(?P<number>\d{1,2})(?![\w-])")
_LED_IN: Final = r"^(?:(?:for|of|in|at|to|pour|de|a|en|d)[ ])?(?:(?:the|l[ea]s?|aux?|du|des)[ ])?"
_ASKED_ORDINAL: Final = re.compile(
    rf"{_LED_IN}{_ORDINAL}(?:[ ](?P<noun>[\w-]+(?: [\w-]+){{0,2}}))?$"
)
_ASKED_NUMBER: Final = re.compile(
    rf"{_LED_IN}(?:(?P<noun>[a-z][\w-]*(?: [a-z][\w-]*){{0,2}}?)[ ]?)??(?P<sign>{_SIGN}[ ]?)?"
    r"(?P<number>\d{1,2}|(?<=[ ])[a-z])$"
)
# Told by a number, and one of no several: "at first", "the first time", "the first of May".
_NO_MARK: Final = re.compile(
    r"[ ](?:time|fois|name|names|prenom|hand|class|aid|of all|(?:of |de )?(?:"
    + "|".join(sorted(without_accents(month) for month in MONTHS))
    + r"))\b"
)
_MONTHS: Final = frozenset(without_accents(month) for month in MONTHS)
_AFTER: Final = 3  # words after an ordinal that may be its noun


@dataclass(frozen=True, slots=True)
class Mark:
    """A number of a question by which one of several is told, with the words it goes with.

    ``span`` is the number's own. ``sort`` says how it is written: an ordinal, behind a sign as in
    "no. 3", or behind its noun as in "lot 3".
    """

    span: Span
    value: int | str  # a letter, for "lot B"
    sort: str
    nouns: tuple[str, ...] = ()


def marks_of(parts: Parts) -> tuple[Mark, ...]:
    """The marks of a question in order of place."""
    low, found = parts.low, []
    for match in re.finditer(_ORDINAL, low):
        if _NO_MARK.match(low[match.end() :]) or low[: match.start()].endswith("at "):
            continue
        after = [t.low for t in parts.tokens if t.span.start >= match.end()]
        nouns = tuple(_singular(word) for word in after[:_AFTER])
        found.append(Mark(Span(*match.span()), ordinals.value_of(match), "ordinal", nouns))
    for match in (*_LABELLED.finditer(low), *_GLUED.finditer(low)):
        signed = match.re is _LABELLED and match["sign"]
        number = Span(*match.span("number"))
        if not signed and not _labels(parts, match, number):
            continue
        before = [t.low for t in parts.tokens if t.span.end <= match.start()]
        noun = match["noun"] or (before[-1] if before else "")
        nouns = tuple(_singular(word) for word in (*before[-2:], noun) if word)
        sort = "sign" if signed else "glued" if match.re is _GLUED else "label"
        text = number.of(low)
        found.append(Mark(number, int(text) if text.isdigit() else text.upper(), sort, nouns))
    return tuple(sorted(found, key=lambda mark: mark.span))


def renumbered(previous: Parts, new: Parts, opened: bool) -> str | None:
    """The earlier question with the number of the new one in place of its own.

    None where the new one is more than an ordinal or a number with its noun, or the earlier one has
    none, or none of that noun: "the second day" says nothing of "the first exchange".
    """
    asked = _asked(new, opened)
    if asked is None:
        return None
    value, noun, ordinal = asked
    marks = [m for m in marks_of(previous) if not noun or _is_of(m, noun)]
    if not noun:
        marks = [m for m in marks if m.sort != "glued"]
    alike = [m for m in marks if (m.sort == "ordinal") == ordinal]
    mark = next(iter(alike or marks), None)
    return with_number(previous, mark, value) if mark else None


def is_number_only(low: str) -> bool:
    """Whether words are an ordinal that names nothing: "the second", "la quatrième", "no. 4"."""
    low = low.strip(" ?!.")
    match = _ASKED_ORDINAL.match(low)
    if match is not None:
        return match["noun"] in (None, "one", "ones")
    match = _ASKED_NUMBER.match(low)
    return match is not None and match["noun"] is None


def with_number(parts: Parts, mark: Mark, value: int | str) -> str | None:
    """A question with another number at one of its marks; None where it can't be said so."""
    if mark.sort == "ordinal":
        if isinstance(value, str):
            return None
        said = _ordinal(parts, mark, value)
    else:
        said = str(value)
    text = parts.text
    return (text[: mark.span.start] + said + text[mark.span.end :]).rstrip(" ?!.")


def _asked(new: Parts, opened: bool) -> tuple[int | str, Sequence[str], bool] | None:
    """The number that a question is about, the words it goes with, and whether it is an ordinal."""
    low = new.low.strip(" ?!.")
    if match := _ASKED_ORDINAL.match(low):
        noun = [w for w in (match["noun"] or "").split() if w not in ("one", "ones")]
        return ordinals.value_of(match), [_singular(w) for w in noun], True
    match = _ASKED_NUMBER.match(low)
    if match is None or not (opened or match["sign"] or match["noun"]):
        return None
    noun = [_singular(w) for w in (match["noun"] or "").split()]
    text = match["number"]
    if not text.isdigit() and (not noun or len(noun) > 1):
        return None
    return (int(text) if text.isdigit() else text.upper()), noun, False


def _is_of(mark: Mark, noun: Sequence[str]) -> bool:
    return all(word in mark.nouns for word in noun)


def _labels(parts: Parts, match: re.Match[str], number: Span) -> bool:
    """Whether a number or letter after a noun is its label: not "in 10 days", "the top 5 firms"."""
    noun, written = match["noun"], number.of(parts.text)
    small = is_function_word(noun, "en") or is_function_word(noun, "fr") or noun in cue.STOPS
    if small or cue.PREPOSITION.match(noun) or noun in _MONTHS:
        return False
    if not written.isdigit() and (written.islower() or written == "I" or parts.text.isupper()):
        return False
    after = next((t for t in parts.tokens if t.span.start >= number.end), None)
    if after is None or after.name or re.match(r"[ ]?[,;:?!]", parts.text[number.end :]):
        return True
    plain = is_function_word(after.low, "en") or is_function_word(after.low, "fr")
    return plain or after.low in cue.STOPS or bool(cue.PREPOSITION.match(after.low))


def _ordinal(parts: Parts, mark: Mark, value: int) -> str:
    """An ordinal as the question writes its own: "second", "2nd", "première", "4e"."""
    before = parts.low[: mark.span.start].split()
    feminine = bool(before) and before[-1] in ("la", "une", "cette", "quelle")
    return ordinals.like(mark.span.of(parts.text), value, parts.language, feminine)


def _singular(word: str) -> str:
    return re.sub(r"(?<=\w\w)(?<!s)s$", "", word)
