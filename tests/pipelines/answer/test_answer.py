"""Answers and refusals a user would notice, on the small sample library."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def quotes(reply):
    return " ".join(citation.quote for citation in reply.citations)


@pytest.mark.parametrize(
    ("question", "source", "said"),
    [
        ("Who hosted the railway staff exchange, and when?", "quillmont.md", "Veloria Cluster"),
        ("Who hosted the railway staff exchange, and when?", "quillmont.md", "12 to 14 May 2021"),
        ("Qui a accueilli l'échange de personnel RAILTEAM ?", "quillmont.md", "Veloria Cluster"),
        ("How much did visiting organisations receive for travel?", "quillmont.md", "380 euros"),
        ("Qui a organisé la réunion de lancement de BOISVERT ?", "lancement.txt", "Pôle Sylvanor"),
        ("Who organised the BOISVERT kick-off meeting?", "lancement.txt", "Pôle Sylvanor"),
        ("Where was the BOISVERT kick-off meeting?", "lancement.txt", "Épinal"),
        ("Quel est le budget total de BOISVERT ?", "lancement.txt", "1,2 million d'euros"),
        ("Combien de partenaires réunit le projet BOISVERT ?", "lancement.txt", "sept partenaires"),
        ("Quelle part des emplois industriels ?", "policy.html", "41%"),
        ("Combien de temps dure le diagnostic numérique ?", "guide.md", "deux jours"),
    ],
)
def test_a_question_is_answered_in_the_documents_words(sample_library, question, source, said):
    reply = sample_library.ask(question)
    assert reply.answer is not None
    assert said in quotes(reply)
    assert {citation.source for citation in reply.citations} == {source}


@pytest.mark.parametrize(
    "question",
    [
        "What is the total budget of RAILTEAM?",
        "Qui est le président du Pôle Sylvanor ?",
        "What is the e-mail address of Veloria Cluster?",
        "When was the hydrogen summit in Oslo?",
        "Quel est le montant de la subvention HYDRALIS ?",
        "Who won the Ostrelle innovation prize?",
    ],
)
def test_what_the_library_does_not_say_is_not_answered(sample_library, question):
    reply = sample_library.ask(question)
    assert reply.kind == "abstained"
    assert reply.answer is None
    assert reply.statements == ()
    assert reply.citations == ()
    assert reply.reason


def test_the_refusal_names_what_nobody_mentions_and_shows_the_nearest(sample_library):
    reply = sample_library.ask("Quel est le montant de la subvention HYDRALIS ?")
    assert "HYDRALIS" in reply.reason
    assert reply.coverage.searched == 4
    assert reply.nearest


def test_every_quote_is_verbatim_and_every_statement_is_cited(sample_library):
    for question in (
        "Who hosted the railway staff exchange, and when?",
        "numérisation des PME",
        "best practices for the digitalisation of SMEs",
        "clusters",
    ):
        reply = sample_library.ask(question)
        numbers = {citation.number for citation in reply.citations}
        for statement in reply.statements:
            assert statement.citations
            assert set(statement.citations) <= numbers
        for citation in reply.citations:
            record = sample_library.catalogue.find(citation.document)
            text = sample_library.catalogue.text(record).content
            assert text[citation.start : citation.end] == citation.quote
        cited = {number for statement in reply.statements for number in statement.citations}
        assert cited == numbers


def test_one_sentence_that_answers_two_things_is_cited_once(sample_library):
    reply = sample_library.ask("Où et quand s'est tenue la réunion de lancement de BOISVERT ?")
    assert len(reply.citations) == 1
    assert "Épinal" in quotes(reply)
    assert "3 et 4 mars 2020" in quotes(reply)


def test_the_place_of_a_meeting_that_only_the_title_tells_is_told_beside_its_dates(library_of):
    text = (
        "# MARELIA est lancé à Lorient\n\nLa réunion de lancement de MARELIA s'est tenue les 4 et 5"
        " mars 2021, à l'invitation du Pôle Nautisme Bretagne. Une douzaine de personnes y ont"
        " pris part.\n\nLes partenaires ont fixé le calendrier du projet.\n"
    )
    library = library_of({"lancement.md": text})
    reply = library.ask("When and where did MARELIA hold its kick-off?")
    assert "4 et 5 mars 2021" in reply.answer
    assert "Lorient" in quotes(reply)
    assert not reply.answer.startswith("Bretagne")
    assert ", Bretagne –" not in reply.answer


def test_where_an_event_was_is_not_where_its_afternoon_ended(library_of):
    text = (
        "# TIDEMARK: five clusters, two days in Namur\n\nThe kick-off was held on 4 and 5 March"
        " 2020. Havklynge, the Danish cluster, hosted the partners.\n\nThe afternoon ended at the"
        " Sealab Incubator in Ghent.\n"
    )
    library = library_of({"kick-off.md": text})
    told = quotes(library.ask("Qui a organisé la réunion de lancement de TIDEMARK, et où ?"))
    assert "Namur" in told
    assert "Ghent" not in told


def test_what_an_answer_leaves_open_is_said(library_of):
    text = (
        "# Wood cluster day in Namur\n\nThe day was hosted by Cluster Ostrelle in Namur."
        " Forty growers came.\n"
    )
    library = library_of({"wood.md": text})
    half = library.ask("Who hosted the wood cluster day in Namur, and what did it cost?")
    assert "Cluster Ostrelle" in half.answer
    assert "amount" in half.reason
    whole = library.ask("Who hosted the wood cluster day, and how many growers came?")
    assert "Cluster Ostrelle" in whole.answer
    assert "Forty growers" in quotes(whole)
    assert whole.reason is None


def test_filters_reach_the_answer(sample_library):
    only = sample_library.filters({"project": ["boisvert"]})
    reply = sample_library.ask("Who hosted the railway staff exchange?", only)
    assert reply.kind == "abstained"
    assert reply.coverage.searched == 1
    assert reply.coverage.filtered_out == 3
    assert {hit.source for hit in reply.nearest} <= {"lancement.txt"}


def test_a_list_has_one_statement_for_each_document(library_of):
    hosts = {"Namur": "Cluster Ostrelle", "Ghent": "Rail Vlaandria"}
    texts = {
        f"{town}.md": f"# Railway exchange in {town}\n\nThe railway exchange took place in {town},"
        f" Belgium, on 3 June 2022. It was hosted by {host}.\n"
        for town, host in hosts.items()
    }
    library = library_of(texts)
    reply = library.ask("Which clusters hosted railway exchanges?")
    assert reply.kind == "list"
    assert {citation.source for citation in reply.citations} == {"Namur.md", "Ghent.md"}
    assert "Cluster Ostrelle" in quotes(reply)
    assert "Rail Vlaandria" in quotes(reply)


def test_who_asks_for_several_gets_all_that_stands_under_the_heading(library_of):
    text = (
        "# Review of the Ostrelle wood cluster\n\n## How it was made\n\nForty members were asked in"
        " May. The review cost 12,000 euros.\n\n## Weak points\n\nMembers from the hills feel"
        " forgotten. The list of skills is out of date. European work rests on one person.\n"
    )
    library = library_of({"review.md": text})
    reply = library.ask("What are the weak points of the Ostrelle wood cluster?")
    assert reply.kind == "list"
    assert [citation.quote for citation in reply.citations] == [
        "Members from the hills feel forgotten.",
        "The list of skills is out of date.",
        "European work rests on one person.",
    ]


def test_a_section_in_doubt_is_not_told_whole(library_of, monkeypatch):
    text = (
        "# Report on the TIDEMARK visit to Namur\n\n## What the visitors saw\n\nThe TIDEMARK"
        " visitors saw a sawmill that runs on its own waste. They saw a kiln for small lots. Travel"
        " costs are paid by 30 June. This report has two pages.\n\n## Costs\n\nIt cost 4,000 euros."
    )
    library = library_of({"visit.md": text})
    question = "What did the TIDEMARK visitors see in Namur?"
    assert "two pages" in quotes(library.ask(question))
    monkeypatch.setattr("pipelines.answer.choose._SURE", 1.0)
    told = quotes(library.ask(question))
    assert "sawmill" in told
    assert "two pages" not in told


def test_a_fact_that_stands_in_a_list_is_told_by_its_item(library_of):
    text = (
        "# Wood cluster day in Namur\n\nThe programme is as follows:\n\n"
        "- 9:00 welcome by Ann Claes\n- 10:30 visit of the sawmill in Ciney\n"
        "- 12:30 lunch at the Ostrelle canteen\n"
    )
    library = library_of({"programme.md": text})
    reply = library.ask("Who gives the welcome at the wood cluster day in Namur?")
    told = [citation.quote for citation in reply.citations]
    assert "9:00 welcome by Ann Claes" in told
    assert len(set(told)) == len(told)
    assert not any(quote.endswith("as follows:") for quote in told)


@pytest.mark.parametrize(
    "question", ["???", "🙂🙂", "'; DROP TABLE documents; --", "(.*)+$", "a" * 10_000, "¿"]
)
def test_an_odd_question_gets_an_honest_empty_answer(sample_library, question):
    reply = sample_library.ask(question)
    assert reply.kind == "abstained"
    assert reply.reason


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200))
def test_no_question_breaks_it(sample_library, question):
    reply = sample_library.ask(question)
    assert (reply.answer is None) == (reply.kind == "abstained")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Venue: Palacio de Congresos de la Bahía, Paseo de la Independencia, Cádiz", "en"),
        ("Lieu : au palais des congrès de Cadix, qui est à dix minutes de la gare, à pied", "fr"),
    ],
)
def test_a_label_line_of_names_is_in_its_documents_language(library_of, line, language):
    library = library_of(
        {
            "visit.md": f"# TIDEMARK study visit\n\nDate: 4 May 2022\n\n{line}\n\n"
            "The clusters looked at how cranes are shared by the port's firms.\n"
        }
    )
    reply = library.ask("Where was the TIDEMARK study visit held?")
    assert line in quotes(reply)
    assert {citation.language for citation in reply.citations} == {language}


def test_what_surely_answers_is_supported_and_what_may_is_partly(library_of, monkeypatch):
    told = "# TIDEMARK kick-off\n\nHavklynge hosted the TIDEMARK kick-off in Esbjerg.\n"
    library = library_of({"kick-off.md": told})
    (plain,) = library.ask("Who hosted the TIDEMARK kick-off?").statements
    assert plain.support == "supported"
    monkeypatch.setattr("pipelines.answer.choose._SURE", 1.0)
    (plain,) = library.ask("Who hosted the TIDEMARK kick-off?").statements
    assert plain.support == "partial"


def test_a_project_may_have_ended_without_an_event(library_of):
    told = "# Note on TIDEMARK\n\nOne project ended in 2020, without a conference: TIDEMARK.\n"
    closing = "# SEALOOM closing conference\n\nDate: 4 May 2022\nVenue: Nantes, France\n"
    library = library_of({"note.md": told, "closing.md": closing})
    reply = library.ask("Which projects ended in 2020?")
    assert "note.md" in {citation.source for citation in reply.citations}
