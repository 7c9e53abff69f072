"""How much of a file may be read before it is refused as too large."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from ingest.errors import ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file. Sizes are checked before heavy work; time is checked as it goes on.

    ``max_unpacked_bytes`` counts the parts of an archive (as a DOCX is) that would be read,
    ``max_characters`` the text that comes out, and ``max_depth`` the mails and attachments inside
    each other. Recognising the text of scans has its own time, for it takes seconds a page.
    """

    max_bytes: int = 100 * 1024 * 1024
    max_unpacked_bytes: int = 64 * 1024 * 1024
    max_entries: int = 10_000
    max_pages: int = 2000
    max_characters: int = 20_000_000
    max_depth: int = 3
    seconds: float = 60.0
    max_ocr_pages: int = 200
    ocr_page_seconds: float = 120.0
    ocr_seconds: float = 900.0

    @property
    def longest(self) -> float:
        """The most seconds that reading one file may take, recognition included."""
        return self.seconds + self.ocr_seconds


@dataclass(slots=True)
class Clock:
    """The time that is left for one file, from when it was made.

    ``recognising`` is the time that text recognition took, which counts against its own limit.
    """

    limits: Limits
    started: float = field(default_factory=time.monotonic)
    recognising: float = 0.0

    def check(self) -> None:
        """Raise ``ReadError("TOO_LARGE")`` when the time is up."""
        if time.monotonic() - self.started - self.recognising > self.limits.seconds:
            raise ReadError("TOO_LARGE", f"not read within {self.limits.seconds:g} s")

    def page_time(self) -> float:
        """The seconds that the next page may be recognised for; raises when none are left."""
        left = self.limits.ocr_seconds - self.recognising
        if left <= 0:
            raise ReadError("TOO_LARGE", f"not recognised within {self.limits.ocr_seconds:g} s")
        return min(left, self.limits.ocr_page_seconds)
