"""Which documents are versions of one another: by their words, their dates and their meaning.

Documents of nearly the same words are one *text*; those of them that no date sets apart are one
*edition* of it. A French and an English edition are translations when each is the other's nearest
in the other language, by meaning and by shared names and figures together, and when nothing that
is described of them speaks against it. Nearest is relative: no cosine has to reach a height that
would depend on the encoder.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ingest.marks import shared, weights
from ingest.shingles import groups
from pipelines.catalogue.families import Family
from pipelines.catalogue.traces import Known

NEAR = 0.7  # resemblance from which two texts are nearly the same
SHARED = 0.45  # the part of a text's names and figures that its translation has too
FEWEST = 3  # names and figures in common; texts that have fewer are judged by meaning alone
AHEAD = 0.25  # and then the nearest is nearer than the next by this much of a cosine
CLOSEST = 10  # documents of the other language that are looked at for each
_BLOCK = 1024  # rows of cosines at a time

# These are dated by the event they announce or tell of; the others by when they came out, and a
# translation may come out later.
_DATED_BY_EVENT = ("event_report", "agenda", "announcement", "call")
_LATER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A French and an English edition, by their places, and how close they are."""

    french: int
    english: int
    cosine: float
    shared: float


def find_families(documents: Sequence[Known]) -> dict[str, Family]:
    """The family of every document that is not alone in its own.

    It depends on the documents only, not on their order nor on what was found before.
    """
    documents = sorted(documents, key=lambda document: document.trace.document)
    if not documents:
        return {}
    texts: dict[int, list[Known]] = {}
    rows = groups(np.array([document.trace.signature for document in documents]), NEAR)
    for document, row in zip(documents, rows, strict=True):
        texts.setdefault(row, []).append(document)
    editions = [edition for text in texts.values() for edition in _editions(text)]
    works = {id_of(edition): id_of(edition) for edition in editions}
    works |= {id_of(english): id_of(french) for french, english in translations(editions)}
    of_text = {id_of([d]): id_of(text) for text in texts.values() for d in text}
    found = {
        id_of([document]): Family(of_text[id_of([document])], works[id_of(edition)])
        for edition in editions
        for document in edition
    }
    sizes: dict[str, int] = {}
    for family in found.values():
        for name in {f"text {family.text}", f"work {family.work}"}:
            sizes[name] = sizes.get(name, 0) + 1
    return {
        name: family
        for name, family in found.items()
        if sizes[f"text {family.text}"] > 1 or sizes[f"work {family.work}"] > 1
    }


def id_of(edition: Sequence[Known]) -> str:
    """What an edition is called: the id of its first document."""
    return edition[0].trace.document


def translations(
    editions: Sequence[Sequence[Known]],
) -> Iterator[tuple[Sequence[Known], Sequence[Known]]]:
    """French editions, each with the English one that says the same."""
    # A text's first document stands for its edition: the others have nearly its words.
    french = [edition for edition in editions if edition[0].language == "fr"]
    english = [edition for edition in editions if edition[0].language == "en"]
    if not french or not english:
        return
    pairs = _pairs([edition[0] for edition in french], [edition[0] for edition in english])
    rows, columns = defaultdict(list), defaultdict(list)
    for pair in pairs:
        rows[pair.french].append(pair)
        columns[pair.english].append(pair)
    for row in rows.values():
        pair = max(row, key=_closeness)
        column = columns[pair.english]
        if max(column, key=_closeness) is not pair:
            continue
        one, other = french[pair.french][0], english[pair.english][0]
        rivals = [rival.cosine for rival in (*row, *column) if rival is not pair]
        if _same_content(one, other, pair, rivals) and not _against(one, other):
            yield french[pair.french], english[pair.english]


def _editions(text: Sequence[Known]) -> list[list[Known]]:
    """The documents of a text, those together that no date sets apart."""
    alike: dict[tuple[object, ...], list[Known]] = {}  # by dates: copies are compared once
    for document in text:
        dates = (document.start_date, document.end_date, document.deadlines)
        alike.setdefault(dates, []).append(document)
    editions: list[list[list[Known]]] = []
    for same in alike.values():
        for edition in editions:
            if not any(_dated_apart(same[0], other[0], timedelta(0)) for other in edition):
                edition.append(same)
                break
        else:
            editions.append([same])
    return [
        sorted((d for same in edition for d in same), key=lambda d: d.trace.document)
        for edition in editions
    ]


def _pairs(french: Sequence[Known], english: Sequence[Known]) -> list[_Pair]:
    ours = np.array([document.trace.vector for document in french])
    theirs = np.array([document.trace.vector for document in english])
    close = {(one, other) for one, other in _closest(ours, theirs)}
    close |= {(one, other) for other, one in _closest(theirs, ours)}
    names = [[frozenset(d.trace.marks) for d in side] for side in (french, english)]
    weight = weights(*names)
    return [
        _Pair(
            one,
            other,
            float(ours[one] @ theirs[other]),
            shared(names[0][one], names[1][other], weight),
        )
        for one, other in sorted(close)
    ]


def _closest(ours: np.ndarray, theirs: np.ndarray) -> Iterator[tuple[int, int]]:
    most = min(CLOSEST, len(theirs))
    for start in range(0, len(ours), _BLOCK):
        cosines = ours[start : start + _BLOCK] @ theirs.T
        for row, nearest in enumerate(np.argpartition(-cosines, most - 1)[:, :most], start):
            yield from ((row, int(other)) for other in nearest)


def _closeness(pair: _Pair) -> float:
    return pair.cosine + pair.shared


def _same_content(one: Known, other: Known, pair: _Pair, rivals: Sequence[float]) -> bool:
    mine, theirs = set(one.trace.marks), set(other.trace.marks)
    if max(len(mine), len(theirs)) >= FEWEST:
        return pair.shared >= SHARED and len(mine & theirs) >= FEWEST
    return bool(rivals) and pair.cosine >= max(rivals) + AHEAD


def _against(one: Known, other: Known) -> bool:
    """Whether type or dates say that these are two things: an agenda and the report, two years."""
    if one.type != other.type and "other" not in (one.type, other.type):
        return True
    by_event = one.type in _DATED_BY_EVENT or other.type in _DATED_BY_EVENT
    return _dated_apart(one, other, timedelta(0) if by_event else _LATER)


def _dated_apart(one: Known, other: Known, slack: timedelta) -> bool:
    """Whether both have dates that are further apart than ``slack``, or other deadlines."""
    if one.deadlines and other.deadlines and not set(one.deadlines) & set(other.deadlines):
        return True
    mine, theirs = _days(one), _days(other)
    if mine is None or theirs is None:
        return False
    return mine[0] - theirs[1] > slack or theirs[0] - mine[1] > slack


def _days(document: Known) -> tuple[date, date] | None:
    """The first and the last day of a document's dates."""
    if document.start_date is None or document.end_date is None:
        return None
    first, last = document.start_date, document.end_date
    if len(last) == len("2022-05"):
        year, month = int(last[:4]), int(last[5:])
        return date.fromisoformat(f"{first}-01"), date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(first), date.fromisoformat(last)
