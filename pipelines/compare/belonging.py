"""Which values of a text are one project's, where the text speaks of several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from ingest.gazetteer import fold
from ingest.sentences import sentences
from ingest.types import Description, Span, Value
from pipelines.register.select import line_of


def subjects_of(about: Description) -> frozenset[str]:
    """The projects that a document speaks of as its own: those of its title, else those that it
    tells itself, which a name that only other documents explain is not."""
    titled = _named(about.title.text, [fold(p.text) for p in about.projects])
    named = {p.text for p in about.projects if fold(p.text) in titled}
    told = {p.text for p in about.projects if p.origin != "library"}
    return frozenset(named or told)


def belonging(
    values: Iterable[Value | None],
    project: str,
    subjects: Iterable[str],
    named: Iterable[str],
    content: str,
) -> list[Value]:
    """The values that ``content`` tells of ``project``, among the ``named`` ones.

    A sentence that names this project and no other tells of it, one that names others does not.
    One that names none tells of what the whole text is about, where its ``subjects`` are one.
    """
    this = {fold(project)}
    own = {fold(name) for name in subjects} == this
    keys = this | {fold(name) for name in named}
    held = []
    for value in values:
        if value is None:
            continue
        said = _named(_around(content, value.span), keys) if value.span else set()
        if said == this or (not said and own):
            held.append(value)
    return held


def _named(sentence: str, keys: Collection[str]) -> set[str]:
    """The projects that a sentence names; "H2 RIVAGE II" is not "H2 RIVAGE"."""
    if not keys:
        return set()
    longest = "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True))
    return set(re.findall(rf"(?<!\w)(?:{longest})(?!\w)", fold(sentence)))


def _around(content: str, span: Span) -> str:
    """The sentence or line that a value stands in."""
    held = (s for s in _sentences(content) if s.holds(span))
    return next(held, line_of(content, span)).of(content)


@lru_cache(maxsize=8)
def _sentences(content: str) -> tuple[Span, ...]:
    return tuple(sentences(content))
