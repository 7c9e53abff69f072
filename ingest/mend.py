"""Mend what can only be seen with the whole text in view: cut and glued words, leaks, repetitions.

A word is put together or taken apart only when what comes out is a word that the text itself or
:mod:`ingest.gazetteer` knows. Headings and pages keep their places. Lines are never joined: of a
word cut at the end of a line, the second half goes up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from ingest.gazetteer import is_word
from ingest.hyphens import keeps_hyphen
from ingest.types import Heading, Span, Text

# Mending can uncover another fault; two rounds are usual. A word cut at several line ends is joined
# from its last one, a piece of two letters or more a round, until it has thirty.
_ROUNDS: Final = 20
_LETTER: Final = r"[^\W\d_]"
# A hyphen with a blank or the end of a line behind it; patterns that begin with a mark are fast.
_CUT: Final = re.compile(
    rf"-(?P<gap>[ ]?\n|[ ])(?P<tail>{_LETTER}{{2,30}})(?![\w-])(?P<marks>[^\s\w]{{0,4}})"
)
_HEAD: Final = re.compile(rf"(?<![\w-]){_LETTER}{{2,30}}$")
_REACH: Final = 34
_WORD: Final = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*")
# "short- and long-term", "pré- et post-": a hyphen that stands for the rest of a word.
_SUSPENDED: Final = frozenset("and or to et ou but not nor mais as que than".split())
_MONTH: Final = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre"
    "|décembre|decembre|january|february|march|april|may|june|july|august|september|october"
    "|november|december"
)
# Where a blank is missing: 19|mars, mars|2019, September 2018|French, 9h30|Accueil.
_GLUED: Final = re.compile(
    rf"\d(?:er|st|nd|rd|th)?(?P<day>(?=(?i:{_MONTH})(?!{_LETTER})))"
    r"|(?P<year>(?=(?:19|20)\d\d\b))(?<=[a-zû])(?=\d)"
    r"|(?:19|20)\d\d(?P<word>(?=[A-ZÀ-Þ][a-zß-ÿ]))"
    r"|\d[:h][0-5]\d(?P<hour>(?=[A-ZÀ-Þ][a-zß-ÿ]))"
)
_BEFORE: Final = {
    "day": re.compile(r"(?<![\w.,/-])\d{1,2}(?:er|st|nd|rd|th)?$"),
    "year": re.compile(rf"\b(?:{_MONTH})$", re.IGNORECASE),
    "word": re.compile(rf"\b(?:{_MONTH}) \d{{4}}$", re.IGNORECASE),
    "hour": re.compile(r"(?<![\d:.,])\d{1,2}[:h]\d\d$"),
}
# "de la filière.Le pôle": a full stop between two words that we know.
_STOPPED: Final = re.compile(
    rf"[.;!?](?=(?P<right>[A-ZÀ-Þ]{_LETTER}{{1,20}})(?![\w.@/-]))(?<=[a-zß-ÿ].)"
)
_LEFT: Final = re.compile(r"(?<![\w.@/-])[a-zß-ÿ]{3,20}$")
_SHORT: Final = frozenset("le la un il on en du au ce we in it at by on to of an as he".split())
# What a template left inside a line.
_LEAK: Final = re.compile(
    r"\{\{[\w .|'\"()-]{0,60}\}\}|\$\{\w{1,40}\}|%%\w{1,40}%%|«[A-Z][A-Z0-9]{0,20}_[A-Z0-9_]{1,40}»"
    r"|[\[<](?i:insert|ins[ée]rer|enter|type|your|votre|(?:à |a )?compl[ée]ter|to be completed"
    r"|nom de|nom d[ue]|name of|date of|title of|titre d[eu]|add)\b[^\[\]<>\n]{0,80}[\]>]"
)
_CONTENTS: Final = re.compile(
    r"(?:table (?:of contents|des matières)|contents|sommaire)[ :]*", re.IGNORECASE
)
_ENTRY: Final = re.compile(r"[^\W_][^\n]{2,120}[ .…·_]\d{1,3}")
_FEWEST_ENTRIES: Final = 3
_LINE: Final = re.compile(r"\S[^\n]*")
_AFTER_LEAK: Final = re.compile(r"[ ]?[–—:,-]?[ ]?")
_FOOTER: Final = re.compile(r"[ ]?[|/–—-][ ]?(?:page |p\. ?)?(?P<page>\d{1,3})$", re.MULTILINE)
_SHORTEST_FOOTER, _LONGEST_FOOTER = 16, 140
_FEWEST_FOOTERS: Final = 3
_SHORTEST_TWICE: Final = 20


@dataclass(frozen=True, slots=True)
class _Edit:
    """``content[start:end]`` becomes ``text``."""

    start: int
    end: int
    text: str = ""


def mend(text: Text) -> Text:
    """``text`` with cut and glued words mended, without leaks and lines that are there again."""
    for _ in range(_ROUNDS):
        edits = _apart(_edits(text))
        if not edits:
            break
        text = _applied(text, edits)
    return text


def _edits(text: Text) -> Iterator[_Edit]:
    content = text.content
    yield from _cut_words(content)
    for match in _GLUED.finditer(content):
        end = match.end()
        if _BEFORE[match.lastgroup or ""].search(content, max(0, end - _REACH), end):
            yield _Edit(end, end, " ")
    for match in _STOPPED.finditer(content):
        left = _LEFT.search(content, max(0, match.start() - _REACH), match.start())
        right = match["right"]
        if left and is_word(left[0]) and (right.lower() in _SHORT or is_word(right)):
            yield _Edit(match.end(), match.end(), " ")
    lines = [Span(*match.span()) for match in _LINE.finditer(content)]
    gone = [*_twice(content, lines), *_contents(content, lines)]
    if text.pages:
        gone += _footers(text, lines)
    for match in _LEAK.finditer(content):
        line = lines[bisect_right(lines, match.start(), key=lambda s: s.start) - 1]
        if not _WORD.search(_LEAK.sub("", line.of(content))):
            gone.append(line)
        elif match.start() == line.start:
            after = _AFTER_LEAK.match(content, match.end())
            yield _Edit(match.start(), after.end() if after else match.end())
        else:
            yield _Edit(match.start() - (content[match.start() - 1] == " "), match.end())
    for line in gone:
        number = bisect_right(lines, line.start, key=lambda s: s.start)
        if number < len(lines):  # with what parts it from the next line, or from the one before
            yield _Edit(line.start, content.rfind("\n", line.end, lines[number].start) + 1)
        else:
            yield _Edit(lines[number - 2].end if number > 1 else 0, len(content))


def _cut_words(content: str) -> Iterator[_Edit]:
    cuts = [
        (before, match)
        for match in _CUT.finditer(content)
        if match["tail"].lower() not in _SUSPENDED
        and (before := _HEAD.search(content, max(0, match.start() - _REACH), match.start()))
    ]
    known = {word.lower() for word in _WORD.findall(content)} if cuts else set()
    for before, match in cuts:
        head, tail, at_end = before[0], match["tail"], "\n" in match["gap"]
        whole, compound = (head + tail).lower(), f"{head}-{tail}".lower()
        if tail[0].isupper():
            hyphen = "-" if at_end and head[0].isupper() else None  # Rhône-Alpes
        elif at_end or compound in known or whole in known or is_word(whole):
            hyphen = "-" if keeps_hyphen(head, tail, known) else ""
        else:
            hyphen = None
        if hyphen is None:
            continue
        end, mended = match.end(), head + hyphen + tail + match["marks"]
        if at_end and content[end : end + 1] not in ("", "\n"):
            end += content[end] == " "
            mended += "\n" * (end < len(content))
        yield _Edit(before.start(), end, mended)


def _twice(content: str, lines: list[Span]) -> Iterator[Span]:
    """Headings and other lines that follow themselves."""
    for before, line in pairwise(lines):
        written = line.of(content)
        if (
            line.end - line.start >= _SHORTEST_TWICE
            and written == before.of(content)
            and " | " not in written  # rows of a table may well be alike
        ):
            yield line


def _contents(content: str, lines: list[Span]) -> Iterator[Span]:
    """A table of contents whose dots are gone: its title and lines that end in rising numbers."""
    number = 0
    while number < len(lines):
        first = number
        number += 1
        if not _CONTENTS.fullmatch(lines[first].of(content)):
            continue
        page = 0
        while number < len(lines) and _ENTRY.fullmatch(entry := lines[number].of(content)):
            following = int(re.findall(r"\d+", entry[-3:])[-1])
            if following < page:
                break
            page = following
            number += 1
        if number - first > _FEWEST_ENTRIES:
            yield from lines[first:number]


def _footers(text: Text, lines: list[Span]) -> Iterator[Span]:
    """Lines that count the pages, at the foot or the head of each."""
    headed = {heading.span.start for heading in text.headings}
    on = [bisect_right(text.pages, line.start) for line in lines] + [0]
    told: dict[str, list[tuple[int, Span]]] = {}
    for number, line in enumerate(lines):
        page = on[number]
        inside = number > 0 and on[number - 1] == page == on[number + 1]
        if inside or line.end - line.start > _LONGEST_FOOTER or line.start in headed:
            continue
        match = _FOOTER.search(text.content, max(line.start, line.end - 12), line.end)
        if match is not None and match.start() - line.start >= _SHORTEST_FOOTER:
            key = text.content[line.start : match.start()].casefold()
            told.setdefault(key, []).append((int(match["page"]), line))
    for found in told.values():
        first = found[0][0]
        counting = [page for page, _ in found] == list(range(first, first + len(found)))
        if counting and len(found) >= _FEWEST_FOOTERS:
            yield from (line for _, line in found)


def _apart(edits: Iterable[_Edit]) -> list[_Edit]:
    """In order, and none inside another."""
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _applied(text: Text, edits: list[_Edit]) -> Text:
    """The text with the edits made, and its offsets moved along."""
    content = text.content
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (content[position : edit.start], edit.text)
        position = edit.end
    mended = "".join(parts) + content[position:]
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(e.text) - (e.end - e.start) for e in edits)]

    def moved(offset: int) -> int:
        number = bisect_right(starts, offset)
        if number and offset < (edit := edits[number - 1]).end:
            return edit.start + shifts[number - 1] + min(offset - edit.start, len(edit.text))
        return offset + shifts[number]

    headings = []
    for heading in text.headings:
        start, end = moved(heading.span.start), moved(heading.span.end)
        while start < end and mended[end - 1].isspace():
            end -= 1
        if start < end:
            headings.append(Heading(Span(start, end), heading.level))
    pages = tuple(min(moved(page), len(mended)) for page in text.pages)
    return replace(text, content=mended, pages=pages, headings=tuple(headings))
