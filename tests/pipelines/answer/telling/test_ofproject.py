"""What a document of several projects tells of another one is not told of the one asked about."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ingest.types import Description, Heading, Span, Text, Value
from pipelines.answer.telling.ofproject import without_other_projects


def told(content, asked, title="Autumn letter", projects=("WEFTLINE", "OSTRELLE")):
    """Which of the sentences that end a line, or are one, stay."""
    names = tuple(Value(name) for name in projects)
    description = Description(Value(title), "en", "announcement", projects=names)
    headings, at, spans = [], 0, []
    for line in content.splitlines():
        if line.startswith("## "):
            headings.append(Heading(Span(at + 3, at + len(line)), 2))
        elif line:
            start = at + line.rfind(". ", 0, -1) + 2 if ". " in line[:-1] else at
            spans.append(Span(start, at + len(line)))
        at += len(line) + 1
    text = Text(content, "md", headings=tuple(headings))
    reading = SimpleNamespace(text=text, description=description)
    choices = [
        SimpleNamespace(
            evidence=SimpleNamespace(
                reading=reading, items=(), sentence=SimpleNamespace(span=s, text=s.of(content))
            )
        )
        for s in spans
    ]
    question = SimpleNamespace(query=SimpleNamespace(text=asked))
    return [c.evidence.sentence.text for c in without_other_projects(question, choices)]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("OSTRELLE enters its last six months.", False),
        ("Le projet OSTRELLE dure 30 mois.", False),
        ("OSTRELLE has been granted a permit. It has a budget of 7 million euros.", False),
        ("## OSTRELLE: first looms\nIt has a budget of 7 million euros.", False),
        ("## OSTRELLE\nThe board met. WEFTLINE has a budget of 7 million euros.", True),
        ("OSTRELLE paid for the WEFTLINE fair, which cost 900 euros.", True),
        ("WEFTLINE was granted. It goes on from OSTRELLE and lasts 36 months.", True),
        ("## WEFTLINE\nIt goes on from OSTRELLE and lasts 36 months.", True),
        ("## Money\nThe budget is 7 million euros.", True),
    ],
)
def test_another_project_of_a_letter_is_not_told(content, kept):
    for asked in ("How long does WEFTLINE last?", "Quel est le budget de WEFTLINE ?"):
        assert bool(told(content, asked)) is kept


def test_a_document_on_the_project_asked_about_tells_all_it_has():
    content = "OSTRELLE pays a third of it."
    asked = "What is the budget of WEFTLINE?"
    assert told(content, asked, title="WEFTLINE: minutes") == [content]
    assert told(content, "What is the budget?") == [content]
    # Of a longer name that holds the one asked about.
    longer = ("WEFTLINE", "WEFTLINE 2")
    assert told("It is of WEFTLINE 2.", asked, projects=longer) == ["It is of WEFTLINE 2."]
