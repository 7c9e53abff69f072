"""The earlier question asked of the next one or the one before: "et le suivant ?", "the year
before?"."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Span
from pipelines.conversation import cues as cue
from pipelines.conversation.parts import Parts
from pipelines.conversation.renumbered import marks_of, with_number

_LATER: Final = r"(?:next|following|suivante?|prochaine?|d['’]apres)"
_SOONER: Final = r"(?:previous|preceding|prior|precedente?|d['’]avant)"
_ONE: Final = re.compile(
    rf"^(?:(?:for|pour|at|a|in)[ ])?(?:the|l[ea])[ ](?:(?P<later>{_LATER})|(?P<sooner>{_SOONER}))"
    r"(?:[ ]one)?$|^the one (?:(?P<after>after)|before)(?: (?:it|that))?$"
)
_LED: Final = re.compile(
    r"^(?:(?:who|when|where)[ ](?:was|were|is|are)"
    r"|(?:qui|quand|o[uù])[ ](?:etait|était|est|sera))[ ]"
)
_ARTICLE: Final = re.compile(r"(?:the|l[ea])[ ]|l['’]")
# "Next year" and "l'année prochaine" are told from today.
_YEAR: Final = re.compile(
    r"^(?:(?:in|for|en|pour|a)[ ])?"
    rf"(?:the[ ](?:(?P<later>next|following)|{_SOONER})[ ]year"
    r"|the year (?:(?P<after>after)|before)(?: (?:it|that))?"
    rf"|l['’]annee (?:(?P<suivante>suivante|d['’]apres)|{_SOONER})"
    r"|(?P<many>a|one|two|three|un|deux|trois)[ ](?:years?|ans?)[ ]"
    r"(?:(?P<on>later|after|afterwards|plus tard|apres)|earlier|before|plus tot|avant|auparavant))$"
)
_MANY: Final = {"two": 2, "deux": 2, "three": 3, "trois": 3}
_NEXT: Final = re.compile(r"(?<![\w-])(?P<next>next|prochaine?)(?= (?!years?|months?|weeks?)\w)")
_LAST: Final = re.compile(
    r"(?<![\w-])(?P<last>last|latest|previous|derniere?|precedente?)"
    r"(?= (?!years?|months?|weeks?|name|minute)\w)"
)
_FUTURE: Final = re.compile(r"\b(?:will|aura|auront|sera|seront|[a-z]{3,}era)\b")
_PAST: Final = re.compile(r"\b(?:was|were|did|took|a|ont|etait|[a-z]-t-(?:il|elle))\b")


def neighbouring(previous: Parts, new: Parts) -> str | None:
    """The earlier question with its year or number one further or one back, or with "next" for
    "previous".

    None where the new one asks for no neighbour, or the earlier one tells of none by a single
    year, number or such a word.
    """
    low = new.low.strip(" ?!.")
    if (led := _LED.match(low)) and _ONE.match(low[led.end() :]):
        return _asked_otherwise(previous, new.text[: led.end() - 1], low[led.end() :])
    if match := _YEAR.match(low):
        ahead = bool(match["later"] or match["after"] or match["suivante"] or match["on"])
        step = _MANY.get(match["many"], 1)
        return _of_year(previous, step if ahead else -step)
    match = _ONE.match(low)
    return _of_one(previous, match) if match else None


def _asked_otherwise(previous: Parts, lead: str, low: str) -> str | None:
    """ "Where was the previous one?": the neighbour of what was asked for, by the new one's words.

    None where the earlier question asks by more than such words, or has no neighbour but a year.
    """
    match = _ONE.match(low)
    began = _LED.match(previous.low)
    if match is None or (began is None and cue.ASKS.search(previous.low)):
        return None
    made = _of_one(previous, match)
    if made is None or (previous.years and lead.lower().startswith(("when", "quand"))):
        return None
    if began is not None:
        return f"{lead} {_LED.sub('', made[:1].lower() + made[1:], count=1)}"
    bare = not _ARTICLE.match(previous.low)
    the = "the " if previous.language == "en" and bare else ""
    return f"{lead} {the}{made[:1].lower() + made[1:]}" if the or not bare else None


def _of_one(previous: Parts, match: re.Match[str]) -> str | None:
    step = 1 if match["later"] or match["after"] else -1
    words = list(_NEXT.finditer(previous.low)) + list(_LAST.finditer(previous.low))
    if words:
        return _other_way(previous, words[0], step) if len(words) == 1 else None
    marks = [m for m in marks_of(previous) if isinstance(m.value, int)]
    if marks:
        value = marks[0].value
        one = len(marks) == 1 and isinstance(value, int) and value + step > 0
        return with_number(previous, marks[0], int(value) + step) if one else None
    return _of_year(previous, step)


def is_neighbour(low: str) -> bool:
    """Whether words ask for a neighbour and name nothing: "the previous one", "le suivant"."""
    return bool(_ONE.match(low.strip(" ?!.")))


def _of_year(previous: Parts, step: int) -> str | None:
    denied = any(s.denied or (s.head and not (s.plain or s.loose)) for s in previous.stretches)
    if len(previous.years) != 1 or denied:
        return None
    span, year = previous.years[0]
    return _with(previous, span, str(year + step))


def _other_way(previous: Parts, match: re.Match[str], step: int) -> str | None:
    """ "The next meeting" for "the last" and the other way round, where the verb lets it."""
    is_next = match.re is _NEXT
    if is_next == (step > 0):
        return None  # the one after the next
    if (_FUTURE if is_next else _PAST).search(previous.low):
        return None
    word = match[0]
    if word in ("next", "last", "latest", "previous"):
        said = "previous" if is_next else "next"
    else:
        said = ("précédent" if is_next else "prochain") + ("e" if word.endswith("e") else "")
    made = _with(previous, Span(*match.span()), said)
    if is_next:
        made = re.sub(r"\bis\b", "was", re.sub(r"\bare\b", "were", made, count=1), count=1)
    return made


def _with(previous: Parts, span: Span, said: str) -> str:
    text = previous.text
    return (text[: span.start] + said + text[span.end :]).rstrip(" ?!.")
