"""What is told of another project than the one asked about, in documents that tell of several."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import heading_over

# What may stand before the name that a sentence tells of: "The WEFTLINE project …", "Le projet …".
_OPENS: Final = r"\W*(?:(?:and|et|but|mais|for|pour) )?(?:(?:the|le|la|l'|du) ?)?(?:proje[ct]t? )?"


def without_other_projects(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """The choices, where the question names a project, without those that tell of another: that
    begin with its name, or say it themselves, in their paragraph or in the heading over it, where
    nothing there says the one asked about. Of a document on the one asked about all stay."""
    known = {fold(p.text) for c in choices for p in c.evidence.reading.description.projects}
    asked = {name for name in known if _says(fold(question.query.text), [name])}
    if not asked:
        return list(choices)
    return [choice for choice in choices if not _is_of_other(choice, asked)]


def _is_of_other(choice: Choice, asked: Collection[str]) -> bool:
    evidence = choice.evidence
    reading, span = evidence.reading, evidence.sentence.span
    content, projects = reading.text.content, reading.description.projects
    # A longer name that holds the one asked about is no other: "WEFTLINE 2".
    others = [name for p in projects if not _says(name := fold(p.text), asked)]
    own = fold(" ".join([evidence.sentence.text, *(item.of(content) for item in evidence.items)]))
    title = fold(reading.description.title.text)
    if not others or _says(title, asked) or _says(own, asked):
        return False
    if any(re.match(_OPENS + re.escape(name), own) for name in others):
        return True
    line = fold(content[content.rfind("\n", 0, span.start) + 1 : span.start])
    heading = heading_over(reading.text, span)
    over = fold(heading.of(content)) if heading else ""
    if _says(line, asked) or _says(over, asked):
        return False
    return any(_says(told, others) for told in (own, line, over))


def _says(folded: str, names: Collection[str]) -> bool:
    """Whether a folded text has one of the names, as a word of its own."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in names)
