"""The last results of a session, so that opening a source doesn't ask again."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

Found = TypeVar("Found")

SECONDS = 30.0  # a document that came in meanwhile is in the answer after this
MOST = 8


def kept(asked: Hashable, find: Callable[[], Found]) -> Found:
    """What ``find`` gave for ``asked`` a moment ago in this session, or gives now."""
    held: dict[Hashable, tuple[float, Any]] = st.session_state.setdefault("_kept", {})
    if asked in held and time.monotonic() - held[asked][0] < SECONDS:
        found: Found = held[asked][1]
        return found
    found = find()
    held.pop(asked, None)
    held[asked] = (time.monotonic(), found)
    while len(held) > MOST:
        held.pop(next(iter(held)))
    return found
