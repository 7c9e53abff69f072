"""Haystack filters to the engines' own: one walk that checks everything, then a builder an engine.

The semantics are those of Haystack's ``document_matches_filter``: a missing field counts as None,
an order comparison with None matches nothing, NOT means "not all of these". Differences, both
Qdrant's: on a list a comparison holds when it holds for any member, and ``==`` does not see
through two spellings of one date.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.errors import FilterError

if TYPE_CHECKING:
    import qdrant_edge
    from qdrant_client import models

Order = Literal["gt", "gte", "lt", "lte"]
_ORDERS: Final[dict[str, Order]] = {">": "gt", ">=": "gte", "<": "lt", "<=": "lte"}
_OPERATORS: Final = ("==", "!=", *_ORDERS, "in", "not in", "AND", "OR", "NOT")
_DOCUMENT_FIELDS: Final = {"id", "content"}
_PLAIN_STEP: Final = re.compile(r"[A-Za-z0-9_-]+")
_INT64: Final = range(-(2**63), 2**63)
_EXACT: Final = 2**53  # up to here every integer is a float


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these holds; with none, everything matches."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these holds; with none, nothing matches."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """This does not hold."""

    of: Condition


@dataclass(frozen=True, slots=True)
class Equal:
    """The field is one of these strings, or it is this boolean or large integer."""

    key: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """The field is before or after a number, or a moment in ISO 8601."""

    key: str
    order: Order
    value: float | str


@dataclass(frozen=True, slots=True)
class Number:
    """The field is this number, or is a list that holds it."""

    key: str
    value: float


@dataclass(frozen=True, slots=True)
class Missing:
    """The field is absent, null or an empty list."""

    key: str


Condition = All | AnyOf | Not | Equal | Compare | Number | Missing
NOTHING: Final = AnyOf(())


def parse(filters: dict[str, Any] | None) -> Condition:
    """The checked condition of Haystack filters; empty filters match everything.

    Raises ``FilterError`` with what is wrong and, for an operator, what there is.
    """
    if not filters:
        return All(())
    if not isinstance(filters, dict):
        raise FilterError(f"a filter is a dict, not {type(filters).__name__}: {filters!r}")
    operator = _get(filters, "operator")
    if operator not in _OPERATORS:
        known = ", ".join(_OPERATORS)
        raise FilterError(f"unknown operator {operator!r} in {filters!r}; known: {known}")
    if operator not in ("AND", "OR", "NOT"):
        return _comparison(payload_key(_get(filters, "field")), operator, _get(filters, "value"))
    conditions = _get(filters, "conditions")
    if not isinstance(conditions, list) or not conditions:
        raise FilterError(f"'conditions' of {operator} must be a list with something in it")
    if not all(isinstance(condition, dict) and condition for condition in conditions):
        raise FilterError(f"each of the 'conditions' of {operator} must be a filter: {filters!r}")
    parts = tuple(parse(condition) for condition in conditions)
    if operator == "OR":
        return AnyOf(parts)
    return All(parts) if operator == "AND" else Not(All(parts))


def payload_key(field: str) -> str:
    """Where a field lies in the payload: ``projects`` and ``meta.projects`` are the same."""
    if not isinstance(field, str) or not field:
        raise FilterError(f"'field' must be a name such as 'meta.language', not {field!r}")
    steps = field.split(".")
    if steps[0] != "meta" and field not in _DOCUMENT_FIELDS:
        steps = ["meta", *steps]
    if any(not step or '"' in step for step in steps):
        raise FilterError(f"{field!r} is no field name: empty step or double quote in it")
    return ".".join(step if _PLAIN_STEP.fullmatch(step) else f'"{step}"' for step in steps)


def to_edge(condition: Condition) -> qdrant_edge.Filter:
    """The condition as Qdrant Edge takes it."""
    import qdrant_edge as edge

    def build(part: Condition) -> Any:
        match part:
            case All(of):
                return edge.Filter(must=[build(inner) for inner in of])
            case AnyOf(()):
                return edge.HasIdCondition(set())
            case AnyOf(of):
                return edge.Filter(should=[build(inner) for inner in of])
            case Not(of):
                return edge.Filter(must_not=[build(of)])
            case Equal(key, (value,)):
                return edge.FieldCondition(key, match=edge.MatchValue(value))
            case Equal(key, values):
                choices: Any = list(values)
                return edge.FieldCondition(key, match=edge.MatchAny(choices))
            case Compare(key, order, value):
                bound: dict[str, Any] = {order: value}
                kind = edge.RangeDateTime if isinstance(value, str) else edge.RangeFloat
                return edge.FieldCondition(key, range=kind(**bound))
            case Number(key, number):
                return edge.FieldCondition(key, range=edge.RangeFloat(gte=number, lte=number))
            case Missing(key):
                return edge.IsEmptyCondition(key)

    return edge.Filter(must=[build(condition)])


def to_client(condition: Condition) -> models.Filter:
    """The condition as ``qdrant_client`` takes it."""
    from qdrant_client import models

    def build(part: Condition) -> Any:
        match part:
            case All(of):
                return models.Filter(must=[build(inner) for inner in of])
            case AnyOf(()):
                return models.HasIdCondition(has_id=[])
            case AnyOf(of):
                return models.Filter(should=[build(inner) for inner in of])
            case Not(of):
                return models.Filter(must_not=[build(of)])
            case Equal(key, (value,)):
                return models.FieldCondition(key=key, match=models.MatchValue(value=value))
            case Equal(key, values):
                choices: Any = list(values)
                return models.FieldCondition(key=key, match=models.MatchAny(any=choices))
            case Compare(key, order, value):
                bound: dict[str, Any] = {order: value}
                kind = models.DatetimeRange if isinstance(value, str) else models.Range
                return models.FieldCondition(key=key, range=kind(**bound))
            case Number(key, number):
                return models.FieldCondition(key=key, range=models.Range(gte=number, lte=number))
            case Missing(key):
                return models.IsEmptyCondition(is_empty=models.PayloadField(key=key))

    return models.Filter(must=[build(condition)])


def _get(filters: dict[str, Any], key: str) -> Any:
    if key not in filters:
        raise FilterError(f"'{key}' is missing in {filters!r}")
    return filters[key]


def _comparison(key: str, operator: str, value: Any) -> Condition:
    if operator == "==":
        return _equal(key, value)
    if operator == "!=":
        return Not(_equal(key, value))
    if operator in _ORDERS:
        return NOTHING if value is None else Compare(key, _ORDERS[operator], _orderable(value))
    if not isinstance(value, list):
        raise FilterError(f"'{operator}' takes a list, not {value!r}")
    found = _one_of(key, value)
    return Not(found) if operator == "not in" else found


def _one_of(key: str, values: list[Any]) -> Condition:
    strings = tuple(value for value in values if isinstance(value, str))
    if strings and len(strings) == len(values):
        return Equal(key, strings)
    return AnyOf(tuple(_equal(key, value) for value in values))


def _equal(key: str, value: Any) -> Condition:
    match value:
        case None:
            return Missing(key)
        case datetime() | date():
            return Equal(key, (value.isoformat(),))
        case str() | bool():
            return Equal(key, (value,))
        # Engines match integers by value but not floats, and 2 is to equal a stored 2.0. It is one
        # condition: of two, one member of a list may meet the first and another the second.
        case int() | float() if abs(value) <= _EXACT:
            return Number(key, float(value))
        case int() if value in _INT64:
            return Equal(key, (value,))
    raise FilterError(f"{key} can't be equal to {value!r}; give a string, number, boolean or date")


def _orderable(value: Any) -> float | str:
    match value:
        case datetime() | date():
            return value.isoformat()
        case bool():
            pass
        case int() | float() if math.isfinite(value):
            return float(value)
        case str():
            try:
                return datetime.fromisoformat(value).isoformat()
            except ValueError:
                pass
    raise FilterError(
        f"{value!r} can't be ordered; give a number or a full date such as '2022-05-04'"
    )
