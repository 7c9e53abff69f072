"""Files to documents ready to be encoded, by worker processes that read ahead of the encoder."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING

from ingest.read import Limits
from ingest.scan import Found
from ingest.types import Event, Passage, Text
from ingest.workers.pool import Workers
from ingest.workers.process import Answer, Bounds, WorkerError
from pipelines.catalogue.corrections import Corrections
from pipelines.catalogue.extent import extent_of
from pipelines.catalogue.records import Record, document_id, now
from pipelines.errors import GrappeError
from pipelines.indexing.overrides import said_of
from pipelines.indexing.prepare import ANSWERS, JOB, Reading, Task

if TYPE_CHECKING:
    from pipelines.settings import Settings


_log = logging.getLogger(__name__)


class NoWorkers(GrappeError):
    """No process to read files in can be started."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be encoded; without ``passages`` it still has to be cut."""

    record: Record
    text: Text
    passages: tuple[Passage, ...] = ()
    events: tuple[Event, ...] = ()


def limits(settings: Settings) -> Limits:
    """The reader's limits as the settings give them."""
    return Limits(
        max_bytes=settings.max_file_mb * 1_000_000,
        max_unpacked_bytes=settings.max_unpacked_mb * 1_000_000,
        max_pages=settings.max_pages,
        max_characters=settings.max_characters,
        seconds=settings.read_seconds,
        max_ocr_pages=settings.max_ocr_pages,
        ocr_seconds=settings.ocr_seconds,
    )


def blank(folder: str, source: str, size: int = 0, code: str | None = None) -> Record:
    """The record of a file of which nothing is known but where it lies, or why it is skipped."""
    return Record(
        id=document_id(folder, source),
        folder=folder,
        source=source,
        sha256="",
        size=size,
        state="skipped",
        code=code,
        format=None,
        description=None,
        passages=0,
        ingested=now(),
    )


class Reader:
    """Reads files in worker processes, which start when there is work and end with the block.

    ``corrections`` are what a person said of documents, by id.

    >>> with Reader(Settings()) as reader:  # doctest: +SKIP
    ...     documents = list(reader.read([(folder, found)]))
    """

    def __init__(self, settings: Settings, corrections: Corrections | None = None) -> None:
        self._limits = limits(settings)
        self._corrections = corrections or {}
        self._tokens = settings.passage_tokens if settings.encoder == "bundled" else None
        self._workers: Workers[tuple[str, Found]] = Workers(
            JOB,
            ANSWERS,
            _bounds(self._limits, settings.read_memory_mb),
            settings.read_workers,
        )

    def read(self, files: Iterable[tuple[str, Found]]) -> Iterator[Prepared | Record]:
        """Each file, given with its folder, as a document; or its record with the reason's code.

        Reading starts now and goes on ahead of whoever takes the documents. Raises
        :class:`NoWorkers` when a first one is asked for and no process can be started.
        """
        answers = self._workers.run(
            ((folder, found), self._task(folder, found), found.size) for folder, found in files
        )
        return self._documents(answers)

    @property
    def pids(self) -> list[int]:
        """The worker processes there are."""
        return self._workers.pids

    def _documents(
        self, answers: Iterator[tuple[tuple[str, Found], Answer]]
    ) -> Iterator[Prepared | Record]:
        try:
            for (folder, found), answer in answers:
                yield _document(folder, found, answer)
        except WorkerError as error:
            raise NoWorkers(
                f"The processes that read files can't be started: {error}",
                f"Les processus qui lisent les fichiers ne démarrent pas : {error}",
            ) from error

    def _task(self, folder: str, found: Found) -> Task:
        said = {**said_of(found), **self._corrections.get(document_id(folder, found.source), {})}
        return Task(str(found.path), found.source, self._limits, self._tokens, said)

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._workers.close()


def _bounds(limits: Limits, megabytes: int) -> Bounds:
    """A worker is busy while it reads, and waits while another program recognises a scan."""
    scans = shutil.which("tesseract") is not None
    return Bounds(limits.longest if scans else limits.seconds, limits.seconds, megabytes)


def _document(folder: str, found: Found, answer: Answer) -> Prepared | Record:
    reading = answer.value
    if not isinstance(reading, Reading):
        code = answer.code or "CRASHED"
        _log.info("%s: %s (%s)", ascii(found.source), code, answer.detail)
        return blank(folder, found.source, found.size, code)
    record = replace(
        blank(folder, found.source, found.size),
        sha256=reading.sha256,
        state="current",
        format=reading.text.format,
        description=reading.description,
        passages=len(reading.passages),
        extent=extent_of(reading.text),
    )
    return Prepared(record, reading.text, reading.passages, reading.events)
