"""What a mistyped word was meant to be: known words one edit away (Damerau, 1964)."""

from __future__ import annotations

import string
from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches

SHORTEST = 5  # letters; shorter words have too many neighbours
LONGEST = 30  # no word of either language has more; of a pasted key all neighbours take seconds
_LONG = 8  # letters from which a name may be two edits away
_ALIKE = 0.8  # of difflib's ratio
_MOST = 3  # with more neighbours than these nothing says which was meant


def meant(word: str, names: Collection[str], is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """What a folded ``word`` that is neither a name nor a word may have been: names of the library
    first, else words; () when it is known, too short or too long, or too many are as near.

    >>> meant("inteligence", (), {"intelligence"}.__contains__)
    ('intelligence',)
    """
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return ()
    if word in names or is_word(word):
        return ()
    near = sorted(set(_one_edit_away(word)))
    named = [other for other in near if other in names]
    if not named and len(word) >= _LONG:
        named = get_close_matches(word, [n for n in names if n[0] == word[0]], 2, _ALIKE)
    found = named or [other for other in near if is_word(other)]
    return tuple(found) if len(found) <= _MOST else ()


def _one_edit_away(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in string.ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
