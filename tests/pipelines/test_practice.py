"""What the reader learns from is what the product reads, with the right sentences marked."""

from dataclasses import replace

import pytest

from pipelines.answer.judged import judged
from pipelines.answer.practice import written
from pipelines.golden import Golden

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


def test_what_gives_a_small_part_of_a_list_neither_answers_nor_misleads(sample_library, hosted):
    whole = next(iter(judged(sample_library, hosted)))
    (form,) = hosted.accepted[0]
    several = replace(hosted, accepted=((form,), ("of this",), ("nothing",)))
    part = next(iter(judged(sample_library, several)))
    told = [e.sentence.text for e, a in zip(whole.evidence, whole.answers, strict=True) if a]
    assert told
    assert not {e.sentence.text for e in part.evidence} & set(told)
    assert len(part.evidence) == len(whole.evidence) - len(told)
    assert not any(part.answers)


def test_a_project_given_as_a_filter_is_asked_of_by_name(sample_library, hosted):
    (project, *_) = sample_library.catalogue.values("project")
    filtered = replace(hosted, question="Who hosted it?", filters={"project": (project,)})
    line = written(next(iter(judged(sample_library, filtered))))
    assert line["question"] == f"Who hosted it? ({project})"
