"""Which written names may be a project's: not programmes, places, bodies, persons, common words."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import DEMONYMS, KIND, NOT_NAMES
from ingest.describe.projects import projectcues as cue
from ingest.gazetteer import cities, countries, first_names, fold, is_word, regions
from ingest.types import Span

# Public bodies that speak of "their projects" all the time
BODIES: Final = frozenset(
    """
    ademe afnor anr bei bpi bsi cci cea cen cenelec cern cinea cnes cnr cnrs csic dg dge din dlr
    dreal ebrd ecb eda eea eib eif ema esa etf etsi eui euipo fao frontex hadea iaea iea iec ieee
    ilo inrae inria inserm isc iso itu iucn jrc nasa nato ocde oecd oit omc oms onu onudi rea tno
    un undp unep unesco unfccc unido usaid vtt who wipo wto
    """.split()
)
_SMALL: Final = frozenset(
    "in for of to and on the de du des la le les et en pour à d l & au aux sur".split()
)
_BODY: Final = re.compile(
    rf"^(?:{KIND}|universit\w+|chambre|chamber|minist\w+|region|commission|societe|reseau"
    r"|federation|fondation|foundation)$",
    re.I,
)
_FUND: Final = re.compile(cue.PROGRAMME)
_ELIDED: Final = re.compile(r"[DL]['’](?P<word>[^\W\d_]+)")


def trimmed(content: str, span: Span) -> Span | None:
    """The name without words before it that begin a sentence or name a programme."""
    words = list(re.finditer(r"[\w+’'&-]+", span.of(content)))
    while words and (
        fold(words[0][0]) in NOT_NAMES
        or words[0][0] in NOT_NAMES
        or fold(words[0][0].partition("-")[0]) in NOT_NAMES  # "EU-funded"
    ):
        words.pop(0)
    if not words:
        return None
    end = span.end - 2 if span.of(content).endswith(("'s", "’s")) else span.end
    return Span(span.start + words[0].start(), end)


def shaped(text: str) -> bool:
    """Whether a name looks like no word: two capitals in one word, or a digit in it."""
    return any(sum(c.isupper() or c.isdigit() for c in word) >= 2 for word in text.split())


def name_key(text: str, quoted: bool = False) -> str | None:
    """Folded name; None for programmes, places, peoples, bodies, persons and document words."""
    key = fold(text)
    words = key.split()
    if len(key) < 3 or sum(c.isalpha() for c in text) < 3 or not text[0].isalnum():
        return None
    if key in NOT_NAMES or key in BODIES or _FUND.fullmatch(text):
        return None
    if key in countries() or key in regions() or key in cities():
        return None
    if (elided := _ELIDED.fullmatch(text)) and is_word(elided["word"]):
        return None  # "L'événement est financé par …"
    kept = [w for w in words if w not in _SMALL]
    if all(w in NOT_NAMES or w in DEMONYMS or w.isdigit() or w in countries() for w in kept):
        return None
    if any(_BODY.match(w) for w in kept) and not shaped(text):
        return None
    if "-" in text and " " not in text and any(w in DEMONYMS for w in words):
        return None  # "franco-allemand"
    if (
        not quoted
        and not shaped(text)
        and (words[0] in first_names() or (words[0] in DEMONYMS and len(words) < 3))
    ):
        return None
    return key


def acronym_key(text: str) -> str | None:
    """Folded name, or None for what is no project: programmes, places, document words."""
    key = fold(text)
    if len(key) < 3 or key in NOT_NAMES or text in NOT_NAMES or key in BODIES:
        return None
    if key in countries() or key in regions() or key in cities():
        return None
    if not sum(c.isupper() or c.isdigit() for c in text) >= 2:
        return None
    if sum(c.isalpha() for c in text) < 3:
        return None
    return key


def with_capitals(content: str, span: Span) -> Span | None:
    """The name without programmes before it, if one of its words, not the first, is in capitals."""
    words = list(re.finditer(r"\w+", span.of(content)))
    while words and (words[0][0] in NOT_NAMES or fold(words[0][0]) in NOT_NAMES):
        words.pop(0)
    if len(words) < 2 or words[0][0].isupper() or not any(w[0].isupper() for w in words[1:]):
        return None
    return Span(span.start + words[0].start(), span.end)


def plain_key(text: str, quoted: str | None) -> str | None:
    """Folded name of a project with one capital ("le projet Clusgrid"), a word of no language."""
    key = fold(text)
    if key in NOT_NAMES or key in BODIES:
        return None
    if key in countries() or key in regions() or key in cities():
        return None
    if quoted:
        return key
    known = any(is_word(word) or word in first_names() for word in key.split())
    return None if known or len(key) < 4 else key


def initials_fit(acronym: str, expansion: str) -> bool:
    """True when most letters of ``acronym`` are initials or capitals of ``expansion``, in order.

    Projects pick letters from inside words too ("EXcellence EXchange and … RAilway"), so a letter
    may be any capital, the first letter of a word, or follow one that was matched.
    """
    letters = [c for c in fold(acronym) if c.isalnum()]
    words = re.findall(r"[\w]+", expansion)[:24]
    position, matched = 0, 0
    flat: list[tuple[str, bool]] = []
    for word in words:
        if fold(word) in cue.SHORT_WORDS and not word[0].isupper():
            flat += [(c, False) for c in fold(word)]
            continue
        flat += [
            (c, i == 0 or (i < len(word) and word[i].isupper())) for i, c in enumerate(fold(word))
        ]
    previous = False
    for letter in letters:
        probe = position
        while probe < len(flat) and not (
            flat[probe][0] == letter and (flat[probe][1] or (previous and probe == position))
        ):
            probe += 1
        if probe < len(flat):
            position, matched, previous = probe + 1, matched + 1, True
        else:
            previous = False
    return len(letters) >= 3 and matched >= 0.7 * len(letters)
