"""Places named in a text, and which of them the document's event was in.

A city or region counts when it is written with a capital and in a place's position: after a
locative word, before or after its country, or as a label's value. That keeps "Nice results" and
"Orange" the company out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from ingest.describe.layout import Label, sentence_at
from ingest.describe.names import NOT_NAMES, UP
from ingest.gazetteer import ambiguous, cities, countries, fold, regions
from ingest.types import Span

PlaceKind = Literal["city", "region", "country"]
_WORD: Final = rf"[{UP}][\w.]{{0,30}}(?:['’-][\w]{{1,30}}){{0,6}}"
_RUN: Final = re.compile(
    rf"(?<![\w’'-])(?:{_WORD})(?:[ \u00a0](?:(?:de|la|le|of|sur|am|the|du|do|et|and)[ ]){{0,2}}"
    f"(?:d['’]|l['’])?{_WORD}){{0,4}}"
    rf"|(?<=[dlDL]['’]){_WORD}(?:[ ]{_WORD}){{0,2}}"
)
_LOCATIVE: Final = re.compile(
    r"(?:\b(?:in|at|near|to|from|visit(?:ed)?|around|outside|à|en|au|aux|dans|vers|près"
    " d[eu]|de|depuis|région|region"
    r"|ville de|city of|sur)[ \u00a0](?:(?:the|la|le|les|central|nearby)[ ]|l['’])?"
    r"|\bd['’]|[,(–—-]\s?|^\s*)$",
    re.IGNORECASE,
)
_NEXT_WORD: Final = re.compile(rf"[ \u00a0][{UP}][\w’'-]{{1,30}}")
_LAST_WORD: Final = re.compile(rf"(?<![\w’'-])(?P<word>[{UP}][\w’'-]{{1,30}})[ \u00a0]$")
_AT: Final = re.compile(
    r"\b(?:in|at|near|à|en|au|aux|dans(?: le| la| les)?|près de)[ \u00a0](?:the[ ])?$",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"\b(?:held|took place|takes? place|hosted|welcomed?|gathered|met|organi[sz]ed?"
    "|meeting|kick-?off|workshop"
    "|exchange|seminar|conference|visit|forum|mission|tenue?s?|s['’]est déroulée?"
    "|accueilli(?:e|s|es)?|accueille"
    "|réunie?s?|réunion|lancement|atelier|séminaire|rencontre|échange|visite|journée"
    "|organisée?s?|lieu"
    r"|rendez-vous|salon|launched|opened|location)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    "based in|located in|from|basée?s? (?:à|en)|située? (?:à|en)|next|prochaine?|born"
    "|University of|Université d"
    r"|headquartered|siège|après|after|following|came from|planned|prévue?|then in|puis à",
    re.IGNORECASE,
)
LABELS: Final = re.compile(
    "^(?:lieu(?: .*)?|venue|where|location|place|ou|adresse|address|city|ville|endroit"
    "|salle|rendez vous|acces"
    r"|accueil sur place|host city|meeting place|localisation|ou \?)$"
)
_OWNER: Final = re.compile(
    "^(?:(?:local )?host(?:ed by| organi[sz]ation| cluster)?.*|hotes?|accueil"
    "|structures?|organi[sz](?:ation|er|ed by)"
    "|organisme|organisateurs?|porteur|managed by|gestionnaires?|clusters?|portee? par"
    "|geree? par|lead partner|chef de file)$"
)
_COUNTRY_LABELS: Final = re.compile(r"^(?:country|pays|host country|pays d'accueil)$")
_OPENING: Final = 260
_MOST: Final = 400  # places weighed; an event's own is never so late
_AFTER_COUNTRY: Final = re.compile(
    r"(?:[ \u00a0]Cedex(?:[ ]\d)?)?[ ]?(?:[,(–-]|\ben|\bin|\bau|\baux)[ ]?(?:the[ ]|l['’]|la[ ])?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place as written, its country's code, and whether it stands where a place is told."""

    kind: PlaceKind
    text: str
    country: str
    span: Span
    locative: bool
    paired: bool = False  # its country is named right beside it


def find_places(content: str, start: int = 0, end: int | None = None) -> tuple[FoundPlace, ...]:
    """Cities, regions and countries named in ``content[start:end]``, in order."""
    stop = len(content) if end is None else end
    found: list[FoundPlace] = []
    for run in _RUN.finditer(content, start, stop):
        position = run.start()
        while position < run.end():
            place = _longest(content, position, run.end())
            if place is None:
                space = content.find(" ", position, run.end())
                position = run.end() if space < 0 else space + 1
                continue
            found.append(place)
            position = place.span.end + 1
    return _with_countries(content, found)


def event_place(
    content: str,
    places: tuple[FoundPlace, ...],
    labels: tuple[Label, ...],
    title: Span | None,
    dates: Iterable[Span] = (),
    event: bool = True,
) -> FoundPlace | None:
    """Where the document's event was: a label's value, else the place nearest to event words.

    Counted: label of a place 6, of the body that speaks ("Host:", "Structure :") 3; event word in
    the sentence 2 and right before the place's "à/in" 1; the event's date in the sentence 2;
    title 2; first lines 1.5; country named beside it 1; said of something else ("based in",
    "next") −3; regions 1.5 less than cities. With ``event`` false (a call, a note, a practice) the
    event's words and date say nothing, and a town in brackets in the opening counts 1.5: it is
    where the body that speaks is at home.
    """
    labelled = [x.span for x in labels if LABELS.match(x.key)]
    owners = [x.span for x in labels if _OWNER.match(x.key)]
    days = list(dates)
    best: tuple[float, int, FoundPlace] | None = None
    counts = Counter(p.text for p in places)
    for place in places[:_MOST]:
        at = place.span.start
        in_label = any(s.start <= at < s.end for s in labelled)
        in_title = title is not None and title.start <= at < title.end
        owner = any(s.start <= at < s.end for s in owners)
        if place.kind == "country" or not (place.locative or in_label):
            continue
        sentence = sentence_at(content, at)
        before = content[max(sentence.start, at - 40) : at]
        score = 6.0 * in_label + 3.0 * owner + 2 * in_title + 1.5 * (at < 450) + 1.0 * place.paired
        if event:
            score += 2 * bool(_EVENT.search(content, sentence.start, min(sentence.end, at + 120)))
            score += 1.0 * bool(_AT.search(before))
            score += 2 * any(sentence.start <= d.start < sentence.end for d in days)
            score += min(counts[place.text] - 1, 3) * 0.5
        elif at < 450 and before.endswith("("):
            score += 1.5
        score -= 3 * bool(_ELSEWHERE.search(before))
        score -= 1.5 * (place.kind == "region")
        if best is None or score > best[0]:
            best = (score, at, place)
    return best[2] if best and best[0] >= 3 else None


def country_of(
    place: FoundPlace | None,
    places: tuple[FoundPlace, ...],
    labels: tuple[Label, ...],
    title: Span | None,
) -> tuple[str, Span] | None:
    """The code and evidence of the event's country: label, the place's own, the opening's."""
    for label in labels:
        if _COUNTRY_LABELS.match(label.key):
            for item in places:
                if item.kind == "country" and label.span.start <= item.span.start < label.span.end:
                    return item.country, item.span
    if place is not None:
        for item in places:
            beside = 0 < item.span.start - place.span.end < 60
            if beside and item.kind == "country" and item.country == place.country:
                return item.country, item.span
        return place.country, place.span
    # No place of its own: the country or region that the title or the opening is about.
    named = [p for p in places if p.kind != "city" and (p.locative or p.kind == "country")]
    opening = [
        p for p in places if title and p.kind != "city" and title.start <= p.span.start < title.end
    ]
    opening = opening or [p for p in named if p.span.start < _OPENING]
    if not opening or len({p.country for p in opening}) > 1:
        return None
    return opening[0].country, opening[0].span


def _longest(content: str, start: int, end: int) -> FoundPlace | None:
    """The longest place name that starts at ``start``."""
    stops = [end]
    position = end
    while (position := content.rfind(" ", start, position)) > start:
        stops.append(position)
    for stop in stops:
        text = content[start:stop].rstrip(".,'’")
        key = fold(text)
        if len(key) < 2 or (key in NOT_NAMES):
            continue
        kind: PlaceKind
        if key in countries():
            kind, country = "country", countries()[key]
        elif key in regions():
            kind, country = "region", regions()[key]
        elif key in cities() and len(key) > 2:
            kind, country = "city", cities()[key][0]
        else:
            continue
        span = Span(start, start + len(text))
        before = content[max(0, start - 24) : start].rpartition("\n")[2]
        if key in ambiguous():
            locative = bool(_AT.search(before))
        else:
            locative = bool(_LOCATIVE.search(before))
        return FoundPlace(kind, text, country, span, locative and not _inside_name(content, span))
    return None


def _inside_name(content: str, span: Span) -> bool:
    """True for the city in "Lyon Biopole" or "Hansa Hamburg": part of a longer name."""
    if after := _NEXT_WORD.match(content, span.end, span.end + 40):
        word = fold(after[0].strip())
        if (
            word not in NOT_NAMES
            and word != "cedex"
            and word not in cities()
            and word not in countries()
        ):
            return True
    before = _LAST_WORD.search(content[max(0, span.start - 36) : span.start])
    return (
        before is not None
        and fold(before["word"]) not in NOT_NAMES
        and not before["word"].isupper()
    )


def _with_countries(content: str, found: list[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Cities take the country named beside them, or one told in the text where several have one."""
    told = Counter(p.country for p in found if p.kind != "city")
    result: list[FoundPlace] = []
    for index, place in enumerate(found):
        if place.kind != "city":
            result.append(place)
            continue
        options = cities()[fold(place.text)]
        country, paired = place.country, False
        after = found[index + 1] if index + 1 < len(found) else None
        if after and after.kind != "city":
            gap = content[place.span.end : after.span.start]
            if len(gap) <= 14 and _AFTER_COUNTRY.fullmatch(gap):
                country = (
                    after.country
                    if after.kind == "country" or after.country in options
                    else country
                )
                paired = True
        if not paired and len(options) > 1:
            country = max(options, key=lambda code: (told[code], -options.index(code)))
        result.append(
            FoundPlace("city", place.text, country, place.span, place.locative or paired, paired)
        )
    return tuple(result)
