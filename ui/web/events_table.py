"""The register's table, the events chosen in it, and each cell with the sentence it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

import streamlit as st

from ingest.types import Language, Text
from pipelines.catalogue.events import Told
from pipelines.register.cells import Cell, cells, quote
from pipelines.register.merge import Row
from pipelines.register.select import openness
from pipelines.register.side_by_side import side_by_side
from pipelines.register.wording import STATUS, days
from ui.web import cards, frame
from ui.web.escaping import clean, escaped, show
from ui.web.service import service
from ui.web.strings import Say

MOST: Final = 4  # events beside one another
_COLUMNS: Final = (
    "dates", "state", "kind", "name", "host", "organiser", "place", "country", "projects",
    "partners",
)  # fmt: skip


def events_table(rows: Sequence[Row], language: Language, say: Say) -> None:
    """The table; under it the events that are chosen, side by side and cell by cell."""
    shown = {_key(row): (row, cells(row, language)) for row in rows}
    state = st.session_state
    state["events_chosen"] = [key for key in state.get("events_chosen", ()) if key in shown]
    _table(shown, language, say)
    cards.line(say("events.table.help"))
    labels = {key: _called(held) for key, (_, held) in shown.items()}
    # A browser sends the labels that it shows: with other labels it has to be another box.
    box = f"events-box-{hash(tuple(labels.values())) & 0xFFFFFFFF:x}"
    state[box] = state["events_chosen"]
    st.multiselect(
        say("events.choose"),
        list(shown),
        key=box,
        format_func=labels.__getitem__,
        placeholder=say("events.choose.hint"),
        max_selections=MOST,
        select_all=False,
        on_change=_tick,
        args=(box, list(shown)),
    )
    chosen = [shown[key] for key in state["events_chosen"]]
    if len(chosen) > 1:
        _beside([row for row, _ in chosen], language, say)
    text_of = service().telling()
    for row, held in chosen:
        _card(row, held, text_of, language, say)


def state_of(row: Row, language: Language, say: Say) -> str:
    """Whether a call is open; of another event, whether it was held."""
    if row.kind == "call":
        return say(f"call.{openness(row, date.today())}")
    return STATUS[row.status][1 if language == "fr" else 0]


def _table(
    shown: Mapping[str, tuple[Row, Mapping[str, tuple[Cell, ...]]]], language: Language, say: Say
) -> None:
    heads = {name: say(f"column.{name}") for name in _COLUMNS}
    data: dict[str, list[str]] = {head: [] for head in heads.values()}
    for row, held in shown.values():
        for name, head in heads.items():
            text = state_of(row, language, say) if name == "state" else _joined(row, held, name)
            data[head].append(text or say("unsaid"))
    widths: dict[str, Literal["medium", "large"]] = dict.fromkeys(
        ("host", "organiser", "partners"), "medium"
    )
    widths["name"] = "large"
    key = _table_key(list(shown))
    st.dataframe(
        data,
        key=key,
        hide_index=True,
        height=min(38 + 35 * len(shown), 460),
        column_config={
            head: st.column_config.TextColumn(head, width=widths.get(name))
            for name, head in heads.items()
        },
        on_select=lambda: _selected(key, list(shown.values()), heads),
        selection_mode=["multi-row", "single-cell"],
        alt=say("events.table.alt", count=len(shown)),
    )


def _joined(row: Row, held: Mapping[str, tuple[Cell, ...]], name: str) -> str:
    """The text of a cell; of a call the deadlines stand for its days."""
    values = (
        held["deadlines"] or held["dates"] if name == "dates" and row.kind == "call" else held[name]
    )
    return clean(", ".join(value.text for value in values))


def _selected(
    key: str, shown: Sequence[tuple[Row, Mapping[str, tuple[Cell, ...]]]], heads: Mapping[str, str]
) -> None:
    """Follow the table: ticked rows are chosen, and a cell opens the sentence it rests on."""
    selection = st.session_state[key]["selection"]
    ticked = [n for n in selection["rows"] if n < len(shown)]
    st.session_state["events_chosen"] = [_key(shown[n][0]) for n in ticked[:MOST]]
    cell = selection["cells"]
    if cell == st.session_state.get("_cell"):  # a row was ticked
        return
    st.session_state["_cell"] = cell
    for number, head in cell:
        name = next(name for name, said in heads.items() if said == head)
        row, held = shown[number]
        if name == "state":
            name = "deadlines" if row.kind == "call" else "dates"
        values = held[name] or (held["deadlines"] if name == "dates" else ())
        _open(values[0] if values else held["name"][0])


def _open(cell: Cell) -> None:
    """Show a cell's document, at the line that the cell rests on."""
    found = quote(cell, service().telling())
    start, end = (found.start, found.end) if found else (0, 0)
    frame.open_source(cell.told.document, start, end)


def _tick(box: str, keys: Sequence[str]) -> None:
    """Choose what the box holds, and tick it in the table."""
    st.session_state["events_chosen"] = list(st.session_state[box])
    rows = [keys.index(key) for key in st.session_state["events_chosen"] if key in keys]
    selection: dict[str, Any] = {"rows": rows, "columns": [], "cells": []}
    st.session_state[_table_key(keys)] = {"selection": selection}


def _beside(rows: Sequence[Row], language: Language, say: Say) -> None:
    cards.heading(say("compare"))
    names = [_called(cells(row, language)) for row in rows]
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in names)
    differs = f'<span class="differs">≠ {escaped(say("compare.differs"))}</span>'
    body = ""
    for line in side_by_side(rows, language):
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


def _card(
    row: Row,
    held: Mapping[str, tuple[Cell, ...]],
    text_of: Callable[[Told], Text],
    language: Language,
    say: Say,
) -> None:
    """An event cell by cell: the value, the words it rests on, and the way there."""
    key = _key(row)
    with st.container(border=True, key=f"event-{key}"):
        state = escaped(state_of(row, language, say))
        show(
            f"<h3>{escaped(_called(held))}</h3>"
            f'<p class="facts"><span class="state">{state}</span></p>'
        )
        for name, values in held.items():
            if name == "name":
                continue
            if not values:
                label = escaped(say(f"column.{name}"))
                unsaid = f'<span class="quiet">{escaped(say("unsaid"))}</span>'
                show(f'<p class="told"><b>{label}</b> {unsaid}</p>')
            for number, value in enumerate(values):
                _value(f"{key}-{name}-{number}", name, value, text_of, say)
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
                on_click=_open,
                args=(cell,),
            )


def _called(held: Mapping[str, tuple[Cell, ...]]) -> str:
    """The event's name with its year, for lists where two may have the same name."""
    when = held["dates"] or held["deadlines"]
    return clean(held["name"][0].text + (f" · {when[0].text}" if when else ""))


def _key(row: Row) -> str:
    return f"{row.told[0].document}-{row.told[0].number}"


def _table_key(keys: Sequence[str]) -> str:
    """New for other rows, whose ticks would be those of the rows before."""
    return f"events-table-{hash(tuple(keys)) & 0xFFFFFFFF:x}"
