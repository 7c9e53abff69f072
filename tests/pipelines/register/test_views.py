"""Cells, counts and comparison of the register, as the page shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipelines.filters import Filters
from pipelines.register.cells import CELLS, cells, quote
from pipelines.register.counts import UNSAID, counts
from pipelines.register.find import find_rows
from pipelines.register.select import openness
from pipelines.register.side_by_side import side_by_side

TEXTS = {
    "kick.md": """# ZORBLAX kick-off meeting in Graz

Event report. The kick-off meeting of the ZORBLAX project took place in Graz, Austria, on 3 and 4
May 2022. It was hosted by Invented Styria Cluster.
""",
    "exchange.md": """# Échange ZORBLAX à Namur

Compte rendu. L'échange du projet ZORBLAX s'est tenu à Namur, en Belgique, le 7 novembre 2023.
Il a été accueilli par le Pôle Imaginaire.
""",
    "call.md": """# QUELMIR call for applications

Call for applications. Project: QUELMIR. The call opens on 1 March 2024.

Deadline: 30 April 2024.
""",
}


@pytest.fixture
def rows(open_library: Callable[..., object], tmp_path: Path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    library = open_library()
    library.ingest([folder])
    catalogue = library.catalogue
    found = find_rows(catalogue, Filters()).rows
    return found, lambda told: catalogue.text(catalogue.find(told.document))


def test_each_cell_opens_the_words_it_rests_on(rows) -> None:
    found, text_of = rows
    kick = next(row for row in found if row.kind == "kick_off")
    shown = cells(kick, "fr")
    assert tuple(shown) == CELLS
    assert shown["dates"][0].text == "du 3 au 4 mai 2022"
    assert shown["country"][0].text == "Autriche"
    host = quote(shown["host"][0], text_of)
    assert "hosted by Invented Styria Cluster" in host.text
    assert text_of(kick.told[0]).content[host.start : host.end] == host.text
    assert shown["deadlines"] == ()


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2024, 2, 1), "later"),
        (date(2024, 3, 1), "open"),
        (date(2024, 4, 30), "open"),
        (date(2024, 5, 1), "closed"),
    ],
)
def test_a_call_is_open_until_its_last_day(rows, today: date, state: str) -> None:
    call = next(row for row in rows[0] if row.kind == "call")
    assert openness(call, today) == state


def test_an_event_without_a_deadline_is_not_said_to_be_open(rows) -> None:
    kick = next(row for row in rows[0] if row.kind == "kick_off")
    assert openness(kick, date(2025, 1, 1)) == "unsaid"


def test_counts_say_what_is_not_stated_last(rows) -> None:
    found = counts(rows[0])
    assert found["project"] == {"ZORBLAX": 2, "QUELMIR": 1}
    assert list(found["year"]) == ["2022", "2023", "2024"]
    assert found["country"][UNSAID] == 1
    assert list(found["country"])[-1] == UNSAID
    assert sum(found["kind"].values()) == len(rows[0])


def test_events_side_by_side_show_where_they_differ(rows) -> None:
    chosen = [row for row in rows[0] if row.kind != "call"]
    lines = {line.name: line for line in side_by_side(chosen, "en")}
    assert not lines["projects"].differs
    assert lines["country"].differs
    assert [cell.text for held in lines["country"].values for cell in held] == [
        "Austria",
        "Belgium",
    ]
    assert "deadlines" not in lines
    with_call = {line.name: line for line in side_by_side(rows[0], "en")}
    assert not with_call["deadlines"].differs
