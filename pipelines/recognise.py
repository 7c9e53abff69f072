"""Keeps the projects of documents in step with the library: what one tells others only name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Final

from ingest.describe.organisations import key_of
from ingest.describe.projectknown import Known, known_by_word, recognised
from ingest.register import find_events
from ingest.types import Description, Text, Value
from pipelines.catalogue.families import are_set
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.index import Target, relabel
from pipelines.reading import Prepared

_AT_ONCE: Final = 500  # documents whose texts are held
_CAPITALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")


def recognise(target: Target) -> None:
    """Give each document of the generation the projects that it is about by a name which another
    tells to be a project's; take back what no document tells any more.

    Where a person has said which projects a document is of, that holds. Costs nothing where nothing
    changed; so it goes before `pipelines.related.relate`, which notes that.
    """
    catalogue, generation = target.catalogue, target.generation
    if are_set(catalogue, generation):
        return
    records = catalogue.records(VISIBLE, generation=generation)
    known = known_by_word(_projects(r.description for r in records if r.description))
    for start in range(0, len(records), _AT_ONCE):
        group = records[start : start + _AT_ONCE]
        texts = catalogue.texts([record.id for record in group], generation)
        items = (_recognised(record, texts[record.id], known) for record in group)
        relabel(target, [item for item in items if item is not None])


def _recognised(record: Record, text: Text, known: Known) -> Prepared | None:
    """The document with its projects as they are now; None where they are what they were."""
    description = record.description
    if description is None or "projects" in description.overridden:
        return None
    told = tuple(value for value in description.projects if value.origin != "library")
    alone = replace(description, projects=told)
    projects = (*told, *recognised(text, alone, record.source, known))
    if projects == description.projects:
        return None
    now = replace(description, projects=projects)
    return Prepared(replace(record, description=now), text, events=find_events(text, now))


def _projects(descriptions: Iterable[Description]) -> set[str]:
    """The names that documents tell as a project's, and not more often as a body's."""
    projects: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for one in descriptions:
        projects.update(value.text for value in one.projects if value.origin != "library")
        bodies.update({key_of(value.text) for value in chain(one.organisations, _acting(one))})
    return {
        name
        for name, count in projects.items()
        # "Alpin" may be anything, unless two say what it is.
        if count >= bodies[key_of(name)] and (count > 1 or _CAPITALS.search(name[1:]))
    }


def _acting(description: Description) -> tuple[Value, ...]:
    named = (description.host, description.organiser, description.coordinator)
    return (*(value for value in named if value is not None), *description.partners)
