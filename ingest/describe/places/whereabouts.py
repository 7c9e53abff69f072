"""Where a document's event was, or where who speaks is at home: place, region, country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.describe.dates.moved import is_moved_away
from ingest.describe.layout import Label, sentence_at
from ingest.describe.ownevent import Days, is_of_other, is_of_other_day, meant_sentence
from ingest.describe.places.placelabels import (
    COUNTRY_LABELS,
    OWNER,
    REGION_LABELS,
    is_place_label,
)
from ingest.describe.places.places import AT, FoundPlace, names_body
from ingest.describe.places.underdate import is_under
from ingest.gazetteer import fold
from ingest.types import DocumentType, Span

_EVENT: Final = re.compile(
    r"\b(?:held|took place|takes? place|hosted|welcomed?|gathered|met|organi[sz]ed?"
    "|meeting|kick-?off|workshop"
    "|exchange|seminar|conference|visit|forum|mission|tenue?s?|tiendr\\w{1,3}|s['’]est déroulée?"
    "|accueilli(?:e|s|es)?|accueille|invit\\w{1,4}|convi\\w{1,3}|reçu|recevait|came"
    "|réunie?s?|réunion|lancement|atelier|séminaire|rencontre|échange|visite|journée"
    "|organisée?s?|lieu"
    r"|rendez-vous|salon|launched|opened|location)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"based in|located in|basée?s? (?:à|en)|située? (?:à|en)|\bnext\b|prochaine?|born"
    r"|University of|Université d|headquartered|siège|came from|planned|prévue?|then in|puis à"
    r"|(?:from|after|following|après|venue?s? (?:de|d['’])|venaient (?:de|d['’]))"
    r"(?: the| l[ae])?[ ]?$",
    re.IGNORECASE,
)
# Beside the event's own new day: "planned on 9 November in Évora, it is put off to 25 January"
_MOVED: Final = frozenset({"planned", "prévu", "prévue"})
_HOME: Final = re.compile(
    r"\b(?:based|located|offices?|headquarters|headquartered|seat|situé\w{0,2}|basé\w{0,2}"
    r"|implanté\w{0,2}"
    r"|siège|bureaux?|installé\w{0,2}|founded|established|created|créé\w{0,2}|fondé\w{0,2}"
    r"|né\w{0,2})\b[^.\n]{0,24}$",
    re.IGNORECASE,
)
# A document of these types may be about an event.
EVENTS: Final = frozenset({"event_report", "agenda", "announcement", "other"})
_DATELINE: Final = re.compile(
    r"[ ]?(?:\([^()\n]{2,30}\))?[ ]?,[ ]?(?:le |on )?(?:the )?(?:\w{3,9},? )?$"
)
_WRITTEN: Final = re.compile(
    r"[ ]?(?:\([^()\n]{2,30}\))?,[ ](?:le |on )?(?:the )?(?P<day>\d{1,2}(?:er|st|nd|rd|th)?[ ]"
    r"[^\W\d_]{3,9}\.?[ ](?:19|20)\d\d)\.?[ ]?[–—-][ ]"
)
_AFTER_DATE: Final = re.compile(r"[ ]?(?:,|–|—|-|\||·|•|à|in|at)[ ]?(?:à |in |at )?")
_OPENING: Final = 260
_TOP: Final = 200
_LEAD: Final = 600
_MOST: Final = 400  # places weighed; an event's own is never so late
_LEAST: Final = 3.0


def event_place(
    content: str,
    places: tuple[FoundPlace, ...],
    labels: tuple[Label, ...],
    title: Span | None,
    dates: Iterable[Span] = (),
    kind: DocumentType = "event_report",
    told: Days | None = None,
) -> FoundPlace | None:
    """Where the document's event was: a label's value, else the place nearest to event words.

    Counted: label of a place 6, of the body that speaks ("Host:", "Structure :") 3; event word in
    the sentence 2 and right before the place's "à/in" 1; the event's date in the sentence 2; a
    dateline ("Lyon, 4 mars") 2; title 2; first lines 1.5; country named beside it 1; said of
    something else ("based in", the next event) −3; only planned there, or where a notice of another
    day is written ("Lyon, 4 mars –") −6; regions 1.5 less than cities. In a practice the
    event's words and date say nothing, and a town in the opening in brackets, or with its country
    after a name or in the first lines, counts 1.5: it is where the body that speaks is at home. So
    is, on a page about a body, what it is "based in" or where it was founded. Of a call or a note
    only labels and the title tell a place. ``told`` are the days of this event and of others.
    """
    event = kind in EVENTS
    labelled = [x.span for x in labels if is_place_label(content, x)]
    owners = [x.span for x in labels if OWNER.match(x.key)]
    days = list(dates)
    told = told or Days(tuple(days))
    best: tuple[float, int, FoundPlace] | None = None
    rival, sure = 0.0, False  # the best place of another day, without the points off
    counts = Counter(p.text for p in places)
    for place in places[:_MOST]:
        at = place.span.start
        in_label = any(s.start <= at < s.end for s in labelled)
        in_title = title is not None and title.start <= at < title.end
        owner = any(s.start <= at < s.end for s in owners)
        if place.kind == "country" or not (place.locative or in_label):
            continue
        if event and not in_label and names_body(content, place.span):
            continue
        sentence = sentence_at(content, at)
        before = content[max(sentence.start, at - 40) : at]
        score = 6.0 * in_label + 3.0 * owner + 2 * in_title + 1.5 * (at < 450) + 1.0 * place.paired
        dated = any(
            place.span.end < d.start < place.span.end + 50
            and _DATELINE.fullmatch(content, place.span.end, d.start)
            for d in days
        )
        own = False
        dated = dated or any(
            0 <= at - d.end <= 8 and _AFTER_DATE.fullmatch(content, d.end, at) for d in days
        )
        dated = dated or any(is_under(content, d, place.span) for d in days)
        score += 2.0 * dated
        if event:
            score += 2 * bool(_EVENT.search(content, sentence.start, min(sentence.end, at + 120)))
            score += 1.0 * bool(AT.search(before))
            meant = meant_sentence(content, at, told)
            own = any(meant.start <= d.start < meant.end for d in (*days, *told.own))
            score += 2 * own
            score += min(counts[place.text] - 1, 3) * 0.5
            written = _WRITTEN.match(content, place.span.end)
            notice = written is not None and all(d.of(content) != written["day"] for d in days)
            score -= 6 * (notice or is_moved_away(content, place.span))
        elif (
            kind == "best_practice"
            and at < 450
            and (before.endswith("(") or (place.paired and (before.endswith(", ") or at < _TOP)))
        ):
            score += 1.5
        elif kind != "best_practice" and not (in_label or owner or in_title):
            continue
        if kind == "other" and _HOME.search(before):
            score += 3.0
        elif not (kind == "best_practice" and place.paired and at < _TOP):
            other = event and not in_label and is_of_other(content, at, told, kind)
            elsewhere = _ELSEWHERE.search(before)
            if elsewhere and own and elsewhere[0].lower() in _MOVED:
                elsewhere = None
            score -= 3 * bool(other or elsewhere)
        score -= 1.5 * (place.kind == "region")
        if event and not (in_label or in_title) and is_of_other_day(content, at, told):
            rival = max(rival, score + 3)
        if best is None or score > best[0]:
            best, sure = (score, at, place), in_label or in_title or dated or own
    if best is None or best[0] < _LEAST or (rival > best[0] and not sure):
        return None  # a town that only another event's plainer one gave way to is a guess
    return best[2]


def region_of(
    place: FoundPlace | None,
    country: str | None,
    places: Sequence[FoundPlace],
    labels: tuple[Label, ...],
    title: Span | None,
) -> FoundPlace | None:
    """The region told by a label, beside the place, in the title, or alone in the text."""
    regions = [
        p for p in places if p.kind == "region" and (country is None or p.country == country)
    ]
    for label in labels:
        if REGION_LABELS.match(label.key):
            for item in regions:
                if label.span.start <= item.span.start < label.span.end:
                    return item
    if place is not None and place.kind == "region":
        return place
    regions = [p for p in regions if p.locative or p.paired]
    if place is not None:
        for item in regions:
            if 0 < item.span.start - place.span.end < 60:
                return item
    for item in regions:
        if title is not None and title.start <= item.span.start < title.end:
            return item
    named = Counter(fold(p.text) for p in regions)
    early = [p for p in regions if p.span.start < _LEAD]
    if len(named) == 1 or len({fold(p.text) for p in early}) == 1:
        return (early or regions)[0]
    return None


def country_of(
    content: str,
    place: FoundPlace | None,
    places: tuple[FoundPlace, ...],
    labels: tuple[Label, ...],
    title: Span | None,
) -> tuple[str, Span] | None:
    """The code and evidence of the event's country: label, the place's own, the opening's."""
    if told := labelled_country(places, labels):
        return told
    if place is not None:
        for item in places:
            beside = 0 < item.span.start - place.span.end < 60
            if beside and item.kind == "country" and item.country == place.country:
                return item.country, item.span
        return place.country, place.span
    # No place of its own: the country or region that the title or the opening is about.
    named = [
        p
        for p in places
        if p.kind != "city"
        and (p.locative or p.kind == "country")
        and not _ELSEWHERE.search(content[max(0, p.span.start - 30) : p.span.start])
    ]
    opening = [
        p for p in places if title and p.kind != "city" and title.start <= p.span.start < title.end
    ]
    opening = opening or [p for p in named if p.span.start < _OPENING]
    if not opening or len({p.country for p in opening}) > 1:
        return None
    return opening[0].country, opening[0].span


def labelled_country(
    places: tuple[FoundPlace, ...], labels: tuple[Label, ...]
) -> tuple[str, Span] | None:
    """The country that is the value of its own label."""
    for label in labels:
        if COUNTRY_LABELS.match(label.key):
            for item in places:
                if item.kind == "country" and label.span.start <= item.span.start < label.span.end:
                    return item.country, item.span
    return None


def owner_country(
    places: tuple[FoundPlace, ...], labels: tuple[Label, ...]
) -> tuple[str, Span] | None:
    """The country told beside the organiser's or host's name, in a label."""
    for label in labels:
        if OWNER.match(label.key):
            for item in places:
                if label.span.start <= item.span.start < label.span.end and (
                    item.kind == "country" or item.paired
                ):
                    return item.country, item.span
    return None
