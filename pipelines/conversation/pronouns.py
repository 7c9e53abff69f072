"""Pronouns and demonstratives of a question, and the question with what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.types import Span
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.parts import Parts

Sort = Literal[
    "thing", "owner", "person", "person_owner", "there", "pointing",
    "clitic", "inverted", "subject", "y", "of", "son",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A word that stands for something said before, and how."""

    sort: Sort
    span: Span
    match: re.Match[str]

    @property
    def person(self) -> bool:
        """Whether it can only be a person."""
        return self.sort in ("person", "person_owner")


def pronouns_in(parts: Parts) -> list[Pronoun]:
    """The pronouns and demonstratives of a question in order, whatever they stand for."""
    found = _french(parts) if parts.language == "fr" else _english(parts)
    return sorted(found, key=lambda p: p.span)


def put(parts: Parts, pronoun: Pronoun, phrase_: str) -> str:
    """The question with ``phrase_`` for the pronoun."""
    if parts.language == "fr":
        return _put_french(parts.text, pronoun, phrase_)
    return _put_english(parts.text, pronoun, phrase_)


def _english(parts: Parts) -> list[Pronoun]:
    low = parts.low
    found = [Pronoun("pointing", Span(*m.span()), m) for m in cue.POINTING.finditer(low)]
    for m in cue.EN_PRONOUN.finditer(low):
        sort: Sort = "thing"
        if m["owner"]:
            sort = "owner"
        elif m["there"]:
            sort = "there"
        elif m["person"]:
            her = m["person"] == "her" and re.match(r"[ ][a-z]", low[m.end() :])
            sort = "person_owner" if m["person"] == "his" or her else "person"
        span = Span(*m.span())
        inside = any(p.span.start <= span.start < p.span.end for p in found)
        if not inside:
            found.append(Pronoun(sort, span, m))
    return found


def _french(parts: Parts) -> list[Pronoun]:
    low = parts.low
    found = [Pronoun("pointing", Span(*m.span()), m) for m in cue.POINTING.finditer(low)]

    def add(sort: Sort, match: re.Match[str]) -> None:
        found.append(Pronoun(sort, Span(*match.span()), match))

    for m in cue.FR_CLITIC.finditer(low):
        add("clitic", m)
    for m in cue.FR_SUBJECT.finditer(low):
        add("inverted" if m["inverted"] else "subject", m)
    for m in cue.FR_THERE.finditer(low):
        add("y", m)
    for m in cue.FR_OF.finditer(low):
        add("of", m)
    for m in cue.FR_OWNER.finditer(low):
        add("son", m)
    return found


def _put_english(text: str, pronoun: Pronoun, said: str) -> str:
    start, end = pronoun.span.start, pronoun.span.end
    if pronoun.sort == "owner" or pronoun.sort == "person_owner":
        return f"{text[:start]}{said}’s{text[end:]}"
    if pronoun.sort == "there":
        verb = re.match(r"(?:was|were) ", text[start:end])
        return f"{text[:start]}{verb[0] if verb else ''}at {said}{text[end:]}"
    return f"{text[:start]}{said}{text[end:]}"


def _put_french(text: str, pronoun: Pronoun, said: str) -> str:
    start, end = pronoun.span.start, pronoun.span.end
    match = pronoun.match
    if pronoun.sort == "clitic":
        if match["aux"]:
            between = text[match.start("between") : match.end("between")]
            part = _masculine(text[match.start("part") : match.end("part")])
            return f"{text[:start]}{match['aux']}{between} {part} {said}{text[end:]}"
        verb = text[match.start("verb") : match.end("verb")]
        return f"{text[:start]}{verb} {said}{text[end:]}"
    if pronoun.sort == "inverted":
        head = re.sub(r"qu['’]$", "que ", text[:start], flags=re.IGNORECASE)
        return f"{head}{said} {text[start:]}"
    if pronoun.sort == "subject":
        head = re.sub(r"qu['’]$", "que ", text[:start])
        return f"{head}{said}{text[end:]}"
    if pronoun.sort == "y":
        if match["far"]:
            return f"{text[:start]}{phrase.to(said)}{text[end:]}"
        rest = text[end:]
        own = ""
        if match["self"]:
            own = "s'" if rest[:1] in "eé" else "se "
        return _at_end(f"{text[:start]}{own}{rest}", phrase.to(said))
    if pronoun.sort == "of":
        return _at_end(text[:start] + text[end:], phrase.of(said))
    if pronoun.sort == "son":
        noun = text[match.start("noun") : match.end("noun")]
        elided = bool(re.match(r"[aeiouyéèêh]", noun, re.IGNORECASE))
        owner = match["owner"]
        the = "les " if owner in ("ses", "leurs") else "l'" if elided else ""
        the = the or ("la " if owner == "sa" else "le ")
        return f"{text[:start]}{the}{noun} {phrase.of(said)}{text[end:]}"
    head = text[:start]
    for pattern, join in ((r"\b(?:à|a) $", phrase.to), (r"\bde $", phrase.of)):
        if found := re.search(pattern, head):
            return f"{head[: found.start()]}{join(said)}{text[end:]}"
    return f"{head}{said}{text[end:]}"


def _at_end(text: str, words: str) -> str:
    body = text.rstrip(" ?!.")
    return f"{body} {words}"


def _masculine(participle: str) -> str:
    """A participle without the agreement that the pronoun before it asked for: "prise" is "pris",
    which has its "s" in the masculine as well."""
    return re.sub(r"(?<=[éiu])es?$|(?<=é)s$|(?<=[cdst])es?$", "", participle)
