"""Another phrase after the same preposition, or another one of a sort: "et dans la laine ?" after
"… dans le lin ?", "and a large firm?" after "what does a start-up pay?"."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Language
from pipelines.conversation import cues as cue
from pipelines.conversation.parts import Parts
from pipelines.terms.words import is_function_word

_PHRASE: Final = re.compile(
    r"^(?P<lead>in|among|on|with|dans|chez|parmi|sur|avec)[ ]"
    r"(?P<said>(?:(?:the|l[ea]s?)[ ]|l['’])?(?P<words>[a-z][\w-]{2,}(?:[ ][a-z][\w-]{2,})?))$"
)
_ONE: Final = re.compile(
    r"^(?:(?:for|to|pour|chez|a)[ ])?(?P<said>(?:an?|une?)[ ](?P<words>[a-z][\w-]+"
    r"(?:[ ](?!qui\b|that\b|who\b|which\b)[a-z][\w-]*){0,3}))$"
)
_INDEFINITE: Final[dict[Language, tuple[str, ...]]] = {"en": ("a", "an"), "fr": ("un", "une")}
# Those for whom fees, aid and rules differ: one in place of another is the same question.
_PARTY: Final = re.compile(
    r"\b(?:start-?ups?|smes?|pme|tpe|eti|micro-?enterprise|firm|company|business|enterprise"
    r"|entreprise|societe|groupe?|association|non-?profit|ngo|ong|labs?|laborator(?:y|ies)"
    r"|laboratoire|universit(?:y|e)|school|ecole|cent(?:re|er)|institut[e]?|student|etudiante?"
    r"|(?:non-?)?(?:members?|membres?|adherente?s?)|cluster|pole|freelancer|independante?|artisan"
    r"|cooperative|collectivite|municipality|commune|town|city|ville|region|individual|particulier"
    r"|teacher|enseignante?|researcher|chercheur|chercheuse|employee|salariee?|partner|partenaire"
    r"|coordinator|coordinateur|coordinatrice)\b"
)
# What one of a sort does with money, aid and papers: the phrase ends before it.
_DOES: Final = re.compile(
    r"(?:pays?|pa[iy]ent?|paie|costs?|gets?|receives?|needs?|owes?|apply|applies|joins?|obtient|touche"
    r"|recoit|verse|doit|peut|can|must|cotise)$"
)
# No topic of a question: what it is read in, how it is told, and when.
_OTHER: Final = re.compile(
    r"(?:documents?|reports?|rapports?|notes?|texte?s?|librar(?:y|ies)|bibliotheques?|articles?|minutes"
    r"|comptes?|dossiers?|files?|pages?|annexes?|practice|pratique|general|total|detail\w*|fact|faits?"
    r"|particular\w*|particulier|addition|short|full|ensemble|future?|past|passe|avenir|meantime|cas|case"
    r"|suite|world|monde|words?|mots?|english|french|anglais|francais|time|average|moyenne|principle"
    r"|principe|months?|mois|years?|annees?|ans|weeks?|semaines?|days?|jours?|nous|vous|eux|elles?"
    r"|others?|autres?)$"
)
_MOST: Final = 4  # words of the phrase that gives way


def with_other_phrase(previous: Parts, new: Parts) -> str | None:
    """The earlier question with the phrase that the new one is in place of the one after the same
    preposition; None where either is more, or is a time, a place or a name."""
    low = new.low.strip(" ?!.")
    match, one = _PHRASE.match(low), _ONE.match(low)
    found = match or one
    if found is None or previous.language != new.language:
        return None
    named = any(t.name and not (one and t.span.of(new.text).isupper()) for t in new.tokens)
    if new.stretches or new.projects or new.events or named:
        return None
    for word in found["words"].split():
        if is_function_word(word, new.language) or word in cue.STOPS or _OTHER.match(word):
            return None
    alike = (match["lead"],) if match else _INDEFINITE[new.language]
    leads = [t for t in previous.tokens if t.low in alike and not previous.told(t.span)]
    if len(leads) != 1:
        return None
    start = end = leads[0].span.end
    after = [t for t in previous.tokens if t.span.start >= start]
    for count, token in enumerate(after):
        apart = re.search(r"[^\w\s'’-]", previous.low[end : token.span.start])
        if apart or token.low in cue.STOPS or previous.told(token.span):
            break
        if cue.PREPOSITION.match(token.low) or (one and _DOES.match(token.low)):
            break
        if count == _MOST:
            return None
        end = token.span.end
    if end == start:
        return None
    said = new.text[slice(*found.span("said"))]
    if one:
        start = leads[0].span.start
        if not (_PARTY.search(previous.low[start:end]) and _PARTY.search(found["words"])):
            return None
    text = f"{previous.text[:start].rstrip()} {said}{previous.text[end:]}"
    return text.rstrip(" ?!.")
