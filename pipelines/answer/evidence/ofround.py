"""Which call or edition a figure is of, where a document tells of the one asked about elsewhere."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over
from pipelines.answer.evidence.evidence import Evidence
from pipelines.terms import ordinals

_FIGURES: Final = ("number", "amount", "percent", "duration")
_NOUNS: Final = {
    "call": r"calls?|appels?",
    "edition": r"editions?",
    "round": r"rounds?|waves?|vagues?|cut-?offs?|releves?",
}
# "the second WEFTLINE call", "le 2e appel", "call 2", "appel n° 2"; not "call 2 million"
_NAMED: Final = {
    kind: re.compile(
        rf"{ordinals.PATTERN} (?:\w+ )?"
        rf"(?:{noun})\b"
        rf"|\b(?:{noun}) (?:n[o°]\.? ?|no\.? |number )?(?P<after>\d)\b"
        r"(?![\d.,/]|\s*(?:\d|[%€]|million|month|mois|year|ans?\b))"
    )
    for kind, noun in _NOUNS.items()
}


def of_another_round(question: Question, ask: Ask, evidence: Evidence) -> bool:
    """Whether a figure is asked for of a numbered call or edition, the document has a heading on
    that one, and a sentence stands elsewhere, where nothing says it: "the envelope is 2 million" is
    of the first call, where "Will there be a second call?" heads another part."""
    asked = rounds(question.query.text)
    if not asked or ask.kind not in _FIGURES:
        return False
    reading, sentence = evidence.reading, evidence.sentence
    content = reading.text.content
    over = heading_over(reading.text, sentence.span)
    around = (sentence.text, evidence.before, over.of(content) if over else "")
    if any(asked & rounds(told) for told in (reading.description.title.text, *around)):
        return False
    return any(asked & rounds(h.span.of(content)) for h in reading.text.headings)


def rounds(text: str) -> frozenset[tuple[str, int]]:
    """The numbered calls, editions and rounds that a text names."""
    folded = fold(text)
    return frozenset(
        (kind, int(found["after"]) if found["after"] else ordinals.value_of(found))
        for kind, pattern in _NAMED.items()
        for found in pattern.finditer(folded)
    )
