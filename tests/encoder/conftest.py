"""The lexicon that ships, and what it says of a term."""

import pytest

from encoder.lexicon import default_lexicon


@pytest.fixture(scope="module")
def lexicon():
    return default_lexicon()


@pytest.fixture
def listed():
    """A term's translations from a language, likeliest first."""

    def found(lexicon, term, source):
        return [translation.term for translation in lexicon.translate(term, source)]

    return found
