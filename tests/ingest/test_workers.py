"""Worker processes: whatever a task does to its process, it costs that task and no more."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.workers import process
from ingest.workers.pool import Workers
from ingest.workers.process import Answer, Bounds, WorkerError
from ingest.workers.wire import load

JOBS = """
import os, signal, sys, time
from dataclasses import dataclass
from ingest.errors import ReadError

@dataclass(frozen=True)
class Pair:
    left: int
    right: int

class Other:
    def __reduce__(self):
        return os.getpid, ()

def job(task):
    if task == "exit": os._exit(3)
    if task == "segfault": os.kill(os.getpid(), signal.SIGSEGV)
    if task == "killed": os.kill(os.getpid(), signal.SIGKILL)
    if task == "loop":
        while True: pass
    if task == "sleep": time.sleep(600)
    if task == "silent": os.closerange(0, 64); time.sleep(600)
    if task == "nonsense": os.write(4, b"x" * 100); time.sleep(600)
    if task == "memory": return bytes(10 ** 10)
    if task == "no room": raise ImportError("a.so: failed to map segment from shared object")
    if task == "large": return len(b"x" * 420_000_000)
    if task == "deep": return job(task) + 1
    if task == "fault": return 1 / 0
    if task == "broken": import no_such_part
    if task == "refused": raise ReadError("CORRUPT", "why")
    if task == "foreign": return Other()
    if task == "noisy":
        print("noise", flush=True); os.write(1, b"noise"); os.write(2, b"noise"); sys.stdin.read()
    if task == "pid": return os.getpid()
    if task == "helper":
        import subprocess
        from ingest.workers.kin import start_helper
        held = subprocess.Popen(["sleep", "600"], preexec_fn=start_helper)
        return os.getpid(), held.pid
    if task == "files":
        held = [f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd")]
        return [os.readlink(path) for path in held if os.path.exists(path)]
    if task == "scratch":
        import tempfile
        return tempfile.mkstemp()[1]
    if isinstance(task, float): time.sleep(task)
    if isinstance(task, int): return bytes(task)
    return Pair(1, 2)
"""

Make = Callable[..., Workers[Any]]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes workers that run the jobs above, and ends them."""
    (tmp_path / "odd_jobs.py").write_text(JOBS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(process, "_GRACE", 0.2)
    made: list[Workers[Any]] = []

    def workers(count: int = 1, name: str = "odd_jobs:job", **bounds: Any) -> Workers[Any]:
        made.append(Workers(name, ["odd_jobs"], Bounds(**bounds), count))
        return made[-1]

    yield workers
    for one in made:
        one.close()


def answers(workers: Workers[Any], *tasks: Any) -> list[Answer]:
    return [answer for _, answer in workers.run((task, task, 1) for task in tasks)]


def gone(pid: int) -> bool:
    """Whether a process has ended, be it that nobody took note yet."""
    for _ in range(200):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    "task", ["exit", "segfault", "killed", "silent", "nonsense", "fault", "deep", "foreign"]
)
def test_what_breaks_a_worker_costs_one_task(make: Make, task: str) -> None:
    before, broken, after = answers(make(), "a", task, "b")
    assert broken.code == "CRASHED"
    assert before.code is after.code is None
    assert (after.value.left, after.value.right) == (1, 2)


@pytest.mark.parametrize("task", ["loop", "sleep"])
def test_what_takes_for_ever_is_ended(make: Make, task: str) -> None:
    slow, after = answers(make(seconds=1.0), task, "b")
    assert (slow.code, after.code) == ("TOO_LARGE", None)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems don't hold it")
def test_a_busy_worker_has_less_time_than_one_that_waits(make: Make) -> None:
    busy, waits = answers(make(seconds=60.0, busy=0.0), "loop", 0.2)
    assert (busy.code, waits.code) == ("TOO_LARGE", None)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems don't hold it")
def test_memory_is_held(make: Make) -> None:
    hungry, after = answers(make(megabytes=300), "memory", "b")
    assert (hungry.code, after.code) == ("TOO_LARGE", None)


def test_a_library_that_finds_no_memory_is_the_fault_of_the_file(make: Make) -> None:
    hungry, after = answers(make(), "no room", "b")
    assert (hungry.code, after.code) == ("TOO_LARGE", None)


def test_a_refusal_keeps_its_code_and_its_worker(make: Make) -> None:
    one, refused, two = answers(make(), "pid", "refused", "pid")
    assert (refused.code, refused.detail) == ("CORRUPT", "why")
    assert one.value == two.value


def test_workers_of_a_large_owner_are_kept_too(make: Make) -> None:
    """On Linux a process starts with the peak of memory of the one that it comes from."""
    program = (
        "from ingest.workers.pool import Workers\n"
        "from ingest.workers.process import Bounds\n"
        "large = b'x' * 420_000_000\n"
        "with Workers('odd_jobs:job', ['odd_jobs'], Bounds(), 1) as w:\n"
        "    print(len({answer.value for _, answer in w.run([(1, 'pid', 1), (2, 'pid', 1)])}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout == "1\n"


def test_a_worker_that_grew_large_is_followed_by_a_fresh_one(make: Make) -> None:
    first, _, second = answers(make(), "pid", "large", "pid")
    assert first.value != second.value


def test_what_a_library_prints_goes_nowhere(make: Make, capfd: pytest.CaptureFixture[str]) -> None:
    assert answers(make(), "noisy")[0].code is None
    assert capfd.readouterr() == ("", "")


def test_answers_come_in_the_order_of_the_tasks(make: Make) -> None:
    tasks = [0.3, *range(40)]
    assert [key for key, _ in make(2).run((t, t, 10**6) for t in tasks)] == tasks


def test_later_tasks_overtake_one_that_takes_long(make: Make, monkeypatch: Any) -> None:
    monkeypatch.setattr("ingest.workers.pool._PATIENCE", 0.3)
    keys = [key for key, _ in make(2, seconds=3.0).run((t, t, 1) for t in ("sleep", *range(20)))]
    assert keys == [*range(20), "sleep"]


def test_no_more_is_drawn_than_a_limit_of_bytes_allows(make: Make) -> None:
    drawn = []

    def tasks() -> Iterator[tuple[int, int, int]]:
        for number in range(100):
            drawn.append(number)
            yield number, number, 10_000_000

    running = make().run(tasks())
    assert len(drawn) == 4  # the last one goes over 32 MiB
    next(running)
    time.sleep(0.2)
    assert len(drawn) < 10


def test_one_task_starts_one_process(make: Make) -> None:
    workers = make(4)
    assert workers.pids == []
    running = workers.run([("a", 0.5, 1)])
    for _ in range(100):
        if workers.pids:
            break
        time.sleep(0.05)
    assert len(workers.pids) == 1
    list(running)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_worker_holds_nothing_of_its_parent(make: Make, tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as held:
        os.set_inheritable(held.fileno(), True)
        files = answers(make(), "files")[0].value
    assert not [name for name in files if str(tmp_path) in name]


def test_what_a_killed_worker_left_on_disk_goes_with_the_workers(make: Make) -> None:
    workers = make()
    path = Path(answers(workers, "scratch", "killed")[0].value)
    assert path.exists()
    workers.close()
    assert not path.exists()


def test_workers_end_with_their_owner_whatever_they_do(make: Make) -> None:
    workers = make(2, seconds=60.0)
    running = workers.run((t, t, 10**7) for t in ("pid", "loop", "sleep"))
    next(running)
    time.sleep(0.3)
    pids = workers.pids
    workers.close()
    assert pids
    assert all(gone(pid) for pid in pids)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they end when they next look up")
def test_workers_end_when_their_owner_is_killed(make: Make, tmp_path: Path) -> None:
    program = (
        "from ingest.workers.pool import Workers\n"
        "from ingest.workers.process import Bounds\n"
        "w = Workers('odd_jobs:job', ['odd_jobs'], Bounds(), 1)\n"
        "answers = w.run([(1, 'helper', 1), (2, 'loop', 1)])\n"
        "print(*next(answers)[1].value, flush=True)\n"
        "next(answers)\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert owner.stdout is not None
    with owner.stdout:
        worker, helper = map(int, owner.stdout.readline().split())
        owner.send_signal(signal.SIGKILL)
        owner.wait()
    assert gone(worker)
    assert gone(helper)  # as a program that recognises scans is


def test_workers_that_cannot_start_say_why(make: Make) -> None:
    with pytest.raises(WorkerError, match="no_such_module"):
        answers(make(name="no_such_module:job"), 1)
    with pytest.raises(WorkerError, match="no_such_part"):  # no file is to blame for that
        answers(make(), "broken")


def test_nothing_that_runs_code_is_taken_from_a_worker() -> None:
    class Evil:
        def __reduce__(self) -> Any:
            return os.system, ("true",)

    for value in (Evil(), os.getpid, Path("x")):
        with pytest.raises(pickle.UnpicklingError, match="may not send"):
            load(pickle.dumps(value), ["ingest.types"])
    for nonsense in (b"", b"\x80\x05", b"\x80\x05N0.", b"\x80\x05\x93.", b"(" * 9):
        with pytest.raises(pickle.UnpicklingError):
            load(nonsense, ["ingest.types"])
    # Reaching through a class that may be sent is no way round.
    sneaky = b"\x80\x04\x8c\x0cingest.types\x8c\x19Text.__init__.__globals__\x93."
    with pytest.raises(pickle.UnpicklingError, match="may not send"):
        load(sneaky, ["ingest.types"])
