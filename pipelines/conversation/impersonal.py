"""Pronouns that stand for nothing said before: "there has been", "il existe", "when it comes to".

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Language, Span

_MAY: Final = (
    r"(?:will|would|could|can|may|might|should|must|shall|has|have|had|is|are|was|were|does|did|do)"
)
# "Has there been", "there's a call"; "who was there?" and "who will be there?" are no such.
_THERE: Final = (
    rf"\b{_MAY}(?:n['’]t)? there(?: (?:ever|already|also|still|not))?(?= \w)"
    rf"|\bthere(?=['’]s| (?:{_MAY}|be|been|exists?|existed|seems?|remains?|used)\b)"
)
_JUDGED: Final = (
    r"(?:allowed|required|important|easy|hard|difficult|known|clear|likely|better|permitted"
    r"|mandatory|advisable|recommended|legal|normal|common)"
)
_ENGLISH: Final = re.compile(
    rf"{_THERE}"
    r"|\b(?:is|was|it|would)[ ](?:it|is|was|be)[ ]"
    r"(?:possible|necessary|true|worth|compulsory|useful)"
    rf"|\b(?:is|was|it|would)[ ](?:it|is|was|be)[ ](?:\w+ly )?{_JUDGED}[ ](?:to|that|for)\b"
    r"|\bit (?:takes?|take|costs?|cost) to\b|\bwhat time is it\b|\bwhy is it\b.*\bto\b"
    r"|\b(?:when|where|as far as|if) it comes? (?:down )?to\b|\b(?:how|why|where) is it that\b"
    r"|\bit (?:seems?|appears?|happens?|turns out|means?) (?:that|as if|like)\b"
)
_HAS: Final = r"(?:a|avait|aura|aurait|eut|ait)"
_IL: Final = r"[ -]?t?[-'’ ]{0,2}il"  # "a-t-il", "a t il", "a-t'il"
_TENSE: Final = r"(?:est|etait|sera|serait)"
_PLANNED: Final = (
    r"(?:prevu|question|possible|permis|conseille|recommande|interdit|indispensable|important"
    r"|facile|difficile|preferable|souhaitable|envisage|envisageable|decide|convenu|propose"
    r"|demande|necessaire|obligatoire|utile|vrai|normal|exact|certain|temps)"
)
_FRENCH: Final = re.compile(
    rf"\bil[ ](?:n['’])?y[ ](?:en[ ])?{_HAS}\b"
    rf"|\by[ ]?(?:en[ ])?{_HAS}{_IL}\b|^y a (?=des?\b|d['’]|une?\b|du\b|eu\b)"
    r"|(?:[a-z]+-(?:t-)?il|\bil[ ][a-z]+)[ ](?:encore |aussi |deja |bientot )?y[ ](?:en[ ])?avoir\b"
    r"|\bque (?:s['’](?:est|etait)-il (?:passe|produit)|se passe(?:ra|rait)?-t-il|se passait-il"
    r"|se produi\w+-(?:t-)?il)\b"
    r"|\bqu['’](?:est|etait)-il[ ](?:arrive|advenu)|\bqu['’]arriver?a?-t-il\b|\bqu['’]en est-il\b"
    r"|\b(?:ce )?qu['’]il (?:se passe|s['’]est passe|se passera)\b"
    r"|\bil (?:se passe|s['’]est passe|se passera) quoi\b"
    r"|\bs['’]il (?:vous|te) plait\b|\bquelle heure est-il\b"
    r"|\b(?:il[ ](?:n['’])?(?:faut|faudra|faudrait|fallait|a fallu)|(?:faut|fallait|faudrait)-il"
    r"|(?:faudra|a)-t-il fallu|faudra-t-il"
    r"|il[ ](?:n['’])?(?:exist(?:e|ait|era|erait)|reste|manque|suffit|convient|vaut mieux|semble"
    r"|parait|s['’]agi(?:t|ssait|ra))|(?:exist(?:e|era)|reste|manque|semble|importe)-t-il"
    r"|(?:existait|convient|suffit|vaut|parait|s['’]agit|s['’]agissait|se peut)-il)\b"
    rf"|(?:\b{_TENSE}-il|\bil {_TENSE}|\b(?:a|avait|aura)-(?:t-)?il ete|\bil (?:a|avait|aura) ete)"
    rf"[ ](?:{_PLANNED}e?[ ](?:de\b|d['’]|qu[e'’])"
    r"|(?!devenu|reste\b)[a-z]+[eiu]s?[ ](?:une?|des)\b)"
    rf"|\b(?:est-il|il est)[ ](?:possible|vrai|necessaire|obligatoire|utile)\b"
    r"|\bcoute-t-il (?:de\b|d['’])"
)


def impersonal(low: str, language: Language) -> tuple[Span, ...]:
    """Where a question has pronouns that stand for nothing, with the verb that makes them so."""
    pattern = _FRENCH if language == "fr" else _ENGLISH
    return tuple(Span(*match.span()) for match in pattern.finditer(low))
