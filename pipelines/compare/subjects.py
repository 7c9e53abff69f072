"""What a user's words name: a project, an event of the register, or a document.

Typing errors, missing accents and other names of a place are forgiven; what stays in doubt is an
error that lists what may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Final, Literal

from babel import Locale

from ingest.gazetteer import aliases, fold
from ingest.register.kinds import FoundKind
from ingest.types import LANGUAGES, EventKind
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.errors import UsageError
from pipelines.filters import Filters
from pipelines.register.find import find_rows, years_of
from pipelines.register.merge import Row
from pipelines.register.nouns import asked_kinds, kinds_meant, without_accents
from pipelines.register.wording import country_name, kind_word
from pipelines.words import is_function_word

Sort = Literal["event", "project", "document"]
_ALIKE: Final = 0.8  # of letters, from here on two words are one misspelt
_SHORTEST: Final = 5  # letters of a word that may be misspelt
_SHOWN: Final = 12
_WORD: Final = re.compile(r"[a-z0-9&]+")
_GENERAL: Final = frozenset("project projet projects projets".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to compare: its events and its documents."""

    sort: Sort
    name: str
    rows: tuple[Row, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    subject: Subject
    label: str
    kind: EventKind | None
    exact: frozenset[str]  # whole names that mean it
    words: frozenset[str]  # what a name of it is made of
    more: frozenset[str]  # and what its titles hold besides
    own: bool = True


def find_subjects(
    catalogue: Catalogue, names: Sequence[str], filters: Filters
) -> tuple[Subject, ...]:
    """What each name means among what the filters leave.

    Raises :class:`UsageError`, with what there is, for a name that means nothing or several things,
    and for two names of one thing.
    """
    candidates = _candidates(catalogue, filters)
    found = tuple(_meant(name, candidates) for name in names)
    for number, subject in enumerate(found):
        if any(subject == other for other in found[:number]):
            raise UsageError(
                f"{names[number]!r} is “{subject.name}”, which is compared already.",
                f"{names[number]!r} désigne « {subject.name} », déjà comparé.",
            )
    return found


def _meant(name: str, candidates: Sequence[_Candidate]) -> Subject:
    whole = " ".join(fold(name).split())
    if not whole:
        raise UsageError("A name is empty.", "Un nom est vide.")
    kinds, words = _taken_apart(name)
    projects = [c for c in candidates if c.subject.sort == "project"]
    events = [c for c in candidates if c.subject.sort == "event" and _of_kind(c, kinds)]
    bare = _joined(" ".join(w for w in whole.split() if w not in _GENERAL))
    spoken = [c for c in projects if not kinds and _word_score(bare, _joined(c.label)) > 0]
    tiers: Iterable[tuple[Sequence[_Candidate], Callable[[_Candidate], float]]] = (
        ([c for c in candidates if c.subject.sort == "document"], lambda c: whole in c.exact),
        (spoken, lambda c: _word_score(bare, _joined(c.label))),
        (events, lambda c: whole in c.exact),
        (events, lambda c: _score(words, c.words) if words else float(bool(kinds))),
        (events, lambda c: _score(words, c.words | c.more)),
        (
            [c for c in candidates if c.subject.sort == "document"],
            lambda c: _score(_all_words(name), c.words),
        ),
    )
    for members, score in tiers:
        scored = [(float(score(c)), c) for c in members]
        best = max((value for value, _ in scored), default=0.0)
        if best <= 0:
            continue
        kept = [c for value, c in scored if value >= best - 0.02]
        kept = [c for c in kept if c.own] or kept
        if len(kept) == 1:
            return kept[0].subject
        raise _several(name, [c.label for c in kept])
    raise _unknown(name, candidates)


def _taken_apart(name: str) -> tuple[tuple[FoundKind, ...], frozenset[str]]:
    """The event nouns of a name, and its other words."""
    low = without_accents(name.lower())
    kinds = tuple(asked_kinds(low))
    for found in kinds:
        low = (
            low[: found.span.start]
            + " " * (found.span.end - found.span.start)
            + low[found.span.end :]
        )
    return kinds, _plain(low)


def _all_words(name: str) -> frozenset[str]:
    return _plain(without_accents(name.lower()))


def _plain(low: str) -> frozenset[str]:
    return frozenset(
        word
        for word in _WORD.findall(low)
        if word not in _GENERAL
        and len(word) > 1
        and not any(is_function_word(word, language) for language in LANGUAGES)
    )


def _of_kind(candidate: _Candidate, kinds: Sequence[FoundKind]) -> bool:
    wanted = {kind for f in kinds if f.kind != "other" for kind in kinds_meant(f.kind)}
    return not wanted or candidate.kind in wanted


def _score(words: frozenset[str], held: frozenset[str]) -> float:
    """How well ``held`` has every word, from 0 to 1; 0 where one is missing."""
    if not words:
        return 0.0
    scores = [max((_word_score(word, other) for other in held), default=0.0) for word in words]
    return sum(scores) / len(scores) if min(scores) > 0 else 0.0


def _word_score(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _SHORTEST or re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return 0.95 * ratio if ratio >= _ALIKE else 0.0


def _joined(name: str) -> str:
    """A project's name without spaces and hyphens: "h2 rivage", "AGROLINK-MED"."""
    return "".join(_WORD.findall(fold(name)))


def _candidates(catalogue: Catalogue, filters: Filters) -> list[_Candidate]:
    records = {r.id: r for r in catalogue.records(VISIBLE, filters.as_dict())}
    described = [r for r in records.values() if r.description is not None]
    rows = [row for row in find_rows(catalogue, filters).rows if row.documents & set(records)]
    found = [_project(name, rows, described) for name in _projects(rows, described)]
    found += [_event(row, records) for row in rows]
    return found + [_document(record, rows) for record in described]


def _projects(rows: Sequence[Row], records: Sequence[Record]) -> list[str]:
    told = [v.text for row in rows for t in row.told for v in t.event.projects]
    told += [v.text for r in records if r.description for v in r.description.projects]
    return sorted(set(told))


def _project(name: str, rows: Sequence[Row], records: Sequence[Record]) -> _Candidate:
    own = tuple(r for r in rows if any(v.text == name for t in r.told for v in t.event.projects))
    about = tuple(
        r for r in records if r.description and any(v.text == name for v in r.description.projects)
    )
    key = frozenset({fold(name)})
    return _Candidate(Subject("project", name, own, about), name, None, key, key, frozenset())


def _event(row: Row, records: Mapping[str, Record]) -> _Candidate:
    told = row.told
    places = {t.event.place.text for t in told if t.event.place}
    lands = {t.event.country.text for t in told if t.event.country}
    bodies = [v.text for t in told for v in (t.event.host, t.event.organiser) if v]
    names = [v.text for t in told for v in t.event.projects]
    names += [a for place in places for a in (place, *aliases(place))]
    names += [country_name(code, language) for code in lands for language in LANGUAGES]
    years = [str(y) for t in told for y in years_of(t)]
    own = next((t for t in told if t.number == 0), None)
    titles = [t.title for t in told if t.number == 0] + [t.event.name.text for t in told]
    label = own.event.name.text if own else _label(row)
    subject = Subject(
        "event", label, (row,), tuple(records[d] for d in sorted(row.documents) if d in records)
    )
    return _Candidate(
        subject,
        _label(row) if own is None else f"{label} ({_when(row)})",
        row.kind,
        frozenset(fold(t) for t in titles if own is not None),
        _words([*names, *years, *_months(row)]),
        _words([*titles, *bodies, *(t.source for t in told if t.number == 0)]),
        own is not None,
    )


def _document(record: Record, rows: Sequence[Row]) -> _Candidate:
    own = tuple(row for row in rows if record.id in row.documents)
    projects = [v.text for v in record.description.projects] if record.description else []
    return _Candidate(
        Subject("document", record.title, own, (record,)),
        f"{record.title} ({record.source})",
        None,
        frozenset({fold(record.source), fold(record.source.rsplit("/", 1)[-1]), record.id}),
        _words([record.title, record.source, *projects]),
        frozenset(),
    )


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(w for text in texts for w in _WORD.findall(without_accents(text.lower())))


def _months(row: Row) -> list[str]:
    when = row.when()
    days = ([when[1]] if when else []) + [d for _, d in row.deadlines()]
    return [
        str(Locale(language).months["format"]["wide"][day.month])
        for d in days
        for day in (d.start, d.end)
        for language in LANGUAGES
    ]


def _label(row: Row) -> str:
    """An event told in passing by its kind, project and place."""
    projects, place = row.cells("projects"), row.cell("place")
    parts = [projects[0][1].text if projects else "", kind_word(row.kind, "en")]
    parts.append(place[1].text if place else "")
    return f"{' '.join(p for p in parts if p)} ({_when(row)})"


def _when(row: Row) -> str:
    when = row.when()
    days = when[1] if when else next((d for _, d in row.deadlines()), None)
    return days.iso()[0] if days else "–"


def _several(name: str, labels: Sequence[str]) -> UsageError:
    shown = "; ".join(sorted(dict.fromkeys(labels))[:_SHOWN])
    return UsageError(
        f"{name!r} may be any of these; say which, by place, year or title: {shown}.",
        f"{name!r} peut désigner plusieurs choses ; précisez le lieu, l'année ou le titre :"
        f" {shown}.",
    )


def _unknown(name: str, candidates: Sequence[_Candidate]) -> UsageError:
    labels = {fold(c.label): c.label for c in candidates if c.subject.sort != "document"}
    near = [labels[key] for key in get_close_matches(fold(name), labels, _SHOWN, 0.4)]
    words = _all_words(name)
    near += [c.label for c in candidates if any(_score(frozenset({w}), c.words) > 0 for w in words)]
    near += [c.label for c in candidates if c.subject.sort == "project"]
    shown = "; ".join(list(dict.fromkeys(near))[:_SHOWN]) or "–"
    return UsageError(
        f"Nothing here is called {name!r}. There are, for example: {shown}.",
        f"Rien ici ne s'appelle {name!r}. Il y a par exemple : {shown}.",
    )
