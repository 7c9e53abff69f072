"""The data that leaves ingestion: frozen, with offsets into one normalised text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

DocumentType = Literal[
    "event_report", "policy_note", "agenda", "call", "announcement", "best_practice", "other"
]
DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    "event_report",
    "policy_note",
    "agenda",
    "call",
    "announcement",
    "best_practice",
    "other",
)

Precision = Literal["day", "month", "quarter"]
Origin = Literal["text", "metadata", "person", "library"]
AmountKind = Literal["budget", "grant", "rate"]

EventKind = Literal[
    "kick_off", "closing", "staff_exchange", "exchange", "visit", "mission", "webinar", "training",
    "matchmaking", "fair", "workshop", "conference", "meeting", "agreement", "call", "other",
]  # fmt: skip
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
EventStatus = Literal["held", "planned", "cancelled"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice ``[start, end)`` of a document's normalised text, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters this span covers."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether all of the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Value:
    """A described value and what it rests on.

    ``span`` is the evidence in the document's text; it is ``None`` when the value came from the
    file's own metadata or from a person, and ``origin`` says which; "library" is what other
    documents tell of a name that stands here. ``confidence`` goes from 0 to 1, which is a value
    stated in so many words.
    """

    text: str
    span: Span | None = None
    origin: Origin = "text"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from ``start`` to ``end``, both included, and how precisely the text gives them.

    A month or quarter covers all its days. A bare year is never turned into a range. Under 1,
    ``confidence`` says that a part was worked out: the year of "on 4 May" from the day the text was
    published, "last Tuesday" from the same.
    """

    start: date
    end: date
    precision: Precision = "day"
    span: Span | None = None
    origin: Origin = "text"
    confidence: float = 1.0

    def meets(self, other: DateRange) -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def holds(self, other: DateRange) -> bool:
        """Whether all days of the other are among these."""
        return self.start <= other.start and other.end <= self.end

    def iso(self) -> tuple[str, str]:
        """Start and end as ISO 8601: ``2022-05-04`` to the day, ``2022-05`` otherwise."""
        if self.precision == "day":
            return self.start.isoformat(), self.end.isoformat()
        return f"{self.start:%Y-%m}", f"{self.end:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Amount:
    """Money or a rate that a call states: all it has, what one winner gets, or the share it pays.

    ``unit`` is an ISO 4217 code, or "%" for a rate; ``text`` is the surface at ``span``.
    """

    kind: AmountKind
    value: float
    unit: str
    text: str
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where it stands in the text, and its level (1 is the document's title)."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """What was read from a file: cleaned, Unicode NFC, one text that every offset refers to.

    ``pages`` holds the start offset of each page (empty when the format has none). ``metadata``
    holds what the file says of itself, such as ``title``, ``language`` or ``date``.
    """

    content: str
    format: str
    pages: tuple[int, ...] = ()
    headings: tuple[Heading, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds ``offset``, counted from 1; None without pages."""
        from bisect import bisect_right

        return bisect_right(self.pages, offset) or 1 if self.pages else None


@dataclass(frozen=True, slots=True)
class Description:
    """What a document is about. Every value keeps the span it came from.

    ``dates`` are those of the event, or of the document when it reports none; ``years`` are the
    years a reader would file it under, which may be known when no full date is. ``languages``
    are all that a good part of the text is written in, ``language`` first. ``deadlines`` are
    the last days to apply or to register, ``amounts`` those of a call. A sector's text is its code
    in :mod:`ingest.describe.sectors`.
    """

    title: Value
    language: Language
    type: DocumentType
    type_span: Span | None = None
    dates: DateRange | None = None
    published: DateRange | None = None
    years: tuple[int, ...] = ()
    projects: tuple[Value, ...] = ()
    organisations: tuple[Value, ...] = ()
    host: Value | None = None
    organiser: Value | None = None
    place: Value | None = None
    country: Value | None = None  # text is the ISO 3166-1 alpha-2 code
    region: Value | None = None
    coordinator: Value | None = None
    partners: tuple[Value, ...] = ()
    sectors: tuple[Value, ...] = ()
    deadlines: tuple[DateRange, ...] = ()
    amounts: tuple[Amount, ...] = ()
    languages: tuple[Language, ...] = ()
    language_confidence: float = 1.0
    type_confidence: float = 1.0
    overridden: tuple[str, ...] = ()  # fields that a person gave the value of


@dataclass(frozen=True, slots=True)
class Event:
    """Something that took or will take place, told by a document; each cell keeps its span.

    A call is an event: ``dates`` is the day it opens, ``deadlines`` are the days it closes. Of any
    other, ``deadlines`` are the last days to register. ``status`` is what the document knew when
    it was written. ``kind_span`` and ``status_span`` are None where nothing but the document's type
    tells. ``participants`` is how many came, in the document's words. ``partner_countries`` are ISO
    codes of the countries that the text gives for partners, in the partners' order. ``put_off`` is
    where the text says that it was moved to other days.
    """

    kind: EventKind
    name: Value
    status: EventStatus
    dates: DateRange | None = None
    deadlines: tuple[DateRange, ...] = ()
    host: Value | None = None
    organiser: Value | None = None
    place: Value | None = None  # "online" where that is what the text says
    country: Value | None = None  # ISO 3166-1 alpha-2, where it takes place
    projects: tuple[Value, ...] = ()
    partners: tuple[Value, ...] = ()
    partner_countries: tuple[Value, ...] = ()
    participants: Value | None = None
    kind_span: Span | None = None
    status_span: Span | None = None
    put_off: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a document's text that is searched and quoted as one piece.

    ``text`` is exactly ``content[start:end]``. ``headings`` is the path of headings above it, from
    the outermost; it goes into the encoding, not into quotes.
    """

    start: int
    end: int
    text: str
    language: Language
    page: int | None = None
    headings: tuple[str, ...] = ()
