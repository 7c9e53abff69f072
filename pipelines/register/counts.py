"""How many events there are by year, country, project and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from pipelines.register.find import years_of
from pipelines.register.row import Row

UNSAID: Final = ""  # the value of events whose documents don't say


def counts(rows: Iterable[Row]) -> Mapping[str, Mapping[str, int]]:
    """By field, the number of events that have a value, commonest first, years in order.

    An event of two years or projects counts for each, so a field's numbers may add up to more.
    """
    rows = list(rows)
    found: dict[str, Mapping[str, int]] = {}
    for name, values_of in _FIELDS.items():
        counted = Counter(value for row in rows for value in values_of(row) or {UNSAID})
        order = sorted(counted) if name == "year" else [v for v, _ in counted.most_common()]
        order.sort(key=lambda value: value == UNSAID)
        found[name] = {value: counted[value] for value in order}
    return found


def _years(row: Row) -> set[str]:
    return set(map(str, next((years for t in row.told if (years := years_of(t))), ())))


def _countries(row: Row) -> set[str]:
    land = row.cell("country")
    return {land[1].text} if land else set()


def _projects(row: Row) -> set[str]:
    return {value.text for _, value in row.cells("projects")}


_FIELDS: Final[Mapping[str, Callable[[Row], set[str]]]] = {
    "year": _years,
    "country": _countries,
    "project": _projects,
    "kind": lambda row: {row.kind},
}
