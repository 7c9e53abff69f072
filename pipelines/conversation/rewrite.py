"""A follow-up made a question that stands alone.

It is by rules: which words lean on something said before, and what that was. A question that names
its own topic is never changed, whatever was asked before it (Elgohary, Peskov & Boyd-Graber, 2019,
call the task question-in-context rewriting).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.types import Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.ellipsis import asked_of, attributes, exchanged
from pipelines.conversation.parts import Parts, about_of, parts_of
from pipelines.conversation.pronouns import leaning, put
from pipelines.conversation.turns import About, Known, Standalone, Turn
from pipelines.register.nouns import kinds_meant

_BACK: Final = 4  # turns looked back for a topic
_ASKS: Final = re.compile(
    r"\b(?:who|whom|what|which|when|where|how|why|qui|que|quoi|quel(?:le)?s?|quand|ou|comment"
    r"|pourquoi|combien|did|does|was|were|is|are|est-ce|list|liste)\b"
)
_PLACED_FIRST: Final = re.compile(r"^(?:in|at|during|en|a|au|aux|pour|for|depuis|since)[ ]")
_MOST: Final = 600  # characters; no follow-up is longer


def rewrite(question: str, turns: Sequence[Turn], known: Known | None = None) -> Standalone:
    """The question as it stands alone after ``turns``, the last one last.

    It is unchanged, and not ``rewritten``, where it needs nothing from them or they have nothing.
    """
    text = " ".join(question.split())
    if not turns or not text or len(text) > _MOST:
        return Standalone(question)
    known = known or Known()
    last = turns[-1]
    before = parts_of(last.full, known)
    parts = parts_of(text, known, before.language)
    opener = cue.OPENER.match(parts.low)
    rest = parts
    if opener is not None and opener.end() < len(text.rstrip(" ?")):
        rest = replace_text(text[opener.end() :], known, parts.language)
    found = _completed(rest, opener is not None, turns, before, known)
    if found is None:
        return Standalone(question)
    made, source = found
    return Standalone(_tidy(made, _ends(parts, made, before)), True, source)


def replace_text(text: str, known: Known, language: Language) -> Parts:
    """The parts of a question without its opening words, in the language that the whole is in."""
    return replace(parts_of(text, known, language), language=language)


def _completed(
    parts: Parts, opened: bool, turns: Sequence[Turn], before: Parts, known: Known
) -> tuple[str, str] | None:
    """The whole question and the earlier one it was completed from; None where it is whole."""
    pronoun = leaning(parts)
    if pronoun is not None:
        if pronoun.person:
            return _of_person(parts, turns)
        found = _topic(turns, known, parts, pronoun.span if pronoun.sort == "pointing" else None)
        if found is None:
            return None
        about, source = found
        return put(parts, pronoun, phrase.spoken(about, parts.language)), source
    values = _values_only(parts)
    if values and (opened or _PLACED_FIRST.match(parts.low) or _is_year(parts)):
        made = exchanged(before, parts, parts.language, known)
        return (made, turns[-1].full) if made is not None else None
    if not parts.topical() and not parts.years and (attributes(parts.low) or _asks(parts, opened)):
        found = _topic(turns, known, parts, None)
        if found is None:
            return None
        return asked_of(parts, found[0], parts.language), found[1]
    if (bare := cue.BARE.search(parts.low)) and not (parts.projects or parts.places or parts.years):
        return _of_bare(parts, Span(*bare.span()), turns, known)
    return None


def _of_person(parts: Parts, turns: Sequence[Turn]) -> tuple[str, str] | None:
    pronoun = leaning(parts)
    for turn in reversed(turns[-_BACK:]):
        if turn.people and pronoun is not None:
            return put(parts, pronoun, turn.people[0]), turn.full
    return None


def _of_bare(
    parts: Parts, span: Span, turns: Sequence[Turn], known: Known
) -> tuple[str, str] | None:
    """A bare "the meeting", where the conversation is about one."""
    rest = [t for t in parts.topical() if not parts.named(t.span)]
    found = _topic(turns, known, parts, span)
    if found is None or any(t.name for t in rest) or not _same_kind(parts, found[0]):
        return None
    text, said = parts.text, phrase.spoken(found[0], parts.language)
    head = text[: span.start]
    if parts.language == "fr":
        for pattern, join in ((r"\bà $", phrase.to), (r"\bde $", phrase.of)):
            if match := re.search(pattern, head):
                return head[: match.start()] + join(said) + text[span.end :], found[1]
    return head + said + text[span.end :], found[1]


def _same_kind(parts: Parts, about: About) -> bool:
    if not parts.events:  # "the project"
        return about.project is not None
    kind = parts.events[0].kind
    return about.kind is not None and (kind == "other" or about.kind in kinds_meant(kind))


def _topic(
    turns: Sequence[Turn], known: Known, parts: Parts, pointing: Span | None
) -> tuple[About, str] | None:
    """What the conversation is about: the one event of the last question, else of its reply.

    "This project" asks for the project that was spoken of.
    """
    project = pointing is not None and bool(re.search(r"proje[ct]", pointing.of(parts.low)))
    plural = pointing is not None and bool(
        re.match(r"(?:these|those|ces)\b", pointing.of(parts.low))
    )
    for turn in reversed(turns[-_BACK:]):
        own = about_of(parts_of(turn.full, known))
        candidates = (
            [own, turn.about] if own is None or not own.plural or plural else [turn.about, own]
        )
        for about in candidates:
            if about is None:
                continue
            if project:
                if about.project:
                    return About(project=about.project), turn.full
                continue
            if not about.placed and not about.others and turn.about is not None:
                return turn.about, turn.full  # "the exchange" of a question is its reply's
            return about, turn.full
    return None


def _values_only(parts: Parts) -> bool:
    """Whether a question is nothing but years, places, projects or events."""
    if not (parts.years or parts.places or parts.projects or parts.events):
        return False
    if _ASKS.search(_without_named(parts)):
        return False
    if len(parts.events) > 1:
        return False
    if parts.events:  # the words in the event's phrase are the event's
        about = about_of(parts)
        return about is not None and about.text is not None and not _beside(parts, about.text)
    return all(parts.named(t.span) or t.low in ("project", "projet") for t in parts.topical())


def _beside(parts: Parts, text: str) -> bool:
    start = parts.text.find(text)
    return any(
        not (start <= t.span.start < start + len(text)) and not parts.named(t.span)
        for t in parts.topical()
    )


def _without_named(parts: Parts) -> str:
    low = parts.low
    for span, _, _ in parts.places:
        low = low[: span.start] + " " * (span.end - span.start) + low[span.end :]
    return low


def _is_year(parts: Parts) -> bool:
    return bool(re.fullmatch(r"[ ]*(?:19|20)\d\d[ ]*\??", parts.low))


def _asks(parts: Parts, opened: bool) -> bool:
    """Whether words that name no topic ask something all the same: "what was decided?"."""
    words = len(parts.tokens)
    return bool(_ASKS.search(parts.low)) and (words >= 3 or opened)


def _ends(parts: Parts, made: str, before: Parts) -> str:
    """The mark at the end, as the language of the question writes it."""
    if made.endswith(("?", "!")):
        return ""
    french = parts.language == "fr"
    if before.language != parts.language and made.startswith(before.text.split()[0]):
        french = before.language == "fr"  # no pattern said it in the other language
    return " ?" if french else "?"


def _tidy(text: str, end: str) -> str:
    text = re.sub(r"[ ]{2,}", " ", text).strip()
    text = re.sub(r"[ ]+([,.])", r"\1", text)
    return text[0].upper() + text[1:] + end if text else text
