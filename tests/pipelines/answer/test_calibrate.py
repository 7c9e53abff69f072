"""The fit behind an answer's probability, on cases small enough to see through."""

import numpy as np
import pytest

from pipelines.answer import calibrate, features
from pipelines.answer.calibrate import Asked, bound, crossed, fit, told


def asked(name, rows, right, sort="fact"):
    return Asked(name, sort, np.array(rows, dtype=float), np.array(right, dtype=bool))


@pytest.fixture
def questions():
    """Sentences with a bias and one feature, which is high where they answer."""
    drawn = np.random.default_rng(0)
    found = []
    for number in range(40):
        values = drawn.uniform(0, 0.4, 5)
        right = np.zeros(5, dtype=bool)
        if number % 2:
            values[2], right[2] = drawn.uniform(0.6, 1), True
        found.append(asked(f"q{number:02}", [[1, v] for v in values], right))
    return found


def test_what_tells_answers_apart_gets_the_weight(questions):
    bias, weight = fit(questions)
    assert weight > 1
    assert 1 / (1 + np.exp(-(bias + weight))) > 0.5
    assert 1 / (1 + np.exp(-bias)) < 0.5


def test_folds_judge_questions_that_they_have_not_seen(questions):
    judged = crossed(questions)
    assert len(judged) == 40
    assert all(right for one, _, right in judged if one.right.any())
    share = calibrate.REFUSED["fact"]
    least = bound(judged, share)
    figures = told(judged, least)
    assert figures["answerable"] == figures["unanswerable"] == 20
    assert figures["right"] == 1
    assert figures["refused of these"] == pytest.approx(share, abs=0.05)


def test_a_question_that_nothing_was_read_for_is_refused(questions):
    nothing = Asked("none", "fact", np.zeros((0, 2)), np.zeros(0, dtype=bool))
    ((_, likely, right),) = [j for j in crossed([*questions, nothing]) if j[0] is nothing]
    assert (likely, right) == (0.0, False)


def test_the_weights_that_ship_know_every_feature(sample_library):
    reply = sample_library.ask("Who hosted the railway staff exchange?")
    assert reply.answer is not None  # each feature found its weight on the way
    held = features.weights()
    assert set(held.least) == set(calibrate.REFUSED)
    assert all(0 < least < 1 for least in held.least.values())
    with pytest.raises(KeyError):
        held.probability({"unheard of": 1.0})


def test_weights_that_are_kept_judge_all_questions(questions):
    judged = crossed(questions, np.array([-3.0, 6.0]))
    likely = {one.question: likely for one, likely, _ in judged}
    assert likely["q01"] == pytest.approx(
        1 / (1 + np.exp(3.0 - 6.0 * max(row[1] for row in questions[1].rows)))
    )
