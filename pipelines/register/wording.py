"""Documents, events, days and countries in the question's language."""

from __future__ import annotations

from datetime import date
from typing import Final

from ingest.types import DateRange, Description, DocumentType, EventKind, EventStatus, Language

KINDS: Final[dict[EventKind, tuple[str, str, str, str]]] = {
    "kick_off": ("kick-off", "kick-offs", "lancement", "lancements"),
    "closing": ("closing event", "closing events", "événement de clôture", "événements de clôture"),
    "staff_exchange": (
        "staff exchange",
        "staff exchanges",
        "échange de personnels",
        "échanges de personnels",
    ),
    "exchange": ("exchange", "exchanges", "échange", "échanges"),
    "visit": ("visit", "visits", "visite", "visites"),
    "mission": ("mission", "missions", "mission", "missions"),
    "webinar": ("webinar", "webinars", "webinaire", "webinaires"),
    "training": ("training", "trainings", "formation", "formations"),
    "matchmaking": (
        "business meeting day",
        "business meeting days",
        "rencontre d'affaires",
        "rencontres d'affaires",
    ),
    "fair": ("trade fair", "trade fairs", "salon", "salons"),
    "workshop": ("workshop", "workshops", "atelier", "ateliers"),
    "conference": ("conference", "conferences", "conférence", "conférences"),
    "meeting": ("meeting", "meetings", "réunion", "réunions"),
    "agreement": ("agreement", "agreements", "accord", "accords"),
    "call": ("call", "calls", "appel", "appels"),
    "other": ("event", "events", "événement", "événements"),
}
STATUS: Final[dict[EventStatus, tuple[str, str]]] = {
    "held": ("held", "tenu"),
    "planned": ("planned", "prévu"),
    "cancelled": ("cancelled", "annulé"),
}


_TYPES: Final[dict[DocumentType, tuple[str, str]]] = {
    "event_report": ("event report", "compte rendu"),
    "policy_note": ("policy note", "note"),
    "agenda": ("agenda", "programme"),
    "call": ("call", "appel"),
    "announcement": ("announcement", "annonce"),
    "best_practice": ("best practice", "bonne pratique"),
    "other": ("document", "document"),
}


def type_word(kind: DocumentType, language: Language) -> str:
    """What a type of document is called."""
    return _TYPES[kind][language == "fr"]


def document_row(told: Description, language: Language) -> str:
    """What a document is, in a line: its title, its type, and its days or year where it has any."""
    when = told.dates or told.published
    parts = [type_word(told.type, language)]
    if when is not None:
        parts.append(days(when, language))
    elif told.years:
        parts.append(str(told.years[-1]))
    return f"{' '.join(told.title.text.split())} · {', '.join(parts)}"


def kind_word(kind: EventKind, language: Language, number: int = 1) -> str:
    """What a kind of event is called."""
    one, many, un, plusieurs = KINDS[kind]
    if language == "fr":
        return un if number < 2 else plusieurs
    return one if number == 1 else many


def days(value: DateRange, language: Language) -> str:
    """A range as one writes it: "31 May–2 June 2022", "du 4 au 6 mai 2022", "May 2023"."""
    first, last = value.start, value.end
    if value.precision != "day":
        if (first.year, first.month) == (last.year, last.month):
            return _written(first, "LLLL y", language)
        return f"{_written(first, 'LLLL', language)}–{_written(last, 'LLLL y', language)}"
    if first == last:
        return _day(first, "MMMM y", language)
    start = _day(first, "MMMM y", language)
    if first.year == last.year:
        start = _day(first, "MMMM", language)
    if (first.year, first.month) == (last.year, last.month):
        start = _day(first, "", language)
    if language == "fr":
        return f"du {start} au {_day(last, 'MMMM y', language)}"
    joint = "–" if start.isdigit() else " – "
    return f"{start}{joint}{_day(last, 'MMMM y', language)}"


def country_name(code: str, language: Language) -> str:
    """A country by its name; the code where nobody has one."""
    from babel import Locale

    return str(Locale(language).territories.get(code, code))


def place_name(place: str, language: Language) -> str:
    """A town as it is told; "online" in the reader's language."""
    return "en ligne" if place == "online" and language == "fr" else place


def in_documents(number: int, language: Language) -> str:
    """In how many documents something is told: "in 2 documents"."""
    return f"{'dans' if language == 'fr' else 'in'} {number} document{'s' * (number != 1)}"


def left_out(number: int, kind: EventKind, language: Language) -> str:
    """That so many events were cancelled, which a list leaves out."""
    noun = kind_word(kind, language, number)
    if language == "fr":
        several = "s" * (number > 1)
        return f"Non listé{several}, car annulé{several} : {number} {noun}."
    which = "was cancelled and is" if number == 1 else "were cancelled and are"
    return f"{number} more {noun} that fit{'s' * (number == 1)} {which} not listed."


def month_name(month: int, language: Language) -> str:
    """A month by its name."""
    return _written(date(2000, month, 1), "LLLL", language)


def _day(day: date, pattern: str, language: Language) -> str:
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {_written(day, pattern, language)}" if pattern else number


def _written(day: date, pattern: str, language: Language) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=language))
