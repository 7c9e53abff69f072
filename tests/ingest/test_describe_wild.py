"""Nothing raises or lingers, whatever the text; every span is in range and says what it says."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ingest.describe
from ingest.describe import describe
from ingest.describe.amounts import find_amounts
from ingest.describe.bodies.people import find_people
from ingest.describe.bodies.roles import find_roles
from ingest.types import Description, Text, Value

MODULES = [
    module.name
    for module in walk_packages(ingest.describe.__path__, "ingest.describe.")
    if not module.ispkg
]
MODULES += ["ingest.clean", "ingest.furniture", "ingest.mend"]
UNITS = [
    "a ",
    "A ",
    "1-",
    "(((",
    "Pôle ",
    "AB ",
    "A-",
    "Ab, ",
    "Ab and ",
    "Ab et ",
    "d'",
    "l’Ab ",
    "organised ",
    "organisée ",
    "hosted by ",
    "Agence de ",
    "la direction de ",
    "projet ",
    "AB (",
    "AB project ",
    "x: ",
    "Date:",
    "\n",
    " ",
    "1 000 ",
    "12 ",
    "09:00\n",
    "« ",
    "Mr. ",
    "Jean ",
    "de la ",
    "à Lyon ",
    "Lyon, ",
    ".",
    "é",
    "| ",
    "host organisation ",
    "Cluster of Ab ",
    "Ab (Cd) ",
    "• Ab (Cd)\n",
    "Partners: Ab; ",
    "Partners\nAb, Cd\n",
    "Partner: Ab | Role: ab\n",
    "its partners Ab, ",
    "the ab cluster Ab, ",
    "Ministry of Ab and ",
    "1er ",
    "May 1 ",
    "Ab Cd Ef ",
    "Ab-",
    "pro- ",
    "ab-\n",
    "{{ ",
    "«AB",
    "fin.Le ",
    "Ab, le Ab (",
    "brings together ",
    "réunit cinq clusters, ",
    "par projet ",
    "2 à ",
    "cookies nous utilisons ",
    "share this page on ",
    "home > ",
    "Ab 3\n",
    "page 1\n",
    "&amp;",
    "« Ab",
    "projet européen ",
    "next ",
    "le mois dernier ",
    "du 1 au 2 mai : ",
    "in Ab, ",
    "1 Ab – ",
    "Tout accepter ",
    "A",
    "É",
    "Ab’",
]


def patterns() -> dict[re.Pattern[str], str]:
    """Each pattern once, with a name it goes by; a module has those that it imports as well."""
    found: dict[re.Pattern[str], str] = {}

    def inside(name: str, value: object) -> None:
        if isinstance(value, re.Pattern):
            found.setdefault(value, name)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                inside(f"{name}[{number}]", item)

    for module in MODULES:
        for name, value in vars(import_module(module)).items():
            inside(f"{module}.{name}", value)
    return found


@pytest.mark.parametrize("unit", UNITS)
def test_every_pattern_is_fast_on_adversarial_text(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    slow = []
    for pattern, name in patterns().items():
        started = time.process_time()
        for _ in pattern.finditer(text):
            pass
        taken = time.process_time() - started
        if taken > 0.1:
            slow.append((name, round(taken, 3)))
    assert not slow


@pytest.mark.parametrize("unit", UNITS)
def test_describing_adversarial_text_takes_linear_time(unit: str) -> None:
    def taken(size: int) -> float:
        text = Text(unit * (size // len(unit)), "txt")
        started = time.process_time()
        describe(text, "x.txt")
        return time.process_time() - started

    taken(1000)
    large = taken(16_000)
    if large >= 0.2:
        # The least of three: whatever else the machine does only adds.
        small = min(taken(4_000) for _ in range(3))
        large = min(large, *(taken(16_000) for _ in range(2)))
    assert large < 0.2 or large < 12 * small


def values(found: Description) -> Iterator[Value]:
    yield found.title
    yield from found.projects
    yield from found.organisations
    for value in (found.host, found.organiser, found.place, found.country):
        if value is not None:
            yield value


WORDS = [
    "Pôle",
    "Aubépine",
    "organised",
    "by",
    "par",
    "hosted",
    "TISSEA",
    "project",
    "projet",
    "Lyon",
    "à",
    "in",
    "4-6",
    "May",
    "2022",
    "mars",
    "2021",
    ",",
    ".",
    ":",
    "\n",
    "(",
    ")",
    "le",
    "the",
    "Mr.",
    "Jean",
    "DUPONT",
    "Host",
    "12",
    "€",
    "%",
    "–",
    "and",
    "et",
    "l’",
    "Agence",
    "İ",
    "ß",
    "\u202e",
    "Date",
    "|",
]
WILD = st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@given(WILD, st.text(max_size=20))
@settings(max_examples=250, deadline=None)
def test_wild_text(content: str, source: str) -> None:
    found = describe(Text(content, "txt"), source)
    for value in values(found):
        assert value.span is not None or value.origin == "metadata"
        if value.span is not None:
            assert 0 <= value.span.start < value.span.end <= len(content)
    for value in (*found.projects, *found.organisations, found.host, found.organiser, found.place):
        if value is not None and value.span is not None:
            assert value.span.of(content) == value.text
    for item in (*find_amounts(content), *find_people(content)):
        assert item.span.of(content) == item.text
    for role in find_roles(content, "fr"):
        assert role.span.of(content) == role.name
    assert describe(Text(content, "txt"), source) == found
