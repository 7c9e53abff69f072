"""An open source beside the answer: the text around the cited passage, which is marked."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from ingest.types import Text
from pipelines.catalogue.records import Record
from ui.web import cards, scripts
from ui.web.address import Place
from ui.web.escaping import escaped, marked, show
from ui.web.service import service
from ui.web.strings import Say

BEFORE, AFTER = 1_500, 3_000  # characters around the passage; the rest on demand
WHOLE = 300_000  # characters a browser still scrolls at ease


def read(place: Place, say: Say, language: str) -> None:
    """Show the source of ``place``. Raises :class:`UsageError` when it is no longer there."""
    source = service().source(place.document)
    record, text = source.record, source.text
    with st.container(border=True, key="source-panel"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            cards.heading(say("source"))
            st.button(
                say("source.close"),
                key="close-source",
                icon=":material/close:",
                type="tertiary",
                on_click=_close,
            )
        whole = False
        if len(text.content) > place.end + AFTER or place.start > BEFORE:
            whole = st.toggle(say("source.whole"), key="whole", help=None)
        start, end = _window(text, place, whole)
        language_of = record.description.language if record.description else language
        show(
            [
                '<div class="source">',
                _about(record, say, language),
                f'<div class="reading" lang="{language_of}" tabindex="0" role="region"'
                f' aria-label="{escaped(say("source.text"))}">',
                *_paragraphs(text, place, start, end, say),
                "</div></div>",
            ]
        )
        scripts.scroll_to_cited(str(place))


def _about(record: Record, say: Say, language: str) -> str:
    about = record.description
    if about is None:
        return f"<h3>{escaped(record.title)}</h3>"
    start, end = about.dates.iso() if about.dates else (None, None)
    projects = [value.text for value in about.projects]
    parts = [
        cards.head(record.title, about.language, about.type, (start, end), projects, say, language)
    ]
    for name in ("host", "place"):
        value = getattr(about, name)
        if value is not None:
            parts.append(f'<p class="fact"><b>{say(name)}</b> {escaped(value.text)}</p>')
    parts.append(cards.where(record.source, None, say))
    return "".join(parts)


def _window(text: Text, place: Place, whole: bool) -> tuple[int, int]:
    """The offsets of what is shown, at the borders of lines."""
    content = text.content
    if whole and len(content) <= WHOLE:
        return 0, len(content)
    before, after = (WHOLE // 2, WHOLE // 2) if whole else (BEFORE, AFTER)
    start = content.rfind("\n", 0, max(0, place.start - before)) + 1
    end = content.find("\n", min(len(content), place.end + after))
    return start, len(content) if end < 0 else end


def _paragraphs(text: Text, place: Place, start: int, end: int, say: Say) -> Iterator[str]:
    """The lines of the window as HTML, with headings, page numbers and the passage marked."""
    headings = {heading.span.start for heading in text.headings}
    pages = dict(zip(text.pages, range(1, len(text.pages) + 1), strict=True))
    first = True
    if start > 0:
        yield '<p class="cut">…</p>'
    at = start
    for raw in text.content[start:end].split("\n"):
        for offset in [p for p in pages if at <= p <= at + len(raw) and p > start]:
            yield f'<p class="page">{escaped(say("source.page", number=pages[offset]))}</p>'
        if raw.strip():
            spans = [(place.start - at, place.end - at)]
            shown = marked(raw, spans)
            if first and "<mark>" in shown:
                shown, first = shown.replace("<mark>", '<mark id="cited">', 1), False
            yield f'<p class="heading">{shown}</p>' if at in headings else f"<p>{shown}</p>"
        at += len(raw) + 1
    if end < len(text.content):
        yield '<p class="cut">…</p>'


def _close() -> None:
    st.session_state["source"] = None
