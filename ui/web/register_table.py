"""The register's rows behind a list: a table whose every cell opens the sentence it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pipelines.register.wording import STATUS
from ui.web import address
from ui.web.escaping import escaped, show
from ui.web.names import date_name, value_name
from ui.web.strings import Say

COLUMNS: Final = ("dates", "name", "host", "place", "country", "projects")

Event = Mapping[str, Any]


def register_table(events: Sequence[Event], say: Say, language: str) -> None:
    """One row an event, as :func:`pipelines.register.export.as_json` gives them."""
    heads = {name: say(f"column.{name}") for name in COLUMNS}
    top = "".join(f'<th scope="col">{escaped(head)}</th>' for head in heads.values())
    rows = [
        "<tr>"
        + "".join(
            f'<td data-head="{escaped(head)}">{_cell(event, name, say, language)}</td>'
            for name, head in heads.items()
        )
        + "</tr>"
        for event in events
    ]
    show(
        [
            f'<div class="table" role="region" tabindex="0" aria-label="{escaped(say("table"))}">',
            f'<table class="rows"><thead><tr>{top}</tr></thead><tbody>',
            *rows,
            "</tbody></table></div>",
            f'<p class="quiet">{escaped(say("table.help"))}</p>',
        ]
    )


def _cell(event: Event, name: str, say: Say, language: str) -> str:
    if name == "dates":
        return _days(event, say, language)
    held = event[name]
    if name == "host":
        held = held or event["organiser"]
    values = held if isinstance(held, list) else [held] if held else []
    shown = [_linked(value, _said(name, value["text"], say, language)) for value in values]
    return ", ".join(shown) or _unsaid(say)


def _days(event: Event, say: Say, language: str) -> str:
    shown = []
    if event["dates"]:
        written = date_name(event["start_date"], event["end_date"], language)
        if event["kind"] == "call":
            written = say("opens", day=written)
        elif event["status"] != "held":
            written += f" ({STATUS[event['status']][1 if language == 'fr' else 0]})"
        shown.append(_linked(event["dates"], written))
    for last in event["deadlines"]:
        day = date_name(last["text"], None, language)
        said = say("until", day=day) if event["kind"] == "call" else say("register_by", day=day)
        shown.append(_linked(last, said))
    return ", ".join(shown) or _unsaid(say)


def _said(name: str, text: str, say: Say, language: str) -> str:
    if name == "place" and text == "online":
        return say("online")
    return value_name("country", text, language) if name == "country" else text


def _linked(value: Mapping[str, Any], text: str) -> str:
    """A cell as a link to its sentence; without one where the file's metadata gave it."""
    if value["start"] is None:
        return escaped(text)
    href = address.to_source(value["document"], value["start"], value["end"])
    return f'<a href="{escaped(href)}" title="{escaped(value["quote"])}">{escaped(text)}</a>'


def _unsaid(say: Say) -> str:
    return f'<span class="unsaid">{escaped(say("unsaid"))}</span>'
