"""Who takes part in a project, by the events and the descriptions of its documents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from ingest.describe.bodies.organisations import key_of
from ingest.describe.bodies.partners import is_associated
from ingest.register.projects import projects_of
from ingest.types import Description, Language, Span, Text, Value
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.register.row import Row
from pipelines.register.texts import Telling
from pipelines.register.wording import in_documents

Part = Literal["coordinator", "associated"]
# A list of partners and where it is told.
_List = tuple[Telling, tuple[Value, ...]]

T = TypeVar("T", bound=Telling)
_WORDS: Final[dict[Part, tuple[str, str]]] = {
    "coordinator": ("coordinator", "chef de file"),
    "associated": ("associated partner", "partenaire associé"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A document by what a citation says of it."""

    document: str
    source: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Member:
    """A partner of a project: its name, where it is told, and its part where that is told too."""

    name: str
    told: tuple[tuple[Telling, Span | None], ...]
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Consortium:
    """The partners of a project, and the documents that list any of them."""

    members: tuple[Member, ...]
    documents: frozenset[str]


def consortium(
    catalogue: Catalogue,
    rows: Sequence[Row],
    projects: Collection[str],
    filters: Filters,
    text_of: Callable[[Telling], Text],
) -> Consortium:
    """Every partner that the events or documents of the projects list, once; who coordinates first.

    ``rows`` are the projects' events. A document's description counts where it is of one of the
    projects and of no other.
    """
    described = list(_described(catalogue, projects, filters))
    lists: list[_List] = [(t, t.event.partners) for row in rows for t in row.told]
    lists += [(origin, d.partners) for origin, d in described]
    found: dict[str, Member] = {}
    for telling, values in sorted(lists, key=lambda pair: -len(pair[1])):
        for value in values:
            key = key_of(value.text)
            if value.span is not None and key not in found:
                part: Part | None = None
                if is_associated(text_of(telling).content, value.span):
                    part = "associated"
                found[key] = Member(value.text, ((telling, value.span),), part)
    listing = {telling.document for telling, values in lists if any(v.span for v in values)}
    leads = [
        (origin, lead)
        for origin, d in described
        if (lead := d.coordinator) is not None and lead.span is not None
    ]
    people = list(found.values())
    leads = leading(leads, found.keys())
    if leads:
        telling, lead = leads[0]
        known = found.get(key_of(lead.text))
        places = ((telling, lead.span), *(known.told if known else ()))
        first = Member(known.name if known else lead.text, places, "coordinator")
        people = [first, *(member for member in people if member is not known)]
        listing.add(telling.document)
    return Consortium(tuple(people), frozenset(listing))


def leading(leads: Iterable[tuple[T, Value]], partners: Collection[str]) -> list[tuple[T, Value]]:
    """Where the one who coordinates is told, of those who are said to; of several the one that is
    among the ``partners``, by their keys. Nobody where it is several, or none, of them."""
    told = list(leads)
    keys = {key_of(lead.text) for _, lead in told}
    if len(keys) > 1:
        keys &= set(partners)
    return [lead for lead in told if keys == {key_of(lead[1].text)}]


def part_word(part: Part | None, language: Language) -> str:
    """A member's part as it stands behind the name; nothing for a partner like others."""
    if part is None:
        return ""
    english, french = _WORDS[part]
    return f" ({french if language == 'fr' else english})"


def partners_counted(people: Consortium, language: Language) -> str:
    """How many partners there are, in how many documents: "5 partners, in 2 documents."."""
    number, documents = len(people.members), len(people.documents)
    associated = sum(member.part == "associated" for member in people.members)
    told = in_documents(documents, language)
    if language == "fr":
        which = f", dont {associated} associé{'s' * (associated > 1)}" if associated else ""
        return f"{number} partenaire{'s' * (number > 1)}{which}, {told}."
    which = f", {associated} of them associated" if associated else ""
    return f"{number} partner{'s' * (number > 1)}{which}, {told}."


def _described(
    catalogue: Catalogue, projects: Collection[str], filters: Filters
) -> Iterator[tuple[Telling, Description]]:
    """The descriptions of the documents of these projects, under the filters."""
    where = filters.as_dict()
    names = sorted(set(projects) & set(where.get("project", projects)))
    if not names:
        return
    for record in catalogue.records(VISIBLE, {**where, "project": names}):
        description = record.description
        if description is None:
            continue
        own = {value.text for value in projects_of(description)}
        if own and own <= set(names):
            yield (
                Origin(record.id, record.source, record.title, description.language),
                description,
            )
