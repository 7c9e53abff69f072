"""RTF taken apart: control words, groups and bytes, and which letters the bytes stand for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,9})?[ ]?"
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]{1,4096})"
    rb"|[\r\n]+|\\?",
    re.DOTALL,
)
# What a font says of its letters: Windows code pages by their numbers in RTF.
_CHARSETS: Final = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
SYMBOLS: Final = 2  # the set of letters of fonts that have none
CHARACTERS: Final = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "tab": " ",
    "line": "\n",
    "~": " ",
    "_": "-",
    "\\": "\\",
    "{": "{",
    "}": "}",
}
# Groups that hold no text of the document. Those marked \* are passed over as well.
SKIPPED: Final = frozenset(
    "pict fldinst header headerl headerr headerf footer footerl footerr footerf listtable"
    " listoverridetable revtbl rsidtbl filetbl xe tc rxe bkmkstart bkmkend datafield themedata"
    " colorschememapping datastore latentstyles objdata objclass nonshppict comment operator"
    " company category keywords subject doccomm hlinkbase ftnsep ftnsepc ftncn atnid atnauthor"
    " annotation pntxta pntxtb pnseclvl sp sn sv shpinst do private".split()
)


OPEN: Final = "{{"  # the braces around groups; an escaped brace is a single one
CLOSE: Final = "}}"


class Token(NamedTuple):
    """One piece of RTF: a word with its number, :data:`OPEN` or :data:`CLOSE`, or bytes of text."""

    word: str
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The pieces of a file in order; pictures in binary are stepped over."""
    position = 0
    while position < len(data):
        found = _TOKEN.match(data, position)
        if found is None or found.end() == position:
            position += 1
            continue
        position = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == b"bin" and value is not None and value > 0:
                position += value
            else:
                yield Token(word.decode("ascii"), value)
        elif code is not None:
            yield Token("", None, bytes.fromhex(code.decode("ascii")))
        elif symbol is not None:
            yield Token("par" if symbol in b"\r\n" else symbol.decode("latin-1"))
        elif brace is not None:
            yield Token(OPEN if brace == b"{" else CLOSE)
        elif text is not None:
            yield Token("", None, text)


def code_page(number: int | None) -> str:
    """The codec of a Windows code page."""
    name = {10000: "mac_roman", 65001: "utf-8"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def charset(number: int | None, usual: str) -> str:
    """The codec of a font's set of letters."""
    return _CHARSETS.get(number or 0, usual)


def letters(data: bytes, codec: str) -> str:
    """The letters that bytes stand for."""
    return data.decode(codec, errors="ignore" if codec == "cp1252" else "replace")
