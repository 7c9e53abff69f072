"""The line above a page that says which document it is: "Compte rendu du comité, 12 mars 2021".

Letterheads are left out, for they are the same above all that an organisation writes. What names a
kind of document or a day is kept where the text itself does not say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.read.blocks import Block

_LONGEST: Final = 160
_KIND: Final = re.compile(
    r"\b(?:compte[- ]rendu|proc[èe]s[- ]verbal|relev[ée] de (?:d[ée]cisions?|conclusions)"
    r"|ordre du jour|rapport|note d['’e]|bilan|convention|cahier des charges|appel [àa]"
    r"|r[ée]union|comit[ée]|s[ée]minaire|assembl[ée]e g[ée]n[ée]rale|conseil d['’]administration"
    r"|minutes|agenda|report|policy (?:note|brief)|meeting|workshop|call for|terms of reference"
    r"|steering|general assembly)\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"\b\d{1,2}(?:er|st|nd|rd|th)?[ ./-](?:of )?(?:\d{1,2}|[^\W\d]{3,9}\.?)[ ./-](?:19|20)\d\d\b"
    r"|\b(?:jan|f[ée]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)"
    r"[^\W\d]{0,6}\.? (?:\d{1,2}, )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LETTERHEAD: Final = re.compile(r"\b(?:loi|law|act|décret)\b|[©@]|https?:|www\.", re.IGNORECASE)
_PAGE: Final = re.compile(
    r"[ ,|–-]*\b(?:page|p\.)[ ]?\d{1,4}(?:[ ]?(?:/|sur|of)[ ]?\d{1,4})?[ ]*$", re.IGNORECASE
)


def with_head(heads: Iterable[Block], body: Sequence[Block]) -> list[Block]:
    """The blocks of a text with what stands above its page, where that says something more.

    It comes after the first block, so that a title stays first.
    """
    said = " ".join(_plain(found.text) for found in body)
    told: list[Block] = []
    for head in heads:
        text = _PAGE.sub("", head.text).strip(" |")
        if _tells(text) and _plain(text) not in said:
            told.append(Block(text.replace("\n", " ")))
            said += _plain(text)
    filled = [found for found in body if found.text]
    return [*filled[:1], *told, *filled[1:]]


def _tells(text: str) -> bool:
    if len(text) > _LONGEST or _LETTERHEAD.search(text):
        return False
    return bool(_KIND.search(text) or _DAY.search(text))


def _plain(text: str) -> str:
    """The letters and digits of a text alone, for comparison."""
    return "".join(filter(str.isalnum, text.lower()))
