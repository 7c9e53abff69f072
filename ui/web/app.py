"""The Streamlit script: it runs from top to bottom for each session at each interaction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from pipelines.catalogue.records import VISIBLE
from pipelines.errors import GrappeError
from ui.web import address, cards, frame, reader, scripts
from ui.web.ask_view import ask_view
from ui.web.events_view import events_view
from ui.web.help_view import help_view
from ui.web.library_view import library_view
from ui.web.quality_view import quality_view
from ui.web.search_view import search_view
from ui.web.service import service
from ui.web.strings import Say, say_in
from ui.web.welcome import welcome

View = Callable[[Say, str], None]


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the page. One that ``asks`` has the question box, and its view comes once there is
    a question; ``filters``: it has the boxes of filters; ``empty``: it has something to show in an
    empty library."""

    view: View
    asks: bool = False
    filters: bool = True
    empty: bool = False


# The first one is the page's root.
SECTIONS: dict[str, Section] = {
    "ask": Section(ask_view, asks=True),
    "search": Section(search_view, asks=True),
    "events": Section(events_view),
    "library": Section(library_view, empty=True),
    "quality": Section(quality_view, filters=False, empty=True),
    "help": Section(help_view, filters=False, empty=True),
}

_LOG = logging.getLogger("grappe.page")


def main() -> None:
    """The page: the frame, the section that the URL names, and the open source beside it."""
    st.set_page_config(page_title="Grappe", page_icon=str(frame.LOGO), layout="wide")
    frame.dress()
    first = next(iter(SECTIONS))
    titles = say_in(address.language())
    pages = {
        name: st.Page(
            partial(_section, section.view),
            title=titles(f"page.{name}"),
            url_path=name,
            default=name == first,
        )
        for name, section in SECTIONS.items()
    }
    page = st.navigation(list(pages.values()), position="top")
    name = next((name for name in pages if name == page.url_path), first)
    if _told(partial(_frame, name)):
        _body(page.run, name)


def _frame(section: str) -> None:
    address.follow(section)
    language = frame.language_switch()
    say = say_in(language)
    if SECTIONS[section].asks:
        frame.title(section, say)
        frame.question(section, say)
    else:
        cards.title(say(f"page.{section}"))
    if SECTIONS[section].filters:
        frame.filters(say, language)
    address.keep()
    scripts.speak(language)
    scripts.listen()


def _body(run: Callable[[], None], section: str) -> None:
    language = st.session_state["lang"]
    say = say_in(language)
    if frame.refused(say, language):
        return
    counts = service().counts()
    if not SECTIONS[section].empty and not any(counts.get(state) for state in VISIBLE):
        cards.line(say("empty"))
        return
    if SECTIONS[section].asks and not st.session_state["q"].strip():
        _told(partial(welcome, section, counts, say, language))
        return
    place = st.session_state["source"]
    if place is None:
        run()
        return
    with st.container(key="beside"):
        left, right = st.columns([5, 4], gap="medium")
        with left:
            run()
        with right:
            _told(partial(reader.read, place, say, language))


def _section(view: View) -> None:
    language = st.session_state["lang"]
    _told(partial(view, say_in(language), language))


def _told(part: Callable[[], None]) -> bool:
    """Run a part of the page; what goes wrong in it becomes a sentence, never a traceback."""
    try:
        part()
    except GrappeError as error:
        cards.notice(error.message(address.language()))
    except Exception:  # the last line of defence of a session; the log has it all
        _LOG.exception("The page failed")
        cards.notice(say_in(address.language())("failure"))
    else:
        return True
    return False


if __name__ == "__main__":  # as Streamlit runs it
    main()
