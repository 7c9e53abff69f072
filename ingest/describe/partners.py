"""The partners of a project or an event, where the text lists them.

A list follows a label ("Partners:"), a verb ("brings together", "réunit") or a noun and a dash
("the partners – A, B and C –"). A bracket or a place may stand behind each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ingest.describe.found import Found
from ingest.describe.layout import Label
from ingest.describe.names import NAME, UP, is_name, is_place
from ingest.describe.organisations import key_of
from ingest.describe.rolelabels import LABELS
from ingest.types import Span

_COUNTED: Final = (
    r"(?:(?:the |les |des )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|deux|trois"
    r"|quatre"
    r"|cinq|sept|huit|neuf|dix)[ ](?:[\w-]{2,16}[ ]){0,3}?(?:clusters?|partners?|partenaires|pôles"
    r"|grappes"
    r"|organi[sz]ations?|structures|membres|members)(?:[ ][\w-]{2,16}){0,2}?[ ]?[,:(–—-]{1,2}[ ]?)?"
)
_CUE: Final = re.compile(
    r"(?:\b(?:brings?|bringing|brought) together|\b(?:gathers|involves|unites|joins|associates)"
    r"|\b(?:ré)?uni(?:t|ssent|ssant)|\brassembl(?:e|ant)|\bregroup(?:e|ant)|\bassoci(?:e|ant)"
    r"|\b(?:composed|made up|consists|consisting) of|\bcomposé(?:e|s)? (?:de|par)"
    r"|\b(?:partners|partenaires|consortium|members|clusters|membres)(?: (?:of|in|du|de"
    r"|d['’])[^.,;:\n]{2,40})?"
    r"(?: (?:are|were|sont|étaient|include|includes|comprend)| ?[:–—(]| ?,))[ ]"
    rf"{_COUNTED}(?=(?:(?i:the|le|la|les)[ ]|[ldLD]['’])?(?:[pP]ôle |cluster |grappe )?[{UP}]"
    rf"|[a-z]{{1,3}}-?[{UP}])",
)
_ITEM: Final = re.compile(
    rf"(?:(?:the|le|la|les|and|et|du|des|from|ainsi que|as well as)[ ]|[ldLD]['’]){{0,2}}"
    rf"(?:pôle |cluster |grappe )?(?P<name>{NAME})"
    rf"(?:[ ]?\([^()\n]{{2,80}}\))?"
    rf"(?:[ ](?:en|au|aux|à|in|from|de"
    rf"|of)[ ](?:the[ ])?[{UP}][\w’'-]{{1,30}}(?:[ ][{UP}][\w’'-]{{1,30}}){{0,2}})?"
)
_NEXT: Final = re.compile(
    r"[ ]?(?:,|;)[ ]?(?:(?:and|et|ainsi que|as well as)[ ])?|[ ](?:and|et|&|ainsi que"
    r"|as well as)[ ]"
)
_PARTNER: Final = next(pattern for kind, pattern in LABELS if kind == "partner")
# Of these lists each is told apart from that of the partners.
_ASSOCIATED: Final = re.compile(
    r"associated?(?: (?:partners?|members?|clusters?))?"
    r"|(?:(?:partenaires?|membres?|clusters?) )?associee?s?"
)
_ASSOCIATED_LINE: Final = re.compile(
    r"\W{0,8}(?:associated?|(?:(?:partenaires?|membres?|p[ôo]les?|clusters?) )?associ[ée]e?s?)\b"
    r"[^:\n]{0,24}:",
    re.IGNORECASE,
)
_ASSOCIATED_ASIDE: Final = re.compile(
    r"(?:[ ]\([^()\n]{2,60}\))?(?:,| \(|[ ][–—-])[ ]?(?:an? |comme )?"
    r"(?:associated? (?:partner|member|cluster)|(?:partenaire|membre) associée?)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 2, 30


def find_partners(
    content: str, labels: tuple[Label, ...], not_partners: Iterable[str] = ()
) -> tuple[Found, ...]:
    """The partners of the longest list, in its order, then the associated ones; none where there
    are not two names."""
    others = {key_of(name) for name in not_partners}
    best: list[Span] = []
    starts = [x.span.start for x in labels if _PARTNER.fullmatch(x.key)]
    starts += [match.end() for match in _CUE.finditer(content)]
    for start in starts:
        names = [s for s in _listed(content, start) if key_of(s.of(content)) not in others]
        if len(names) > len(best):
            best = names
    known = {key_of(s.of(content)) for s in best} | others
    for label in labels:
        if _ASSOCIATED.fullmatch(label.key):
            names = _listed(content, label.span.start)
            best += [s for s in names if key_of(s.of(content)) not in known]
    if len(best) < _FEWEST:
        return ()
    return tuple(Found("partner", s.of(content), s) for s in best)


def is_associated(content: str, name: Span) -> bool:
    """Whether a partner stands in a line of associated ones, or is said to be one."""
    line = content.rfind("\n", 0, name.start) + 1
    return bool(
        _ASSOCIATED_LINE.match(content, line, name.start)
        or _ASSOCIATED_ASIDE.match(content, name.end)
    )


def _listed(content: str, start: int) -> list[Span]:
    """The names of "A (x), B in Portugal and C", up to the first thing that is none."""
    found: list[Span] = []
    position = start
    while len(found) < _MOST and (match := _ITEM.match(content, position, position + 240)):
        name = Span(*match.span("name"))
        text = name.of(content)
        if not is_name(text) or is_place(text):
            break
        found.append(name)
        following = _NEXT.match(content, match.end(), match.end() + 16)
        if following is None:
            break
        position = following.end()
    return found
