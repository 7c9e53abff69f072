"""Whether a number of a statement counts what it counts in the quotes: "84 participants, from 30
companies" are neither 84 companies nor 30 participants.

Nouns are told apart only where it is sure: the statement's noun is counted by another number of the
quotes, or the two are of kinds that nobody takes for each other ("6 days" and "6 months").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from encoder.lexicon import fold
from ingest.types import LANGUAGES, Language
from pipelines.terms.saying import cognates
from pipelines.terms.words import is_function_word, stem
from pipelines.verify.days import days_in
from pipelines.verify.quantities import Quantity, agree, quantities

_STRETCH: Final = 3  # words after a number: an adjective and the noun, in either order
_PAUSE: Final = re.compile(r"[,;:.!?()\[\]|/\n–—]| - ")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOUNS: Final = (
    ("people", "person people employee worker visitor attendee student trainee researcher engineer"
     " woman women man men delegate speaker personne salarie employe visiteur etudiant stagiaire"
     " apprenti chercheur ingenieur femme homme intervenant delegue habitant inhabitant resident"),
    ("firms", "company companies firm sme enterprise business businesses startup start-up pme tpe"
     " eti entreprise societe jeune-pousse"),
    ("countries", "country countries pays"),
    ("regions", "region"),
    ("towns", "city cities town village ville commune municipality municipalities"),
    ("minutes", "minute"), ("hours", "hour heure"), ("days", "day jour journee"),
    ("weeks", "week semaine"), ("months", "month mois"), ("years", "year an annee"),
    ("kilometres", "kilometre kilometer km"), ("metres", "metre meter"),
    ("hectares", "hectare ha"), ("tonnes", "tonne ton"), ("kilograms", "kilogram kilogramme kg"),
    ("litres", "litre liter"),
)  # fmt: skip
_KINDS: Final = {word: kind for kind, names in _NOUNS for word in names.split()}


def miscounted(
    claim: tuple[str, Language],
    quotes: tuple[str, Language],
    same: Sequence[tuple[str, frozenset[str]]],
) -> str | None:
    """The number and noun of a statement that the quotes count otherwise; None where none is.

    ``same`` pairs each content word of the statement with the quoted words that say the same.
    """
    (text, language), (quoted, spoken) = claim, quotes
    equal = {word: others for term, others in same for word in _WORD.findall(fold(term))}
    held = [
        (number, _stretch(quoted, number))
        for number in quantities(quoted, days_in(quoted, spoken).spans)
    ]
    for number in quantities(text, days_in(text, language).spans):
        nouns = [] if number.weak or number.unit else _stretch(text, number)
        if not nouns:
            continue
        head = next((word for word in nouns if _kind(word)), nouns[0])
        others = equal.get(head, frozenset[str]())
        matching = [words for other, words in held if agree(number, other) and not other.unit]
        if not matching or any(not words or _says(head, others, words) for words in matching):
            continue
        counted = any(
            not agree(number, other) and not other.unit and _says(head, others, words[:2])
            for other, words in held
        )
        kinds = {_kind_of(words) for words in matching}
        apart = bool(_kind(head)) and "" not in kinds and _kind(head) not in kinds
        if counted or apart:
            return f"{number.span.of(text)} {head}"
    return None


def _stretch(text: str, number: Quantity) -> list[str]:
    """The folded words right after a number, to a pause or a word that only holds sentences."""
    rest = fold(text[number.span.end : number.span.end + 60])
    kept: list[str] = []
    for word in _WORD.findall(_PAUSE.split(rest)[0]):
        if any(is_function_word(word, spoken) for spoken in LANGUAGES) or len(kept) == _STRETCH:
            break
        kept.append(word)
    return kept


def _says(head: str, others: frozenset[str], words: Sequence[str]) -> bool:
    """Whether one of the words is the noun, its form, cognate, translation, or of its kind."""
    stems = {stem(head, spoken) for spoken in LANGUAGES} - {None}
    kind = _kind(head)
    return any(
        word == head
        or word in others
        or cognates(head, word)
        or bool(stems & {stem(word, spoken) for spoken in LANGUAGES})
        or (kind != "" and _kind(word) == kind)
        for word in chain.from_iterable((w, *w.split("-")) if "-" in w else (w,) for w in words)
    )


def _kind(word: str) -> str:
    return _KINDS.get(word) or _KINDS.get(word.removesuffix("s"), "")


def _kind_of(words: Sequence[str]) -> str:
    return next((kind for word in words if (kind := _kind(word))), "")
