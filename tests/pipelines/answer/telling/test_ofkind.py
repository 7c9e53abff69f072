"""What is told of a kick-off is not of other kinds of event."""

from __future__ import annotations

from pipelines.answer.telling.ofkind import without_other_kinds
from tests.pipelines.answer.telling.beginnings import beginnings


def test_who_organised_a_kick_off_is_not_told_of_the_business_meetings(scored):
    documents = {
        "days.md": "# WEFTLINE B2B Days in Turin\n\nAll the firms are welcome.\n\n"
        "Organised by Alba Textiles in the frame of WEFTLINE.\n",
        "start.md": "# WEFTLINE is born\n\nThe kick-off meeting of WEFTLINE was held in Vigo.\n\n"
        "Borea Textiles organised the two days.\n",
    }
    scores = {"Organised by": 0.8, "Borea Textiles": 0.5}
    for asked, first, count in (
        ("Who organised the WEFTLINE kick-off meeting?", "Borea Textil", 1),
        ("Qui a organisé la réunion de lancement de WEFTLINE ?", "Borea Textil", 1),
        ("Who organised the WEFTLINE B2B days?", "Organised by", 2),
        ("Who organised the WEFTLINE event?", "Organised by", 2),
    ):
        question, ask, choices, _ = scored(documents, asked, scores)
        kept = beginnings(without_other_kinds(question, ask, choices, 0.35))
        assert (kept[0], len(kept)) == (first, count)
    asked = "Who organised the WEFTLINE kick-off meeting?"
    question, ask, choices, _ = scored(documents, asked, {"Organised by": 0.8})
    assert len(without_other_kinds(question, ask, choices, 0.35)) == 1


def test_rows_of_other_kinds_of_event_tell_nothing_of_a_kick_off(scored):
    head = "| Event | Town | Firms |\n|---|---|---|\n"
    documents = {
        "log.md": f"# Log\n\n{head}| WEFTLINE kick-off | Vigo | 31 |\n"
        "| WEFTLINE B2B day | Bari | 58 |\n| WEFTLINE assembly | Metz | 12 |\n",
    }
    scores = {"Event: WEFTLINE B2B": 0.9, "Event: WEFTLINE kick": 0.6, "Event: WEFTLINE ass": 0.5}
    for asked, kept in (
        ("How many firms came to the WEFTLINE kick-off?", ["kick-off", "assembly"]),
        ("How many firms came to the WEFTLINE B2B day?", ["B2B day", "assembly"]),
        ("How many firms came to WEFTLINE events?", ["B2B day", "kick-off", "assembly"]),
    ):
        question, ask, choices, _ = scored(documents, asked, scores)
        told = [
            choice.evidence.sentence.text.partition(" | ")[0].removeprefix("Event: WEFTLINE ")
            for choice in without_other_kinds(question, ask, choices, 0.35)
        ]
        assert told == kept
