"""The register on the page: which sentence a cell opens, which events there are and why none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents
from tests.ui.test_web_sections import shown
from ui.web import service

Visit = Callable[..., AppTest]

MEETING = """# TARNEVAL partners' meeting

Event report. Project: TARNEVAL. The partners' meeting took place in {where}, on 5 June 2023.
"""
DOCUMENTS = {
    "graz.md": MEETING.format(where="Graz, Austria"),
    "namur.md": MEETING.format(where="Namur, Belgium"),
    "call.md": """# TARNEVAL call for pilot orchards

Call for proposals. Project: TARNEVAL. The call opens on 3 March 2024.

Growers send their proposals in English or in French. The deadline for proposals is 30 May 2024.
""",
    "workshop.md": """# Grafting workshop of the Verzelle growers

Event report. The workshop was hosted by the Verzelle Orchard Cluster in Tournai, Belgium. Nine
growers came.
""",
}


@pytest.fixture(scope="module")
def orchards(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("orchards")
    write_documents(folder / "documents", DOCUMENTS)
    settings = Settings(library=folder / "library", threads=1)
    with Library(settings) as library:
        assert library.ingest([folder / "documents"]).added == len(DOCUMENTS)
    return settings


@pytest.fixture
def look(orchards: Settings, visit: Visit) -> Iterator[Visit]:
    """Opens the page on the library of these documents."""
    service.release()
    service.configure(orchards)
    yield visit
    service.release()


def select(page: AppTest, rows: list[int], cell: tuple[int, str] | None) -> None:
    """The table as a browser sends it: the ticked rows and the selected cell."""
    cells = [list(cell)] if cell else []
    selection = {"selection": {"rows": rows, "columns": [], "cells": cells}}
    sent = page._tree.get_widget_states()
    table = sent.widgets.add()
    table.id, table.string_value = page.dataframe[0].proto.id, json.dumps(selection)
    page._run(sent)


def choose(page: AppTest, label: str) -> None:
    """The box below the table as a browser sends it: the label that was picked."""
    (chooser,) = (b for b in page.multiselect if (b.key or "").startswith("events_chosen"))
    sent = page._tree.get_widget_states()
    (state,) = (widget for widget in sent.widgets if widget.id == chooser.proto.id)
    state.string_array_value.data[:] = [label]
    page._run(sent)


def opened(page: AppTest) -> str:
    found = re.search(r'<mark id="cited">(.*?)</mark>', shown(page), re.DOTALL)
    return found[1] if found else ""


def row_of(page: AppTest, name: str) -> int:
    return next(n for n, event in enumerate(page.dataframe[0].value["Event"]) if name in event)


@pytest.mark.parametrize("column", ["When", "State"])
def test_a_calls_deadline_is_what_its_cell_shows_and_opens(look: Visit, column: str) -> None:
    page = look("events")
    row = row_of(page, "call for pilot orchards")
    assert page.dataframe[0].value["When"][row] == "30 May 2024"
    select(page, [], (row, column))
    assert "30 May 2024" in opened(page)
    assert "3 March" not in opened(page)


def test_a_cell_opens_again_once_its_source_was_closed(look: Visit) -> None:
    page = look("events")
    row = row_of(page, "Grafting")
    before = page.dataframe[0].proto.id
    select(page, [], (row, "Host"))
    assert "Verzelle Orchard Cluster" in opened(page)
    assert page.dataframe[0].proto.id == before  # where one reads on
    page.button(key="close-source").click().run()
    assert opened(page) == ""
    assert page.dataframe[0].proto.id != before  # a browser tells of no second click on a cell
    select(page, [], (row, "Host"))
    assert "Verzelle Orchard Cluster" in opened(page)


def test_a_tick_opens_nothing_and_outlasts_the_source(look: Visit) -> None:
    page = look("events")
    row, other = row_of(page, "Grafting"), row_of(page, "call for")
    select(page, [], (row, "Host"))
    page.button(key="close-source").click().run()
    select(page, [other], None)
    assert opened(page) == ""
    select(page, [other], (row, "Host"))
    page.button(key="close-source").click().run()
    (chooser,) = (b for b in page.multiselect if (b.key or "").startswith("events_chosen"))
    assert chooser.value == page.session_state["events_chosen"] != []
    assert page.session_state[page.dataframe[0].key]["selection"]["rows"] == [other]


def test_the_same_place_of_another_table_opens_its_own_sentence(look: Visit) -> None:
    page = look("events", country="BE", year="2023")
    select(page, [], (0, "Place"))
    assert "Namur" in opened(page)
    page.multiselect(key="country").set_value(["AT"]).run()
    assert opened(page) == ""
    select(page, [], (0, "Place"))
    assert "Graz" in opened(page)


def test_events_of_one_name_and_day_are_told_apart_by_their_place(look: Visit) -> None:
    page = look("events")
    (chooser,) = (b for b in page.multiselect if (b.key or "").startswith("events_chosen"))
    meetings = sorted(option for option in chooser.options if "meeting" in option)
    assert [name.rsplit(" · ", 1)[1] for name in meetings] == ["Graz, Austria", "Namur, Belgium"]
    assert all("Tournai" not in option for option in chooser.options)  # needs no telling apart
    for name, place, other in zip(meetings, ("Graz", "Namur"), ("Namur", "Graz"), strict=True):
        choose(page, name)
        (card,) = shown(page).split("<h3>")[1:]
        assert place in card
        assert other not in card


def when(page: AppTest, value: str) -> AppTest:
    (control,) = (b for b in page.get("button_group") if b.key == "event_when")
    return control.set_value(value).run()


def test_what_has_no_day_is_neither_past_nor_to_come(look: Visit) -> None:
    page = look("events")
    assert "not stated" in set(page.dataframe[0].value["When"])
    past = when(page, "past").dataframe[0].value
    assert len(past) == 3
    assert "not stated" not in set(past["When"])


def test_that_nothing_is_to_come_is_not_laid_on_the_filters(look: Visit) -> None:
    page = when(look("events", country="BE"), "ahead")
    html = shown(page)
    assert "Events of this selection: 2. Under “To come”: none." in html
    assert "passage" not in html
    assert page.button(key="lift-country-BE")  # another selection may have some
    assert "Events of this selection: 4." in shown(when(look("events"), "ahead"))


def test_filters_that_leave_no_event_are_named_as_such(look: Visit) -> None:
    html = shown(look("events", year="1999", locale="fr-FR"))
    assert "Aucun événement ne correspond à ces choix. Retirez un filtre" in html
    html = shown(look("library", year="1999"))
    assert "No document matches. Remove a filter" in html
    assert "passage" not in html


def test_kinds_chosen_hold_for_the_language_that_is_switched_to(look: Visit) -> None:
    page = look("events", locale="fr-FR")
    kinds = next(b for b in page.multiselect if (b.key or "").startswith("event_kinds"))
    kinds.set_value(["call"]).run()
    page.session_state["lang"] = "en"
    page.run()
    again = next(b for b in page.multiselect if (b.key or "").startswith("event_kinds"))
    assert again.value == ["call"]
    assert again.proto.id != kinds.proto.id  # what a browser still shows of it is in French
    assert len(page.run().dataframe[0].value) == 1
