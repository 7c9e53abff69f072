"""Files are read in the test's own process here, but where a test is of the processes that do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from ingest.errors import ReadError
from ingest.workers.process import Answer
from pipelines.indexing.prepare import prepare


class _Here:
    """Does in this process what workers do in theirs."""

    def __init__(self, *_: object) -> None:
        self.pids: list[int] = []

    def run(self, tasks: Iterable[tuple[Any, Any, int]]) -> Iterator[tuple[Any, Answer]]:
        for key, task, _ in tasks:
            try:
                yield key, Answer(prepare(task))
            except ReadError as error:
                yield key, Answer(code=error.code, detail=error.detail)

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture(scope="module", autouse=True)
def read_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """A worker takes a second to start, and the texts of these tests are our own and harmless. A
    module that is about workers says ``IN_WORKERS = True``."""
    with pytest.MonkeyPatch.context() as patch:
        if not getattr(request.module, "IN_WORKERS", False):
            patch.setattr("pipelines.indexing.reading.Workers", _Here)
        yield
