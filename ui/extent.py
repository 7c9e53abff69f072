"""How much of a file was read, in a reader's words."""

from __future__ import annotations

from pipelines.catalogue.extent import Extent, count_pages


def sentences(extent: Extent, language: str) -> list[str]:
    """What is to be told of a file's scans and of what could not be read; empty for most files."""
    french = language == "fr"
    told = []
    if extent.ocr_pages:
        told.append(
            ("Lu par OCR : " if french else "Read by OCR: ")
            + f"{_pages(extent.ocr_pages, extent.pages, french)}."
        )
    if extent.unread_pages:
        pages = _pages(extent.unread_pages, extent.pages, french)
        told.append(
            f"Scans qui n'ont pas pu être lus : {pages} ; la reconnaissance de texte"
            " (tesseract-ocr) manque ou a atteint ses limites."
            if french
            else f"Scans that could not be read: {pages}; text recognition (tesseract-ocr) is"
            " missing or reached its limits."
        )
    if extent.unread:
        label = "Pièces jointes illisibles :" if french else "Attachments that could not be read:"
        told.append(f"{label} {extent.unread}.")
    return told


def _pages(ranges: str, pages: int, french: bool) -> str:
    """Such as "12 of 40 pages (1-12)"; as they stand where they are those of attachments."""
    if not pages:
        return ranges
    number = count_pages(ranges)
    if french:
        return f"{number} {'pages' if number > 1 else 'page'} sur {pages} ({ranges})"
    return f"{number} of {pages} {'pages' if pages > 1 else 'page'} ({ranges})"
