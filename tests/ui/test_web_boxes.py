"""Boxes to choose from: what a reader picks by its label is what is shown, changed and deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.library import Library
from pipelines.settings import Settings
from tests.ui.test_web_sections import shown
from ui.web import service
from ui.web.boxes import told_apart

Visit = Callable[..., AppTest]


@pytest.mark.parametrize(
    ("parts", "labels"),
    [
        ([["Fair"], ["Visit"]], ["Fair", "Visit"]),
        ([["Fair", "Graz"], ["Fair", "Linz"]], ["Fair · Graz", "Fair · Linz"]),
        ([["Fair", "Graz"], ["Visit", "Graz"]], ["Fair", "Visit"]),  # nothing to tell apart
        ([["Fair", ""], ["Fair", "Linz"]], ["Fair", "Fair · Linz"]),
        ([["Fair", "A", "x"], ["Fair", "A", "y"]], ["Fair · x", "Fair · y"]),
        (
            [["Fair", "A", "x"], ["Fair", "A", "y"], ["Fair", "B", "x"]],
            ["Fair · A · x", "Fair · A · y", "Fair · B"],
        ),
        ([["Fair", "A"], ["Fair", "A"]], ["Fair (1)", "Fair (2)"]),
        ([["Fair"], ["Fair"], ["Fair (1)"]], ["Fair (2)", "Fair (3)", "Fair (1)"]),
        (
            [["Fair", "A"], ["Fair", "B"], ["Fair · A"]],
            ["Fair · A (1)", "Fair · B", "Fair · A (2)"],
        ),
        ([], []),
    ],
)
def test_no_two_labels_are_alike(parts: list[list[str]], labels: list[str]) -> None:
    found = told_apart(dict(enumerate(parts)))
    assert list(found.values()) == labels
    assert len(set(found.values())) == len(parts)


@pytest.fixture
def twins(tmp_path: Path, visit: Visit) -> Iterator[Path]:
    """A library of two folders, in which files of one name have one title."""
    service.release()
    for folder, place in (("north", "Graz"), ("south", "Namur")):
        (tmp_path / folder).mkdir()
        text = f"# Orchard day\n\nEvent report. The day was hosted by the growers of {place}.\n"
        (tmp_path / folder / "report.md").write_text(text)
    settings = Settings(library=tmp_path / "library", threads=1)
    with Library(settings) as library:
        assert library.ingest([tmp_path / "north", tmp_path / "south"]).added == 2
    service.configure(settings, "http://127.0.0.1:1")
    yield tmp_path
    service.release()


@pytest.mark.parametrize("folder", ["north", "south"])
def test_of_two_documents_of_one_name_the_chosen_one_would_be_deleted(
    twins: Path, visit: Visit, folder: str
) -> None:
    page = visit("library")
    (box,) = (b for b in page.selectbox if (b.key or "").startswith("document-"))
    ends = [option.removeprefix("Orchard day · report.md · ") for option in box.options]
    assert sorted(ends) == ["north", "south"]
    wanted = {Path(r.folder).name: r.id for r in service.service().records()}
    box.select(wanted[folder]).run()
    assert page.session_state["document"] == wanted[folder]
    page.button(key="document-delete").click().run()
    assert page.session_state["document"] == wanted[folder]
    other = "south" if folder == "north" else "north"
    assert str(twins / folder / "report.md") in shown(page)  # the dialog names the file
    assert str(twins / other / "report.md") not in shown(page)
