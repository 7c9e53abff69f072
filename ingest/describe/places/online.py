"""Whether an event is held online: by its label of the place, or beside its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.describe.layout import Label, lines, lowered, sentence_at
from ingest.describe.places.placelabels import is_place_label
from ingest.describe.places.places import FoundPlace
from ingest.types import Span

_TOOLS: Final = r"(?:(?:microsoft |ms |google )?(?:teams|meet)|zoom|webex|skype|gotomeeting)"
# "The online booking tool", "formulaire en ligne": not where anything takes place.
_TOOL_AFTER: Final = (
    r"(?![ ](?:booking|registrations?|forms?|tools?|platforms?|surveys?|questionnaires?|shops?"
    r"|stores?|payments?|catalogues?|director(?:y|ies)|librar(?:y|ies)|portals?|applications?)\b)"
)
_TOOL_BEFORE: Final = "".join(
    rf"(?<!{word} )"
    for one in "réservation inscription formulaire outil plateforme enquête questionnaire boutique"
    " paiement catalogue annuaire portail candidature".split()
    for word in (one, f"{one}s")
)
ONLINE: Final = re.compile(
    rf"\b(?:online{_TOOL_AFTER}|on line|by video(?:conference)?|virtually"
    rf"|{_TOOL_BEFORE}en ligne|en visio(?:conférence)?"
    rf"|à distance|(?:via|on|sur) {_TOOLS})\b"
)
# What a label of the place has for a value: "Microsoft Teams", "Réunion en visioconférence".
_VALUE: Final = re.compile(
    r"(?:(?:virtual |virtuelle? )?(?:meeting|réunion|event|événement|webinar|webinaire|session)"
    r"[ :,–-]{1,3})?(?:(?:en|by|via|on|par|sur|in)[ ])?"
    r"(?:online|on line|en ligne|virtual(?:ly)?|virtuel(?:le)?(?:ment)?|(?:à )?distan(?:ce|ciel)"
    r"|visio(?:conférence|-conférence)?|video-?[ ]?(?:conference|call|link)"
    r"|web-?[ ]?conf[eé]rence|webinars?|webinaires?|tele-?conf[eé]rence|téléconférence"
    rf"|{_TOOLS})\b"
)
# "Visioconférence, jeudi 18 janvier 2024": what a line with a date begins with
_HEADS: Final = re.compile(r"[ ]?(?:[,(|:·–—-]|(?:on|le|via|sur)[ ]|$)")
_HELD: Final = re.compile(
    r"\b(?:held|takes? place|took place|taking place|run|tenue?s?|tiendra|tiendront|lieu"
    r"|déroulée?s?|déroulera|organi[sz]ed|organisée?s?|met)[ ]"
    r"(?:entirely |fully |only |entièrement |uniquement )?$"
)


def online_label(
    content: str, labels: tuple[Label, ...], places: Sequence[FoundPlace]
) -> Span | None:
    """Where a label of the place says that it is online; None once one names a town."""
    for label in labels:
        if not is_place_label(content, label):
            continue
        if any(p.kind != "country" and _inside(p.span, label.span) for p in places):
            return None
        if match := _VALUE.match(lowered(label.span.of(content))):
            return Span(label.span.start, label.span.start + match.end())
    return None


def said_online(content: str, day: Span) -> Span | None:
    """Where the sentence of an event's date, or the head of its line, says that it is online."""
    line = next(lines(content, content.rfind("\n", 0, day.start) + 1, day.start), None)
    head = _VALUE.match(lowered(line.of(content))) if line is not None else None
    if line is not None and head and _HEADS.match(content, line.start + head.end()):
        return Span(line.start, line.start + head.end())
    area = sentence_at(content, day.start)
    low = lowered(area.of(content))
    for match in ONLINE.finditer(low):
        if _HELD.search(low[: match.start()]):
            return Span(area.start + match.start(), area.start + match.end())
    return None


def is_online(
    content: str, labels: tuple[Label, ...], places: Sequence[FoundPlace], day: Span | None
) -> bool:
    """Whether an event is online alone: what is held in a town as well has its place there."""
    if online_label(content, labels, places) is not None:
        return True
    if day is None or said_online(content, day) is None:
        return False
    area = sentence_at(content, day.start)
    return not any(p.locative and p.kind == "city" and _inside(p.span, area) for p in places)


def _inside(one: Span, area: Span) -> bool:
    return area.start <= one.start < area.end
