"""One described document beside what a person says of it: which fields are right, and what isn't.

A row of labels is JSON with the keys of ``corpus/golden/descriptions.jsonl``. What it leaves out is
not judged; ``null`` and ``[]`` say that there is nothing to find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ingest.describe.bodies.organisations import key_of
from ingest.gazetteer import fold
from ingest.types import DateRange, Description

Label = Mapping[str, Any]
Right = tuple[bool, ...] | tuple[int, int, int]

_AND: Final = re.compile(r",? (?:and|et) (?:(?:the|le|la|les) |l['’])?|, ")


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one document: values right, values expected and values found.

    For a field of one value the three are 1 or 0, and a field rightly left blank is (1, 1, 1).
    """

    right: int
    expected: int
    found: int
    wanted: str
    got: str

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong or missing."""
        return self.right == self.expected == self.found


def judge(label: Label, description: Description) -> dict[str, Judged]:
    """Every field that the label speaks of."""
    found: dict[str, Judged] = {}
    for name, (keys, one) in ONE.items():
        if any(key in label for key in keys):
            right, wanted, got = one(label, description)
            found[name] = Judged(int(right), 1, 1, wanted, got)
    for name, (keys, several) in SEVERAL.items():
        if any(key in label for key in keys):
            expected, got_set = several(label, description)
            both = len(expected & got_set)
            found[name] = Judged(both, len(expected), len(got_set), _list(expected), _list(got_set))
    return found


def names(*written: str | None) -> set[str]:
    """What the written forms of organisations and projects share, joint values taken apart."""
    return {key_of(part) for text in written if text for part in _AND.split(text) if part.strip()}


def _list(values: set[str]) -> str:
    return "; ".join(sorted(values)) or "–"


def _iso(value: DateRange | None) -> str:
    return "/".join(dict.fromkeys(value.iso())) if value else "–"


def _years(label: Label) -> set[int]:
    if "years" in label:
        return set(label["years"])
    start, end = label.get("start_date"), label.get("end_date")
    return set(range(int(start[:4]), int((end or start)[:4]) + 1)) if start else set()


def _year(label: Label, found: Description) -> tuple[bool, str, str]:
    wanted = _years(label)
    told = not wanted and "years" not in label  # then nobody says which year it is
    right = told or bool(wanted & set(found.years)) or (not wanted and not found.years)
    return right, _list({*map(str, wanted)}), _list({*map(str, found.years)})


def _dates(label: Label, found: Description) -> tuple[bool, str, str]:
    start = label["start_date"]
    wanted = "–" if start is None else "/".join(dict.fromkeys((start, label["end_date"] or start)))
    return wanted == _iso(found.dates), wanted, _iso(found.dates)


def _same(key: str) -> Callable[[Label, Description], tuple[bool, str, str]]:
    def compare(label: Label, found: Description) -> tuple[bool, str, str]:
        value = getattr(found, key)
        got = value if isinstance(value, str) else value.text if value else ""
        wanted = label[key] or ""
        return fold(wanted) == fold(got), wanted or "–", got or "–"

    return compare


def _country(label: Label, found: Description) -> tuple[bool, str, str]:
    got = found.country.text if found.country else "–"
    return (label["country"] or "–") == got, label["country"] or "–", got


def _named(*keys: str) -> Callable[[Label, Description], tuple[set[str], set[str]]]:
    def compare(label: Label, found: Description) -> tuple[set[str], set[str]]:
        wanted: set[str] = set()
        got: set[str] = set()
        for key in keys:
            value = label.get(key)
            wanted |= names(*(value if isinstance(value, list) else [value]))
            held = getattr(found, key)
            got |= names(*(v.text for v in (held if isinstance(held, tuple) else (held,)) if v))
        return wanted, got

    return compare


def _deadlines(label: Label, found: Description) -> tuple[set[str], set[str]]:
    return _wanted_deadlines(label), {value.iso()[1] for value in found.deadlines}


def _wanted_deadlines(label: Label) -> set[str]:
    one = label.get("deadline")
    return {*label.get("deadlines", ()), *([one] if one else [])}


def _amounts(label: Label, found: Description) -> tuple[set[str], set[str]]:
    return set(label["amounts"]), {f"{a.kind} {a.value:.15g} {a.unit}" for a in found.amounts}


def _languages(label: Label, found: Description) -> tuple[set[str], set[str]]:
    return set(label["languages"]), set(found.languages)


def _projects(label: Label, found: Description) -> tuple[set[str], set[str]]:
    return names(*label["projects"]), names(*(v.text for v in found.projects))


def _sectors(label: Label, found: Description) -> tuple[set[str], set[str]]:
    return set(label["sectors"]), {value.text for value in found.sectors}


# Field -> the label's keys that speak of it, and the comparison.
One = Callable[[Label, Description], tuple[bool, str, str]]
Several = Callable[[Label, Description], tuple[set[str], set[str]]]
ONE: Final[dict[str, tuple[tuple[str, ...], One]]] = {
    "language": (("language",), _same("language")),
    "type": (("type",), _same("type")),
    "title": (("title",), _same("title")),
    "year": (("start_date", "years"), _year),
    "dates": (("start_date",), _dates),
    "country": (("country",), _country),
    "place": (("place",), _same("place")),
    "region": (("region",), _same("region")),
}
SEVERAL: Final[dict[str, tuple[tuple[str, ...], Several]]] = {
    "projects": (("projects",), _projects),
    "host_organiser": (("host", "organiser"), _named("host", "organiser")),
    "coordinator": (("coordinator",), _named("coordinator")),
    "partners": (("partners",), _named("partners")),
    "organisations": (("organisations",), _named("organisations")),
    "sectors": (("sectors",), _sectors),
    "deadlines": (("deadline", "deadlines"), _deadlines),
    "amounts": (("amounts",), _amounts),
    "languages": (("languages",), _languages),
}
FIELDS: Final = (*ONE, *SEVERAL)
