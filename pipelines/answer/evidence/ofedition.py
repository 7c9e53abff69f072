"""Which edition of an event a document is of, where another one is asked about."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over
from pipelines.answer.evidence.evidence import Evidence
from pipelines.register.editions import editions_in

# "The next committee is on 4 May" in the minutes of the one before.
_NEIGHBOUR: Final = re.compile(
    r"\b(?:next|following|previous|last(?! (?:week|month|year))|after|before|apres|avant"
    r"|prochaine?s?|suivante?s?|precedente?s?|(?<!semaine )(?<!annee )derniere?s?)\b"
)


def of_another_edition(question: Question, _: Ask, evidence: Evidence) -> bool:
    """Whether an event is asked about by its number ("the second exchange"), a sentence or its
    document's title numbers one of the kind otherwise, and neither the sentence nor what stands
    around it says the number, or speaks of a neighbour of that one."""
    asked = editions_in(fold(question.query.text))
    if not asked:
        return False
    reading, sentence = evidence.reading, evidence.sentence
    said = fold(sentence.text)
    titled, told = editions_in(fold(reading.description.title.text)), editions_in(said)
    numbered = {kind for kind, _ in titled | told}
    if not any(kind in numbered for kind, _ in asked) or asked & (titled | told):
        return False
    over = heading_over(reading.text, sentence.span)
    around = (evidence.before, over.of(reading.text.content) if over else "")
    return not (_NEIGHBOUR.search(said) or any(asked & editions_in(fold(text)) for text in around))
