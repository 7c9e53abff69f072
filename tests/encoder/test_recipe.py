"""The recipe's arithmetic, on numbers that can be checked by hand."""

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")


def test_dice_of_weighted_pairs():
    from encoder.training.cooccurrence import Incidence, dice, strongest

    french, english = Incidence(), Incidence()
    for in_french, in_english in (([0, 0], [0]), ([0, 1], [0, 1]), ([1], [1])):
        french.add(in_french)
        english.add(in_english)
    table = dice(french.matrix(2), english.matrix(2), [1.0, 1.0, 0.5]).toarray()
    # Word 0: 2 pairs on each side, both together: 2·2/(2+2). Words 0 and 1: one pair together,
    # 2 and 1½ in all: 2·1/(2+1½).
    np.testing.assert_allclose(table, [[1, 2 / 3.5], [2 / 3.5, 1]], rtol=1e-6)
    columns, values = strongest(dice(french.matrix(2), english.matrix(2), [1, 1, 1]), 0, 1)
    assert columns.tolist() == [0]
    assert values.tolist() == [1.0]


def test_recall_counts_queries_whose_passage_is_near_enough():
    from encoder.training.evaluate import recall

    passages = np.eye(3, dtype=np.float32)
    queries = np.array([[1, 0, 0], [0.9, 0.4, 0.1]], dtype=np.float32)
    assert recall(queries, passages, [0, 1], at=1) == 0.5
    assert recall(queries, passages, [0, 1], at=2) == 1.0


@pytest.mark.parametrize(
    ("piece", "wanted"),
    [
        ("meeting", True),
        ("##tion", True),
        ("[CLS]", True),
        ("[unused7]", False),
        ("€", True),
        ("«", True),
        ("μ", True),
        ("##д", False),
        ("京", False),
        ("ع", False),
    ],
)
def test_pieces_of_other_scripts_go(piece, wanted):
    from encoder.training.tokenizer import is_wanted

    assert is_wanted(piece) is wanted
