"""What the catalogue holds about a document, and its form as JSON."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ingest.types import Description, Event, Heading, Span, Text
from pipelines.catalogue.extent import Extent

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
    extent: Extent | None = None  # of what was read, not of a later version that could not be

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
    plain: dict[str, Any] = _dump(asdict(description))
    return plain


def load_description(data: dict[str, Any]) -> Description:
    """The description that :func:`dump_description` wrote, be it before a field was added."""
    description: Description = _load(Description, data)
    return description


def load_extent(data: dict[str, Any] | None) -> Extent | None:
    """The extent whose fields these are; None for a file that was not read, or read long ago."""
    extent: Extent | None = _load(Extent, data)
    return extent


def dump_event(event: Event) -> dict[str, Any]:
    """The event as plain JSON values; :func:`load_event` turns it back."""
    plain: dict[str, Any] = _dump(asdict(event))
    return plain


def load_event(data: dict[str, Any]) -> Event:
    """The event that :func:`dump_event` wrote, be it before a field was added."""
    event: Event = _load(Event, data)
    return event


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


def _dump(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _dump(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_dump(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


@lru_cache
def _loader(kind: Any) -> Callable[[Any], Any] | None:
    """What makes the value that became ``data``; None where it is ``data`` itself.

    Its type, ``kind``, is a dataclass, ``tuple[x, ...]``, ``x | None``, a date, or what JSON has
    itself. It is looked into once: a register of thousands of events is read before a first answer.
    """
    if isinstance(kind, UnionType):
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
    if get_origin(kind) is tuple:
        return _tuple_loader(_loader(get_args(kind)[0]))
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return _class_loader(kind, tuple((name, _loader(hint)) for name, hint in hints.items()))
    return None


def _tuple_loader(part: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if part is None:
        return tuple
    return lambda data: tuple([None if one is None else part(one) for one in data])


def _class_loader(
    kind: type[Any], fields: tuple[tuple[str, Callable[[Any], Any] | None], ...]
) -> Callable[[Any], Any]:
    def load(data: dict[str, Any]) -> Any:
        values = {}
        for name, part in fields:
            if name in data:
                value = data[name]
                values[name] = value if value is None or part is None else part(value)
        return kind(**values)

    return load


def _load(kind: Any, data: Any) -> Any:
    """The value of this type that became ``data``."""
    load = _loader(kind)
    return data if data is None or load is None else load(data)
