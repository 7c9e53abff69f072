"""Projects that a text lists: behind a colon, as items under a heading, in a column, by label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.bodies.names import CAP
from ingest.describe.layout import Label
from ingest.describe.projects import projectcues as cue
from ingest.describe.projects.projectforms import NAME, QUOTE, UNQUOTE, Told, rated
from ingest.describe.projects.projectnames import name_key, shaped
from ingest.gazetteer import fold
from ingest.types import Span

# "four projects: A, B and C", "deux autres projets, A et B"
_LISTED: Final = re.compile(
    rf"\b(?:(?:two|three|four|five|six|other|deux|trois|quatre|cinq|six|autres)[ ]"
    rf"(?:[\w-]{{4,14}}[ ]){{0,2}}(?:projects|projets)"
    rf"(?:(?:[ ][\w-]{{4,14}}){{0,2}},|(?:[ ][\w’'-]{{1,14}}){{0,6}}[ ][–—-])[ ]"
    rf"|(?:projects|projets)(?:[ ][\w-]{{4,14}}){{0,2}}[ ]?:[ ])"
    rf"(?P<names>{NAME}(?:,[ ]{NAME}){{0,6}},?[ ](?:and|et|&)[ ]{NAME})"
)
# "Nos projets européens", then a list whose items begin with names
_LIST_HEAD: Final = re.compile(
    r"^[#* ]{0,5}(?:[\w’']{2,9}[ ]){0,2}(?:projets|projects)(?:[ ][\w-]{4,14}){0,2}[ ]?:?"
    r"[* ]{0,3}\n+"
    r"(?P<items>(?:[ ]{0,4}[-•*–▪][ ][^\n]{3,300}(?:\n+|$)){2,30})",
    re.MULTILINE | re.IGNORECASE,
)
_ITEM: Final = re.compile(
    rf"^[ ]{{0,4}}[-•*–▪][ ](?:{QUOTE})?(?P<name>{NAME})(?:{UNQUOTE})?[ ]?(?=[,:(–]|-[ ]|$)",
    re.MULTILINE,
)
_TABLE: Final = re.compile(r"[ \t]{0,20}(?:\||;|\t)[ \t]{0,20}")
_VALUE: Final = re.compile(
    rf"(?P<name>{CAP}(?:[ ](?:(?:in|for|of|to|de|du|des|en|pour|la|le)[ ])?(?:{CAP}|\d)){{0,3}}\+?)"
    r"(?=[ \u00a0]?(?:$|[(,;:–—|»”\"]|\.\s|-[ ]))"
)


def listed(content: str) -> Iterator[Told]:
    """Names enumerated as projects; a common word among them where most look like no word."""
    for match in _LISTED.finditer(content):
        start = match.start("names")
        names = [
            Span(start + m.start(), start + m.end()) for m in re.finditer(NAME, match["names"])
        ]
        mostly = sum(shaped(n.of(content)) for n in names) * 2 > len(names)
        for name in names:
            if mostly or shaped(name.of(content)):
                yield from rated(content, name, 3.0, mostly)
    for match in _LIST_HEAD.finditer(content):
        for item in _ITEM.finditer(content, *match.span("items")):
            yield from rated(content, Span(*item.span("name")), 3.0)


def named_in(content: str, known: tuple[Label, ...]) -> Iterator[Span]:
    """Names that a label ("Project: …") or a column headed so holds."""
    heads: list[Span] = []
    column, cells = -1, 0
    for line in re.finditer(r"[^\n]+", content):
        edges = [Span(*m.span()) for m in _TABLE.finditer(content, *line.span())]
        if not edges or not line[0].strip("|-: \t+="):
            column = column if edges else -1
            continue
        starts, ends = (
            (line.start(), *(e.end for e in edges)),
            (*(e.start for e in edges), line.end()),
        )
        row = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
        texts = [fold(cell.of(content).strip(" *_")) for cell in row]
        named = [n for n, text in enumerate(texts) if cue.LABEL.fullmatch(text)]
        if named and ":" not in line[0]:
            column, cells = named[0], len(row)
            heads.append(Span(*line.span()))
        elif column < 0 or len(row) != cells:
            column = -1
        elif span := _value(content, row[column]):
            yield span
    for label in known:
        heading = any(h.start <= label.span.start < h.end for h in heads)
        if cue.LABEL.fullmatch(label.key) and not heading and (span := _value(content, label.span)):
            yield span


def _value(content: str, span: Span) -> Span | None:
    start = span.start
    while start < span.end and content[start] in "«“\"'‘ \u00a0*_":
        start += 1
    match = _VALUE.match(content, start, span.end)
    found = Span(*match.span("name")) if match else None
    return found if found and name_key(found.of(content), quoted=True) else None
