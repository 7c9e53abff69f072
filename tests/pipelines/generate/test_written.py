"""Answers that a language model writes, and what of them a user gets to see."""

from itertools import pairwise

import pytest

HOST = "Who hosted the railway staff exchange, and when?"
TRUE = "The exchange was hosted by Veloria Cluster from 12 to 14 May 2021"


def number_of(server, words):
    """The number of the passage that holds these words, as the model was given it."""
    body = server.requests[-1]["messages"][1]["content"]
    for part in body.split("<<passage ")[1:]:
        if words in part.split("<<end")[0]:
            return part.split(" ", 1)[0]
    raise AssertionError(f"{words!r} is in no passage")


def cites(text, words):
    """A text whose {n} is the number of the passage with these words."""
    return lambda server: text.replace("{n}", number_of(server, words))


def test_what_the_model_writes_is_given_with_the_words_that_hold_it(ask, server, play):
    server.script = [play.says(cites(f"{TRUE} [{{n}}].", "Veloria Cluster"))]
    reply = ask(HOST)
    assert reply.kind == "generative"
    assert reply.fallback is None
    assert [s.text for s in reply.statements] == [f"{TRUE}."]
    assert reply.answer == f"{TRUE}. [1]" or reply.answer.startswith(TRUE)
    assert reply.dropped == 0
    quotes = " ".join(c.quote for c in reply.citations)
    assert "Veloria Cluster" in quotes
    assert "12 to 14 May 2021" in quotes


def test_quotes_are_verbatim_and_all_cited(ask, server, play, sample_library):
    server.script = [play.says(cites(f"{TRUE} [{{n}}].", "Veloria Cluster"))]
    reply = ask(HOST)
    for citation in reply.citations:
        record = sample_library.catalogue.find(citation.document)
        text = sample_library.catalogue.text(record).content
        assert text[citation.start : citation.end] == citation.quote
    assert {n for s in reply.statements for n in s.citations} == {c.number for c in reply.citations}


def test_a_french_answer_rests_on_english_passages(ask, server, play):
    said = "L'échange a été accueilli par Veloria Cluster du 12 au 14 mai 2021"
    server.script = [play.says(cites(f"{said} [{{n}}].", "Veloria Cluster"))]
    reply = ask("Qui a accueilli l'échange de personnel ferroviaire, et quand ?")
    assert reply.kind == "generative"
    assert said in reply.answer
    assert {c.language for c in reply.citations} == {"en"}
    assert "answered in French" in server.prompt


@pytest.mark.parametrize(
    "wrong",
    [
        "The exchange was hosted by Ostrelle Cluster [{n}].",  # name
        "Twenty clusters from six countries took part in the exchange [{n}].",  # number
        "Each visiting organisation received 480 euros for travel [{n}].",  # amount
        "The staff exchange took place from 12 to 14 May 2022 [{n}].",  # year
        "The exchange was not hosted by Veloria Cluster [{n}].",  # negation
        "The exchange ended with a dinner offered by the mayor [{n}].",  # invented
        "The exchange was hosted by Veloria Cluster.",  # no citation
        "The exchange was hosted by Veloria Cluster [99].",  # a number never given
    ],
)
def test_a_sentence_that_its_passage_does_not_hold_is_dropped_and_counted(ask, server, play, wrong):
    text = f"{TRUE} [{{n}}]. {wrong}"
    server.script = [play.says(cites(text, "Veloria Cluster"))]
    reply = ask(HOST)
    assert reply.kind == "generative"
    assert [s.text for s in reply.statements] == [f"{TRUE}."]
    assert reply.dropped == 1
    assert reply.citations_removed == ("[99]" in wrong)


def test_an_invented_number_goes_and_the_sentence_stays(ask, server, play):
    server.script = [play.says(cites(f"{TRUE} [{{n}}][77].", "Veloria Cluster"))]
    reply = ask(HOST)
    assert [s.text for s in reply.statements] == [f"{TRUE}."]
    assert "77" not in reply.answer
    assert reply.citations_removed == 1


def test_where_nothing_stands_the_documents_own_words_are_given_marked(ask, server, play):
    server.script = [play.says("The exchange was hosted by Ostrelle Cluster [1].")]
    reply = ask(HOST)
    assert reply.kind == "extractive"
    assert "Veloria Cluster" in reply.answer
    assert "Ostrelle" not in reply.answer
    assert "own words" in reply.fallback
    assert reply.dropped == 1


def test_a_model_that_finds_nothing_leaves_a_refusal_as_it_is(ask, server, play):
    server.script = [play.says("NO ANSWER")]
    reply = ask("What is the total budget of RAILTEAM?")
    assert reply.kind == "abstained"
    assert reply.fallback is None
    assert reply.reason


def test_a_model_that_finds_nothing_where_there_is_something_is_marked(ask, server, play):
    server.script = [play.says("NO ANSWER")]
    reply = ask(HOST)
    assert reply.kind == "extractive"
    assert "found no answer" in reply.fallback


def test_text_arrives_as_it_is_written(ask, server, play):
    server.script = [play.says(cites(f"{TRUE} [{{n}}].", "Veloria Cluster"))]
    seen = []
    ask(HOST, on_text=seen.append)
    assert len(seen) > 5
    assert all(later.startswith(earlier) for earlier, later in pairwise(seen))
    assert seen[-1].startswith(TRUE)


def test_a_list_keeps_the_rows_that_the_model_forgot(server, play, open_library, tmp_path):
    folder = tmp_path / "exchanges"
    folder.mkdir()
    for town, host in (("Namur", "Cluster Ostrelle"), ("Ghent", "Rail Vlaandria")):
        (folder / f"{town}.md").write_text(
            f"# Railway exchange in {town}\n\nThe railway exchange took place in {town}, Belgium,"
            f" on 3 June 2022. It was hosted by {host}.\n"
        )
    library = open_library(llm_url=server.url, llm_model="loopback")
    library.ingest([folder])
    one = cites("Cluster Ostrelle hosted a railway exchange [{n}].", "Ostrelle")
    server.script = [play.says(one)]
    reply = library.ask("Which clusters hosted railway exchanges?")
    assert reply.kind == "generative"
    assert "Cluster Ostrelle" in reply.answer
    assert "Rail Vlaandria" in reply.answer
    assert "<<events " in server.prompt
    assert sorted(c.number for c in reply.citations) == list(range(1, len(reply.citations) + 1))


def test_without_an_address_no_model_is_asked(sample_library):
    reply = sample_library.ask(HOST)
    assert reply.kind == "extractive"
    assert reply.fallback is None


def test_a_list_keeps_the_rows_of_one_document_that_the_model_forgot(
    server, play, open_library, tmp_path
):
    folder = tmp_path / "year"
    folder.mkdir()
    (folder / "year.md").write_text(
        "# The year of the railway clusters\n\nA railway exchange took place in Namur, Belgium, on"
        " 3 June 2022, hosted by Cluster Ostrelle.\n\nMuch was written about it.\n\nAnother railway"
        " exchange took place in Vigo, Spain, on 8 September 2022, hosted by Carril Norte.\n"
    )
    library = open_library(llm_url=server.url, llm_model="loopback")
    library.ingest([folder])
    one = cites("Cluster Ostrelle hosted a railway exchange in Namur [{n}].", "Ostrelle")
    server.script = [play.says(one)]
    reply = library.ask("Which railway exchanges took place in 2022?")
    assert reply.kind == "generative"
    assert reply.coverage.events == len(reply.statements) == 2
    assert "Vigo" in reply.answer


def test_an_answer_that_all_went_into_thoughts_is_told_to_be_cut(ask, server, play):
    server.script = [play.says("<think>Passage 1 says that the exchange")]
    assert "broke off" in ask(HOST).fallback
