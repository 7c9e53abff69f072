"""Who organised is not who paid: a question for funders is answered by what speaks of money."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over
from pipelines.answer.evidence.evidence import Evidence

_MONEY: Final = re.compile(
    r"fund|financ|subvention|subsid|sponsor|mecen|contribu|invest|donat|depens|expens|budget"
    r"|\b(?:pa(?:y|id|ys|ying|yer|yes?|yent|yed)|grants?|donn?ors?|bears?|bore|borne|cover(?:s|ed)?"
    r"|supports?|supported|soutien\w*|souten\w*|soutient|aides?|aidee?s?|costs?|couts?|couter"
    r"|en charge|money|argent|enveloppe|programmes?|under (?:the|grant)|interreg|horizon"
    r"|erdf|feder|fse|esf|euros?|eur|k€|m€)\b|[€$£]"
)


def tells_no_money(_: Question, ask: Ask, evidence: Evidence) -> bool:
    """Whether who paid is asked, and neither a sentence, its heading nor the title says a word of
    money, a programme or support."""
    if ask.role != "funder":
        return False
    reading, sentence = evidence.reading, evidence.sentence
    over = heading_over(reading.text, sentence.span)
    told = (sentence.text, reading.description.title.text)
    heading = over.of(reading.text.content) if over else ""
    return not any(_MONEY.search(fold(text)) for text in (*told, heading))
