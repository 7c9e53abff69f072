"""Keeps the projects of documents in step with the library: what one tells others only name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ingest.describe.bodies.organisations import key_of
from ingest.describe.projects.projectknown import Known, known_by_word, recognised
from ingest.gazetteer import fold
from ingest.register import find_events
from ingest.types import Description, Text
from pipelines.catalogue.families import are_set
from pipelines.catalogue.names import known_projects, set_known_projects
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.catalogue.traces import untraced
from pipelines.indexing.index import Target, relabel
from pipelines.indexing.reading import Prepared

_AT_ONCE: Final = 500  # documents whose texts are held


def recognise(target: Target) -> None:
    """Give each document of the generation the projects that it is about by a name which another
    tells to be a project's; take back what no document tells any more.

    Where a person has said which projects a document is of, that holds. Costs nothing where nothing
    changed since `pipelines.indexing.related.relate`, which goes after it; where the names are
    those of last time, only documents that were written since are read.
    """
    catalogue, generation = target.catalogue, target.generation
    if are_set(catalogue, generation):
        return
    records = catalogue.records(VISIBLE, generation=generation)
    names = sorted(_projects(r.description for r in records if r.description))
    if known_projects(catalogue, generation) == names:
        new = set(untraced(catalogue, generation))
        records = [record for record in records if record.id in new]
    known = known_by_word(names)
    for start in range(0, len(records), _AT_ONCE):
        group = records[start : start + _AT_ONCE]
        texts = catalogue.texts([record.id for record in group], generation)
        items = (_recognised(record, texts[record.id], known) for record in group)
        relabel(target, [item for item in items if item is not None])
    set_known_projects(catalogue, generation, names)


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
    """The names that documents tell as a project's, and not more often as a body's. What one alone
    tells in passing ("our FABLAB project") may be anything: it has to stand in its title."""
    told: dict[str, set[str]] = defaultdict(set)  # each way to write it
    counted: Counter[str] = Counter()
    titled: set[str] = set()
    bodies: Counter[str] = Counter()
    for one in descriptions:
        title = fold(one.title.text)
        for value in one.projects:
            if value.origin == "library":
                continue
            key = key_of(value.text)
            told[key].add(value.text)
            counted[key] += 1
            if value.origin == "person" or fold(value.text) in title:
                titled.add(key)
        # Among its organisations a text may hold what it only names, a project as well.
        named = (*one.partners, one.host, one.organiser, one.coordinator)
        bodies.update({key_of(value.text) for value in named if value is not None})
    sure = {k for k, n in counted.items() if n >= bodies[k] and (n > 1 or k in titled)}
    return {name for key in sure for name in told[key]}
