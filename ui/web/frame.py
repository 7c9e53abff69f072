"""What stands above every section: the name, the language, the question, the filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from ingest.types import Language
from pipelines.filters import FIELDS, Filters
from ui.web import cards
from ui.web.address import QUESTION_CHARACTERS, Place
from ui.web.escaping import escaped, label, show
from ui.web.names import value_name
from ui.web.service import service
from ui.web.strings import LANGUAGES, Say, say_in

_HERE = Path(__file__).parent
LOGO = _HERE / "mark.svg"


def dress() -> None:
    """The logo and the style sheet."""
    st.html(_HERE / "style.css")
    st.logo((_HERE / "logo.svg").read_text(encoding="utf-8"), size="large", link=None)


def title(section: str, say: Say) -> None:
    """The page's heading, for those who find their way by headings; others see it in the bar."""
    show(f'<h1 class="unseen">Grappe – {escaped(say(f"page.{section}"))}</h1>')


def language_switch() -> str:
    """French or English, for the words of the page itself; the one chosen."""
    with st.container(key="tongue", horizontal=True, horizontal_alignment="right"):
        st.segmented_control(
            say_in(st.session_state["lang"])("interface_language"),
            LANGUAGES,
            key="lang",
            required=True,
            format_func=str.upper,
            label_visibility="collapsed",
        )
    return str(st.session_state["lang"])


def question(section: str, say: Say) -> None:
    """The box for a question or words, and its button. Enter submits."""
    with st.container(key="question", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            say(f"query.{section}"),
            key="q",
            placeholder=say(f"query.{section}.hint"),
            max_chars=QUESTION_CHARACTERS,
            on_change=restart,
        )
        st.button(say(f"submit.{section}"), key="submit", type="primary")


def filters(say: Say, language: str) -> None:
    """A button that opens a box a filter, and a chip that lifts it for each value in force."""
    known = service().known_values()
    active = _active()
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover(say("filters"), icon=":material/filter_list:", key="filter-boxes"):
            for name in FIELDS:
                st.multiselect(
                    say(f"filter.{name}"),
                    _options(name, known.get(name, {}), st.session_state[name]),
                    key=name,
                    format_func=_counted(name, known.get(name, {}), language),
                    placeholder=say("filter.any"),
                    on_change=narrowed,
                    select_all=False,
                )
        for name, value in active:
            named = label(value_name(name, value, language))
            st.button(
                say("filter.chip", field=say(f"filter.{name}"), value=named),
                key=f"chip-{name}-{value}",
                help=say("filter.chip.help"),
                on_click=lift,
                args=(name, value),
                icon=":material/close:",
                icon_position="right",
            )
        if len(active) > 1:
            st.button(say("filter.clear"), key="clear", type="tertiary", on_click=clear_filters)


def chosen() -> Filters:
    """The filters as they stand, in the library's spelling."""
    return service().filters({name: st.session_state[name] for name in FIELDS})


def refused(say: Say, language: str) -> bool:
    """Whether the URL names a filter value that isn't there; if so, it is told."""
    errors = st.session_state["_refused"]
    for _, error in errors:
        cards.notice(error.message(language))
    if errors:
        st.button(say("filter.without"), key="without", on_click=restart)
    return bool(errors)


def spoken(language: str) -> Language:
    """The page's language, as what is made for its reader is told it."""
    return "fr" if language == "fr" else "en"


def passages(total: int, say: Say) -> str:
    """ "1 passage", "12 passages"."""
    return say("results.one") if total == 1 else say("results.many", total=total)


def restart() -> None:
    """Another question: nothing before it, its first page, nothing open, nothing refused."""
    st.session_state["turns"] = ()
    narrowed()


def narrowed() -> None:
    """Another filter: the first page, nothing open, nothing refused."""
    st.session_state["page"] = 1
    st.session_state["source"] = None
    st.session_state["_refused"] = []


def clear_filters() -> None:
    """Lift every filter."""
    for name in FIELDS:
        st.session_state[name] = []
    narrowed()


def lift(name: str, value: str) -> None:
    """Lift one value of one filter."""
    st.session_state[name] = [kept for kept in st.session_state[name] if kept != value]
    narrowed()


def lift_filters(
    say: Say,
    language: str,
    without: Callable[[str], int] | None = None,
    why: str | None = None,
) -> bool:
    """A button for each filter in force that lifts it; whether there is any.

    Above them stands ``why``, or that no passage matches. ``without`` says how many passages there
    are without a filter, for those who wonder which.
    """
    active = _active()
    if not active:
        return False
    cards.line(why or say("results.none.filtered"))
    with st.container(key="lift", horizontal=True):
        for name, value in active:
            named = label(value_name(name, value, language))
            text = say("filter.lift", field=say(f"filter.{name}"), value=named)
            if without is not None and len(st.session_state[name]) == 1:
                text += f" · {passages(without(name), say)}"
            st.button(
                text,
                key=f"lift-{name}-{value}",
                on_click=lift,
                args=(name, value),
                icon=":material/close:",
            )
    return True


def pose(text: str) -> None:
    """Put a question into the box, as if it had been typed."""
    st.session_state["q"] = text
    restart()


def open_source(document: str, start: int, end: int) -> None:
    """Show a document at a passage."""
    st.session_state["source"] = Place(document, start, end)


def _active() -> list[tuple[str, str]]:
    return [(name, value) for name in FIELDS for value in st.session_state[name]]


def _options(name: str, counts: Mapping[str, int], selected: Sequence[str]) -> list[str]:
    # A year or type may be asked for that no document has: the answer is then none, not all.
    values = list(dict.fromkeys([*counts, *selected]))
    return sorted(values, reverse=True) if name == "year" else values


def _counted(name: str, counts: Mapping[str, int], language: str) -> Callable[[str], str]:
    def shown(value: str) -> str:
        return f"{value_name(name, value, language)} ({counts.get(value, 0)})"

    return shown
