"""How much of a file its reader could read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.types import Text

_RANGE: Final = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Extent:
    """The pages of a file, 0 where it has none, and what of it is not plain text.

    ``ocr_pages`` are scans whose text was recognised, ``unread_pages`` those whose text was not,
    both in short: "1-3, 7", or in a mail after the attachment's name, "scan.pdf: 1-3". ``unread``
    are a mail's attachments that could not be read, each with its code: "offer.doc (OLD_OFFICE)".
    """

    pages: int = 0
    ocr_pages: str = ""
    unread_pages: str = ""
    unread: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return not (self.unread_pages or self.unread)


def extent_of(text: Text) -> Extent:
    """What the facts of a text say of how it was read."""
    facts = dict(text.metadata)
    return Extent(
        len(text.pages),
        facts.get("ocr_pages", ""),
        facts.get("unread_pages", ""),
        facts.get("unread", ""),
    )


def count_pages(ranges: str) -> int:
    """How many pages "1-3, 7" are."""
    return sum(int(last or first) - int(first) + 1 for first, last in _RANGE.findall(ranges))
