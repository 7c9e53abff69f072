"""Ratings last: over a crash in mid-line, over processes, a comment joined to its rating."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.feedback import COMMENT_CHARACTERS, FILE, Feedback, keep, kept

GIVEN = Feedback("a1", "up", "Qui ?", "extractive", "Le pôle", {"year": ["2022"]}, ["x.txt:0-5"])


def test_a_comment_joins_its_rating(tmp_path: Path) -> None:
    assert kept(tmp_path / "new") == []
    keep(tmp_path / "new", GIVEN)
    keep(tmp_path / "new", Feedback("b2", "down", "Who?", "abstained", None))
    keep(tmp_path / "new", replace(GIVEN, comment="Très juste\n=1+1"))
    first, second = kept(tmp_path / "new")
    assert (first.id, first.rating, first.comment) == ("a1", "up", "Très juste\n=1+1")
    assert first.filters == {"year": ["2022"]}
    assert first.time
    assert second.rating == "down"


def test_long_comments_are_cut_and_the_file_is_private(tmp_path: Path) -> None:
    keep(tmp_path, replace(GIVEN, comment="x" * 9_999))
    assert len(kept(tmp_path)[0].comment) == COMMENT_CHARACTERS
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_an_unfinished_line_costs_only_itself(tmp_path: Path) -> None:
    keep(tmp_path, GIVEN)
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write('{"id": "c3", "rat')
    keep(tmp_path, replace(GIVEN, id="d4"))
    assert [given.id for given in kept(tmp_path)] == ["a1", "d4"]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x1c", "\x0b", "\r", "\n", " "])
def test_any_character_of_a_saying_is_read_back(tmp_path: Path, mark: str) -> None:
    said = f"Who hosted{mark}the visit?"
    keep(tmp_path, replace(GIVEN, question=said, comment=said))
    (given,) = kept(tmp_path)
    assert (given.question, given.comment) == (said, said)


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: keep(tmp_path, replace(GIVEN, id=str(n))), range(200)))
    assert len(kept(tmp_path)) == 200
