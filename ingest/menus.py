"""Rows of links: to share a page, to its other pages and languages; in one line or down the page.

Their words are those of every document ("Recherche", "Newsletter", "Comments"), so one alone is no
menu: it takes several side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.phrases import (
    ENTRY,
    MENU,
    NAVIGATION,
    NETWORKS,
    PHRASE,
    SHARE,
    SURE,
    TONGUE,
    VERB,
)

_BORDERS: Final = re.compile(r" ?[|·•] ?| [–—-] ")
_LISTED: Final = re.compile(r" ?[|·•] ?| [–—-] |[,/] ?")
_SURELY: Final = 3  # entries; more of them are a menu, whatever they are
_FEWEST: Final = 3  # lines of a menu down the page
_LONGEST_ENTRY: Final = 60
_TRAIL_MARK: Final = re.compile(r" ?(?:>|›|»|::|→) ?| / ")
_TRAIL_SURE: Final = re.compile(r" ?(?:>|›|»|::) ?")
_HOME: Final = re.compile(r"home(?: ?page)?|(?P<french>accueil)", re.IGNORECASE)
_HERE: Final = re.compile(r"(?:you are here|vous êtes ici)\b[ :]*", re.IGNORECASE)
MARK: Final = re.compile(r"[•‣▪■◦*·–—-] *(?=\S)")  # of a list item


def is_bar(line: str) -> bool:
    """Whether the line is a row of links: to share the page, to other pages, to other languages."""
    verb, colon, rest = line.partition(":")  # "Partager : Bluesky – LinkedIn"
    opens = VERB.fullmatch(verb.strip()) or PHRASE.fullmatch(verb.strip())
    if colon and rest.strip() and opens:
        return all(_is_link(piece.strip()) for piece in _LISTED.split(rest.strip(" |·")))
    pieces = [piece for piece in _BORDERS.split(line.strip(" |·")) if piece]
    if len(pieces) < 2:
        return bool(NETWORKS.fullmatch(line))
    if all(map(_is_link, pieces)) or all(map(TONGUE.fullmatch, pieces)):
        return True
    return (
        len(pieces) >= _SURELY
        and all(MENU.fullmatch(piece) or _is_link(piece) for piece in pieces)
        and (len(pieces) > _SURELY or any(map(NAVIGATION.fullmatch, pieces)))
    )


def is_trail(line: str) -> bool:
    """Whether the line says where its page is: "Home > News > Europe".

    "Accueil / émargement" is an entry of a programme: with slashes it takes three steps, and in
    French one that menus have.
    """
    here = _HERE.match(line)
    if here is not None:
        return _TRAIL_MARK.search(line) is not None
    home = _HOME.match(line)
    if home is None:
        return False
    first, *steps = (step.strip() for step in _TRAIL_MARK.split(line))
    if len(first) > home.end() or not steps:
        return False
    if _TRAIL_SURE.match(line, home.end()):
        return True
    return len(steps) >= 2 and (not home["french"] or any(map(MENU.fullmatch, steps)))


def menu_lines(lines: Sequence[str], gone: Sequence[bool]) -> list[int]:
    """Which lines are entries of a menu down the page: three in a row, one that only menus have.

    ``gone`` says which lines are furniture by themselves; a menu may go on through them, as
    through blank lines. What "Nos canaux :" leads in is a list.
    """
    found: list[int] = []
    run: list[int] = []
    before = ""
    for number, line in enumerate((*lines, "-")):
        if not line:
            continue
        if number < len(lines) and (gone[number] or is_entry(line)):
            run.append(number)
            continue
        if len(run) >= _FEWEST and not before.endswith(":"):
            entries = [number for number in run if not gone[number]]
            if any(_only_in_menus(lines[number]) for number in entries):
                found += entries
        run, before = [], line
    return found


def is_entry(line: str) -> bool:
    """Whether the line, without the mark of a list item, could be an entry of a menu."""
    line = line if len(line) > _LONGEST_ENTRY else MARK.sub("", line, count=1).replace("’", "'")
    return len(line) <= _LONGEST_ENTRY and bool(
        MENU.fullmatch(line) or TONGUE.fullmatch(line) or _is_link(line)
    )


def _is_link(piece: str) -> bool:
    return any(pattern.fullmatch(piece) for pattern in (ENTRY, SHARE, PHRASE, SURE))


def _only_in_menus(line: str) -> bool:
    line = MARK.sub("", line, count=1).replace("’", "'")
    return bool(NAVIGATION.fullmatch(line) or SHARE.fullmatch(line))
