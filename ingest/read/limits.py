"""How much of a file may be read before it is refused as too large."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from ingest.errors import ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file. Sizes are checked before heavy work; time is checked as it goes on.

    ``max_unpacked_bytes`` counts the parts of an archive (as a DOCX is) that would be read, and
    ``max_characters`` the text that comes out.
    """

    max_bytes: int = 100 * 1024 * 1024
    max_unpacked_bytes: int = 64 * 1024 * 1024
    max_pages: int = 2000
    max_characters: int = 20_000_000
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that is left for one file, from when it was made."""

    limits: Limits
    started: float = field(default_factory=time.monotonic)

    def check(self) -> None:
        """Raise ``ReadError("TOO_LARGE")`` when the time is up."""
        if time.monotonic() - self.started > self.limits.seconds:
            raise ReadError("TOO_LARGE", f"not read within {self.limits.seconds:g} s")
