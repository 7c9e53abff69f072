"""Turn bytes into text: the accents of old French files come out right or the file is refused.

Detectors made for all the world's languages mistake short French text for Turkish or Greek, so
the few encodings that French and English files are saved in are tried and judged by the letters
they give.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE: Final = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding="""
    rb"""["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Browsers read these names as windows-1252, for that is what the pages are.
_AS_CP1252: Final = frozenset({"iso8859-1", "ascii", "cp1252"})
_NEAR: Final = 4096  # how far into a page its own word on its encoding is looked for
_SAMPLE: Final = 200_000

_FRENCH: Final = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆñóíáúÓÍÁÚ")
_MARKS: Final = frozenset("’‘“”«»–—…•€°©®™§²³ \u00a0")


def decode(data: bytes) -> str | None:
    """``data`` as text, or None when it is none (a picture, an archive, noise)."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if _binary(data):
            return None
        return _broken_utf8(data) or (_single_byte(data) if _is_latin(data) else None)
    return None if _binary(data) else text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of French or English is then nearly always zero."""
    head = data[:2048]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _binary(data: bytes) -> bool:
    """Whether there are more control bytes than a text with a few strays would have."""
    head = data[:_SAMPLE]
    odd = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 27), *range(28, 32)))
    return odd > 0.02 * len(head)


def _is_latin(data: bytes) -> bool:
    """Whether accents are as few as in French at its densest, rather than half of all bytes."""
    head = data[:_SAMPLE]
    return len(head.translate(None, bytes(range(128)))) <= 0.4 * len(head)


def _broken_utf8(data: bytes) -> str | None:
    """UTF-8 with a few foreign bytes (a cut end, a pasted line), those read as Windows-1252."""
    decoded = data.decode("utf-8", errors="surrogateescape")
    strays = sum("\udc80" <= character <= "\udcff" for character in decoded)
    sound = sum(character > "\x7f" for character in decoded) - strays
    if sound < 2 * strays:
        return None
    return re.sub(
        "[\udc80-\udcff]+",
        lambda found: _cp1252(found.group().encode("utf-8", errors="surrogateescape")),
        decoded,
    )


def _single_byte(data: bytes) -> str:
    """The reading with the most French letters; what a page says of itself wins a draw."""
    sample = re.sub(rb"[\x00-\x7f]{4,}", b"  ", data[:_SAMPLE])
    declared = _declared(data)
    candidates = [declared] if declared else []
    candidates += [encoding for encoding in _SINGLE_BYTE if encoding != declared]
    best = max(candidates, key=lambda encoding: _plausible(sample, encoding))
    return _cp1252(data) if best == "cp1252" else data.decode(best, errors="replace")


def _plausible(sample: bytes, encoding: str) -> float:
    text = _cp1252(sample) if encoding == "cp1252" else sample.decode(encoding, errors="replace")
    score = 0.0
    for before, character, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if character <= "\x7f":
            continue
        if character in _FRENCH:
            # "cœur" is right and "LÉgal" is not: capitals stand beside capitals.
            lone = (character.isupper() and before.islower()) or (
                after.islower() and before.isupper()
            )
            score += 0.2 if character.isupper() and lone and before.isalpha() else 1.0
        elif character in _MARKS:
            score += 0.5
        else:
            score -= 1.0
    return score


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_NEAR])
    if found is None:
        return None
    try:
        name = codecs.lookup((found.group(1) or found.group(2)).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    if name in _AS_CP1252:
        return "cp1252"
    return name if name.startswith(("iso8859", "cp", "mac", "koi8")) else None


def _cp1252(data: bytes) -> str:
    """Windows-1252 as browsers read it: the five bytes it leaves open are control characters."""
    return "".join(
        part.decode("cp1252") if part not in _OPEN else part.decode("latin-1")
        for part in re.split(rb"([\x81\x8d\x8f\x90\x9d])", data)
    )


_OPEN: Final = frozenset({b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"})
