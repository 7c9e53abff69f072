"""Lines put together: whether a blank, a hyphen or nothing stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final

from ingest.hyphens import keeps_hyphen
from ingest.read.page_lines import Line

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def known_words(lines: Iterable[Line]) -> frozenset[str]:
    """Words that are written within a line: they tell "pro-jets" from "franco-allemand"."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))


def joined(line: Line, after: Line | None, words: frozenset[str]) -> str:
    """The line with what joins it to the one after: a blank, a hyphen or nothing."""
    text = line.text
    if after is None:
        return text.rstrip("\u00ad") + ("-" if line.hyphen and text[-1:] != "-" else "")
    if re.search(r"\d-$", text) and after.text[:1].isdigit():
        return text  # 2020-2021
    if not line.hyphen and not re.search(r"[^\W\d_]{2}-$", text):
        return text + " "
    text = text.removesuffix("-")
    left = re.search(r"[\w-]*$", text)
    right = re.match(r"[\w-]*", after.text)
    head, tail = left.group() if left else "", right.group() if right else ""
    if not head or not tail[:1].islower() or "-" in head or "-" in tail:
        return text + "-"  # Hauts-de-France
    return text + ("-" if keeps_hyphen(head, tail, words) else "")


def in_one(lines: Sequence[Line]) -> str:
    """The text of lines that are one paragraph."""
    words = known_words(lines)
    following = zip_longest(lines, lines[1:])
    return "".join(joined(line, after, words) for line, after in following)
