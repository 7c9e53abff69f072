"""Events, Library, Quality and Help in Streamlit's own test bench, on a real library."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.evaluation.evaluate import GROUPS
from pipelines.evaluation.evaluated import NAME, last
from pipelines.evaluation.score import MEASURES
from pipelines.settings import Settings
from ui.web import events_table, help_view, quality_view, service
from ui.web.strings import STRINGS

Visit = Callable[..., AppTest]


def shown(page: AppTest) -> str:
    assert not page.exception
    bodies = [element.proto.body for element in page.get("html")]
    html = "\n".join(body for body in bodies if body.startswith("<div"))
    assert STRINGS["failure"][0] not in html
    assert STRINGS["failure"][1] not in html
    return html


def choose_events(page: AppTest, number: int) -> None:
    filters = service.service().filters({"project": page.session_state["project"] or []})
    rows = [row for row in service.service().register(filters).rows if row.cell("host")]
    page.session_state["events_chosen"] = [events_table._key(row) for row in rows[:number]]
    page.run()


def choose_document(page: AppTest) -> None:
    states = page.session_state.get("states", [])
    page.session_state["document"] = service.service().records(states)[0].id
    page.run()


@pytest.fixture
def own(library_folder: Path, tmp_path: Path, visit: Visit) -> Iterator[Path]:
    """A copy of the library that a test may change."""
    service.release()
    shutil.copytree(library_folder, tmp_path / "library")
    service.configure(Settings(library=tmp_path / "library", threads=1), "http://127.0.0.1:1")
    yield tmp_path / "library"
    service.release()


@pytest.mark.parametrize("section", ["events", "library", "quality", "help"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_sections_open_without_a_question_in_both_languages(
    visit: Visit, section: str, locale: str
) -> None:
    page = visit(section, locale=locale)
    title = STRINGS[f"page.{section}"][0 if locale == "fr-FR" else 1]
    assert f"<h1>{title}</h1>" in shown(page)
    assert not [box for box in page.text_input if box.key == "q"]


def test_the_question_and_filters_outlive_a_section_without_their_boxes(visit: Visit) -> None:
    page = visit("help", q="clusters", language="fr")
    page.run()
    page.run()
    assert page.session_state["q"] == "clusters"
    assert page.session_state["language"] == ["fr"]
    assert page.query_params["q"] in ("clusters", ["clusters"])


def test_the_table_says_what_is_not_stated_and_a_filter_narrows_it(visit: Visit) -> None:
    page = visit("events")
    table = page.dataframe[0].value
    assert len(table) > 1
    assert (table == "not stated").to_numpy().any()
    assert not (table == "").to_numpy().any()
    page.multiselect(key="project").select("ALPINET").run()
    narrowed = page.dataframe[0].value
    assert 0 < len(narrowed) < len(table)
    assert set(narrowed["Projects"]) == {"ALPINET"}
    assert "events outside your filters" in shown(page)


def test_a_chosen_event_shows_each_cell_with_its_quote_and_opens_it(visit: Visit) -> None:
    page = visit("events", project="ALPINET")
    choose_events(page, 1)
    html = shown(page)
    assert "Invented Mountain Cluster" in html
    button = next(b for b in page.button if b.key and b.key.startswith("open-") and "host" in b.key)
    button.click().run()
    opened = shown(page)
    assert '<mark id="cited">' in opened
    cited = opened.split('<mark id="cited">')[1].split("</mark>")[0]
    assert "Invented Mountain Cluster" in cited


def test_two_events_stand_side_by_side_with_what_differs(visit: Visit) -> None:
    page = visit("events", locale="fr-FR")
    choose_events(page, 2)
    html = shown(page)
    assert "Côte à côte" in html
    assert "≠ diffère" in html


def test_the_register_is_exported_as_shown(visit: Visit) -> None:
    page = visit("events", project="ALPINET")
    assert {button.key for button in page.get("download_button")} == {"events-csv", "events-ics"}


def test_no_event_names_the_filter_to_lift(visit: Visit) -> None:
    page = visit("events", year="1999", locale="fr-FR")
    assert "Aucun événement" in shown(page)
    page.button(key="lift-year-1999").click().run()
    assert page.dataframe


def test_documents_are_listed_with_their_words(visit: Visit) -> None:
    page = visit("library")
    assert len(page.dataframe[0].value) == 5
    choose_document(page)
    html = shown(page)
    assert 'class="described"' in html
    assert "<mark>" in html
    page.button(key="document-open").click().run()
    assert 'class="reading"' in shown(page)


def test_an_unreadable_file_is_listed_with_its_reason(own: Path, visit: Visit) -> None:
    folder = own.parent / "more"
    folder.mkdir()
    (folder / "broken.pdf").write_bytes(b"no pdf")
    service.service()._library.ingest([folder])
    page = visit("library", locale="fr-FR")
    page.session_state["states"] = ["skipped"]
    page.run()
    assert list(page.dataframe[0].value["Fichier"]) == ["broken.pdf"]
    choose_document(page)
    assert "Le contenu ne correspond pas" in shown(page)


def test_an_empty_library_offers_to_add(tmp_path: Path, visit: Visit) -> None:
    service.release()
    service.configure(Settings(library=tmp_path, threads=1), "http://127.0.0.1:1")
    page = visit("library")
    assert "There is nothing in this library yet" in shown(page)
    assert page.get("file_uploader")
    assert "library is empty" in shown(visit("quality"))


def test_the_last_evaluation_is_shown_and_said_to_be_of_another_index(
    own: Path, visit: Visit
) -> None:
    assert "No evaluation was made" in shown(visit("quality"))
    figures = dict.fromkeys(MEASURES, 0.5)
    origin = {
        "date": "2026-01-02T03:04:05+00:00", "commit": "abc123", "encoder": "bundled",
        "encoder_fingerprint": "f" * 64, "generation": "other", "golden": "questions.jsonl",
    }  # fmt: skip
    groups = [{"name": name, "size": 3, "figures": figures} for name in GROUPS]
    import json

    kept = {"origin": origin, "measures": MEASURES, "groups": groups, "missed": ["all: too low"]}
    (own / NAME).write_text(json.dumps(kept))
    html = shown(visit("quality", locale="fr-FR"))
    assert "2 janvier 2026" in html
    assert "abc123" in html
    assert "un autre index" in html
    assert "all: too low" in html
    (own / NAME).write_text("no json")
    assert last(own) is None
    assert "No evaluation was made" in shown(visit("quality"))


def test_every_measure_group_and_part_has_its_words() -> None:
    assert {f"measure.{name}" for name in quality_view._SHOWN} <= set(STRINGS)
    assert {f"group.{name}" for name in GROUPS if name != "cross_lingual_gap"} <= set(STRINGS)
    parts = help_view._PARTS
    wanted = {f"help.{p}.{n}" for p, most in parts.items() for n in range(1, most + 1)}
    held = {key for key in STRINGS if key.startswith("help.") and key.count(".") == 2}
    assert wanted == held
