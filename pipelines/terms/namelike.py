"""Which words of a query are names: by their capitals, or by what they are however typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from encoder.lexicon import Lexicon
from ingest.gazetteer import ambiguous, cities, first_names, is_word, origins
from ingest.types import LANGUAGES, Language
from pipelines.terms.spelling import meant
from pipelines.terms.words import Word, is_function_word

_SHORTEST: Final = 4  # letters of a name in small letters; shorter ones are too often no name


def is_known_word(lexicon: Lexicon, sources: Sequence[Language], word: str) -> bool:
    """Whether a folded word is one of the languages ``sources``, or says where somebody is from."""
    return (
        is_word(word)
        or word in origins()
        or any(lexicon.translate(word, source) for source in sources)
    )


def named_in_small_letters(
    found: Sequence[Word], position: int, named: Collection[str], lexicon: Lexicon
) -> bool:
    """Whether a word names something however it is typed: a town, a name of the library, or
    somebody by first name and surname; never one that is a word of either language."""
    word = found[position].folded
    if len(word) < _SHORTEST or not word.isalpha() or word in origins():
        return False
    if any(lexicon.translate(word, language) for language in LANGUAGES):
        return False
    if word in cities() and word not in ambiguous():
        return True
    if is_known_word(lexicon, LANGUAGES, word):
        return False
    if word in named:
        return True
    beside = found[position + 1].folded if position + 1 < len(found) else ""
    if word in first_names():
        return beside.isalpha() and not is_known_word(lexicon, LANGUAGES, beside)
    # "Rose" is a word too, and what follows may be one that is mistyped.
    return follows_first_name(found, position) and not meant(
        word, (), partial(is_known_word, lexicon, LANGUAGES)
    )


def looks_like_name(surface: str, first: bool) -> bool:
    """Whether a word is written like a name; the ``first`` of a sentence has a capital anyway."""
    if any(c.isupper() for c in surface[1:]) or (surface.isdigit() and len(surface) == 4):
        return True  # an acronym or a year
    return surface[0].isupper() and not first


def follows_first_name(found: Sequence[Word], position: int) -> bool:
    """Whether a word may be a surname: Lombard of "Anne Lombard"."""
    return position > 0 and found[position - 1].folded in first_names()


def is_acronym(surface: str) -> bool:
    """Whether a word is in capitals, its plural's "s" apart."""
    return len(surface) > 1 and surface.rstrip("s").isupper()


def mostly_capitalised(text: str, found: Sequence[Word]) -> bool:
    """Whether capitals say nothing, as in a query typed all in capitals or in title case, which
    has small words to tell it by: "Who Hosted The Meeting", not "Who is Signe Holmgaard?"."""
    letters = [text[w.start] for w in found if text[w.start].isalpha()]
    if len(letters) <= 2 or sum(c.isupper() for c in letters) <= 0.7 * len(letters):
        return False
    small = [w for w in found[1:] if any(is_function_word(w.folded, s) for s in LANGUAGES)]
    return not small or any(text[w.start].isupper() for w in small)
