"""The small things every section shows: badges, a document's head, a passage, a notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from pipelines.results import Expansion, Hit
from ui.web import address
from ui.web.escaping import escaped, excerpt, show
from ui.web.names import date_name, value_name
from ui.web.strings import Say


def notice(text: str) -> None:
    """A sentence that something is wrong; it may hold what a user or a document said."""
    show(f'<p class="notice" role="alert">{escaped(text)}</p>')


def line(text: str) -> None:
    """A quiet line."""
    show(f'<p class="quiet">{escaped(text)}</p>')


def title(text: str) -> None:
    """The heading of a section that has no question box."""
    show(f"<h1>{escaped(text)}</h1>")


def heading(text: str) -> None:
    """The heading of a part of a section."""
    show(f"<h2>{escaped(text)}</h2>")


def badge(language: str, say: Say) -> str:
    """A document's language, as two letters with its name for who can't tell."""
    name = escaped(say(f"language.{language}"))
    return (
        f'<abbr class="badge {escaped(language)}" title="{name}">{escaped(language.upper())}</abbr>'
    )


def head(
    title: str,
    language: str,
    kind: str,
    dates: tuple[str | None, str | None],
    projects: Iterable[str],
    say: Say,
    reader: str,
    place: str = "",
    href: str | None = None,
) -> str:
    """A document's title with its language, type, date, projects and place; ``reader`` is the
    page's language, ``href`` where the title leads."""
    facts = [
        badge(language, say),
        f"<span>{escaped(value_name('type', kind, reader))}</span>",
        f"<span>{escaped(date_name(*dates, reader))}</span>",
        *([f"<span>{escaped(place)}</span>"] if place else []),
        *(f'<span class="project">{escaped(project)}</span>' for project in projects),
    ]
    named = escaped(title)
    if href is not None:
        named = f'<a href="{escaped(href)}">{named}</a>'
    return f'<h3 lang="{escaped(language)}">{named}</h3><p class="facts">{"".join(facts)}</p>'


def passage(hit: Hit, say: Say, reader: str, place: str = "") -> None:
    """A passage found, the words it was found by marked, and the way to its document."""
    with st.container(border=True, key=f"hit-{hit.rank}"):
        dates = (hit.start_date, hit.end_date)
        href = address.to_source(hit.document, hit.start, hit.end)
        spoken = escaped(hit.language)
        show(
            [
                head(
                    hit.title, hit.language, hit.type, dates, hit.projects, say, reader, place, href
                ),
                f'<p class="snippet" lang="{spoken}">{excerpt(hit.text, hit.highlights)}</p>',
                '<div class="foot">',
                opener(say("source.open"), href, hit.title),
                where(hit.source, hit.page, say),
                "</div>",
            ]
        )


def opener(text: str, href: str, title: str) -> str:
    """A link that opens a source; its ``title`` tells links of the same words apart."""
    return (
        f'<a class="opener" href="{escaped(href)}">{escaped(text)}'
        f'<span class="unseen"> – {escaped(title)}</span></a>'
    )


def where(source: str, page: int | None, say: Say) -> str:
    """The file in the library, and the page in it."""
    numbered = f" · {escaped(say('page_number', number=page))}" if page else ""
    return f'<p class="where"><span>{escaped(source)}</span>{numbered}</p>'


def also_searched(expansions: Sequence[Expansion], say: Say) -> None:
    """What the lexicon added to the user's words."""
    if expansions:
        said = "; ".join(f"{e.term} = {', '.join(e.also)}" for e in expansions)
        line(say("also_searched", terms=said))
