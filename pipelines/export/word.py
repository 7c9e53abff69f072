"""A brief as a Word document (DOCX): what :mod:`pipelines.export.markdown` says, with styles.

Quotes carry their language, so that Word spells and reads them aloud as French or English.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ingest.types import Language
from pipelines.export.filters import filter_words
from pipelines.export.plain import plain, visible
from pipelines.export.wording import coverage_line, reading_lines, word
from pipelines.filters import Filters
from pipelines.results import Reply

if TYPE_CHECKING:
    from docx.document import Document

_TAGS = {"fr": "fr-FR", "en": "en-GB"}


def docx(replies: Sequence[Reply], language: Language, filters: Filters | None = None) -> bytes:
    """The brief of a conversation, or of one question, as its reader ``language`` labels it.

    ``filters`` are those that the reader set.
    """
    import docx as library

    document = library.Document()
    document.core_properties.title = word("title", language)
    document.core_properties.author = "Grappe"
    document.core_properties.language = _TAGS[language]
    _said(document.add_heading(level=0), word("title", language), language)
    if filters is not None and (held := filter_words(filters.as_dict(), language)):
        line = plain(word("filters", language, filters=held))
        _said(document.add_paragraph(), line, language)
    for reply in replies:
        asked = plain(reply.asked_as or reply.question)
        _said(document.add_heading(level=1), asked, reply.language)
        if reply.asked_as is not None:
            line = plain(word("asked", language, question=reply.question))
            _said(document.add_paragraph(), line, language).italic = True
        _reply(document, reply, language)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _reply(document: Document, reply: Reply, language: Language) -> None:
    if reply.kind == "abstained":
        _said(document.add_paragraph(), word("no_answer", language), language).bold = True
        _said(document.add_paragraph(), plain(reply.reason or ""), reply.language)
        _reading(document, reply)
        if reply.nearest:
            _said(document.add_heading(level=2), word("nearest", language), language)
        for hit in reply.nearest:
            _source(document, None, (hit.title, hit.source, hit.page), hit.language, language)
            _quote(document, hit.text, hit.language)
    else:
        _statements(document, reply, language)
        _reading(document, reply)
        _said(document.add_heading(level=2), word("sources", language), language)
        for cited in reply.citations:
            about = (cited.title, cited.source, cited.page)
            _source(document, cited.number, about, cited.language, language)
            _quote(document, cited.quote, cited.language)
    coverage = coverage_line(reply.coverage, language)
    _said(document.add_paragraph(), coverage, language).italic = True


def _statements(document: Document, reply: Reply, language: Language) -> None:
    if reply.kind == "generative":
        _said(document.add_paragraph(), word("generated", language), language).italic = True
    style = "List Bullet" if len(reply.statements) > 1 else None
    first = {citation.number: citation.language for citation in reply.citations}
    for statement in reply.statements:
        spoken = first.get(statement.citations[0]) if statement.citations else None
        if reply.kind in ("list", "generative"):
            spoken = reply.language
        paragraph = document.add_paragraph(style=style)
        _said(paragraph, plain(statement.text) + " ", spoken or reply.language)
        _said(paragraph, "".join(f"[{number}]" for number in statement.citations), language)
        if statement.support == "partial":
            _said(paragraph, f" ({word('partial', language)})", language).italic = True


def _reading(document: Document, reply: Reply) -> None:
    for line in reading_lines(reply):
        _said(document.add_paragraph(), plain(line), reply.language).italic = True


def _source(
    document: Document,
    number: int | None,
    about: tuple[str, str, int | None],
    spoken: str,
    language: Language,
) -> None:
    title, source, page = about
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    if number is not None:
        _said(paragraph, f"[{number}] ", language)
    _said(paragraph, plain(title), spoken).bold = True
    numbered = f", {word('page', language, number=page)}" if page else ""
    _said(paragraph, f" ({plain(source)}{numbered}, {word(spoken, language)})", language)


def _quote(document: Document, text: str, spoken: str) -> None:
    lines = (" ".join(line.split()) for line in visible(text).split("\n"))
    for line in filter(None, lines):
        _said(document.add_paragraph(style="Quote"), line, spoken)


def _said(paragraph: Any, text: str, language: str) -> Any:
    """A run of text in a language."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _TAGS.get(language, language))
    run._r.get_or_add_rPr().append(tag)
    return run
