"""What passages may stand beside the events of a town, a project or a year, and what may not."""

from datetime import date

import pytest

from pipelines.register.besides import narrowed
from pipelines.register.wanted import Wanted

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("wanted", "said", "admitted"),
    [
        ({"towns": {"lisbonne"}}, "The workshop in Lisbon drew forty people.", True),
        ({"towns": {"porto"}}, "The workshop in Brest drew forty people.", False),
        ({"towns": {"porto"}}, "City: Portofino", False),
        ({"times": {(2023, None)}}, "Two workshops took place in 2023.", True),
        ({"times": {(2023, None)}}, "Two workshops took place in 2021.", False),
        ({"projects": {"TIDELOOM"}}, "Two workshops took place.", True),
        ({"projects": {"NETWRIGHT"}}, "Two workshops took place.", False),
        ({"future": True}, "The workshop took place in 2023.", False),
        ({"future": True}, "The workshop will take place in 2025, as in 2023.", True),
        ({"future": True}, "The date of the workshop is still open.", True),
        ({}, "Two workshops took place.", True),
    ],
)
def test_a_passage_says_what_the_question_narrows_events_by(wanted, said, admitted):
    given = {name: frozenset(v) if isinstance(v, set) else v for name, v in wanted.items()}
    asked = Wanted(frozenset({"workshop"}), ("event",), **given)
    assert narrowed(asked, TODAY).admits(said, "Workshops on tour", ["TIDELOOM"]) == admitted
