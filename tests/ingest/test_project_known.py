"""Which of the projects that a library knows a text is about."""

from __future__ import annotations

import pytest

from ingest.describe import describe
from ingest.describe.projects.projectknown import known_by_word, recognised
from ingest.types import Text

FILLER = "The members met and spoke of the year that had been. " * 40


def found(content: str, *names: str, source: str = "note.txt") -> list[str]:
    text = Text(content, "txt")
    described = describe(text, source)
    return [v.text for v in recognised(text, described, source, known_by_word(names))]


@pytest.mark.parametrize(
    ("content", "source"),
    [
        (f"Turku joins ROULEBOT\n\n{FILLER}", "a.txt"),
        (f"{FILLER}\n\nThey looked at ROULEBOT again.", "ROULEBOT/minutes.txt"),
        (f"{FILLER}\n\nThey looked at ROULEBOT again.", "minutes_roulebot_2023.txt"),
        ("We met in Namur. The robots of ROULEBOT stood there. ROULEBOT paid.", "a.txt"),
    ],
)
def test_a_text_is_about_what_stands_in_its_title_its_path_or_again_and_again(content, source):
    assert found(content, "ROULEBOT", source=source) == ["ROULEBOT"]


@pytest.mark.parametrize(
    "content",
    [
        f"{FILLER}\n\nThey looked at ROULEBOT again.",  # in passing
        f"Turku joins roulebot.example\n\n{FILLER}",
        f"Write to info@ROULEBOT.example\n\n{FILLER}",
        f"Turku joins ROULEBOTTA\n\n{FILLER}",
    ],
)
def test_a_name_in_passing_or_inside_another_word_is_none(content):
    assert found(content, "ROULEBOT") == []


def test_a_longer_name_is_not_the_shorter_one():
    text = f"NISTELIA GREEN begins\n\n{FILLER}"
    assert found(text, "NISTELIA", "NISTELIA GREEN") == ["NISTELIA GREEN"]


def test_a_name_that_a_line_breaks_is_whole():
    assert found("We met NISTELIA\nGREEN.", "NISTELIA", "NISTELIA GREEN") == ["NISTELIA GREEN"]


def test_one_name_in_two_spellings_is_one_project():
    assert found("ROULEBOT begins\n\nRouleBot is new.", "ROULEBOT", "RouleBot") == ["ROULEBOT"]


def test_what_hosts_is_no_project_here():
    text = f"Visit of 3 May 2022\n\nHost: ROULEBOT\nVenue: Lyon, France\n\n{FILLER}"
    assert found(text, "ROULEBOT") == []


def test_words_of_the_language_are_no_names_to_look_for():
    assert known_by_word(["Lighthouse", "COMMUNIQUÉ DE PRESSE", "ABC"]) == {}
