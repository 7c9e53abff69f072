"""A row of the list just given: "who hosted the first one?", "où a eu lieu la dernière ?"."""

from __future__ import annotations

import re
from typing import Final

from pipelines.conversation import phrase
from pipelines.conversation.parts import Parts
from pipelines.conversation.turns import About
from pipelines.terms import ordinals

_LAST: Final = r"(?P<last>last|derniere?)"
_ENGLISH: Final = re.compile(
    rf"(?<![\w'’-])the (?:{_LAST}|{ordinals.PATTERN})(?P<one> one)?"
    r"(?: (?:of (?:them|these|those|the list)|in the list|on the list))?"
    r"(?=[ ]?$|[ ](?:take|took|held|happen|last|lasted|start|started|end|ended|close|open|was|is"
    r"|be|been|cost|have|had)\b)"
)
_FRENCH: Final = re.compile(
    rf"(?<![\w'’-])(?P<the>du|au|(?:de |a )?l[ea]) (?:{_LAST}|{ordinals.PATTERN})"
    r"(?: (?:d['’]entre (?:eux|elles)|de la liste))?"
    r"(?=[ ]?$|[ ](?:a|est|ont|s['’]est|aura|sera|dure|coute|ferme|ouvre|a-t-il|a-t-elle|aura-t-il"
    r"|aura-t-elle|est-il|est-elle|s['’]est-il|s['’]est-elle)(?!\w))"
)
# "Which was the first?" asks which it is; "and the first one?" asks nothing.
_WHICH: Final = re.compile(
    r"(?:^|\b(?:which|what|who|qui|quel(?:le)?|lequel|laquelle)(?: one)?"
    r"[ ](?:is|was|will be|est|etait|sera|a ete)[ ])$"
)


def of_row(parts: Parts, rows: tuple[About | None, ...]) -> str | None:
    """The question with the event of a row for "the first one"; None where it means no row, or one
    of which nothing is known."""
    low = parts.low.rstrip(" ?!.")
    match = (_FRENCH if parts.language == "fr" else _ENGLISH).search(low)
    if match is None or len(rows) < 2 or _WHICH.search(low[: match.start()]):
        return None
    place = len(rows) if match["last"] else ordinals.value_of(match)
    row = rows[place - 1] if place <= len(rows) else None
    if row is None:
        return None
    said = phrase.spoken(row, parts.language)
    if parts.language == "fr":
        the = match["the"]
        join = phrase.of if the.startswith("d") else phrase.to if the[0] == "a" else str
        said = join(said)
    return parts.text[: match.start()] + said + parts.text[match.end() :]
