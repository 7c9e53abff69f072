"""What is told is told of the name, number or place asked about, and not of those beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from encoder.lexicon import default_lexicon
from ingest.types import Span, Value
from pipelines.answer.asking.question import understand
from pipelines.answer.evidence.reading import read_document
from pipelines.answer.telling.naming import (
    named_first,
    rows_meant,
    without_other_rows,
    without_siblings,
)
from pipelines.answer.telling.told import best
from pipelines.retrieval.query import analyse
from tests.pipelines.answer.telling.beginnings import beginnings

WINDOWS = {
    "call.md": "# Second call of WEFTLINE\n\nThe call has windows.\n\n"
    "| Window | Topic | Deadline |\n|---|---|---|\n| Window 1 | Looms | 4 May 2024 |\n"
    "| Window 2 | Dyes | 9 June 2024 |\n| Window 3 | Wool | 2 July 2024 |\n"
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What is the deadline of window 2 of WEFTLINE?", ["Window: Window 2"]),
        ("Quelle est la date limite pour Window 2 de WEFTLINE ?", ["Window: Window 2"]),
        ("Deadline for windows 1 and 2 of WEFTLINE?", ["Window: Window 1", "Window: Window 2"]),
        (
            "What is the deadline of WEFTLINE?",
            ["Window: Window 1", "Window: Window 2", "Window: Window 3"],
        ),
    ],
)
def test_of_rows_those_of_the_number_asked_about(scored, asked, told):
    scores = {"Window: Window 1": 0.9, "Window: Window 2": 0.8, "Window: Window 3": 0.7}
    question, _, choices, _ = scored(WINDOWS, asked, scores)
    kept = [c.evidence.sentence.text[:16] for c in without_siblings(question, choices)]
    assert kept == told


def test_a_labelled_line_is_of_what_it_stands_under(scored):
    documents = {
        "minutes.txt": "WEFTLINE - MINUTES\n\nSTEERING COMMITTEE No. 3\nGhent, 4 May 2023\n"
        "Chair: Ann Roe (Alba)\nThe pilots run well and the money is spent as planned.\n\n"
        "STEERING COMMITTEE No. 4\nMetz, 9 June 2023\nChair: Bob Low (Borea)\n"
    }
    scores = {"Chair: Ann": 0.9, "Chair: Bob": 0.8}
    for number, told in (("4", ["Chair: Bob L"]), ("3", ["Chair: Ann R"])):
        asked = f"Who chaired steering committee no. {number} of WEFTLINE?"
        question, _, choices, _ = scored(documents, asked, scores)
        assert beginnings(without_siblings(question, choices)) == told
    question, _, choices, _ = scored(documents, "Who chaired the WEFTLINE committees?", scores)
    assert len(without_siblings(question, choices)) == 2


AGENDA = {
    "agenda.md": "# Lettre de WEFTLINE\n\nVoici l'agenda.\n\n"
    "| Date | Événement | Lieu |\n|---|---|---|\n| 4 mai 2023 | Forum | Namur |\n"
    "| 9 juin 2023 | Atelier | Metz |\n| 2 juillet 2023 | Visite | Namur, gare |\n"
}


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("Quels événements à Namur ?", 2),
        ("Which events in Namur?", 2),
        ("Quels événements de WEFTLINE ?", 3),  # the title alone names it
        ("Quels sont les événements ?", 3),
    ],
)
def test_a_row_that_fits_brings_those_of_its_place_alone(scored, asked, rows):
    question, _, (choice,), _ = scored(AGENDA, asked, {"Date: 4 mai": 0.9})
    spans = rows_of(choice.evidence.reading.text.content, "Date: 4 mai", 3)
    assert len(rows_meant(question, choice, spans)) == rows


def test_rows_of_what_is_named_are_told_though_the_likeliest_is_of_another(scored):
    table = {
        "events.md": "# What we held\n\n| Event | Lead |\n|---|---|\n"
        "| Looms, repaired | WEFTLINE |\n| Dyes for all | CORDIO |\n| Wool on tour | CORDIO |\n"
    }
    _, _, (choice,), _ = scored(table, "List the events", {"Event: Looms": 0.9})
    question = understand(analyse("List the events of CORDIO", default_lexicon()))
    content = choice.evidence.reading.text.content
    meant = rows_meant(question, choice, rows_of(content, "Event: Looms", 3))
    assert [row.of(content)[:11] for row in meant] == ["Event: Dyes", "Event: Wool"]


def rows_of(content, first, count):
    spans, at = [], content.index(first)
    for line in content[at:].splitlines()[:count]:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


SITES = {
    "sites.md": "# Questions about the sites\n\nHow much is a week?\n\n"
    "At Calder Bay a week costs 11,500 euros, mooring included. Ostrelle charges 9,800 euros and"
    " bills divers apart. It lasts seven days and costs 200 euros a night.\n"
}


def test_what_is_said_of_the_name_asked_about_comes_first(scored):
    scores = {"At Calder": 0.5, "Ostrelle charges": 0.3, "It lasts": 0.2}
    for asked in ("What is the price of a week at Ostrelle?", "Prix d'une semaine à Ostrelle ?"):
        question, _, choices, _ = scored(SITES, asked, scores)
        assert beginnings(named_first(question, choices, 0.35)) == ["Ostrelle cha", "It lasts sev"]


def test_what_follows_the_name_or_is_far_likelier_stays_first(scored):
    asked = "What is the price of a week at Ostrelle?"
    question, _, choices, _ = scored(SITES, asked, {"It lasts": 0.5, "Ostrelle charges": 0.3})
    assert beginnings(named_first(question, choices, 0.35)) == ["It lasts sev", "Ostrelle cha"]
    question, _, choices, _ = scored(SITES, asked, {"At Calder": 0.9, "Ostrelle charges": 0.1})
    assert beginnings(named_first(question, choices, 0.35)) == ["At Calder Ba", "Ostrelle cha"]
    titled = {"sites.md": SITES["sites.md"].replace("the sites", "Ostrelle")}
    question, _, choices, _ = scored(titled, asked, {"At Calder": 0.5, "Ostrelle charges": 0.3})
    assert beginnings(named_first(question, choices, 0.35)) == ["At Calder Ba", "Ostrelle cha"]


def test_a_country_that_is_guessed_and_one_of_two_projects_are_not_said_already(scored):
    letter = {
        "note.md": "# Meals in hospitals\n\nThe WEFTLINE and OSTRELLE clusters wrote it.\n\n"
        "On average 4.60 euros are spent a day.\n\nFrance spends 4.10 euros a day.\n"
    }
    asked = "How much is spent a day in France?"
    question, _, choices, _ = scored(letter, asked, {"On average": 0.6, "France spends": 0.5})
    first, named = choices
    told = first.evidence.reading.description
    place = told.title.span
    for sure, begins in ((0.4, "France spend"), (1.0, "On average 4")):
        described = replace(told, country=Value("FR", place, "text", sure))
        reading = replace(first.evidence.reading, description=described)
        both = [replace(c, evidence=replace(c.evidence, reading=reading)) for c in (first, named)]
        assert beginnings(named_first(question, both, 0.35))[0] == begins


def test_who_plays_the_role_is_told_before_others_are_cut(scored):
    documents = {
        "letter.md": "# Lettre du pôle Orfila\n\nAnne Roche, directrice d'Alba.\n\n"
        "Benoît Low est élu président du pôle.\n\nClaire Dune dirige la publication.\n\n"
        "Le projet WEFTLINE, coordonné par Borea Textiles, a obtenu 480 000 euros.\n"
    }
    scores = {"Anne": 0.5, "Benoît": 0.4, "Claire": 0.4, "Le projet": 0.3}
    question, ask, choices, kin = scored(documents, "Qui coordonne WEFTLINE ?", scores)
    assert beginnings(best(question, ask, choices, kin)) == ["Le projet WE"]
    # The role is that of another project: it neither leads nor stands alone.
    question, ask, choices, kin = scored(documents, "Qui coordonne OSTRELLE ?", scores)
    assert beginnings(best(question, ask, choices, kin))[0] == "Anne Roche, "


def test_the_place_that_something_moved_to_is_told_alone(scored):
    documents = {
        "letter.md": "# Letter of Orfila\n\nThe Weftline fair takes place in Metz, in the hall.\n",
        "mail.md": "# News of Orfila\n\nThe Weftline fair is moved to Ghent, for want of room.\n\n"
        "The Weftline fair was moved from 3 to 5 May.\n\nThe dinner is moved to Namur.\n",
    }
    scores = {"The Weftline fair takes": 0.9, "The Weftline fair is": 0.4}
    for asked in ("Where is the Weftline fair?", "Où a lieu la foire Weftline ?"):
        question, ask, choices, kin = scored(documents, asked, scores)
        (told,) = best(question, ask, choices, kin)
        assert "Ghent" in told.evidence.sentence.text
    # Another thing that moved, and a day that did, move nothing.
    scores = {"The Weftline fair takes": 0.9, "The dinner": 0.4, "The Weftline fair was": 0.4}
    question, ask, choices, kin = scored(documents, "Where is the Weftline fair?", scores)
    assert "Metz" in best(question, ask, choices, kin)[0].evidence.sentence.text


def test_a_project_that_others_tell_of_is_not_what_a_document_is_about(library_of):
    library = library_of({"one.md": "# Sheet 7: selling weeks\n\nBudget: 310,000 euros\n"})
    (record,) = library.catalogue.records()
    text, told = library.catalogue.text(record), record.description

    def title(origin):
        projects = (Value("WEFTLINE", None, origin, 1.0),)
        described = replace(record, description=replace(told, projects=projects))
        return read_document(described, text, [(Span(0, 9), 0.5)]).title.words

    assert "weftline" in title("text")
    assert "weftline" in title("person")
    assert "weftline" not in title("library")


@pytest.mark.parametrize(("score", "told"), [(0.2, ["Window: Wind"]), (0.002, [])])
def test_what_is_left_beside_the_likeliest_of_another_name_has_to_be_likely(scored, score, told):
    scores = {"Window: Window 1": 0.9, "Window: Window 2": score}
    asked = "What is the deadline of window 2 of WEFTLINE?"
    question, ask, choices, kin = scored(WINDOWS, asked, scores)
    assert beginnings(best(question, ask, choices, kin)) == told


def test_after_the_total_no_rows_of_what_is_not_asked_about(scored):
    documents = {
        "survey.md": "# Weftline survey\n\nThe questions went to 3,410 firms; 1,126 answered.\n\n"
        "| Region | Answers |\n|---|---|\n| Hainaut | 188 |\n| Namur | 143 |\n| Firms | 12 |\n"
    }
    scores = {"The questions": 0.9, "Region: Hainaut": 0.6, "Region: Namur": 0.5}
    for asked, rows in (
        ("How many firms answered the Weftline survey?", 0),
        ("How many firms answered the Weftline survey in Namur?", 1),
        ("Combien d'entreprises ont répondu à l'enquête Weftline ?", 0),
    ):
        question, _, choices, _ = scored(documents, asked, scores)
        kept = beginnings(without_other_rows(question, choices))
        assert len(kept) == 1 + rows
        unsure = [replace(choices[0], score=0.65), *choices[1:]]
        assert len(without_other_rows(question, unsure)) == 3
        sure = [choices[0], *(replace(choice, score=0.75) for choice in choices[1:])]
        assert len(without_other_rows(question, sure)) == 3
