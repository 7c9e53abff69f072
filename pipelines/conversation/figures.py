"""Another figure of what the earlier question counted: "and how many were funded?", "and
exhibitors?", "et quelle part ?".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.types import Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.added import is_bare_plural
from pipelines.conversation.parts import Parts
from pipelines.conversation.restated import said_in
from pipelines.conversation.topics import about_of, phrase_of
from pipelines.conversation.turns import About
from pipelines.terms.words import is_function_word

_MANY: Final = re.compile(r"\b(?:how many[ ]|combien (?:de[ ]|d['’]))")
# "Number of members", "visitors at Bordavia": they ask how many.
_COUNTS: Final = re.compile(
    r"\b(?:how many|how much|combien|number of|nombre d[e'’])"
    r"|^(?:visitors|attendees|participants|visiteurs|inscrits)\b"
)
_DONE: Final = (
    r"(?:(?:were|are|was|is|have been|has been|had been|will be)(?: not)?"
    r"(?! (?:there|held|it|they|in|at|on)\b) [\w-]+|took part|[\w-]{3,}ed|won|got|came|paid)"
)
_FAIT: Final = (
    r"(?:(?:ont|sont|etaient|avaient|seront|auront|est|a)(?! (?:eu|y|en|il)\b)"
    r"(?: ete)?(?: \w+ment)? [\w-]+)"
)
_PLURAL: Final = r"(?:[\w-]+s|people|persons|women|men|staff)"
# "How many were funded?": of what was counted.
_OF_THEM: Final = re.compile(
    rf"^how many(?: of (?:them|those|these))? (?P<en>{_DONE})$"
    rf"|^combien(?: d['’]entre (?:eux|elles))? (?P<fr>{_FAIT})$"
)
_OTHERS: Final = re.compile(
    rf"^how many (?:[\w-]+(?<!s) )?{_PLURAL}(?P<en> {_DONE})?$"
    rf"|^combien (?:de |d['’])[\w-]+(?: \w+[sx])?(?P<fr> {_FAIT})?$"
)
_MUCH: Final = re.compile(rf"^how much(?: money)? {_DONE}$|^combien {_FAIT}$")
_WHICH: Final = re.compile(
    rf"^(?:what|which) (?P<en>[\w-]+)(?: {_DONE})?$"
    rf"|^quel(?:le)?s? (?P<fr>[\w-]+)(?: {_FAIT})?$"
)
_BARE: Final = re.compile(r"^(?:de |d['’])?(?P<noun>[\w-]+(?: \w+s)?)$")
_HELD_IN: Final = re.compile(r"\b(?P<word>for|in|at|during|pour|dans)[ ]$")
_VERB: Final = re.compile(r"happen|\w{3,}ed$|else$")
_LONGEST: Final = 3  # words of what was counted


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a follow-up asks, in words that say what is counted."""

    text: str
    same: bool = False  # it counts the same things


def another_figure(
    previous: Parts, new: Parts, opened: bool, told: About | None = None
) -> str | None:
    """The new question with what the earlier one was asked of, and when and where.

    ``told`` is what the reply to the earlier one spoke of. None where the new one names a topic of
    its own, or the earlier one names nothing, or what can't be said in the new one's language.
    """
    names = [t for t in new.tokens[1:] if t.name and not t.span.of(new.text).isupper()]
    if new.stretches or new.projects or new.events or names:
        return None
    asked = _asked(previous, new, opened)
    if asked is None:
        return None
    about = about_of(previous)
    if not opened and about and about.name and not (about.kind or about.year):
        return None  # "Who is Ada Novak?", "How many shipyards?"
    tail = _tail(previous, new.language, asked, told)
    return f"{asked.text} {tail}" if tail else None


def _asked(previous: Parts, new: Parts, opened: bool) -> _Asked | None:
    low, text = new.low.strip(" ?!."), new.text.strip(" ?!.")
    counted = bool(_COUNTS.search(previous.low))
    if (match := _OF_THEM.match(low)) and counted:
        noun = _counted(previous)
        if noun is not None and previous.language == new.language:
            done = Span(*match.span("en" if match["en"] else "fr")).of(text)
            return _Asked(f"{_how_many(noun.of(previous.text), new.language)} {done}", True)
    if match := _OTHERS.match(low):
        alone = not (match["en"] or match["fr"])
        return _Asked(text) if opened or alone else None
    if not opened:
        return None
    if _MUCH.match(low):
        return _Asked(text)
    if match := _WHICH.match(low):
        which = match["en"] or match["fr"]
        small = which in cue.STOPS or is_function_word(which, new.language)
        return None if small or _VERB.match(which) else _Asked(text)
    if counted and (match := _BARE.match(low)):
        words = match["noun"].split()
        plain = not any(
            w in cue.STOPS or cue.PREPOSITION.match(w) or is_function_word(w, new.language)
            for w in words
        )
        if plain and is_bare_plural(words[-1 if new.language == "en" else 0]):
            name = text[match.start("noun") :]
            return _Asked(_how_many(name if name.isupper() else name.lower(), new.language))
    return None


def _how_many(noun: str, language: Language) -> str:
    return f"Combien {phrase.of(noun)}" if language == "fr" else f"How many {noun}"


def _counted(previous: Parts) -> Span | None:
    """What the earlier question counts: "applications"."""
    lead = _MANY.search(previous.low)
    if lead is None:
        return None
    kept: list[Span] = []
    for token in previous.tokens:
        if token.span.end <= lead.end():
            continue
        if kept and (
            token.low in cue.STOPS
            or cue.PREPOSITION.match(token.low)
            or cue.VERB_LIKE.match(token.low)
            or is_function_word(token.low, previous.language)
            or len(kept) == _LONGEST
        ):
            break
        kept.append(token.span)
    return Span(kept[0].start, kept[-1].end) if kept else None


def _tail(previous: Parts, language: Language, asked: _Asked, told: About | None) -> str | None:
    """What the earlier question was asked of, and when and where, for a question's end."""
    about, own, counted = about_of(previous), None, _counted(previous)
    if about is not None and about.kind is not None:
        own = _phrase(previous)
        if not about.placed and not about.others and told is not None:
            about = told
        if asked.same and own and counted and counted.start <= own.start < counted.end:
            about = own = None  # the events are what was counted
    if about is not None and about.name and counted and counted.of(previous.text) == about.name:
        about = None  # "combien de PME"
    if about is not None and about.name and _is_place(previous, about):
        about = None
    if about is not None and about.others and about.language != language:
        return None
    said = [_topic(previous, about, own, language)] if about else []
    for stretch in previous.stretches:
        within = own is not None and own.start <= stretch.span.start < own.end
        if within or (about and (about.plural or (about.name and stretch.sort == "time"))):
            continue
        said.append(said_in(previous, stretch, language))
    told_all = [one for one in said if one]
    return " ".join(told_all) if len(told_all) == len(said) else None


def _topic(previous: Parts, about: About, own: Span | None, language: Language) -> str | None:
    """The topic after its preposition: "in the first call", "for a short exchange"."""
    same = about.language == language
    before = _HELD_IN.search(previous.low[: own.start]) if own else None
    if before and same and about.text is not None:
        return f"{before['word']} {about.text}"
    said = phrase.spoken(about, language)
    if about.kind == "call":
        return f"lors {phrase.of(said)}" if language == "fr" else f"in {said}"
    if about.kind is None and about.project:
        return f"{'dans' if language == 'fr' else 'in'} {said}"
    if about.kind == "agreement":
        return phrase.of(said) if language == "fr" else f"of {said}"
    return phrase.to(said) if language == "fr" else f"at {said}"


def _phrase(previous: Parts) -> Span | None:
    event = next((e for e in previous.events if e.kind != "other"), None)
    event = event or next(iter(previous.events), None)
    return phrase_of(previous, event) if event else None


def _is_place(previous: Parts, about: About) -> bool:
    return any(name in (about.name or "") for _, name, _ in previous.places) and all(
        any(word in name for _, name, _ in previous.places) for word in (about.name or "").split()
    )
