"""Letters of symbol fonts as the characters they look like: an arrow that is stored as "à"."""

from __future__ import annotations

from typing import Final

# Greek letters of the font "Symbol" stand at the Latin ones.
_GREEK: Final = dict(
    zip(
        b"ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SYMBOL: Final = (
    _GREEK
    | {code: chr(code) for code in range(0x20, 0x40)}
    | dict(zip(range(0xA3, 0xA6), "≤⁄∞", strict=True))
    | dict(zip(range(0xAB, 0xC0), "↔←↑→↓°±”≥×∝∂•÷≠≡≈…|—↵", strict=True))
    | {0x22: "∀", 0x24: "∃", 0x27: "∍", 0x2A: "∗", 0x2D: "−", 0x7E: "∼", 0xA0: "€", 0xA2: "′"}
    | {0xC5: "⊕", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™"}
    | {0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE2: "®", 0xE3: "©"}
    | {0xE4: "™", 0xE5: "∑", 0xF2: "∫"}
)
_WINGDINGS: Final = dict(
    zip(
        bytes.fromhex("28292a4a4c6c6e6f71727677789fa4a7a8abd8dfe0e1e2e8f0fafbfcfdfe"),
        "☎✆✉☺☹•▪☐☐☐••☒••▪☐★➢←→↑↓→⇨•✗✓☒☑",
        strict=True,
    )
)
_FONTS: Final = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0xA3: "☐", 0x97: "•"},
    "wingdings 3": {0x67: "▶", 0x7D: "▶", 0x75: "▶", 0xC6: "→"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐"},
}
_PRIVATE: Final = 0xF000  # where programs put the letters of such fonts


def drawn(text: str, font: str | None) -> str:
    """The text as a font draws it; as it is, unless the font is known to be one of symbols.

    What such a font draws and nothing here stands for is left out, but for spaces.
    """
    table = _FONTS.get((font or "").strip().lower())
    if table is None:
        return text
    return "".join(_drawn(letter, table) for letter in text)


def _drawn(letter: str, table: dict[int, str]) -> str:
    code = ord(letter)
    code -= _PRIVATE if _PRIVATE < code <= _PRIVATE + 0xFF else 0
    # No such font has the letters beyond: another stands in for it.
    return letter if letter.isspace() or code > 0xFF else table.get(code, "")
