"""Sentences of French and English text, with offsets. Rules only: nothing is downloaded.

A line break ends a sentence where the author meant one: before a list item, after a heading or a
"Label: value" line. Inside a paragraph that was wrapped at a fixed width it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ingest.types import Span

BULLETS: Final = "•‣◦⁃∙·▪▫■□●○►▶▸➢➤➔→✓✔❖◆◇*"
_ITEM: Final = re.compile(
    rf"[ \t]*(?:[{re.escape(BULLETS)}]+[ \t]*(?=\S)|[-–—][ \t]+(?=\S)"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)[ \t]+(?=\S)|\d{1,2}\.[ \t]+(?=\S)"
    r"|o[ \t]+(?=[A-ZÀ-Þ\d]))"  # the circle that Word draws before an item
)
_LABEL: Final = re.compile(r"[^\W\d_][^:\n.!?;|]{0,38}?[ \t]?:(?![/\d])[ \t]*")

_END: Final = re.compile(
    r"(?<![.!?…])[.!?…]++"
    r"(?:[\"'”’»)\]]|[ ]»)*+"  # "fin. »" has a blank before its quote
    r"(?:\[\d{1,3}\])*+(?=\s)"
)
_CLOSERS: Final = "\"'”’»)] "
_OPENERS: Final = "\"'“‘«([¿¡"
_CAMEL: Final = re.compile(r"[a-zà-ÿ]{1,2}-?[A-ZÀ-Þ]")  # i-TRANS, eHealth
_INITIALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ](?:\.?-[A-ZÀ-ÖØ-Þ])?")  # "L. Roe", "M.-A. Roe"
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.|[A-Z][a-z]\.)+(?:[^\W\d_]|[A-Z][a-z])")  # U.S, Ph.D
_CHAPTER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}")
# A line of a programme begins with an hour: "9h30", "14:00", "de 10 h à 12 h", "2.30 pm".
_CLOCK: Final = re.compile(
    r"(?:de |from |à )?\d{1,2}(?: ?[h:]\d{2}| ?h\b|[.:]\d{2} ?[ap]\.?m\b| ?[ap]\.?m\b)",
    re.IGNORECASE,
)
_BEFORE_HOUR: Final = re.compile(
    r"(?:^|[\s'’])(?:à|de|dès|vers|et|ou|entre|avant|après|jusqu['’]à|at|from|to|by|and|or|between"
    r"|before|after|until|till|around|about|[-–—,(])$",
    re.IGNORECASE,
)
# A line that ends in an address is at its end: no page is so narrow that a sentence goes on there.
_ADDRESS: Final = re.compile(r"(?:\S@\S+\.\w+|(?:https?://|www\.)\S+)$")
_LONGEST_WORD: Final = 24

# Titles: a name follows. As written, for "me" and "col" are words.
_TITLES: Final = frozenset(
    "M MM Mme Mmes Mlle Mlles Dr Drs Pr Prs Me Mgr Mr Mrs Ms Messrs Prof St Ste Gen Gén Col Sen"
    " Rep Lt Capt Cdt Maj Amb Hon".split()
)
_NEVER: Final = frozenset(
    "cf vs viz ca approx env resp ex éd e.g i.e p.ex c.-à-d c.à.d n.b".split()
)
# No end when a number follows: "p. 4", "tél. +33".
_NUMBERED: Final = frozenset(
    "no nos n° nr p pp tel tél fax min max c sem trim ext art vol sect réf ref ch lun ven tue tues"
    " thu thur thurs".split()
)
# Nor when a numeral or the article of a code does: "vol. II", "art. L. 123-4".
_PARTS: Final = frozenset("art vol sect réf ref ch fig figs chap bât bat bldg".split())
_PART: Final = re.compile(
    r"[IVXLC]{2,6}(?!\w)|[IVXLC](?=[,;)]|$)|[LRDA](?:\. ?)?\d{2}|[A-Z]\. ?\d|\d"
)
# Nor when a letter does: "fig. A"; others, like "art", may end a sentence before "A" or "I".
_LETTERED: Final = frozenset("fig figs chap bât bat bldg".split())
_SINGLE: Final = re.compile(r"[A-Z](?![\w'’])")
# Days that are words, too: "en mer. 3 bateaux".
_DAYS: Final = frozenset("mar mer jeu sam dim mon wed fri sat sun".split())
_DATE: Final = re.compile(
    r"\d{1,2}(?:er|st|nd|rd|th)?(?:/\d|\.\d\d\b| (?:jan|f[ée]v|feb|mars\b|march|avr|apr|mai\b|may\b"
    r"|juin|juil|jun|jul|ao[ûu]t|aug|sep|oct|nov|d[ée]c))",
    re.IGNORECASE,
)
# An end when what follows looks like the start of a sentence.
_MAYBE: Final = frozenset(
    "etc al inc ltd co corp cie sa sas srl gmbh bros jr sr hab incl excl dept dép dépt dir coll ing"
    " jan feb mar apr jun jul aug sept sep oct nov dec janv févr avr juil juill déc bd av bvd ave"
    " blvd univ inst assoc asst acad ets éts sté".split()
)
_STARTERS: Final = frozenset(
    "the a an this that these those it they he she we you i in on at for from as if to with"
    " when while all each some most many such there here his her their our its both after before"
    " during since however moreover le la les l un une des du de ce cet cette ces il elle ils"
    " elles on nous vous je dans en au aux à pour par sur avec sous lors après avant depuis si"
    " son sa ses leur leurs notre tous toutes chaque plusieurs certains enfin ainsi mais et ou"
    " donc or".split()
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text[start:end]``: in order, never overlapping, none empty.

    Offsets refer to the whole ``text``. White space around a sentence and the mark of a list item
    are left out, so ``text[span.start:span.end]`` can be quoted as it is.
    """
    last = len(text) if end is None else end
    return [span for segment in segments(text, start, last) for span in in_segment(text, *segment)]


def in_segment(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one segment, as :func:`segments` gives them."""
    mark = _ITEM.match(text, start, end)
    begin = mark.end() if mark else start
    for stop in (*_ends(text, begin, end), end):
        while begin < stop and text[begin].isspace():
            begin += 1
        close = stop
        while close > begin and text[close - 1].isspace():
            close -= 1
        if close > begin:
            yield Span(begin, close)
        begin = stop


def segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of list items, headings, labelled lines and paragraphs, trimmed, in order."""
    block: list[tuple[int, int]] = []
    for first, last in lines(text, start, end):
        if first == last:
            yield from _join(text, block)
            block = []
        else:
            block.append((first, last))
    yield from _join(text, block)


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of each line of ``text[start:end]``, trimmed; a blank line is empty."""
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        first, last = start, stop
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        yield first, last
        start = stop + 1


def is_item(line: str) -> bool:
    """Whether the line begins with the mark of a list item: "•", "-", "1." or "a)"."""
    return _ITEM.match(line) is not None


def label(line: str) -> str | None:
    """The label of a "Label: value" line, or None: "Date" for "Date : 4 mai 2022"."""
    found = _LABEL.match(line)
    if found is None or found.end() == len(line):
        return None
    name = found.group().strip().removesuffix(":").rstrip()
    return name if len(name.split()) <= 5 else None


def _join(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The segments of the lines between two blank lines: wrapped lines are joined."""
    if not block:
        return
    width = max(last - first for first, last in block)
    begin = block[0][0]
    for (first, last), (following, stop) in pairwise(block):
        if not _wrapped(text, first, last, following, stop, width):
            yield begin, last
            begin = following
    yield begin, block[-1][1]


def _wrapped(text: str, first: int, last: int, following: int, stop: int, width: int) -> bool:
    """Whether the break between two lines only comes from the width of the page."""
    head = text[following : min(stop, following + 60)]
    if is_item(head) or _stops(text, first, last, head):
        return False
    if " | " in text[first:last] or " | " in text[following:stop]:
        return False  # rows of a table
    if _CLOCK.match(head) and not _BEFORE_HOUR.search(text[first:last]):
        return False  # a line of a programme
    if _ADDRESS.search(text[first:last]):
        return False
    if head[0].islower() and last - first >= 30 and not _CAMEL.match(head):
        return True
    if not 50 <= width <= 130 or last - first < 45 or label(text[following:stop]):
        return False
    word = head.split(maxsplit=1)[0]
    return last - first + 1 + len(word) > width


def _stops(text: str, first: int, last: int, head: str) -> bool:
    """Whether a line ends in a mark that closes a sentence before a line that begins so."""
    mark = text[last - 1]
    if mark == "»":
        return not head[0].islower()  # "dite « usine du futur »" and its verb
    after = head.lstrip(_OPENERS + " ")
    if mark == "." and after:
        before = _word_before(text, first, last - 1)
        return not (_announces(before, after) or (_is_maybe(before) and after[0].islower()))
    return mark in ".!?:;…"


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _END.finditer(text, start, end):
        if _is_end(text, start, end, found):
            yield found.end()


def _is_end(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether the stop that was found ends a sentence, from the words on both sides of it."""
    following = found.end()
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return False
    opened = following
    while opened < end and text[opened] in _OPENERS + " ":
        opened += 1
    after = text[opened : opened + _LONGEST_WORD]
    if not after or (after[0].islower() and not _CAMEL.match(after)) or after[0] in ".,;:!?…)/&":
        return False
    marks = found.group().rstrip(_CLOSERS)
    if not marks.startswith(".") or marks.startswith(".."):
        return after[0] not in "-–—"
    if len(found.group()) > len(marks) and found.group()[len(marks)] in '»”"':
        return True
    before = _word_before(text, start, found.start())
    return _full_stop(before, after, at_start=found.start() - len(before) <= start)


def _full_stop(before: str, after: str, at_start: bool) -> bool:
    """Whether a single full stop between these two words ends a sentence."""
    if _announces(before, after) or (after[0] in "-–—" and _is_maybe(before)):
        return False
    if _INITIALS.fullmatch(before):
        return False
    if at_start and _CHAPTER.fullmatch(before):
        return False  # "1. Ouverture", "2.1. Budget"
    if _is_maybe(before):
        first = re.split(r"[\W_]", after, maxsplit=1)[0].lower()
        return first in _STARTERS and not after[0].islower()
    return True


def _announces(before: str, after: str) -> bool:
    """Whether an abbreviation stands before the name, number, letter or date that it is for."""
    word = before.lower()
    return (
        before in _TITLES
        or word in _NEVER
        or (word in _NUMBERED and (after[0].isdigit() or after[0] == "+"))
        or (word in _PARTS and _PART.match(after) is not None)
        or (word in _LETTERED and _SINGLE.match(after) is not None)
        or (word in _DAYS and _DATE.match(after) is not None)
    )


def _is_maybe(before: str) -> bool:
    return before.lower() in _MAYBE or _DOTTED.fullmatch(before) is not None


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that ends at ``stop``, dots inside it kept: "p.m" before "p.m."."""
    begin = stop
    floor = max(start, stop - _LONGEST_WORD)
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in ".°-"):
        begin -= 1
    return text[begin:stop]
