"""The last results of a session, so that opening a source doesn't ask again."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from ui.web.service import service

Found = TypeVar("Found")

SECONDS = 600.0  # an answer about "today" may be another one later
MOST = 16


def kept(asked: Hashable, find: Callable[[], Found]) -> Found:
    """What ``find`` gave for ``asked`` in this session, or gives now.

    A library that somebody changed meanwhile, from here or elsewhere, is asked again at once.
    """
    held: dict[Hashable, tuple[str, float, Any]] = st.session_state.setdefault("_kept", {})
    change = service().change()
    if asked in held:
        read_at, since, known = held[asked]
        if read_at == change and time.monotonic() - since < SECONDS:
            found: Found = known
            return found
    found = find()
    held.pop(asked, None)
    held[asked] = (change, time.monotonic(), found)
    while len(held) > MOST:
        held.pop(next(iter(held)))
    return found
