"""Whether an event is about what a question names: by its cells or title, its sector, its words.

A text is not read word by word for it. Only its words that begin like a form of the term can say
the term, and of most texts there are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.describe.sectors import find_sectors, sectors
from ingest.gazetteer import aliases
from ingest.types import LANGUAGES, Language, Span
from pipelines.catalogue.events import Told
from pipelines.register.nouns import without_accents
from pipelines.register.row import is_own
from pipelines.retrieval.query import Term
from pipelines.terms.saying import bag_of, said
from pipelines.terms.words import words

_SAID: Final = 0.5  # how well a text says what its event has to be about
_HEAD: Final = 3  # letters that the forms of a word have in common
_LONGEST: Final = 60_000  # characters of a text
_NEAR: Final = 300  # characters around an event that is told in passing
_CELLS: Final = re.compile(r"\w: [^|\n]* \| \w")  # "City: Porto | Host: …"
_ACCENTED: Final = {
    "a": "aàâäáãå",
    "c": "cç",
    "e": "eéèêë",
    "i": "iîïíì",
    "n": "nñ",
    "o": "oôöóòõø",
    "u": "uûùüú",
    "y": "yÿ",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """A term with what it is looked for by.

    ``sectors`` are those that it speaks of; ``whole`` says that it names one of them, as "health"
    does and "nursing" does not. ``heads`` matches each word that may be a form of it.
    """

    term: Term
    sectors: frozenset[str]
    whole: bool
    heads: re.Pattern[str]


def topic_of(term: Term) -> Topic:
    """What a term is looked for by."""
    found = frozenset(s.text for s in find_sectors(f"{term.text}. {term.text}. {term.text}.", None))
    names = (bag_of(name, language) for code in found for name, language in _names(code))
    whole = any(said(term, bag) >= _SAID for bag in names)
    forms = {term.text, *_all(term.forms), *_all(term.paraphrases)}
    if term.name:
        forms |= aliases(term.text)
    heads = {_head(word.folded) for form in forms for word in words(form)}
    spelled = "|".join(sorted("".join(_letter(c) for c in head) for head in heads))
    return Topic(term, found, whole, re.compile(rf"(?<![^\W_])(?:{spelled})[^\W_]*"))


def says_itself(topic: Topic, told: Told) -> bool:
    """Whether the cells of an event, its name, or its document's title say the topic."""
    event = told.event
    cells = (event.name, event.host, event.organiser, event.place, *event.projects, *event.partners)
    surface = " ".join([told.title, *(cell.text for cell in cells if cell)])
    if event.place is not None:
        surface += " " + " ".join(sorted(aliases(event.place.text)))
    return _says(topic, surface, _language(told))


def of_its_sector(topic: Topic, told: Told) -> bool:
    """Whether the document is of a sector that the topic speaks of, and not only in passing."""
    return bool(topic.sectors & told.labels.get("sector", frozenset())) and (
        is_own(told) or _of_project(told)
    )


def says(topic: Topic, told: Told, content: str) -> bool:
    """Whether the text of an event says the topic: its document's, or the lines that it is told in.

    A word of a sector counts where the document is of that sector; "railway" in a report of another
    may be a strike's.
    """
    if topic.sectors and not of_its_sector(topic, told):
        return False
    span = told.event.name.span
    if not is_own(told) and span is not None and (row := _row_at(content, span)):
        content = row
    elif not is_own(told) and span is not None and not topic.sectors:
        content = content[max(0, span.start - _NEAR) : span.end + _NEAR]
    return _says(topic, content[:_LONGEST], _language(told))


def _row_at(content: str, span: Span) -> str | None:
    """The row of a table that holds a span: its neighbours tell of other events. None outside."""
    start = content.rfind("\n", 0, span.start) + 1
    end = content.find("\n", span.end)
    row = content[start : end if end >= 0 else len(content)]
    return row if _CELLS.search(row) else None


def calls_so(phrase: re.Pattern[str], told: Told) -> bool:
    """Whether the name of an event or its document's title has these very words."""
    names = f"{told.event.name.text}\n{told.title}".lower()
    return phrase.search(without_accents(names)) is not None


def _says(topic: Topic, text: str, language: Language) -> bool:
    found = set(topic.heads.findall(text.lower()))
    return bool(found) and said(topic.term, bag_of(" ".join(sorted(found)), language)) >= _SAID


def _of_project(told: Told) -> bool:
    """Whether an event told in passing is of a project that its document is of."""
    return any(v.text in told.labels.get("project", frozenset()) for v in told.event.projects)


@lru_cache
def _names(code: str) -> tuple[tuple[str, Language], ...]:
    sector = sectors()[code]
    return ((sector.fr, "fr"), (sector.en, "en"))


def _all(forms: Mapping[Language, Mapping[str, float]]) -> list[str]:
    return [form for language in LANGUAGES for form in forms.get(language, {})]


def _head(word: str) -> str:
    return word[: min(_HEAD, max(2, len(word) - 1))]


def _letter(c: str) -> str:
    return f"[{_ACCENTED[c]}]" if c in _ACCENTED else re.escape(c)


def _language(told: Told) -> Language:
    return "fr" if told.language == "fr" else "en"
