"""Another year, place or project in the earlier question: "and before 2022?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.gazetteer import aliases, fold
from ingest.types import Language, Span
from pipelines.conversation import phrase
from pipelines.conversation.asking import asked_again
from pipelines.conversation.parts import Parts
from pipelines.conversation.restated import said_in, with_own_head, with_year
from pipelines.conversation.stretches import Sort, Stretch
from pipelines.conversation.topics import about_of
from pipelines.conversation.turns import About, Known

_SORTS: Final[tuple[Sort, ...]] = ("place", "time")
_PREPOSED: Final = re.compile(r"(?:\b(?:in|at|of|for|from|en|a|de|pour)[ ]|\bd['’])$")
_BETWEEN_NAMES: Final = re.compile(r"[ ]?(?:,|&|/|and|or|et|ou)[ ](?:(?:of|for|de|du|pour)[ ])?")


def exchanged(previous: Parts, new: Parts, language: Language, known: Known) -> str | None:
    """The earlier question with the years, places and projects of the new one.

    A place where no event of the earlier project is known, but one of another, takes the project's
    name away with the earlier place.

    None where the new one has none, or they can't be put in the earlier question's words.
    """
    about = about_of(previous)
    if any(sum(s.sort == sort for s in new.stretches) > 1 for sort in _SORTS):
        return None
    names = names_of(new)
    if new.projects and names is None:
        return None
    one = about is not None and about.kind is not None and not about.plural
    elsewhere = one and _elsewhere(previous, new, known)
    if previous.language != language and about is not None and not about.others:
        other = _without_values(about, elsewhere, names)
        kept = previous if about.plural or not names else replace(previous, stretches=())
        tail = tail_of(kept, new, language)
        if tail is not None and (asked := asked_again(previous, other, language, tail)):
            return asked
    return _edited(previous, new, about, names, elsewhere)


def tail_of(previous: Parts, new: Parts, language: Language) -> str | None:
    """Where and when, for a question's end: the new one's, or else the earlier one's.

    None where one of them can't be said in the language.
    """
    said = []
    for sort in _SORTS:
        own, old = new.stretch(sort), previous.stretch(sort)
        if own is not None:
            said.append(_instead(new, own, old, language))
        elif old is not None:
            said.append(said_in(previous, old, language))
    told = [one for one in said if one is not None]
    return "".join(f" {one}" for one in told) if len(told) == len(said) else None


def names_of(parts: Parts) -> str | None:
    """The projects of a question as it joins them; None where other words part them."""
    spans: list[Span] = []
    for span, _ in parts.projects:
        if spans and span.start < spans[-1].end:  # a name that begins a longer one
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        elif spans and not _BETWEEN_NAMES.fullmatch(parts.low[spans[-1].end : span.start]):
            return None
        else:
            spans.append(span)
    if len(spans) == 1:
        return next(name for s, name in reversed(parts.projects) if s.end == spans[0].end)
    return parts.text[spans[0].start : spans[-1].end] if spans else None


def _without_values(about: About, elsewhere: bool, names: str | None) -> About:
    """What a question is about without its time and place, and with other projects if any."""
    project = names or (None if elsewhere else about.project)
    return replace(
        about, text=None, place=None, country=None, year=None, whole=True, project=project
    )


def _instead(new: Parts, own: Stretch, old: Stretch | None, language: Language) -> str | None:
    """A stretch of the new question in place of one of the earlier: a month keeps the year."""
    alike = old is not None and own.head == old.head and bool(own.head)
    if alike and new.language == language and not own.month:
        return with_own_head(new, own)
    said = said_in(new, own, language)
    if said is None or not own.month:
        return said
    return None if own.denied else with_year(said, old)


def _edited(
    previous: Parts, new: Parts, about: About | None, names: str | None, elsewhere: bool
) -> str | None:
    """The earlier question with other words at the place of its own."""
    edits: list[tuple[Span, str]] = []
    added: list[str] = []
    single = about is not None and not about.plural
    for sort in reversed(_SORTS):
        old, own = previous.stretch(sort), new.stretch(sort)
        if own is not None:
            alike = [s for s in previous.stretches if s.sort == sort and s.head == own.head]
            old = alike[0] if alike and own.head else old
            said = _instead(new, own, old, previous.language)
            if said is None:
                return None
            _put(previous, old, said, edits, added)
        elif names and previous.projects and single:  # another project's is another event
            gone = [s.span for s in previous.stretches if s.sort == sort]
            edits += [(_with_space(previous, s), "") for s in gone]
    old_names = names_of(previous)
    if names and previous.projects:
        first = previous.projects[0][0]
        last = previous.projects[-1][0] if old_names else first
        of = re.search(r"\bd(?:e |['’])$", previous.low[: first.start])
        if of and previous.language == "fr":  # "d'ALBOR", "de BOATNET"
            edits.append((Span(of.start(), last.end), phrase.of(names)))
        else:
            edits.append((Span(first.start, last.end), names))
    elif names:
        several = len(new.projects) > 1 and names != new.projects[0][1]
        many = "s" if several else ""
        french = f"{'des' if several else 'du'} projet{many} {names}"
        added.append(french if previous.language == "fr" else f"in the {names} project{many}")
    if not edits and not added:
        return None
    if elsewhere:
        edits += [(_with_preposition(previous, s), "") for s, _ in previous.projects]
    text = previous.text
    for span, words in sorted(edits, key=lambda edit: edit[0], reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return " ".join([text.rstrip(" ?!."), *added])


def _elsewhere(previous: Parts, new: Parts, known: Known) -> bool:
    """Whether the new place is known for events, and for none of the earlier question's project."""
    where = new.stretch("place")
    if where is None or where.denied or not previous.projects or new.projects:
        return False
    names = {form for _, name, _ in where.places for form in (fold(name), *aliases(name))}
    held = {project for project, place in known.pairs if names & {fold(place), *aliases(place)}}
    return bool(held) and not held & {name for _, name in previous.projects}


def _put(
    previous: Parts,
    old: Stretch | None,
    said: str,
    edits: list[tuple[Span, str]],
    added: list[str],
) -> None:
    """``said`` in the place of the earlier stretch, or else at the question's end."""
    if old is None:
        added.append(said)
    elif not old.head and old.span.end < len(previous.text.rstrip(" ?")):
        # "the Zaragoza exchange": the name goes, what takes its place stands behind.
        edits.append((Span(old.span.start, min(len(previous.text), old.span.end + 1)), ""))
        added.append(said)
    else:
        edits.append((old.span, said))


def _with_space(previous: Parts, span: Span) -> Span:
    start = span.start
    return Span(start - 1 if start and previous.text[start - 1] == " " else start, span.end)


def _with_preposition(previous: Parts, span: Span) -> Span:
    found = _PREPOSED.search(previous.low[: span.start])
    return _with_space(previous, Span(found.start() if found else span.start, span.end))
