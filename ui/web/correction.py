"""The form in which a person sets right what was found out about a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import streamlit as st

from ingest.types import DOCUMENT_TYPES, LANGUAGES, Description
from pipelines.errors import UsageError
from pipelines.indexing.overrides import Said, checked
from ui.web import cards
from ui.web.names import value_name
from ui.web.strings import Say

_ONE: Final = ("host", "organiser", "place")
_BETWEEN: Final = ";"


def plain(description: Description) -> dict[str, Any]:
    """The fields that the form has, in the plain form in which they are corrected."""
    about = description
    return {
        "title": about.title.text,
        "type": about.type,
        "language": about.language,
        "dates": "/".join(dict.fromkeys(about.dates.iso())) if about.dates else None,
        "projects": [value.text for value in about.projects],
        **{name: value.text if (value := getattr(about, name)) else None for name in _ONE},
        "country": about.country.text if about.country else None,
    }


def fields(description: Description, said: Said, key: str, say: Say, language: str) -> Said:
    """Boxes filled with what is known, ``said`` going before; what is said after them.

    A field is said when it differs from the description, or was said before.
    """
    held = plain(description)
    shown = {name: said.get(name, value) for name, value in held.items()}
    now: dict[str, Any] = {"title": _text("title", shown, key, say) or shown["title"]}
    left, right = st.columns(2)
    with left:
        now["type"] = _choice("type", DOCUMENT_TYPES, shown, key, say, language)
        now["dates"] = _text("dates", shown, key, say)
        if not _is_date(now["dates"]):
            cards.notice(say("field.dates.wrong", told=now["dates"]))
        now["host"] = _text("host", shown, key, say)
        now["place"] = _text("place", shown, key, say)
    with right:
        now["language"] = _choice("language", LANGUAGES, shown, key, say, language)
        written = _BETWEEN.join(f" {text}" for text in shown["projects"]).strip()
        told = _text("projects", {"projects": written}, key, say) or ""
        now["projects"] = [part.strip() for part in told.split(_BETWEEN) if part.strip()]
        now["organiser"] = _text("organiser", shown, key, say)
        now["country"] = st.selectbox(
            say("field.country"),
            _countries(language),
            index=_place(_countries(language), shown["country"]),
            format_func=lambda code: value_name("country", code, language),
            placeholder=say("unsaid"),
            key=f"{key}-country",
        )
    changed = {name: value for name, value in now.items() if value != held[name]}
    return {**{name: now.get(name, value) for name, value in said.items()}, **changed}


def _text(name: str, shown: Mapping[str, Any], key: str, say: Say) -> str | None:
    told = st.text_input(
        say("field.projects.hint") if name == "projects" else say(f"field.{name}"),
        shown[name] or "",
        key=f"{key}-{name}",
        placeholder=say("field.dates.hint") if name == "dates" else say("unsaid"),
        max_chars=500,
    )
    return told.strip() or None


def _is_date(told: str | None) -> bool:
    """Whether the field takes it; nothing it takes too."""
    try:
        checked({"dates": told})
    except UsageError:
        return False
    return True


def _choice(
    name: str, values: tuple[str, ...], shown: Mapping[str, Any], key: str, say: Say, language: str
) -> str:
    return str(
        st.selectbox(
            say(f"field.{name}"),
            values,
            index=values.index(shown[name]),
            format_func=lambda value: value_name(name, value, language),
            key=f"{key}-{name}",
        )
    )


def _place(values: tuple[str, ...], value: str | None) -> int | None:
    return values.index(value) if value in values else None


@cache
def _countries(language: str) -> tuple[str, ...]:
    """The countries that a description may have, by their names."""
    from ingest.gazetteer import countries

    codes = set(countries().values())
    return tuple(sorted(codes, key=lambda code: value_name("country", code, language)))
