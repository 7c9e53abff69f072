"""Calls that stand below a heading of calls are calls each, with days of their own."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

PAGE = """# Le pôle Granit : appels à projets

Le pôle relit vos dossiers.

## Appels en cours

### Carrières sobres
Ouvert du 3 février au 25 avril 2025. Budget : 2 M€.

### Chèque export
Ouverture le 3 mars 2025, clôture le 27 juin 2025.

## Appels clos

### Poussières
Clôture : 12 décembre 2024
"""
ITEMS = """# Money for quarries

## Open calls

- **Dust and Noise Vouchers** – open from 3 February 2025 to 25 April 2025
- **Stone 2030** – deadline: 27 June 2025

## Closed calls

- **Old Quarries** – closed on 12 December 2024
"""
LETTER = """# Newsletter no. 9 – February 2025

Our members met in Vigo on 14 January 2025.

## Funding opportunities

- Stone 2030: closes on 27 June 2025
"""


def calls(content):
    text = read_bytes(content.encode(), "page.md")
    return [
        (
            e.name.text,
            e.dates and e.dates.iso()[0],
            [day.iso()[1] for day in e.deadlines],
        )
        for e in find_events(text, describe(text, "page.md"))
        if e.kind == "call"
    ]


def test_each_heading_below_one_of_calls_is_a_call():
    assert calls(PAGE) == [
        ("Carrières sobres", "2025-02-03", ["2025-04-25"]),
        ("Chèque export", "2025-03-03", ["2025-06-27"]),
    ]


def test_each_item_of_a_list_of_calls_is_a_call():
    assert calls(ITEMS) == [
        ("Dust and Noise Vouchers", "2025-02-03", ["2025-04-25"]),
        ("Stone 2030", None, ["2025-06-27"]),
    ]


def test_a_letter_tells_of_the_calls_that_it_lists():
    assert calls(LETTER) == [("Stone 2030", None, ["2025-06-27"])]


@pytest.mark.parametrize(
    "below",
    [
        "- Opening: 3 February 2025\n- Deadline: 25 April 2025\n- Results: 30 May 2025",
        "- First cut-off: 25 April 2025\n- Second cut-off: 26 September 2025",
    ],
)
def test_the_days_of_one_call_are_no_calls(below):
    (call,) = calls(f"# Call for proposals: quieter quarries\n\n## Open call\n\n{below}\n")
    assert call[0] == "Call for proposals: quieter quarries"


def test_a_call_that_lists_others_stays_one_itself():
    own = "# Call for proposals: quieter quarries\n\nDeadline: 25 April 2025\n\n"
    assert [
        name for name, *_ in calls(own + "## Open calls\n\n- Stone 2030: closes on 27 June 2025\n")
    ] == [
        "Call for proposals: quieter quarries",
        "Stone 2030",
    ]
