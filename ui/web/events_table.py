"""The register's table, each of whose cells opens the sentence it rests on, and the events chosen
in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import streamlit as st

from ingest.types import Language
from pipelines.register.cells import Cell, cells
from pipelines.register.row import Row
from ui.web import cards
from ui.web.boxes import box, told_apart
from ui.web.escaping import clean
from ui.web.event_cards import beside, card, open_cell, state_of
from ui.web.service import service
from ui.web.strings import Say

Held = Mapping[str, tuple[Cell, ...]]

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
    table = _table(shown, language, say)
    cards.line(say("events.table.help"))
    labels = told_apart({key: _label(held) for key, (_, held) in shown.items()})
    chooser = box("events_chosen", labels)
    st.multiselect(
        say("events.choose"),
        list(shown),
        key=chooser,
        format_func=labels.__getitem__,
        placeholder=say("events.choose.hint"),
        max_selections=MOST,
        select_all=False,
        on_change=_tick,
        args=(chooser, table, list(shown)),
    )
    chosen = state["events_chosen"]
    if len(chosen) > 1:
        beside({labels[key]: shown[key][0] for key in chosen}, language, say)
    text_of = service().telling()
    for key in chosen:
        card(key, labels[key], shown[key][0], text_of, language, say)


def _table(shown: Mapping[str, tuple[Row, Held]], language: Language, say: Say) -> str:
    """The table, in which the chosen events are ticked; its key."""
    heads = {name: say(f"column.{name}") for name in _COLUMNS}
    data: dict[str, list[str]] = {head: [] for head in heads.values()}
    for row, held in shown.values():
        for name, head in heads.items():
            told = ", ".join(value.text for value in _values(row, held, name))
            text = state_of(row, language, say) if name == "state" else clean(told)
            data[head].append(text or say("unsaid"))
    widths: dict[str, Literal["medium", "large"]] = dict.fromkeys(
        ("host", "organiser", "partners"), "medium"
    )
    widths["name"] = "large"
    key = _table_key(language, list(shown))
    if key not in st.session_state:
        _set_ticks(key, list(shown))
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
    return key


def _values(row: Row, held: Held, name: str) -> tuple[Cell, ...]:
    """What a column shows of an event, and opens: of a call the deadlines stand for its days. Its
    state rests on its days too."""
    if name in ("dates", "state"):
        return held["deadlines"] or held["dates"] if row.kind == "call" else held["dates"]
    return held[name]


def _selected(key: str, shown: Sequence[tuple[Row, Held]], heads: Mapping[str, str]) -> None:
    """Follow the table: ticked rows are chosen, and a cell opens the sentence it rests on."""
    state = st.session_state
    selection = state[key]["selection"]
    ticked = [n for n in selection["rows"] if n < len(shown)]
    state["events_chosen"] = [_key(shown[n][0]) for n in ticked[:MOST]]
    cell = [(key, number, head) for number, head in selection["cells"]]
    if cell == state.get("_cell"):  # a row was ticked
        return
    for _, number, head in cell:
        name = next(name for name, said in heads.items() if said == head)
        row, held = shown[number]
        open_cell((_values(row, held, name) or held["name"])[0])
    state["_cell"], state["_cell_opened"] = cell, state["source"]


def _tick(chooser: str, table: str, keys: Sequence[str]) -> None:
    """Choose what the box holds, and tick it in the table."""
    st.session_state["events_chosen"] = list(st.session_state[chooser])
    _set_ticks(table, keys)


def _set_ticks(table: str, keys: Sequence[str]) -> None:
    """Tick the chosen events in a table, where no cell is selected then."""
    state = st.session_state
    rows = [keys.index(key) for key in state["events_chosen"] if key in keys]
    selection: dict[str, Any] = {"rows": rows, "columns": [], "cells": []}
    state[table] = {"selection": selection}
    state["_cell"] = []


def _label(held: Held) -> tuple[str, ...]:
    """An event's name with its days; where others have the same, its projects, where, and who
    tells it."""
    name, when = held["name"][0], held["dates"] or held["deadlines"]
    called = name.text + (f" · {when[0].text}" if when else "")
    where = (*held["place"], *held["country"])
    more = (", ".join(value.text for value in values) for values in (held["projects"], where))
    return tuple(clean(part) for part in (called, *more, name.told.source))


def _key(row: Row) -> str:
    return f"{row.told[0].document}-{row.told[0].number}"


def _table_key(language: Language, keys: Sequence[str]) -> str:
    """New for other rows and heads, whose ticks and cells would be those of the table before; and
    once what a cell opened is closed, since a browser tells of no second click on a cell."""
    state = st.session_state
    if state.get("_cell") and state["source"] != state["_cell_opened"]:
        state["_cell"] = []
        state["_table"] = state.get("_table", 0) + 1
    return f"events-table-{hash((language, *keys)) & 0xFFFFFFFF:x}-{state.get('_table', 0)}"
