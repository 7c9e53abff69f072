"""Which documents are versions of one another, from what is known of them."""

from dataclasses import replace

import numpy as np
import pytest

from ingest.shingles import shingles, signature
from pipelines.catalogue.traces import Known, Trace
from pipelines.indexing.versions import find_families

NAMES = ("jena", "saale", "62", "140", "2300")


def unit(*numbers):
    vector = np.array(numbers, dtype=np.float32)
    return vector / np.linalg.norm(vector)


def known(name, language, marks=NAMES, vector=(1, 0, 0), text=None, **about):
    """A document of its own words, unless ``text`` is given."""
    words = text or " ".join(f"{name}{number}" for number in range(30))
    trace = Trace(name, name, signature(shingles(words)), unit(*vector), tuple(marks))
    day = "2022-06-14"
    facts = {"type": "event_report", "start_date": day, "end_date": day, "deadlines": ()}
    return Known(trace, language, **(facts | about))


FR = known("fr", "fr")
EN = known("en", "en", marks=(*NAMES, "june", "tuesday"), vector=(0.8, 0.6, 0))
ELSEWHERE = [
    known("paris", "fr", marks=("paris", "lutece", "14", "77"), vector=(0.5, 0, 1)),
    known("leeds", "en", marks=("leeds", "aire", "21", "99"), vector=(0.4, 1, 0)),
]


def works(*documents):
    found = find_families(documents)
    return {frozenset(n for n, f in found.items() if f.work == w.work) for w in found.values()}


def test_each_others_nearest_that_share_names_are_translations():
    assert works(FR, EN, *ELSEWHERE) == {frozenset(["fr", "en"])}


def test_the_order_documents_come_in_makes_no_difference():
    assert find_families([FR, EN, *ELSEWHERE]) == find_families([*ELSEWHERE, EN, FR])


@pytest.mark.parametrize(
    "against",
    [
        {"start_date": "2023-06-06", "end_date": "2023-06-07"},
        {"type": "agenda"},
        {"deadlines": ("2022-07-01",)},
    ],
)
def test_another_date_type_or_deadline_speaks_against_it(against):
    french = replace(FR, deadlines=("2022-06-01",))
    assert works(french, replace(EN, **against)) == set()


def test_a_note_may_come_out_later_in_the_other_language():
    note = {"type": "policy_note", "start_date": "2022-09", "end_date": "2022-09"}
    assert works(replace(FR, type="policy_note"), replace(EN, **note)) == {frozenset(["fr", "en"])}
    late = note | {"start_date": "2024-09", "end_date": "2024-09"}
    assert works(replace(FR, type="policy_note"), replace(EN, **late)) == set()


def test_being_near_in_meaning_is_not_enough():
    other = known("other", "en", marks=("leeds", "aire", "77", "62"))
    assert works(FR, other, *ELSEWHERE) == set()


def test_texts_without_names_are_judged_by_meaning_against_the_next():
    silent = {"marks": (), "start_date": None, "end_date": None, "type": "best_practice"}
    french, english = known("f", "fr", **silent), known("e", "en", **silent, vector=(0.9, 0.3, 0))
    far = known("g", "en", **silent, vector=(0.3, 0.9, 0))
    close = known("h", "en", **silent, vector=(0.8, 0.4, 0))
    assert works(french, english, far) == {frozenset(["f", "e"])}
    assert works(french, english, close) == set()
    assert works(french, english) == set()  # nothing to compare with


def test_a_copy_belongs_to_the_translation_too():
    text = " ".join(f"mot{number}" for number in range(30))
    one, two = known("fr", "fr", text=text), known("zz", "fr", text=text)
    found = find_families([one, two, EN, *ELSEWHERE])
    assert len({found[name].work for name in ("fr", "zz", "en")}) == 1
    assert found["fr"].text == found["zz"].text != found["en"].text


def test_editions_of_one_text_are_near_but_not_one_work():
    text = " ".join(f"mot{number}" for number in range(30))
    one = known("one", "fr", text=text)
    other = known("two", "fr", text=text, start_date="2023-06-14", end_date="2023-06-14")
    found = find_families([one, other])
    assert found["one"].text == found["two"].text
    assert found["one"].work != found["two"].work


def test_nothing_makes_no_family():
    assert find_families([]) == {}
    assert find_families([FR]) == {}
