"""Days that no longer hold: the deadline that was first set, what was planned before it was moved.

"The deadline was first announced as 3 May and has been extended", "prévue du 11 au 13 octobre 2021,
est reportée". The day that something is moved to holds.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.dates.calendar import MONTH, WEEKDAY
from ingest.describe.dates.eventwords import (
    HELD,
    MOVED,
    PLANNED,
    POSTPONED,
    PUT_OFF,
    WAS_TO_BE_HELD,
)
from ingest.describe.layout import lowered, sentence_at
from ingest.types import Span

_I: Final = re.IGNORECASE
_LY: Final = r"(?:(?:[a-z]{3,}ly|[a-zà-ÿ]{3,}ment|now|then|donc|depuis)[ ])?"
_BE: Final = (
    rf"(?:(?:has|have|had)[ ]{_LY}been|was|were|is|are"
    rf"|(?:a|ont|avait|avaient)[ ]{_LY}été|est|sont|était|étaient|sera|seront)[ ]{_LY}"
)
_PUT_OFF: Final = re.compile(rf"\b{_BE}(?:{PUT_OFF}|{MOVED})\b", _I)
_MOVED: Final = re.compile(rf"\b{_BE}(?:{PUT_OFF}|{MOVED}|extended|prolonged|prolongée?s?)\b", _I)
_HELD: Final = re.compile(rf"\b(?:{HELD})\b")
_BEFORE: Final = (
    r"(?:first|initial(?:ly|e|ement)?|original(?:ly)?|previously|d['’]abord|auparavant"
    rf"|précédemment|due|{PLANNED})"
)
_PLANNED: Final = re.compile(rf"\b{_BEFORE}\b", _I)
_FRONTED: Final = re.compile(
    rf"\W{{0,6}}{_BEFORE}\b[^.;]{{0,320}}$", _I
)  # "Initially planned for 3 May, …"
# What may stand between a day and the verb that says that it was moved; no other subject may.
_SHORT: Final = re.compile(
    r"[ ]?(?:\(?(?:à|in|at|en|near)[ ][^,;.]{2,40})?(?:,[^,;.]{2,70}(?=,))?[,)]{0,2}[ ]?"
    r"(?:(?:and|et|but|mais|which|that|qui)[ ])?",
    _I,
)
# Right before the day that something is moved to.
_TO: Final = re.compile(
    rf"\b(?:to|until|till|aux?|jusqu['’]aux?|pour|for)[ \u00a0](?:the |le |les )?"
    rf"(?:{WEEKDAY},?[ ])?$",
    _I,
)
# "first set for 3 May, was held on 10 May"
_AT_PLACE: Final = re.compile(r"\b(?:à|au|aux|in|at)[ ](?:la |le |les |the )?[A-ZÀ-Þ]")
_FIRST_SET: Final = re.compile(
    r"\b(?:first|initially|originally|previously|d['’]abord|initialement|précédemment)[ ]"
    rf"(?:{PLANNED}|set|fixed|due|meant|announced|annoncée?s?|fixée?s?)[ ]"
    rf"(?:for|on|le|au|pour le|du|les)?[ ]?(?:the )?(?:{WEEKDAY},?[ ])?$",
    _I,
)
# Verbs of what gets another place; "finally" and "now" where it is said to take place in one.
_MOVES: Final = re.compile(
    rf"(?<!\bse )(?<!\bs['’])\b{_BE}(?:moved|relocated|transferred|switched|déplacée?s?"
    r"|transférée?s?|délocalisée?s?|relocalisée?s?)\b"
    r"(?:[ ](?:de|du|des|from)[ ](?:the |la )?[^,;.\d]{2,40}?)?"
    r"(?=[ ](?:à|aux?|en|dans|vers|to|into)[ ])"
    r"|\b(?:will|to)[ ](?:finally|now|instead)[ ](?:be held|take place|meet)(?=[ ](?:in|at)[ ])"
    r"|\b(?:aura|auront|se tiendra|se tiendront|se déroulera|sera|seront)[ ]finalement"
    r"(?:[ ](?:lieu|organisée?s?|accueillie?s?|reçue?s?))?(?=[ ](?:à|aux?|en|dans)[ ])"
    r"|\b(?:finalement|finally)(?=[ ](?:à|aux?|in|at)[ ])"
    r"|\b(?:nouveau lieu|new (?:venue|location|place))(?=[ \u00a0]?:)",
    _I,
)
# "was to be held on 3 May", "devait se tenir le 3 mai", "avait été prévue pour mai"
_WAS_TO_BE: Final = re.compile(
    rf"\b(?:{WAS_TO_BE_HELD}|would (?:be held|take place)"
    r"|aurai(?:t|ent) lieu|se (?:tiendr|dérouler)ai(?:t|ent)"
    r"|(?:had[ ]been|avai(?:t|ent)[ ]été)[ ]"
    rf"(?:first[ ]|initially[ ]|d['’]abord[ ]|initialement[ ])?(?:{PLANNED}))\b[^.;\n]{{0,60}}$",
    _I,
)
# What is said of it then, in the same sentence or soon behind it; not of a vote or a text.
_PUT_IT_OFF: Final = re.compile(
    rf"\b(?:(?:postpon|reschedul|mov)\w{{1,3}}[ ](?:it|them)|put[ ](?:it|them)[ ](?:off|back)"
    r"|d[ûu]s?[ ](?:(?:le|la|les)[ ]|l['’])(?:reporter|décaler|repousser|ajourner|déplacer)"
    r"|(?:l['’]|les[ ])(?:a|ont|avons)[ ](?:report|décal|repouss|ajourn|déplac)ée?s?"
    rf"|(?:it|they|ils?|elles?)[ ](?:{_BE}|(?:had[ ]to|a[ ]dû|ont[ ]dû)[ ](?:be|être)[ ])"
    rf"(?:{PUT_OFF}|{MOVED})|(?:puis|then|finalement)[ ](?:{PUT_OFF}|{MOVED})"
    r"|(?:the|its|their|les|ses|leurs)[ ](?:new|nouvelles)[ ]dates?)\b",
    _I,
)
# "elle a eu lieu le 10 mai", behind the day that it was to be on
_IT_WAS_HELD: Final = re.compile(rf"\b(?:it|they|ils?|elles?)[ ](?:{HELD})\b", _I)
# "passe du 28 octobre au 13 janvier", "moved from 3 May to 4 June": the first day is given up. What
# only passes or is extended may last from one day to the other, unless it is a date that does.
_MOVED_FROM: Final = re.compile(
    rf"(?<!\bse )(?<!\bs['’]est )\b(?:{POSTPONED}|{MOVED}|(?P<changes>pass(?:e(?:nt|ra|ront)?|ait"
    r"|aient|ée?s?)|changed?|changes|extended|prolonged|prolongée?s?|prorogée?s?))"
    r"(?:[ ][^.,;:\d\n]{2,30}?)?[ \u00a0](?:du|de|des|from)[ \u00a0](?:the[ ])?"
    rf"(?:{WEEKDAY},?[ ])?$",
    _I,
)
_A_DATE: Final = re.compile(
    r"\b(?:dates?|deadlines?|cl[oô]tures?|closing|échéances?|délais?|limites?|dépôts?|remises?"
    r"|relèves?|relevés?|cut-?offs?)\b",
    _I,
)
# "la version précédente indiquait le 3 mai", "au lieu du 3 mai"
_FORMER: Final = re.compile(
    r"\b(?:(?:(?:version|annonce|date|texte|appel|avis)[ ](?:précédente?|antérieure?|initiale?)"
    r"|(?:previous|earlier|former|original)[ ](?:version|notice|date|deadline|text|call))[ ]"
    r"(?:still[ ])?(?:indiquait|annonçait|donnait|mentionnait|disait|prévoyait|fixait|était|said"
    r"|gave|stated|read|was|had|named)|(?:still[ ](?:said|gave|read)|indiquait[ ]encore)"
    r"|instead[ ]of|rather[ ]than|au[ ]lieu[ ]d[ue]|(?:et[ ]non|and[ ]not)(?:[ ](?:plus|pas))?)"
    rf"[ \u00a0](?:(?:le|les|the|on|du|au)[ ])?(?:{WEEKDAY},?[ ])?$",
    _I,
)
# "It has been extended to 14 June", in the next sentence
_THEN_EXTENDED: Final = re.compile(
    r"\b(?:it|this|ils?|elles?|celle-ci|celui-ci|(?:the|this)[ ](?:deadline|closing date|call)"
    r"|(?:la|cette)"
    r"[ ](?:date limite|clôture|échéance)|l['’]appel)[ ]"
    rf"{_BE}(?:extended|prolonged|prolongée?s?|prorogée?s?|{POSTPONED})[ ](?:again[ ])?"
    r"(?=(?:to|until|au|jusqu['’]au)[ ])",
    _I,
)
_BEFORE_A_DAY: Final = 90  # characters read
_SOON: Final = 220  # characters behind the day that was first set
_A_DAY: Final = re.compile(rf"\d{{1,2}}(?:er|st|nd|rd|th)?[ \u00a0](?:{MONTH})\b|\d[/.]\d", _I)


def is_superseded(content: str, span: Span) -> bool:
    """Whether the last day at ``span`` was extended or moved, and is the old one."""
    return (
        _is_old(content, span, _MOVED)
        or _is_former(content, span)
        or _is_extended_next(content, span)
    )


def is_put_off(content: str, span: Span) -> bool:
    """Whether the day at ``span`` is that of something before it was moved to another."""
    return (
        _is_old(content, span, _PUT_OFF)
        or _is_former(content, span)
        or _was_held_later(content, span)
        or _was_to_be(content, span)
    )


def is_moved_from(content: str, day: int, *, one_month: bool = False) -> bool:
    """Whether what stands before a ``day``, by its offset, says that something moves away from it:
    what follows is no range. Of two days in ``one_month`` only a date moves: a visit that is
    "reportée du 14 au 16 mai" lasts three days."""
    sentence = sentence_at(content, day)
    start = max(sentence.start, day - _BEFORE_A_DAY)
    moved = _MOVED_FROM.search(content, start, day)
    if moved is None:
        return False
    return not (moved["changes"] or one_month) or bool(
        _A_DATE.search(content, start, moved.start())
    )


def _is_former(content: str, span: Span) -> bool:
    """Whether a day is said to be the one before: of a former version, or moved to the next one."""
    start = max(sentence_at(content, span.start).start, span.start - _BEFORE_A_DAY)
    if _FORMER.search(content, start, span.start):
        return True
    after = content[span.end : span.end + 40]
    to_another = any(_TO.fullmatch(after[: m.start()].lstrip()) for m in _A_DAY.finditer(after))
    return to_another and is_moved_from(content, span.start)


def _is_extended_next(content: str, span: Span) -> bool:
    """Whether the next sentence says that what ends on the day at ``span`` goes on to another."""
    stop = sentence_at(content, span.start).end
    after = content[stop : stop + _SOON].partition("\n")[0]
    extended = _THEN_EXTENDED.match(after.lstrip(" .!?"))
    return extended is not None and bool(_A_DAY.search(after, extended.end()))


def _was_to_be(content: str, span: Span) -> bool:
    """Whether something was to be on the day at ``span``, and as the text goes on was put off or
    held on another."""
    sentence = sentence_at(content, span.start)
    if not _WAS_TO_BE.search(content, sentence.start, span.start):
        return False
    paragraph = content[span.end : span.end + _SOON].partition("\n\n")[0]
    held = _IT_WAS_HELD.search(paragraph)
    return bool(_PUT_IT_OFF.search(paragraph) or (held and _A_DAY.search(paragraph, held.end())))


def is_moved_to(content: str, span: Span) -> bool:
    """Whether the place at ``span`` is the one that something is moved to, or takes place in after
    all: "est déplacée au palais de Lamballe"; not the one that it leaves, and no day."""
    sentence = sentence_at(content, span.start)
    return any(
        moved.end() <= span.start and not re.search(r"[;\d]", content[moved.end() : span.start])
        for moved in _MOVES.finditer(content, sentence.start, sentence.end)
    )


def is_moved_away(content: str, span: Span) -> bool:
    """Whether a sentence says of the place at ``span`` that something was planned there, and then
    that it was held at another: "prévues à Nantes, elles se sont finalement tenues à Rennes"."""
    sentence = sentence_at(content, span.start)
    planned = _PLANNED.search(content, sentence.start, span.start)
    held = _HELD.search(lowered(content), span.end, sentence.end) if planned else None
    if planned is None or held is None or _HELD.search(lowered(content), planned.end(), span.start):
        return False
    return _AT_PLACE.search(content, held.end(), sentence.end) is not None


def _was_held_later(content: str, span: Span) -> bool:
    """Whether a sentence says that what was first set for the day at ``span`` took place later."""
    sentence = sentence_at(content, span.start)
    if not _FIRST_SET.search(content, sentence.start, span.start):
        return False
    held = _HELD.search(lowered(content), span.end, sentence.end)
    return held is not None and bool(_A_DAY.search(content, held.end(), sentence.end))


def _is_old(content: str, span: Span, verbs: re.Pattern[str]) -> bool:
    """Whether a sentence says that what was set for the day at ``span`` is moved.

    The day stands before the verb, nearly beside it or at the head of the sentence; and it is said
    to be the first or the planned one, or the sentence goes on to the new one.
    """
    sentence = sentence_at(content, span.start)
    moved = verbs.search(content, sentence.start, sentence.end)
    if moved is None or span.start > moved.start():
        return False
    before = content[sentence.start : span.start]
    beside = _SHORT.fullmatch(content, span.end, moved.start())
    if beside is None:
        return bool(_FRONTED.match(before)) and ";" not in content[span.end : moved.start()]
    after = content[moved.end() : sentence.end]
    return bool(
        _PLANNED.search(before)
        or any(_TO.search(after[: m.start()]) for m in _A_DAY.finditer(after))
    )
