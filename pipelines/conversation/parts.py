"""What a question holds: names, years, places, events, and the words that are its topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.describe.language import detect
from ingest.describe.places import find_places
from ingest.gazetteer import aliases, fold
from ingest.register.kinds import FoundKind
from ingest.types import Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation.turns import About, Known
from pipelines.register.nouns import asked_kinds, without_accents
from pipelines.words import is_function_word

_SURE: Final = 0.75
_YEAR: Final = re.compile(r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])")
_WORD: Final = re.compile(r"[\w&]+(?:[-.'’][\w&]+)*")
_ELIDED: Final = re.compile(r"^(?:l|d|s|n|m|t|c|j|qu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_DETERMINERS: Final = frozenset(
    "the a an this that le la les l un une des du au aux ce cet cette ces".split()
)
_LONGEST_LEFT: Final = 5
_LONGEST_RIGHT: Final = 10


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

    def named(self, span: Span) -> bool:
        """Whether a word belongs to a year, place, project or event."""
        spans = (
            *(s for s, _ in self.years),
            *(s for s, _, _ in self.places),
            *(s for s, _ in self.projects),
            *(e.span for e in self.events),
        )
        return any(s.start < span.end and span.start < s.end for s in spans)

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
            and (t.name or not any(s.start < t.span.end and t.span.start < s.end for s in asked))
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
        for form in {fold(name), *aliases(name)}:
            match = re.search(rf"(?<!\w){re.escape(without_accents(form))}(?!\w)", low)
            if match and not any(
                s.start < match.end() and match.start() < s.end for s, _, _ in places
            ):
                places.append((Span(*match.span()), text[match.start() : match.end()], None))
    projects = [
        (Span(*m.span()), name)
        for name in known.projects
        for m in re.finditer(rf"(?<!\w){re.escape(without_accents(name.lower()))}(?!\w)", low)
    ]
    tokens = tuple(_tokens(text, low))
    taken = [s for s, _ in projects] + [s for s, _, _ in places]
    projects += [
        (t.span, t.span.of(text))
        for t in tokens
        if len(t.low) >= 4
        and t.span.of(text).isupper()
        and not text.isupper()
        and not any(s.start < t.span.end and t.span.start < s.end for s in taken)
    ]
    events = tuple(
        e
        for e in asked_kinds(low)
        if not any(s.start < e.span.end and e.span.start < s.end for s in taken)
    )
    return Parts(
        text,
        low,
        language,
        sure,
        tokens,
        tuple((Span(*m.span()), int(m[0])) for m in _YEAR.finditer(text)),
        tuple(sorted(places)),
        tuple(sorted(projects)),
        events,
    )


def _tokens(text: str, low: str) -> list[Token]:
    found: list[Token] = []
    for match in _WORD.finditer(text):
        start = match.start()
        elided = _ELIDED.match(text[start : match.end()])
        start += elided.end() if elided else 0
        span = Span(start, match.end())
        surface = span.of(text)
        name = (surface[0].isupper() and bool(found)) or any(c.isupper() for c in surface[1:])
        found.append(Token(low[span.start : span.end], span, name))
    return found


def phrase_of(parts: Parts, event: FoundKind) -> Span:
    """The noun phrase around an event's noun: "the railway exchange in Zaragoza"."""
    tokens = parts.tokens
    first = next(i for i, t in enumerate(tokens) if t.span.end > event.span.start)
    last = next(i for i in reversed(range(len(tokens))) if tokens[i].span.start < event.span.end)
    start = _article(parts, tokens[first].span.start)
    index = first - 1
    while start == tokens[first].span.start and index >= max(0, first - _LONGEST_LEFT):
        token = tokens[index]
        if _parted(parts, token.span.end, tokens[index + 1].span.start):
            break
        if token.low in _DETERMINERS:
            start = token.span.start
            break
        if not token.name and (
            token.low in cue.STOPS
            or is_function_word(token.low, parts.language)
            or (cue.VERB_LIKE.match(token.low) and index <= 2)
            or any(p.fullmatch(token.low) for _, p in cue.ATTRIBUTES)
        ):
            break
        first, start = index, _article(parts, token.span.start)
        index -= 1
    end, index = event.span.end, last + 1
    while index < len(tokens) and index <= last + _LONGEST_RIGHT:
        token = tokens[index]
        if token.low in cue.STOPS or _parted(parts, tokens[index - 1].span.end, token.span.start):
            break
        if parts.low[token.span.end :].startswith(("-t-", "-il", "-elle")):
            break
        if not (token.low in _DETERMINERS or cue.PREPOSITION.match(token.low)):
            end = token.span.end
        index += 1
    return Span(start, end)


def about_of(parts: Parts) -> About | None:
    """What a question is about: its event, else a project, else the first name in it."""
    years = [y for _, y in parts.years]
    year = years[0] if len(years) == 1 else None
    event = next((e for e in parts.events if e.kind != "other"), None)
    event = event or next(iter(parts.events), None)
    project = parts.projects[0][1] if parts.projects else None
    place = next((text for _, text, code in parts.places if code is None), None)
    country = next((code for _, _, code in parts.places if code), None)
    if event is not None:
        span = phrase_of(parts, event)
        text = span.of(parts.text)
        others = tuple(
            t.low
            for t in parts.topical(span.start, span.end)
            if not parts.named(t.span) and not cue.EMPTY.match(t.low)
        )
        return About(
            event.kind, project, place, country, year, None, _is_plural(parts, event, span),
            text, parts.language, others,
        )  # fmt: skip
    if project is not None:
        return About(project=project, text=None, language=parts.language)
    names = _names(parts)
    if names:
        return About(name=names, text=None, language=parts.language)
    return None


def _names(parts: Parts) -> str | None:
    """The first run of names in a question: "Pôle Ferralis", "Nadia Aït Lahcen"."""
    run: list[Token] = []
    for token in parts.tokens:
        if token.name and not token.low.isdigit():
            if run and parts.text[run[-1].span.end : token.span.start].strip(" '’&-"):
                break
            run.append(token)
        elif run:
            break
    return parts.text[run[0].span.start : run[-1].span.end] if run else None


def _is_plural(parts: Parts, event: FoundKind, span: Span) -> bool:
    head = event.span.of(parts.low).split()
    before = parts.low[: event.span.start].split()
    asked = bool(before) and before[-1] in ("which", "quel", "quelle", "quels", "quelles", "what")
    # "a study visit", "une visite d'étude": any of them.
    any_one = bool(re.match(r"(?:an?|une?|des)[ ]", parts.low[span.start : span.end]))
    several = any(word.endswith("s") and not word.endswith("ss") for word in (head[0], head[-1]))
    return several or asked or any_one


def _article(parts: Parts, start: int) -> int:
    """Where a word begins with its elided article: "l'échange"."""
    before = parts.low[max(0, start - 2) : start]
    return start - 2 if re.fullmatch(r"[l]['’]", before) else start


def _parted(parts: Parts, start: int, end: int) -> bool:
    """Whether something more than a space or hyphen stands between two words."""
    return bool(re.search(r"[,;:?!()–—]", parts.text[start:end]))
