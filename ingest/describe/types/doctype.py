"""A document's type, from the weighted cues of :mod:`ingest.describe.types.typecues`."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from ingest.describe.layout import Label, lowered
from ingest.describe.types.typecues import CUES
from ingest.describe.types.typeheads import head_points
from ingest.types import DocumentType, Span

_I: Final = re.IGNORECASE
IN_TITLE: Final = 3.0  # a cue in the title counts three times
IN_LEAD: Final = 1.5  # and half as much again in the first 500 characters
IN_FIRST_LINE: Final = 3.0  # the first 120 characters, title or not
FAR: Final = 1_500  # an agenda told of after this is an annex, and its cues count half
_FIRST, _LEAD = 120, 500  # so is one that follows an invitation in the first line
_PLAIN: Final = 3.0
TIMES: Final = 9.0  # points for hours at the head of lines, when three lines in ten have one
MOST: Final = 3  # times that one cue is counted
_MENTIONED: Final = 3.0  # a call that is named further down is told of, not made
_ENOUGH: Final = 12_000  # characters that tell the type of the longest report
_STATED: Final = re.compile(r"[ \u00a0]?[:|–—][ \u00a0]")
_SHORT: Final = 30  # characters of "Fiche bonne pratique : le lin" that name the kind
_SAID: Final = 6.0  # their points
LEAST: Final = 2.0  # a type needs this much, or the document is "other"


_TIME_LINE: Final = re.compile(
    r"^(?:[ \t•*|-]{0,8}|[^\W\d_]{3,9} ?: )(?:\d{1,2}[:hH.][ ]?\d{2}"
    r"|\d{1,2}[ \u00a0]?h(?:[ \u00a0]?\d{2})?"
    r"|\d{1,2}[ ]?[ap]\.?m)\b",
    re.M,
)
# "Action: Mission | Subvention: 12 000 €": a row with a header of what was paid
_MONEY: Final = re.compile(
    r"(?<![^\n|])[ ]?(?:subventions?|grants?|aides?|bénéficiaires?|beneficiar(?:y|ies)|dotation"
    r"|enveloppe|co-?funding|co-?financement|vouchers?|chèques?|(?:total )?budget|budget total)"
    r"(?=[^|:\n]{0,24}: )"
)
_MONEY_ROW: Final = re.compile(
    r"^(?=[^\n]{0,400}?(?:subvention|grant|aide|bénéficiaire|beneficiar|funding|financement"
    r"|voucher|chèque|dotation|enveloppe))[^|\n]{1,200} \| [^\n]+$",
    re.M,
)
_CALL_ROW: Final = re.compile(r"\b(?:calls?|appels?|candidatures?|applications?)\b")
_TYPE_LABELS: Final[tuple[tuple[DocumentType, re.Pattern[str]], ...]] = (
    ("event_report", re.compile(r"compte rendu|event report|report$|rapport", _I)),
    ("agenda", re.compile(r"agenda|ordre du jour|programme", _I)),
    ("call", re.compile(r"\bcall\b|appel", _I)),
    ("announcement", re.compile(r"annonce|announcement|invitation|news|actualit", _I)),
    ("best_practice", re.compile(r"bonnes? pratiques?|(?:best|good) practice", _I)),
    ("policy_note", re.compile(r"policy|politique|note de", _I)),
)


def _without_columns_of_money(low: str) -> str:
    """A text without the headers of what was paid, where they stand in row after row of a table
    that is of no calls: a budget sheet has a column of grants as well."""
    rows = [match for match in _MONEY_ROW.finditer(low) if not _CALL_ROW.search(match[0])]
    if len(rows) < 2:  # one row is no table
        return low
    parts, done = [], 0
    for row in rows:
        parts += [low[done : row.start()], _MONEY.sub(lambda m: " " * len(m[0]), row[0])]
        done = row.end()
    return "".join((*parts, low[done:]))


def find_type(
    content: str,
    title: Span | None,
    labels: tuple[Label, ...],
    source: str = "",
    stated: str = "",
) -> tuple[DocumentType, Span | None, float]:
    """Type, span of the strongest cue and how far ahead it is (0 to 1); "other" with no span.

    ``stated`` is the title in the file's metadata, which may begin with the kind of document.
    """
    scores: dict[DocumentType, float] = defaultdict(float)
    strongest: dict[DocumentType, tuple[float, Span]] = {}
    low = _without_columns_of_money(lowered(content[:_ENOUGH]))
    invites = any(
        cue.type == "announcement" and cue.weight >= _PLAIN and cue.pattern.search(low, 0, _FIRST)
        for cue in CUES
    )
    for cue in CUES:
        for count, match in enumerate(cue.pattern.finditer(low)):
            if count >= MOST:
                break
            weight = cue.weight / (1 + count)
            if title is not None and title.start <= match.start() < title.end:
                weight = cue.weight * IN_TITLE
            elif match.start() < _LEAD:
                weight *= IN_FIRST_LINE if match.start() < _FIRST else IN_LEAD
            elif (cue.type == "agenda" and (invites or match.start() > FAR)) or (
                cue.type == "call" and cue.weight > _MENTIONED
            ):
                weight *= 0.5
            scores[cue.type] += weight
            if weight > strongest.get(cue.type, (0.0, None))[0]:
                strongest[cue.type] = (weight, Span(*match.span()))
    times = list(_TIME_LINE.finditer(content))
    if len(times) >= 3:
        share = len(times) / max(1, sum(1 for line in content.splitlines() if line.strip()))
        most = TIMES / 2 if invites else TIMES
        scores["agenda"] += min(1.5 * len(times), most * min(1.0, share / 0.3))
        if strongest.get("agenda", (0.0, None))[0] < 4:
            strongest["agenda"] = (4.0, Span(*times[0].span()))
    for label in labels:
        if label.key in {
            "type",
            "document type",
            "nature",
            "type de document",
            "categorie",
            "category",
        }:
            for kind, pattern in _TYPE_LABELS:
                if pattern.search(label.span.of(content)):
                    scores[kind] += 10
                    strongest[kind] = (10.0, label.span)
    for kind, points, span in head_points(content, title, labels):
        scores[kind] += points
        if points > strongest.get(kind, (0.0, span))[0]:
            strongest[kind] = (points, span)
    head = _STATED.split(stated, maxsplit=1)[0]
    if head != stated and len(head) <= _SHORT:
        for kind, pattern in _TYPE_LABELS:
            if pattern.search(head):
                scores[kind] += _SAID
    name = source.rsplit("/", 1)[-1]
    for kind, pattern in _TYPE_LABELS:
        if pattern.search(name.replace("-", " ").replace("_", " ")):
            scores[kind] += 1.5
    if not scores:
        return "other", None, 0.0
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    best, score = ranked[0]
    if score < LEAST:
        return "other", None, 0.0
    second = max(0.0, ranked[1][1]) if len(ranked) > 1 else 0.0
    evidence = strongest.get(best)
    return best, evidence[1] if evidence else None, round((score - second) / score, 3)
