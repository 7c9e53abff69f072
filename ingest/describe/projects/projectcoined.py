"""What tells a project of a coined name in capitals that is hardly ever called a project.

The field writes such a name bare: "séminaire NISTELIA", "a NISTELIA voucher", "NISTELIA in one
page". A name of no language that is written so is a project's, unless somewhere in the text it is
spoken of as one speaks of a cluster, a company, a label or a fair: then nothing is added.

For a name with any claim 0.75; for what hardly anything but a project has, once, 3; for an event,
a paper or money of it 1.5, twice at most; heading the first line, or a sheet with its partners and
money, 3. What `projectaround` sees counts besides.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from ingest.describe.bodies.names import NOT_NAMES, UP
from ingest.describe.projects import coinedcues as beside
from ingest.describe.projects import projectcues as cue
from ingest.describe.projects.projectnames import BODIES
from ingest.gazetteer import cities, countries, fold, is_word, regions
from ingest.types import Span

_LEAST: Final = 6  # letters: shorter names in capitals are mostly an agency's or a fund's
_SHAPE: Final = re.compile(rf"[{UP}]{{{_LEAST},18}}(?:-[{UP}]{{2,8}})?\+?")
# Not the small letters of an address, which say nothing
_WORD: Final = re.compile(rf"(?<![\w@./-])[^\W\d_]{{{_LEAST},18}}(?![\w@/-]|\.\w)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MUTE: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")
_BODY: Final = -2.5
_NEAR: Final = 160
_FIRST: Final = re.compile(r"\S")
_LONGEST: Final = 110  # characters of a line that heads a page
_TOP: Final = 200  # characters in which the name that heads a sheet stands
_SHEET: Final = 900  # characters in which a sheet says what it is


def is_coined(text: str) -> bool:
    """Whether ``text`` is one word in capitals of no language that can be spoken: NISTELIA."""
    key = fold(text)
    return (
        _SHAPE.fullmatch(text) is not None
        and sum(c in "aeiouy" for c in key) >= 2
        and _MUTE.search(key) is None
        and not {key, text} & NOT_NAMES
        and key not in BODIES
        and not (key in countries() or key in regions() or key in cities())
        and not is_word(key)
    )


def coined_in(content: str, span: Span) -> Span | None:
    """The one coined word of a name, where all else in it is an event, a paper, a year.

    "NISTELIA STEERING GROUP", "WEBINAIRE NISTELIA", "NISTELIA 2023", "NISTELIA D2".
    """
    found: Span | None = None
    plain = False
    for match in re.finditer(r"\S+", span.of(content)):
        text, key = match[0], fold(match[0])
        place = Span(span.start + match.start(), span.start + match.end())
        if is_coined(text) and found is None:
            found = place
        elif found is not None and (
            key in cue.SHORT_WORDS or beside.ALSO_AFTER.match(content, place.start - 1)
        ):
            plain = True  # "NISTELIA HACKATHON", "NISTELIA AT ELMIA": the rest is of the sentence
            break
        elif beside.EDITION.fullmatch(text) or key in cue.SHORT_WORDS:
            plain = True
        elif not is_word(key):
            return None
        elif len(text) > 3:
            plain = True
        elif found is not None:
            found = Span(found.start, place.end)  # "NISTELIA MED"
    if found is None or not (plain or found == span):
        return None
    line = line_of(content, span)
    before = content[line.start : found.start]
    if (
        line.of(content).isupper()
        and before.strip("#* ")
        and (not beside.ALSO_BEFORE.search(before) or beside.DERIVED.search(found.of(content)))
        and content.count(found.of(content)) < 2
    ):
        return None  # "PROGRAMME CONDITIONNEL": words that no list has are shouted, too
    return found


def undated(content: str, span: Span) -> Span:
    """A name without the year of an edition behind its one coined word: "NISTELIA 2023" is
    NISTELIA's; "Horizon 2020" is all name."""
    name, _, last = span.of(content).rpartition(" ")
    dated = _YEAR.fullmatch(last) and is_coined(name)
    return Span(span.start, span.start + len(name)) if dated else span


def line_of(content: str, span: Span) -> Span:
    """The line around ``span``, or of a very long one what is near."""
    start = content.rfind("\n", max(0, span.start - _NEAR), span.start) + 1
    end = content.find("\n", span.end, span.end + _NEAR)
    return Span(start or max(0, span.start - _NEAR), end if end >= 0 else span.end + _NEAR)


def small_words(content: str) -> frozenset[str]:
    """Words, in capitals, that the text mostly writes with small letters: lines shout any name."""
    upper, other = Counter[str](), Counter[str]()
    for match in _WORD.finditer(content):
        (upper if match[0].isupper() else other)[match[0].upper()] += 1
    return frozenset(word for word, times in other.items() if times >= upper[word])


def coined(content: str, spans: list[Span], title: Span | None, told: bool) -> float:
    """Points for a coined name by what stands beside it; less than none for one told as a body's.

    ``told`` says that the text calls it a project, which outweighs what a body may have as well.
    """
    if not spans or not is_coined(spans[0].of(content)):
        return 0.0
    sure = also = 0
    for span in spans:
        before = content[max(0, span.start - 60) : span.start].rpartition("\n")[2]
        after = beside.BODY_AFTER.match(content, span.end, span.end + 60)
        if beside.BODY_BEFORE.search(before) or (after and not beside.ONE_OF.search(before)):
            return 0.0 if told else _BODY
        if beside.PERIODICAL.match(content, span.end) and beside.MEMBERS.search(content):
            return 0.0 if told else _BODY
        if beside.PERSON.search(before):
            return 0.0
        sure += bool(
            beside.SURE_BEFORE.search(before) or beside.SURE_AFTER.match(content, span.end)
        )
        also += bool(
            beside.ALSO_BEFORE.search(before) or beside.ALSO_AFTER.match(content, span.end)
        )
    sheet = any(s.start < _TOP and _sheet(content, s) for s in spans)
    top = _top(content, spans[0], title)
    return 0.75 + 3.0 * (sure > 0) + 1.5 * min(also, 2) + top + 3.0 * sheet


def _top(content: str, span: Span, title: Span | None) -> float:
    """Points for a name in the first line, where that is not the title, which counts elsewhere."""
    first = _FIRST.search(content)
    start = first.start() if first else 0
    end = content.find("\n", start)
    end = end if end >= 0 else len(content)
    if end - start > _LONGEST or not start <= span.start < end:
        return 0.0
    if title is not None and title.start <= span.start < title.end:
        return 0.0
    heads = not content[start : span.start].strip("#* ")
    return 3.0 if heads and cue.HEADING.match(content, span.end) else 1.5


def _sheet(content: str, span: Span) -> bool:
    """Whether the name heads a sheet: who leads, how long, how much."""
    start = content.rfind("\n", 0, span.start) + 1
    heads = beside.HEADS_SHEET.match(content, span.end)
    if content[start : span.start].strip("#* ") or not heads:
        return False
    terms = len(beside.TERM.findall(content, span.end, span.end + _SHEET))
    return terms > 0 and terms + len(beside.LINE.findall(content, span.end, span.end + _SHEET)) >= 2
