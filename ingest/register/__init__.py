"""The events a document tells of: its own, those it tells in passing, and agreements signed.

Precision comes before recall: what is not told in so many words leaves its cell empty, and a
season is no date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from ingest.types import Description, Event, Text

VERSION: Final = "8"
_ENOUGH: Final = 120_000  # characters read of a very long text
_MOST: Final = 60
_MOVED: Final = timedelta(days=200)


def find_events(text: Text, description: Description) -> tuple[Event, ...]:
    """The events of ``text``, its own first, then in order of place; each told once.

    Every cell has the span it rests on, but a title or date that the file's metadata gave.
    """
    from dataclasses import replace

    from ingest.register.agreements import agreements
    from ingest.register.callitems import call_items, is_page_of, without_days_of
    from ingest.register.callrows import call_rows
    from ingest.register.calls import passing_calls
    from ingest.register.cells import parts_of
    from ingest.register.listitems import is_told_in, list_items
    from ingest.register.lists import is_collection
    from ingest.register.own import own_event
    from ingest.register.passing import passing_events
    from ingest.register.projects import project_of_all, projects_of
    from ingest.register.rowevents import row_events
    from ingest.register.rows import is_list, rows_of

    if len(text.content) > _ENOUGH:
        stop = text.content.rfind("\n", 0, _ENOUGH)
        text = replace(text, content=text.content[: stop if stop > 0 else _ENOUGH])
    parts = parts_of(text, description)
    rows = rows_of(parts, text, description)
    many = is_collection(parts, text, description)
    projects = project_of_all(text, description, many)
    offered = list_items(parts, text, description, projects)
    many = many or is_told_in(offered, description.dates)
    ours = projects_of(description, text.content) if description.type == "call" else projects
    lots = call_rows(parts, description, ours)
    items = call_items(parts, text, description, ours)
    own = None
    # A page of several calls is none of them.
    if description.type != "call" or not (lots or is_page_of(items, description)):
        own = own_event(parts, text, description, many or is_list(rows, description.dates))
        own = without_days_of(items, own) if own else None
    lots += tuple(item for item in items if not any(_same(item, lot) for lot in lots))
    events = [own] if own else []
    # One that a title tells without its day is the one whose sentence tells it.
    signed = sorted(agreements(parts, own), key=lambda deal: deal.dates is None)
    if own is not None and own.kind == "agreement":
        events = [_with_parties(own, signed)]
    events += [lot for lot in lots if not any(_same(lot, event) for event in events)]
    calls = passing_calls(parts, description, projects, own)
    listed = row_events(rows, parts, text, description, own, projects)
    told = passing_events(parts, text, description, own, projects, rows)
    for event in (*listed, *offered, *told, *signed, *calls):
        if not any(_same(event, other) for other in events):
            events.append(event)
    kept = [event for event in events if not any(_gave_way(event, other) for other in events)]
    return tuple(kept[:_MOST])


def _gave_way(old: Event, new: Event) -> bool:
    """Whether a plan is the one from before ``new`` was put off: of its kind and place, months
    ahead at most. Committees meet again in a town."""
    if new.put_off is None or old.put_off is not None or old.status != "planned":
        return False
    if old.kind != new.kind or old.kind in ("meeting", "call"):
        return False
    if old.place is None or new.place is None or old.dates is None:
        return False
    near = new.dates is None or timedelta(0) < new.dates.start - old.dates.start <= _MOVED
    return old.place.text == new.place.text and near


def _with_parties(own: Event, signed: Sequence[Event]) -> Event:
    """The agreement that a document is about with the parties of the sentence that tells the
    signing, where the description lists none, how it stands, and its day where no other is
    told."""
    from dataclasses import replace

    deals = [deal for deal in signed if _same(own, deal)]
    if not deals:
        return own
    first = deals[0]
    own = replace(
        own, dates=own.dates or first.dates, status=first.status, status_span=first.status_span
    )
    told = next((deal for deal in deals if deal.partners), None)
    if told is None or own.partners:
        return own
    return replace(own, partners=told.partners, partner_countries=told.partner_countries)


def _same(one: Event, other: Event) -> bool:
    """Whether two tellings of one document mean one event: of one kind, in the same days."""
    if one.kind == other.kind == "call":
        last = {d.iso() for d in one.deadlines}
        return one.deadlines == other.deadlines or bool(last & {d.iso() for d in other.deadlines})
    if one.kind != other.kind and "meeting" not in (one.kind, other.kind):
        return False
    if one.kind == other.kind == "agreement" and None in (one.dates, other.dates):
        return _of_one_deal(one, other)
    if one.dates is None or other.dates is None:
        return one.dates is other.dates and one.place == other.place
    places = {value.text for value in (one.place, other.place) if value}
    if one.kind != "agreement" and len(places) == 2 and "online" not in places:
        return False
    return one.dates.meets(other.dates)


def _of_one_deal(one: Event, other: Event) -> bool:
    """Whether the parties told of two agreements are those of one: some of them, or all."""
    from ingest.describe.bodies.organisations import key_of

    first, second = ({key_of(v.text) for v in deal.partners} for deal in (one, other))
    return first <= second or second <= first
