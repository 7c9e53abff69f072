"""What the reader learns from is what the product reads, with the right sentences marked."""

from dataclasses import replace

import pytest

from pipelines.answer.judged import judged
from pipelines.answer.practice import written
from pipelines.evaluation.golden import Golden

HOSTED = Golden(
    id="q",
    question="Who hosted the railway staff exchange?",
    language="en",
    kind="factual",
    filters={},
    expected="organisation",
    relevant=("rail/exchange.md",),
    accepted=(("a host",),),
)


@pytest.fixture
def hosted(sample_library):
    """The question, of a document and a name that the sample library has."""
    reply = sample_library.ask(HOSTED.question)
    cited = reply.citations[0]
    return replace(HOSTED, relevant=(cited.source,), accepted=((cited.quote,),))


def test_sentences_of_the_right_document_that_hold_the_answer_are_marked(sample_library, hosted):
    whole, without = judged(sample_library, hosted)
    marked = [e for e, answer in zip(whole.evidence, whole.answers, strict=True) if answer]
    assert marked
    assert {e.reading.record.source for e in marked} == set(hosted.relevant)
    assert without.held_out
    assert not any(without.answers)
    assert not {e.reading.record.source for e in without.evidence} & set(hosted.relevant)


def test_where_it_is_said_which_sentence_answers_no_other_does(sample_library, hosted):
    whole = next(iter(judged(sample_library, hosted)))
    sentence = next(
        e.sentence.text for e, a in zip(whole.evidence, whole.answers, strict=True) if a
    )
    elsewhere = replace(hosted, quotes=("Nothing of the kind was ever written.",))
    assert not any(next(iter(judged(sample_library, elsewhere))).answers)
    there = replace(hosted, quotes=(f"**{sentence}**",))
    assert any(next(iter(judged(sample_library, there))).answers)


def test_a_line_tells_where_the_answer_stands(sample_library, hosted):
    line = written(next(iter(judged(sample_library, hosted))))
    assert line["question"] == hosted.question
    right = [one for one in line["sentences"] if one["answers"]]
    forms = {form for forms in hosted.accepted for form in forms}
    for one in right:
        start, end = one["answer"]
        assert " ".join(one["sentence"][start:end].split()) in forms
    assert all(one["answer"] is None for one in line["sentences"] if not one["answers"])


def test_a_project_given_as_a_filter_is_asked_of_by_name(sample_library, hosted):
    (project, *_) = sample_library.catalogue.values("project")
    filtered = replace(hosted, question="Who hosted it?", filters={"project": (project,)})
    line = written(next(iter(judged(sample_library, filtered))))
    assert line["question"] == f"Who hosted it? ({project})"


MEETING = """# Spring meeting of the harbour clusters

Minutes of a webinar of the TIDEMARK project

Date: 14 May 2021

Nantes sent three people to it. The others listened.

## Contents

It rained. Each port told of its cranes. Two have new ones. The third rents. It pays by the hour.
"""


def read_of(library, question, sentence, **changes):
    asked = replace(HOSTED, question=question, relevant=("spring.md",), **changes)
    lines = [written(one) for one in judged(library, asked)]
    return next(one for one in lines[0]["sentences"] if one["sentence"] == sentence)


def test_a_sentence_is_read_with_what_its_document_is_about(library_of):
    library = library_of({"spring.md": MEETING})
    last = read_of(library, "What does the third port pay by?", "It pays by the hour.")
    title, *more = last["about"].split(" – ")
    assert title == "Spring meeting of the harbour clusters"
    assert {"webinar", "TIDEMARK", "14 May 2021"} <= set(more)
    assert last["before"] == (
        "Contents. Each port told of its cranes. Two have new ones. The third rents."
    )
    first = read_of(library, "Who sent three people?", "Nantes sent three people to it.")
    assert not first["before"].startswith(title)  # which is told already


def test_values_that_a_person_gave_are_told_too(library_of):
    given = "documents: {spring.md: {place: Lorient, dates: 2020-02-03/2020-02-04}}"
    library = library_of({"spring.md": MEETING, "library.yaml": given})
    last = read_of(library, "What does the third port pay by?", "It pays by the hour.")
    assert "Lorient" in last["about"]
    assert "2020" in last["about"]


def test_a_long_sentence_before_leaves_room_for_the_heading(library_of):
    long = "The port of Nantes told of cranes " + "and of barges " * 40 + "for an hour."
    library = library_of({"spring.md": MEETING.replace("The third rents.", long)})
    last = read_of(library, "What does it pay by?", "It pays by the hour.")
    assert last["before"].startswith("Contents. ")
    assert last["before"].endswith("and of barges for an hour.")
    assert len(last["before"]) < 250


def test_a_topic_is_read_about_in_the_whole_library_alone(library_of):
    library = library_of({"spring.md": MEETING})
    topic = replace(
        HOSTED,
        question="sharing cranes in ports",
        kind="topical",
        relevant=("spring.md",),
        accepted=(("told of its cranes", "The third rents"),),
        quotes=("Each port told of its cranes.", "The third rents."),
    )
    (one,) = judged(library, topic)
    # What else the document says may be of the topic as well: neither right nor wrong.
    assert set(topic.quotes) <= {e.sentence.text for e in one.evidence}
    assert "It rained." not in {e.sentence.text for e in one.evidence}
    assert all(one.answers)
    assert not list(judged(library, replace(topic, accepted=(("nowhere said",),), quotes=())))
    assert not list(judged(library, replace(topic, accepted=(), quotes=())))


def test_more_documents_are_read_where_the_question_names_none(library_of):
    told = "# Port {n}\n\nTIDEMARK port {n} shares its crane with {n} firms.\n"
    library = library_of({f"{n}.md": told.format(n=n) for n in range(20, 32)})

    def read(question):
        asked = replace(HOSTED, question=question, relevant=("20.md",))
        return {e.reading.record.source for e in next(iter(judged(library, asked))).evidence}

    assert len(read("How are cranes shared with firms?")) == 12
    assert len(read("How are cranes shared in TIDEMARK?")) == 8


def test_each_item_of_a_list_answers_but_not_where_it_may_only_be_mentioned(library_of):
    told = "It rained. The third port asked for a crane. Nantes asked for a ferry. Nantes is far."
    more = "Brest asked for time. Others wanted two things:\n\n- a party\n- a parade"
    library = library_of({"spring.md": f"# Spring meeting\n\n{told}\n\n{more}\n"})
    asked = replace(
        HOSTED,
        question="What did the ports ask for at the spring meeting?",
        kind="list",
        relevant=("spring.md",),
        accepted=(("asked for a crane",), ("Nantes",), ("time",), ("a party",), ("money",)),
    )
    one = next(iter(judged(library, asked)))
    answers = {e.sentence.text: a for e, a in zip(one.evidence, one.answers, strict=True)}
    assert answers["The third port asked for a crane."] == "asked for a crane"
    assert answers["Brest asked for time."] == "time"
    assert answers["It rained."] == ""
    # Either may be the one that tells what Nantes has to do with it.
    assert not {"Nantes asked for a ferry.", "Nantes is far."} & set(answers)
    # What leads a list is not its own answer for one item of five.
    assert answers["a party"] == "a party"
    assert "Others wanted two things:" not in answers
