"""The day a document says it was published on: by a label, in so many words, or on its dateline.

A dateline is a line that holds a date and next to nothing else ("Lyon, le 4 mars 2021"), or the
head of a first paragraph ("Brussels, 14 December 2022 – …"). It may be the day of the event as
well, so it is told apart from what says "published".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.describe.bodies.names import NAME, UP
from ingest.describe.dates.calendar import MONTH, WEEKDAY
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.imprint import is_amendment, is_authored
from ingest.describe.layout import Label, lines
from ingest.types import DateRange, Span

_LABEL: Final = re.compile(
    "publie(?:e)?(?: le| on)?|published(?: on)?|(?:date de |article )?(?:publication|parution"
    "|mise en ligne)"
    "(?: date)?|date (?:of publication|published)|posted(?: on)?|submitted(?: on)?"
    "|mis(?:e)? en ligne(?: le)?|issued|date of issue|updated|last (?:updated|modified|reviewed"
    "|revised)"
    "|(?:derniere )?mise a jour|version(?: du)?|redaction|written(?: on)?|redige(?: le)?|edite le"
    "|date du document|circulated(?: on)?|date of circulation|diffuse(?:e)?(?: le)?"
    "|date de diffusion"
)
_LETTER: Final = re.compile(r"from|de|expediteur|to|a|object|objet|subject|re")
_PLACE: Final = rf"[{UP}]\w{{1,30}}+(?:[ ’'-]\w{{1,20}}+){{0,4}}"
_BEFORE: Final = re.compile(
    rf"[\W_]{{0,6}}+(?:{_PLACE}[ ]?(?:\([^()\n]{{2,30}}\))?[ ]?,[ ]?)?(?i:le|on|the|,)?[ ]?"
    rf"(?:(?i:{WEEKDAY}),?[ ])?"
)
# A clock time that nobody would call a meeting for is that of a computer.
_AFTER: Final = re.compile(
    r"[\W_]{0,6}(?:(?:at|à)?[ ]?\d{1,2}[:h]\d[1-46-9](?:[ ]?[ap]m)?)?[\W_]{0,4}", re.IGNORECASE
)
_LEADS: Final = re.compile(r"[*_]{0,3}\)?[*_]{0,3}[ ]?[–—-]{1,2}[ ]?[*_]{0,3}[^\W\d_]")
# "Tours, le 13 octobre 2023. Clap de fin hier soir …": what is told from that day on
_STOPS: Final = re.compile(
    r"[*_]{0,3}\.[*_]{0,3}[ ](?=[^\n]{0,200}?(?:\b(?:yesterday|hier(?! encore)|avant-hier"
    r"|this morning"
    r"|last night|ce matin)\b"
    rf"|(?:\bles? |\bthe |\bon )\d{{1,2}}(?:er|st|nd|rd|th)?(?: (?:et|and|au"
    rf"|to) \d{{1,2}})? (?:{MONTH})\b"
    r"(?!,? (?:19|20)\d\d)))",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"\b(?:by|par|author|auteur|posted|rédaction|in news|news|actualités?|blog)\b", re.IGNORECASE
)
# "By Ana Ruiz · 4 May 2022", "Par la rédaction, le 4 mai 2022": the day it was written
_SIGNED: Final = re.compile(
    r"[\W_]{0,6}(?i:(?:(?:written|posted|published|rédigé|publié|posté|proposé|texte)[ ])?"
    r"(?:by|par))"
    rf"[ ](?:{NAME}|(?i:la rédaction|l['’]équipe|the editors?)[^\n|·•]{{0,30}})[*_ ]{{0,3}}"
    r"(?:[,|·•–—-]|(?i:on|le)(?=[ ]))[*_ ]{0,3}(?i:on |le )?"
    rf"(?:(?i:{WEEKDAY}),?[ ])?"
)
_BAR: Final = re.compile(r"[ ]?[|·•][ ]")  # "9 octobre 2023 | Actualités | 0 commentaire"
_OPENING: Final = 1_500
_MOST_LINES: Final = 14
# "The final report is published on 20 January": not this document.
_OTHER: Final = re.compile(
    r"\b(?:reports?|rapports?|results?|résultats?|lauréats?|actes|proceedings|study|étude|guide"
    r"|call"
    r"|appel|annales|liste?|decree|law|loi|décret)\b[^.\n]{0,40}$"
    r"|\b(?:will|to|must|should|may|can|shall) be \w+|ser(?:a|ont) \w+"
    r"|\b(?:doi(?:t|vent)|dev(?:ra|ront|rait|raient)|peu(?:t|vent)|pour(?:ra|ront)) être \w+"
    r"|au journal officiel",
    re.IGNORECASE,
)
# "Call text, published on 4 May": this one
_THIS: Final = re.compile(
    r"\W{0,6}(?:(?:this|the|cette?|l['’])[ ]?)?(?:call|appel|guide|report|study|rapport|étude)"
    r"(?:[ ](?:text|document|à \w+|for \w+))?,?[ ](?:published|publiée?|posted|issued)\b",
    re.IGNORECASE,
)
_HEAD: Final = 400
_EDGE: Final = 1_200
_TAIL: Final = 500


def published_date(
    content: str, found: Sequence[FoundDate], labels: tuple[Label, ...]
) -> DateRange | None:
    """The date the document says that it was published, posted or submitted on."""
    letter = is_letter(labels)
    labelled = [
        x.span for x in labels if _LABEL.fullmatch(x.key) or (letter and x.key in {"date", "le"})
    ]
    for item in found:
        if any(s.start <= item.span.start < s.end for s in labelled):
            return item.range
    told = [d for d in found if d.kind == "published" and not _is_of_other(content, d.span)]
    told = [d for d in told if d.range.precision != "day" or d.range.start == d.range.end]
    first = [d for d in told if not is_amendment(content, d.span)]
    early = [item.range for item in first or told if item.span.start < _EDGE]
    if early:  # "Note, May 2024" and "published on 14 May 2024" are one date
        within = (d.range for d in told if d.range.precision == "day" and early[0].holds(d.range))
        return early[0] if early[0].precision == "day" else next(within, early[0])
    line = dateline(content, found)
    if line is not None and (_leads(content, line) or _is_signed(content, line)):
        return line
    edge = max(_EDGE, len(content) - _TAIL)
    return next((d.range for d in told if d.span.start > edge), None)


def _is_of_other(content: str, day: Span) -> bool:
    """Whether what was published on a day is told as another paper than this one."""
    before = content[: day.start].rpartition("\n")[2]
    own = is_authored(before) or (day.start < _HEAD and _THIS.match(before))
    return bool(_OTHER.search(before[-60:])) and not own


def dateline(content: str, found: Sequence[FoundDate]) -> DateRange | None:
    """The single day that a line of the opening is for; None without one."""
    opening = list(lines(content, 0, min(len(content), _OPENING)))[:_MOST_LINES]
    for item in found:
        day = item.range
        if day.precision != "day" or day.start != day.end or item.kind == "deadline":
            continue
        line = next((s for s in opening if s.start <= item.span.start < s.end), None)
        if line is None:
            continue
        before = content[line.start : item.span.start]
        after = content[item.span.end : line.end]
        alone = _AFTER.fullmatch(after) and (_BEFORE.fullmatch(before) or _is_byline(before))
        signed = len(after) <= 60 and _is_byline(after) and bool(_BEFORE.fullmatch(before))
        signed |= line.end - line.start <= 110 and bool(_BAR.match(after))
        leads = _LEADS.match(after) or ("," in before and _STOPS.match(after))
        if alone or signed or (_BEFORE.fullmatch(before) and leads):
            return day
    return None


def is_letter(labels: tuple[Label, ...]) -> bool:
    """Whether the text opens like a letter or a mail: "From:", "Objet :"."""
    return any(_LETTER.fullmatch(x.key) for x in labels[:6])


def _leads(content: str, day: DateRange) -> bool:
    """Whether the date opens a paragraph, as a press release has it."""
    if day.span is None:
        return False
    place = content[content.rfind("\n", 0, day.span.start) + 1 : day.span.start]
    stops = "," in place and _STOPS.match(content, day.span.end)
    return bool(_LEADS.match(content, day.span.end) or stops)


def _is_signed(content: str, day: DateRange) -> bool:
    """Whether the date stands behind the name of who wrote this, at the head of a line."""
    if day.span is None:
        return False
    line = content.rfind("\n", 0, day.span.start) + 1
    return bool(_SIGNED.fullmatch(content, line, day.span.start))


def _is_byline(text: str) -> bool:
    return len(text) <= 80 and bool(_BYLINE.search(text))


def line_label(labels: tuple[Label, ...], span: Span) -> str:
    """The key of the label whose value holds ``span``, or nothing."""
    return next((x.key for x in labels if x.span.start <= span.start < x.span.end), "")
