"""Boxes to choose from. A browser sends back the label that it shows, so no two are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

Key = TypeVar("Key")


def told_apart(parts: Mapping[Key, Sequence[str]]) -> dict[Key, str]:
    """A label for each key, no two alike: the first of its parts, and where several have the same,
    those of the next parts that tell them apart; a number where none does.

    >>> told_apart({1: ["Visit", "Graz"], 2: ["Visit", "Linz"], 3: ["Fair", "Graz"]})
    {1: 'Visit · Graz', 2: 'Visit · Linz', 3: 'Fair'}
    """
    labels = {key: first for key, (first, *_) in parts.items()}
    for depth in range(1, max(map(len, parts.values()), default=0)):
        alike: dict[str, dict[Key, str]] = defaultdict(dict)
        for key, label in labels.items():
            alike[label][key] = parts[key][depth] if depth < len(parts[key]) else ""
        for label, more in alike.items():
            if len(set(more.values())) > 1:
                labels |= {key: f"{label} · {part}" for key, part in more.items() if part}
    return _numbered(labels)


def _numbered(labels: Mapping[Key, str]) -> dict[Key, str]:
    counts = Counter(labels.values())
    taken, numbered = set(counts), dict(labels)
    for key, label in labels.items():
        if counts[label] > 1:
            number = 1
            while (name := f"{label} ({number})") in taken:
                number += 1
            taken.add(name)
            numbered[key] = name
    return numbered


def box(name: str, labels: Mapping[Key, str]) -> str:
    """The key of a box with these labels, filled with what the state holds under ``name``.

    With other labels it is another box: the labels that a browser still shows would be unknown
    to it. :func:`keep` as its ``on_change`` writes what is chosen back.
    """
    key = f"{name}-{hash(tuple(labels.items())) & 0xFFFFFFFF:x}"
    st.session_state[key] = st.session_state[name]
    return key


def keep(name: str, key: str) -> None:
    """Keep under ``name`` what was chosen in the box of that key."""
    st.session_state[name] = st.session_state[key]
