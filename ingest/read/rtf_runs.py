"""RTF as a reader sees it: letters in their order, without hidden text and without what is no text.

Groups of braces inherit what holds around them; some of them are tables of fonts, colours and
styles that the text refers to by number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from ingest.errors import ReadError
from ingest.read.headings import is_contents, style_level
from ingest.read.limits import Clock
from ingest.read.rtf_tokens import (
    CHARACTERS,
    CLOSE,
    OPEN,
    SKIPPED,
    SYMBOLS,
    Token,
    charset,
    code_page,
    letters,
    tokens,
)
from ingest.read.symbols import drawn

CONTENTS: Final = -2  # the level of paragraphs in lists of contents
_DEEPEST: Final = 500  # groups inside each other
_LEAST_SIZE: Final = 3  # half points
_WHITE: Final = 0xF5
# Groups whose text goes somewhere else than into the paragraph.
_APART: Final = {
    "fonttbl": "fonts",
    "colortbl": "colours",
    "stylesheet": "styles",
    "listtext": "mark",
    "pntext": "mark",
    "footnote": "note",
}
_FACTS: Final = frozenset({"title", "author"})
_PARTED: Final = _FACTS | {"note"}  # a line for each of these groups
_GROUNDS: Final = frozenset({"highlight", "cb", "chcbpat"})
# Words that the makers of paragraphs need to know.
_LAYOUT: Final = frozenset(
    "par sect page column cell row nestcell nestrow pard intbl trhdr trowd clvmrg cellx"
    " outlinelevel s".split()
)
_DATE: Final = {"yr": 4, "mo": 2, "dy": 2}


class Piece(NamedTuple):
    """Letters of a kind ("text", "mark", "note", a fact), or a word of layout with its number."""

    kind: str
    text: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a group until it is changed or the group ends."""

    kind: str = "text"
    hidden: bool = False
    deleted: bool = False
    small: bool = False
    colour: int = 0
    ground: int = 0
    font: int = 0
    fallback: int = 1  # letters that stand for one told by its number, for old programs


@dataclass(slots=True)
class _State:
    """The groups that are open, the tables read so far and the letters not yet told apart."""

    stack: list[_Group] = field(default_factory=list)
    now: _Group = field(default_factory=_Group)
    usual: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)  # of fonts of symbols
    colours: list[dict[str, int]] = field(default_factory=lambda: [{}])
    levels: dict[int, int] = field(default_factory=dict)
    style: int = 0
    style_name: str = ""
    waiting: bytearray = field(default_factory=bytearray)
    skipping: int = 0
    opening: bool = False  # right after a brace, where a word says what the group is
    starred: bool = False


def pieces(data: bytes, clock: Clock) -> Iterator[Piece]:
    """The letters and layout of a file in order; raises ``CORRUPT`` when its end is missing."""
    state = _State()
    for count, token in enumerate(tokens(data)):
        if not count % 5000:
            clock.check()
        if token.text:
            state.opening = False
            skipped = min(state.skipping, len(token.text))
            state.skipping -= skipped
            state.waiting += token.text[skipped:]
            continue
        if state.waiting:
            yield from _letters(state)
        if token.word == OPEN:
            if len(state.stack) >= _DEEPEST:
                raise ReadError("CORRUPT", "groups inside each other without end")
            state.stack.append(state.now)
            state.opening, state.starred, state.skipping = True, False, 0
        elif token.word == CLOSE:
            if not state.stack:
                break
            ended, state.now = state.now.kind, state.stack.pop()
            state.opening, state.skipping = False, 0
            if ended in _PARTED and ended != state.now.kind:
                yield Piece(ended, "\n")
            if not state.stack:
                return
        else:
            yield from _word(state, token)
    raise ReadError("CORRUPT", "the end of the file is missing")


def _word(state: _State, token: Token) -> Iterator[Piece]:
    word, number = token.word, token.number
    if word == "*" and state.opening:
        state.starred = True
        return
    opening, state.opening = state.opening, False
    if opening:
        named = _APART.get(word)
        if named or word in _FACTS:
            state.now = replace(state.now, kind=named or word)
            return
        if state.starred or word in SKIPPED:
            # Text beside old drawings is kept where new programs put it: in a starred group.
            state.now = replace(state.now, kind="text" if word == "shptxt" else "skip")
            return
    if word == "u" and number is not None:
        state.skipping = state.now.fallback
        yield from _seen(state, chr(number % 0x10000))
    elif word in CHARACTERS:
        if state.skipping:
            state.skipping -= 1
        else:
            yield from _seen(state, CHARACTERS[word])
    elif word in _LAYOUT:
        if state.now.kind == "text":
            yield Piece(word, "", state.levels.get(number or 0, -1) if word == "s" else number or 0)
        elif state.now.kind == "note":
            yield Piece("note", "\n")
        elif state.now.kind == "styles" and word == "s":
            state.style = number or 0
    elif word in _DATE and state.now.kind != "skip":
        yield Piece("created", f"{number or 0:0{_DATE[word]}d}")
    else:
        _change(state, word, number)


def _change(state: _State, word: str, number: int | None) -> None:
    """Take in what a word says of the letters that follow, or of a font, colour or code page."""
    now, on = state.now, number != 0
    value = number or 0
    if word == "plain":
        state.now = _Group(now.kind, fallback=now.fallback)
    elif word == "v":
        state.now = replace(now, hidden=on)
    elif word == "deleted":
        state.now = replace(now, deleted=on)
    elif word == "fs":
        state.now = replace(now, small=0 < value < _LEAST_SIZE)
    elif word == "cf":
        state.now = replace(now, colour=value)
    elif word in _GROUNDS:
        state.now = replace(now, ground=value)
    elif word == "uc":
        state.now = replace(now, fallback=max(0, min(value, 8)))
    elif word == "f" or word == "deff":
        state.now = replace(now, font=value)
    elif word == "fcharset" and now.kind == "fonts":
        state.fonts[now.font] = charset(value, state.usual)
        if value == SYMBOLS:
            state.names[now.font] = ""
    elif word in ("red", "green", "blue") and now.kind == "colours":
        state.colours[-1][word] = value
    elif word == "ansicpg":
        state.usual = code_page(number)
    elif word in ("mac", "pc", "pca"):
        state.usual = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]


def _letters(state: _State) -> Iterator[Piece]:
    """The letters that the bytes gathered so far stand for, in the font in force."""
    symbols = state.now.kind != "fonts" and state.now.font in state.names
    codec = "latin-1" if symbols else state.fonts.get(state.now.font, state.usual)
    text = letters(bytes(state.waiting), codec)
    state.waiting.clear()
    yield from _seen(state, text)


def _seen(state: _State, text: str) -> Iterator[Piece]:
    now = state.now
    if now.kind == "fonts" and now.font in state.names:
        state.names[now.font] = (state.names[now.font] + text)[:100]
    if now.kind == "skip" or now.kind == "fonts":
        return
    if now.kind == "colours":
        state.colours += [{} for _ in range(text.count(";"))]
    elif now.kind == "styles":
        state.style_name = (state.style_name + text)[:200]
        if ";" in text:
            name = state.style_name.partition(";")[0].strip()
            level = style_level(name)
            if level is not None or is_contents(name):
                state.levels[state.style] = CONTENTS if level is None else level
            state.style, state.style_name = 0, ""
    elif not (now.hidden or now.deleted or now.small or _is_white(state)):
        yield Piece(now.kind, drawn(text, state.names.get(now.font, "").rstrip("; ")))


def _is_white(state: _State) -> bool:
    """Whether letters are white, or nearly, with no colour of their own behind them."""
    now = state.now
    if not 0 < now.colour < len(state.colours) or now.ground:
        return False
    colour = state.colours[now.colour]
    return bool(colour) and min(colour.get(n, 0) for n in ("red", "green", "blue")) >= _WHITE
