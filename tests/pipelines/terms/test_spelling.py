"""Mistyped words, and words that only look so."""

import pytest

from encoder.lexicon import default_lexicon
from pipelines.retrieval.query import analyse
from pipelines.terms.spelling import meant

WORDS = {"intelligence", "exchange", "meeting", "marches", "marchés"}.__contains__
NAMES = {"railbridge", "saragosse", "ferralis"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("inteligence", ("intelligence",)),
        ("exchagne", ("exchange",)),
        ("railbrigde", ("railbridge",)),
        ("saragose", ("saragosse",)),
        ("exchange", ()),  # known
        ("railbridge", ()),
        ("marc", ()),  # too short to tell
        ("zzzzzz", ()),
        ("2022a", ()),
        ("e" + "xchange" * 6, ()),
    ],
)
def test_what_was_meant(typed, found):
    assert meant(typed, NAMES, WORDS) == found


def test_a_mistyped_word_is_searched_as_what_was_meant_and_shown():
    query = analyse("inteligence artificielle", default_lexicon())
    assert "intelligence" in query.lexical("fr")
    assert any("intelligence" in expansion.also for expansion in query.expansions())


def test_a_mistyped_name_is_looked_for_by_all_its_names():
    query = analyse("échange à Saragose", default_lexicon(), named=NAMES)
    assert {"saragosse", "zaragoza"} <= set(query.lexical("en"))


def test_a_name_is_not_taken_for_a_word():
    query = analyse("Où est le siège de CLAMTEX ?", default_lexicon(), named=NAMES)
    (term,) = [term for term in query.terms if term.name]
    assert set(term.forms["en"]) == {"CLAMTEX"}
