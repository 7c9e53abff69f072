"""What a question asks for: a person, a date, an amount …, one thing or a list of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.bare import is_bare
from pipelines.answer.asking.cues import (
    DEADLINE,
    EVENT,
    KINDS,
    PAST,
    PLURAL,
    PLURAL_OPENER,
    POSITION,
    ROLES,
    SHAPE,
    TOLD,
    TOPIC_OPENERS,
    WHICH_BODY,
    AskKind,
    Role,
)
from pipelines.answer.asking.joins import only_joins
from pipelines.retrieval.query import REMARK, Query, Term


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked: its kind; for a "who", the role, or that it must be a ``person``; for a
    "how many", the word counted; for a "when", whether a deadline is meant. ``wording`` asks for it
    alone, folded, where the question asks for more; else it is empty.
    """

    kind: AskKind
    role: Role | None = None
    person: bool = False
    counted: Term | None = None
    deadline: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: all that it asks, whether it wants a list, whether it is of what has happened,
    whether it is ``bare``, a topic without a question, and the terms of its topic.

    ``weights`` pairs each term of the query with how much an answer must hold it: a name fully, a
    word that only shapes the question ("amount", "city") not at all, an event's kind a little,
    since a report of a webinar need not call itself one.
    """

    query: Query
    asks: tuple[Ask, ...]
    plural: bool
    past: bool
    bare: bool
    weights: tuple[float, ...]


_JOINED: Final = re.compile(r",? (?:and|et) (?:(?:in|at|on|a|en|dans|avec|par|de|by|with) )?")
_AND: Final = re.compile(r",? (?:and|et) |, ")
_BOTH: Final = re.compile(r"\b(?:and|et)\b")
_TWICE: Final = ("number", "amount", "who", "date", "place", "duration", "percent")
_ASKING: Final = re.compile(
    r"\b(?P<word>how (?:many|much|long)|who|when|where|combien|qui|quand|(?:^|(?<=et ))ou)\b"
)
# "How many won", "combien ont été retenus": the verb stands where the noun would.
_OF_SAME: Final = re.compile(
    r"how many(?: of (?:them|these|those))?(?= (?:(?:were|was|did|have|had|are)\b|\w{2,}ed\b|won\b"
    r"|came\b|went\b|left\b|lost\b|got\b))|combien(?= (?:ont|sont|etaient|avaient|seront)\b)"
)
_JOINED_BEFORE: Final = re.compile(r",? (?:and|et) (?:(?:a|de|depuis|since|by|from|with|for) )?$")
_SHARE_OF_EVENT: Final = 0.35


def understand(query: Query) -> Question:
    """What ``query`` asks for. A query that is no question, or asks how or why, is of a topic."""
    remark = REMARK.search(query.text)
    text = fold(query.text[: remark.start()] if remark else query.text).strip(" ?!.")
    asks: list[Ask] = []
    found: list[tuple[int, int, AskKind]] = []
    if not TOPIC_OPENERS.match(text):
        found = [
            (match.start(), match.end(), kind)
            for kind, pattern in KINDS
            if (match := re.search(pattern, text)) and not only_joins(match, text)
        ]
        kinds = _without_overlaps(text, found)
        alone = _apart(text, sorted(one for one in found if one[2] in kinds))
        role = _role(text) if "who" in kinds else None
        deadline = bool(DEADLINE.search(text))
        asks = [
            Ask(
                kind,
                role if kind == "who" else None,
                kind == "who" and bool(POSITION.search(text)),
                _counted(query, text) if kind == "number" else None,
                kind == "date" and deadline,
                f"{alone[kind]}{remark.group() if remark else ''}" if kind in alone else "",
            )
            for kind in kinds
        ]
        if len(asks) == 1:
            asks = _twice(query, text, asks[0]) or asks
    return Question(
        query,
        tuple(asks) or (Ask("topic"),),
        _is_plural(query, text),
        bool(PAST.search(text)),
        is_bare(query.text, text, [(start, end) for start, end, _ in found]),
        tuple(_weight(term, asks, text) for term in query.terms),
    )


def _is_plural(query: Query, text: str) -> bool:
    if PLURAL.search(text) or TOLD.match(text):
        return True
    opener = PLURAL_OPENER.match(text)
    if opener is None:
        return False
    names = {word for term in query.terms if term.name for word in fold(term.text).split()}
    return names.isdisjoint(opener.group().split())  # "Bordeaux: budget", "échange Valenciennes"


def _without_overlaps(text: str, found: list[tuple[int, int, AskKind]]) -> tuple[AskKind, ...]:
    """The kinds in the order they are asked, a bare noun ("dates", "budget") giving way."""
    kinds = [kind for _, _, kind in sorted(found)]
    at = {kind: (start, end) for start, end, kind in found}
    # "combien" alone reads as a number; with money or time it was asked for those.
    if "number" in kinds and {"amount", "duration", "percent"} & set(kinds):
        kinds.remove("number")
    if "definition" in kinds and len(kinds) > 1:
        kinds.remove("definition")
    if "percent" in kinds and "amount" in kinds:
        percent, amount = at["percent"], at["amount"]
        if amount[0] < percent[0] and percent[1] <= amount[1]:  # "hourly rate"
            kinds.remove("percent")
        elif not _BOTH.search(text[min(percent[1], amount[1]) : max(percent[0], amount[0])]):
            kinds.remove("amount")  # "what share of the budget"
    # "Where was the meeting held on what date …": two or more are kept only when joined by "and".
    joined = re.search(r"\b(and|et)\b|,", text)
    return tuple(dict.fromkeys(kinds if joined else kinds[:1]))


def _apart(text: str, found: list[tuple[int, int, AskKind]]) -> dict[AskKind, str]:
    """Each of two things asked in words of its own: "where and when did it start" is "where did it
    start" and "when did it start"; "who held it, and when" is its first half and "when held it".

    The reader has learned from questions for one thing.
    """
    if len(found) != 2:
        return {}
    (first, first_end, one), (second, second_end, other) = found
    between = text[first_end:second]
    if second < first_end:
        return {}
    if _JOINED.fullmatch(between):
        return {one: text[:first_end] + text[second_end:], other: text[:first] + text[second:]}
    if (cut := max((m.start() for m in _AND.finditer(text, first_end, second)), default=0)) == 0:
        return {}
    return {one: text[:cut], other: f"{text[second:]} {text[first_end:cut].strip()}"}


def _twice(query: Query, text: str, ask: Ask) -> list[Ask]:
    """The two asks of a question that asks for two of a kind, each after the same word: "how many
    came, and how many stayed?"; () where it asks once."""
    first = _ASKING.search(text)
    if ask.kind not in _TWICE or first is None:
        return []
    again = [m for m in _ASKING.finditer(text, first.end()) if m["word"] == first["word"]]
    # "Who are the members who export and who train": a clause's "who" asks nothing.
    if len(again) != 1 or not (
        joined := _JOINED_BEFORE.search(text, first.end(), again[0].start())
    ):
        return []
    one, second = text[: joined.start()], text[again[0].start() :]
    then = again[0].end() - 1
    counted = next((term for term in query.terms if term.start >= then), None)
    if ask.kind != "number" or _OF_SAME.match(second) is None:
        return [_of_half(ask, one, ask.counted), _of_half(ask, second, counted)]
    # "How many won": of what was counted first.
    whole = f"{second} {text[first.end() : joined.start()].strip()}"
    return [_of_half(ask, one, ask.counted), _of_half(ask, whole, ask.counted)]


def _of_half(ask: Ask, half: str, counted: Term | None) -> Ask:
    return replace(
        ask,
        role=_role(half) if ask.kind == "who" else None,
        person=ask.kind == "who" and bool(POSITION.search(half)),
        counted=counted if ask.kind == "number" else None,
        deadline=ask.kind == "date" and bool(DEADLINE.search(half)),
        wording=half,
    )


def _role(text: str) -> Role | None:
    return next((role for role, pattern in ROLES if re.search(pattern, text)), None)


def _counted(query: Query, text: str) -> Term | None:
    match = re.search(r"\b(how many|combien d[e']?|number of|nombre (?:\w+ )?d[e']?)\s*", text)
    if match is None:
        return None
    return next((term for term in query.terms if term.start >= match.end() - 1), None)


def _weight(term: Term, asks: list[Ask], text: str) -> float:
    if term.name:
        return 1.5
    word = fold(term.text)
    if SHAPE.match(word):
        return 0.0
    asked_for = WHICH_BODY.search(text)
    if asked_for and word == asked_for.group("body"):
        return 0.0  # "which clusters": the answer gives their names, not the word
    if EVENT.match(word):
        return _SHARE_OF_EVENT
    if any(ask.deadline for ask in asks) and DEADLINE.search(word):
        return 0.0
    if any(role == ask.role and re.match(pattern, word) for ask in asks for role, pattern in ROLES):
        return 0.0  # the role itself is looked for, in whatever words it is put
    return 1.0
