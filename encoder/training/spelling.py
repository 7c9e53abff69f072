"""English spelled both ways: Canadian law says "organized", the Commission "organised".

A stemmer keeps the two apart, so the lexicon gives both.
"""

import re

_IZE = re.compile(r"(?<=\w{3})iz(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)")
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)")
# Words whose -ise or -ize is no suffix.
_ONE_SPELLING = re.compile(
    r"advertis|advis|apprais|compris|compromis|concis|disguis|enterpris|exercis|expertis|franchis"
    r"|improvis|likewis|merchandis|otherwis|prais|precis|premis|promis|rais|revis|supervis|surpris"
    r"|televis|capsiz|seiz|priz|improvis"
)
_PAIRS = {
    "program": "programme",
    "programs": "programmes",
    "center": "centre",
    "centers": "centres",
    "labor": "labour",
    "color": "colour",
    "colors": "colours",
    "fiber": "fibre",
    "fibers": "fibres",
    "defense": "defence",
    "license": "licence",
    "licenses": "licences",
}
_OTHER = _PAIRS | {british: american for american, british in _PAIRS.items()}


def other_spelling(term: str) -> str | None:
    """Return a term with every word in the other spelling, or None if none has two."""
    words = [_other_word(word) for word in term.split(" ")]
    changed = " ".join(words)
    return changed if changed != term else None


def _other_word(word: str) -> str:
    if word in _OTHER:
        return _OTHER[word]
    if _ONE_SPELLING.search(word):
        return word
    if _IZE.search(word):
        return _IZE.sub("is", word)
    return _ISE.sub("iz", word)
