"""Which of a text's dates is the event's own.

Points for an event date: label such as "Dates:" 5; in the title 4; on a short line of the opening
("Lyon, 4 May 2022") 3, alone on it 1.5 more; an event word in its sentence 2, and when the sentence
tells of an event held or to be held 2 more; in the first 700 characters 1.5; to the day 1; a range
of days 1; told again elsewhere 0.5 each, twice at most. Against: a past or planned other event
("previous", "next", "prochain") −3; longer than a month −3; a dateline, where another date is told
as an event's, −3. Ties go to the earliest in the text. Deadlines, publication dates and dates of
foundation are never the event's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from ingest.describe.datekinds import is_past
from ingest.describe.dates import FoundDate
from ingest.describe.layout import Label, lines, sentence_at
from ingest.describe.pastfuture import is_to_come, is_told_past
from ingest.describe.published import is_letter, line_label
from ingest.types import DateRange, Span

_LABEL: Final = re.compile(
    "(?:event |key |meeting |start )?(?:dates?|data|when|quand|duration|duree|jours?"
    "|days?|period|periode|mise en (?:œuvre|oeuvre)|implementation|horaires?"
    "|date et (?:lieu|heure)|date and (?:place|time|venue)|dates? of (?:the |this )?(?!pub|issue).*"
    "|dates? d(?!e pub|e mise|u doc).*|(?:lieu|place|venue|where) (?:et|and) dates?"
    "|(?:le )?rendez vous|dates? ?\\(s\\)|date\\(s\\))"
)
_OPENING_LABEL: Final = re.compile(
    "(?:call |l'appel |appel )?(?:opening|opens|open|ouverture|launch|lancement|starts?)"
    "(?: date| of (?:the )?(?:call|submission|applications?)| d[eu]s? .{2,40}| on| le)?"
    "|date (?:d'ouverture|de lancement|of opening)(?: .{2,40})?|start of (?:submission"
    "|applications)"
    "|open (?:from|since)|ouverte? (?:du|depuis)|debut (?:des|du) (?:candidatures|depot|appel)"
)
# "ouvert du 3 juillet", "a été lancé le 17 juin", "opens on 1 March"
_OPENING: Final = re.compile(
    r"\b(?:opens?|opened|open|launched|published|ouvre(?:nt)?|ouverte?s?|ouvrir(?:a|ont)|lancée?"
    r"|publiée?)(?: \w{1,12}){0,4} (?:on|from|le|du|depuis(?: le)?|since)[ ]$",
    re.IGNORECASE,
)
_OTHER_TIME: Final = re.compile(
    r"\bnext\b(?! to\b)|prochain|previous|précédent|last year|l['’]an dernier|followed in"
    "|planned|prévue?|second edition|will follow"
    "|due in|expected|attendu|final conference|closing conference|conférence finale"
    "|suite|later|from .{0,20} until|jusqu|training module|étude|début du projet|project start"
    r"|already|déjà|first edition|première édition|in the spring|approbation|approval|procès-verbal"
    r"|minutes of|compte rendu d|as (?:in|on)|since|depuis",
    re.IGNORECASE,
)
_WHICH: Final = re.compile(r"\b(?:next|last|this|coming|upcoming)[ ](?:on[ ])?$", re.IGNORECASE)
# A sentence that tells of the event itself.
_TOLD: Final = re.compile(
    r"\b(?:took place|takes? place|taking place|(?:was|were|will be|to be|be) held|(?:met|gathered|"
    r"assembled)\b|brought|came (?:together|to)|hosted|welcomed|organi[sz]ed|invites?|join us|"
    r"a eu lieu|ont eu lieu|aura lieu|auront lieu|s['’]est (?:tenue?|déroulée?|réuni)"
    r"|se (?:tiendra|"
    r"tient|déroulera|sont (?:réunis|retrouvés|tenus?))|(?:a|ont) (?:reçu|accueilli|réuni|tenu"
    r"|organisé"
    r"|rassemblé|visité)|organisai(?:t|ent)|accueillai(?:t|ent)|réunissai(?:t|ent)|recevai(?:t"
    r"|ent)|se réun\w{2,5}|convi\w{1,3}|invit\w{1,4}|came to (?:its|an) end)\b",
    re.IGNORECASE,
)
# "le 3 décembre dernier": told of by who was there, whatever the verb.
_LAST: Final = re.compile(r"[ ](?:derniers?|last)\b")
_DAY_AFTER: Final = re.compile(
    r"(?:^|[.!?…] )(?:le lendemain|(?:(?:on )?the )?(?:next|following) day|the day after)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD: Final = 700
_HEAD: Final = 24  # characters before a day that heads its line: "Day 2 – Tuesday "
_NEXT_DAY: Final = timedelta(days=1)
_LEAST: Final = 2.0
_A_WHILE: Final = timedelta(days=200)


def event_date(
    content: str,
    found: Sequence[FoundDate],
    labels: tuple[Label, ...],
    title: Span | None,
    dateline: DateRange | None = None,
    published: DateRange | None = None,
    report: bool = False,
) -> DateRange | None:
    """The event's own date or range, scored as the module says; None when none stands out.

    With ``report``, a day that is told as one to come is not it where the text tells what was.

    ``dateline`` is the day that a line of the opening is for, which may be that of publication.
    """
    letter = is_letter(labels)  # "Date:" of a letter is not the event's
    labelled = [
        x.span
        for x in labels
        if _LABEL.fullmatch(x.key) and not (letter and x.key in {"date", "le"})
    ]
    opening = [s for n, s in enumerate(lines(content, 0, min(len(content), 1500))) if n < 10]
    best: tuple[float, int, DateRange] | None = None
    other_told = dateline is not None and any(
        item.range is not dateline
        and (item.kind == "event" or _LAST.match(content, item.span.end))
        and abs(item.range.start - dateline.start) < _A_WHILE
        and _is_told(content, item)
        for item in found
    )
    past = [item.range.end for item in found if report and is_told_past(content, item)]
    for item in found:
        if item.kind in {"deadline", "published"} or item.range is published:
            continue
        if published and _same_days(item.range, published) and not _is_told(content, item):
            continue
        span = item.span
        if letter and line_label(labels, span) in {"date", "le"}:
            continue
        in_label = any(s.start <= span.start < s.end for s in labelled)
        in_title = title is not None and title.start <= span.start < title.end
        later = bool(past) and item.range.start > min(past) and not (in_label or in_title)
        if later and is_to_come(content, span):
            continue
        line = next((s for s in opening if s.start <= span.start < s.end), None)
        short = line is not None and line.end - line.start <= 110
        alone = short and line is not None and line.end - line.start <= span.end - span.start + 24
        sentence = sentence_at(content, span.start)
        before = _WHICH.sub("", content[max(sentence.start, span.start - 60) : span.start])
        score = 5.0 * in_label + 4 * in_title + 3 * short + 1.5 * alone + 2 * (item.kind == "event")
        score += 2.0 * _is_told(content, item)
        score += 1.5 * (span.start < _LEAD) + 1.0 * (item.range.precision == "day")
        score += 1.0 * (item.range.precision == "day" and item.range.end > item.range.start)
        again = sum(
            d is not item and d.range.start <= item.range.end and item.range.start <= d.range.end
            for d in found
        )
        score += 0.5 * min(again, 2)
        other = _OTHER_TIME.search(before) or is_past(content, span)
        score -= 3.0 * bool(other and not in_label)
        score -= 3.0 * (item.range.end - item.range.start > timedelta(days=31) and not in_label)
        if item.range is dateline and other_told and not in_label and not in_title:
            score -= 3.0 + 4.5 * alone
        if best is None or score > best[0] + 1e-9:
            best = (score, -span.start, item.range)
    return best[2] if best and best[0] >= _LEAST else None


def all_days(content: str, event: DateRange, found: Sequence[FoundDate]) -> DateRange:
    """The event with the other days that an agenda has: each heads a line or stands in a table."""
    if event.precision != "day":
        return event
    start, end = event.start, event.end
    for item in sorted(found, key=lambda d: d.range.start):
        day = item.range
        line = content.rfind("\n", 0, item.span.start) + 1
        heads = item.span.start - line <= _HEAD
        if item.kind in {"deadline", "published"} or day.precision != "day" or not heads:
            continue
        if timedelta(0) <= day.start - end <= _NEXT_DAY:
            end = max(end, day.end)
    return replace(event, start=start, end=end)


def _same_days(one: DateRange, other: DateRange) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _is_told(content: str, item: FoundDate) -> bool:
    """Whether the sentence of a date tells of an event, and of no other one than the text's."""
    sentence = sentence_at(content, item.span.start)
    if _OTHER_TIME.search(_WHICH.sub("", content[sentence.start : item.span.start])):
        return False
    return bool(
        _LAST.match(content, item.span.end)
        or _TOLD.search(content, sentence.start, max(sentence.end, item.span.end))
    )


def with_day_after(content: str, event: DateRange) -> DateRange:
    """An event of one day with the second one that its report tells of ("Le lendemain, …")."""
    if event.precision != "day" or event.start != event.end or event.span is None:
        return event
    if not _DAY_AFTER.search(content, event.span.end):
        return event
    return replace(event, end=event.start + _NEXT_DAY)


def call_date(
    content: str, found: Sequence[FoundDate], labels: tuple[Label, ...]
) -> DateRange | None:
    """The day a call says that it opens; None when it doesn't."""
    opens = [x.span for x in labels if _OPENING_LABEL.fullmatch(x.key)]
    for item in found:
        if any(s.start <= item.span.start < s.end for s in opens):
            return _first_day(item.range)
    for item in found:
        before = content[max(0, item.span.start - 70) : item.span.start].rpartition("\n")[2]
        if item.kind != "deadline" and _OPENING.search(before):
            return _first_day(item.range)
    return None


def _first_day(value: DateRange) -> DateRange:
    """Of "open from … to …", the day it opens."""
    if value.precision != "day" or value.start == value.end:
        return value
    return replace(value, end=value.start)
