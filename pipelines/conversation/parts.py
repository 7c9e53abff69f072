"""What a question holds: names, years, places, stretches, events, and the words of its topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.describe.language import detect
from ingest.describe.places.places import find_places
from ingest.gazetteer import aliases, fold
from ingest.register.kinds import FoundKind
from ingest.types import Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation.stretches import Sort, Stretch, stretches_in
from pipelines.conversation.turns import Known
from pipelines.register.nouns import asked_kinds, without_accents
from pipelines.terms.words import is_function_word

_SURE: Final = 0.75
_YEAR: Final = re.compile(r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])")
_WORD: Final = re.compile(r"[\w&]+(?:[-.'’][\w&]+)*")
_CONTRACTED: Final = re.compile(
    r"^(?:what|who|whom|where|when|how|why|that|it|there|here|he|she)(?P<is>['’]s)$", re.IGNORECASE
)
_ELIDED: Final = re.compile(r"^(?:l|d|s|n|m|t|c|j|qu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place; ``low`` is without case, accents and elided article."""

    low: str
    span: Span
    name: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A question taken apart; ``low`` has the offsets of ``text``."""

    text: str
    low: str
    language: Language
    sure: bool
    tokens: tuple[Token, ...]
    years: tuple[tuple[Span, int], ...]
    places: tuple[tuple[Span, str, str | None], ...]  # the last is the code of a country
    projects: tuple[tuple[Span, str], ...]
    events: tuple[FoundKind, ...]
    stretches: tuple[Stretch, ...]

    def stretch(self, sort: Sort) -> Stretch | None:
        """The stretch that says when or where; of several, the first that says so plainly."""
        found = [s for s in self.stretches if s.sort == sort]
        return next((s for s in found if s.plain), found[0] if found else None)

    def named(self, span: Span) -> bool:
        """Whether a word belongs to a year, place, project or event."""
        spans = (
            *(s for s, _ in self.years),
            *(s for s, _, _ in self.places),
            *(s for s, _ in self.projects),
            *(e.span for e in self.events),
        )
        return any(s.meets(span) for s in spans)

    def told(self, span: Span) -> bool:
        """Whether a word is named, or says when or where with what is: "before", "June"."""
        return self.named(span) or any(s.span.meets(span) for s in self.stretches)

    def topical(self, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
        """The words of a stretch that say what it is about: no asking words, no attributes."""
        end = len(self.text) if end is None else end
        asked = [
            Span(*m.span()) for _, pattern in cue.ATTRIBUTES for m in pattern.finditer(self.low)
        ]
        return tuple(
            t
            for t in self.tokens
            if start <= t.span.start
            and t.span.end <= end
            and not is_function_word(t.low, self.language)
            and not cue.EMPTY.match(t.low)
            and len(t.low) > 1
            and (t.name or not any(s.meets(t.span) for s in asked))
        )


def parts_of(text: str, known: Known, fallback: Language = "en") -> Parts:
    """The parts of a question; ``fallback`` is its language where its words don't tell."""
    low = without_accents(text.lower()) if len(text.lower()) == len(text) else text
    language, confidence = detect(text)
    sure = confidence >= _SURE
    language = language if sure else fallback
    places = [
        (p.span, p.text, p.country if p.kind == "country" else None) for p in find_places(text)
    ]
    for name in known.places:
        for form in map(without_accents, {fold(name), *aliases(name)}):
            match = next(_as_word(form, low), None)
            if match and not any(
                s.start < match.end() and match.start() < s.end for s, _, _ in places
            ):
                places.append((Span(*match.span()), text[match.start() : match.end()], None))
    projects = [
        (Span(*m.span()), name)
        for name in known.projects
        for m in _as_word(without_accents(name.lower()), low)
    ]
    tokens = tuple(_tokens(text, low))
    taken = [s for s, _ in projects] + [s for s, _, _ in places]
    projects += [
        (t.span, t.span.of(text))
        for t in tokens
        if len(t.low) >= 4
        and t.span.of(text).isupper()
        and not text.isupper()
        and not any(s.meets(t.span) for s in taken)
    ]
    events = tuple(e for e in asked_kinds(low) if not any(s.meets(e.span) for s in taken))
    return Parts(
        text,
        low,
        language,
        sure,
        tokens,
        tuple((Span(*m.span()), int(m[0])) for m in _YEAR.finditer(text)),
        tuple(sorted(places, key=lambda p: p[0])),
        tuple(sorted(projects)),
        events,
        stretches_in(low, sorted(places, key=lambda p: p[0])),
    )


def _as_word(name: str, low: str) -> Iterator[re.Match[str]]:
    """Where a text has a name as words of its own; of the many known, few are there at all."""
    if name not in low:
        return iter(())
    return re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", low)


def _tokens(text: str, low: str) -> list[Token]:
    found: list[Token] = []
    for match in _WORD.finditer(text):
        start = match.start()
        elided = _ELIDED.match(text[start : match.end()])
        start += elided.end() if elided else 0
        contracted = _CONTRACTED.match(match[0])  # "what's its budget"
        span = Span(start, match.end() - len(contracted["is"]) if contracted else match.end())
        surface = span.of(text)
        name = (surface[0].isupper() and bool(found)) or any(c.isupper() for c in surface[1:])
        found.append(Token(low[span.start : span.end], span, name))
    return found
