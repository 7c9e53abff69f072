"""What was typed into a PDF page: the fields of forms, and texts laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ingest.read.pdf_words import Word

if TYPE_CHECKING:
    import pypdfium2

_BESIDE: Final = 0.6  # sizes of its letters that a value may stand off the line of its label
_MOST_PAIRS: Final = 4_000_000


def flatten(page: pypdfium2.PdfPage) -> bool:
    """Make what was typed part of the page, but for what is hidden; whether there was any.

    The page has to be opened again to be read.
    """
    from pypdfium2 import raw

    typed = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
    hidden = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
    found = False
    for place in range(raw.FPDFPage_GetAnnotCount(page) - 1, -1, -1):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        kind, flags = raw.FPDFAnnot_GetSubtype(note), raw.FPDFAnnot_GetFlags(note)
        raw.FPDFPage_CloseAnnot(note)
        if flags & hidden:
            raw.FPDFPage_RemoveAnnot(page, place)
        else:
            found = found or kind in typed
    return found and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS


def in_place(words: Sequence[Word], typed: Sequence[Word]) -> list[Word]:
    """The words of a page with those typed into it behind what stands left of or above them."""
    placed = list(words)
    if len(words) * len(typed) > _MOST_PAIRS:
        return [*words, *typed]
    last = -1
    for number, word in enumerate(typed):
        follows = number and abs(word.base - typed[number - 1].base) < 0.1 * word.size
        if follows and word.left >= typed[number - 1].right - 1:
            last += 1
            placed.insert(last, replace(word, base=placed[last - 1].base))
            continue
        beside = [
            place
            for place, other in enumerate(placed)
            if abs(other.base - word.base) <= _BESIDE * word.size and other.right <= word.left + 1
        ]
        above = [place for place, other in enumerate(placed) if other.base > word.base]
        if beside:
            last = max(beside, key=lambda place: placed[place].right) + 1
            word = replace(word, base=placed[last - 1].base)
        else:
            last = max(above, default=-1) + 1
        placed.insert(last, word)
    return placed
