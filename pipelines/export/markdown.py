"""A brief in Markdown: question, answer with its numbers, how to read it, quotes as they stand,
coverage.

Document text is escaped, so that a reader's program shows it and neither formats it nor loads a
picture that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.types import Language
from pipelines.export.filters import filter_words
from pipelines.export.plain import plain, visible
from pipelines.export.wording import coverage_line, reading_lines, word
from pipelines.filters import Filters
from pipelines.results import Citation, Reply

_MEANT = re.compile(r"([\\`*_\[\]<>#|~$&])")
_BEGINS = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


def markdown(replies: Sequence[Reply], language: Language, filters: Filters | None = None) -> str:
    """The brief of a conversation, or of one question, as its reader ``language`` labels it.

    ``filters`` are those that the reader set.
    """
    parts = [f"# {word('title', language)}"]
    if filters is not None and (held := filter_words(filters.as_dict(), language)):
        parts.append(escape(plain(word("filters", language, filters=held))))
    for reply in replies:
        parts.append(f"## {escape(plain(reply.asked_as or reply.question))}")
        if reply.asked_as is not None:
            asked = word("asked", language, question=reply.question)
            parts.append(f"*{escape(plain(asked))}*")
        parts += _reply(reply, language)
    return "\n\n".join(parts) + "\n"


def escape(line: str) -> str:
    """One line of text as Markdown that shows it as it is."""
    return _BEGINS.sub(_unlisted, _MEANT.sub(r"\\\1", line))


def _unlisted(match: re.Match[str]) -> str:
    return rf"\{match[1]}" if match[1] else rf"{match[2]}\{match[3]}"


def _reply(reply: Reply, language: Language) -> Iterator[str]:
    if reply.kind == "abstained":
        yield f"**{word('no_answer', language)}**"
        yield escape(plain(reply.reason or ""))
        yield from _reading(reply)
        if reply.nearest:
            yield f"### {word('nearest', language)}"
        for hit in reply.nearest:
            yield f"**{escape(plain(hit.title))}** ({_where(hit.source, hit.page, language)})"
            yield _quoted(hit.text)
    else:
        if reply.kind == "generative":
            yield f"*{word('generated', language)}*"
        yield "\n".join(_statements(reply, language))
        yield from _reading(reply)
        yield f"### {word('sources', language)}"
        for citation in reply.citations:
            yield from _source(citation, language)
    yield f"*{coverage_line(reply.coverage, language)}*"


def _statements(reply: Reply, language: Language) -> Iterator[str]:
    for statement in reply.statements:
        numbers = "".join(rf"\[{number}\]" for number in statement.citations)
        doubt = f" *({word('partial', language)})*" if statement.support == "partial" else ""
        yield f"- {escape(plain(statement.text))} {numbers}{doubt}"


def _reading(reply: Reply) -> Iterator[str]:
    for line in reading_lines(reply):
        yield f"*{escape(plain(line))}*"


def _source(citation: Citation, language: Language) -> Iterator[str]:
    where = _where(citation.source, citation.page, language)
    spoken = word(citation.language, language)
    yield rf"\[{citation.number}\] **{escape(plain(citation.title))}** ({where}, {spoken})"
    yield _quoted(citation.quote)


def _where(source: str, page: int | None, language: Language) -> str:
    numbered = f", {word('page', language, number=page)}" if page else ""
    return escape(plain(source)) + numbered


def _quoted(text: str) -> str:
    lines = (" ".join(line.split()) for line in visible(text).split("\n"))
    return "\n".join(f"> {escape(line)}" for line in lines if line)
