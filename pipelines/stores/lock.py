"""One owner per embedded library: an operating-system lock, and a note that says who holds it.

The lock alone decides. The note beside it only serves the message, and is not believed when the
process it names is gone: a killed owner leaves its note behind, never its lock.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from pipelines.stores.errors import Holder, LibraryHeld, StoreError

LOCK_FILE = "owner.lock"
NOTE_FILE = "owner.json"


class LibraryLock:
    """Makes this process the owner of ``folder``, which is created when it isn't there.

    Nothing is opened before :meth:`acquire`. ``address`` is where this process serves its page;
    ``timeout`` is how many seconds to wait for another owner to leave.

        with LibraryLock(Path("library-data")):
            ...
    """

    def __init__(self, folder: Path, *, address: str | None = None, timeout: float = 0.0) -> None:
        self.folder = folder
        self.address = address
        # Not bound to a thread: a page's worker thread may close what another one opened.
        self._lock = FileLock(folder / LOCK_FILE, timeout=timeout, thread_local=False)

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._lock.is_locked

    def acquire(self) -> None:
        """Take the lock; taking it again does nothing.

        Raises :class:`LibraryHeld` when another process, or another part of this one, has it, and
        :class:`StoreError` when the folder can't be written to.
        """
        if self.held:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout:
            raise LibraryHeld(self.folder, holder(self.folder)) from None
        except OSError as error:
            raise StoreError(
                f"{self.folder} can't be written to ({error.strerror}). Choose another folder "
                "with --library, or change its permissions.",
                f"Impossible d'écrire dans {self.folder} ({error.strerror}). Choisissez un autre "
                "dossier avec --library, ou changez ses permissions.",
            ) from error
        self._write_note()

    def release(self) -> None:
        """Give the lock back; does nothing when it isn't held."""
        if self.held:
            (self.folder / NOTE_FILE).unlink(missing_ok=True)
            self._lock.release()

    def remove(self) -> None:
        """Delete the lock's files and give it back. A process waiting for it makes new ones."""
        (self.folder / LOCK_FILE).unlink(missing_ok=True)
        self.release()

    def _write_note(self) -> None:
        note = Holder(
            pid=os.getpid(),
            command=_command(),
            host=socket.gethostname(),
            since=datetime.now().astimezone().isoformat(sep=" ", timespec="seconds"),
            address=self.address,
        )
        # Renamed into place, so that a reader never sees half a note.
        draft = self.folder / f"{NOTE_FILE}.{note.pid}"
        draft.write_text(json.dumps(asdict(note), ensure_ascii=False), encoding="utf-8")
        draft.replace(self.folder / NOTE_FILE)

    def __enter__(self) -> LibraryLock:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def holder(folder: Path) -> Holder | None:
    """Who the note in ``folder`` names, or None without a note or when that process is gone."""
    try:
        found = Holder(**json.loads((folder / NOTE_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.host != socket.gethostname() or _alive(found.pid) else None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is there, and somebody else's
        return True
    return True


def _command() -> str:
    """The program and its subcommand, and no more: what is asked of it is nobody's business."""
    program = Path(sys.argv[0]) if sys.argv and sys.argv[0] else Path("python")
    name = program.parent.name if program.name == "__main__.py" else program.name
    subcommand = [word for word in sys.argv[1:2] if word.isidentifier()]
    return " ".join([name, *subcommand])
