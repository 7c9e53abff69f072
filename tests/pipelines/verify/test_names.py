"""Names of a statement, and whether a quote has them, under whatever name it calls them."""

import pytest

from encoder.lexicon import default_lexicon
from pipelines.verify.names import NameFinder, names

VISIT = "La visite aux Pays-Bas a réuni des clusters du Royaume-Uni."


@pytest.mark.parametrize(
    ("quote", "language", "held"),
    [
        ("The visit to the Netherlands: clusters of the United Kingdom.", "en", [True, True]),
        ("Visite aux Pays-Bas, clusters du Royaume-Uni.", "fr", [True, True]),
        ("Visite en pays basque, clusters du royaume.", "fr", [False, False]),
        ("The visit to the United States and its clusters.", "en", [False, False]),
    ],
)
def test_a_country_of_several_words_is_one_name(quote, language, held):
    lexicon = default_lexicon()
    finder = NameFinder(quote, lexicon, language)
    found = [VISIT[word.start : word.end] for word in names(VISIT, lexicon, "fr", ())]
    assert found == ["Pays-Bas", "Royaume-Uni"]
    assert [finder.holds(surface, "fr") for surface in found] == held


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La réunion de Ghislain a eu lieu.", ["Ghislain"]),
        ("Un échange avec La Réunion a eu lieu.", ["La Réunion"]),
        ("Le pôle part en République tchèque.", ["République tchèque"]),
    ],
)
def test_a_meeting_is_no_island(text, found):
    lexicon = default_lexicon()
    assert [text[word.start : word.end] for word in names(text, lexicon, "fr", ())] == found
