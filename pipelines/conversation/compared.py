"""Which of the things just named: "and which was longer?", "lequel est le plus cher ?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.types import Span
from pipelines.compare.asked import compares
from pipelines.conversation.parts import Parts

_MORE: Final = r"(?:more|most|less|least|fewer|fewest|better|best|[a-z]{3,}er|[a-z]{3,}est)"
_PLUS: Final = r"(?:(?:l[ea]s? )?(?:plus|moins)|l[ea] meilleure?|davantage)"
# A choice by what is more or comes first, with nothing to choose from.
_CHOICE: Final = re.compile(
    r"^which(?: one)?(?: of (?:them|the two|these|those))? "
    rf"(?:(?:is|was|are|were|will be|came|comes) (?:the )?(?:{_MORE}(?: [a-z]+)?|first|last)"
    rf"|(?:has|had|got|gets|have|drew|attracted) (?:the )?{_MORE}(?: [a-z]+){{0,2}}"
    rf"|(?:costs?|lasted|lasts|[a-z]+ed|took place|began|begins|starts|ends|closes|opens)"
    rf" (?:{_MORE}|first|last))$"
    r"|^(?:lequel|laquelle)(?: des deux)? "
    rf"(?:(?:est|etait|sera|a ete) {_PLUS}(?: [a-z-]+)?"
    rf"|(?:a|avait|aura|a eu|a reuni|a attire|a recu) {_PLUS}(?: (?:de |d['’])?[a-z-]+){{1,2}}"
    rf"|[a-z]+(?: [a-z]+)? (?:{_PLUS}(?: (?:longtemps|tard|tot|cher|d['’][a-z]+|de [a-z]+))?"
    r"|en (?:premiere?|derniere?)))$"
)
# "Which was longer, A or B?"
_FROM: Final = re.compile(
    r"^(?:which|lequel|laquelle)\b[^,]+, (?P<names>[^,]+(?:, [^,]+){0,2} (?:or|ou) [^,?]+?)[ ]?\??$"
)
_MOST: Final = 4  # things that are compared


def which_of(earlier: Sequence[Parts], new: Parts) -> str | None:
    """The choice that the new question asks for, of what the one before names; of what the two
    before name where each names one thing.

    None where the new question asks for no choice, or names something itself.
    """
    if new.projects or new.stretches or new.events or not _CHOICE.match(new.low.strip(" ?!.")):
        return None
    names = _named(earlier[-1])
    if len(names) == 1 and len(earlier) > 1:
        both = (*_named(earlier[-2]), *names)
        names = tuple({name.lower(): name for name in both}.values())
    other = earlier[-1].language != new.language
    if not 1 < len(names) <= _MOST or (other and any(map(_has_words, names))):
        return None
    join = "ou" if new.language == "fr" else "or"
    listed = f"{', '.join(names[:-1])} {join} {names[-1]}"
    return f"{new.text.rstrip(' ?!.')}, {listed}"


def _named(parts: Parts) -> tuple[str, ...]:
    """What a question chooses from or compares, else the projects that it names."""
    if match := _FROM.match(parts.low):
        listed = Span(*match.span("names")).of(parts.text)
        return tuple(re.split(r", | or | ou ", listed))
    asked = compares(parts.text)
    if asked is not None:
        return tuple(_with_article(parts.text, name) for name in asked.names)
    found: dict[str, str] = {}
    for span, name in parts.projects:
        found.setdefault(name.lower(), span.of(parts.text))
    return tuple(found.values())


def _with_article(text: str, name: str) -> str:
    before = text[: text.find(name)]
    article = re.search(r"(?<![\w'’-])(?:(?:the|l[ea]s?) |l['’])$", before, re.IGNORECASE)
    return (article[0].lower() if article else "") + name


def _has_words(name: str) -> bool:
    """Whether a name is told in words of a language: "Split exchange"."""
    return any(word[0].islower() for word in name.split())
