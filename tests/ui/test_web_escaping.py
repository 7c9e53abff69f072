"""A document's text is shown as text, whatever it holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import ui.web
from ui.web.escaping import clean, escaped, excerpt, label, marked

HOSTILE = [
    '<script>fetch("http://outside.invalid")</script>',
    "<img src=x onerror=alert(1)>",
    "&lt;script&gt; &#60;b&#62;",
    '"><svg/onload=alert(1)>',
    "![picture](http://outside.invalid/i.png) [link](http://outside.invalid)",
    "$x^2$ :red[Rouge] :tada: :material/home: **bold** `code` http://outside.invalid",
    "# heading\n> quote\n- list",
    "\x1b[31mred\x1b[0m \x1b]8;;http://outside.invalid\x07link\x1b]8;;\x07",
    "a\u202egnp.exe\u202c z\u200bero \x00nul",
    "l'été à l’AEI TÈXTILS <b>& Co</b>",
]


class Reader(HTMLParser):
    """The tags that a browser would make of some HTML, and the text it would show."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    read = Reader(escaped(text))
    assert read.tags == []
    assert read.text == clean(text)
    inside = Reader(f'<p title="{escaped(text)}">').tags
    assert inside == ["p"]


def test_control_and_invisible_characters_go() -> None:
    assert clean("\x1b[31mred\x1b[0m") == "[31mred[0m"
    assert clean("a\u202eb\u200bc\x00d\te\n") == "abcd\te\n"


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=5),
)
def test_marks_never_change_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    read = Reader(marked(text, spans))
    # A parser reads "\r" as it likes; nothing of ours keeps one.
    assert read.text == clean(text)
    assert set(read.tags) <= {"mark"}


def test_marks_stand_where_the_spans_are() -> None:
    assert marked("a <b> c", [(2, 5)]) == "a <mark>&lt;b&gt;</mark> c"
    assert marked("abcd", [(2, 9), (0, 3)]) == "<mark>abc</mark><mark>d</mark>"
    assert marked("abcd", [(3, 3), (4, 9)]) == "abcd"


def test_an_excerpt_is_short_and_holds_the_first_highlight() -> None:
    text = "word " * 200 + "needle" + " word" * 200
    at = text.index("needle")
    shown = excerpt(text, [(at, at + 6)])
    assert "<mark>needle</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(Reader(shown).text) < 500
    assert excerpt("short text", []) == "short text"
    assert Reader(excerpt("x" * 2000, [(1990, 1999)])).tags == ["mark"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_is_one_plain_text_in_markdown(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").parse(label(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    shown = "".join(child.content for child in children).replace("\N{WORD JOINER}", "")
    assert shown == " ".join(clean(text).split())


def test_a_label_parts_what_is_looked_for_after_markdown() -> None:
    parted = label(":tada: :red[x] http://a.b www.a.b a@b.c")
    for whole in (":tada", ":red", "://", "www.", "@b"):
        assert whole not in parted.replace("\\", "")


def test_document_text_has_one_way_to_the_screen() -> None:
    """``st.html`` and the like stand only in the audited module, or show what is ours alone."""
    ours = {
        "frame.py": [r'st.html(_HERE / "style.css")'],
        "scripts.py": ["st.html(script, unsafe_allow_javascript=True)"],
    }
    risky = re.compile(
        r"unsafe_allow_html|st\.(?:html|markdown|write|caption|title|header|subheader|code|latex"
        r"|error|warning|info|success|toast|iframe|image|components)\("
    )
    for path in Path(ui.web.__file__).parent.glob("*.py"):
        if path.name == "escaping.py":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if risky.search(line):
                assert line.strip() in ours.get(path.name, []), f"{path.name}: {line.strip()}"
