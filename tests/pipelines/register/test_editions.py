"""Which numbered edition is asked for, and that it is told alone."""

import pytest

from tests.pipelines.register.asked import ask_of


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Where were the 7th dairy conferences held?", 7),
        ("Où se sont tenues les 7es rencontres ?", 7),
        ("list the third study visits", 3),
        ("dates of steering committees no. 4", 4),
        ("Which conferences took place on the 3rd of May 2022?", None),
        ("Which calls closed in the second round of calls?", None),
        ("List the conferences of 2022", None),
        ("List the second half 2021 webinars", None),
        ("Which events were on the 3rd may 2023 conferences list?", None),
        ("Where were the eleventh dairy conferences held?", 11),
    ],
)
def test_which_edition_is_asked_for(text, edition):
    asked = ask_of(text)
    assert (asked.edition if asked else None) == edition


EDITIONS = """# Looking back on our dairy days

The 5th dairy conference was held in Rennes on 20 November 2019.

The sixth dairy conference was held in Nantes on 18 November 2021.

The study visit to Brest took place on 3 May 2022.
"""


def test_a_numbered_edition_is_told_alone(library_of):
    library = library_of({"days.md": EDITIONS})

    def towns(text):
        rows = [s.text for s in library.ask(text).statements if " · " in s.text]
        return [town for row in rows for town in ("Rennes", "Nantes", "Brest") if town in row]

    assert towns("List the 6th conferences") == ["Nantes"]
    assert towns("Quelles sont les 5es conférences ?") == ["Rennes"]
    assert towns("List the 9th conferences") == []
    assert towns("List all conferences") == ["Rennes", "Nantes"]
    (visit,) = library.ask("List the second study visits").statements
    assert "Brest" in visit.text  # which none numbers, and there is no other
