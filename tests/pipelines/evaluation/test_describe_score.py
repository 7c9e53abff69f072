"""Descriptions beside their labels: what counts as right, and how figures are added up."""

import json

import pytest

from ingest.types import DateRange, Description, Value
from pipelines.errors import UsageError
from pipelines.evaluation.describe_score import run
from pipelines.evaluation.described import judge

VISIT = (
    "Report on the study visit\n\nThe visit was held in Lyon, France, on 4 and 5 May 2021. It was"
    " hosted by Cluster Alba.\n"
)
LABEL = {
    "source": "visit.txt",
    "language": "en",
    "type": "event_report",
    "start_date": "2021-05-04",
    "end_date": "2021-05-05",
    "host": "Alba",
    "organiser": None,
    "country": "FR",
}


@pytest.fixture
def labels(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "visit.txt").write_text(VISIT)

    def write(*rows):
        path = tmp_path / "labels.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows))
        return path

    return write


def figures(found, name="all"):
    return next(group.figures for group in found.groups if group.name == name)


def test_each_field_of_a_label_is_scored_and_no_other(labels):
    found = run(labels(LABEL))
    told = {field: value for field, value in figures(found).items() if value is not None}
    fields = ("language", "type", "year", "dates", "country", "host_organiser")
    assert told == dict.fromkeys(fields, 1.0)
    assert found.misses == ()
    assert figures(found, "txt") == figures(found, "en") == figures(found)


def test_a_miss_says_what_was_wanted(labels):
    found = run(labels(LABEL | {"country": "BE", "host": None}))
    assert [(m.field, m.expected, m.found) for m in found.misses] == [
        ("country", "BE", "FR"),
        ("host_organiser", "–", "alba"),
    ]
    assert figures(found)["country"] == 0
    assert figures(found)["host_organiser"] == 0  # 2·0 / (0 + 1)


def test_a_floor_that_is_missed_is_told(labels, tmp_path):
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"all": {"country": 0.9, "title": 0.5}}))
    assert run(labels(LABEL | {"country": "BE"}), floors).missed == (
        "all: country 0.000, at least 0.9 wanted",
        "all: title was not measured, at least 0.5 wanted",
    )


@pytest.mark.parametrize("rows", [[], [{"source": "visit.txt"}], [LABEL | {"source": "no.txt"}]])
def test_labels_that_cannot_be_used(labels, rows):
    with pytest.raises(UsageError):
        run(labels(*rows))


def test_of_several_values_those_in_common_count():
    found = Description(
        title=Value("x"), language="fr", type="call", projects=(Value("TISSEA"), Value("ERAI"))
    )
    judged = judge({"projects": ["TISSEA", "BOREA"]}, found)["projects"]
    assert (judged.right, judged.expected, judged.found, judged.fine) == (1, 2, 2, False)


def test_a_joint_host_is_two_and_an_article_is_none():
    found = Description(
        title=Value("x"), language="fr", type="call", host=Value("Alba et le pôle Borea")
    )
    assert judge({"host": "Borea", "organiser": "Alba"}, found)["host_organiser"].fine


def test_a_date_is_right_only_to_the_day_and_its_range():
    from datetime import date

    day = DateRange(date(2021, 5, 4), date(2021, 5, 4))
    found = Description(title=Value("x"), language="fr", type="call", dates=day, years=(2021,))
    assert judge({"start_date": "2021-05-04", "end_date": None}, found)["dates"].fine
    assert not judge({"start_date": "2021-05", "end_date": None}, found)["dates"].fine
    assert judge({"start_date": "2021-05", "end_date": None}, found)["year"].fine
    assert not judge({"start_date": None}, found)["dates"].fine
