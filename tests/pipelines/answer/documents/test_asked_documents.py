"""Which questions are for documents, and what they narrow them to."""

import pytest

from pipelines.answer.documents.asked_documents import sought

YEARS = ("2019", "2020", "2021", "2022", "2023")


def topics(text, language="en"):
    found = sought(text, language, YEARS)
    if found is None:
        return None
    return [" ".join(" ".join(s.of(text) for s in spans).split()) for spans in found.topics]


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("Which documents speak of cork?", "en", "cork?"),
        ("what documents are there on cork", "en", "are there cork"),
        ("In which reports is cork mentioned?", "en", "cork"),
        ("Which notes is cork mentioned in?", "en", "cork"),
        ("Show me reports on cork", "en", "cork"),
        ("Can you find me all the documents that deal with cork?", "en", "cork?"),
        ("Do you have anything about cork?", "en", "cork"),
        ("Is there a report about cork?", "en", "cork?"),
        ("Where can I read about cork?", "en", "cork"),
        ("where is cork mentioned", "en", "cork"),
        ("documents about cork", "en", "cork"),
        ("everything you have on cork", "en", "cork"),
        ("Quels documents parlent de liège ?", "fr", "de liège ?"),
        ("Quelle note évoque le liège ?", "fr", "le liège ?"),
        ("Je cherche tout sur le liège", "fr", "le liège"),
        ("Quels sont les rapports qui traitent du liège ?", "fr", "du liège ?"),
        ("Dans quels comptes rendus est-il question de liège ?", "fr", "de liège"),
        ("Avez-vous des notes sur le liège ?", "fr", "le liège ?"),
        ("Je cherche des documents concernant le liège", "fr", "le liège"),
        ("Où parle-t-on de liège ?", "fr", "de liège"),
        ("Où puis-je lire quelque chose sur le liège ?", "fr", "le liège"),
        ("Documents sur le liège", "fr", "le liège"),
    ],
)
def test_documents_are_asked_for_in_many_ways(text, language, topic):
    assert topics(text, language) == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "Which documents must applicants send in?",
        "Which documents do not mention cork?",
        "Quels documents ne parlent pas de liège ?",
        "Which documents mention cork but not wool?",
        "Which documents explain how to apply?",
        "How many documents speak of cork?",
        "Combien de rapports parlent de liège ?",
        "What does the report say about cork?",
        "Which reports were presented at the meeting on cork?",
        "Which sections of the report mention cork?",
        "Quels sont les résultats du rapport sur le liège ?",
        "Which measures does the note on cork recommend?",
        "Which clusters speak of cork?",
        "Who talks about cork?",
        "Which webinars dealt with cork?",
        "When was the report on cork published?",
        "Show the agenda of the exchange on 4 May",
        "Which documents mention cork and when was it written?",
        "Where can I find the port?",
        "Où se trouve le port ?",
        "Quels documents faut-il joindre à la demande ?",
        "Which email address should be used?",
    ],
)
def test_other_questions_are_left_alone(text):
    assert sought(text, "fr" if text[0] in "QC" or "Où" in text else "en", YEARS) is None


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("Which reports from 2022 mention cork?", ("event_report", ("2022",), None)),
        ("Which policy notes mention cork?", ("policy_note", None, None)),
        ("Documents about cork since 2021", (None, ("2021", "2022", "2023"), None)),
        ("Documents on cork between 2019 and 2021", (None, ("2019", "2020", "2021"), None)),
        ("Which documents mention cork before 2015?", (None, (), None)),
        ("Which documents in French mention cork?", (None, None, "fr")),
        ("Which reports on cork were published in 2020?", ("event_report", ("2020",), None)),
    ],
)
def test_type_years_and_language_narrow_them_and_are_no_topic(text, narrowed):
    found = sought(text, "en", YEARS)
    assert (found.type, found.years, found.language) == narrowed
    assert "".join(topics(text)).strip(" ?") == "cork"


def test_either_of_two_topics_will_do():
    assert topics("Which documents mention cork or wool?") == ["cork", "wool?"]
    assert topics("Quels documents parlent de liège ou de laine ?", "fr") == [
        "de liège",
        "de laine ?",
    ]
