"""Which occasion a document is of, where one of another sort is asked about: the kick-off in the
minutes of a steering committee."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over
from pipelines.answer.evidence.evidence import Evidence
from pipelines.answer.evidence.publisher import head_end

_MEETING: Final = r"(?:meetings?|events?|conferences?|sessions?|seminars?|workshops?)"
_REUNION: Final = r"(?:reunions?|evenements?|conferences?|journees?|seminaires?|comites?|ateliers?)"
# Those that a project or body has one of, or numbers: none is ever called by another's name.
_APART: Final = {
    "kick-off": rf"kick[- ]?offs?(?: {_MEETING})?|(?:launch|opening|inaugural) {_MEETING}"
    rf"|{_REUNION} (?:de |d')(?:lancement|demarrage|ouverture)|lancement d(?:u|es) projets?",
    "closing": rf"(?:final|closing) {_MEETING}|{_REUNION} (?:final|de cloture|de fin)\w*",
    "steering": r"steering (?:committees?|groups?|boards?)|comites? de (?:pilotage|suivi)|copils?",
    "assembly": r"(?:general|annual) assembl(?:y|ies)|annual general meetings?|agm"
    r"|assemblees? generales?",
    "board": r"board (?:meetings?|of directors)|meetings? of the board|conseils? d'administration",
    "review": rf"(?:mid-?term|interim|project) reviews?|review {_MEETING}"
    r"|revues? (?:a mi-parcours|de projet|intermediaires?)",
}
# Others, whose names are used with less care: a visit may hold a kick-off.
_LOOSE: Final = {
    "visit": r"(?:study |site )?visits?|visites?",
    "webinar": r"webinars?|webinaires?",
    "workshop": r"workshops?|ateliers?",
    "training": r"trainings?|formations?",
    "exchange": r"exchanges?|echanges?",
    "fair": r"fairs?|salons?",
    "breakfast": r"breakfasts?|petits?[- ]dejeuners?",
}
_PATTERNS: Final = {
    name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in (_APART | _LOOSE).items()
}


def of_another_occasion(question: Question, _: Ask, evidence: Evidence) -> bool:
    """Whether one sort of occasion is asked about, a document's head says that it is of another,
    and neither a sentence nor what stands around it speaks of the one. Where either is of a sort
    whose name is used loosely, the document must not speak of the one anywhere."""
    asked = occasions_in(question.query.text)
    if len(asked) != 1:
        return False
    reading = evidence.reading
    content = reading.text.content
    title = reading.description.title.text
    headed = occasions_in(f"{title}\n{content[: head_end(content)]}")
    if not headed or asked <= headed:
        return False
    apart = headed <= _APART.keys()
    if not apart and not asked <= _APART.keys():
        return False
    over = heading_over(reading.text, evidence.sentence.span)
    around = (evidence.sentence.text, evidence.before, over.of(content) if over else "")
    if any(asked <= occasions_in(text) for text in around):
        return False
    return apart or not asked <= _everywhere(content)


@lru_cache(maxsize=128)
def _everywhere(content: str) -> frozenset[str]:
    """Those that a whole text names; each of its sentences asks for them."""
    return occasions_in(content)


def occasions_in(text: str) -> frozenset[str]:
    """The sorts of occasions that a text names; of words that name two, the first: a kick-off
    workshop is a kick-off."""
    folded = fold(text)
    found: dict[str, list[re.Match[str]]] = {}
    for name, pattern in _PATTERNS.items():
        told = [
            match
            for match in pattern.finditer(folded)
            if not any(
                one.start() < match.end() and match.start() < one.end()
                for other in found.values()
                for one in other
            )
        ]
        if told:
            found[name] = told
    return frozenset(found)
