"""Find the headings of a text that marks none: saved web pages, most PDFs, unstyled Word files.

A missed heading costs a little; a wrong one cuts a passage in two. So a line must look like a
heading by itself, stand where a heading can, and have something under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.read.blocks import TITLE
from ingest.sentences import is_item, label, lines
from ingest.types import Heading, Span

_LONGEST: Final = 110
_MOST_WORDS: Final = 16
_PROSE: Final = 60  # a line this long is a paragraph, or one of its lines

_NUMBERED: Final = re.compile(
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){0,3})\.?|[IVX]{1,5}[.)]|[A-H][.)])[ ]+(?=[^\W\d_])"
)
_PART: Final = re.compile(
    r"(?:(?:day|jour|journée|session|atelier|workshop|part|partie|chapter|chapitre|section|annexe?"
    r"|appendix|step|étape|axe|axis|module|theme|thème|phase|lot)[ ](?:n°[ ]?)?"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-h]|one|two|three|un|deux|trois)\b"
    r"|(?:\d{1,2}(?:st|nd|rd|th|er|re|e|ère|ème|nd|nde)|first|second|third|premi(?:er|ère)|deuxième"
    r"|troisième)[ ](?:day|session|part|jour|journée|atelier|partie)\b)",
    re.IGNORECASE,
)
# "WP1 Management", "Lot 2 Fleet", "P3 Alba (FR)": one of a series, told by its word.
_SERIES: Final = re.compile(r"(?P<word>[^\W\d_]{0,12}[ ]?(?:n°[ ]?)?)\d{1,2}(?![.\d])[.):]?[ –-]")
_LEAST_LISTED: Final = 3
_ADDRESS: Final = re.compile(
    r"\d{1,4}(?:[ ,]|[ ]?(?:bis|ter)\b)[ ]*(?:[^\W\d_]+[ ]){0,3}?(?:rue|avenue|av\.|bd|boulevard"
    r"|place|allée|chemin|route|quai|impasse|cours|street|road|lane|square|drive)\b|.*\b\d{5}\b"
    r"|.*\bcedex\b"
    r"|.*\b(?:rue|boulevard|avenue)[ ].*\d",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(r"@|https?:|www\.|\+\d|\b\d{2}(?:[ .]\d{2}){3}", re.IGNORECASE)
_MONTHS: Final = (
    r"(?:jan|f[eé]v|feb|mar|avr|apr|mai|may|juin|jun|juil|jul|ao[uû]t|aug|sep|oct|nov|d[eé]c)"
)
_TIME_OR_DATE: Final = re.compile(
    rf"\d{{1,2}}[ ]?[h:.]\d{{0,2}}\b"
    rf"|(?:[^\W\d_]{{2,9}},?[ ])?(?:le[ ])?\d{{1,2}}(?:er|st|nd|rd|th)?"
    rf"(?:[ ]?(?:-|–|&|et|and|au|to)[ ]?\d{{1,2}}(?:er|st|nd|rd|th)?)?[ ./-]"
    rf"(?:{_MONTHS}|\d{{1,2}}[./-])"
    rf"|{_MONTHS}[a-zéû]*\.?[ ]\d",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"[ ,]*(?:(?:le |the )?\d{1,2}\D.{0,24})?",
    re.IGNORECASE,
)
_TIME: Final = re.compile(r"(?:from |de |à )?\d{1,2}[ ]?(?:[h:.]|am\b|pm\b)", re.IGNORECASE)
_AGENDA: Final = re.compile(
    r"\b(?:agenda|programme?|ordre du jour|déroulé|schedule)\b", re.IGNORECASE
)
# Lines of a saved page that look like headings and announce nothing.
_STAMP: Final = re.compile(
    r"(?:mis en ligne|publié|posté|rédigé|écrit|mis à jour|published|posted|written|updated"
    r"|last (?:update|modified)|submitted|by|par|photo|source|crédit|copyright|tags?"
    r"|categor|catégorie|voir aussi|see also)\b",
    re.IGNORECASE,
)


_STYLE: Final = re.compile(r"(?:heading|titre|überschrift|título) ?([1-9])")
_CONTENTS: Final = re.compile(
    r"toc|tm|table des mati|contents (?:heading|\d)|table of (?:figures|authorities)|index \d"
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    after_blank: bool


def guess(content: str) -> tuple[Heading, ...]:
    """The headings of ``content``, in order. Level 1 is a title, on the first line only.

    Numbered headings take their level from their number ("2.1" is level 3), all others are level
    2, or 3 under headings in capitals or under an agenda.
    """
    found = list(_candidates(content))
    shouted = sum(_shouts(line.text) for line in found[1:]) >= 2
    headings: list[Heading] = []
    under_agenda = False
    for line in found:
        part = bool(_PART.match(line.text) or _DAY.fullmatch(line.text))
        numbered = _NUMBERED.match(line.text)
        if line.start == 0:
            level = 1
        elif numbered and numbered["dotted"]:
            level = 2 + numbered["dotted"].count(".")
        elif part and under_agenda:
            level = 3
        else:
            level = 3 if shouted and not _shouts(line.text) else 2
            under_agenda = bool(_AGENDA.search(line.text))
        headings.append(Heading(Span(line.start, line.end), level))
    return tuple(headings)


def _candidates(content: str) -> Iterator[_Line]:
    before: _Line | None = None
    accepted = True  # the start of the text is as good a place as below another heading
    written = list(_lines(content))
    listed = _listed(written)
    for line, following in pairwise((*written, None)):
        if line is None:
            return
        placed = (
            line.after_blank or accepted or (before is not None and before.text[-1] in ".!?…»:")
        )
        accepted = (
            placed
            and line.start not in listed
            and _announces(line, following)
            and looks_like_heading(line.text, first=before is None)
        )
        if accepted:
            yield line
        before = line


def _lines(content: str) -> Iterator[_Line]:
    blank = True
    for start, end in lines(content, 0, len(content)):
        if start < end:
            yield _Line(start, end, content[start:end], blank)
        blank = start == end


def _listed(written: list[_Line]) -> set[int]:
    """Where the lines start that stand in a row of three or more and are a list.

    They are of one series ("WP1 …", "WP2 …"), or short and alike with nothing right below them, but
    for the first, which may head the others.
    """
    found: set[int] = set()
    for block in _blocks(written):
        row: list[_Line] = []
        for line in (*block, None):
            if line and (not row or _series(line.text) == _series(row[-1].text)):
                row.append(line)
                continue
            if len(row) >= _LEAST_LISTED and _series(row[0].text) is not None:
                found.update(x.start for x in row)
            row = [line] if line else []
        if len(block) > _LEAST_LISTED and all(looks_like_heading(x.text) for x in block):
            found.update(x.start for x in block[1:])
    return found


def _blocks(written: list[_Line]) -> Iterator[list[_Line]]:
    """The lines between two blank ones, together."""
    block: list[_Line] = []
    for line in written:
        if line.after_blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _series(text: str) -> str | None:
    """The word that a short line shares with the others of its series; None where it is of none."""
    match = _SERIES.match(text) if len(text) <= _LONGEST else None
    return match["word"].lower() if match else None


def _announces(line: _Line, following: _Line | None) -> bool:
    """Whether what follows can stand under a heading: prose, a list, or a heading that can."""
    if following is None:
        return False
    if line.start == 0:
        return True
    if _DAY.fullmatch(line.text) and any(map(str.isdigit, line.text)):
        # A day of an agenda has times under it; else it is the date of the document.
        return bool(is_item(following.text) or _TIME.match(following.text))
    if len(following.text) >= _PROSE or is_item(following.text) or following.text[-1] in ".!?:":
        return True
    return (
        following.after_blank
        or looks_like_heading(following.text)
        or (label(following.text) is not None)
    )


def looks_like_heading(line: str, first: bool = False) -> bool:
    """Whether a line could be a heading by its own look. A first line may have a colon inside."""
    numbered = _NUMBERED.match(line)
    body = line[numbered.end() :] if numbered else line
    words = body.split()
    if not 2 < len(line) <= _LONGEST or not 1 <= len(words) <= _MOST_WORDS:
        return False
    if not any(character.isalpha() for character in body) or line[-1] in ".;,…-–|&(":
        return False
    if (is_item(line) and not numbered) or " | " in line or _CONTACT.search(line):
        return False
    if _PART.match(line) or _DAY.fullmatch(line):
        return True
    if line[-1] == ":" and len(words) > 5:
        return False  # "The partners agreed on the following calendar:" leads in a list
    opening = body.lstrip('«“"‘([ ')[:1]
    if not (opening.isupper() or opening.isdigit() or body[:2] in ("i-", "e-")):
        return False
    if _ADDRESS.match(body) or _TIME_OR_DATE.match(body) or _STAMP.match(body):
        return False
    if body.count(",") >= 2 or re.search(r"[.!] [A-ZÀ-Þ]", body):
        return False
    return first or label(line) is None


def _shouts(line: str) -> bool:
    return line.isupper() and sum(character.isalpha() for character in line) >= 4


def style_level(name: str) -> int | None:
    """The level of a heading's or title's built-in style by its name, in the languages of here."""
    name = name.lower()
    found = _STYLE.match(name)
    return TITLE if name in ("title", "titre") else int(found[1]) if found else None


def is_contents(name: str) -> bool:
    """Whether a built-in style is that of a list of contents, of figures or of an index."""
    return _CONTENTS.match(name.lower()) is not None
