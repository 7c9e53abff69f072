"""Both languages say everything, with the same values in it, and the page asks for nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import ui.web
from ingest.types import DOCUMENT_TYPES, LANGUAGES
from pipelines.filters import FIELDS
from ui.web.app import SECTIONS
from ui.web.names import date_name, value_name
from ui.web.strings import STRINGS, of_locale, say_in

SOURCES = sorted(Path(ui.web.__file__).parent.glob("*.py"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", STRINGS)
def test_both_languages_say_it_with_the_same_values(key: str) -> None:
    french, english = STRINGS[key]
    assert french.strip()
    assert english.strip()
    assert fields(french) == fields(english)


def test_every_string_is_used_and_every_key_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(r"""(?:say|titles|\))\(\s*["']([\w.]+)["']""", code))
    patterns = set(re.findall(r"""(?:say|titles|\))\(\s*f["']([\w.{}]+)["']""", code))
    assert asked <= set(STRINGS)
    shapes = [
        re.compile(re.sub(r"\\\{.*?\\\}", r"[\\w@]+", re.escape(p)) + r"\Z") for p in patterns
    ]
    unused = [k for k in STRINGS if k not in asked and not any(s.match(k) for s in shapes)]
    assert unused == ["host", "place"]  # asked for by the name of a described value


def test_every_section_filter_type_and_language_has_its_words() -> None:
    for section, about in SECTIONS.items():
        for key in ("page", "query", "submit") if about.asks else ("page",):
            assert f"{key}.{section}" in STRINGS
    assert {f"filter.{name}" for name in FIELDS} <= set(STRINGS)
    assert {f"type.{name}" for name in DOCUMENT_TYPES} <= set(STRINGS)
    assert {f"language.{name}" for name in LANGUAGES} <= set(STRINGS)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fr-FR", "fr"), ("fr", "fr"), ("FR-ca", "fr"), ("en-GB", "en"), ("de", "en"), (None, "en")],
)
def test_the_interface_speaks_the_browsers_language(locale: str | None, language: str) -> None:
    assert of_locale(locale) == language


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        ("2022-05-04", "2022-05-06", "4–6 mai 2022", "4–6 May 2022"),
        ("2022-05-04", "2022-05-04", "4 mai 2022", "4 May 2022"),
        ("2022-05", "2022-05", "mai 2022", "May 2022"),
        ("2025-07", "2025-09", "juillet 2025 – septembre 2025", "July 2025 – September 2025"),
        (None, None, "date inconnue", "date unknown"),
    ],
)
def test_dates_read_as_people_write_them(
    start: str | None, end: str | None, french: str, english: str
) -> None:
    said = [re.sub(r"\s", " ", date_name(start, end, language)) for language in ("fr", "en")]
    assert said == [french, english]


def test_values_have_their_names() -> None:
    assert value_name("country", "AT", "fr") == "Autriche"
    assert value_name("country", "AT", "en") == "Austria"
    assert value_name("type", "call", "fr") == say_in("fr")("type.call")
    assert value_name("project", "ALPINET", "fr") == "ALPINET"


def test_no_module_hides_another_package() -> None:
    # Streamlit may put the script's folder first on sys.path.
    import sys

    taken = sys.stdlib_module_names | {"ingest", "pipelines", "encoder", "ui", "streamlit", "babel"}
    assert not {path.stem for path in SOURCES} & taken
