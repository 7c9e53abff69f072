"""Dates in every shape, and the shapes that are no date."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.describe.dates.dates import find_dates, resolve

RANGES = [
    ("4-6 May 2022", "2022-05-04", "2022-05-06"),
    ("(4-6 May, 2022)", "2022-05-04", "2022-05-06"),
    ("May 4-6, 2022", "2022-05-04", "2022-05-06"),
    ("les 4 et 5 mars 2020", "2020-03-04", "2020-03-05"),
    ("4 & 5 March 2020", "2020-03-04", "2020-03-05"),
    ("3, 4 et 5 mai 2021", "2021-05-03", "2021-05-05"),
    ("du 12 au 14 juin 2025", "2025-06-12", "2025-06-14"),
    ("du mercredi 4 au vendredi 6 mai 2022", "2022-05-04", "2022-05-06"),
    ("from Wednesday 4 to Friday 6 May 2022", "2022-05-04", "2022-05-06"),
    ("du 28 février au 2 mars 2021", "2021-02-28", "2021-03-02"),
    ("28 décembre au 3 janvier 2022", "2021-12-28", "2022-01-03"),
    ("April 28 – May 2, 2022", "2022-04-28", "2022-05-02"),
    ("26.04.2012", "2012-04-26", "2012-04-26"),
    ("26.-28.04.2012", "2012-04-26", "2012-04-28"),
    ("28.02.–02.03.2021", "2021-02-28", "2021-03-02"),
    ("4-6/05/2022", "2022-05-04", "2022-05-06"),
    ("du 04/05/2022 au 06/05/2022", "2022-05-04", "2022-05-06"),
    ("27/9/2020", "2020-09-27", "2020-09-27"),
    ("27/09/20", "2020-09-27", "2020-09-27"),
    ("April, 17, 2019", "2019-04-17", "2019-04-17"),
    ("17th April 2019", "2019-04-17", "2019-04-17"),
    ("17th of April 2019", "2019-04-17", "2019-04-17"),
    ("1er octobre 2021", "2021-10-01", "2021-10-01"),
    ("Wednesday, May 4th, 2022", "2022-05-04", "2022-05-04"),
    ("2020-03-04", "2020-03-04", "2020-03-04"),
    ("03/04/2025", "2025-04-03", "2025-04-03"),
    ("Room 12, 5 March 2020", "2020-03-05", "2020-03-05"),
    ("5 May 2022, 09:00 – 13:00", "2022-05-05", "2022-05-05"),
    ("29 février 2024", "2024-02-29", "2024-02-29"),
    ("2 May 2019 – 31 October 2022", "2019-05-02", "2022-10-31"),
    ("2 mai 2019–31 octobre 2022", "2019-05-02", "2022-10-31"),
    ("7 November 2024 – 14 firms", "2024-11-07", "2024-11-07"),
    ("7 November 2024 - 14:30", "2024-11-07", "2024-11-07"),
    ("le 9 mai 2023 / 24 places", "2023-05-09", "2023-05-09"),
    ("le 9 mai 2023-14 h", "2023-05-09", "2023-05-09"),
]
MONTHS = [
    ("October 2010", "2010-10", "2010-10"),
    ("octobre 2010", "2010-10", "2010-10"),
    ("mi-mars 2023", "2023-03", "2023-03"),
    ("Sept. 2021", "2021-09", "2021-09"),
    ("de novembre 2021 à mars 2022", "2021-11", "2022-03"),
    ("octobre-décembre 2021", "2021-10", "2021-12"),
    ("de mai 2021 à décembre 2023", "2021-05", "2023-12"),
    ("05/2022", "2022-05", "2022-05"),
]
QUARTERS = [
    ("T3 2025", "2025-07", "2025-09"),
    ("Q1 2024", "2024-01", "2024-03"),
    ("2e trimestre 2024", "2024-04", "2024-06"),
    ("the last quarter of 2023", "2023-10", "2023-12"),
]
NONE = [
    "November 7th and 8th",
    "4-6 May",
    "2025",
    "in 2025",
    "2103-2018",
    "2014-2020",
    "Academic year: 2022",
    "May 2014-2020",
    "May 2014 – 2020",
    "school year September 2021-22",
    "rentrée de septembre 2021/22",
    "31 février 2021",
    "29 February 2023",
    "you may 2020",
    "version 1.2.2020.4",
    "06 12 34 56 78",
    "n° 05/2022",
    "10:30-12:00",
    "march on",
    "",
]
KINDS = [
    ("Please register by 10th of April 2022.", "deadline"),
    ("Inscription avant le 12 mai 2023.", "deadline"),
    ("Date limite de dépôt : 30 septembre 2022", "deadline"),
    ("Closing date: 3 June 2024", "deadline"),
    ("Publié le 4 février 2021 par la rédaction.", "published"),
    ("Mis en ligne le 4/02/2021", "published"),
    ("Submitted on 5 June 2020", "published"),
    ("The seminar was held on 3 June 2024 in Graz.", "event"),
    ("L'atelier s'est tenu le 3 juin 2024.", "event"),
    ("Dates : du 12 au 14 juin 2025", "event"),
    ("The centre was founded in March 1989.", "other"),
    ("© 3 June 2019", "other"),
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_days(text: str, start: str, end: str) -> None:
    (found,) = find_dates(f"Meeting {text} in Graz.", "fr")
    assert found.range.iso() == (start, end)
    assert found.range.precision == "day"


@pytest.mark.parametrize(("text", "start", "end"), MONTHS)
def test_months(text: str, start: str, end: str) -> None:
    (found,) = find_dates(text, "en")
    assert found.range.iso() == (start, end)
    assert found.range.precision == "month"


@pytest.mark.parametrize(("text", "start", "end"), QUARTERS)
def test_quarters(text: str, start: str, end: str) -> None:
    (found,) = find_dates(text, "fr")
    assert found.range.iso() == (start, end)
    assert found.range.precision == "quarter"


@pytest.mark.parametrize("text", NONE)
def test_no_date_is_made_up(text: str) -> None:
    assert find_dates(text, "en") == ()
    assert find_dates(text, "fr") == ()


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_a_date_is_of(text: str, kind: str) -> None:
    assert [d.kind for d in find_dates(text, "en")] == [kind]


def test_two_dates_share_a_year_but_stay_two() -> None:
    found = find_dates("le 3 mars et le 12 juin 2021", "fr")
    assert [d.range.start for d in found] == [date(2021, 3, 3), date(2021, 6, 12)]


def test_month_first_only_where_an_english_text_shows_it() -> None:
    text = "Opened 04/05/2024, closed 04/27/2024."
    assert [d.range.start for d in find_dates(text, "en")] == [date(2024, 4, 5), date(2024, 4, 27)]
    assert [d.range.start for d in find_dates("Opened 04/05/2024.", "en")] == [date(2024, 5, 4)]
    assert [d.range.start for d in find_dates(text, "fr")] == [date(2024, 5, 4)]


def test_a_day_without_year_takes_the_one_the_text_gives_it() -> None:
    text = "Exchange on 4-6 May. Duration: 3 days (4-6 May 2022). Day 2: Thursday, May 5th."
    assert [d.range.iso() for d in resolve(text, "en")] == [
        ("2022-05-04", "2022-05-06"),
        ("2022-05-04", "2022-05-06"),
        ("2022-05-05", "2022-05-05"),
    ]
    assert len(resolve("Visit on 9 June. Agenda of 4-6 May 2022.", "en")) == 1


def test_offsets_are_of_the_whole_text() -> None:
    text = "x" * 50 + " du 12 au 14 juin 2025."
    (found,) = find_dates(text, "fr", start=40)
    assert found.span.of(text) == "12 au 14 juin 2025"
    assert find_dates(text, "fr", end=45) == ()


PIECES = [*"0123456789 -–/.,()ThQTé\n", "May", "mars", " 2021", "du ", " au ", "st", "1er "]
WILD = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)


@given(WILD)
@settings(max_examples=300, deadline=None)
def test_wild_text_gives_only_real_spans(text: str) -> None:
    for found in resolve(text, "en"):
        assert 0 <= found.span.start < found.span.end <= len(text)
        written = found.span.of(text).lower()
        assert any(c.isdigit() for c in written)
        assert found.range.start <= found.range.end
        # never from a year alone
        assert not written.strip().isdigit()


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "1-",
        "(((",
        "1 et ",
        "4, ",
        "May ",
        "mars 2020 - ",
        "1/",
        "12.",
        "du 1 au ",
        "2020-",
        "T3 ",
        "\n",
        " ",
        "1er ",
    ],
)
def test_long_strings_are_read_in_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    started = time.process_time()
    find_dates(text, "en")
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Date: 2023-05-04 | End date: 2023-05-06 | Event: Forum",
            [("2023-05-04", "2023-05-06")],
        ),
        ("Du: 4 mai 2023 | Au: 6 mai 2023 | Lieu: Metz", [("2023-05-04", "2023-05-06")]),
        (
            "Start: 4 May 2021 | End: 6 May 2023 | Project: FILAR",
            [("2021-05-04", "2021-05-04"), ("2023-05-06", "2023-05-06")],
        ),
        (
            "Opens: 4 May 2023 | Closes: 6 May 2023",
            [("2023-05-04", "2023-05-04"), ("2023-05-06", "2023-05-06")],
        ),
    ],
)
def test_the_last_day_may_stand_in_the_next_column(row, expected):
    assert [d.range.iso() for d in find_dates(row, "en")] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In 2023 they met on 4 May in Lens.", ["2023-05-04"]),
        ("In 2023 they met on 4 May and on 6 June in Lens.", ["2023-05-04", "2023-06-06"]),
        ("In 2023 the network grew and will meet on 4 May in Lens.", []),
    ],
)
def test_the_year_at_the_head_of_a_clause_is_that_of_its_own_verb(text, days):
    assert [found.range.iso()[0] for found in resolve(text, "en")] == days


def test_no_range_begins_within_the_mark_of_a_version() -> None:
    (found,) = find_dates("DRAFT v1 - 12/06/2024", "en")
    assert (found.range.start, found.range.end) == (date(2024, 6, 12), date(2024, 6, 12))
