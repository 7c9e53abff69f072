"""Answers and results as files: read back by those who read such files, hostile text included."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import docx
import pytest
from markdown_it import MarkdownIt

from pipelines.export import markdown, sheet, word
from pipelines.export.wording import coverage_line, narrowed_line
from pipelines.filters import Filters
from pipelines.results import Citation, Coverage, Hit, Reply, SearchResult, Statement

HOSTILE = "=HYPERLINK(1) ![pixel](http://outside.invalid/i.png) <b>&amp;</b> \x1b[31m{x}_%"
COVERAGE = Coverage(searched=41, matched=6, unreadable=3, filtered_out=2, events=7)


def hit(**changes) -> Hit:
    about = {
        "rank": 1,
        "document": "abc123",
        "source": "rail/visit.pdf",
        "title": "Visit & talks",
        "language": "fr",
        "type": "event_report",
        "projects": ("RAIL_1",),
        "start_date": "2022-05-04",
        "end_date": "2022-05-06",
        "page": 2,
        "start": 0,
        "end": 10,
        "text": "Des mots.",
        "highlights": (),
    }
    return Hit(**(about | changes))


def found(*hits: Hit) -> SearchResult:
    return SearchResult("q", "en", (), {}, len(hits), hits, {}, 1)


def answered(quote: str = "Hosted by the cluster.", kind: str = "extractive") -> Reply:
    cited = Citation(1, "abc123", "rail/visit.pdf", "La visite", "fr", 3, 0, len(quote), quote)
    return Reply(
        question="Who hosted it?",
        language="en",
        kind=kind,
        answer=f"{quote} [1]",
        reason=None,
        statements=(Statement(quote, (1,), "partial"),),
        citations=(cited,),
        coverage=COVERAGE,
    )


def refused() -> Reply:
    return Reply(
        "Why?", "en", "abstained", None, "Nobody says.", (), (), COVERAGE, nearest=(hit(),)
    )


def followed_up() -> Reply:
    """An answer to a follow-up, in part, narrowed by its words, with a model's text set aside."""
    return replace(
        answered(),
        question="And in 2024?",
        asked_as="Who hosted the visit in 2024?",
        reason="No document gives an amount for it.",
        narrowed={"year": ["2024"], "country": ["FR"], "type": ["event_report"]},
        dropped=2,
        fallback="The language model failed.",
    )


def paragraphs(made: bytes) -> str:
    return "\n".join(p.text for p in docx.Document(io.BytesIO(made)).paragraphs)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (row,) = csv.reader(io.StringIO(sheet.sheet(["a"], [[cell]]).split("\r\n", 1)[1]))
    assert row == [f"'{cell}"]


def test_results_have_a_line_a_passage() -> None:
    table = rows(sheet.results(found(hit(), hit(rank=2, title="=cmd()", text="a\n\nb; c"))))
    assert [row["rank"] for row in table] == ["1", "2"]
    assert table[0]["start_date"] == "2022-05-04"
    assert table[1]["title"] == "'=cmd()"
    assert table[1]["passage"] == "a b; c"


def test_statements_have_a_line_a_quote() -> None:
    (row,) = rows(sheet.statements(answered("=A1")))
    assert row["quote"] == "'=A1"
    assert (row["support"], row["page"], row["source"]) == ("partial", "3", "rail/visit.pdf")


def test_a_markdown_brief_says_answer_quotes_and_coverage() -> None:
    said = markdown.markdown([answered(), refused()], "fr")
    assert said.startswith("# Note de synthèse\n\n## Who hosted it?\n")
    assert r"Hosted by the cluster. \[1\] *(appui partiel)*" in said
    assert "> Hosted by the cluster.\n" in said
    assert "(rail/visit.pdf, p. 3, en français)" in said
    assert "Pas de réponse" in said
    assert "Nobody says." in said
    assert said.count("7 événements dans 6 documents sur 41 cherchés ; 3 illisibles") == 2


@pytest.mark.parametrize(
    "text", [HOSTILE, "1. one", "- item", "# head", "a_b_c *d*", "====", "+ x"]
)
def test_document_text_is_text_in_a_markdown_brief(text: str) -> None:
    said = markdown.markdown([answered(text)], "en")
    tokens = MarkdownIt("commonmark", {"html": True}).parse(said)
    quoted = next(i for i, t in enumerate(tokens) if t.type == "blockquote_open")
    assert [t.type for t in tokens[quoted : quoted + 4]] == [
        "blockquote_open", "paragraph_open", "inline", "paragraph_close",
    ]  # fmt: skip
    inline = tokens[quoted + 2].children or []
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline) == " ".join(text.replace("\x1b", "").split())


def test_a_word_brief_opens_and_marks_the_language_of_quotes() -> None:
    made = docx.Document(io.BytesIO(word.docx([answered(HOSTILE), refused()], "en")))
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "![pixel](http://outside.invalid/i.png)" in text
    assert "7 events in 6 of 41 documents searched; 3 unreadable; 2 outside your filters" in text
    assert "No answer in these documents." in text
    quote = next(p for p in made.paragraphs if p.style.name == "Quote")
    assert re.search(r'w:lang w:val="fr-FR"', quote._p.xml)
    assert made.core_properties.language == "en-GB"


READING = (
    "No document gives an amount for it.",
    "Narrowed, by the question's words, to: year 2024; country France; type event report.",
    "The language model failed.",
    "2 sentences left out: no citation holds what was said.",
)


@pytest.mark.parametrize("form", ["markdown", "word"])
def test_a_brief_says_how_its_answer_is_to_be_read(form: str) -> None:
    reply, filters = followed_up(), Filters(language=("en",), project=("RAIL",))
    if form == "word":
        said = paragraphs(word.docx([reply], "fr", filters))
    else:
        said = markdown.markdown([reply], "fr", filters).replace("\\", "")
    places = [
        said.index(part)
        for part in (
            "Filtres : projet RAIL ; langue anglais",
            "Who hosted the visit in 2024?",
            "Question posée : And in 2024?",
            "Hosted by the cluster.",
            *READING,
            "7 événements",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("form", ["markdown", "word"])
def test_a_brief_of_a_plain_answer_says_no_more_than_that(form: str) -> None:
    plain = refused()
    if form == "word":
        said = paragraphs(word.docx([answered(), plain], "en", Filters()))
    else:
        said = markdown.markdown([answered(), plain], "en", Filters())
    assert said.count("Nobody says.") == 1  # why there is none is no open part of an answer
    for unsaid in ("Filters", "Asked:", "Narrowed", "left out"):
        assert unsaid not in said


def test_what_narrowed_a_question_is_told_in_its_language() -> None:
    reply = replace(
        refused(),
        language="fr",
        narrowed={
            "year": ["2023", "2024"], "country": ["DE"], "type": ["call"], "language": ["en"],
            "sector": ["agrifood"], "project": ["RAIL"],
        },
    )  # fmt: skip
    assert narrowed_line(reply) == (
        "Limité, d'après la question, à : année 2023, 2024 ; pays Allemagne ; type appel ;"
        " langue anglais ; secteur Agroalimentaire et agriculture ; projet RAIL."
    )
    assert narrowed_line(refused()) is None


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\ud800", "\x00", "\u200b"])
def test_what_word_can_not_hold_does_not_stop_a_brief(sign: str) -> None:
    reply = replace(refused(), question=f"Wh{sign}y?")
    assert "\nWhy?\n" in paragraphs(word.docx([reply], "en"))


def test_a_models_text_is_marked_in_both_briefs() -> None:
    reply = answered(kind="generative")
    assert "Written by a language model" in markdown.markdown([reply], "en")
    made = docx.Document(io.BytesIO(word.docx([reply], "en")))
    assert any("Written by a language model" in p.text for p in made.paragraphs)


@pytest.mark.parametrize(
    ("coverage", "french", "english"),
    [
        (
            Coverage(5, 1, 0, 0),
            "1 document sur 5 cherchés a des passages proches de la question",
            "1 of 5 documents searched had passages near the question",
        ),
        (
            Coverage(1, 0, 1, 0),
            "0 document sur 1 cherché a des passages proches de la question ; 1 illisible",
            "0 of 1 document searched had passages near the question; 1 unreadable",
        ),
        (
            Coverage(9, 2, 0, 4, events=1),
            "1 événement dans 2 documents sur 9 cherchés ; 4 hors filtres",
            "1 event in 2 of 9 documents searched; 4 outside your filters",
        ),
    ],
)
def test_coverage_is_counted_in_words(coverage: Coverage, french: str, english: str) -> None:
    assert [coverage_line(coverage, language) for language in ("fr", "en")] == [french, english]
