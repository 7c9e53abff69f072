"""Projects that a text names without telling that they are any: other documents tell it.

"Turku joins ROULEBOT" is of the project ROULEBOT to whoever has read its other papers. A name in
passing is none: it stands in the title, in a heading, at the beginning, in the path of the file as
well, or again and again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from ingest.gazetteer import fold, is_word
from ingest.types import Description, Span, Text, Value

_SHORTEST: Final = 4  # characters of a name that is looked for
_TELLING: Final = 4  # characters of a word of it that may set it apart
_BEGINNING: Final = 200  # characters
_A_MENTION: Final = 2_000  # characters at most, where nothing but mentions says that it matters
_SURE: Final = 0.7  # told by another document; not measured
_WORD: Final = re.compile(r"\w+")

Known = Mapping[str, tuple[str, ...]]
"""Names of projects, the longest first, by their first word."""


def known_by_word(names: Iterable[str]) -> Known:
    """The names that can be told from words of the language wherever they stand: not "Lighthouse",
    and not "COMMUNIQUÉ DE PRESSE", whoever may have taken it for one."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        words = _WORD.findall(name)
        if len(name) >= _SHORTEST and not all(
            is_word(word) or len(word) < _TELLING for word in words
        ):
            found[words[0]].append(name)
    return {word: tuple(held) for word, held in found.items()}


def recognised(
    text: Text, description: Description, source: str, known: Known
) -> tuple[Value, ...]:
    """The projects of ``known`` that the text is about and that its ``description`` doesn't have,
    by where they first stand; not what it tells as the host's, organiser's, coordinator's or a
    partner's name. ``source`` is its path in the library."""
    content, path = text.content, fold(re.sub(r"[_/]", " ", source))
    named = (description.host, description.organiser, description.coordinator)
    bodies = (*(value for value in named if value is not None), *description.partners)
    told = {fold(value.text) for value in (*description.projects, *bodies)}
    taken: list[Span] = []  # by longer names: "NISTELIA II" does not speak of NISTELIA
    found = []
    names = (name for word in set(_WORD.findall(content)) for name in known.get(word, ()))
    for name in sorted(names, key=lambda name: (-len(name), name)):
        written = r"\s+".join(map(re.escape, name.split()))  # a line may break in it
        pattern = rf"(?<![\w@./#-]){written}(?![\w@-]|\.\w)"
        spans = [Span(*match.span()) for match in re.finditer(pattern, content)]
        own = [s for s in spans if not any(t.start <= s.start < t.end for t in taken)]
        taken += own
        if own and fold(name) not in told and _matters(own, text, description, path, fold(name)):
            found.append(Value(name, own[0], "library", _SURE))
            told.add(fold(name))
    return tuple(sorted(found, key=lambda value: value.span or Span(0, 0)))


def _matters(
    spans: list[Span], text: Text, description: Description, path: str, folded: str
) -> bool:
    """Whether a text in which a name stands at these places is about it."""
    titles = [heading.span for heading in text.headings]
    if description.title.span is not None:
        titles.append(description.title.span)
    if any(title.start <= span.start < title.end for span in spans for title in titles):
        return True
    if spans[0].start < _BEGINNING or re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", path):
        return True
    return len(spans) > 1 and len(spans) * _A_MENTION >= len(text.content)
