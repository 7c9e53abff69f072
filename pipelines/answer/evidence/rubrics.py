"""Headings that hold nothing of the matter themselves: questions that a document puts to itself
("What is the annual fee?"), and rubrics that any document has ("Context", "Results")."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from ingest.types import Span, Text

_ANSWER: Final = 600  # characters; of a longer answer the first paragraph is read
_ASKS: Final = re.compile(r"\?[\s*_#»”\"')\]]*$")
_LEAST: Final = 2  # words of a question: "Why?" asks of what stands before it
_PARAGRAPH: Final = re.compile(r"\W*(?:[^\n]+\n?)+")
_NUMBER: Final = r"^\W*(?:(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\W*|\d(?:\.\d)+\W*)?"
_RUBRIC: Final = re.compile(
    _NUMBER + r"(?:(?:the |our |key |main |some |a few |l[ae]s? |l'|nos |quelques |principa\w+ )*"
    r"(?:abstract|summary|overview|in (?:brief|short|a nutshell|a few words)|at a glance|foreword"
    r"|introduction|context|background|rationale|purpose|scope|definitions?|glossary|findings?"
    r"|results?|outcomes?|impacts?|why(?: we did it)?|what (?:it is|we did|happened|worked"
    r"|did not work)|how it works|(?:how )?to (?:copy|replicate|adapt|reuse) it|method(?:ology|s)?"
    r"|approach|difficulties"
    r"|obstacles|limits|limitations|opposition|objections|discussion|conclusions?|next steps"
    r"|resources|references|sources|bibliography|annex(?:es)?|appendi(?:x|ces)|contacts?"
    r"|about(?: us)?"
    r"|further information|more information|participants|attendance|agenda|partners?|budget|costs?"
    r"|timetable|calendar|feedback|follow-up"
    r"|resumes?|synthese|en (?:bref|deux mots|quelques mots|resume|un coup d'oeil)|avant-propos"
    r"|contexte|constats?|diagnostic|pourquoi|objet|perimetre|definitions|lexique|resultats?"
    r"|effets|bilan|ce (?:que c'est|qui a (?:bien )?(?:marche|fonctionne))|comment ca marche"
    r"|method(?:e|ologie)|demarche|difficultes|limites|opposition|discussions?|suites?"
    r"|prochaines etapes|ressources|annexes?|en savoir plus|a propos|calendrier|couts?"
    r"|partenaires|ordre du jour|presents|pour aller plus loin))\W*$"
)

_LESSON: Final = re.compile(r"(?:lecons?|enseignements?|lessons?|learnings?|takeaways?)")
_LESSONS_TOLD: Final = re.compile(
    r"\b(?:lecons?|enseignements?|a retenir|reten(?:ons|ir)|on (?:en )?retient|bonnes pratiques"
    r"|lessons?|learnings?|takeaways?|(?:good|best) practices?"
    r"|what (?:worked|we (?:learn(?:t|ed)|would do))|ce qui a (?:bien )?(?:marche|fonctionne))\b"
)
_HEADING: Final = 60  # characters up to which a line may be one that heads lessons


def asks(text: str) -> bool:
    """Whether a text, a heading or line, is a question in some words: "Who can join?"."""
    return _ASKS.search(text) is not None and len(re.findall(r"\w+", text)) >= _LEAST


def is_rubric(heading: str) -> bool:
    """Whether a heading only says which part of a document follows, of whatever matter: "Results",
    "3. Contexte"; not "Results of the second call"."""
    return _RUBRIC.match(fold(heading)) is not None


def asks_lessons(word: str) -> bool:
    """Whether a word of a question asks for lessons, which documents head in whatever words."""
    return _LESSON.fullmatch(fold(word)) is not None


def heads_lessons(text: str) -> bool:
    """Whether a short text heads lessons: "Ce que nous retenons", "What worked"."""
    return (
        len(text) <= _HEADING
        and not text.endswith(".")
        and _LESSONS_TOLD.search(fold(text)) is not None
    )


def with_answer(text: Text, heading: Span, end: int) -> Span | None:
    """A heading that asks with what stands under it up to ``end``; None where nothing does."""
    content = text.content
    below = content[heading.end : end].rstrip()
    if len(below) > _ANSWER and (paragraph := _PARAGRAPH.match(below)):
        below = paragraph.group().rstrip()
    if not re.search(r"\w", below):
        return None
    return Span(heading.start, heading.end + len(below))
