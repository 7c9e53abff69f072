"""Events that were chosen: beside one another, and each cell by cell with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from ingest.types import Language, Text
from pipelines.catalogue.events import Told
from pipelines.register.cells import Cell, cells, quote
from pipelines.register.row import Row
from pipelines.register.select import openness
from pipelines.register.side_by_side import side_by_side
from pipelines.register.wording import STATUS, days
from ui.web import cards, frame
from ui.web.escaping import escaped, show
from ui.web.service import service
from ui.web.strings import Say


def beside(rows: Mapping[str, Row], language: Language, say: Say) -> None:
    """Events in columns, each under its name, and which lines differ."""
    cards.heading(say("compare"))
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in rows)
    differs = f'<span class="differs">≠ {escaped(say("compare.differs"))}</span>'
    body = ""
    for line in side_by_side(list(rows.values()), language):
        if line.name == "name":
            continue
        field = escaped(say(f"column.{line.name}")) + (differs if line.differs else "")
        values = "".join(f"<td>{_values(held, say)}</td>" for held in line.values)
        body += f'<tr><th scope="row">{field}</th>{values}</tr>'
    show(
        f'<div class="compare" role="region" tabindex="0" aria-label="{escaped(say("compare"))}">'
        f'<table><thead><tr><th scope="col">{escaped(say("compare.field"))}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    cards.line(say("compare.help"))


def _values(held: Sequence[Cell], say: Say) -> str:
    if not held:
        return f'<span class="quiet">{escaped(say("unsaid"))}</span>'
    return "<br>".join(escaped(value.text) for value in held)


def card(
    key: str,
    name: str,
    row: Row,
    text_of: Callable[[Told], Text],
    language: Language,
    say: Say,
) -> None:
    """An event cell by cell: the value, the words it rests on, and the way there."""
    with st.container(border=True, key=f"event-{key}"):
        state = escaped(state_of(row, language, say))
        show(f'<h3>{escaped(name)}</h3><p class="facts"><span class="state">{state}</span></p>')
        for field, values in cells(row, language).items():
            if field == "name":
                continue
            if not values:
                label = escaped(say(f"column.{field}"))
                unsaid = f'<span class="quiet">{escaped(say("unsaid"))}</span>'
                show(f'<p class="told"><b>{label}</b> {unsaid}</p>')
            for number, value in enumerate(values):
                _value(f"{key}-{field}-{number}", field, value, text_of, say)
        for number, (told, day) in enumerate(row.other_days()):
            cell = Cell(days(day, language), told, day.span)
            _value(f"{key}-other-{number}", "other", cell, text_of, say)


def _value(key: str, name: str, cell: Cell, text_of: Callable[[Told], Text], say: Say) -> None:
    found = quote(cell, text_of)
    label = say("cell.other_days") if name == "other" else say(f"column.{name}")
    spoken = f'lang="{escaped(cell.told.language)}"'
    words = (
        f'<span class="quote" {spoken}>{escaped(found.text)}</span>'
        if found
        else f'<span class="quote">{escaped(say("cell.unquoted"))}</span>'
    )
    with st.container(horizontal=True, vertical_alignment="top", gap="small", key=f"cell-{key}"):
        show(f'<p class="told"><b>{escaped(label)}</b> {escaped(cell.text)}<br>{words}</p>')
        if found:
            st.button(
                say("cell.open"),
                key=f"open-{key}",
                icon=":material/menu_book:",
                type="tertiary",
                on_click=open_cell,
                args=(cell,),
            )


def state_of(row: Row, language: Language, say: Say) -> str:
    """Whether a call is open; of another event, whether it was held."""
    if row.kind == "call":
        return say(f"call.{openness(row, date.today())}")
    return STATUS[row.status][1 if language == "fr" else 0]


def open_cell(cell: Cell) -> None:
    """Show a cell's document, at the line that the cell rests on."""
    found = quote(cell, service().telling())
    start, end = (found.start, found.end) if found else (0, 0)
    frame.open_source(cell.told.document, start, end)
