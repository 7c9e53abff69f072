"""What a search or a question gives back: the shapes the command line and the page share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from pipelines.catalogue.families import Related

Kind = Literal["extractive", "list", "generative", "abstained"]
Support = Literal["supported", "partial"]
Sort = Literal["relevance", "date"]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A term of the query, and what else was searched for it."""

    term: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; ``start``, ``end`` are offsets in its document, ``highlights`` in it.

    ``related`` are the first few copies, near copies and translations of its document.
    """

    rank: int
    document: str
    source: str
    title: str
    language: str
    type: str
    projects: tuple[str, ...]
    start_date: str | None
    end_date: str | None
    page: int | None
    start: int
    end: int
    text: str
    highlights: tuple[tuple[int, int], ...]
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Passages by rank; ``total`` counts all that matched, ``facets`` their documents by value."""

    query: str
    language: str
    expansions: tuple[Expansion, ...]
    filters: Mapping[str, list[str]]
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    took_ms: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document; ``quote`` is exactly its text from ``start`` to ``end``."""

    number: int
    document: str
    source: str
    title: str
    language: str
    page: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the answer and the numbers of the citations it rests on."""

    text: str
    citations: tuple[int, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Coverage:
    """In documents: how many were searched, matched, could not be read, were filtered out.

    ``events`` counts the events of a list from the register; None where none was asked for.
    """

    searched: int
    matched: int
    unreadable: int
    filtered_out: int
    events: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its citations; or, abstained, the reason and the nearest passages. ``reason``
    beside an answer says which part of the question it leaves open.

    ``narrowed`` are the filters that the question's own words demanded, beside those given.
    ``dropped`` counts statements left out because what they cite doesn't hold them, and
    ``citations_removed`` the numbers that a language model cited and was never given. Where one
    was asked and its answer is not given, ``fallback`` says why, in the question's language.
    ``asked_as`` is the standalone question that a follow-up was understood as; None where the
    question was asked as it stands.
    """

    question: str
    language: str
    kind: Kind
    answer: str | None
    reason: str | None
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    nearest: tuple[Hit, ...] = field(default=())
    narrowed: Mapping[str, list[str]] = field(default_factory=dict)
    dropped: int = 0
    citations_removed: int = 0
    fallback: str | None = None
    asked_as: str | None = None
    took_ms: int = 0


def as_json(result: SearchResult | Reply) -> dict[str, Any]:
    """The object of the command line's and the API's contract, in plain JSON values.

    ``events`` is in a coverage only where the register had a part in the answer. The facet of
    sectors is the page's; the contract has the other five.
    """
    found = asdict(result)
    found.get("facets", {}).pop("sector", None)
    coverage = found.get("coverage", {})
    if coverage.get("events", 0) is None:
        del coverage["events"]
    return found
