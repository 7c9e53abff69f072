"""French or English, the same answer every time, on a two-word query or a whole document.

Words that only one of the two languages uses decide most texts; character n-grams decide the
rest, from langdetect's own profiles read here without its random sampling (which makes it flip
between runs) and without its 53 other languages.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from math import exp, log
from typing import Final

from ingest.types import Language

_FRENCH: Final = frozenset(
    """
    le la les un une des du de et est sont être été qui que quoi quel quelle quels quelles
    où quand comment pourquoi combien dans pour par sur avec sans sous entre vers chez ce
    cette ces cet son sa ses leur leurs nous vous ils elles elle il je tu ne pas plus ou
    mais donc or ni car au aux en y a ont avait avaient sera seront fait peut doit tout tous
    toute toutes aussi comme ainsi afin lors dont depuis pendant après avant très même autre
    autres notre nos votre vos mon ma mes se si c'est d'un d'une qu'est liste trouver donner
    donne cherche montre y-a-t-il existe quelqu'un janvier février mars avril mai juin
    juillet août septembre octobre novembre décembre
    """.split()
)
_ENGLISH: Final = frozenset(
    """
    the of and to in is are was were be been being who whom whose what which when where why
    how many much for by with without from at this that these those it its he she they we
    you i his her their our your my not no or but so as an on into than then there here have
    has had will would can could should may must shall do does did all any some also about
    after before during between over under more most other such only very if because while
    each both few list find give show tell get january february march april june july august
    september october november december
    """.split()
)
# Words of both languages: no evidence ("a", "on", "or", "as", "plus", "an", "me", "son").
_BOTH: Final = _FRENCH & _ENGLISH | frozenset(
    "a on as plus an son me par car or but do pas".split()
)
# Words of the field that look the same, or nearly so, in both languages.
_FIELD: Final = frozenset(
    """
    cluster clusters innovation innovations budget budgets transport mission missions
    excellence agenda webinar railway-rail rail textile industrie 4.0 digital international
    europe france workshop coaching benchmark start-up startup startups label labels forum
    participants partenariat expert experts concept document documents contact date dates
    information informations
    """.split()
) - {"partenariat", "industrie"}
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELISION: Final = re.compile(
    r"\b(?:l|d|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu)['’](?=[aeiouyhàâéèêëîïôùûœ])", re.I
)
_ACCENT: Final = re.compile(r"[àâçèéêëîïôùûœ]", re.I)
_WHOLE: Final = 6_000  # characters of a long text that are looked at
_SHORT: Final = 200  # above this many characters, words alone are enough
_N_GRAM_WEIGHT: Final = 0.28  # overlapping n-grams say the same thing about three times
_WORD_WEIGHT: Final = 1.6
_UNSURE: Final = 0.7
_TELLING: Final = 2  # words of one language alone beside which names tell nothing
# Paragraphs that tell a page's languages: how long, how many, how much of each, how clear.
_COUNTED: Final = 40_000  # characters of which the words of each language are counted
_FEW: Final = 0.12  # of the other language's: names, titles, a quotation
_PARAGRAPH: Final = 80
_MOST_LINES: Final = 40
_LOOKED_AT: Final = 400
_CLEAR: Final = 0.9
_LEAST_SECOND: Final = 240


def detect(text: str) -> tuple[Language, float]:
    """The language of ``text`` and how sure that is, from 0.5 (no idea) to 1.0.

    Under 0.75 the text holds nothing that belongs to one language only, as in "clusters PME", and
    a caller does well to serve both. A text with no letters counts as English at 0.5.
    """
    text = text if len(text) <= _WHOLE else text[: _WHOLE // 2] + " " + _middle(text)
    written = _WORD.findall(text)
    shouted = text.isupper()
    words = [w.lower().replace("’", "'") for w in written]
    if not shouted:  # "UN" is not "un"
        words = [
            w if len(o) < 2 or not o.isupper() else o for w, o in zip(words, written, strict=True)
        ]
    french = sum(w in _FRENCH for w in words if w not in _BOTH)
    english = sum(w in _ENGLISH for w in words if w not in _BOTH)
    french += len(_ELISION.findall(text))
    score = _WORD_WEIGHT * (french - english)
    evidence = french + english
    if len(text) < _SHORT or abs(score) < 6:
        # "Who is Clémence?": names tell nothing beside words that only one language has; one such
        # word of a line that asks nothing may be of a name or a date itself.
        enough = 1 if text.rstrip().endswith("?") else _TELLING
        plain = min(french, english) == 0 and evidence >= enough and not shouted
        telling = [
            low
            for place, (low, word) in enumerate(zip(words, written, strict=True))
            if low not in _FIELD
            and not (len(word) > 1 and word.isupper())
            and not (plain and place and word[0].isupper())
        ]
        score += _N_GRAM_WEIGHT * _n_grams(" ".join(telling)[:_SHORT])
        accents = len(_ACCENT.findall(" ".join(telling)))
        score += 0.8 * min(accents, 3)
        evidence += min(accents, 1)
        if not telling:
            score = 0.0 if not evidence else score
    else:
        telling = words
    sure = 1 / (1 + exp(-min(abs(score), 30)))
    if not evidence and len(telling) < 4:
        sure = min(sure, _UNSURE)
    return ("fr" if score > 0 else "en"), round(max(0.5, sure), 4)


def leans(text: str, language: Language, least: int = 1) -> bool:
    """Whether words that only ``language`` has outweigh the other's, and there are ``least``
    different ones: quick, and no proof."""
    french, english = _counts(text)
    if (french <= english) if language == "fr" else (english <= french):
        return False
    own = _FRENCH if language == "fr" else _ENGLISH
    return len((own - _BOTH) & set(text.lower().split())) >= least


def languages(text: str) -> tuple[tuple[Language, ...], float]:
    """The languages that a good part of ``text`` is written in, the main one first, and how sure.

    The second language of a page has at least a fifth of it, and whole paragraphs: names and quoted
    titles are no second language.
    """
    main, sure = detect(text)
    french, english = _counts(text if len(text) <= _COUNTED else text[:_COUNTED])
    if min(french, english) < _FEW * max(french, english):
        return (main,), sure
    letters: dict[Language, int] = {"fr": 0, "en": 0}
    lines = [line for line in text.split("\n") if len(line) >= _PARAGRAPH]
    for line in lines[:: max(1, len(lines) // _MOST_LINES)]:
        found, clear = detect(line[:_LOOKED_AT])
        if clear >= _CLEAR:
            letters[found] += len(line)
    told = letters["fr"] + letters["en"]
    if not told:
        return (main,), sure
    first: Language = "fr" if letters["fr"] >= letters["en"] else "en"
    second: Language = "en" if first == "fr" else "fr"
    if letters[second] >= max(_LEAST_SECOND, told / 5):
        return (first, second), round(letters[first] / told, 4)
    return (first,) if letters[first] > _LEAST_SECOND else (main,), sure


def _counts(text: str) -> tuple[int, int]:
    """Words that only French has, and words that only English has."""
    words = Counter(text.lower().split())
    return (
        sum(count for word, count in words.items() if word in _FRENCH and word not in _BOTH),
        sum(count for word, count in words.items() if word in _ENGLISH and word not in _BOTH),
    )


def _middle(text: str) -> str:
    middle = len(text) // 2
    return text[middle : middle + _WHOLE // 2]


def _n_grams(text: str) -> float:
    """Log odds of French over English of the 1- to 3-grams of ``text``."""
    ratios = _ratios()
    padded = f" {text} "
    return sum(
        ratios.get(padded[i : i + n], 0.0) for n in (1, 2, 3) for i in range(len(padded) - n + 1)
    )


@cache
def _ratios() -> dict[str, float]:
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("langdetect")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("langdetect is needed to tell French from English")
    folder = Path(spec.origin).parent / "profiles"
    tables = [json.loads((folder / code).read_text(encoding="utf-8")) for code in ("fr", "en")]
    grams = {
        g
        for t in tables
        for g, count in t["freq"].items()
        if count > 200 and g.islower() | (" " in g)
    }
    ratios: dict[str, float] = {}
    for gram in grams:
        shares = [(t["freq"].get(gram, 0) + 50) / t["n_words"][len(gram) - 1] for t in tables]
        ratios[gram] = max(-4.0, min(4.0, log(shares[0] / shares[1])))
    return ratios
