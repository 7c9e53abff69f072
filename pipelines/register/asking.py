"""Which cells a question asks for, of several events or one, and what it counts.

Matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from ingest.gazetteer import cities, fold
from ingest.register.kinds import FoundKind
from pipelines.register import cues as cue
from pipelines.register.cues import Cell
from pipelines.register.narrow import narrow_in
from pipelines.retrieval.query import Term

_NAMED: Final = re.compile(rf"(?P<noun>.+?){cue.OF_THE.pattern}")
_UP: Final = "[A-ZÀ-ÖØ-Þ]"
_TITLED: Final = re.compile(
    rf"{_UP}[\w-]+(?:(?: (?:de|du|des|la|les|of|the|for|et|and|&))* {_UP}[\w’'-]*)+"
)
_ASKED_ALONE: frozenset[Cell] = frozenset({"projects", "place", "date", "deadline", "participants"})


def is_partnership(text: str, cells: tuple[Cell, ...], plural: bool) -> bool:
    """Whether a question without an event is for the partners of its project, and all of them."""
    several = plural or cue.PLURAL_BODY.search(text) or cue.COUNTED_BODY.search(text)
    all_of_it = cue.WHO_ALONE.search(text) and cue.BELONGS.search(text)
    other = cue.OTHERWISE.search(text) or cue.MEMBERS_OF.search(text)
    return cells[0] == "partners" and bool(several or all_of_it) and not other


def asked_cells(
    text: str, found: tuple[FoundKind, ...], project: bool, original: str
) -> tuple[Cell, ...]:
    """The cells asked for in the order they are; none where something else is asked."""
    places: dict[Cell, int] = {}
    who = cue.WHO.search(text)
    came = cue.CAME.search(text)
    if came and found and not came["counted"]:
        return ()  # no list of partners tells which companies came
    headcount = dict(cue.CELLS)["participants"].search(text)
    if headcount := headcount or (came if came and came["counted"] else None):
        who = None
        places["participants"] = headcount.start()
    if who:
        role = next(((cell, m) for cell, p in cue.ROLES if (m := p.search(text))), None)
        if role is None:
            return ()
        places[role[0]] = who.start()
    for cell, pattern in cue.CELLS:
        if cell == "date" and "deadline" in places:
            continue
        if match := pattern.search(text):
            places[cell] = match.start()
    noun = next((f for f in found if cue.LISTED.search(text[: f.span.start])), None)
    noun = noun or next((f for f in found if _is_counted(text, f)), None)
    if noun is not None and not who and not headcount:
        places.setdefault("event", noun.span.start)
    if not places and is_heading(text, found, original):
        return ("event",)
    if not who and noun is None and not _ASKED_ALONE & set(places):
        return ()
    if who and "partners" in places and not (found or project):
        return ()
    return tuple(sorted(places, key=lambda cell: places[cell]))


def what_is_counted(
    text: str, found: tuple[FoundKind, ...], cells: tuple[Cell, ...]
) -> Literal["events", "bodies"] | None:
    """What "how many" is asked of: "how many clusters hosted an exchange" is of bodies.

    Places and projects are listed and not counted.
    """
    if "participants" in cells:
        return None
    if match := _counts_other(text, found):
        return "bodies" if match["body"] and cells else None
    return "events" if any(_is_counted(text, f) for f in found) else None


def counts_places(text: str, found: tuple[FoundKind, ...]) -> bool:
    """Whether the number of towns or countries is asked for; "in how many" asks which they are."""
    match = _counts_other(text, found)
    return (
        match is not None and bool(match["place"]) and not cue.INSIDE.search(text[: match.start()])
    )


def _counts_other(text: str, found: tuple[FoundKind, ...]) -> re.Match[str] | None:
    """What is counted other than events; a body right before an event's noun is none: "how many
    cluster meetings"."""
    match = cue.COUNTED_OTHER.search(text)
    if match is None or any(match.start() < f.span.end <= match.end() for f in found):
        return None
    return None if any(match.end() <= f.span.start <= match.end() + 1 for f in found) else match


def is_heading(text: str, found: tuple[FoundKind, ...], original: str) -> bool:
    """Whether a plural noun opens a question that says no more: "Calls for projects in 2024",
    "visites à Brest", of which ``original`` has the accents."""
    if not found:
        return False
    start = found[0].span.start
    start = min(
        (s.start for s in narrow_in(text, found)[1] if s.start <= start < s.end), default=start
    )
    opens = cue.OPENS.fullmatch(text[:start])
    if not opens or not is_plural(text, found[0]) or cue.VERB.search(text):
        return False
    return not any(_is_verb(match, original) for match in cue.HAS.finditer(text))


def _is_verb(match: re.Match[str], original: str) -> bool:
    """Whether an "a" is the verb: typed without an accent, and before no town."""
    return original[match.start()] not in "àÀ" and fold(match["done"] or "") not in cities()


def _is_counted(text: str, noun: FoundKind) -> bool:
    """Whether "how many" stands right before the noun, and not before another one."""
    match = cue.COUNTED.search(text[: noun.span.start])
    return match is not None and not cue.NOT_BETWEEN.search(match["between"])


def phrases_in(
    text: str, found: tuple[FoundKind, ...], terms: Sequence[Term], original: str
) -> tuple[re.Pattern[str], ...]:
    """What an event may be called of which the question names noun and topic as one: "rencontres du
    lin", but not "rencontres sur le lin"; or of which ``original`` has the noun and what follows it
    in capitals, as a name is written: "les Rencontres Laine Durable"."""
    found_at = (
        (match["noun"], text[term.start : term.end])
        for noun in found
        for term in terms
        if (match := _NAMED.fullmatch(text[noun.span.start : term.start]))
        and match.end("noun") <= len(noun.span.of(text))
    )
    titled = (
        match.span()
        for noun in found
        if noun.span.start and (match := _TITLED.match(original, noun.span.start))
    )
    return (
        *(
            re.compile(rf"\b{_stem(noun)}{cue.OF_THE.pattern}{_stem(topic)}")
            for noun, topic in found_at
        ),
        *(re.compile(r"\W+".join(map(_stem, text[a:b].split()))) for a, b in titled),
    )


def _stem(words: str) -> str:
    """A pattern for words of which the last is one or several."""
    return rf"{re.escape(words.rstrip('sx'))}[sx]?\b"


def is_plural(text: str, noun: FoundKind) -> bool:
    """Whether a noun means several events: "visites d'étude", "staff exchanges"."""
    if cue.EACH.search(text[: noun.span.start]):
        return True
    surface = noun.span.of(text)
    head = cue.OF.split(surface, maxsplit=1)[0].split()
    return any(word.endswith(("s", "x")) for word in (head[0], head[-1]))


def is_soonest(text: str, found: tuple[FoundKind, ...]) -> bool:
    """Whether the one event is asked for that comes next: "when is the next workshop"."""
    return any(
        not is_plural(text, f)
        and (cue.NEXT.search(text[: f.span.start]) or cue.NEXT_ONE.match(f.span.of(text)))
        for f in found
    )


def of_any(text: str, found: tuple[FoundKind, ...]) -> bool:
    """Whether one event of any is meant: "which clusters hosted a study visit"."""
    return any(cue.ANY_ONE.search(text[: f.span.start]) for f in found)
