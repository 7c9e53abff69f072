"""What every line of the file must be, how large it is and how fast it loads."""

import time
from collections import Counter

import pytest

from encoder.lexicon import (
    DEFAULT_PATH,
    Lexicon,
    lookup_key,
)
from encoder.training.lexicon.domain import read_also, read_domain
from encoder.training.lexicon.folding import unit
from encoder.training.lexicon.spelling import other_spelling
from encoder.training.lexicon.stopwords import ENGLISH, FRENCH


@pytest.fixture(scope="module")
def lines():
    return DEFAULT_PATH.read_text(encoding="utf-8").split("\n")[:-1]


@pytest.fixture(scope="module")
def by_hand():
    """The forms of the hand-written terms, in both spellings."""
    listed_forms = (*read_domain().values(), *read_also().values())
    forms = {form for heads in listed_forms for form in heads}
    return forms | {other_spelling(form) for form in forms}


def entries(lines):
    for line in lines:
        language, _, term, _, found = line.split("\t")
        yield language, term, dict(pair.rsplit("=", 1) for pair in found.split("|"))


def test_every_line_is_sorted_and_well_formed(lines):
    assert lines == sorted(lines)
    for line in lines:
        language, key, term, count, translations = line.split("\t")
        assert language in ("fr", "en")
        assert key == lookup_key(term)
        assert int(count) >= 1
        chances = [float(each.rpartition("=")[2]) for each in translations.split("|")]
        assert len(chances) <= 6
        assert 0 < sum(chances) <= 1.0000001
        assert chances == sorted(chances, reverse=True)


def test_each_direction_has_its_half(lines):
    french = sum(line.startswith("fr\t") for line in lines)
    assert 0.4 < french / len(lines) < 0.6


def test_no_function_word_translates_or_is_translated(lines, by_hand):
    words = {"fr": FRENCH, "en": ENGLISH}
    for language, term, found in entries(lines):
        assert term not in words[language]
        other = words["en" if language == "fr" else "fr"]
        assert not [word for word in found if word in other and word not in by_hand], term


def test_no_number_and_no_single_letter(lines, by_hand):
    for _, term, found in entries(lines):
        for word in (term, *found):
            assert len(word) > 1
            assert word in by_hand or not any(c.isdigit() for c in word), (term, word)


def test_a_word_that_is_called_the_same_is_left_out(lines, by_hand):
    alike = Counter((language, lookup_key(term)) for language, term, _ in entries(lines))
    same = [
        term
        for language, term, found in entries(lines)
        if all(lookup_key(word) == lookup_key(term) for word in found)
        and term not in by_hand
        # "centre" stays, or "centré" would answer for it.
        and alike[language, lookup_key(term)] == 1
    ]
    assert same == []


def test_a_translation_is_listed_once_whatever_its_form(lines):
    for language, term, found in entries(lines):
        if language == "en":
            labels = [" ".join(unit(w, "fr") for w in word.split(" ")) for word in found]
            assert len(set(labels)) == len(labels), term


def test_file_is_small_and_loads_fast():
    assert DEFAULT_PATH.stat().st_size < 3_200_000
    taken = []
    for _ in range(5):
        start = time.process_time()
        Lexicon()
        taken.append(time.process_time() - start)
    assert min(taken) < 0.06
