"""The partners of a project or an event, where the text lists them.

A list is set out (rows of a table, items under a heading, "Partners: A, B"), or told: it follows a
verb ("brings together", "réunit") or a noun and a dash ("the partners – A, B and C –").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ingest.describe.bodies.names import UP
from ingest.describe.bodies.organisations import key_of
from ingest.describe.bodies.partnerlists import set_out
from ingest.describe.bodies.partnernames import is_human, listed, values
from ingest.describe.found import Found
from ingest.describe.layout import Label
from ingest.types import Span

_NUMBER: Final = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix)"
)
_COUNTED: Final = (
    rf"(?:(?:the |les |des |autour de )?{_NUMBER}[ ](?:[\w-]{{2,16}}[ ]){{0,3}}?(?:clusters?"
    r"|partners?|partenaires|pôles|grappes|organi[sz]ations?|structures|membres|members"
    r"|associations)(?:[ ][\w’'-]{2,16}){0,5}?[ ]?[,:(–—-]{1,2}[ ]?)?"
)
_JOINT: Final = r"(?:project|projet|partnership|partenariat|consortium|alliance|action|twinning)"
_CUE: Final = re.compile(
    r"(?:\b(?:brings?|bringing|brought) together"
    r"|\b(?:gathers|involves|unites|joins|associates)"
    r"|\b(?:ré)?uni(?:t|ssent|ssant)|\brassembl(?:e|ant)|\bregroup(?:e|ant)|\bassoci(?:e|ant)"
    r"|\b(?:composed|made up|consists|consisting) of|\bcomposé(?:e|s)? (?:de|par)"
    r"|\b(?:partners|partenaires|consortium|members|clusters|membres)"
    r"(?: (?:of|in|du|de|d['’])[^.,;:\n]{2,40})?"
    r"(?: (?:are|were|sont|étaient|include|includes|comprend|compte)| ?[:–—(]| ?,)"
    rf"|\b{_JOINT} (?:[\w-]{{2,20}} )?(?:comprend|compte|includes|comprises)"
    # "is a joint action of A and B", "a partnership between A and B"
    rf"|\b(?:an?|un|une) (?:[\w-]{{3,14}} )?{_JOINT} (?:of|between|entre|de)"
    r"|\bits partners,?|\bses partenaires,?"
    rf"|\b(?:is|are) (?:jointly )?(?:run|led|carried|driven|formed) by(?=[ ]{_NUMBER} )"
    rf"|\b{_JOINT}[^.:;\n]{{0,40}} (?:is|was) (?:jointly )?(?:run|carried|driven|formed) by"
    rf"|\b{_JOINT}[^.:;\n]{{0,40}} (?:porté|mené|conduit|animé)e? par)"
    rf"(?:,? (?:outre|besides|beside|alongside|in addition to) [^,.;:\n]{{3,40}},)?[ ]{_COUNTED}"
    rf"(?=(?:(?:[\w’'-]{{1,14}}[ ]){{0,3}}|[\w ]{{0,20}}[ldLD]['’])[«“]?[ ]?[{UP}]"
    rf"|[a-z]{{1,3}}-?[{UP}])",
)
# "Between A (x), represented by …, and B": the parties of an agreement
_PARTIES: Final = re.compile(
    r"^(?:Entre|Between)(?: les soussignés)?[ ]?:?[ ]"
    r"(?=[^\n]{0,600}\b(?:convenu|agreed?|représentée?|represented|hereby)\b)",
    re.MULTILINE,
)
# "NORDTRAM is run by A, with B and C"
_RUN: Final = re.compile(
    rf"(?:\b[{UP}][{UP}\d-]{{3,20}}|\b{_JOINT}(?: [{UP}][\w-]{{2,20}})?),? (?:is|was|est|a été) "
    r"(?:jointly )?(?:run|led|coordinated|carried(?: out)?|driven|pilotée?|portée?|coordonnée?"
    r"|menée?) (?:by|par) (?=[^.\n]{2,80}[ ](?:with|avec)[ ])"
)
# "Issued by A, B and C": who runs a call of three or more together are its project's partners.
_ISSUED: Final = re.compile(
    r"^(?:Issued|Launched|Run|Published|Lancée?|Publiée?|Portée?) (?:jointly )?(?:by|par) ",
    re.MULTILINE,
)
# "Around the cluster: A, B and C"; "a partnership of four clusters of wood, paid by …: A, B"
_COLON: Final = re.compile(
    r"\b(?i:autour d(?:u|e la) |around the )(?:pôle|cluster|grappe|lead|coordinator|coordinateur)"
    r"[^.:;\n]{0,30}[ ]?: "
    rf"|\b{_JOINT} (?:of|de|between|entre) {_NUMBER} [^.:;\n]{{4,140}}[ ]?: "
)
# What is brought together may be a jury, or people who speak; a fair has partner hotels.
_OTHERS: Final = re.compile(
    r"\b(?:jury|panel|speakers?|round ?table|table ronde|intervenants?|advisory board|sponsors?"
    r"|comité (?:d['’]experts|consultatif)|exhibit\w{2,4}|stands?|h[oô]tels?|restaurants?"
    r"|m[ée]dias?)\b[^.\n]{0,80}$",
    re.IGNORECASE,
)
# Of these lists each is told apart from that of the partners.
_ASSOCIATED: Final = re.compile(
    r"(?:associated?(?: (?:partners?|members?|clusters?))?"
    r"|(?:(?:partenaires?|membres?|clusters?) )?associee?s?)"
    r"(?:,? \(?(?:without|sans) (?:budget|funding|financement)\)?)?"
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
_FEWEST: Final = 2
_REACH: Final = 900


def find_partners(
    content: str, labels: tuple[Label, ...], not_partners: Iterable[str] = ()
) -> tuple[Found, ...]:
    """The partners of the longest list, in its order, then the associated ones; none where there
    are not two names.

    A list that is set out goes before one that is told and longer, but names others.
    """
    others = {key_of(name) for name in not_partners}
    best = _longest(content, set_out(content, labels, others), others)
    told = _longest(content, _told(content, others), others)
    known = {key_of(s.of(content)) for s in best}
    shared = sum(key_of(s.of(content)) in known for s in told)
    if len(best) < _FEWEST or (len(told) > len(best) and shared * 2 >= len(best)):
        best = told
    known = {key_of(s.of(content)) for s in best} | others
    for label in labels:
        if _ASSOCIATED.fullmatch(label.key):
            names = values(content, label.span.start, label.span.end)
            best = [*best, *(s for s in names if key_of(s.of(content)) not in known)]
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


def _told(content: str, people: set[str]) -> Iterator[list[Span]]:
    """The names behind every cue; none of those lists that are mostly of people."""
    for pattern, fewest in ((_CUE, 2), (_RUN, 2), (_COLON, 2), (_PARTIES, 2), (_ISSUED, 3)):
        for match in pattern.finditer(content):
            if _OTHERS.search(content, max(0, match.start() - 120), match.start()):
                continue
            names = listed(content, match.end(), min(len(content), match.end() + _REACH))
            bodies = [n for n in names if not is_human(content, n, people)]
            if len(bodies) * 2 > len(names) and len(bodies) >= fewest:
                yield bodies


def _longest(content: str, lists: Iterable[list[Span]], others: set[str]) -> list[Span]:
    best: list[Span] = []
    for names in lists:
        once: dict[str, Span] = {}
        for name in names:
            once.setdefault(key_of(name.of(content)), name)
        kept = [name for key, name in once.items() if key not in others]
        best = kept if len(kept) > len(best) else best
    return best
