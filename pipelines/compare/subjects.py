"""What a user's words name: a project, an event of the register, or a document.

Typing errors, missing accents and other names of a place are forgiven; what stays in doubt is an
error that lists what may be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Final

from ingest.gazetteer import fold
from ingest.register.kinds import FoundKind
from ingest.types import LANGUAGES
from pipelines.catalogue.catalogue import Catalogue
from pipelines.compare.alike import alike
from pipelines.compare.candidates import WORD, Candidate, Subject, candidates
from pipelines.errors import UsageError
from pipelines.filters import Filters
from pipelines.register.nouns import asked_kinds, kinds_meant, without_accents
from pipelines.terms.words import is_function_word

_SHOWN: Final = 12
_GENERAL: Final = frozenset("project projet projects projets".split())


def find_subjects(
    catalogue: Catalogue, names: Sequence[str], filters: Filters
) -> tuple[Subject, ...]:
    """What each name means among what the filters leave.

    Raises :class:`UsageError`, with what there is, for a name that means nothing or several things,
    and for two names of one thing.
    """
    among = candidates(catalogue, filters)
    found = tuple(subject_of(name, among) for name in names)
    for number, subject in enumerate(found):
        if any(subject == other for other in found[:number]):
            raise UsageError(
                f"{names[number]!r} is “{subject.name}”, which is compared already.",
                f"{names[number]!r} désigne « {subject.name} », déjà comparé.",
            )
    return found


def subject_of(name: str, among: Sequence[Candidate]) -> Subject:
    """What a name means among the candidates.

    Raises :class:`UsageError` for a name that means nothing or several things.
    """
    whole = " ".join(fold(name).split())
    if not whole:
        raise UsageError("A name is empty.", "Un nom est vide.")
    kinds, words = _taken_apart(name)
    projects = [c for c in among if c.subject.sort == "project"]
    events = [c for c in among if c.subject.sort == "event" and _of_kind(c, kinds)]
    bare = _joined(" ".join(w for w in whole.split() if w not in _GENERAL))
    spoken = [c for c in projects if not kinds and alike(bare, _joined(c.label)) > 0]
    tiers: Iterable[tuple[Sequence[Candidate], Callable[[Candidate], float]]] = (
        ([c for c in among if c.subject.sort == "document"], lambda c: whole in c.exact),
        (spoken, lambda c: alike(bare, _joined(c.label))),
        (events, lambda c: whole in c.exact),
        (events, lambda c: _score(words, c.words) if words else float(bool(kinds))),
        (events, lambda c: _score(words, c.words | c.more)),
        (
            [c for c in among if c.subject.sort == "document"],
            lambda c: _score(_all_words(name), c.words),
        ),
    )
    rated = [[(float(score(c)), c) for c in members] for members, score in tiers]
    # What is written as it is named comes before what may be misspelt.
    for scored in (*([pair for pair in tier if pair[0] == 1] for tier in rated), *rated):
        best = max((value for value, _ in scored), default=0.0)
        if best <= 0:
            continue
        kept = [c for value, c in scored if value >= best - 0.02]
        kept = [c for c in kept if c.own] or kept
        if len(kept) == 1:
            return kept[0].subject
        raise _several(name, [c.label for c in kept])
    raise _unknown(name, among)


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
        for word in WORD.findall(low)
        if word not in _GENERAL
        and len(word) > 1
        and not any(is_function_word(word, language) for language in LANGUAGES)
    )


def _of_kind(candidate: Candidate, kinds: Sequence[FoundKind]) -> bool:
    wanted = {kind for f in kinds if f.kind != "other" for kind in kinds_meant(f.kind)}
    return not wanted or candidate.kind in wanted


def _score(words: frozenset[str], held: frozenset[str]) -> float:
    """How well ``held`` has every word, from 0 to 1; 0 where one is missing."""
    if not words:
        return 0.0
    scores = [max((alike(word, other) for other in held), default=0.0) for word in words]
    return sum(scores) / len(scores) if min(scores) > 0 else 0.0


def _joined(name: str) -> str:
    """A project's name without spaces and hyphens: "h2 rivage", "AGROLINK-MED"."""
    return "".join(WORD.findall(fold(name)))


def _several(name: str, labels: Sequence[str]) -> UsageError:
    shown = "; ".join(sorted(dict.fromkeys(labels))[:_SHOWN])
    return UsageError(
        f"{name!r} may be any of these; say which, by place, year or title: {shown}.",
        f"{name!r} peut désigner plusieurs choses ; précisez le lieu, l'année ou le titre :"
        f" {shown}.",
    )


def _unknown(name: str, among: Sequence[Candidate]) -> UsageError:
    labels = {fold(c.label): c.label for c in among if c.subject.sort != "document"}
    near = [labels[key] for key in get_close_matches(fold(name), labels, _SHOWN, 0.4)]
    words = _all_words(name)
    near += [c.label for c in among if any(_score(frozenset({w}), c.words) > 0 for w in words)]
    near += [c.label for c in among if c.subject.sort == "project"]
    shown = "; ".join(list(dict.fromkeys(near))[:_SHOWN]) or "–"
    return UsageError(
        f"Nothing here is called {name!r}. There are, for example: {shown}.",
        f"Rien ici ne s'appelle {name!r}. Il y a par exemple : {shown}.",
    )
