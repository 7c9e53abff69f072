"""Another phrase after the same preposition: "et dans la laine ?" after "… dans le lin ?"."""

from __future__ import annotations

import re
from typing import Final

from pipelines.conversation import cues as cue
from pipelines.conversation.parts import Parts
from pipelines.terms.words import is_function_word

_PHRASE: Final = re.compile(
    r"^(?P<lead>in|among|on|with|dans|chez|parmi|sur|avec)[ ]"
    r"(?P<said>(?:(?:the|l[ea]s?)[ ]|l['’])?(?P<words>[a-z][\w-]{2,}(?:[ ][a-z][\w-]{2,})?))$"
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
    match = _PHRASE.match(new.low.strip(" ?!."))
    if match is None or previous.language != new.language:
        return None
    if new.stretches or new.projects or new.events or any(t.name for t in new.tokens):
        return None
    for word in match["words"].split():
        if is_function_word(word, new.language) or word in cue.STOPS or _OTHER.match(word):
            return None
    leads = [t for t in previous.tokens if t.low == match["lead"] and not previous.told(t.span)]
    if len(leads) != 1:
        return None
    start = end = leads[0].span.end
    after = [t for t in previous.tokens if t.span.start >= start]
    for count, token in enumerate(after):
        apart = re.search(r"[^\w\s'’-]", previous.low[end : token.span.start])
        if apart or token.low in cue.STOPS or previous.told(token.span):
            break
        if cue.PREPOSITION.match(token.low):
            break
        if count == _MOST:
            return None
        end = token.span.end
    if end == start:
        return None
    said = match.span("said")
    text = previous.text[:start] + " " + new.text[said[0] : said[1]] + previous.text[end:]
    return text.rstrip(" ?!.")
