"""Documents that tell of many events and are about none: newsletters, annual reports, calendars."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from ingest.describe.dates.calendar import MONTHS
from ingest.describe.layout import lowered
from ingest.register.cells import Parts, kinds_in
from ingest.register.kinds import title_kind
from ingest.types import Description, Span, Text

LEAD: Final = 700
_WHEN: Final = "|".join(
    ("spring", "summer", "autumn", "winter", "printemps", "été", "automne", "hiver", *MONTHS)
)
# A title of many things, no event's.
COLLECTION: Final = re.compile(
    r"\b(?:e-?)?(?:newsletters?|infolettres?|lettre d['’]infos?(?:rmation)?|gazette|digest|magazine"
    r"|news in brief|revue de presse|press review|brèves)\b|^la lettre (?:du|des|de l['’]|de"
    r" (?!mission|cadrage|candidature|motivation|soutien|engagement|recommandation|voiture)\w)"
    r"|\bbulletin (?:d['’]infos?(?:rmation)?|du|des|de la|no\b|n°|mensuel|trimestriel)"
    rf"|\bbulletin[ ,(–—:-]{{1,4}}(?:(?:{_WHEN})[ ])?(?:19|20)\d\d"
    rf"|\b(?:{_WHEN}) (?:19|20)\d\d bulletin"
    r"|\b(?:rapport (?:annuel|d['’]activités?)|annual (?:activity )?report|activity report)\b"
    r"|^(?:(?:the|our|notre|nos) )?(?:agenda|calendrier|calendar|diary|events?|événements"
    r"|manifestations)(?: (?:of|des|d['’])[ ]?(?:our |nos )?(?:events|événements|manifestations))?"
    r" (?:19|20)\d\d(?:[-–/](?:\d\d)?\d\d)?$"
)
_NUMBER: Final = r"(?:n[°º]|no\.|nr\.?|#|issue|numéro|vol\.?)[ ]?\d{1,4}"
# "NUTRIX – the members' journal, no. 31": the name of what appears by numbers.
_ISSUE: Final = re.compile(
    r"(?:^|[–—:|-][ ])(?:[\w’'-]+ ){0,4}?(?:lettre|newsletter|bulletin|gazette|flash|e-?news|news"
    r"|nouvelles|actualités|actus?|infos?|brèves|échos?|magazine|journal|infolettre|courrier"
    r"|courier|monthly|weekly|hebdo)"
    rf"\b[^\n]{{0,60}}?[ ,(–—-]{_NUMBER}\b"
    rf"|\b(?:news from|(?:nouvelles|actualités) (?:de|du|des)\b)[^\n]{{0,60}}?[\s,(–—-]{_NUMBER}\b"
)
_IN_THIS_ISSUE: Final = re.compile(
    r"\b(?:in this (?:issue|edition)|dans ce numéro|au sommaire(?: de ce numéro)?)\b"
)
_ITEMS: Final = 3  # headings of an issue; one item of it may stand alone below its name
_BESIDE: Final = 30  # characters below a title
_APART: Final = timedelta(days=7)


def is_collection(parts: Parts, text: Text, description: Description) -> bool:
    """Whether a document is a newsletter, an annual report or a calendar, or tells one event under
    each of its headings: it tells of several events and is none."""
    title, name = description.title.span, lowered(description.title.text)
    if title is not None and _tells_one_after_another(parts, text, description, title):
        return True
    if title_kind(name, Span(0, len(name))) is not None:
        return False
    return bool(
        COLLECTION.search(name)
        or _ISSUE.search(name)
        or _IN_THIS_ISSUE.search(parts.low, 0, LEAD)
        or (title is not None and _is_issue(parts, text, title))
    )


def is_item(parts: Parts, title: Span) -> bool:
    """Whether what is titled so is an item of a newsletter that is named above it."""
    head = parts.low.split("\n", 1)[0]
    below = title.start >= len(head) and (COLLECTION.search(head) or _ISSUE.search(head))
    return bool(below or _IN_THIS_ISSUE.search(parts.low, 0, LEAD))


def _is_issue(parts: Parts, text: Text, title: Span) -> bool:
    """Whether the title goes on with a number in the next line, or the name of an issue stands
    above it and several headings."""
    below = parts.low[title.start : title.end + _BESIDE].replace("\n\n", "\n")
    if _ISSUE.search(below):
        return True
    above = any(_ISSUE.search(line) for line in parts.low[: min(title.start, LEAD)].split("\n"))
    return above and sum(h.span.start >= title.start for h in text.headings) > _ITEMS


def _tells_one_after_another(
    parts: Parts, text: Text, description: Description, title: Span
) -> bool:
    """Whether several headings each name an event with its day, and the day that the document is
    filed under comes after the first of them: "First exchange – Lyon, 4 May 2021"."""
    days = description.dates
    found = []
    for heading in text.headings:
        if heading.span.holds(title) or not kinds_in(parts, heading.span):
            continue
        inside = [d for d in parts.dates if heading.span.holds(d.span)]
        if len(inside) == 1:
            found.append((heading.span.start, inside[0].range.start))
    if len(found) < 2 or days is None or days.span is None or days.span.start < min(found)[0]:
        return False
    starts = [start for _, start in found]
    return max(starts) - min(starts) > _APART
