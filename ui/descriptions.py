"""What the command line says of descriptions: one document's, field by field, and their score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from ingest.types import Amount, DateRange, Description, Span, Value
from ui.output import plain, print_json, print_line

if TYPE_CHECKING:
    from pipelines.evaluation.describe_score import Scored

_ALWAYS: Final = ("dates", "host", "organiser", "place", "country")  # told even when not stated
_REST: Final = (
    "published deadlines region coordinator partners projects organisations sectors amounts".split()
)


@dataclass(frozen=True, slots=True)
class Row:
    """A field's name and value, how sure it is (0 to 1), and the text that it rests on; of a
    project ``recognised`` only other documents tell that it is one."""

    name: str
    shown: str
    confidence: float = 1.0
    span: Span | None = None
    recognised: bool = False


def rows(description: Description, language: str) -> Iterator[Row]:
    """The fields of a description; of several values a row each, of none only what matters."""
    spoken, kind = description.language, description.type
    yield Row("language", spoken, description.language_confidence)
    yield Row("type", kind, description.type_confidence, description.type_span)
    for name in (*_ALWAYS, *_REST):
        held = getattr(description, name)
        values = held if isinstance(held, tuple) else () if held is None else (held,)
        if not values and name in _ALWAYS:
            yield Row(name, "non précisé" if language == "fr" else "not stated")
        for value in values:
            recognised = isinstance(value, Value) and value.origin == "library"
            yield Row(name, _shown(value), value.confidence, value.span, recognised)


def overridden(description: Description | None, language: str) -> list[str]:
    """The sentence that says which fields a person gave, in a list; empty where none."""
    if description is None or not description.overridden:
        return []
    names = ", ".join(description.overridden)
    return [
        f"Fixé par une personne : {names}." if language == "fr" else f"Set by a person: {names}."
    ]


def scored(found: Scored, as_json: bool) -> None:
    """A line a field with its figure in every group, then what is wrong, then missed floors."""
    if as_json:
        print_json(asdict(found))
        return
    width = max(len(field) for field in found.fields)
    print_line(" ".join([" " * width, *(f"{g.name:>9}" for g in found.groups)]))
    print_line(" ".join([f"{'n':{width}}", *(f"{g.size:9}" for g in found.groups)]))
    for field in found.fields:
        values = [group.figures.get(field) for group in found.groups]
        cells = [f"{'–' if value is None else f'{value:.3f}':>9}" for value in values]
        print_line(" ".join([f"{field:{width}}", *cells]))
    for miss in found.misses:
        print_line(plain(f"{miss.field} of {miss.source}: {miss.found}; right: {miss.expected}"))
    for missed in found.missed:
        print_line(f"below its floor: {missed}")


def _shown(value: Value | DateRange | Amount) -> str:
    if isinstance(value, DateRange):
        return " – ".join(dict.fromkeys(value.iso()))
    return f"{value.kind}: {value.text}" if isinstance(value, Amount) else value.text
