"""Which of a text's dates is the event's own.

Points for an event date: label such as "Dates:" 5; in the title 4; on a short line of the opening
("Lyon, 4 May 2022") 3, alone on it 1.5 more; an event word in its sentence 2, and when the sentence
tells of an event held or to be held 2 more; in the first 700 characters 1.5; to the day 1; a range
of days 1; told again elsewhere 0.5 each, twice at most. Against: a past or planned other event
("previous", "next", "prochain") −3; in brackets behind what something else took place during −4;
longer than a month −3; a dateline, where another date is told as an event's, −3. In the one year
that the title names 1.5 more. Ties go to the earliest in the text. Deadlines, publication dates,
dates of foundation and days that were given up for others are never the event's; nor, of a report
that tells another day, what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from ingest.describe.bodies.names import UP
from ingest.describe.dates.calendar import MONTH
from ingest.describe.dates.datekinds import is_past, is_project_ended
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.editions import is_next, is_report, title_year, was
from ingest.describe.dates.eventwords import HELD, LAST, LAST_YEAR, PLANNED
from ingest.describe.dates.imprint import is_of_minutes
from ingest.describe.dates.moved import is_put_off
from ingest.describe.dates.published import is_letter, line_label
from ingest.describe.layout import Label, lines, sentence_at
from ingest.types import DateRange, Span

_LABEL: Final = re.compile(
    "(?:event |key |meeting |start )?(?:dates?|data|when|quand|duration|duree|jours?"
    "|days?|period|periode|mise en (?:œuvre|oeuvre)|implementation|horaires?"
    "|date et (?:lieu|heure)|date and (?:place|time|venue)|dates? of (?:the |this )?(?!pub|issue).*"
    "|dates? d(?!e pub|e mise|u doc).*|(?:lieu|place|venue|where) (?:et|and) dates?"
    "|(?:le )?rendez vous|dates? ?\\(s\\)|date\\(s\\))"
)
# "was held a week later" than first set is told of the event itself.
_NOT_HELD: Final = "".join(
    f"(?<!{verb} a {time} )"
    for verb in ("held", "place")
    for time in ("day", "week", "fortnight", "month", "year")
)
_OTHER_TIME: Final = re.compile(
    rf"\bnext\b(?! to\b)|prochain|previous|précédent|{LAST_YEAR}|followed in"
    "|planned|prévue?|second edition|will follow"
    "|due in|expected|attendu|final conference|closing conference|conférence finale"
    f"|suite|{_NOT_HELD}later"
    r"|from .{0,20} until|jusqu|training module|étude|début du projet|project start"
    r"|already|déjà|first edition|première édition|in the spring|approbation|approval|procès-verbal"
    r"|minutes of|compte rendu d|as (?:in|on)|since|depuis",
    re.IGNORECASE,
)
# "After Graz last year, it is Dole that will host, on 3 May, …"
_AFTER: Final = re.compile(
    rf"\b(?:after|après)[ ][^,;.]{{2,60}}[ ](?:{LAST_YEAR})(?=,)", re.IGNORECASE
)
# "Prévus au début du mois, les rendez-vous ont finalement eu lieu les 13 et 14 juin"
_THEN_HELD: Final = re.compile(
    rf"\b(?:{PLANNED}|expected|due|attendue?s?)\b[^.;\n]{{0,200}}?(?=\b(?:{HELD})\b)", re.IGNORECASE
)
# "Rendez-vous | Vigo, mai 2023: 46": a column that a table counts things in
_COUNTED: Final = re.compile(r"[ ]?:[ ]?\d[\d .,\u00a0\u202f]*(?=[ ]\||\n|$)")
# "During the FibreExpo fair (Lyon, 4–6 June 2024)": days of what the told took place at
_AT_ANOTHER: Final = re.compile(
    r"\b(?:during|pendant|durant|lors d[eu]s?|à l['’]occasion d[eu]s?|on the occasion of"
    r"|(?:in|on) the (?:margins?|sidelines) of|en marge d[eu]s?|alongside)[ ]"
    r"(?P<what>[^.;()\n]{2,80}?)[ ]?\([^()\n]{0,40}$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_WHICH: Final = re.compile(r"\b(?:next|last|this|coming|upcoming)[ ](?:on[ ])?$", re.IGNORECASE)
# A sentence that tells of the event itself. What was signed on a day is beside it, and so is what
# ended: words of their own.
_TOLD: Final = re.compile(
    r"\b(?:took place|takes? place|taking place|(?:(?:was|were)(?: finally| eventually| then)?"
    r"|will be|to be|be) held|(?:met|gathered|"
    r"assembled)\b|brought|came (?:together|to)|took over|(?:was|were) attended by"
    r"|hosted|welcomed|organi[sz]ed|invites?|join us|"
    r"(?:a|ont) (?:[a-zà-ÿ]{3,12}ment )?eu lieu|aura lieu|auront lieu"
    r"|s['’]est (?:[a-zà-ÿ]{3,12}ment )?(?:tenue?|déroulée?|réunie?|achevée?"
    r"|conclue?|clôturée?)|nous (?:a|ont) conduite?s"
    r"|se (?:tiendra|tient|déroulera|sont (?:[a-zà-ÿ]{3,12}ment )?(?:réunie?s|retrouvée?s|tenue?s?"
    r"|déroulée?s|achevée?s|conclue?s|clôturée?s))|(?:a|ont) (?:reçu|accueilli|réuni|tenu"
    r"|organisé"
    r"|rassemblé|visité)|organisai(?:t|ent)|accueillai(?:t|ent)|réunissai(?:t|ent)|recevai(?:t"
    r"|ent)|se réun\w{2,5}|convi\w{1,3}|invit\w{1,4}|came to (?:its|an) end"
    r"|(?:was|were) (?:the )?guests? of|(?:était|étaient|fut|furent) (?:l['’]|les )hôtes?)\b"
    # "kicked off in Graz on 3 May" is a meeting; "kicked off on 1 May", a project's first day.
    r"|\b(?:got off the ground|kicked off|a (?:démarré|débuté)) (?:in|at|à|aux?|en)"
    rf" (?!(?:{MONTH})\b)(?-i:[{UP}])",
    re.IGNORECASE,
)
_LEAD: Final = 700
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
        and (item.kind == "event" or LAST.match(content, item.span.end))
        and abs(item.range.start - dateline.start) < _A_WHILE
        and _is_told(content, item)
        for item in found
    )
    year = title_year(content, title)
    reports = is_report(content, title)
    gone = [d for d in found if report and was(content, d, published, year)]
    for item in found:
        known = item.kind in {"deadline", "published"} or item.range is published
        if known or is_put_off(content, item.span):
            continue
        if published and _same_days(item.range, published) and not _is_told(content, item):
            continue
        span = item.span
        if letter and line_label(labels, span) in {"date", "le"}:
            continue
        in_label = any(
            s.start <= span.start < s.end and not _COUNTED.match(content, span.end)
            for s in labelled
        )
        in_title = title is not None and title.start <= span.start < title.end
        if (
            report
            and not (in_label or in_title)
            and is_next(content, item, gone, published, reports)
        ):
            continue
        line = next((s for s in opening if s.start <= span.start < s.end), None)
        short = line is not None and line.end - line.start <= 110
        alone = short and line is not None and line.end - line.start <= span.end - span.start + 24
        score = 5.0 * in_label + 4 * in_title + 3 * short + 1.5 * alone + 2 * (item.kind == "event")
        beside = not in_label and _is_at_another(content, span, title)
        score += 2.0 * (not beside and _is_told(content, item)) - 4.0 * beside
        score += 1.5 * (span.start < _LEAD) + 1.0 * (item.range.precision == "day")
        score += 1.0 * (item.range.precision == "day" and item.range.end > item.range.start)
        again = sum(d is not item and d.range.meets(item.range) for d in found)
        score += 0.5 * min(again, 2)
        other = _OTHER_TIME.search(_before(content, span)[-60:]) or is_past(content, span)
        score -= 3.0 * bool(other and not in_label and not is_of_minutes(content, span))
        score -= 3.0 * (item.range.end - item.range.start > timedelta(days=31) and not in_label)
        if item.range is dateline and other_told and not in_label and not in_title:
            score -= 3.0 + 4.5 * alone
        if score < _LEAST:
            continue
        score += 1.5 * (year == item.range.start.year)
        if best is None or score > best[0] + 1e-9:
            best = (score, -span.start, item.range)
    return best[2] if best else None


def _is_at_another(content: str, span: Span, title: Span | None) -> bool:
    """Whether a day stands in brackets behind an event during which something else took place, of
    which the title has no word."""
    start = sentence_at(content, span.start).start
    told = _AT_ANOTHER.search(content, max(start, span.start - 160), span.start)
    if told is None:
        return False
    named = set(_WORD.findall(title.of(content).lower())) if title else set()
    return not named & set(_WORD.findall(told["what"].lower()))


def _same_days(one: DateRange, other: DateRange) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _before(content: str, span: Span) -> str:
    """What stands before a date in its sentence, but for what only says which day it is, and how
    what was held then had been planned."""
    start = sentence_at(content, span.start).start
    before = _WHICH.sub("", content[start : span.start])
    return _AFTER.sub("", _THEN_HELD.sub("", before))


def _is_told(content: str, item: FoundDate) -> bool:
    """Whether the sentence of a date tells of an event, and of no other one than the text's."""
    sentence = sentence_at(content, item.span.start)
    if _OTHER_TIME.search(_before(content, item.span)):
        return False
    told = _TOLD.finditer(content, sentence.start, max(sentence.end, item.span.end))
    return bool(
        LAST.match(content, item.span.end)
        or any(not is_project_ended(content, sentence.start, m) for m in told)
    )
