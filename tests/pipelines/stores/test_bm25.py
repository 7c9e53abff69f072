"""What lexical search takes for the same word, and how query terms are weighted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ingest.types import LANGUAGES, Language
from pipelines.stores.bm25 import passage_vector, query_vector, stems


@pytest.mark.parametrize(
    "words",
    [
        "métallurgie metallurgie MÉTALLURGIE métallurgies",
        "innovation l'innovation l\u2019innovation d'innovations",
        "entreprise d'entreprises d\u2019entreprises l'entreprise",
        "financé financée financées financés finance financer",
        "organisé organisée organisées organiser",
        "premier première premières premiers",
        "financier financière financières financiers",
        "cluster clusters d'un\u00a0cluster",
        "salarié salariée salariés salariées",
        "année annee années",
        "entrée entrees l'entrée",
        "cœur coeur",
        "créé créée crée créés",
        "numérique numeriques",
    ],
)
def test_french_forms_meet(words: str) -> None:
    forms = [stems(form, "fr") for form in words.split(" ")]
    assert forms[0]
    assert forms == [forms[0]] * len(forms)


@pytest.mark.parametrize(
    "words", ["cluster clusters cluster's cluster\u2019s", "metallurgy Metallurgy"]
)
def test_english_forms_meet(words: str) -> None:
    forms = [stems(form, "en") for form in words.split()]
    assert forms[0]
    assert forms == [forms[0]] * len(forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_composed_and_decomposed_accents_meet(language: Language) -> None:
    word = "métallurgie"
    assert stems(unicodedata.normalize("NFD", word), language) == stems(word, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le les des à même était avec l' d\u2019 qu'il", "fr"),
        ("the of and with", "en"),
        ("…", "fr"),
    ],
)
def test_stop_words_and_marks_have_no_stem(text: str, language: Language) -> None:
    assert stems(text, language) == []
    assert passage_vector(text, language).indices == []
    assert query_vector({text: 1.0}, language).indices == []


def test_a_phrase_gives_its_weight_to_each_stem() -> None:
    vector = query_vector({"réunion de lancement": 0.4}, "fr")
    assert vector.indices == stems("lancement réunion", "fr")
    assert vector.values == [0.4, 0.4]


def test_a_shared_stem_takes_the_largest_weight() -> None:
    terms = {"entreprises": 0.3, "entreprise": 0.5, "chef d'entreprise": 0.2, "rien": 0.0}
    weights = dict(zip(*_parts(query_vector(terms, "fr")), strict=True))
    (enterprise,) = stems("entreprise", "fr")
    (chief,) = stems("chef", "fr")
    assert weights == {enterprise: 0.5, chief: 0.2}


@pytest.mark.parametrize("weight", [-1.0, float("nan"), float("inf")])
def test_bad_weights_are_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight of 'réunion'"):
        query_vector({"réunion": weight}, "fr")


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no BM25 for language 'de'; known: fr, en"):
        stems("Treffen", "de")  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=some.text(max_size=60), language=some.sampled_from(LANGUAGES))
def test_query_and_passage_see_the_same_stems(text: str, language: Language) -> None:
    """Whatever the text, a query made of it finds a passage made of it, by every stem."""
    found = stems(text, language)
    assert passage_vector(text, language).indices == found
    query = query_vector({text: 0.5}, language)
    assert query.indices == found
    assert query.values == [0.5] * len(found)
    assert all(value > 0 for value in passage_vector(text, language).values)


def _parts(vector: object) -> tuple[list[int], list[float]]:
    return vector.indices, vector.values  # type: ignore[attr-defined]
