"""What a word of a query may be called in either language, each with how likely that is."""

from __future__ import annotations

from encoder.lexicon import Lexicon, Translation
from ingest.types import Language

_LEAST = 0.05  # a translation less likely than this is not searched
_PIVOTS = 4  # translations followed there, and back from each
MEANT = 0.8  # what a word is worth that was meant when another was typed
_UNTRANSLATED = 0.3  # a word that has translations may still stand as it is: "innovation"


def forms_of(
    surface: str, source: Language, translations: tuple[Translation, ...], sure: bool
) -> dict[Language, dict[str, float]]:
    """The forms of a word or phrase of ``source``: itself, and there its translations."""
    other: Language = "en" if source == "fr" else "fr"
    kept = [t for t in translations if t.probability >= _LEAST]
    elsewhere = {t.term: t.probability for t in kept}
    as_is = 1.0 if not kept or not sure else _UNTRANSLATED
    elsewhere[surface] = max(as_is, elsewhere.get(surface, 0.0))
    forms: dict[Language, dict[str, float]] = {"fr": {}, "en": {}}
    forms[source] = {surface: 1.0}
    forms[other] = elsewhere
    return forms


def mistyped_forms(
    word: str, sources: tuple[Language, ...], lexicon: Lexicon
) -> dict[Language, dict[str, float]]:
    """The forms of the word that was meant, for a little less than if it had been typed."""
    forms: dict[Language, dict[str, float]] = {"fr": {}, "en": {}}
    for source in sources:
        for language, weights in forms_of(
            word, source, lexicon.translate(word, source), True
        ).items():
            for form, weight in weights.items():
                forms[language][form] = max(MEANT * weight, forms[language].get(form, 0.0))
    return forms


def there_and_back(surface: str, source: Language, lexicon: Lexicon) -> dict[str, float]:
    """Other words of a word's own language for it, by its translations' translations."""
    other: Language = "en" if source == "fr" else "fr"
    found: dict[str, float] = {}
    for there in lexicon.translate(surface, source)[:_PIVOTS]:
        for back in lexicon.translate(there.term, other)[:_PIVOTS]:
            chance = there.probability * back.probability
            found[back.term] = found.get(back.term, 0.0) + chance
    return {term: chance for term, chance in found.items() if chance >= _LEAST}
