"""Lines that belong to the web page, the printer or the template rather than to the document.

Only whole lines count, and short ones but for consent notices, so that prose is never touched.
Every regular expression is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.menus import MARK, is_bar, is_trail, menu_lines
from ingest.phrases import PHRASE, SURE

_LONGEST: Final = 400
_LONGEST_NOTICE: Final = 1_200
_LONGEST_BAR: Final = 200
_RESERVED: Final = re.compile(
    r"\b(?:all rights reserved|tous droits réservés)[ .]{0,4}$", re.IGNORECASE
)
_LONGEST_RIGHTS: Final = 130
# A site that speaks of its own cookies, where a sentence or an entry of a bar begins.
_COOKIES: Final = re.compile(r"\b(?:cookies?|traceurs)\b", re.IGNORECASE)
_USES: Final = (
    r"(?: \w{1,12}){0,2} (?:uses?|utilis\w{1,4}|stock\w{1,4}|stores?|dépos\w{1,4}|recour\w{1,4})"
    r"(?: \w{1,14}){0,3} (?:cookies?|traceurs)\b"
)
_SITE_SPEAKS: Final = re.compile(
    r"(?:^|[.|–—-] )(?:(?:this|our|ce|notre) (?:web ?)?site(?: web| internet)?"
    rf"|(?:this|cette) page){_USES}"
    rf"|(?:^|[|–—-] )(?:we|nous)(?: (?:and|et) (?:our|nos) \w{{1,12}})?{_USES}"
    r"|(?:^|[.|–—-] )(?:by|en) (?:clicking|continuing|cliquant|poursuivant|continuant)\b"
    r"[^.]{0,120} (?:you|vous) (?:accept|agree|consent|let us|autoris|consent)",
    re.IGNORECASE,
)


def is_furniture(line: str, sure: bool = False) -> bool:
    """Whether a whole line is no part of the document.

    Consent notices, share bars, menus, breadcrumbs, links to the top, copyright lines, what
    printers and templates leave, and the dotted lines of a table of contents. With ``sure`` only
    what nobody writes: for headings, list items and rows of a table, whose few words may be those
    of a menu. A line that begins with the mark of a list item is judged like one.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return 0 < len(line) <= _LONGEST_NOTICE and _is_notice(line)
    line = line.replace("’", "'")
    mark = MARK.match(line)
    if mark is not None:
        line, sure = line[mark.end() :], True
    if SURE.fullmatch(line) or _is_notice(line) or _is_reserved(line):
        return True
    if len(line) <= _LONGEST_BAR and _is_contents(line):
        return True
    if sure:
        return False
    return bool(
        PHRASE.fullmatch(line) or (len(line) <= _LONGEST_BAR and (is_bar(line) or is_trail(line)))
    )


def without_furniture(lines: Sequence[str]) -> list[str]:
    """The lines of a page or a plain text without furniture and without menus down the page."""
    gone: list[bool] = []
    before = ""
    for line in lines:
        third = line.startswith("(c)") and before.startswith("(b)")
        gone.append(not third and is_furniture(line))
        if line and not gone[-1]:
            before = line
    for number in menu_lines(lines, gone):
        gone[number] = True
    return [line for line, dropped in zip(lines, gone, strict=True) if not dropped]


def _is_reserved(line: str) -> bool:
    return len(line) <= _LONGEST_RIGHTS and bool(_RESERVED.search(line))


def _is_notice(line: str) -> bool:
    return bool(_COOKIES.search(line) and _SITE_SPEAKS.search(line))


def _is_contents(line: str) -> bool:
    """Whether the line is "Introduction ........ 3", from a table of contents."""
    entry = line.rstrip("0123456789")
    leader = entry[len(entry.rstrip(" .…·_")) :]
    dots = sum(3 if mark == "…" else mark != " " for mark in leader)
    return 1 <= len(line) - len(entry) <= 4 and dots >= 4
