"""A page with a table of calls tells each of them; the cut-off dates of one call are one call."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

PAGE = """# Open calls of FILAR

FILAR pays part of its budget to weavers by means of open calls.

| Call | Opens | Closes | Budget |
|---|---|---|---|
| Call 1 – Loom vouchers | 3 April 2023 | 30 June 2023, 17:00 | EUR 420,000 |
| Call 2 – Dye vouchers | 8 January 2024 | 29 March 2024 (extended) | EUR 310,000 |
| Call 3 – Travel grants | 2 May 2024 | 29 March 2025 | EUR 45,000 |

The second call closes on 29 March 2024.
"""
APPELS = """# La lettre du lin n° 12

| Appel | Date limite | Montant |
|---|---|---|
| Chèque Teinture | 30 avril 2024 | 4 000 € |
| Démonstrateurs | 30 avril 2024 | 80 000 € |
"""


def calls(content):
    text = read_bytes(content.encode(), "calls.md")
    found = find_events(text, describe(text, "calls.md"))
    return [e for e in found if e.kind == "call"]


def test_each_row_of_a_table_of_calls_is_a_call_with_its_own_days():
    rows = [(e.name.text, e.dates.iso()[0], [d.iso()[1] for d in e.deadlines]) for e in calls(PAGE)]
    assert rows == [
        ("Call 1 – Loom vouchers", "2023-04-03", ["2023-06-30"]),
        ("Call 2 – Dye vouchers", "2024-01-08", ["2024-03-29"]),
        ("Call 3 – Travel grants", "2024-05-02", ["2025-03-29"]),
    ]


def test_two_calls_that_close_on_one_day_are_two():
    assert [e.name.text for e in calls(APPELS)] == ["Chèque Teinture", "Démonstrateurs"]


@pytest.mark.parametrize("word", ["Cut-off", "Round", "Session"])
def test_the_cut_off_dates_of_one_call_are_one_call(word):
    content = f"""# Call for loom vouchers

The call for loom vouchers opens on 3 April 2023 and has two dates.

| Call | Opens | Closes |
|---|---|---|
| {word} 1 | 3 April 2023 | 30 June 2023 |
| {word} 2 | 1 July 2023 | 29 September 2023 |
"""
    (found,) = calls(content)
    assert {d.iso()[1] for d in found.deadlines} >= {"2023-06-30", "2023-09-29"}


def test_a_call_may_be_for_sessions_or_stages():
    page = PAGE.replace("Call 1 – Loom vouchers", "Training sessions abroad").replace(
        "Call 3 – Travel grants", "Stages en filature"
    )
    names = [event.name.text for event in calls(page)]
    assert {"Training sessions abroad", "Stages en filature"} <= set(names)


def test_a_list_of_projects_or_tasks_is_no_list_of_calls():
    content = """# Plan

| Name | Start | End |
|---|---|---|
| FILAR | 3 May 2021 | 30 June 2023 |
| LINUM | 9 June 2021 | 29 September 2023 |
"""
    assert not calls(content)
