"""The earlier question asked of another event, or of another kind of them: "and the webinars?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.register.kinds import FoundKind
from ingest.types import EventKind, Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.asking import asked_again
from pipelines.conversation.exchange import exchanged, tail_of
from pipelines.conversation.parts import Parts, parts_of
from pipelines.conversation.topics import about_of, phrase_of
from pipelines.conversation.turns import Known

_QUEL: Final = re.compile(r"\bquel(?:le)?(?P<many>s?)(?=[ ])", re.IGNORECASE)


def asked_of_another(previous: Parts, new: Parts, language: Language, known: Known) -> str | None:
    """The earlier question asked of the events that the new one names; None where it can't be."""
    about, newer = about_of(previous), about_of(new)
    if about is None or newer is None or newer.kind is None:
        return None
    old = next((e for e in previous.events if e.kind != "other"), None) or (
        previous.events[0] if previous.events else None
    )
    listed = about.plural and not (newer.others or newer.project or newer.name)
    if listed:  # other events of the same time and place, where it names no others
        if previous.language != language or old is None:
            tail = tail_of(previous, new, language)
            said = replace(
                newer, text=None, year=None, place=None, country=None, whole=True, plural=True
            )
            said = replace(said, project=about.project)
            return asked_again(previous, said, language, tail) if tail is not None else None
        text = _other_kind(previous, old, newer.kind, language)
        if not new.stretches:
            return text
        return exchanged(parts_of(text, known, language), replace(new, events=()), language, known)
    if newer.placed or newer.others:
        said = newer
        if not newer.project and about.project and not newer.name and newer.kind == about.kind:
            said = replace(newer, text=None, project=about.project) if not newer.others else newer
    else:
        said = replace(newer, text=None, project=about.project)
    if previous.language != language or old is None:
        return asked_again(previous, said, language)
    if said.plural and not newer.placed:
        return _other_kind(previous, old, newer.kind, language)
    return _joined(previous, phrase_of(previous, old), phrase.spoken(said, language), language)


def _other_kind(previous: Parts, old: FoundKind, kind: EventKind, language: Language) -> str:
    """Only the noun changed, and what it was described by gone: "how many webinars in 2020?"."""
    start, end = phrase_of(previous, old).start, old.span.end
    if re.match(r"(?:the|les|la|le|des|une?|an?)[ ]", previous.low[start:]):
        start = start + previous.low[start:].index(" ") + 1
    # An adjective of the old noun goes with it: "échanges ferroviaires".
    for token in previous.tokens:
        beside = previous.text[end : token.span.start] == " "
        if beside and not token.name and not cue.PREPOSITION.match(token.low):
            if token.low in cue.STOPS or previous.told(token.span):
                break
            end = token.span.end
    said = phrase.noun_of(kind, language, True)
    text = _joined(previous, Span(start, end), said, language)
    if language == "fr":
        gender = "le" if phrase.feminine(kind) else ""
        text = _QUEL.sub(lambda m: m[0][:4] + gender + m["many"], text, count=1)
    return text


def _joined(previous: Parts, span: Span, said: str, language: Language) -> str:
    """A phrase in another's place, after "à" and "de" as French writes them."""
    head, tail = previous.text[: span.start], previous.text[span.end :]
    surface = span.of(previous.low)
    if language == "fr":
        if re.match(r"au[x]?[ ]", surface):
            return head + phrase.to(said) + tail
        if re.match(r"du[ ]", surface):
            return head + phrase.of(said) + tail
        for pattern, join in ((r"\b[àÀ] $", phrase.to), (r"\bde $|\bd['’]$", phrase.of)):
            if found := re.search(pattern, head):
                return head[: found.start()] + join(said) + tail
    return head + said + tail
