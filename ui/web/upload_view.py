"""Adding documents: files are read, what was found is looked at and set right, then added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from ingest.errors import reason
from pipelines.errors import GrappeError
from pipelines.indexing.overrides import Said, checked
from pipelines.indexing.preview import Preview
from pipelines.indexing.uploads import Waiting
from ui.web import cards, correction, described, work
from ui.web.escaping import escaped, show
from ui.web.jobs import Job
from ui.web.names import dates_as_typed, value_name
from ui.web.service import service
from ui.web.strings import Say


@dataclass
class Upload:
    """What a session uploaded and has not added yet: files, previews once read, and corrections."""

    waiting: Waiting
    job: Job
    said: dict[str, Said] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)


def upload_view(say: Say, language: str) -> None:
    """The box for files; or what was found in those that were put into it."""
    state = st.session_state
    upload: Upload | None = state.get("_upload")
    if upload is None:
        _box(say)
        return
    if upload.job.running:
        cards.line(say("upload.reading"))
        return
    previews = upload.job.result
    if previews is None:  # it was stopped, or failed; which is told
        _discard(upload)
        _box(say)
        return
    _review(upload, previews, say, language)


def _box(say: Say) -> None:
    state = st.session_state
    turn = state.setdefault("_files", 0)  # another key empties the box
    limit = service().settings.max_file_mb
    cards.line(say("upload.help", megabytes=limit))
    files = st.file_uploader(
        say("upload.files"),
        accept_multiple_files=True,
        key=f"files-{turn}",
        max_upload_size=limit,
    )
    if st.button(
        say("upload.read"),
        key="upload-read",
        type="primary",
        disabled=not files,
        icon=":material/find_in_page:",
    ):
        sent = [(file.name, file) for file in files]
        _start(sent)


def _start(sent: Sequence[tuple[str, st.runtime.uploaded_file_manager.UploadedFile]]) -> None:
    state = st.session_state

    def start() -> Job:
        waiting, job = service().writing.read(sent)
        state["_upload"] = Upload(waiting, job)
        return job

    if work.begin(start) is not None:
        state["_files"] += 1
    st.rerun()


def _review(upload: Upload, previews: Sequence[Preview], say: Say, language: str) -> None:
    readable = [one for one in previews if one.description is not None]
    cards.heading(say("upload.found", count=len(readable)))
    for one in previews:
        if one.code:
            told = reason(one.code, language)
            cards.notice(say("skipped", source=one.name, code=one.code, reason=told))
    wanted = [one.name for one in readable if one.name not in upload.left_out]
    if readable:
        if len(readable) > 1:
            _list(readable, upload, say, language)
        chosen = readable[0]
        if len(readable) > 1:
            chosen = st.selectbox(
                say("upload.check"),
                readable,
                format_func=lambda one: one.name,
                key="upload-check",
            )
        _one(chosen, upload, len(readable) > 1, say, language)
    with st.container(horizontal=True, gap="small", key="upload-actions"):
        if wanted and st.button(
            say("upload.add", count=len(wanted)),
            key="upload-add",
            type="primary",
            icon=":material/library_add:",
        ):
            _add(upload, wanted, say, language)
        st.button(say("upload.discard"), key="upload-discard", on_click=_discard, args=(upload,))


def _list(readable: Sequence[Preview], upload: Upload, say: Say, language: str) -> None:
    rows = ""
    for one in readable:
        if one.description is None:
            continue
        about = correction.plain(one.description) | dict(upload.said.get(one.name, {}))
        cells = (
            about["title"],
            value_name("type", about["type"], language),
            value_name("language", about["language"], language),
            dates_as_typed(about["dates"], language),
        )
        out = f' <span class="state">{escaped(say("upload.left_out"))}</span>'
        name = escaped(one.name) + (out if one.name in upload.left_out else "")
        rows += f'<tr><th scope="row">{name}</th>'
        rows += "".join(f"<td>{escaped(cell)}</td>" for cell in cells) + "</tr>"
    heads = ("upload.file", "field.title", "field.type", "field.language", "field.dates")
    head = "".join(f'<th scope="col">{escaped(say(key))}</th>' for key in heads)
    label = escaped(say("upload.list"))
    show(
        f'<div class="compare" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _one(one: Preview, upload: Upload, several: bool, say: Say, language: str) -> None:
    """A file's description with the words it came from, and the boxes to set it right."""
    if one.description is None or one.text is None:
        return
    key = f"upload-{upload.waiting.folder.name}-{one.name}"
    with st.container(border=True, key="upload-one"):
        show(f"<h3>{escaped(one.name)}</h3>")
        described.description(one.description, one.text.content, say, language)
        with st.expander(say("upload.correct"), key="upload-correct", expanded=not several):
            said = upload.said.get(one.name, {})
            upload.said[one.name] = correction.fields(one.description, said, key, say, language)
        if several:
            # Before the next run, whose list above shows it.
            st.checkbox(
                say("upload.leave_out"),
                one.name in upload.left_out,
                key=f"{key}-out",
                on_change=_leave_out,
                args=(upload, one.name),
            )


def _leave_out(upload: Upload, name: str) -> None:
    """Leave a file out, or take it in again."""
    upload.left_out.symmetric_difference_update({name})


def _add(upload: Upload, wanted: Sequence[str], say: Say, language: str) -> None:
    try:
        said = {name: checked(upload.said.get(name, {})) for name in wanted}
    except GrappeError as error:
        cards.notice(error.message(language))
        return
    if work.begin(lambda: service().writing.add(upload.waiting, said)) is not None:
        st.session_state.pop("_upload", None)
    st.rerun()


def _discard(upload: Upload) -> None:
    service().writing.uploads.drop(upload.waiting)
    st.session_state.pop("_upload", None)
