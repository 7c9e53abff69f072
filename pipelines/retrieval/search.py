"""Candidates to what a user sees: hits with highlights, and facets of all that matched."""

from __future__ import annotations

import time
from collections.abc import Sequence

from pipelines.catalogue.families import MOST, Kinship
from pipelines.filters import Filters
from pipelines.results import Hit, SearchResult
from pipelines.retrieval.query import Query
from pipelines.retrieval.retrieve import Candidate, facets
from pipelines.terms.match import highlights


def search(
    query: Query,
    filters: Filters,
    candidates: Sequence[Candidate],
    kinship: Kinship,
    limit: int,
    offset: int,
    started: float,
) -> SearchResult:
    """The result page of ``limit`` hits from ``offset``; ``started`` is a ``perf_counter``."""
    return SearchResult(
        query=query.text,
        language=query.language,
        expansions=query.expansions(),
        filters=filters.as_dict(),
        total=len(candidates),
        hits=hits(query, candidates[offset : offset + limit], kinship, offset),
        facets=facets(candidates),
        took_ms=round((time.perf_counter() - started) * 1000),
    )


def newest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates by the day that their document's dates end, the last first; undated ones
    follow, and those of one day keep their order."""
    return sorted(candidates, key=_last_day, reverse=True)


def _last_day(candidate: Candidate) -> str:
    """The day that a document's dates end, where they say a month its last; "" for undated."""
    end: str = candidate.passage.meta.get("end_date") or ""
    return f"{end}-31" if len(end) == len("2022-05") else end


def hits(
    query: Query, candidates: Sequence[Candidate], kinship: Kinship, offset: int = 0
) -> tuple[Hit, ...]:
    """The candidates as hits, ranked from ``offset + 1``."""
    return tuple(
        _hit(query, candidate, kinship, rank)
        for rank, candidate in enumerate(candidates, offset + 1)
    )


def _hit(query: Query, candidate: Candidate, kinship: Kinship, rank: int) -> Hit:
    meta, text = candidate.passage.meta, candidate.passage.content or ""
    return Hit(
        rank=rank,
        document=meta["document"],
        source=meta["source"],
        title=meta["title"],
        language=meta["language"],
        type=meta["type"],
        projects=tuple(meta.get("projects") or ()),
        start_date=meta.get("start_date"),
        end_date=meta.get("end_date"),
        page=meta.get("page"),
        start=meta["start"],
        end=meta["end"],
        text=text,
        highlights=highlights(query, text, meta["language"]),
        related=kinship.of(meta["document"], MOST),
    )
