"""What a question is about: its event, project or name, with the words that go with it."""

from __future__ import annotations

import re
from typing import Final

from ingest.register.kinds import FoundKind
from ingest.types import Span
from pipelines.conversation import cues as cue
from pipelines.conversation.parts import Parts, Token
from pipelines.conversation.renumbered import Mark, marks_of
from pipelines.conversation.stretches import Stretch
from pipelines.conversation.turns import About
from pipelines.terms.words import is_function_word

_DETERMINERS: Final = frozenset(
    "the a an this that le la les l un une des du au aux ce cet cette ces".split()
)
# "Lot 3 of the", before a project's name: the part is what is spoken of.
_PART_BEFORE: Final = re.compile(
    r"(?<![\w-])(?:(?:the|l[ea]|du|au)[ ])?(?:[a-z][\w-]*[ ])?[a-z][\w-]*[ ](?:n[°o]\.?[ ]?)?"
    r"(?:\d{1,2}|[b-h])[ ](?:of|in|de|du|des|d['’])[ ]?(?:(?:the|la|le)[ ]|l['’])?"
    r"(?:(?:project|projet|call|appel)[ ])?$"
)
_PART_AFTER: Final = re.compile(r"^[ ](?:[a-z][\w-]*[ ])?[a-z][\w-]*[ ](?:\d{1,2}|[b-h])(?![\w-])")
_LONGEST_LEFT: Final = 5
_LONGEST_RIGHT: Final = 10


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
    for stretch in parts.stretches:  # "in Poland and Denmark", "entre 2019 et 2021"
        if stretch.span.start < end < stretch.span.end:
            end = stretch.span.end
    return Span(start, end)


def about_of(parts: Parts) -> About | None:
    """What a question is about: its event, else a project, else the first name in it."""
    times = [s for s in parts.stretches if s.sort == "time"]
    year = times[0].years[0] if len(times) == 1 and _is_simple(times[0]) else None
    event = next((e for e in parts.events if e.kind != "other"), None)
    event = event or next(iter(parts.events), None)
    project = parts.projects[0][1] if parts.projects else None
    place = next((text for _, text, code in parts.places if code is None), None)
    country = next((code for _, _, code in parts.places if code), None)
    if event is not None:
        span = phrase_of(parts, event)
        plural = _is_plural(parts, event, span)
        nth = _ordinal(parts, span)
        others = tuple(
            t.low
            for t in parts.topical(span.start, span.end)
            if not (parts.named(t.span) or cue.EMPTY.match(t.low) or (nth and t.span == nth.span))
        )
        text = span.of(parts.text)
        if plural:  # "which exchanges took place before 2022": those
            beyond = [s for s in parts.stretches if s.span.start >= span.end]
            text = " ".join([text, *(s.span.of(parts.text) for s in beyond)])
        return About(
            event.kind, project, place, country, year, None, plural, text, parts.language, others,
            all(map(_is_simple, parts.stretches)), _number(nth),
        )  # fmt: skip
    if project is not None:
        part = _part_of(parts, parts.projects[0][0])
        named = part.of(parts.text) if part else None
        others = (named.lower(),) if named else ()
        return About(project=project, text=named, language=parts.language, others=others)
    run = _names(parts)
    if run is None:
        return None
    nth, said = _led_in(parts, run)
    return About(
        name=run.of(parts.text), year=year, text=said, language=parts.language, nth=_number(nth)
    )


def _part_of(parts: Parts, name: Span) -> Span | None:
    """A project's name with the numbered part of it that is asked for: "lot 3 of BOATNET"."""
    numbers = [m.span for m in marks_of(parts) if m.sort in ("label", "sign")]
    low = parts.low
    if before := _PART_BEFORE.search(low[: name.start]):
        number = next((n for n in numbers if before.start() <= n.start < name.start), None)
        if number is None:
            return None
        # No more before the noun than its article.
        noun = [t.span.start for t in parts.tokens if t.span.end <= number.start][-1]
        article = re.search(r"(?:(?:the|l[ea]|du|au)[ ])?$", low[before.start() : noun])
        return Span(noun - (len(article[0]) if article else 0), name.end)
    after = _PART_AFTER.match(low[name.end :])
    end = name.end + (after.end() if after else 0)
    return Span(name.start, end) if any(name.end < n.start < end for n in numbers) else None


def _is_simple(stretch: Stretch) -> bool:
    """Whether a stretch says no more than a year or a place: "in 2021", "de Lille"."""
    return stretch.single and (stretch.plain or stretch.loose)


def _names(parts: Parts) -> Span | None:
    """The first run of names in a question: "Pôle Ferralis", "Nadia Aït Lahcen"."""
    run: list[Token] = []
    for token in parts.tokens:
        if token.name and not token.low.isdigit():
            if run and parts.text[run[-1].span.end : token.span.start].strip(" '’&-"):
                break
            run.append(token)
        elif run:
            break
    return Span(run[0].span.start, run[-1].span.end) if run else None


def _led_in(parts: Parts, run: Span) -> tuple[Mark | None, str | None]:
    """The ordinal before a name, and the name as it is said with that and its article: "the ninth
    Yard Day". No article of a noun after the name: "the Veloria team"."""
    after = next((t for t in parts.tokens if t.span.start >= run.end), None)
    if (
        parts.language == "en"
        and after is not None
        and not (
            _parted(parts, run.end, after.span.start)
            or parts.told(after.span)
            or after.low in cue.STOPS
            or cue.PREPOSITION.match(after.low)
            or re.search(r"\w{3}ed$", after.low)
            or is_function_word(after.low, parts.language)
        )
    ):
        return None, None
    nth = next(
        (
            m
            for m in marks_of(parts)
            if m.sort == "ordinal" and parts.text[m.span.end : run.start] == " "
        ),
        None,
    )
    start = nth.span.start if nth else run.start
    article = re.search(r"(?<![\w'’-])(?:(?:the|l[ea]s?|aux?|du|des)[ ]|l['’])$", parts.low[:start])
    if article is None:
        return (nth, Span(start, run.end).of(parts.text)) if nth else (None, None)
    return nth, Span(article.start(), run.end).of(parts.text)


def _ordinal(parts: Parts, phrase: Span) -> Mark | None:
    """The ordinal in an event's phrase: "the ninth BOATNET exchange"."""
    return next(
        (m for m in marks_of(parts) if m.sort == "ordinal" and phrase.holds(m.span)),
        None,
    )


def _number(mark: Mark | None) -> int | None:
    return mark.value if mark and isinstance(mark.value, int) else None


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
