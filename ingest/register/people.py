"""How many came to an event: "Participants: 31 people", "seize visiteurs ont fait le déplacement".

The number of a past edition, a capacity and the members of a body are others' numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from ingest.describe.amounts import find_numbers
from ingest.describe.dates.calendar import DAY, MONTH, MONTHS
from ingest.describe.dates.eventwords import LAST_YEAR
from ingest.describe.layout import Label, sentence_at
from ingest.describe.ownevent import days_of, is_of_other_day, is_under_other_day
from ingest.register.cells import Parts
from ingest.types import DateRange, Span, Value

_LABEL: Final = re.compile(
    r"(?:number of |nombre de )?(?:participants?|attendees|visitors|visiteurs)|attendance|group"
    r"|groupe|d[ée]l[ée]gation|presents?|effectif"
)
# What counts who came where no label counts people: "Companies attending: 31"; "Companies: 120" may
# be a cluster's members
_FIRMS: Final = re.compile(
    r"(?:number of |nombre d(?:e |['’] ?))?(?:(?:participating|attending) (?:companies|smes|firms)"
    r"|(?:companies|smes|firms) (?:attending|present|represented)"
    r"|(?:pme|entreprises|societes) (?:participantes?|presentes?|representees?))"
)
_NOUN: Final = re.compile(
    r"[ \u00a0](?:(?:de|d['’])[ ]?)?(?:[a-zà-ÿ-]{3,16}[ ])??(?:people|persons?|participants?"
    r"|visitors?|visiting (?:managers|companies)|delegates?|guests?|attendees|professionals"
    r"|managers|smes?|companies|firms|representatives|pme|entreprises|personnes|visiteurs"
    r"|visiteuses|professionnels|délégués|représentants|acteurs|invités|dirigeants|animateurs)\b"
)
_CAME: Final = re.compile(
    r"^[^.;:\n]{0,60}?\b(?:came|attended|took part|gathered|participated|were present|joined|met\b"
    r"|travelled|made the trip|sat in the room|registered for the day|ont (?:fait le déplacement"
    r"|répondu|participé|pris part|assisté|suivi|fait le voyage)|étaient présent|se sont (?:réuni"
    r"|retrouv)|en salle|in the room|from \w{1,6} (?:clusters|countries))"
)
_WITH: Final = re.compile(
    r"\b(?:with|gathered|brought together|welcomed|drew|attracted|avec|réuni(?:ssait)?"
    r"|rassembl(?:é|ait)|accueilli|en présence de|in the presence of|participants \(|délégation,"
    r" soit|delegation of|délégation de|groupe de|group of|among)[ ]?(?:some |about |more than "
    r"|over |près de |plus de |quelque |environ |only |les )?$"
)
_OTHERS: Final = re.compile(
    rf"\b(?:previous|précédente?s?|{LAST_YEAR}|first edition|première édition|avait"
    r"|avaient|members?|membres?|adhérent\w{0,3}|up to|at most|jusqu['’]à|maximum|limit\w{0,3}"
    r"|expected|attendu\w{0,2}|places?|seats?|sample|survey|enquête|questionnaire)\b"
)
_GUESTS: Final = re.compile(r"visit|participant|delegat|délégué|attendee|guest|invité")
# Who comes to an event; firms and members are counted for other things as well.
_CAME_TO: Final = re.compile(r"particip|visit|delegat|délégué|attendee|trainee|stagiaire")
_TRAINED: Final = re.compile(r"[ \u00a0](?:trainees?|stagiaires?)\b")
_NOT_YET: Final = re.compile(
    r"\b(?:should|minimum|at least|au moins|target|objectif|aim\w{0,3}|for|pour|max\w{0,4}|capacity"
    r"|capacité|room|salle)\b"
)
_AND_ONE: Final = re.compile(r" et une?\b")
_DAY: Final = re.compile(rf"\b(?P<day>{DAY}) (?:of )?(?P<month>{MONTH})\b(?! (?:19|20)\d\d)")
_READ: Final = 3_000


def headcount(parts: Parts, told: bool, dates: DateRange | None = None) -> Value | None:
    """How many took part, as the text says it; in prose only where the event is ``told``.

    Those who came on days of others than the event's own ``dates`` are not counted.
    """
    content, low = parts.content, parts.low
    for key in (_LABEL, _FIRMS):
        if (labelled := counted(parts, parts.labels, key)) is not None:
            return labelled
    if not told:
        return None
    days = days_of(content, parts.dates, [dates] if dates else [])
    for number in find_numbers(content, 0, min(len(content), _READ)):
        noun = _NOUN.match(low, _end(low, number.span.end))
        if noun is None:
            continue
        at = number.span.start
        if is_of_other_day(content, at, days) or is_under_other_day(content, at, days):
            continue
        if dates and _names_other_day(low, sentence_at(content, at), dates):
            continue
        sentence = sentence_at(content, number.span.start)
        before = low[sentence.start : number.span.start]
        after = low[noun.end() : sentence.end]
        if _OTHERS.search(before) or _OTHERS.search(after[:30]):
            continue
        if _WITH.search(before) or _CAME.match(after) or before.endswith("soit "):
            return _value(content, Span(number.span.start, noun.end()))
        if number.span.start - sentence.start <= 1 and _GUESTS.search(noun[0]) and after[:1] == ",":
            return _value(content, Span(number.span.start, noun.end()))
    return None


def _names_other_day(low: str, sentence: Span, dates: DateRange) -> bool:
    """Whether a sentence names days without a year that are none of ``dates``: "L'atelier du 16 mai
    a réuni 41 personnes" in the minutes of September."""
    named = [
        (MONTHS[match["month"]], int(re.sub(r"\D", "", match["day"])))
        for match in _DAY.finditer(low, sentence.start, sentence.end)
    ]
    first, last = dates.start - timedelta(1), dates.end + timedelta(1)
    own = {
        (day.month, day.day)
        for day in (first + timedelta(n) for n in range((last - first).days + 1))
    }
    return bool(named) and not own & set(named)


def tells_headcount(parts: Parts, area: Span) -> bool:
    """Whether a part of the text says how many came: no capacity, and none who are expected."""
    if _NOT_YET.search(parts.low, area.start, area.end):
        return False
    if _OTHERS.search(parts.low, area.start, area.end):
        return False
    for number in find_numbers(parts.content, area.start, area.end):
        end = _end(parts.low, number.span.end)
        noun = _NOUN.match(parts.low, end, area.end) or _TRAINED.match(parts.low, end, area.end)
        if noun is not None and _CAME_TO.search(noun[0]):
            return True
    return False


def counted(parts: Parts, labels: Iterable[Label], key: re.Pattern[str] = _LABEL) -> Value | None:
    """How many took part, as one of ``labels`` says it whose words ``key`` matches."""
    for label in labels:
        if not key.fullmatch(label.key):
            continue
        number = next(iter(find_numbers(parts.content, label.span.start, label.span.end)), None)
        if number is None or number.span.start != label.span.start:
            continue
        end = _end(parts.low, number.span.end)
        noun = _NOUN.match(parts.low, end)
        return _value(parts.content, Span(number.span.start, noun.end() if noun else end))
    return None


def _end(low: str, end: int) -> int:
    """Where a number ends, "vingt et un" being one, and "une douzaine de" without its space."""
    if more := _AND_ONE.match(low, end):
        return more.end()
    while low[end - 1] == " ":
        end -= 1
    return end


def _value(content: str, span: Span) -> Value:
    return Value(" ".join(span.of(content).split()), span)
