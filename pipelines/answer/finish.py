"""What every reply goes through last: its statements are checked, and a language model that is set
may write the answer instead."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.answer.wording import unverified
from pipelines.results import Reply
from pipelines.retrieval.search import hits
from pipelines.verify.reply import verified

if TYPE_CHECKING:
    from pipelines.library import Library
    from pipelines.retrieval.query import Query
    from pipelines.retrieval.retrieve import Retrieved


def finish(
    library: Library,
    query: Query,
    found: Retrieved | None,
    reply: Reply,
    on_text: Callable[[str], None] | None = None,
) -> Reply:
    """The reply as it is given: checked, or written by the model from the same passages.

    ``on_text`` gets the model's text as it grows, unchecked; the reply holds what stood the check.
    """
    started = time.perf_counter()
    checked = verified(library, reply)
    if reply.statements and not checked.statements:
        nearest = hits(query, found.nearest if found else (), library.kinship())
        checked = replace(
            checked, kind="abstained", reason=unverified(query.language), nearest=nearest
        )
    if library.settings.llm_url is not None and found is not None and found.candidates:
        from pipelines.generate.answer import written

        checked = written(library, query, found, checked, on_text)
    took = round((time.perf_counter() - started) * 1000)
    return replace(checked, took_ms=reply.took_ms + took)
