"""What a conversation is made of: turns, what they speak of, and a question that stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.types import EventKind, Language


@dataclass(frozen=True, slots=True)
class About:
    """An event, a project or a body that a turn speaks of, in pieces that either language can say.

    ``text`` is how the question put it, in ``language``; None where only a reply names it.
    ``nth`` tells it from others of its kind or name by an ordinal: "the ninth Yard Day".
    ``others`` are its words that the pieces do not hold ("railway"); it is not ``whole`` where they
    hold less than it says of when and where ("before 2022", "in Poland and Denmark").
    """

    kind: EventKind | None = None
    project: str | None = None
    place: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2, where the place is a country
    year: int | None = None
    name: str | None = None
    plural: bool = False
    text: str | None = None
    language: Language = "en"
    others: tuple[str, ...] = ()
    whole: bool = True
    nth: int | None = None

    @property
    def placed(self) -> bool:
        """Whether something besides its kind tells which one it is."""
        told = self.project or self.place or self.country or self.year or self.name or self.nth
        return bool(told) or not self.whole


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question; ``asked_as`` is what it stood for, where it was a follow-up itself.

    ``about`` is the one event that its reply rested on, ``people`` those that the reply names.
    ``rows`` are the events of a list in the order told; None for one that its quotes don't tell.
    """

    question: str
    asked_as: str | None = None
    about: About | None = None
    people: tuple[str, ...] = ()
    rows: tuple[About | None, ...] = ()

    @property
    def full(self) -> str:
        """The question that was answered."""
        return self.asked_as or self.question


@dataclass(frozen=True, slots=True)
class Known:
    """Names that the library knows, in its own spelling.

    ``pairs`` are the projects and places of its events; a place without a project has "".
    """

    projects: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    pairs: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that needs no other to be understood.

    ``text`` is the question itself where it was not ``rewritten``; ``from_`` is the earlier
    question that it was completed from.
    """

    text: str
    rewritten: bool = False
    from_: str | None = None
