"""What a step of the reader's training reads of a question of the field."""

import random

import pytest

pytest.importorskip("torch")

from encoder.training.course import FIRST, FROM_FIRST, SENTENCES, practised
from encoder.training.practice import Practised


def asked(right, wrong):
    return Practised("Where was it?", "en", tuple(right), tuple(wrong), held_out=False)


def test_one_sentence_that_answers_comes_first_and_brings_its_place():
    one = asked([(1, (2, 3)), (2, None)], range(10, 40))
    seen = set()
    for number in range(20):
        drawn = practised(random.Random(number), one)
        assert drawn.right == 1
        assert drawn.sentences[0] in (1, 2)
        assert drawn.place == ((2, 3) if drawn.sentences[0] == 1 else None)
        assert set(drawn.sentences[1:]) <= set(range(10, 40))
        assert len(set(drawn.sentences)) == len(drawn.sentences) == SENTENCES
        assert len(set(drawn.sentences) & set(range(10, 10 + FIRST))) >= FROM_FIRST
        seen.add(drawn.sentences)
    assert len(seen) > 10


def test_where_nothing_answers_all_is_wrong():
    drawn = practised(random.Random(0), asked([], range(3)))
    assert drawn.right == 0
    assert drawn.place is None
    assert sorted(drawn.sentences) == [0, 1, 2]
