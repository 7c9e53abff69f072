"""How many came to an event: of the event itself, and of no other that its document tells."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events


def own(content):
    text = read_bytes(content.encode(), "report.md")
    return find_events(text, describe(text, "report.md"))[0]


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("L'atelier du 16 mai a réuni 41 personnes.", None),
        ("La séance du 19 septembre a réuni 41 personnes.", "41 personnes"),
        ("La séance a réuni 41 personnes.", "41 personnes"),
    ],
)
def test_a_day_without_a_year_is_another_event_s(sentence, came):
    minutes = f"# Compte rendu du conseil du 19 septembre 2024\n\nMetz. {sentence}\n"
    value = own(minutes).participants
    assert (value.text if value else None) == came
