"""What a sentence counts where people are asked for: meetings and stands are no participants."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.evidence import Evidence
from pipelines.register.cues import PEOPLE
from pipelines.terms.saying import said

_PEOPLE: Final = re.compile(
    rf"\b(?:{PEOPLE}|participante?s|visiteuses|guests|invites|presents|stagiaires)\b"
)
# Right behind a number; firms and clusters may be those who came.
_OTHERS: Final = re.compile(
    r"\d[\d .,]*(?:\w+[ -]){0,3}?(?:meetings?|rendez-vous|entretiens?|interviews?|contacts?"
    r"|days?|jours?|journees?|hours?|heures?|weeks?|semaines?|months?|mois|stands?|booths?|countries"
    r"|pays|regions?|projects?|projets?|presentations?|workshops?|ateliers?|visits?|visites?|talks?"
    r"|euros?|km|tables?|pages?|pitch(?:es)?)\b"
)
_SAID: Final = 0.5  # from here on a sentence is taken to say what is counted


def counts_others(_: Question, ask: Ask, evidence: Evidence) -> bool:
    """Whether people are to be counted, and a sentence counts other things and names no people:
    "214 meetings, against 156 the year before"."""
    if ask.kind != "number" or ask.counted is None or evidence.facts:
        return False
    if not _PEOPLE.fullmatch(fold(ask.counted.text)):
        return False
    sentence = evidence.sentence
    text = fold(sentence.text)
    if _PEOPLE.search(text) or said(ask.counted, sentence.bag) >= _SAID:
        return False
    return _OTHERS.search(text) is not None
