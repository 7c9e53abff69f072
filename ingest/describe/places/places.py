"""Places named in a text, with their countries.

A city or region counts when it is written with a capital and in a place's position: after a
locative word, before or after its country, or as a label's value. That keeps "Nice results" and
"Orange" the company out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from ingest.describe.bodies.names import NOT_NAMES, UP
from ingest.describe.places.articles import with_article
from ingest.describe.places.island import is_meeting
from ingest.describe.places.wordtowns import is_town
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
    r"|\bd['’]|[,(–—@-]\s?|^\s*)$",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"(?:^|[.!?] )(?:la |le |les |l['’]|the )$", re.IGNORECASE)
_NEXT_WORD: Final = re.compile(rf"[ \u00a0][{UP}][\w’'-]{{1,30}}")
_LAST_WORD: Final = re.compile(rf"(?<![\w’'-])(?P<word>[{UP}][\w’'-]{{1,30}})[ \u00a0]$")
AT: Final = re.compile(
    r"\b(?:(?:in|at|near|à|en|au|aux|dans(?: le| la| les)?|près de)[ \u00a0](?:the[ ])?"
    r"|dans l['’])$",
    re.IGNORECASE,
)
_AFTER_COUNTRY: Final = re.compile(
    r"(?:[ \u00a0]Cedex(?:[ ]\d)?)?[ ]?(?:[,(–-]|\ben|\bin|\bau|\baux)[ ]?(?:the[ ]|l['’]|la[ ])?",
    re.I,
)
_VENUES: Final = frozenset(
    fold(w)
    for w in "Congrès Expo Arena Centre Palais Hall Stadium Convention Kongress Messe Exhibition"
    " Airport Aéroport Gare Station Central".split()
)
# "Aveiro Cluster", and "Cluster Énergies Marines de Normandie", "the wood cluster of Seville"
_BODY_AFTER: Final = frozenset(
    fold(w)
    for w in "Cluster Clusters Network Alliance Chamber University Institute Agency Federation"
    " Association Council Klaster Biocluster".split()
)
_BODY_BEFORE: Final = re.compile(
    r"\b(?:Clusters?|clusters?|P[ôo]les?|pôles?|Grappes?|grappes?|Klaster|Réseau|Network|Fédération"
    r"|Federation|Association|Alliance|Agence|Agency|Chambre|Chamber|Conseil|Union|Syndicat"
    r"|Institut[eo]?)(?:[ ](?:régional|départemental|général|municipal|regional|local)e?)?"
    rf"(?:[ ](?:{_WORD}|(?:et[ ])?d['’][\w-]{{2,20}}|(?:de|du|des|of|for|et|and)[ ]"
    rf"(?:la[ ]|the[ ])?(?:[a-zà-ÿ]{{4,16}}|{_WORD}))){{0,5}}?"
    r"[ ](?:(?:de|du|of)(?:[ ](?:la|the))?[ ]|de[ ]l['’]|d['’])$"
)
_AT_BODY: Final = re.compile(
    r"(?:\b(?:at|in|à|au|aux|chez|dans|visit(?:ed)?|(?:locaux|siège|offices|premises|headquarters|seat)"
    r"[ ](?:de|du|of))[ ]|d['’])(?:(?:the|la|le|les|notre|our)[ ]|l['’])?$",
    re.IGNORECASE,
)
_BACK: Final = 90
# Names of a country and of its capital; in a town's position, the town is meant.
_BOTH: Final = frozenset(fold(w) for w in "Luxembourg Monaco Singapore Singapour Djibouti".split())
_TOWN_BEFORE: Final = re.compile(r"(?:\b(?:à|in|at|near|lieu ?:|venue ?:)[ ]|^\W*)$", re.IGNORECASE)
# "held in Hollern, Germany", "à Faverney (Haute-Saône)": a town that no list has.
_UNKNOWN: Final = re.compile(
    rf"\b(?:in|at|near|à|near to"
    rf"|de)[ ](?P<name>[{UP}][\w’'-]{{2,30}}(?:[ -](?:[a-z]{{1,3}}[ -])?[{UP}][\w’'-]{{2,30}})"
    r"{0,2})(?:,[ ](?:(?:en|au|aux|in)[ ])?(?:the[ ]|l['’]|la[ ])?|[ ]\()$"
)
# "Cherbourg-en-Cotentin", where the lists have the town's first name alone
_LYING: Final = re.compile(
    r"([^\W\d_]{1,30}(?:-[^\W\d_]{1,30})?)-(?:en|sur|sous|lès|les|lez)-[\w’'-]{2,30}"
)
# "17:00 (Brussels time)", "heure de Paris"
_CLOCK: Final = re.compile(r"\bheures? (?:de|d['’])[ ]?$", re.IGNORECASE)
_CLOCK_AFTER: Final = re.compile(r"[ ](?:time|local time)\b")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place as written, its country's code, and whether it stands where a place is told."""

    kind: PlaceKind
    text: str
    country: str
    span: Span
    locative: bool
    paired: bool = False  # its country is named right beside it


@lru_cache(maxsize=1)  # asked for by the register as well
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
            if place.kind != "city" and (town := _unknown_town(content, place)) is not None:
                found.append(town)
            found.append(place)
            position = place.span.end + 1
    return _with_countries(content, found)


def _unknown_town(content: str, after: FoundPlace) -> FoundPlace | None:
    """The town that no list has, named right before its region or country."""
    low = max(0, after.span.start - 90)
    match = _UNKNOWN.search(content[low : after.span.start].rpartition("\n")[2])
    if match is None:
        return None
    name = match["name"].removesuffix(" Cedex")
    key = fold(name)
    if key in countries() or key in regions() or key in cities() or key in NOT_NAMES:
        return None
    start = content.rfind(name, low, after.span.start)
    return FoundPlace("city", name, after.country, Span(start, start + len(name)), True, True)


def _longest(content: str, start: int, end: int) -> FoundPlace | None:
    """The longest place name that starts at ``start``."""
    stops = [end]
    position = end
    while (position := content.rfind(" ", start, position)) > start:
        stops.append(position)
    for stop in stops:
        text = content[start:stop].rstrip(".,'’")
        if len(fold(text)) < 2 or fold(text) in NOT_NAMES:
            continue
        name = with_article(content, start, text)
        key = fold(name)
        kind: PlaceKind
        if key in countries():
            kind, country = "country", countries()[key]
        elif key in regions():
            kind, country = "region", regions()[key]
        elif key in cities() and len(key) > 2:
            kind, country = "city", cities()[key][0]
        elif (lying := _LYING.fullmatch(text)) and fold(lying[1]) in cities():
            kind, country = "city", cities()[fold(lying[1])][0]
        else:
            continue
        span = Span(start, start + len(text))
        if is_meeting(content, span):
            continue
        before = content[max(0, start - 24) : start].rpartition("\n")[2]
        if _CLOCK.search(before) or _CLOCK_AFTER.match(content, span.end):
            continue
        if key in _BOTH and kind == "country" and _TOWN_BEFORE.search(before):
            kind = "city"
        if kind == "region" and key not in ambiguous() and _SUBJECT.search(before):
            before = "in "  # "La Bretagne récolte…"
        if key in ambiguous():
            locative = bool(
                AT.search(before)
                or (key == "reunion" and before.endswith("à la "))
                or (before.endswith("(") and content[span.end : span.end + 1] == ")")
                or is_town(content, span)
            )
        else:
            locative = bool(_LOCATIVE.search(before))
        return FoundPlace(kind, name, country, span, locative and not _inside_name(content, span))
    return None


def _inside_name(content: str, span: Span) -> bool:
    """True for the city in "Lyon Biopole" or "Hansa Hamburg": part of a longer name."""
    if after := _NEXT_WORD.match(content, span.end, span.end + 40):
        word = fold(after[0].strip())
        if word in _BODY_AFTER:
            return True
        if (
            word not in _VENUES
            and word not in NOT_NAMES
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


def names_body(content: str, span: Span) -> bool:
    """Whether a place only tells whose body this is: "le Pôle Bois de Lorraine".

    What is held at a body, "à la Chambre de commerce de Lyon", is where the body is.
    """
    low = max(0, span.start - _BACK)
    before = content[low : span.start].rpartition("\n")[2]
    body = _BODY_BEFORE.search(before)
    return body is not None and not _AT_BODY.search(before[: body.start()])


def _with_countries(content: str, found: list[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Cities take the country named beside them, or one told in the text where several have one."""
    told = Counter(
        p.country
        for p in found
        if p.kind == "country"
        or (
            p.kind == "region"
            and not _inside_name(content, p.span)
            and not names_body(content, p.span)
        )
    )
    result: list[FoundPlace] = []
    for index, place in enumerate(found):
        if place.kind != "city":
            result.append(place)
            continue
        options = cities().get(fold(place.text), (place.country,))
        country, paired = place.country, place.paired
        after = found[index + 1] if index + 1 < len(found) else None
        if after and after.kind != "city":
            gap = content[place.span.end : after.span.start]
            said = gap.strip(" ")[:1] in ",(–-" or fold(place.text) not in ambiguous()
            if said and len(gap) <= 14 and _AFTER_COUNTRY.fullmatch(gap):
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
