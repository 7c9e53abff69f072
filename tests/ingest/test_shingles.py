"""How alike two texts are, and which of many are."""

import numpy as np

from ingest.shingles import groups, resemblance, shingles, signature

WORDS = [f"word{number}" for number in range(400)]


def edited(every):
    """The text with one word of so many changed."""
    return " ".join(f"other{n}" if n % every == 0 else word for n, word in enumerate(WORDS))


def test_case_accents_and_punctuation_make_no_difference():
    assert shingles("Le Pôle, à ÉPINAL, accueille.") == shingles("le pole a epinal accueille")


def test_a_text_shorter_than_a_shingle_still_has_one():
    assert resemblance(shingles("Bonjour"), shingles("bonjour !")) == 1.0
    assert len(shingles("")) == 1


def test_a_signature_tells_the_resemblance():
    text = " ".join(WORDS)
    for every in (100, 40, 20, 10):
        true = resemblance(shingles(text), shingles(edited(every)))
        agreeing = np.mean(signature(shingles(text)) == signature(shingles(edited(every))))
        assert abs(true - agreeing) < 0.13  # three standard deviations of 128 places


def test_a_signature_stays_the_same_from_one_day_to_the_next():
    assert signature(shingles("one two three four five"))[:3].tolist() == [
        345420901,
        1329963310,
        167126582,
    ]


def test_groups_join_texts_directly_or_through_another():
    half = " ".join(WORDS[:200])
    texts = [" ".join(WORDS), "something else altogether is told here", edited(50), half, half]
    signatures = np.array([signature(shingles(text)) for text in texts])
    assert groups(signatures, 0.7) == [0, 1, 0, 3, 3]


def test_a_file_copied_thousands_of_times_is_one_group():
    one = signature(shingles(" ".join(WORDS)))
    assert set(groups(np.tile(one, (5000, 1)), 0.7)) == {0}


def test_no_texts_make_no_groups():
    assert groups(np.empty((0, 128), dtype=np.uint32), 0.7) == []
