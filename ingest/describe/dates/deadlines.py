"""The last days to apply, to submit or to register: of a call, an event, an election.

A date counts when its label says so, or when it is a last day ("by", "avant le", "jusqu'au") in a
sentence about applying; not when what ends is another thing (questions, payments, results), or
when it was extended to another day. In a row of a table the first cell may say that it is about
another thing, whatever its column is called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.describe.dates.calendar import WEEKDAY
from ingest.describe.dates.datekinds import CLOSES_LABEL, ends_call
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.moved import is_superseded
from ingest.describe.dates.published import line_label
from ingest.describe.dates.rounds import (
    OPEN,
    is_open,
    is_optional,
    is_over,
    is_said_closed,
    is_to_ask,
)
from ingest.describe.layout import Label, sentence_at
from ingest.gazetteer import fold
from ingest.types import DateRange

_LABEL: Final = re.compile(
    r"\b(?:deadline|dead line|closing(?! (?:dinner|ceremony|event|conference|session|meeting"
    r"|seminar|party|reception|lunch|remarks))|closes?|closure|cut ?off|date limite|date butoir"
    r"|(?<!ceremonie de )(?<!soiree de )(?<!diner de )(?<!conference de )(?<!seance de )"
    r"(?<!evenement de )(?<!reunion de )(?<!journee de )(?<!seminaire de )cloture"
    r"|fermeture"
    r"|(?:depot|remise|reception|envoi) (?:des?|du)|fin (?:de l'appel|des candidatures"
    r"|des inscriptions)"
    r"|end of (?:call|submission)|apply (?:by|before)|register (?:by|before)|reply by|rsvp"
    r"|echeance|relevee?s?(?!-t-)|inscriptions? (?:avant|jusqu'au))\b"
)
# A question above a date is a label of it only if it asks when: "What is the deadline?"
_ASKS_WHEN: Final = re.compile(
    r"\b(?:when|quand|by what|dates?|deadlines?|quel(?:le)?s? delais?)\b"
)
# All that a label says: "Expires on", "Offre valable jusqu'au"
_VALID: Final = re.compile(
    r"(?:(?:this|the|l'|cette|offers?|offres?|annonces?|profiles?|search|request|calls?"
    r"|appel) ?){0,2}(?:expir(?:es|e|y|ation)(?: on| date| le)?|date d'expiration"
    r"|(?:valid|open) (?:until|till|to)|(?:valable|valide) jusqu'au)"
)
# "Offre valable jusqu'au 3 mai", "this partner search expires on 3 May"
_EXPIRES: Final = re.compile(
    r"(?:^\W{0,6}|\b(?:offers?|offres?|annonces?|profiles?|partner(?:ship)? (?:search(?:es)?"
    r"|requests?)|recherches? de partenaires?)\b[^.;:()\n]{0,40}[ ])"
    r"(?:expires?(?: on)?|(?:valid|open) (?:until|till)|(?:valables?|valides?) jusqu['’]au)[ ]"
    rf"(?:the |le )?(?:{WEEKDAY},?[ ])?$",
    re.IGNORECASE,
)
_APPLY: Final = re.compile(
    r"\b(?:appl(?:y|ies|ied|ications?|icants?)|submi(?:t|ts|tted|ssions?)|proposals?|regist\w{2,8}"
    r"|sign up"
    r"|bids?|candida\w{2,7}|dossiers?|inscri\w{2,8}|dépos\w{1,5}|dépôts?|remettre|remis(?:es?)?"
    r"|parvenir"
    r"|soumett\w{2,5}|soumission|soumis|postul\w{2,4}|répon(?:dre|ses?)|reply|rsvp"
    r"|expressions? of interest|(?:please|pour) contact\w{0,2}|contactez|confirm\w{0,6}"
    r"|let us know|s['’]annoncer"
    r"|manifest\w{2,8}|propositions?|calls?|appels?|enrol\w{0,5}|deadline|date limite|clôture"
    r"|cut-?off)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:results?|résultats?|lauréat\w{0,2}|winners?|questions?|answered|payments?|paid|claims?"
    r"|hotels?|rooms?"
    r"|chambres?|hébergement|used by|utilis\w{1,4}|reports?|rapports?|signed|signature|start|begin"
    r"|commenc\w{1,6}"
    r"|questionnaires?|data|données|expenses?|dépenses|drafts?|comments?|contracts?|contrats?"
    r"|notif\w{2,8}|prévenue?s?|avertie?s?|informée?s?|informed|told"
    r"|evaluat\w{2,5}|évaluat\w{2,5}|bring|travel|end of the project|fin du projet|papers?"
    r"|abstracts?)\b",
    re.IGNORECASE,
)
# What a row is about, where its columns are rounds of a call: "Item: Results | Round 1: 3 May 2023"
_ROW_OF_OTHER: Final = re.compile(
    r"(?:(?:date|day|announcement|publication|communication|notification|release|start|end|annonce"
    r"|debut|fin|jour)s? (?:of|d[eu]s?) (?:(?:the|la|les) ?)?)?(?:results?|resultats?|laureats?"
    r"|winners?|decisions?|selection|notifications?|awards?|payments?|paiements?|versements?"
    r"|budgets?|contracts?|contrats?|conventions?|signatures?|hearings?|auditions?|interviews?"
    r"|evaluations?|assessments?|kick-?offs?|projects?|projets?|pilots?|pilotes?|reports?"
    r"|rapports?)\b(?! (?:deadline|applications?|submissions?|date limite))"
)
_PLAIN: Final = re.compile(r"\b(?:dead ?line|closing date|date (?:limite|butoir)|echeance)\b")
# "Du 6 mars au 28 avril : dépôt des candidatures"
_SENDING: Final = re.compile(
    r"^[^.;]{0,12}\b(?:dépôt|candidatures?|inscriptions?|submission|applications?|soumission"
    r"|réception"
    r"|registration|appel ouvert|call open)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[;:,]|[ ](?:and|et|puis|then)[ ]")
# What heads the lines that say how to apply or register.
_HEADING: Final = re.compile(
    r"(?:inscriptions?|registration|candidatures?|how to (?:apply|register|take part)|apply"
    r"|register|s['’]inscrire|comment (?:candidater|s['’]inscrire|participer)|modalités.{0,30}"
    r"|pour (?:candidater|s['’]inscrire))\W{0,3}",
    re.IGNORECASE,
)
_UNDER: Final = 3  # lines that a heading may stand above a date
_MOST: Final = 6
_ASKED: Final = 90  # characters of a question that stands as a heading


def find_deadlines(
    content: str, found: Sequence[FoundDate], labels: tuple[Label, ...], call: bool = False
) -> tuple[DateRange, ...]:
    """Deadlines in the order of their days, each once; as precise as the text gives them. Those of
    a ``call`` are the days that it closes on, not those to ask about it by; of several rounds,
    those that are not said to be closed."""
    days: dict[tuple[str, str], DateRange] = {}
    told = [
        item
        for item in found
        if (_is_deadline(content, item, labels) or (call and is_open(content, item)))
        and not is_superseded(content, item.span)
    ]
    due = [
        item
        for item in told
        if not is_optional(content, item) and not (call and is_to_ask(content, item))
    ]
    due = [item for item in due if not is_said_closed(content, item)] or due
    for item in due or told:
        value = item.range
        if value.precision == "day" and value.start != value.end:
            value = replace(value, start=value.end)  # of "from … to …", the end
        days.setdefault(value.iso(), value)
    return tuple(sorted(days.values(), key=lambda d: (d.end, d.start))[:_MOST])


def _is_deadline(content: str, item: FoundDate, labels: tuple[Label, ...]) -> bool:
    key = line_label(labels, item.span)
    if is_over(content, item):
        return False
    if key and _is_asked(content, item, labels) and not _ASKS_WHEN.search(key):
        key = ""
    if key and not _PLAIN.search(key) and _ROW_OF_OTHER.match(_row_head(content, item.span.start)):
        return False
    sentence = sentence_at(content, item.span.start)
    before = content[sentence.start : item.span.start]
    clause = before[[0, *(m.end() for m in _CLAUSE.finditer(before))][-1] :]
    # The words nearest to the date say what ends: first its clause, then its sentence.
    if key and (_LABEL.search(key) or _VALID.fullmatch(key)):
        return not _OTHER.search(key)
    if item.range.start != item.range.end and item.range.precision == "day":
        after = content[item.span.end : item.span.end + 60].partition("\n")[0]
        if _SENDING.search(after):
            return True
        applies = _APPLY.search(sentence.of(content)) or _under_heading(content, item.span.start)
        if applies and OPEN.search(before):
            return True
    line = content[: item.span.start].rpartition("\n")[2][-120:]
    if _EXPIRES.search(line) and not _OTHER.search(line):
        return True
    if item.kind != "deadline":
        return False
    if CLOSES_LABEL.search(before) and not _OTHER.search(before):
        return True
    if ends_call(content, item.span):
        return True
    if _OTHER.search(clause) or (key and _OTHER.search(key)):
        return False
    if _APPLY.search(clause) or OPEN.search(before) or _LABEL.search(fold(clause)):
        return True
    if _under_heading(content, item.span.start) and not _OTHER.search(before):
        return True
    around = content[sentence.start : min(len(content), max(sentence.end, item.span.end))]
    return bool(_APPLY.search(around)) and not _OTHER.search(around)


def _is_asked(content: str, item: FoundDate, labels: tuple[Label, ...]) -> bool:
    """Whether the label of a date is a question."""
    at = next(x.span.start for x in labels if x.span.start <= item.span.start < x.span.end)
    return content[max(0, at - 12) : at].rstrip(" \n\t\u00a0*_:#•-").endswith("?")


def _row_head(content: str, position: int) -> str:
    """The first cell of the table's row around ``position``, folded; nothing outside of one."""
    line = content.rfind("\n", 0, position) + 1
    cell, bar, _ = content[line:position].partition(" | ")
    return fold(cell.rpartition(": ")[2].strip(" *_")) if bar else ""


def _under_heading(content: str, position: int) -> bool:
    """Whether one of the lines right above says that this is about applying or registering, or the
    nearest question asks when to: "Quand déposer mon dossier ?"."""
    above = content[max(0, position - 300) : position].split("\n")[:-1]
    told = [line.strip(" #*•-\t") for line in above if line.strip()]
    asked = next((x for x in reversed(told[-_UNDER:]) if x.endswith("?") and len(x) <= _ASKED), "")
    return any(_HEADING.fullmatch(line) for line in told[-_UNDER:]) or bool(
        _ASKS_WHEN.search(fold(asked)) and _APPLY.search(asked)
    )
