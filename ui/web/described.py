"""A description field by field, each value with the words of the document that it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ingest.describe.sectors import sectors
from ingest.types import Description
from ui.descriptions import Row, rows
from ui.web.escaping import escaped, marked, show
from ui.web.names import date_name, value_name
from ui.web.strings import Say

_AROUND: Final = 60  # characters beside the words
_MOST: Final = 6  # values of a field


def description(about: Description, content: str, say: Say, language: str) -> None:
    """The table of fields: name, value, and the words, which are marked; what a person said too."""
    lines = [_line(row, about, content, say, language) for row in _few(about, language)]
    heads = (say(f"described.{name}") for name in ("field", "value", "words"))
    head = "".join(f'<th scope="col">{escaped(text)}</th>' for text in heads)
    show(
        f'<table class="described"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table>"
    )


def _few(about: Description, language: str) -> Iterator[Row]:
    """Title first; of organisations and the like not more than a reader looks at."""
    title = about.title
    yield Row("title", title.text, title.confidence, title.span)
    counted: dict[str, int] = {}
    for row in rows(about, language):
        counted[row.name] = counted.get(row.name, 0) + 1
        if counted[row.name] <= _MOST:
            yield row


def _line(row: Row, about: Description, content: str, say: Say, language: str) -> str:
    sure = "" if row.confidence >= 0.995 else f' <span class="quiet">{row.confidence:.0%}</span>'
    if row.recognised:
        sure = f' <span class="quiet">{escaped(say("described.recognised"))}</span>'
    words = ""
    if row.name in about.overridden:
        words = f'<span class="state">{escaped(say("described.person"))}</span>'
    elif row.span is not None:
        start, end = max(0, row.span.start - _AROUND), row.span.end + _AROUND
        near = content[start:end]
        at = [(row.span.start - start, row.span.end - start)]
        words = f'<span class="quote" lang="{escaped(about.language)}">…{marked(near, at)}…</span>'
    return (
        f'<tr><th scope="row">{escaped(say(f"field.{row.name}"))}</th>'
        f"<td>{escaped(_shown(row, about, language))}{sure}</td><td>{words}</td></tr>"
    )


def _shown(row: Row, about: Description, language: str) -> str:
    if row.name in ("type", "language", "country"):
        return value_name(row.name, row.shown, language)
    if row.name in ("dates", "published", "deadlines") and row.shown[:4].isdigit():
        start, _, end = row.shown.partition(" – ")
        return date_name(start, end or start, language)
    if row.name == "sectors" and (sector := sectors().get(row.shown)):
        return sector.fr if language == "fr" else sector.en
    return row.shown
