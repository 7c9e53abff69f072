"""Words by which numbered parts of a plan or a text are called in either language, and the
patterns of them with their numbers.

A number that counts or measures names nothing: "phase 2 mai", "lot 12 000 €", "modules: 3 jours".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from encoder.lexicon import fold
from ingest.describe.dates.calendar import MONTH, WEAK_MONTHS

# Of each kind: what it is called in English and in French (the first is how it is written in
# full), and whether "the second …" names one.
KINDS: Final[dict[str, tuple[str, str, bool]]] = {
    "package": ("work package, work-package, workpackage, lot",
                "lot de travaux, lot, lot de travail", True),
    "module": ("module", "module", True),
    "axis": ("axis", "axe", True),
    "phase": ("phase", "phase", True),
    "pillar": ("pillar", "pilier", True),
    "strand": ("strand, component", "volet, composante", True),
    "stage": ("stage, step", "étape", False),
    "article": ("article", "article", False),
    "chapter": ("chapter", "chapitre", False),
    "section": ("section", "section", False),
    "annex": ("annex, appendix", "annexe", False),
    "objective": ("objective", "objectif", False),
    "priority": ("priority", "priorité", False),
    "measure": ("measure", "mesure", False),
    "action": ("action", "action", False),
    "activity": ("activity", "activité", False),
    "task": ("task", "tâche", False),
    "deliverable": ("deliverable", "livrable", False),
    "milestone": ("milestone", "jalon", False),
    "group": ("working group", "groupe de travail", False),
    "workshop": ("workshop", "atelier", False),
    "session": ("session", "session", False),
    "theme": ("theme", "thème", False),
}  # fmt: skip
# Letters that stand for a kind: all of them before any number; "T2.1" and "D3.2" before two.
CODES: Final = {"wp": "package", "wg": "group", "gt": "group", "art.": "article"}
LETTERS: Final = {"T": "task", "D": "deliverable"}
WRITTEN: Final = {"package": "WP"}
# What a kind is made of.
FINER: Final[dict[str, tuple[str, ...]]] = {
    "package": ("task", "deliverable", "milestone", "activity"),
    **dict.fromkeys(
        ("axis", "pillar", "strand", "objective", "priority"), ("action", "measure", "activity")
    ),
}
_PLURALS: Final = {
    "axis": "axes", "appendix": "appendices", "lot de travaux": "lots de travaux",
    "lot de travail": "lots de travail", "groupe de travail": "groupes de travail",
}  # fmt: skip
WORDS: Final = {
    "one": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5,
    "cinq": 5, "six": 6, "seven": 7, "sept": 7, "eight": 8, "huit": 8, "nine": 9, "neuf": 9,
    "ten": 10, "dix": 10,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "premier": 1, "première": 1, "seconde": 2, "deuxième": 2, "troisième": 3,
    "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
}  # fmt: skip
ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
I_IS_MEANT: Final = frozenset(
    "package module axis phase pillar strand article chapter section annex".split()
)


def _plural(name: str) -> str:
    if name in _PLURALS:
        return _PLURALS[name]
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _letters(name: str) -> str:
    """A pattern for a name, with or without its accents."""
    accents = {"é": "[ée]", "è": "[èe]", "â": "[âa]"}
    return "".join(accents.get(c, re.escape(c)) for c in name)


SINGULAR: Final = {
    fold(name): kind
    for kind, (english, french, _) in KINDS.items()
    for name in f"{english}, {french}".split(", ")
}
PLURAL: Final = {
    fold(_plural(name)): kind
    for kind, (english, french, _) in KINDS.items()
    for name in f"{english}, {french}".split(", ")
}
_NAMES: Final = sorted(
    {
        form
        for english, french, _ in KINDS.values()
        for name in f"{english}, {french}".split(", ")
        for form in (name, _plural(name))
    },
    key=len,
    reverse=True,
)
_HEAD: Final = "|".join(map(_letters, _NAMES))
_ORDERED: Final = "|".join(
    _letters(name)
    for english, french, ordered in KINDS.values()
    if ordered
    for name in sorted(f"{english}, {french}".split(", "), key=len, reverse=True)
    if name != "lot"  # "un premier lot de machines" is a batch
)
_WORD: Final = re.compile(r"[^\W_]+")
_FIRST_WORDS: Final = frozenset(
    [*(re.split(r"\W", fold(name))[0] for name in _NAMES), *map(fold, ORDINALS)]
)
_CODE: Final = re.compile(r"(?:wp|wg|gt)s?\d*$|art$|[td]\d|\d{1,2}[a-z]")
_SPACE: Final = "[ \u00a0\u202f]"
_DIGITS: Final = r"\d{1,3}(?:\.\d{1,2}){0,3}"
_FIGURES: Final = rf"(?:{_DIGITS}|(?-i:[IVX]{{1,5}}))"
_SPELT: Final = "|".join(WORDS)
# "Axe prioritaire 2": of which sort it is, said within the name.
_SORT: Final = "priorit|strat[ée]g|sp[ée]cif|op[ée]ration|th[ée]mat"
_KIND_OF: Final = rf"(?:{_SPACE}(?:{_SORT})\w{{2,6}})?"
SORT_OF_PART: Final = re.compile(rf"(?:{_SORT})\w")
_NUMBER_SIGN: Final = rf"(?:(?:n[°ºo]\.?|no\.|nr\.?|num[ée]ro|number|#){_SPACE}?)?"
_STRONG_MONTH: Final = "|".join(
    [*(m for m in MONTH.split("|") if m not in WEAK_MONTHS), "mars", "mai"]
)
# What makes a number a count, a day, a time or an amount.
_END: Final = (
    rf"(?![\w°]|[.,:/]\d|{_SPACE}?[%€$£]|{_SPACE}\d{{3}}\b|{_SPACE}(?:{_STRONG_MONTH})\b"
    rf"|{_SPACE}(?:may|mar)\.?{_SPACE}\d"
    rf"|{_SPACE}(?:h|heures?|hours?|jours?|days?|mois|months?|semaines?|weeks?|ans|years?|minutes?"
    rf"|millions?|milliards?|euros?|EUR|k€|M€|tonnes?|km|kg)\b)"
)
_CODED: Final = r"(?:WPs?|WGs?|GT|art\.)"
PART: Final = re.compile(
    rf"(?<![\w.-])(?:(?P<code>{_CODED})(?:{_SPACE}?[-‑.]?{_SPACE}?{_NUMBER_SIGN}|:{_SPACE})"
    rf"(?P<a>{_FIGURES}){_END}"
    rf"|(?P<head>{_HEAD}){_KIND_OF}(?:(?:{_SPACE}{{1,2}}|[-‑]){_NUMBER_SIGN}(?P<b>{_FIGURES}){_END}"
    # "Phase: 2" is a cell or a label; "Modules: 3 jours" counts.
    rf"|{_SPACE}?:{_SPACE}(?P<c>{_FIGURES})(?={_SPACE}*(?:$|[\n|])))"
    rf"|(?P<called>{_ORDERED}){_SPACE}(?P<d>{_SPELT})(?![\w-])"
    rf"|(?P<order>{'|'.join(map(_letters, ORDINALS))}"
    r"|(?P<nth>\d{1,2})(?:st|nd|rd|th|ère|re|er|[èe]me|e))"
    rf"{_SPACE}(?P<of>{_ORDERED})(?![\w-])"
    rf"|(?-i:(?P<letter>[TD])(?P<e>\d{{1,2}}\.\d{{1,2}}))(?![\w.]))",
    re.IGNORECASE,
)
MORE: Final = re.compile(
    rf"{_SPACE}?(?P<join>,|&|[-–/]|\band\b|\bet\b|\bor\b|\bou\b|\bto\b|\bà\b){_SPACE}?"
    rf"(?P<again>(?:{_CODED}|{_HEAD}){_SPACE}?)?(?P<n>{_FIGURES}){_END}",
    re.IGNORECASE,
)


def may_name_parts(folded_words: frozenset[str]) -> bool:
    """Whether a text of these words may name a part; most sentences don't, and are not read."""
    return not folded_words.isdisjoint(_FIRST_WORDS) or any(map(_CODE.match, folded_words))


def beginnings(text: str) -> Iterator[int]:
    """Where ``PART`` may match: at a name's first word, an ordinal or a code. The pattern is slow
    to find them by itself."""
    for match in _WORD.finditer(text):
        if _is_first(match.group()):
            yield match.start()


@lru_cache(maxsize=100_000)
def _is_first(word: str) -> bool:
    plain = fold(word)
    return plain in _FIRST_WORDS or _CODE.match(plain) is not None
