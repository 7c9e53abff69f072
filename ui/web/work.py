"""A job as its session sees it: how far it is, what came of it; others see that there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from ingest.errors import reason
from pipelines.errors import GrappeError
from pipelines.indexing.sync import Report
from ui.web import cards
from ui.web.escaping import escaped, label, show
from ui.web.jobs import Job
from ui.web.service import service
from ui.web.strings import Say

_AT_ONCE: Final = 1.2  # seconds that a short job is waited for, so that it needs no bar
_EVERY: Final = 1.0
_SHOWN: Final = 20  # skipped files with their reasons

Start = Callable[[], Job]


def begin(start: Start) -> Job | None:
    """Start a job for this session; None, and why is told at the next run, where it can't be."""
    state = st.session_state
    try:
        job = start()
    except GrappeError as error:
        state["_told"] = ("", error)
        return None
    state["_job"] = job
    job.wait(_AT_ONCE)
    return job


def running() -> Job | None:
    """This session's job, while it goes on."""
    job: Job | None = st.session_state.get("_job")
    return job if job is not None and job.running else None


def follow(say: Say, language: str) -> None:
    """Show the job that goes on, or once what came of it."""
    state = st.session_state
    job: Job | None = state.get("_job")
    if job is not None and not job.running:
        del state["_job"]
        state.pop("_kept", None)  # results of a library that is another one now
        state["_told"] = (job.kind, job.error or job.result)
        job = None
    if "_told" in state:
        kind, outcome = state.pop("_told")
        _outcome(kind, outcome, say, language)
    if job is None:
        job = service().writing.jobs.running
    if job is not None:
        with st.container(border=True, key="job"):
            _progress(job, say)


@st.fragment(run_every=_EVERY)
def _progress(job: Job, say: Say) -> None:
    if not job.running:
        st.rerun()
    at = job.progress
    text = say(f"job.{job.kind}")
    if at.total:
        text += say("job.files", done=at.done, total=at.total)
    if at.left is not None and at.left >= 2:
        text += say("job.left", seconds=round(at.left))
    st.progress(at.done / at.total if at.total else 0.0, label(text))
    if at.source:
        cards.line(at.source)
    if job is st.session_state.get("_job") and job.kind in ("read", "add", "reindex"):
        st.button(say("job.stop"), key="stop-job", icon=":material/stop_circle:", on_click=job.stop)


def _outcome(kind: str, outcome: Any, say: Say, language: str) -> None:
    if isinstance(outcome, GrappeError):
        cards.notice(outcome.message(language))
    elif isinstance(outcome, Exception):
        cards.notice(say("failure"))
    elif isinstance(outcome, Report):
        _report(outcome, kind, say, language)
    elif kind in ("correct", "delete"):
        _done(say(f"done.{kind}", title=outcome.title))


def _report(found: Report, kind: str, say: Say, language: str) -> None:
    written = found.added + found.changed
    if written or kind != "add":
        _done(say(f"done.{kind}", count=written, passages=found.passages))
    if found.unchanged and kind == "add":
        _done(say("done.known", count=found.unchanged))
    for source, code in found.skipped[:_SHOWN]:
        cards.notice(say("skipped", source=source, code=code, reason=reason(code, language)))
    if len(found.skipped) > _SHOWN:
        cards.line(say("chart.more", count=len(found.skipped) - _SHOWN))


def _done(text: str) -> None:
    show(f'<p class="done" role="status">✓ {escaped(text)}</p>')
