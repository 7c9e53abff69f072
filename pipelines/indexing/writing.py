"""What changes a library: taking documents in and out, correcting them, building the index anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.catalogue.records import Record
from pipelines.opened import Opened, nothing_yet

if TYPE_CHECKING:
    from pipelines.indexing.index import Progress
    from pipelines.indexing.sync import Report


class Writable(Opened):
    """A library that can be written to."""

    def ingest(
        self,
        paths: Sequence[Path],
        keep_missing: bool = False,
        progress: Progress | None = None,
        trusted: Collection[Path] = (),
    ) -> Report:
        """Bring the library in step with these files and folders.

        Files in ``trusted`` that the library knows are not looked into: whoever watches them says
        that they did not change.
        """
        from pipelines.catalogue.corrections import corrections
        from pipelines.indexing.plan import carry_corrections, check_paths, make_plans
        from pipelines.indexing.reading import Reader

        check_paths(paths, self.settings.library)
        self._lock.acquire()
        plans = carry_corrections(self.catalogue, make_plans(self.catalogue, paths, trusted))
        with Reader(self.settings, corrections(self.catalogue)) as reader:
            # Workers start to read while this process loads what it needs to write.
            readings = reader.read((plan.folder, found) for plan in plans for found in plan.work())

            from pipelines.indexing.index import verify
            from pipelines.indexing.recognise import recognise
            from pipelines.indexing.related import relate
            from pipelines.indexing.sync import sync

            generation = self.catalogue.live()
            if generation is None:
                generation = self.catalogue.begin_generation(*self._made_by())
                self.catalogue.go_live(generation.name)
            self._check(generation)
            target = self._target(generation)
            report = sync(target, plans, readings, keep_missing, progress or _silent)
        verify(target)
        recognise(target)
        relate(target)
        return report

    def delete(self, name: str) -> Record:
        """Take a document out of the library, with what was corrected in it.

        Its file stays where it is, unless it is the library's own, which an upload made.
        """
        from pipelines.catalogue.corrections import set_correction
        from pipelines.indexing.index import remove, settle
        from pipelines.indexing.recognise import recognise
        from pipelines.indexing.related import relate
        from pipelines.indexing.uploads import Uploads

        record = self.catalogue.find(name)
        self._lock.acquire()
        target = self._target(self._usable())
        settle(target)
        Uploads(self.settings).remove(record)  # first: a file left by itself would be added again
        remove(target, [record.id])
        set_correction(self.catalogue, record.id, {})
        recognise(target)
        relate(target)
        return record

    def correct(self, name: str, fields: Mapping[str, Any]) -> Record:
        """Set right what was found out about a document, and index it anew as it now is.

        ``fields``, named as in :data:`pipelines.indexing.sayable.FIELDS`, take the place of all
        that was corrected before; none takes it all back. Raises :class:`UsageError` for a wrong
        value.
        """
        from pipelines.catalogue.corrections import set_correction
        from pipelines.indexing.index import settle
        from pipelines.indexing.overrides import checked
        from pipelines.indexing.recognise import recognise
        from pipelines.indexing.related import relate
        from pipelines.indexing.sync import redescribe

        said = checked(fields)
        record = self.catalogue.find(name)
        self.catalogue.text(record)  # says why a file that could not be read has none
        self._lock.acquire()
        target = self._target(self._usable())
        settle(target)
        set_correction(self.catalogue, record.id, said)
        corrected = redescribe(target, record, said)
        recognise(target)
        relate(target)
        return corrected

    def reindex(
        self,
        progress: Progress | None = None,
        exclusive: AbstractContextManager[Any] | None = None,
    ) -> Report:
        """Build the whole index anew and switch to it; searches use the old one until then.

        ``exclusive`` is held while it switches: who searches in other threads holds the same.
        """
        from pipelines.catalogue.corrections import corrections
        from pipelines.indexing.index import verify
        from pipelines.indexing.reading import Reader
        from pipelines.indexing.recognise import recognise
        from pipelines.indexing.related import relate
        from pipelines.indexing.sync import rebuild

        self.check_ingested()  # first of all: the lock makes a library's folder of any other
        self._lock.acquire()
        live = self.catalogue.live()
        if live is None:
            raise nothing_yet()
        for name in self.catalogue.unfinished():
            self._drop(name)
            self.catalogue.forget_generation(name)
        generation = self.catalogue.begin_generation(*self._made_by())
        target = self._target(generation)
        with Reader(self.settings, corrections(self.catalogue)) as reader:
            report = rebuild(target, live.name, reader, progress or _silent)
        verify(target)
        recognise(target)
        relate(target)
        with exclusive or nullcontext():
            for name in self.catalogue.go_live(generation.name):
                self._drop(name)
        return report


def _silent(done: int, total: int, source: str) -> None:
    """No progress is wanted."""
