"""What a document is about, in a line, for those who read one sentence of it."""

from __future__ import annotations

from functools import lru_cache

from ingest.describe.layout import lowered
from ingest.register.kinds import find_kinds
from ingest.types import Description
from pipelines.answer.evidence.reading import Reading
from pipelines.register.wording import days, type_word
from pipelines.terms.words import words

_PROJECTS = 2  # a document may name many
_OPENING = 600  # characters in which a document says what it tells of


def about(reading: Reading) -> str:
    """Its title, and of its type, kind of event, projects, place and dates what the title leaves
    out: "Speakers: …" says nothing of the webinar that it belongs to.
    """
    told, content = reading.description, reading.text.content
    when = " ".join(map(str, told.years[:1]))
    if told.dates:
        span = told.dates.span  # none where a person gave them
        when = span.of(content) if span else days(told.dates, told.language)
    return _line(told, content[:_OPENING], when)


@lru_cache(maxsize=512)
def _line(told: Description, opening: str, when: str) -> str:
    nouns = [kind.span.of(opening) for kind in find_kinds(lowered(opening))]
    title = _plain(told.title.text)
    parts = [told.title.text]
    parts += [type_word(told.type, told.language)] if told.type != "other" else []
    parts += [noun for noun in nouns if _plain(noun) not in title][:1]
    parts += [value.text for value in told.projects[:_PROJECTS]]
    parts += [told.place.text] if told.place else []
    parts.append(when)
    said, known = [], _plain("")
    for part in parts:
        if (plain := _plain(part)) not in known:
            said.append(" ".join(part.split()))
            known += plain
    return " – ".join(said)


def _plain(text: str) -> str:
    """Its words between spaces, so that whole words are looked for in whole words."""
    return f" {' '.join(word.folded for word in words(text))} "
