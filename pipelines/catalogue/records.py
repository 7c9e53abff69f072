"""What the catalogue holds about a document, and its form as JSON."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

from ingest.types import DateRange, Description, Heading, Span, Text, Value

# `outdated`: the file was changed into something unreadable; its earlier text is still searched.
State = Literal["current", "outdated", "skipped"]
VISIBLE: tuple[State, ...] = ("current", "outdated")


@dataclass(frozen=True, slots=True)
class Generation:
    """An index: its name, and the fingerprint of what made it, with the parts it was made of."""

    name: str
    fingerprint: str
    parts: dict[str, str]
    created: str


@dataclass(frozen=True, slots=True)
class Record:
    """A document as the catalogue knows it. ``description`` is None for a skipped file."""

    id: str
    folder: str
    source: str
    sha256: str
    size: int
    state: State
    code: str | None
    format: str | None
    description: Description | None
    passages: int
    ingested: str

    @property
    def title(self) -> str:
        """The title, or the file's path where the document could not be read."""
        return self.description.title.text if self.description else self.source


def document_id(folder: str, source: str) -> str:
    """A document's id: it stays the same while its file stays where it is."""
    name = json.dumps([folder, unicodedata.normalize("NFC", source)], ensure_ascii=False)
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def now() -> str:
    """This moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def dump_description(description: Description) -> dict[str, Any]:
    """The description as plain JSON values; :func:`load_description` turns it back."""
    data = asdict(description)
    for name in ("dates", "published"):
        if data[name] is not None:
            data[name]["start"] = data[name]["start"].isoformat()
            data[name]["end"] = data[name]["end"].isoformat()
    return data


def load_description(data: dict[str, Any]) -> Description:
    """The description that :func:`dump_description` wrote."""
    return Description(
        title=_value(data["title"]),
        language=data["language"],
        type=data["type"],
        type_span=_span(data["type_span"]),
        dates=_dates(data["dates"]),
        published=_dates(data["published"]),
        years=tuple(data["years"]),
        projects=tuple(_value(value) for value in data["projects"]),
        organisations=tuple(_value(value) for value in data["organisations"]),
        **{
            name: _value(data[name]) if data[name] else None
            for name in ("host", "organiser", "place", "country")
        },
    )


def dump_text(text: Text) -> dict[str, Any]:
    """The columns of the ``texts`` table for a document's text."""
    return {
        "content": text.content,
        "pages": list(text.pages),
        "headings": [[h.span.start, h.span.end, h.level] for h in text.headings],
        "metadata": [list(pair) for pair in text.metadata],
    }


def load_text(row: Any, format: str) -> Text:
    """The text that :func:`dump_text` wrote."""
    return Text(
        content=row.content,
        format=format,
        pages=tuple(row.pages),
        headings=tuple(Heading(Span(s, e), level) for s, e, level in row.headings),
        metadata=tuple((name, value) for name, value in row.metadata),
    )


def _span(data: dict[str, int] | None) -> Span | None:
    return Span(**data) if data else None


def _value(data: dict[str, Any]) -> Value:
    return Value(data["text"], _span(data["span"]), data["origin"])


def _dates(data: dict[str, Any] | None) -> DateRange | None:
    if data is None:
        return None
    return DateRange(
        start=date.fromisoformat(data["start"]),
        end=date.fromisoformat(data["end"]),
        precision=data["precision"],
        span=_span(data["span"]),
        origin=data["origin"],
    )
