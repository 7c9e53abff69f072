"""How found events are held against labelled ones."""

from datetime import date

from ingest.types import DateRange, Event, Value
from pipelines.evaluation.register_score import judged

NEXT = {"kind": "meeting", "start_date": "2021-05-20", "end_date": None, "place": "Metz"}
THIS = {"kind": "meeting", "start_date": "2021-05-04", "end_date": None, "place": "Lyon"}


def meeting(day, place):
    dates = DateRange(date(2021, 5, day), date(2021, 5, day))
    return Event("meeting", Value("meeting"), "held", dates, place=Value(place))


def test_the_best_agreement_is_paired_first_whatever_the_order_of_the_labels():
    found = [meeting(4, "Lyon")]
    for labels in ([NEXT, THIS], [THIS, NEXT]):
        cells = [(cell, wanted, got) for cell, wanted, got in judged(labels, found)]
        assert ("place", {"lyon"}, {"lyon"}) in cells
        assert ("event", {"meeting 2021-05-20"}, set()) in cells


def test_what_no_label_speaks_of_is_found_too_much():
    found = [meeting(4, "Lyon"), meeting(20, "Metz")]
    assert ("event", set(), {"meeting 2021-05-20"}) in list(judged([THIS], found))
