"""Starting a command: its settings, its library, the language it speaks, and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from pipelines.library import Library
    from pipelines.settings import Settings


@contextmanager
def open_library(folder: Path | None, allow_download: bool = False) -> Iterator[Library]:
    """The library in ``folder``, or where the settings say, closed at the end."""
    from pipelines.library import Library

    with Library(read_settings(folder, allow_download)) as library:
        yield library


def read_settings(folder: Path | None, allow_download: bool) -> Settings:
    """The settings, with what the command line says before what the environment says.

    Raises :class:`UsageError` that names the setting that is wrong.
    """
    from pydantic import ValidationError

    from pipelines.errors import UsageError
    from pipelines.settings import Settings

    given: dict[str, Any] = {"library": folder} if folder else {}
    if allow_download:
        given["allow_download"] = True
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = "; ".join(
            f"GRAPPE_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        )
        raise UsageError(f"A setting is wrong: {wrong}", f"Un réglage est faux : {wrong}") from None


def user_language() -> str:
    """The language of messages: French where the locale is, English elsewhere."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


class Ended(SystemExit):
    """A signal told the command to end; the exit code is the one a shell expects of it."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.status = 128 + number


def ended(number: int, _: object) -> None:
    """What SIGINT and SIGTERM do: end what is going on, cleanly, from the inside out."""
    raise Ended(number)


def interrupted() -> str:
    """That the run was broken off, and how to go on."""
    if user_language() == "fr":
        return "Interrompu. Ce qui était terminé est gardé ; relancez la commande pour continuer."
    return "Interrupted. What was finished is kept; run the same command again to go on."


def fail(message: str, code: int) -> NoReturn:
    """End with a sentence on stderr and an exit code."""
    from ui.output import plain

    sys.stderr.write(plain(message) + "\n")
    sys.exit(code)
