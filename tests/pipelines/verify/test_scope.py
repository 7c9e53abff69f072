"""Whom a statement speaks of, and what its numbers count, against its quotes."""

import pytest

from encoder.lexicon import default_lexicon
from pipelines.verify.counted import miscounted
from pipelines.verify.meaning import compare, terms_of
from pipelines.verify.scope import widened


def pairs(text, language, quote, spoken):
    terms = terms_of(text, default_lexicon())
    return compare(terms, [(quote, spoken)], 0.5, language).pairs


@pytest.mark.parametrize(
    ("text", "language", "quote", "spoken"),
    [
        ("All SMEs can apply.", "en", "Only SMEs with fewer than 50 employees can apply.", "en"),
        (
            "Every company can apply.",
            "en",
            "Seules les entreprises agréées peuvent postuler.",
            "fr",
        ),
        ("Toutes les PME peuvent candidater.", "fr", "L'aide va aux PME agréées seulement.", "fr"),
        ("Toutes les PME peuvent candidater.", "fr", "Only small SMEs can apply.", "en"),
        ("All partners signed the charter.", "en", "Some partners signed the charter.", "en"),
        ("Tous les membres ont voté.", "fr", "Plusieurs membres ont voté.", "fr"),
        ("Only SMEs from Italy can apply.", "en", "SMEs from Italy can apply.", "en"),
        ("Seules les PME peuvent candidater.", "fr", "Les PME peuvent candidater.", "fr"),
    ],
)
def test_more_or_fewer_than_the_quote_says(text, language, quote, spoken):
    assert widened(text, quote, pairs(text, language, quote, spoken))


@pytest.mark.parametrize(
    ("text", "language", "quote", "spoken"),
    [
        ("Only SMEs can apply.", "en", "Seules les PME peuvent postuler.", "fr"),
        ("Only SMEs can apply.", "en", "Le fonds ne finance que des PME.", "fr"),
        ("L'aide est réservée aux seules PME.", "fr", "The grant is limited to SMEs.", "en"),
        ("SMEs with fewer than 50 employees can apply.", "en", "Only SMEs with fewer than 50"
         " employees can apply.", "en"),
        ("All SMEs can apply.", "en", "Toutes les PME peuvent candidater.", "fr"),
        ("All partners met in Lyon.", "en", "Les partenaires se sont réunis à Lyon.", "fr"),
        ("It is not only a fair but a school.", "en", "C'est une foire et une école.", "fr"),
        ("Only 12 firms answered.", "en", "12 entreprises ont répondu.", "fr"),
    ],
)  # fmt: skip
def test_as_many_as_the_quote_says(text, language, quote, spoken):
    assert widened(text, quote, pairs(text, language, quote, spoken)) is None


@pytest.mark.parametrize(
    ("text", "language", "quote", "spoken"),
    [
        ("84 companies took part.", "en", "84 participants, from 30 companies, took part.", "en"),
        ("30 participants came.", "en", "84 participants from 30 companies came.", "en"),
        ("84 entreprises ont participé.", "fr", "84 participants from 30 companies came.", "en"),
        ("The visit lasts 6 months.", "en", "La visite dure 6 jours.", "fr"),
        ("12 entreprises sont venues.", "fr", "12 personnes sont venues de Lille.", "fr"),
        ("Twelve countries took part.", "en", "Douze régions ont participé.", "fr"),
    ],
)
def test_a_number_that_counts_another_thing(text, language, quote, spoken):
    same = pairs(text, language, quote, spoken)
    assert miscounted((text, language), (quote, spoken), same)


@pytest.mark.parametrize(
    ("text", "language", "quote", "spoken"),
    [
        ("84 companies took part.", "en", "84 entreprises françaises ont participé.", "fr"),
        ("30 firms came.", "en", "84 participants from 30 companies came.", "en"),
        ("84 French SMEs took part.", "en", "84 PME ont participé, de 30 villes.", "fr"),
        ("12 partners signed.", "en", "12 organisations sont partenaires.", "fr"),
        ("The visit lasts three days.", "en", "La visite dure 3 jours.", "fr"),
        ("84 companies took part.", "en", "Companies: 84. Visitors: 30.", "en"),
        ("84 companies took part.", "en", "84 of the 120 companies took part.", "en"),
        ("It unites 7 partners from 5 countries.", "en", "sept partenaires de cinq pays", "fr"),
        ("Le réseau a 12 adhérents.", "fr", "The network has 12 members and 3 employees.", "en"),
    ],
)
def test_a_number_that_counts_the_same(text, language, quote, spoken):
    same = pairs(text, language, quote, spoken)
    assert miscounted((text, language), (quote, spoken), same) is None
