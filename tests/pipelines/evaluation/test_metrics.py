"""Each measure on a case small enough to be worked out on paper."""

from __future__ import annotations

import math

import pytest

from pipelines.evaluation.metrics import (
    correct,
    documents,
    interval,
    list_coverage,
    mean,
    missing_items,
    ndcg,
    normal,
    recall,
    reciprocal_rank,
    share,
    stands_in,
    verbatim,
)

RANKED = ["a", "b", "c", "d", "e", "f"]


def test_a_document_stands_where_its_first_passage_does() -> None:
    assert documents(["b", "a", "b", "c", "a"]) == ["b", "a", "c"]
    assert documents([]) == []


@pytest.mark.parametrize(
    ("relevant", "k", "expected"),
    [
        ({"a", "c"}, 5, 2 / 2),
        ({"a", "f"}, 5, 1 / 2),  # f stands at rank 6
        ({"a", "f"}, 6, 2 / 2),
        ({"a", "x", "y"}, 5, 1 / 3),
        (set(RANKED), 5, 5 / 6),  # six relevant documents don't fit in five
        ({"x"}, 5, 0.0),
    ],
)
def test_recall_is_the_share_of_the_relevant_ones(
    relevant: set[str], k: int, expected: float
) -> None:
    assert recall(relevant, RANKED, k) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("relevant", "k", "expected"),
    [
        ({"a"}, 10, 1.0),
        ({"b"}, 10, 1 / math.log2(3)),  # 0.6309: gained at rank 2, best at rank 1
        # Gained at ranks 1 and 3: 1 + 1/2. Best at ranks 1 and 2: 1 + 0.6309.
        ({"a", "c"}, 10, 1.5 / (1 + 1 / math.log2(3))),
        ({"a", "f"}, 5, 1 / (1 + 1 / math.log2(3))),  # f is beyond k
        ({"a", "b", "c"}, 2, 1.0),  # the best that two places can hold
        ({"x"}, 10, 0.0),
    ],
)
def test_ndcg_discounts_by_rank(relevant: set[str], k: int, expected: float) -> None:
    assert ndcg(relevant, RANKED, k) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("relevant", "k", "expected"),
    [({"a", "c"}, 10, 1.0), ({"c", "d"}, 10, 1 / 3), ({"f"}, 5, 0.0), ({"x"}, 10, 0.0)],
)
def test_reciprocal_rank_is_that_of_the_first(relevant: set[str], k: int, expected: float) -> None:
    assert reciprocal_rank(relevant, RANKED, k) == pytest.approx(expected)


@pytest.mark.parametrize("measure", [recall, ndcg, reciprocal_rank])
def test_nothing_relevant_is_no_question_of_ranking(measure: type) -> None:
    with pytest.raises(ValueError, match="no relevant documents"):
        measure([], RANKED, 5)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Pôle Trame & Fil", "hosted by POLE  TRAME & FIL."),
        ("l'hydrogène", "autour de L’HYDROGENE"),
        ("14–16 March 2023", "from 14-16 March\n2023"),
        ("30 %", "au moins 30\u00a0% de matière"),
        ("38%", "38 % du prix"),
        ("4,5 millions", "soit 4,5\u202fmillions d'euros"),
        ("2022", "le 4.5.2022"),
        ("EUR 600", "(EUR 600)"),
        ("5 300 l", "de 5 300 l à 1 450 l"),
        ("600 €", "en 2022, 600 € par visite"),
    ],
)
def test_a_form_is_found_whatever_its_typography(form: str, text: str) -> None:
    assert stands_in(form, text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("18 jours", "118 jours"),
        ("450 €", "1 450 €"),
        ("450 €", "3,450 €"),
        ("5 millions", "4,5 millions"),
        ("EUR 3", "EUR 3.6 million"),
        ("EUR 3", "EUR 3 600"),
        ("Lund", "Lundi"),
        ("PEP", "PEPs"),
        ("Sines", "Sin es"),
        ("", "anything"),
    ],
)
def test_a_form_is_whole_words_and_whole_numbers(form: str, text: str) -> None:
    assert not stands_in(form, text)


def test_normal_form() -> None:
    assert normal("  Œuvre — d’Évry :\u00a06 %") == "oeuvre - d'evry : 6%"


def test_every_item_is_needed_and_any_of_its_forms_will_do() -> None:
    accepted = [["Saint-Nazaire"], ["28 et 29 mars 2023", "28-29 March 2023"]]
    whole = ["Held in Saint-Nazaire [1]", "les 28 et 29 mars 2023"]  # an answer and its quote
    assert correct(accepted, whole) == 1.0
    assert list_coverage(accepted, whole) == 2 / 2
    assert correct(accepted, whole[:1]) == 0.0
    assert list_coverage(accepted, whole[:1]) == 1 / 2
    assert missing_items(accepted, whole[:1]) == ["28 et 29 mars 2023"]
    assert list_coverage(accepted, []) == 0 / 2
    # An item must not be pieced together from two texts.
    assert correct([["28 et 29 mars"]], ["le 28 et", "29 mars"]) == 0.0


def test_without_items_nothing_is_right_or_wrong() -> None:
    with pytest.raises(ValueError, match="no accepted items"):
        correct([], ["an answer"])


@pytest.mark.parametrize(
    ("quote", "start", "end", "expected"),
    [
        ("cde", 2, 5, True),
        ("cdE", 2, 5, False),
        ("cd", 2, 5, False),
        ("cde", 3, 6, False),
        ("ef", -2, 6, False),  # Python would count from the end
        ("", 2, 2, False),
    ],
)
def test_a_quote_is_the_text_at_its_offsets(
    quote: str, start: int, end: int, expected: bool
) -> None:
    assert verbatim(quote, "abcdef", start, end) is expected


def test_a_quote_from_no_document_is_none() -> None:
    assert not verbatim("cde", None, 2, 5)


def test_shares_and_means_of_what_there_is() -> None:
    assert share([True, True, False, True]) == 3 / 4
    assert share([]) is None
    assert mean([1.0, None, 0.0, 0.5]) == 1.5 / 3
    assert mean([None, None]) is None


def test_the_interval_of_a_mean_holds_it_and_narrows_with_more_values():
    few, many = interval([0.0, 1.0] * 5), interval([0.0, 1.0] * 200)
    assert few[0] < 0.5 < few[1]
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert interval([1.0, None, 1.0]) == (1.0, 1.0)
    assert interval([0.5, None]) is None
    assert interval([0.0, 1.0] * 5) == few
