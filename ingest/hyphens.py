"""Whether the hyphen at the end of a line belongs to the word that goes on in the next.

French and English write many words with a hyphen of their own: "rendez-vous", "celui-ci",
"follow-up". The text itself says first how it writes a word, then the list of words; what neither
knows was one word that the line was too short for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from ingest.gazetteer import is_word

# A French word that English writes as one, and one that both write with a hyphen as a rule.
_IN_TWO: Final = frozenset("rendez-vous start-up start-ups".split())
# Parts of compounds that are too short for a list of words: "au-delà", "ci-joint", "mi-temps".
_FIRST: Final = frozenset("au ci là mi ex co by no on so".split())
_LAST: Final = frozenset("ci là in on".split())
_PARTICLES: Final = frozenset("up off".split())  # "spin-off"; no syllable of a longer word
# "peut-il", "répond-elle"; "essen-tielle" has none of these heads.
_SUBJECTS: Final = frozenset("il elle on ils elles".split())
_ASKED: Final = frozenset("est-ce sont-ce était-ce serait-ce ai-je puis-je suis-je dois-je".split())
_ORDERED: Final = frozenset("vous nous le la les moi lui leur".split())  # "inscrivez-vous"
# Words, but as the second half of a cut word they are its ending: "achè-tent".
_ENDINGS: Final = frozenset("rent tent rons tons nons lons mental".split())


def keeps_hyphen(head: str, tail: str, known: Container[str]) -> bool:
    """Whether ``head`` and ``tail``, with a hyphen and a line's end between them, are a compound.

    ``known`` holds the words that the text writes within its lines, in lower case and compounds
    among them. False for ``"pro", "jets"``, one word; True for ``"rendez", "vous"``.
    """
    if tail[:1].isupper():
        return True  # Rhône-Alpes
    head, tail = head.lower(), tail.lower()
    if any(whole in known for whole in _forms(head + tail)):
        return False
    compound = f"{head}-{tail}"
    if compound in _IN_TWO or any(form in known for form in _forms(compound)):
        return True
    if is_word(head + tail):
        return False
    if tail in _SUBJECTS:
        return head[-1:] in ("t", "d") and is_word(head)
    if tail in _ORDERED and head.endswith(("ez", "ons")):
        return True
    first = head in _FIRST or len(head) == 1 or is_word(head)  # "e-learning"
    second = tail in _LAST or (tail not in _ENDINGS and is_word(tail))
    return compound in _ASKED or tail in _PARTICLES or (first and second)


def _forms(word: str) -> Iterator[str]:
    """The word, and its singular or its plural."""
    yield word
    yield word[:-1] if word[-1:] in ("s", "x") else word + "s"
