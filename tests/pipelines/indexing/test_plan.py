"""What an ingest takes for documents, for gone and for the same, whichever way it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.errors import GrappeError, UsageError
from pipelines.library import Library
from pipelines.settings import Settings

Open = Callable[..., Any]
OTTERS = "# Notes on otters\n\nThe wardens of Brockmere counted eleven otters in the mill pond.\n"
FERRETS = "# Notes on ferrets\n\nThe wardens of Brockmere keep nine ferrets behind the old barn.\n"


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    """A folder with one document in it and one in a folder below."""
    folder = tmp_path / "nested"
    (folder / "2019").mkdir(parents=True)
    (folder / "otters.md").write_text(OTTERS)
    (folder / "2019" / "ferrets.md").write_text(FERRETS)
    return folder


def held(library: Any) -> list[tuple[str, str]]:
    return sorted((Path(r.folder).name, r.source) for r in library.catalogue.records())


def points(library: Any) -> int:
    return int(library._store(library.catalogue.live().name).count_documents())


def test_a_mistyped_library_makes_no_library_of_the_documents(
    open_library: Open, folder: Path
) -> None:
    library = open_library()
    library.ingest([folder])
    before = sorted(path.name for path in folder.iterdir())
    with Library(Settings(library=folder)) as mistyped:
        for ask in (
            lambda: mistyped.search("railway"),
            lambda: mistyped.ask("Who hosted the railway exchange?"),
            lambda: mistyped.compare(["RAILTEAM", "BOISVERT"]),
            lambda: mistyped.filters({"project": ["RAILTEAM"]}),
            lambda: mistyped.delete("guide.md"),
            lambda: mistyped.correct("guide.md", {"type": "call"}),
            lambda: mistyped.reindex(),
            lambda: mistyped.ingest([folder / "nowhere"]),
            lambda: mistyped.ingest([folder]),
        ):
            with pytest.raises(GrappeError):
                ask()
        assert mistyped.catalogue.records() == []
        assert mistyped.status()["generation"] is None
        assert mistyped.known_values()["project"] == {}
    assert sorted(path.name for path in folder.iterdir()) == before
    assert library.ingest([folder]).unchanged == 4


def test_a_library_in_the_documents_folder_is_told_and_costs_none(
    open_library: Open, folder: Path
) -> None:
    library = open_library()
    library.ingest([folder])
    (folder / "catalogue.sqlite").write_bytes(b"")
    with pytest.raises(UsageError, match="--library") as caught:
        library.ingest([folder])
    assert "catalogue.sqlite" in caught.value.message("fr")
    assert "déplacez" in caught.value.message("fr")
    assert len(library.catalogue.records()) == 4
    (folder / "catalogue.sqlite").unlink()
    assert library.ingest([folder]).unchanged == 4


def test_a_library_in_a_folder_below_costs_none_either(open_library: Open, nested: Path) -> None:
    library = open_library()
    library.ingest([nested])
    (nested / "2019" / "owner.lock").touch()
    assert library.ingest([nested]).removed == 0
    assert held(library) == [("nested", "2019/ferrets.md"), ("nested", "otters.md")]


def test_documents_are_no_librarys_folder(open_library: Open, folder: Path) -> None:
    with pytest.raises(UsageError, match="another one with --library"):
        open_library(library=folder).ingest([folder])
    assert not (folder / "owner.lock").exists()


def test_a_folder_that_cannot_be_listed_for_once_loses_nothing(
    open_library: Open, nested: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library()
    library.ingest([nested])
    listed = os.scandir

    def shut(path: Any = ".") -> Any:
        if Path(path).name == "2019":
            raise PermissionError(13, "shut")
        return listed(path)

    monkeypatch.setattr(os, "scandir", shut)
    (nested / "otters.md").unlink()
    report = library.ingest([nested])
    assert (report.removed, report.skipped) == (1, (("2019", "UNREADABLE"),))
    assert [hit.source for hit in library.search("ferrets").hits] == ["2019/ferrets.md"]
    monkeypatch.undo()
    (nested / "2019" / "ferrets.md").unlink()
    library.ingest([nested])
    assert held(library) == []


@pytest.mark.parametrize("order", [("", "2019"), ("2019", ""), ("", ""), ("", "otters.md")])
def test_what_is_named_twice_is_ingested_once(
    open_library: Open, nested: Path, order: tuple[str, str]
) -> None:
    library = open_library()
    paths = [nested / name for name in order]
    assert library.ingest(paths).added == 2
    assert held(library) == [("nested", "2019/ferrets.md"), ("nested", "otters.md")]
    again = library.ingest(paths)
    assert (again.unchanged, again.added, again.removed) == (2, 0, 0)


def test_a_folder_around_one_that_was_ingested_takes_its_documents_over(
    open_library: Open, nested: Path
) -> None:
    library = open_library()
    (nested / "2019" / "gone.md").write_text(OTTERS.replace("otters", "newts"))
    library.ingest([nested / "2019"])
    library.correct("ferrets.md", {"title": "The ferrets of Brockmere"})
    (nested / "2019" / "gone.md").unlink()
    library.ingest([nested], keep_missing=True)
    kept = [("2019", "gone.md"), ("nested", "2019/ferrets.md"), ("nested", "otters.md")]
    assert held(library) == kept
    assert library.catalogue.find("2019/ferrets.md").title == "The ferrets of Brockmere"
    library.ingest([nested])
    assert held(library) == kept[1:]
    assert points(library) == library.catalogue.counts()["passages"]
    assert library.ingest([nested / "2019"]).unchanged == 1


def test_documents_that_were_in_twice_are_so_no_longer(open_library: Open, nested: Path) -> None:
    library = open_library()
    library.ingest([nested / "2019"])
    library.ingest([nested / "otters.md"])  # from now on the folder around is known
    (nested / "2019" / "ferrets.md").write_text(FERRETS.replace("nine", "twenty"))
    library.ingest([nested / "2019"])
    assert held(library) == [("nested", "2019/ferrets.md"), ("nested", "otters.md")]
    assert not any("nine" in hit.text for hit in library.search("ferrets").hits)


def test_what_was_searched_stays_until_its_new_place_can_be_read(
    open_library: Open, nested: Path
) -> None:
    library = open_library()
    library.ingest([nested / "2019"])
    (nested / "2019" / "ferrets.md").write_bytes(b"")
    assert library.ingest([nested]).removed == 0
    assert [hit.source for hit in library.search("ferrets").hits] == ["ferrets.md"]
    (nested / "2019" / "ferrets.md").write_text(FERRETS)
    assert library.ingest([nested]).removed == 1
    assert [hit.source for hit in library.search("ferrets").hits] == ["2019/ferrets.md"]


def test_what_no_scan_comes_to_stays_with_its_own_folder(open_library: Open, nested: Path) -> None:
    library = open_library()
    (nested / ".drafts").mkdir()
    (nested / ".drafts" / "newts.md").write_text(OTTERS.replace("otters", "newts"))
    library.ingest([nested / ".drafts"])
    assert library.ingest([nested]).removed == 0
    assert (".drafts", "newts.md") in held(library)
