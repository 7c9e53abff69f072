"""How it is told which of several things has more or comes first, in the question's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest.types import Language
from pipelines.compare.asked import Measure

# English of two, of more, French; for the most, then for the least.
_FIRST: Final[dict[Measure, tuple[tuple[str, str, str], tuple[str, str, str]]]] = {
    "budget": (
        ("has the larger budget", "has the largest budget", "a le plus gros budget"),
        ("has the smaller budget", "has the smallest budget", "a le plus petit budget"),
    ),
    "grant": (
        ("has the larger grant", "has the largest grant", "a l'aide la plus élevée"),
        ("has the smaller grant", "has the smallest grant", "a l'aide la plus faible"),
    ),
    "participants": (
        ("had more participants", "had the most participants", "a réuni le plus de participants"),
        (
            "had fewer participants",
            "had the fewest participants",
            "a réuni le moins de participants",
        ),
    ),
    "duration": (
        ("is longer", "is the longest", "dure le plus longtemps"),
        ("is shorter", "is the shortest", "dure le moins longtemps"),
    ),
    "deadline": (
        ("closes last", "closes last", "ferme en dernier"),
        ("closes first", "closes first", "ferme en premier"),
    ),
    "end": (
        ("ends last", "ends last", "se termine en dernier"),
        ("ends first", "ends first", "se termine en premier"),
    ),
    "start": (
        ("comes last", "comes last", "vient en dernier"),
        ("comes first", "comes first", "vient en premier"),
    ),
}
_EQUAL: Final[dict[Measure, tuple[str, str]]] = {
    "budget": ("have the same budget", "ont le même budget"),
    "grant": ("have the same grant", "ont la même aide"),
    "participants": ("had as many participants", "ont réuni autant de participants"),
    "duration": ("are equally long", "durent aussi longtemps"),
    "deadline": ("close on the same day", "ferment le même jour"),
    "end": ("end on the same day", "se terminent le même jour"),
    "start": ("begin on the same day", "commencent le même jour"),
}
_NO: Final[dict[Measure, tuple[str, str]]] = {
    "budget": ("budget", "de budget"),
    "grant": ("grant", "d'aide"),
    "participants": ("number of participants", "de nombre de participants"),
    "duration": ("days", "de jours"),
    "deadline": ("closing date", "de date limite"),
    "end": ("days", "de jours"),
    "start": ("day that it began", "de jour de début"),
}


def verdict(
    measure: Measure, most: bool, names: Sequence[str], among: int, language: Language
) -> str:
    """Which it is, or that all of them are equal."""
    french = language == "fr"
    who = joined(names, language)
    if len(names) == among:
        return f"{who} {_EQUAL[measure][french]}."
    two, more, francais = _FIRST[measure][not most]
    if len(names) > 1:
        return f"{who} {_EQUAL[measure][french]}{_ahead(most, french)}."
    said = francais if french else (two if among == 2 else more)
    return f"{who} {said}."


def row(measure: Measure, name: str, told: Sequence[str], language: Language) -> str:
    """What is told of one of them."""
    values = ", ".join(told)
    if measure == "participants" and values.isdigit():
        values = f"{values} participants"
    if measure == "deadline":
        values = f"{'date limite' if language == 'fr' else 'deadline'} {values}"
    return f"{name} · {values}"


def unstated(measure: Measure, names: Sequence[str], language: Language) -> str:
    """That documents don't tell it of some."""
    english, french = _NO[measure]
    if language == "fr":
        whose = ", ".join(quoted(name, language) for name in names)
        return f"Les documents ne donnent pas {french} pour {whose} : la comparaison reste ouverte."
    whose = ", ".join(quoted(name, language) for name in names)
    return f"The documents give no {english} for {whose}, so it can't be compared."


def called_off(names: Sequence[str], language: Language) -> str:
    """That some did not take place."""
    whose = ", ".join(quoted(name, language) for name in names)
    if language == "fr":
        return f"{whose} n'a pas eu lieu (annulation) : les dates ne se comparent pas."
    return f"{whose} was cancelled, so the days can't be compared."


def unlike(language: Language) -> str:
    """That sums are not in one currency."""
    if language == "fr":
        return "Les montants ne sont pas dans la même monnaie : ils ne se comparent pas."
    return "The sums are not in one currency, so they can't be compared."


def not_apart(told: Sequence[str], language: Language) -> str:
    """That what is told leaves it open."""
    values = "; ".join(told) if language == "en" else " ; ".join(told)
    if language == "fr":
        return f"Ce que disent les documents ne permet pas de trancher : {values}."
    return f"What the documents tell does not settle it: {values}."


def quoted(title: str, language: Language) -> str:
    """A title within a sentence."""
    return f"« {title} »" if language == "fr" else f"“{title}”"


def known(name: str, told: Sequence[str]) -> str:
    """What is told of one, for a reason."""
    return f"{name} – {', '.join(told)}"


def joined(names: Sequence[str], language: Language) -> str:
    """The names in a row: "A, B and C"."""
    last = " et " if language == "fr" else " and "
    return last.join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _ahead(most: bool, french: bool) -> str:
    if french:
        return ", devant les autres" if most else ", derrière les autres"
    return ", ahead of the others" if most else ", behind the others"
