"""Replies after the check: what fails is gone, counted, and its citation with it."""

from dataclasses import replace

from pipelines.verify.reply import verified


def test_a_statement_that_its_quote_lacks_is_dropped_with_its_citation(sample_library):
    reply = sample_library.ask("Who hosted the railway staff exchange, and when?")
    first = reply.statements[0]
    wrong = replace(first, text="The exchange was hosted by Ostrelle Cluster.")
    extra = replace(reply.citations[0], number=99)
    forged = replace(
        reply,
        statements=(replace(wrong, citations=(99,)), first),
        citations=(*reply.citations, extra),
    )
    found = verified(sample_library, forged)
    assert found.dropped == 1
    assert [s.text for s in found.statements] == [first.text]
    assert [c.number for c in found.citations] == [1]
    assert "Ostrelle" not in found.answer


def test_what_the_extractive_maker_gives_stands_the_check(sample_library):
    for question in ("Qui a organisé la réunion de lancement de BOISVERT ?", "best practices"):
        assert sample_library.ask(question).dropped == 0


def test_nothing_left_is_a_refusal(sample_library, monkeypatch):
    from pipelines.answer import ask as module

    reply = sample_library.ask("Who hosted the railway staff exchange, and when?")
    forged = tuple(replace(s, text="It was Ostrelle Cluster.") for s in reply.statements)
    cite = module.cite
    monkeypatch.setattr(module, "cite", lambda *a: (forged, cite(*a)[1]))
    found = sample_library.ask("Who hosted the railway staff exchange, and when?")
    assert found.kind == "abstained"
    assert found.answer is None
    assert found.citations == ()
    assert found.reason
    assert found.nearest
    assert found.dropped == len(forged)
