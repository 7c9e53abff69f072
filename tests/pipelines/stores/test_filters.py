"""Filters that are refused, with a message that helps, and what both engines are given."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.errors import FilterError

from pipelines.stores.filters import (
    NOTHING,
    All,
    AnyOf,
    Compare,
    Equal,
    Missing,
    Not,
    Number,
    parse,
    payload_key,
    to_client,
    to_edge,
)

TYPE_IS_CALL = {"field": "meta.type", "operator": "==", "value": "call"}


def comparison(operator: str, value: Any, field: str = "meta.x") -> dict[str, Any]:
    return {"field": field, "operator": operator, "value": value}


@pytest.mark.parametrize(
    ("filters", "condition"),
    [
        (None, All(())),
        ({}, All(())),
        (TYPE_IS_CALL, Equal("meta.type", ("call",))),
        (comparison("!=", "a"), Not(Equal("meta.x", ("a",)))),
        (comparison("==", None), Missing("meta.x")),
        (comparison("!=", None), Not(Missing("meta.x"))),
        (comparison("==", True), Equal("meta.x", (True,))),
        (comparison("==", 2), Number("meta.x", 2.0)),
        (comparison("==", 2**60), Equal("meta.x", (2**60,))),
        (comparison("==", date(2022, 5, 4)), Equal("meta.x", ("2022-05-04",))),
        (comparison(">", 1.5), Compare("meta.x", "gt", 1.5)),
        (comparison("<=", "2022-05-04"), Compare("meta.x", "lte", "2022-05-04T00:00:00")),
        (comparison(">=", date(2022, 5, 4)), Compare("meta.x", "gte", "2022-05-04")),
        (comparison("<", None), NOTHING),
        (comparison("in", ["a", "b"]), Equal("meta.x", ("a", "b"))),
        (comparison("in", []), NOTHING),
        (comparison("not in", ["a"]), Not(Equal("meta.x", ("a",)))),
        (comparison("in", ["a", None]), AnyOf((Equal("meta.x", ("a",)), Missing("meta.x")))),
        (
            {"operator": "NOT", "conditions": [TYPE_IS_CALL, comparison(">", 1)]},
            Not(All((Equal("meta.type", ("call",)), Compare("meta.x", "gt", 1.0)))),
        ),
        (
            {
                "operator": "OR",
                "conditions": [{"operator": "AND", "conditions": [TYPE_IS_CALL]}, TYPE_IS_CALL],
            },
            AnyOf((All((Equal("meta.type", ("call",)),)), Equal("meta.type", ("call",)))),
        ),
    ],
)
def test_filters_are_read_and_both_engines_take_them(filters: Any, condition: Any) -> None:
    assert parse(filters) == condition
    to_edge(condition)
    to_client(condition)


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (["x"], "a filter is a dict, not list"),
        ({"field": "meta.x", "operator": "~", "value": 1}, r"unknown operator '~'.*known: ==, !="),
        ({"field": "meta.x", "value": 1}, "'operator' is missing"),
        ({"field": "meta.x", "operator": "=="}, "'value' is missing"),
        ({"operator": "==", "value": 1}, "'field' is missing"),
        ({"operator": "AND"}, "'conditions' is missing"),
        ({"operator": "AND", "conditions": []}, "list with something in it"),
        ({"operator": "OR", "conditions": [{}]}, "must be a filter"),
        ({"operator": "NOT", "conditions": TYPE_IS_CALL}, "list with something in it"),
        (comparison("in", "abc"), "'in' takes a list"),
        (comparison("in", [["a"]]), "can't be equal to"),
        (comparison("==", ["a"]), "can't be equal to"),
        (comparison("==", float("nan")), "can't be equal to nan"),
        (comparison("==", 2**70), "can't be equal to"),
        (comparison(">", "2025"), "full date such as '2022-05-04'"),
        (comparison(">", "2022-05"), "full date"),
        (comparison(">", True), "can't be ordered"),
        (comparison(">", float("inf")), "can't be ordered"),
        (comparison("==", 1, field=""), "'field' must be a name"),
        (comparison("==", 1, field="meta..x"), "no field name"),
        (comparison("==", 1, field='a"b'), "no field name"),
    ],
)
def test_bad_filters_are_refused(filters: Any, message: str) -> None:
    with pytest.raises(FilterError, match=message):
        parse(filters)


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("meta.projects", "meta.projects"),
        ("projects", "meta.projects"),
        ("id", "id"),
        ("content", "content"),
        ("meta.host.name", "meta.host.name"),
        ("meta.nom d'hôte", 'meta."nom d\'hôte"'),
    ],
)
def test_fields_with_or_without_prefix(field: str, key: str) -> None:
    assert payload_key(field) == key
