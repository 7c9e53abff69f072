"""The ways in which models write the numbers they cite, brought to one: ``[2]``, ``[1, 3]``."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?:(?:passages?|sources?|documents?|docs?|extraits?)\s{0,2}|\^)?"
_AND: Final = r"\s{0,2}(?:,|;|-|–|&|and|et)\s{0,2}"
_NUMBERS: Final = rf"{_NAME}\d{{1,3}}(?:{_AND}{_NAME}\d{{1,3}}){{0,9}}"
_GROUP: Final = rf"\[\s{{0,2}}{_NUMBERS}\s{{0,2}}\]"
# Groups beside each other and what stands between them: "[1], [2] and [3]".
RUN: Final = rf"{_GROUP}(?:\s{{0,2}}(?:,|;|&|and|et)?\s{{0,2}}{_GROUP}){{0,9}}"
CITED: Final = re.compile(_GROUP, re.IGNORECASE)

_FOREIGN: Final = re.compile(r"【\s*(\d{1,3})[^】\n]{0,40}】")
_WRAPPED: Final = re.compile(rf"\[\s{{0,2}}({RUN})\s{{0,2}}\]|\(\s{{0,2}}({RUN})\s{{0,2}}\)", re.I)
_NAMED: Final = re.compile(rf"\((?=passage)({_NUMBERS})\)", re.IGNORECASE)
_ROUND: Final = re.compile(
    rf"(?:(?<=[.!?…] )|(?<=[.!?…]))\((\d{{1,3}}(?:{_AND}\d{{1,3}}){{0,9}})\)"
    rf"|\((\d{{1,3}}(?:{_AND}\d{{1,3}}){{0,9}})\)(?=\s{{0,2}}(?:[.!?…;(]|, ?\(\d|$))",
    re.IGNORECASE | re.MULTILINE,
)


def square(text: str) -> str:
    """``text`` with its citations in square brackets.

    A number in round ones is a citation at a sentence's end, where nothing is in square ones.
    """
    text = _FOREIGN.sub(r"[\1]", text)
    text = _WRAPPED.sub(lambda m: m[1] or m[2], text)
    text = _NAMED.sub(r"[\1]", text)
    return text if CITED.search(text) else _ROUND.sub(lambda m: f"[{m[1] or m[2]}]", text)
