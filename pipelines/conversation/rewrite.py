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
from pipelines.conversation.about_documents import on_another_topic
from pipelines.conversation.added import lacks_topic, to_itself
from pipelines.conversation.asking import asked_of, asks_price, attributes, counts_only, with_topic
from pipelines.conversation.compared import which_of
from pipelines.conversation.exchange import exchanged
from pipelines.conversation.figures import another_figure
from pipelines.conversation.leaning import leaning
from pipelines.conversation.listed import of_row
from pipelines.conversation.narrowed import narrowed
from pipelines.conversation.neighbours import neighbouring
from pipelines.conversation.other_body import with_other_body
from pipelines.conversation.other_event import asked_of_another
from pipelines.conversation.other_phrase import with_other_phrase
from pipelines.conversation.other_sort import of_another_sort
from pipelines.conversation.parts import Parts, parts_of
from pipelines.conversation.pronouns import put
from pipelines.conversation.renumbered import renumbered
from pipelines.conversation.spoken_of import BACK, spoken_of
from pipelines.conversation.that_of import pointed_at
from pipelines.conversation.turns import About, Known, Standalone, Turn
from pipelines.conversation.values import led, values_only
from pipelines.register.nouns import kinds_meant
from pipelines.terms.shorthand import written_out

_MOST: Final = 600  # characters; no follow-up is longer


def rewrite(question: str, turns: Sequence[Turn], known: Known | None = None) -> Standalone:
    """The question as it stands alone after ``turns``, the last one last.

    It is unchanged, and not ``rewritten``, where it needs nothing from them or they have nothing.
    """
    text = written_out(" ".join(question.split()))
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
    made = renumbered(before, parts, opened) or neighbouring(before, parts)
    if made is not None:
        return made, turns[-1].full
    if (made := _led(parts, opened, before, known)) is not None:
        return made, turns[-1].full
    if (made := narrowed(before, parts, known)) is not None:
        return made, turns[-1].full
    if (that := _that_of(parts, turns, known)) is not None:
        return that
    made = of_another_sort(before, parts) or _of_row(parts, opened, turns, known)
    if made is None:
        one_before = [parts_of(turn.full, known) for turn in turns[-2:-1]]
        made = which_of((*one_before, before), parts)
    if made is None and opened:
        made = (
            on_another_topic(before, parts)
            or with_other_phrase(before, parts)
            or with_other_body(before, parts)
        )
    if made is not None:
        return made, turns[-1].full
    pronoun = leaning(parts)
    if pronoun is not None:
        if pronoun.person:
            return _of_person(parts, turns)
        found = spoken_of(turns, known, parts, pronoun.span if pronoun.sort == "pointing" else None)
        if found is None:
            return None
        about, source = found
        return put(parts, pronoun, phrase.spoken(about, parts.language)), source
    if values_only(parts) and (opened or _begins_with_stretch(parts) or _is_year(parts)):
        made = _exchanged(before, parts, known)
        return (made, turns[-1].full) if made is not None else None
    if not parts.topical() and not parts.stretches and _asks(parts, opened):
        found = spoken_of(turns, known, parts, None)
        if found is not None:
            return asked_of(parts, found[0], parts.language, found[1]), found[1]
    if (made := another_figure(before, parts, opened, turns[-1].about)) is not None:
        return made, turns[-1].full
    if counts_only(parts) or (opened and lacks_topic(parts)):
        found = spoken_of(turns[-1:], known, parts, None)
        if found is None or not (found[0].kind or found[0].project or found[0].year):
            return None
        return with_topic(parts, found[0], parts.language), found[1]
    if (bare := cue.BARE.search(parts.low)) and not (parts.projects or parts.stretches):
        return _of_bare(parts, Span(*bare.span()), turns, known)
    return None


def _exchanged(before: Parts, parts: Parts, known: Known) -> str | None:
    if parts.events:
        return asked_of_another(before, parts, parts.language, known)
    return exchanged(before, parts, parts.language, known)


def _led(parts: Parts, opened: bool, before: Parts, known: Known) -> str | None:
    """The earlier question counted or listed for other values: "how many in 2021?"."""
    found = led(before, parts)
    if found is None:
        return None
    asked, end = found
    earlier = replace_text(asked, known, before.language)
    rest = replace_text(parts.text[end:].strip(), known, parts.language)
    if not rest.tokens:
        if not opened or asked == before.text:
            return None
        same = before.language == parts.language
        return asked if same else exchanged(earlier, rest, parts.language, known)
    small = ("the", "le", "la", "les", "project", "projet")
    if rest.events or not all(
        rest.told(t.span) or cue.PREPOSITION.match(t.low) or t.low in small for t in rest.tokens
    ):
        return None
    return exchanged(earlier, rest, parts.language, known)


def _that_of(parts: Parts, turns: Sequence[Turn], known: Known) -> tuple[str, str] | None:
    """The question that asks for what "celui de" points at, asked of another project or time."""
    latest = [parts_of(turn.full, known) for turn in reversed(turns[-BACK:])]
    found = pointed_at(latest, parts)
    if found is None:
        return None
    back, start = found
    rest = replace_text(parts.text[start:], known, parts.language)
    made = _exchanged(latest[back], rest, known) if values_only(rest) else None
    return (made, turns[-1 - back].full) if made is not None else None


def _of_row(parts: Parts, opened: bool, turns: Sequence[Turn], known: Known) -> str | None:
    """A row of the list that the follow-ups before, if any, are of: "and the second one?"."""
    for back, turn in enumerate(reversed(turns[-BACK:])):
        if turn.rows:
            made = of_row(parts, turn.rows)
            if made is None and back:
                last = replace_text(turns[-1].question, known, parts.language)
                again = renumbered(last, parts, opened)
                made = (
                    of_row(replace_text(again, known, parts.language), turn.rows) if again else None
                )
            return made
        if turn.asked_as is None:
            return None
    return None


def _of_person(parts: Parts, turns: Sequence[Turn]) -> tuple[str, str] | None:
    pronoun = leaning(parts)
    for turn in reversed(turns[-BACK:]):
        if turn.people and pronoun is not None:
            return put(parts, pronoun, turn.people[0]), turn.full
    return None


def _of_bare(
    parts: Parts, span: Span, turns: Sequence[Turn], known: Known
) -> tuple[str, str] | None:
    """A bare "the meeting", where the conversation is about one."""
    rest = [t for t in parts.topical() if not parts.named(t.span)]
    found = spoken_of(turns, known, parts, span)
    if found is None or any(t.name for t in rest) or not _same_kind(parts, found[0]):
        return None
    about = found[0] if parts.events else About(project=found[0].project)
    text, said = parts.text, phrase.spoken(about, parts.language)
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


def _is_year(parts: Parts) -> bool:
    return bool(re.fullmatch(r"[ ]*(?:19|20)\d\d[ ]*\??", parts.low))


def _begins_with_stretch(parts: Parts) -> bool:
    first = next(iter(parts.stretches), None)
    return first is not None and first.span.start == 0 and bool(first.head)


def _asks(parts: Parts, opened: bool) -> bool:
    """Whether words that name no topic ask something all the same: "what was decided?"."""
    if attributes(parts.low):
        return True
    if asks_price(parts.low):
        return True
    asks = bool(cue.ASKS.search(parts.low)) and (len(parts.tokens) >= 3 or opened)
    return asks and not to_itself(parts.low)


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
