"""Tellings of one event by what they share: its bodies, its name, the kinds that mean the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.types import DateRange, Event, Span, Value
from pipelines.catalogue.events import Told
from pipelines.register.merge import merged, same

DAY = date(2022, 5, 3)


def told(document, name, kind="workshop", start=DAY, projects=(), **cells):
    values = {cell: Value(text) for cell, text in cells.items()}
    days = DateRange(start, start)
    event = Event(kind, Value(name), "held", days, projects=tuple(map(Value, projects)), **values)
    return Told(document, f"{document}.txt", "A page", "en", 1, event, {})


def test_one_host_on_one_day_is_one_event_and_two_names_are_two():
    one = told("a", "Workshop on glazes", host="Pôle A")
    assert same(one, told("b", "workshop", host="Pôle A"))
    assert same(one, told("b", "workshop", organiser="Pôle A"))
    assert not same(one, told("b", "Workshop on kilns", host="Pôle A"))
    assert not same(one, told("b", "workshop", start=date(2022, 5, 4), host="Pôle A"))
    assert not same(one, told("b", "workshop", host="Pôle B"))
    assert not same(one, told("b", "visit", "visit", host="Pôle A"))
    assert len(merged([one, told("b", "workshop", organiser="Pôle A")])) == 1


def test_a_name_of_its_own_is_enough_on_the_same_day():
    one = told("a", "Rencontres Argilux", place="Dole")
    other = told("b", "Argilux 2022")
    assert same(one, other)
    assert len(merged([one, other])) == 1
    assert not same(one, told("b", "Argilux 2022", place="Metz"))
    assert not same(one, told("b", "Rencontres Brikolux"))


def test_an_exchange_of_staff_is_the_exchange_of_its_days_and_town():
    one = told("a", "Staff exchange", "staff_exchange", place="Bilbao", projects=["RAILX"])
    assert same(one, told("b", "exchange", "exchange", place="Bilbao"))
    assert not same(one, told("b", "exchange", "exchange", place="Porto"))
    assert not same(one, told("b", "visit", "visit", place="Bilbao", projects=["RAILX"]))


def test_of_an_event_told_by_one_of_its_days_the_row_has_all_that_another_gives():
    def over(document, end, status):
        one = told(document, "Exchange", "exchange", place="Bilbao", projects=["RAILX"])
        return replace(one, event=replace(one.event, dates=DateRange(DAY, end), status=status))

    last = told(
        "a", "Exchange", "exchange", start=date(2022, 5, 4), place="Bilbao", projects=["RAILX"]
    )
    (row,) = merged([last, over("b", date(2022, 5, 4), "planned")])
    assert row.when()[1].iso() == ("2022-05-03", "2022-05-04")
    (row,) = merged([last, over("b", date(2022, 5, 31), "planned")])  # no event of a month
    assert row.when()[1].iso() == ("2022-05-04", "2022-05-04")


def moved(document, status, start, late=False, place="Bilbao", projects=("RAILX",)):
    one = told(document, "Exchange", "exchange", start=start, place=place, projects=projects)
    put_off = Span(0, 9) if late else None
    return replace(one, event=replace(one.event, status=status, put_off=put_off))


def test_what_was_held_later_than_planned_is_one_event_where_it_says_that_it_was_put_off():
    held = moved("a", "held", date(2022, 6, 7), late=True)
    planned = moved("b", "planned", DAY)
    assert same(held, planned)
    (row,) = merged([planned, held])
    assert row.status == "held"
    assert [d.iso()[0] for _, d in row.other_days()] == ["2022-05-03"]


def test_another_edition_is_not_the_plan_of_what_was_put_off():
    held = moved("a", "held", date(2022, 6, 7), late=True)
    assert not same(held, moved("b", "planned", date(2021, 6, 7)))  # a year before
    assert not same(held, moved("b", "planned", date(2022, 9, 6)))  # the next
    assert not same(held, moved("b", "planned", DAY, place="Porto"))
    assert not same(held, moved("b", "planned", DAY, projects=("SEALX",)))
    assert not same(moved("a", "held", date(2022, 6, 7)), moved("b", "planned", DAY))
