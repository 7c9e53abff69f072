"""One job at a time in a process; what it gave or what went wrong stays with it."""

from __future__ import annotations

import threading

import pytest

from pipelines.errors import UsageError
from ui.web.jobs import Busy, Jobs, Stopped


def test_a_second_job_waits_to_be_asked_again() -> None:
    jobs, go = Jobs(), threading.Event()
    first = jobs.start("first", lambda _: go.wait(10))
    assert jobs.running is first
    with pytest.raises(Busy) as caught:
        jobs.start("second", lambda _: None)
    assert "réessayez" in caught.value.message("fr")
    go.set()
    assert first.wait(10)
    assert first.result is True
    assert jobs.running is None
    second = jobs.start("second", lambda _: "done")
    assert second.wait(10)
    assert second.result == "done"


def test_progress_and_the_time_left_are_told() -> None:
    jobs, reached, go = Jobs(), threading.Event(), threading.Event()

    def work(advance) -> None:
        advance(0, 4, "")
        advance(1, 4, "a.txt")
        reached.set()
        go.wait(10)

    job = jobs.start("add", work)
    assert reached.wait(10)
    at = job.progress
    assert (at.done, at.total, at.source) == (1, 4, "a.txt")
    assert at.left is not None
    assert at.left >= 0
    go.set()
    assert job.wait(10)


def test_a_job_stops_at_its_next_file() -> None:
    jobs, started = Jobs(), threading.Event()

    def work(advance) -> None:
        started.set()
        for number in range(1_000_000):
            advance(number, 1_000_000, "x")

    job = jobs.start("reindex", work)
    assert started.wait(10)
    jobs.close()
    assert not job.running
    assert isinstance(job.error, Stopped)


@pytest.mark.parametrize("error", [UsageError("no", "non"), RuntimeError("broken")])
def test_what_goes_wrong_stays_with_the_job(error: Exception) -> None:
    def work(_: object) -> None:
        raise error

    job = Jobs().start("add", work)
    assert job.wait(10)
    assert job.error is error
    assert job.result is None
