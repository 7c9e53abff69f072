"""A list that was asked for made narrower: "only those in Ireland", "lesquels sont annulés ?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from ingest.types import Language
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.exchange import exchanged
from pipelines.conversation.other_event import asked_of_another
from pipelines.conversation.parts import Parts, parts_of
from pipelines.conversation.topics import about_of
from pipelines.conversation.turns import Known
from pipelines.conversation.values import values_only

_ASKED: Final = re.compile(
    r"^(?:(?P<many>how many|combien(?: de| d['’](?!entre))?)"
    r"|(?P<which>which|what|quel(?:le)?s?)(?:(?:[ ](?:are|were|sont|ont ete|etaient))?"
    r"[ ](?:the|les))?"
    r"|(?:please )?(?:list|show|give|name|find)(?: me| us)?"
    r"|(?:liste|donne|montre|cite|affiche|enumere)[rz]?(?:[- ]moi|[- ]nous)?)(?:[ ]|(?<=['’]))"
)
_ALL: Final = re.compile(
    r"^(?:(?:all|tous|toutes)(?: |$))?(?:of )?(?:(?:the|la) list[e]? (?:of|des?) )?"
    r"(?:(?:the|les|des)[ ])?"
)
_HELD: Final = re.compile(
    r"[ ](?:took place|take place|(?:were|are|have been) (?:held|organi[sz]ed|planned|cancelled"
    r"|postponed|there)|happened|were|are|have there been|ont eu lieu|auront lieu|se sont tenue?s"
    r"|(?:ont ete|sont) (?:organise|tenu|prevu|annule|reporte)e?s|y a-t-il(?: eu)?"
    r"|il y a(?: eu)?)(?= |[ ]?[?.]?$)"
)
# What is left would be two sentences: "which missions did Veloria lead were cancelled".
_SENTENCE: Final = re.compile(
    r"\b(?:did|does|do|has|have|had|was|were|is|are|will|that|who|ont|sont|sera|seront|est|a"
    r"|aura|auront|qui|que|avait|avaient|etaient|[a-z]+-t-(?:il|elle))\b"
)
_FEMININE: Final = re.compile(r"(?:ion|[ée]e|visite|rencontre|conf[ée]rence|foire|semaine)s?$")
_ONES: Final = r"(?:the ones?|those|these|ones?|ceux|celles|celui|celle)"
_ONLY: Final = re.compile(
    rf"^(?:(?:only|just|seulement|uniquement|juste|rien que)[ ](?:{_ONES}(?:[ ]|$))?"
    rf"|{_ONES}[ ])(?P<rest>.+)"
)
_WHICH: Final = re.compile(
    r"^(?:(?P<many>how many|combien)|which(?: ones?)?|what ones?|lequel|laquelle|lesquel(?:le)?s)"
    r"(?: of (?:them|these|those)| d['’]entre (?:eux|elles))?[ ](?P<rest>.+)"
)
# "the cancelled ones", "les annulés", "ceux qui ont été reportés".
_SORT: Final = re.compile(r"^(?:the[ ](?P<en>.+?)[ ]ones?|l(?:es[ ]|['’])(?P<fr>[\w ]+))$")
_LINK: Final = re.compile(
    r"^(?:(?:that|which|qui)[ ])?(?:(?:were|was|are|is|took place|have been|ont eu lieu|ont ete"
    r"|a ete|ont|se sont tenue?s|sont|etaient|etait|est)"
    r"(?:[ ](?:held|organi[sz]ed|des|organisee?s))?(?:[ ]|$))?"
)


@dataclass(frozen=True, slots=True)
class _State:
    """How an event may stand: what tells of it, and the verb that asks for it."""

    pattern: re.Pattern[str]
    en: str
    fr: str


def _state(told: str, en: str, fr: str) -> _State:
    return _State(re.compile(rf"(?<![\w-])(?:{told})(?![\w-])"), en, fr)


_STATES: Final = (
    _state(r"cancel\w+|called off|annulee?s?", "were cancelled", "ont été annulé{s}"),
    _state(
        r"postponed|put off|put back|rescheduled|reportee?s?|repoussee?s?|decalee?s?",
        "were postponed",
        "ont été reporté{s}",
    ),
    _state(r"planned|scheduled|upcoming|prevue?s?|a venir", "are planned", "sont prévu{s}"),
    _state(r"online|virtual|en ligne|virtuel(?:le)?s?", "were held online", "ont eu lieu en ligne"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """A question for a list or number of events; ``rest`` are its words from their noun on."""

    many: bool
    rest: str


def listing_of(parts: Parts) -> Listing | None:
    """What a question lists or counts; None where it does neither.

    "Which visits were in 2021?", "list the visits" and "visits of 2021" list.
    """
    about = about_of(parts)
    if about is None or about.kind is None or not about.plural:
        return None
    lead = _ASKED.match(parts.low)
    start = lead.end() if lead else 0
    if whole := _ALL.match(parts.low[start:]):
        start += whole.end()
    first = parts.events[0].span.start
    between = parts.low[start:first].split()
    if first < start or len(between) > 2 or any(w in cue.STOPS for w in between):
        return None
    if lead is None and cue.ASKS.search(parts.low):
        return None
    rest = parts.text[start:].rstrip(" ?!.")
    if not start and not parts.tokens[0].span.of(rest).isupper():
        rest = rest[0].lower() + rest[1:]
    return Listing(bool(lead and lead["many"]), rest)


def narrowed(previous: Parts, new: Parts, known: Known) -> str | None:
    """The list that the earlier question asked for, of those alone that the new one tells of.

    A time or place takes the place of the earlier one. None where the earlier question asked for no
    list, or the new one says more than when, where, of which project or kind, or how they stand.
    """
    listing = listing_of(previous)
    asked = _told(new) if listing else None
    if listing is None or asked is None:
        return None
    words, many, which = asked
    states = [s for s in _STATES if s.pattern.search(words)]
    low = states[0].pattern.sub(" ", words) if states else words
    if len(states) > 1:
        return None
    rest = _values(new, low, known)
    if rest is None or not (rest.tokens or states):
        return None
    text = previous.text
    if states:
        counted = many or (listing.many and not which)
        made = _asked_of_state(previous, listing, states[0], counted)
        if made is None:
            return None
        text = made
    elif many and not listing.many:
        text = _lead(previous, listing.rest, True)
    if not rest.tokens:
        return text
    earlier = replace(parts_of(text, known, previous.language), language=previous.language)
    if rest.events:
        return asked_of_another(earlier, rest, new.language, known)
    return exchanged(earlier, rest, previous.language if states else new.language, known)


def _told(new: Parts) -> tuple[str, bool, bool] | None:
    """The words that say which ones are meant, and whether they are counted or named."""
    low = new.low.rstrip(" ?!.")
    if match := _WHICH.match(low):
        words, many, which = match["rest"], bool(match["many"]), not match["many"]
    elif match := _ONLY.match(low):
        words, many, which = match["rest"], False, False
    elif match := _SORT.match(low):
        words = match["en"] or match["fr"]
        if not any(s.pattern.fullmatch(words) for s in _STATES):
            return None
        return words, False, False
    else:
        return None
    link = _LINK.match(words)
    rest = words[link.end() if link else 0 :]
    if rest == words and not _ONLY.match(low) and new.events:
        return None  # "Which calls close in 2022?" names what it lists
    return rest, many, which


def _values(new: Parts, low: str, known: Known) -> Parts | None:
    """The words with a capital where they had one, taken apart; None where they say more than when,
    where, and of which project or kind."""
    low = " ".join(low.split())
    low = re.sub(r"^(?:and|et|but|mais)[ ]", "", low)
    start = new.low.find(low)
    if start < 0:
        return None
    text = new.text[start : start + len(low)]
    rest = replace(parts_of(text, known, new.language), language=new.language)
    return rest if not rest.tokens or values_only(rest) else None


def _asked_of_state(previous: Parts, listing: Listing, state: _State, counted: bool) -> str | None:
    rest = _HELD.sub("", listing.rest, count=1)
    if _SENTENCE.search(rest.lower()):
        return None
    if previous.language == "en":
        return f"{_lead(previous, rest, counted)} {state.en}"
    many = "es" if _feminine(rest) else "s"
    return f"{_lead(previous, rest, counted)} {state.fr.format(s=many)}"


def _lead(previous: Parts, rest: str, counted: bool) -> str:
    language: Language = previous.language
    if language == "en":
        return f"{'How many' if counted else 'Which'} {rest}"
    if counted:
        return f"Combien {phrase.of(rest)}"
    return f"{'Quelles' if _feminine(rest) else 'Quels'} {rest}"


def _feminine(rest: str) -> bool:
    return bool(_FEMININE.search(rest.split()[0].lower()))
