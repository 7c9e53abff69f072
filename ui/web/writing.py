"""What the page may change in the library, each as a job that no session waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import IO, Any

from pipelines.catalogue.corrections import corrections, set_correction
from pipelines.catalogue.records import Record, document_id
from pipelines.indexing.overrides import Said, checked
from pipelines.indexing.preview import preview
from pipelines.indexing.uploads import Uploads, Waiting
from pipelines.library import Library
from ui.web.jobs import Advance, Job, Jobs


class Writing:
    """Uploads, corrections, deletions and rebuilding. ``turn`` is what a search holds."""

    def __init__(self, library: Library, turn: AbstractContextManager[Any]) -> None:
        self.jobs = Jobs()
        self.uploads = Uploads(library.settings)
        self._library = library
        self._turn = turn

    def read(self, files: Sequence[tuple[str, IO[bytes]]]) -> tuple[Waiting, Job]:
        """Take files in and look what is in them; the job gives a list of previews."""
        waiting = self.uploads.take(files)
        try:
            job = self.jobs.start(
                "read", lambda advance: preview(self._library.settings, waiting, advance)
            )
        except BaseException:
            self.uploads.drop(waiting)
            raise
        return waiting, job

    def add(self, waiting: Waiting, said: Mapping[str, Said]) -> Job:
        """Put waiting files into the library: those named in ``said``, with what is said of them.

        Those that an earlier run left behind, being broken off, come in with them. The job gives
        the run's report.
        """

        def work(advance: Advance) -> Any:
            paths = self.uploads.add(waiting, list(said))
            left = self.uploads.left(self._library.catalogue)
            folder = str(self.uploads.folder)
            for name, path in paths.items():
                if said[name]:
                    document = document_id(folder, path.name)
                    set_correction(self._library.catalogue, document, checked(said[name]))
            wanted = list(dict.fromkeys((*paths.values(), *left)))
            return self._library.ingest(wanted, progress=advance)

        return self.jobs.start("add", work)

    def correct(self, document: str, said: Said) -> Job:
        """Set a document's description right; the job gives its new record."""
        return self.jobs.start("correct", lambda _: self._library.correct(document, said))

    def corrected(self, document: str) -> Said:
        """What was corrected in a document so far."""
        return corrections(self._library.catalogue).get(document, {})

    def delete(self, document: str) -> Job:
        """Take a document out; the job gives the record it had."""
        return self.jobs.start("delete", lambda _: self._library.delete(document))

    def reindex(self) -> Job:
        """Build the index anew; the job gives the run's report."""
        return self.jobs.start(
            "reindex", lambda advance: self._library.reindex(advance, self._turn)
        )

    def own(self, record: Record) -> bool:
        """Whether a document's file was uploaded, so that it goes when the document goes."""
        return self.uploads.own(record)

    def close(self) -> None:
        """Stop what goes on."""
        self.jobs.close()
