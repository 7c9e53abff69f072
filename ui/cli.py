"""The command line. Data goes to stdout, progress and errors to stderr; exit codes say the rest.

0 done, 1 failure, 2 usage, 3 done but some files were skipped, 4 backend unreachable.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

import typer

from ui.commands.asking import ask, search
from ui.commands.keeping import delete, ingest, reindex
from ui.commands.looking import compare, documents, evaluate, events, page, show, status
from ui.start import Ended, ended, fail, interrupted, user_language

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Search and cited answers over the documents of business clusters, in French and English.",
)
for command in (
    ingest,
    search,
    ask,
    events,
    compare,
    documents,
    show,
    delete,
    status,
    reindex,
    evaluate,
):
    app.command()(command)
app.command("ui")(page)


def main() -> NoReturn:
    """Run the command line; errors end it with a sentence and their exit code."""
    from pipelines.errors import GrappeError

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ended)
    try:
        app()
    except GrappeError as error:
        fail(error.message(user_language()), error.exit_code)
    except Ended as end:
        fail(interrupted(), end.status)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(0)


if __name__ == "__main__":
    main()
