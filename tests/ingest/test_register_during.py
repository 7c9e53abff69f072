"""The days of a fair or a visit during which something else took place are its own."""

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

PRIZE = """# Deux fonderies récompensées

Brest, le 12 juin 2024 – Pendant le salon Fonte Expo (Lyon, du 4 au 6 juin 2024), deux fonderies ont
reçu un prix.
"""


def events(content):
    text = read_bytes(content.encode(), "notes.md")
    return find_events(text, describe(text, "notes.md"))


def test_what_took_place_during_a_fair_does_not_take_its_days():
    (fair,) = events(PRIZE)
    assert (fair.kind, fair.name.text) == ("fair", "salon Fonte Expo")
    assert fair.dates.iso() == ("2024-06-04", "2024-06-06")
    minutes = (
        "# Minutes of the foundry group\n\nDate: 14 March 2024\nPlace: Ghent\n\n"
        "During the fair IronExpo (Lyon, 4–6 June 2024) the group will run a stand.\n"
    )
    own, fair = events(minutes)
    assert own.dates.iso()[0] == "2024-03-14"
    assert (fair.kind, fair.name.text, fair.place.text) == ("fair", "fair IronExpo", "Lyon")


def test_a_report_on_what_it_says_it_tells_keeps_its_days():
    (own,) = events(
        "# Study visit to Porto: report\n\n"
        "During the study visit to Porto (4–6 June 2024), fourteen members met Fio do Norte.\n"
    )
    assert (own.kind, own.dates.iso()[0]) == ("visit", "2024-06-04")
