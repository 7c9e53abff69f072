"""The partners of an event's project, where the description has no list of them.

Read are rows that name one ("Partner: X | Share: …"), items that are a body and its town ("X
(Lyon, France)"), and sentences that go through them, the lead partner first ("réunit X, chef de
file, Y (Bielefeld, Allemagne) et Z").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.bodies.names import NAME, is_name, is_place
from ingest.describe.bodies.organisations import key_of
from ingest.describe.bodies.partners import is_associated
from ingest.describe.layout import lines
from ingest.register.cells import Parts
from ingest.types import Description, Span, Value

_ROW: Final = re.compile(r"(?:project |lead )?partners?|partenaires?(?: du projet)?|clusters?")
_PLACED_ITEM: Final = re.compile(
    rf"(?P<name>{NAME})(?:[ ]\(|,[ ])(?P<town>[^()\n]{{2,50}}?)(?:\)|[ ]\([^()\n]{{2,30}}\))"
    r"[^.\n]{0,40}[.;,]?"
)
_CUE: Final = re.compile(
    r"\b(?i:réunit|rassemble|regroupe|associe|brings together|unites|gathers|joins|on trouve"
    r"|partners)\b(?:[ ][a-zà-ÿ0-9]{2,14}){0,7}(?:[ ]?:|,)?[ ]"
)
_SKIP: Final = re.compile(r"(?:(?:[ldLD]['’]|[a-zà-ÿ]{2,12}[ ]){0,4})(?=[^\W\d_])", re.UNICODE)
_NAME: Final = re.compile(NAME)
_ASIDE: Final = re.compile(
    r"(?:[ ]\([^()]{2,60}\))?(?:,[ ](?:chef de file|coordinat\w{2,5}|lead partner|the lead"
    r"|the coordinator|porteur|leader)(?=[,;. ]))?"
)
_NEXT: Final = re.compile(r",?[ \n](?:and|et|&|ainsi que|as well as)[ \n]|[,;][ \n]")
_FEWEST, _MOST = 2, 30


def partners_of(parts: Parts, description: Description) -> tuple[Value, ...]:
    """The partners that the description lists, else those of rows, items or a sentence; none of
    those that are associated only."""
    if description.partners:
        return tuple(
            value
            for value in description.partners
            if value.span is None or not is_associated(parts.content, value.span)
        )
    people = {key_of(p.text) for p in description.projects}
    lists = (_rows(parts), _items(parts), *_told(parts))
    best = max(
        ([s for s in found if key_of(s.of(parts.content)) not in people] for found in lists),
        key=len,
        default=[],
    )
    if len(best) < _FEWEST:
        return ()
    return tuple({s.of(parts.content): Value(s.of(parts.content), s) for s in best}.values())


def _rows(parts: Parts) -> list[Span]:
    """Names in the first column of a table of partners."""
    cells = [x.span for x in parts.labels if _ROW.fullmatch(x.key)]
    return [
        s for s in cells if _NAME.fullmatch(s.of(parts.content)) and is_name(s.of(parts.content))
    ]


def _items(parts: Parts) -> list[Span]:
    """Names of the longest run of lines that are each a body and its town."""
    best: list[Span] = []
    run: list[Span] = []
    for line in lines(parts.content):
        match = _PLACED_ITEM.fullmatch(parts.content, line.start, line.end)
        if match is None or not _is_town(parts, Span(*match.span("town"))):
            run = []
        else:
            run = [*run, Span(*match.span("name"))]
        if len(run) > len(best) and len(run) > _FEWEST:
            best = run
    return best


def _is_town(parts: Parts, span: Span) -> bool:
    return any(span.start <= p.span.start < span.end for p in parts.places)


def _told(parts: Parts) -> Iterator[list[Span]]:
    for match in _CUE.finditer(parts.content):
        yield listed(parts.content, match.end())


def listed(content: str, position: int) -> list[Span]:
    """The names told one after another from ``position`` on, with their towns and asides."""
    found: list[Span] = []
    while len(found) < _MOST:
        skip = _SKIP.match(content, position)
        name = _NAME.match(content, skip.end() if skip else position)
        if name is None or not is_name(name[0]) or is_place(name[0]):
            break
        found.append(Span(*name.span()))
        aside = _ASIDE.match(content, name.end())
        following = _NEXT.match(content, aside.end() if aside else name.end())
        if following is None:
            break
        position = following.end()
    return found
