"""What is told beside what is asked: other years, other days, other rows, what is to come."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from ingest.types import Span
from pipelines.answer import ask
from pipelines.answer.asking.question import understand
from pipelines.answer.evidence.asked_facts import facts_for
from pipelines.answer.evidence.evidence import _in_or_beside, rarity, weigh
from pipelines.answer.evidence.reading import read_document
from pipelines.answer.make import _told_of_event
from pipelines.answer.telling.told import _is_described


def told(library, question, **filters):
    reply = library.ask(question, library.filters(filters))
    return [statement.text for statement in reply.statements]


def test_a_year_is_told_in_the_report_of_the_next(library_of):
    library = library_of(
        {
            "2024.md": "# Rapport d'activité du pôle Orfila, 12 décembre 2024\n\n"
            "Le pôle Orfila a formé 85 personnes en 2023.\n",
            "2025.md": "# Rapport d'activité du pôle Orfila, 11 décembre 2025\n\n"
            "Le pôle Orfila a formé 140 personnes en 2024.\n",
        }
    )
    said = told(library, "Combien de personnes le pôle Orfila a-t-il formées en 2024 ?")
    assert "140" in said[0]


def test_a_project_narrows_still_where_a_year_is_lifted(library_of, monkeypatch):
    library = library_of(
        {
            "weft.md": "# The WEFTLINE project, 12 December 2024\n\n"
            "The WEFTLINE project trained 85 people.\n",
            "orbi.md": "# The ORBIMAT project, 11 December 2025\n\n"
            "The ORBIMAT project trained 140 people in 2024.\n",
        }
    )
    tried, searched = ask._try, []

    def seen(library, question, filters, *others):
        searched.append(filters.as_dict())
        return tried(library, question, filters, *others)

    monkeypatch.setattr(ask, "_try", seen)
    said = told(library, "How many people were trained in the WEFTLINE project in 2024?")
    assert "85" in said[0]
    assert searched == [{"project": ["WEFTLINE"], "year": ["2024"]}, {"project": ["WEFTLINE"]}]


def test_what_is_to_come_is_not_told_of_what_took_place(library_of):
    library = library_of(
        {
            "minutes.md": "# Minutes of the Weftline steering committee\n\n"
            "The Weftline steering committee met in Ghent on 4 May 2022.\n\n"
            "The next Weftline steering committee will meet in Porto on 9 June 2022.\n"
        }
    )
    said = told(library, "Where did the Weftline steering committee meet?")
    assert "Ghent" in said[0]
    assert not any("Porto" in text for text in said)


def test_who_asks_when_a_call_closes_is_not_told_when_it_opens(library_of):
    library = library_of(
        {
            "call.md": "# Appel à projets RECYLAINE\n\n"
            "3.1 L'appel RECYLAINE ouvre le 4 novembre 2024 à 9 heures.\n\n"
            "3.2 Les dossiers RECYLAINE doivent parvenir au pôle le 31 janvier 2025 au plus tard.\n"
        }
    )
    for question in ("Quand ferme l'appel RECYLAINE ?", "When does the RECYLAINE call close?"):
        said = told(library, question)
        assert any("31" in text for text in said)
        assert not any("4 novembre" in text for text in said)


def test_a_row_has_nothing_of_the_row_above():
    telling = [[1.0], [0.0], [0.0]]  # how well each sentence says the one term
    assert _in_or_beside(telling, [False, False, False], 1) == [0.75]
    assert _in_or_beside(telling, [False, True, True], 1) == [0.75]  # the heading of the table
    assert _in_or_beside(telling, [True, True, True], 1) == [0.0]


def test_documents_that_tell_of_something_are_counted_by_search(library_of):
    library = library_of(
        {"study.md": "# Loom study\n\nThe loom study rests on 150 interviews about documents.\n"}
    )
    for question in (
        "How many documents are about the loom study?",
        "Combien de documents parlent de l'étude ?",
    ):
        reply = library.ask(question)
        assert reply.kind == "abstained"
        assert "Search for it" in reply.reason or "Cherchez-le" in reply.reason
    assert "150" in told(library, "How many interviews does the loom study rest on?")[0]


def test_the_same_words_are_told_once(library_of):
    library = library_of(
        {
            "night.md": "# Night of slow freight\n\nThe night of slow freight brings:\n\n"
            "- a race of cargo bikes through the old town of Namur\n"
            "- a market of repaired trailers\n"
        }
    )
    said = told(library, "What race is there at the night of slow freight?")
    assert len(said) == len({text.strip("- ") for text in said})


def test_the_day_a_mail_was_sent_is_not_the_day_it_tells_of(library_of):
    mail = (
        "From: Ana Ruiz <ana@weftline.example>\nTo: members@weftline.example\n"
        "Date: Mon, 3 Mar 2025 08:15:00 +0100\nSubject: Members' day of Weftline\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
        "Dear all,\n\nThe members' day of Weftline will be in spring; bring a cushion.\n"
    )
    library = library_of({"day.eml": mail})
    assert not any("2025" in text for text in told(library, "When is the Weftline members' day?"))
    assert any("2025" in text for text in told(library, "When was the Weftline mail sent?"))


def test_the_last_day_that_the_call_is_described_by_leads(library_of):
    text = (
        "# Bons de voyage WEFTLINE : deuxième appel ouvert\n\nDate limite : 30 septembre 2022\n\n"
        "Les gagnants devront partir avant le 30 juin 2023.\n"
    )
    library = library_of({"call.md": text})
    question = understand(library.analyse("When does the travel voucher call close?"))
    (record,) = library.catalogue.records()
    whole = [(Span(0, len(text)), 0.5)]
    reading = read_document(record, library.catalogue.text(record), whole)
    told_as = {
        evidence.sentence.text: _is_described(
            question, question.asks[0], SimpleNamespace(evidence=evidence)
        )
        for evidence in weigh(question, question.asks[0], reading, rarity(question, [reading]), 0)
    }
    assert told_as["Date limite : 30 septembre 2022"]
    assert not told_as["Les gagnants devront partir avant le 30 juin 2023."]


def test_the_last_day_of_another_thing_in_a_letter_does_not_lead(library_of):
    text = (
        "# Letter of Orfila, October 2024\n\nNews of the cluster and of its members.\n\n"
        "**Travel grants (OSTRELLE)** – The last cut-off date to apply is 31 January 2025.\n\n"
        "**WEFTLINE call** – Applications for WEFTLINE are due by 31 October 2024.\n"
    )
    library = library_of({"letter.md": text})
    (record,) = library.catalogue.records()
    letter = replace(record, description=replace(record.description, type="announcement"))
    reading = read_document(letter, library.catalogue.text(record), [(Span(0, len(text)), 0.5)])
    for asked in ("WEFTLINE deadline?", "Date limite WEFTLINE ?"):
        question = understand(library.analyse(asked))
        (ask_, *_), weights = question.asks, rarity(question, [reading])
        led = [
            evidence.sentence.text
            for evidence in weigh(question, ask_, reading, weights, 0)
            if _is_described(question, ask_, SimpleNamespace(evidence=evidence))
        ]
        assert len(led) == 1
        assert "WEFTLINE" in led[0]


def test_the_host_of_the_next_meeting_is_not_told_of_the_one_that_was(library_of):
    library = library_of(
        {
            "kick.txt": "WEFTLINE kick-off\nMetz, 6 February 2024\n\n"
            "Host: Orla Cluster, at the old mill, Metz\n"
            "The partners agreed on the work to be done in the first year of the project.\n\n"
            "Next partner meeting in Lille in October 2024, hosted by Borea Network.\n"
        }
    )
    said = told(library, "Who hosted the WEFTLINE kick-off?")
    assert "Orla" in said[0]
    assert not any("Borea" in text for text in said)


def test_a_day_without_its_year_is_not_told_again_as_the_month_of_a_letter(chosen):
    letter = (
        "# Report on the WEFTLINE meeting in Lund\n\nOctober 2024\n\n"
        "The partners of WEFTLINE met on {day} in Lund, where Borea Network was the host.\n"
    )
    asked = "When and where did the partners of WEFTLINE meet?"
    for day, told_too in (("24 and 25 September", False), ("two warm days", True)):
        question, (choice,) = chosen(letter.format(day=day), asked, "The partners")
        doubtful = replace(choice, score=0.4)
        when, where = sorted(question.asks, key=lambda ask_: ask_.kind)
        places = facts_for(where, question, choice.evidence.reading)
        placed = replace(doubtful, evidence=replace(choice.evidence, facts=places))
        beside = _told_of_event(question, when, [doubtful], [[placed]])
        assert (beside is not None) is told_too
