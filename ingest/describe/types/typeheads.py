"""What the head of a document says of its type: a FAQ, an interview, an evaluation, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.layout import Label
from ingest.types import DocumentType, Span

_I: Final = re.IGNORECASE
_HEAD: Final = 600
_SUBTITLE: Final = 100  # characters behind the title
_POINTS: Final = 20.0  # what a head says outright, cues beside it don't outweigh
FAQ: Final = re.compile(
    r"\b(?i:frequently asked questions|foire aux questions|questions fréquentes)\b|\bFAQ\b"
)
# "Evaluation of the voucher scheme", "Deliverable D4.5"; not how a call's applications are judged
_EVALUATION: Final = re.compile(
    r"\b(?:mid-?term|final|external|interim|ex[ -](?:post|ante)) evaluation\b|\bevaluation report\b"
    r"|\bévaluation (?:à mi-parcours|finale|externe|intermédiaire)\b|\brapport d['’]évaluation\b"
    r"|^\W*evaluation of the\b",
    _I,
)
_NEVER: Final[tuple[DocumentType, ...]] = (
    "call",
    "event_report",
    "best_practice",
    "announcement",
    "agenda",
)
_DELIVERABLE: Final = re.compile(
    r"(?:^\W{0,6}|[–—|·-] )(?:deliverable|livrable)[ ]?(?:no?\.? ?|n° ?)?[DL]?\d", _I | re.M
)
_INTERVIEW: Final = re.compile(r"^\W{0,6}(?:entretien|interview)\W{0,4}$", _I | re.M)
_MINUTES: Final = re.compile(
    r"^\W{0,6}(?:(?:draft |approved )?minutes|compte[ -]rendu|procès-verbal|relevé de décisions)"
    r"[ ]?(?:\([^()\n]{0,40}\))?\W{0,4}$",
    _I | re.M,
)
_ATTENDANCE: Final = re.compile(
    r"(?:presente?s?|attending|attendance|apologies|excuse(?:e?s)?"
    r"|absents?)"
)
# A title that begins so says itself what it heads: a tender for an evaluation is a call.
_CALLS: Final = re.compile(
    r"\W{0,4}(?:calls?|appels?|tenders?|marchés?|invitations?|webinars?|webinaires?|ateliers?"
    r"|workshops?)\b",
    _I,
)
# How something is done well; how to apply or register is a call's or an invitation's.
_APPLYING: Final = re.compile(
    r"\b(?:candidatures?|dossiers?|applications?|proposals?|propositions?|offres?|bids?|tenders?"
    r"|inscriptions?|registrations?)\b",
    _I,
)
_HOW_TO: Final = re.compile(
    r"\b(?:how to (?:set up|organi[sz]e|run|host|prepare|build|lead|manage|plan)"
    r"|comment (?:monter|organiser|réussir|préparer|conduire|mener|accueillir|bâtir))\b",
    _I,
)


def head_points(
    content: str, title: Span | None, labels: tuple[Label, ...]
) -> Iterator[tuple[DocumentType, float, Span]]:
    """Types that the title or the first lines name or rule out, with points and where they do."""
    named = title or Span(0, 0)
    if match := FAQ.search(content, named.start, named.end):
        yield "other", _POINTS, Span(*match.span())
    match = _HOW_TO.search(content, named.start, named.end)
    if match and not _APPLYING.search(content, match.end(), named.end):
        yield "best_practice", _POINTS, Span(*match.span())
    stop = min(_HEAD, len(content))
    evaluated = _EVALUATION.search(content, named.start, named.end + _SUBTITLE)
    if evaluated and not _CALLS.match(content, named.start, named.end):
        for kind in _NEVER:
            yield kind, -_POINTS, Span(*evaluated.span())
    elif match := _DELIVERABLE.search(content, 0, stop):  # of any kind, but no call
        yield "call", -_POINTS, Span(*match.span())
    if match := _INTERVIEW.search(content, 0, stop):
        yield "other", _POINTS, Span(*match.span())
    told = any(_ATTENDANCE.fullmatch(x.key) and x.span.start < 2 * _HEAD for x in labels)
    if told and (match := _MINUTES.search(content, 0, stop)):
        yield "event_report", _POINTS, Span(*match.span())
