"""Clean text: mended characters, plain spaces, folded blank lines, no page furniture.

Nothing here joins or splits lines, so that a reader that keeps one block a line can clean block by
block; :mod:`ingest.mend` then looks at the text as a whole. Every regular expression is linear.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from ingest.furniture import is_furniture, without_furniture

__all__ = ["clean", "is_furniture", "tidy"]

_ROUNDS: Final = 4  # removing a character can uncover another fault; two rounds are usual

_ANSI: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and cursor moves
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # window titles, links and other strings
    r"|\x1b[ -/]*[0-~]"
)
_BREAKS: Final = re.compile(r"\r\n?|[\v\u2028\u2029]")
_SPACES: Final = re.compile(r"(?<=\S)[ \t]{2,}|\t")
_TRAILING: Final = re.compile(r"(?<!\s)[^\S\n]+$", re.MULTILINE)
_BLANK_LINE: Final = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_BLANK_RUN: Final = re.compile(r"\n{3,}")
_ASCII_DONE: Final = re.compile(r"[\n -~]*")
_SUSPECT: Final = re.compile(r"[\x80-\x9f\u00c2\u00c3\u00e2\u00c5\u0102\u0393\ufffd\uff00-\uffef]")
# "&eacute;", "&amp;rsquo;" in text saved from a page; "&lt;" is what an author wrote.
_ENTITY: Final = re.compile(
    r"&(?:amp;){0,8}(?P<name>#x[0-9a-fA-F]{2,5}|#\d{2,6}|[A-Za-z]{2,8}\d{0,2});"
)
_LIGATURES: Final = re.compile("[\ufb00-\ufb06\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3]")


def clean(text: str) -> str:
    """``text`` fit for splitting: :func:`tidy`, lines unindented, page furniture dropped.

    ``clean(clean(x)) == clean(x)`` for every string.
    """
    kept = "\n".join(without_furniture([line.strip() for line in tidy(text).split("\n")]))
    return _BLANK_RUN.sub("\n\n", kept).strip()


def tidy(text: str) -> str:
    """``text`` with sound characters and spaces; lines, their order and indentation are kept.

    Mojibake and ligatures are mended; Unicode is NFC; escapes, control, zero-width and
    direction characters are gone; every space is U+0020 and single within a line; lines end in
    one newline, with no trailing blanks and at most one blank line between them.
    """
    for _ in range(_ROUNDS):
        mended = _characters(text)
        if mended == text:
            break
        text = mended
    text = _SPACES.sub(" ", text)
    text = _BLANK_LINE.sub("", text)
    text = _TRAILING.sub("", text)
    return _BLANK_RUN.sub("\n\n", text).strip("\n")


def _characters(text: str) -> str:
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if _ASCII_DONE.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", _ANSI.sub("", text)).replace("\f", "\n\n")
    if _SUSPECT.search(text):
        text = _mend(text)
    if _LIGATURES.search(text):
        text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def _entity(match: re.Match[str]) -> str:
    """The character that a reference stands for, unless it is one of ASCII's."""
    written = f"&{match['name']};"
    character = unescape(written)
    if len(character) == 1 and (ord(character) >= 0xA0 or character in "&'\""):
        return character
    return written


def _mend(text: str) -> str:
    """``text`` with UTF-8 read as something else put right, line by line."""
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,  # "&lt;" in a text about HTML is what its author wrote
        uncurl_quotes=False,  # quotes are shown as in the source
        fix_latin_ligatures=False,
        explain=False,
    )
    return "\n".join(
        ftfy.fix_text(line, config) if _SUSPECT.search(line) else line for line in text.split("\n")
    )


class _Characters(dict[int, "str | None"]):
    """What becomes of each character, worked out once for each that is met."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        category = unicodedata.category(character)
        nothing = code & 0xFFFE == 0xFFFE  # code points that are no characters
        if nothing or (category in ("Cc", "Cf", "Co", "Cs") and character not in "\n\t"):
            self[code] = None
        else:
            self[code] = " " if category == "Zs" else character
        return self[code]


_TABLE: Final = _Characters(
    {
        0x2010: "-",  # hyphens that look like the plain one and would hide a match
        0x2011: "-",
        # Bullets that Word and old web pages draw with a symbol font, in the private use area.
        **dict.fromkeys((0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0D6, 0xF0E0, 0xF076, 0xF0FC), "•"),
        0xF02D: "-",
        # Hangul fillers, the braille blank and the grapheme joiner are letters, and invisible.
        **dict.fromkeys((0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F), None),
    }
)
