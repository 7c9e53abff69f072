"""Charts: counts as bars that are a table as well, and events along a line of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from ingest.types import Language
from pipelines.register.cells import cells
from pipelines.register.row import Row
from pipelines.register.wording import STATUS, days
from ui.web import cards
from ui.web.escaping import clean, escaped, show
from ui.web.strings import Say

MOST = 12  # bars

# Of events held, planned and cancelled, and of deadlines; seen on both themes.
_SHAPES: Final = ("circle", "triangle-up", "cross", "square")
_COLOURS: Final = ("#8a63d2", "#2f86c9", "#8a8580", "#c4701f")


def bars(title: str, counts: Mapping[str, int], name_of: Callable[[str], str], say: Say) -> None:
    """A row a value with its count, and a bar as long as the count; a screen reader reads a table.

    Only the first ``MOST`` values have a row, years the last ones; how many are left out is said.
    """
    if not counts:
        return
    shown = list(counts.items())
    rest = len(shown) - MOST
    shown = shown[:MOST]
    most = max(counts.values())
    rows = "".join(
        f'<tr><th scope="row">{escaped(name_of(value))}</th><td><span class="bar"'
        f' style="width: {max(2, round(78 * count / most))}%"></span>'
        f'<span class="count">{count}</span></td></tr>'
        for value, count in shown
    )
    more = f'<p class="quiet">{escaped(say("chart.more", count=rest))}</p>' if rest > 0 else ""
    show(f'<table class="bars"><caption>{escaped(title)}</caption>{rows}</table>{more}')


def several(
    fields: Sequence[tuple[str, Mapping[str, int], Callable[[str], str]]], say: Say
) -> None:
    """Bars of several fields, two beside one another where there is room."""
    held = [field for field in fields if field[1]]
    for at in range(0, len(held), 2):
        for column, (title, counts, name_of) in zip(
            st.columns(2, gap="large"), held[at : at + 2], strict=False
        ):
            with column:
                bars(title, counts, name_of, say)


def timeline(rows: Sequence[Row], language: Language, say: Say) -> None:
    """Dated events on a line of time, a lane for each kind; says how many have no day."""
    points = list(_points(rows, language, say))
    if not points:
        cards.line(say("timeline.none"))
        return
    lanes = list(dict.fromkeys(point["kind"] for point in points))
    first, last = min(p["start"] for p in points), max(p["start"] for p in points)
    alt = say("timeline.alt", count=len(points), first=first[:4], last=last[:4])
    st.vega_lite_chart(
        _spec(points, lanes, language, say), width="stretch", alt=alt, key="timeline"
    )
    undated = len(rows) - len({point["number"] for point in points})
    cards.line(say("timeline.help") + (say("timeline.undated", count=undated) if undated else ""))


def _points(rows: Sequence[Row], language: Language, say: Say) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows):
        shown = cells(row, language)
        last = row.deadlines() if row.kind == "call" else ()
        when = row.when()
        status = STATUS[row.status][1 if language == "fr" else 0]
        marks = [(day, say("timeline.deadline")) for _, day in last]
        if row.kind != "call" and when is not None:
            marks.append((when[1], status))
        for day, mark in marks:
            yield {
                "number": number,
                "kind": shown["kind"][0].text,
                "name": clean(shown["name"][0].text),
                "start": day.start.isoformat(),
                "days": days(day, language),
                "mark": mark,
                "place": clean(", ".join(c.text for c in (*shown["place"], *shown["country"]))),
            }


def _spec(
    points: Sequence[dict[str, Any]], lanes: Sequence[str], language: Language, say: Say
) -> dict[str, Any]:
    """The chart in Vega-Lite. Shapes, not only colours, tell what a mark stands for."""
    words = [*(pair[1 if language == "fr" else 0] for pair in STATUS.values())]
    words.append(say("timeline.deadline"))
    used = {point["mark"] for point in points}
    there = [mark for mark in zip(words, _SHAPES, _COLOURS, strict=True) if mark[0] in used]
    domain, shapes, colours = (list(part) for part in zip(*there, strict=True))
    legend = {"orient": "bottom", "columns": 2, "symbolSize": 110, "labelFontSize": 13}
    marks = {"field": "mark", "title": None, "legend": legend}
    time = {"field": "start", "type": "temporal", "title": None}
    lane = {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "sort": list(lanes),
        "axis": {"labelLimit": 200, "grid": True},
    }
    texts = [("name", "column.name"), ("days", "column.dates"), ("place", "column.place")]
    return {
        "height": {"step": 30},
        "data": {"values": list(points)},
        "mark": {"type": "point", "filled": True, "size": 110, "opacity": 0.85},
        "encoding": {
            "x": time | {"axis": {"format": "%Y", "tickCount": "year", "labelOverlap": True}},
            "y": lane,
            "tooltip": [{"field": name, "title": say(key)} for name, key in texts],
            "shape": marks | {"scale": {"domain": domain, "range": shapes}},
            "color": marks | {"scale": {"domain": domain, "range": colours}},
        },
    }
