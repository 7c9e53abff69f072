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
    r"|(?:^|[:–—-] ?)(?i:vos questions|your questions)"
    r"(?i:,? (?:et )?nos réponses|,? (?:and )?our answers|,? answered)?\W{0,4}$"
)
# "Evaluation of the voucher scheme", "Deliverable D4.5"; not how a call's applications are judged
_EVALUATION: Final = re.compile(
    r"\b(?:mid-?term|final|external|interim|ex[ -](?:post|ante)) evaluation\b|\bevaluation report\b"
    r"|\bévaluation (?:à mi-parcours|finale|externe|intermédiaire)\b|\brapport d['’]évaluation\b"
    r"|^\W*evaluation of the\b|^\W*(?:evaluation note|note d['’]évaluation)\b",
    _I,
)
# "Survey of the mills 2022: summary", "Étude : filer le lin"; not one that asks to be answered
_STUDY: Final = re.compile(
    r"\W{0,4}(?:(?:l['’]|our |the )?(?:enquête|étude(?! de cas\b))(?!\w)"
    r"|(?:a )?study(?= ?(?:[:–—]|of\b|on\b|into\b))"
    r"|(?:[\w’'-]{1,20} ){0,4}survey\b(?=.{0,40}\b(?:summary|results|findings|report)\b)"
    r"|(?:summary|results|findings) of (?:the|our) (?:[\w’'-]{1,20} ){0,3}survey\b)"
    r"(?!.{0,80}\b(?:webinars?|webinaires?|ateliers?|workshops?|présentation|restitution|réunion"
    r"|meeting|launch|lancement|répondez|participez|donnez|take part|have your say|call|appel"
    r"|visite?|tour|trip)\b)",
    _I,
)
_NEVER: Final[tuple[DocumentType, ...]] = (
    "call",
    "event_report",
    "best_practice",
    "announcement",
    "agenda",
)
# "Deux jours à Porto, rencontres du lin : le bilan"; not that of a scheme
_LOOKS_BACK: Final = re.compile(
    r"^\W{0,4}retour sur\b|(?:^|[:–—,-][ ]?)\W{0,3}(?:le |un |premier )?bilan\b"
    r"(?=(?: (?:19|20)\d\d)? (?:du|des|de la|de l['’])|\W*$)",
    _I,
)
_MET: Final = re.compile(
    r"\b(?:rendez-vous|rencontres?|journées?|jours|nuits?|salons?|missions?|visites?|voyages?"
    r"|forums?|assises|ateliers?|séminaires?|conférences?|colloques?|congrès|échanges?|éditions?)\b",
    _I,
)
# The facts of a project on its page: when it runs, and who leads it
_RUNS: Final = re.compile(
    r"^\W{0,4}(?:(?:project )?(?:start|end|duration)(?: date)?|début|durée|fin)"
    r"[ ]?(?::(?![ ]?\d{1,2}[ ]?[:h])|$)",
    _I | re.M,
)
_LED: Final = re.compile(
    r"^\W{0,4}(?:(?:project )?(?:coordinator|leader)|lead partner|coordinat(?:eur|rice)"
    r"|coordination|chef de file)[ ]?(?::|$)",
    _I | re.M,
)
_APPLIED: Final = re.compile(r"\b(?:calls?|appels?|tenders?|vouchers?|chèques?|concours)\b", _I)
_CLOSES: Final = re.compile(
    r"^\W{0,4}(?:deadline|closing|closes|date limite|clôture|dépôt|who can apply|qui peut"
    r"|eligib|éligib|bénéficiaires|how to apply|opening|ouverture)",
    _I | re.M,
)
# "PROJECT FACTSHEET", "Fiche projet WEFTLINE": it tells of calls, and makes none
_SHEET: Final = re.compile(
    r"\W{0,4}(?:[\w’'-]{1,20} ){0,2}?(?:(?:project )(?:sheet|leaflet|flyer|page|profile)"
    r"|fact ?sheet|one[- ]pager|fiche (?:de )?projet|plaquette)\b",
    _I,
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
    elif match := _STUDY.match(content, named.start, named.end):
        for kind in _NEVER:
            if kind != "best_practice":
                yield kind, -_POINTS, Span(*match.span())
    elif match := _DELIVERABLE.search(content, 0, stop):  # of any kind, but no call
        yield "call", -_POINTS, Span(*match.span())
    match = _LOOKS_BACK.search(content, named.start, named.end)
    if match and _MET.search(content, named.start, named.end):
        yield "event_report", _POINTS / 2, Span(*match.span())
    runs, led = _RUNS.search(content, named.end, stop), _LED.search(content, named.end, 2 * stop)
    applied = _APPLIED.search(content, named.start, named.end) or _CLOSES.search(content)
    sheet = _SHEET.match(content, named.start, named.end)
    if sheet and not _APPLIED.search(content, named.start, named.end):
        yield "call", -_POINTS, Span(*sheet.span())
    if title is not None and runs and led and not applied:  # such a page may tell of a call
        yield "call", -_POINTS, Span(*runs.span())
        yield "other", _POINTS / 2, Span(*runs.span())
    if match := _INTERVIEW.search(content, 0, stop):
        yield "other", _POINTS, Span(*match.span())
    told = any(_ATTENDANCE.fullmatch(x.key) and x.span.start < 2 * _HEAD for x in labels)
    if told and (match := _MINUTES.search(content, 0, stop)):
        yield "event_report", _POINTS, Span(*match.span())
