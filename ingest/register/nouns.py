"""The nouns that events told in passing go by: kinds, "the next edition", "a second one"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.describe.dates.calendar import MONTHS, WEEKDAYS
from ingest.gazetteer import fold, is_word
from ingest.register.cells import Parts, gap, kinds_in
from ingest.register.kinds import FoundKind
from ingest.register.putoff import DURING
from ingest.register.sociable import ITEM, SOCIABLE_ALONE
from ingest.types import DateRange, EventKind, Span

# What is due on a day, though the sentence speaks of a meeting: a study, a form, a module.
_NOT_IT: Final = re.compile(
    r"^(?:[ ](?:report|module|space|room|hall|centre|center|fee|voucher|place|participants?"
    r"|programme|program|series|budget|organi[sz]ers?|rates?|buffet|included)s?\b|['’]s?[ ])"
)
# "at the MedOptics fair in Barcelona", and nothing that is fair.
_NOT_FAIR: Final = "a an is are be was were and or more most very not as it to for"
_FAIR: Final = (
    "".join(rf"(?<!\b{w} )" for w in _NOT_FAIR.split())
    + r"(?<!,)(?<= )fair(?=[ ]?(?:[.,;:(–]|$|(?:in|at|of|on|from|will|takes?|took)\b))"
)
# Too plain to tell what a whole document is about.
_PLAIN: Final[tuple[tuple[EventKind, re.Pattern[str]], ...]] = (
    ("fair", re.compile(rf"{_FAIR}|(?<=the )fair(?=[ ](?:[\w&’'-]+[ ]){{1,4}}\()")),
    (
        "visit",
        re.compile(rf"{ITEM}(?:visites?(?= (?:d[eu]s? |d['’]|chez ))|visits?(?= (?:of|to|at) ))"),
    ),
    (
        "training",
        re.compile(
            rf"{ITEM}(?:formations?|stages?(?= de )|training)(?! (?:day|bud|cent|sess|cour))(?!\w)"
        ),
    ),
    (
        "meeting",
        re.compile(
            r"\b(?:(?<!bed and )breakfasts?|petits?-déjeuners?"
            rf"|{ITEM}(?:{SOCIABLE_ALONE})(?!\w)"
            r"|(?:mid-?term reviews?|revues? (?:de projet )?à mi-parcours)"
            r"(?! (?:of|de|du|des)\b))\b"
            r"|(?:(?<=[a-z\d] : )|(?<=[a-z\d]: )|(?<=[a-z\d] [–-] ))(?:groupes? de travail"
            r"|working groups?)\b|\b(?:groupe de travail|le groupe|(?:the|working) group)\b"
            r"(?=[^.;:\n]{0,60}?[ ](?:se réuni(?:ra|t)|s['’]est réuni|will meet|meets|met)\b)"
        ),
    ),
)
_OF_ITEMS: Final = ("visit", "training")  # parts of a programme, in its rows or on a journey
_JOURNEYS: Final = ("mission", "visit", "exchange", "staff_exchange")
# The next one of the document's own event.
_EDITION: Final = re.compile(
    r"\b(?:(?:next|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d{1,2}(?:st|nd|rd|th)) editions?|(?:prochaine|première|seconde|deuxième|troisième|quatrième"
    r"|cinquième|sixième|septième|huitième|neuvième|dixième|\d{1,2}(?:e|ème|re|ère)) édition)\b"
    r"(?! (?:of|de|du|des) (?:the |la |l['’]|our |notre )?(?:newsletter|lettre|guide|report|rapport"
    r"|magazine|bulletin|catalogue|barom|study|étude|call|appel))"
)
_UP: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
# From a word's beginning alone: any other place in a long run of capitals costs a look to its end.
_NAMED_BEFORE: Final = re.compile(rf"(?<![\w’'-])(?:{_UP}[ ]){{1,3}}$")
_NAMED_AFTER: Final = re.compile(rf"[ ]((?:{_UP}[ ]?){{1,3}})")
# Nothing but names and what joins them to a day: no verb that tells something else of that day.
_TO_ITS_DAYS: Final = re.compile(
    rf"(?:[ ,:(–—|-]+|{_UP}|\b(?:on|in|at|from|the|le|du|à|au|en|de|takes? place|will be held"
    r"|will take place|aura lieu|se tient|se tiendra)\b|\b(?:lun|mar|mercre|jeu|vendre|same)di\b"
    r"|\d{1,3}\b)*"
)
_CALENDAR: Final = frozenset(map(fold, (*MONTHS, *WEEKDAYS)))
# "… in Lyon on 3 March; a second one will be held in Metz on 4 April": of the kind told before.
_FIRST: Final = re.compile(r"\b(?:first|1st|première?|premiers|1(?:er|re|ère))[ ](?:[\w-]+[ ])?$")
_NTH: Final = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_NTH_FR: Final = "troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième"
_ANOTHER: Final = re.compile(
    r"(?:and |et )?(?:une? (?:seconde?|deuxième|autre"
    rf"|{_NTH_FR})|a (?:second|further|{_NTH})(?: and last)?(?: one)?|another(?: one)?"
    rf"|the (?:second|last|{_NTH})(?: and (?:last|final))?(?: one)?"
    rf"|(?:la|le) (?:deuxième|seconde?|{_NTH_FR})(?: et derni(?:er|ère))?)"
    r"(?: (?:will|is|was|takes?|took|se |aura|a eu|est|s['’]est)|, (?:in|at|à|en|au) )"
)
# What a project has once, and no editions of.
_ONCE: Final = ("agreement", "call", "kick_off", "closing")
# "LINWAY day in Metz on 21 November", "Supplier Day", "la journée Hydrogène": days with a name.
_NAMED_DAY: Final = re.compile(
    rf"(?<![\w’'-])(?:{_UP}[ ]){{0,2}}"
    rf"(?:{_UP}[ ]Days?|(?:[A-Z0-9-]*[A-Z]{{2}}[\w-]*)[ ]days?)\b"
    rf"(?![ ](?:\d|of\b|one|two|three))|\b[Jj]ournées?[ ]{_UP}"
)
_NO_NAME: Final = (
    frozenset(
        "every each this that one first last next second third same another some any new christmas"
        " boxing labour labor independence europe victory valentine bastille memorial may national"
        " international world business working election mondiale internationale europeenne s"
        " nationale".split()
    )
    | _CALENDAR
)
_TO_ITS_DAY: Final = 60  # characters from its name to its day


def first_told(parts: Parts, area: Span, nouns: Sequence[FoundKind]) -> FoundKind:
    """The noun of ``area`` that "the second" in the next sentence is one of: the one that is said
    to be the first, else the first that is not what another took place at."""
    low = parts.low
    before = {k: low[max(area.start, k.span.start - 60) : k.span.start] for k in nouns}
    told = [k for k in nouns if not DURING.search(before[k])] or list(nouns)
    return next((k for k in told if _FIRST.search(before[k])), told[0])


def nouns_in(parts: Parts, area: Span, own: EventKind | None) -> list[FoundKind]:
    """The nouns of ``area`` in order of place; an edition is of the document's own kind."""
    nouns = [k for k in kinds_in(parts, area) if k.kind not in ("agreement", "call")]
    if not nouns:
        nouns = [
            FoundKind(kind, Span(*m.span()))
            for kind, pattern in _PLAIN
            for m in pattern.finditer(parts.low, area.start, area.end)
            if kind not in _OF_ITEMS or (own not in _JOURNEYS and " | " not in area.of(parts.low))
        ]
    found = [k for k in nouns if not _NOT_IT.match(parts.low[k.span.end :][:20])]
    found += [k for k in _named_days(parts, area) if not any(k.span.meets(f.span) for f in found)]
    if own is None or own in _ONCE:
        return sorted(found, key=lambda f: f.span)
    editions = (Span(*m.span()) for m in _EDITION.finditer(parts.low, area.start, area.end))
    return sorted([*found, *(FoundKind(own, s) for s in editions)], key=lambda f: f.span)


def tells_edition(parts: Parts, area: Span) -> bool:
    """Whether a clause tells an edition of something, "June: second edition in Turin"."""
    return _EDITION.search(parts.low, area.start, area.end) is not None


def _named_days(parts: Parts, area: Span) -> Iterator[FoundKind]:
    """Days that go by a name, with their date beside: no feast, nor a day like any other."""
    for match in _NAMED_DAY.finditer(parts.content, area.start, area.end):
        span = Span(*match.span())
        if _NO_NAME.intersection(map(fold, re.split(r"[ '’-]", match[0]))):
            continue
        dates = (d for d in parts.dates if area.holds(d.span) and d.range.precision == "day")
        if any(gap(span, d.span) <= _TO_ITS_DAY for d in dates):
            yield FoundKind("conference", span)


def is_edition(parts: Parts, noun: FoundKind) -> bool:
    """Whether a noun is an edition of the document's own event, which says which event is meant."""
    return bool(_EDITION.fullmatch(parts.low, noun.span.start, noun.span.end))


def is_another(parts: Parts, area: Span) -> bool:
    """Whether a clause goes on with another event of the kind that was told right before."""
    return bool(_ANOTHER.match(parts.low, area.start, area.end))


def is_called(parts: Parts, area: Span, noun: FoundKind, days: DateRange) -> bool:
    """Whether an event is called by a name of its own, right before its days: "Cobot Summit, 7-9
    October", "Forum Robotix, le 3 mai"."""
    if days.precision != "day" or days.span is None or days.span.start < noun.span.end:
        return False
    content, start = parts.content, noun.span.start
    if not content[start].isupper():
        return False
    before = _NAMED_BEFORE.search(content, area.start, start)
    after = _NAMED_AFTER.match(content, noun.span.end, days.span.start)
    words = [*(before[0].split() if before else ()), *(after[1].split() if after else ())]
    if not any(not is_word(word) and fold(word) not in _CALENDAR for word in words):
        return False
    return bool(_TO_ITS_DAYS.fullmatch(content, noun.span.end, days.span.start))
