"""Whether a statement says of all, or of some only, what its quotes don't: "all SMEs" of "only SMEs
with fewer than 50 employees", and the reverse.

A quote that restricts holds a statement that says nothing of whom: less is said, not more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from encoder.lexicon import fold

_REACH: Final = 4  # words between a cue and what it is said of
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[,;:.!?()–—\n]")
_PAUSE: Final = frozenset(",;:.!?()–—\n")
_ALL: Final = frozenset("all every any tous toutes tout toute chaque each quiconque".split())
_SOME: Final = frozenset(
    "some several few most many certain certaines certains plusieurs quelques majorite plupart"
    " partie".split()
)
_ONLY: Final = frozenset(
    "only solely exclusively uniquement exclusivement seulement seul seule seuls seules".split()
)
# Any way to say that others are left out; in quotes, which say it in more words than a statement.
_RESTRICTS: Final = re.compile(
    r"\b(?:only|sole(?:ly)?|exclusive(?:ly)?|just|merely|alone|restricted|limited|reserved|unless"
    r"|except|no other|nobody else|nothing but|unique(?:s|ment)?|exclusi(?:f|fs|ve|ves|vement)"
    r"|seule?(?:s|ment)?|reserve(?:e|s|es)?|limite(?:e|s|es)?|restreint(?:e|s|es)?|sauf|simple(?:s|ment)?"
    r"|aucun(?:e)? autre|hors|a l'exception|must be|doi(?:t|vent) etre|required?"
    r"|exige(?:e|s|es|nt)?|a peine|hardly|barely|no more than|single|rien que)\b"
    r"|\b(?:ne|n')\s?(?:[\w']+\s){1,5}?qu(?:e\b|')"
)
# "not only", "non seulement", "the only one": nothing is left out, or another thing is said.
_NOT_ONLY: Final = frozenset(("not", "non", "pas", "if", "si"))


def widened(said: str, quoted: str, same: Sequence[tuple[str, frozenset[str]]]) -> str | None:
    """The word by which a statement says more of whom, or of fewer, than its quotes; or None.

    ``same`` pairs each content word of the statement with the quoted words that say the same.
    """
    mine, theirs = _tokens(said), _tokens(quoted)
    shared = {word: others for text, others in same if others for word in _tokens(text)}
    for index in _cues(mine, _ALL):
        noun = next((w for w in _after(mine, index) if w in shared), None)
        if noun is None:
            continue
        others = shared[noun]
        if _near(theirs, _ALL, others):
            continue
        if _near(theirs, _ONLY, others) or _near(theirs, _SOME, others):
            return mine[index]
    only = _cues(mine, _ONLY)
    if only and not _RESTRICTS.search(fold(quoted)):
        return mine[only[0]]
    return None


def _cues(tokens: list[str], cues: frozenset[str]) -> list[int]:
    return [
        i
        for i, word in enumerate(tokens)
        if word in cues
        and not (i and tokens[i - 1] in _NOT_ONLY)
        and not (i + 1 < len(tokens) and tokens[i + 1].isdigit())  # "only 12 firms" are 12
    ]


def _after(tokens: list[str], index: int) -> list[str]:
    """The words after a cue, as far as it is said of them."""
    kept: list[str] = []
    for token in tokens[index + 1 : index + 1 + _REACH]:
        if token in _PAUSE:
            break
        kept.append(token)
    return kept


def _near(tokens: list[str], cues: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a cue stands right before one of the words, its articles and adjectives between."""
    for index in _cues(tokens, cues):
        if words & set(_after(tokens, index)[:3]):
            return True
        ends = index + 1 == len(tokens) or tokens[index + 1] in _PAUSE
        if cues is _ONLY and ends and words & set(tokens[max(0, index - 2) : index]):
            return True  # "for SMEs only.", "aux PME agréées uniquement."
    return False


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))
