"""Events that a question asks for by a verb, without calling them anything.

The text is in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.register.kinds import FoundKind
from ingest.types import EventKind, Span
from pipelines.register.cues import PLURAL_BODY

_NO_OBJECT: Final = (  # what may follow a verb that has none; of what is left `wanted` takes care
    r"(?= (?:in|on|at|by|since|before|after|during|between|from|over|this|last|next|en|au|aux|a"
    r"|dans|depuis|avant|apres|entre|pendant|lors|cette|le|la|les|l['’]\w+|par|recently"
    r"|recemment)\b"
    r"| ?[?.!]* ?(?:\(|$))"
)
_DENIED: Final = re.compile(r"\b(?:not|never|pas|jamais)\b|n['’]t\b")
# Kick-offs and closings, asked for by what they start and end: "which projects were launched in
# 2021", but not "which projects launched a newsletter" nor "… have not ended".
_STARTED: Final = re.compile(
    r"(?:which|what|quels(?: sont les)?|list(?:e[rz]?)?(?: of| des)?(?: all)?(?: the)?)"
    r" (?:[\w-]+ )?(?:projects|projets)"
    r"(?: (?:that|which|who|qui|have|has|had|were|was|are|is|been|did|will|be|se|ont|ete|sont"
    r"|seront|etaient|just|officially|recently|officiellement|recemment)){0,4}? (?:s['’])?(?:"
    r"(?P<kick_off>launch(?:ed)?|start(?:ed|ing|s)?|began|begun|begin(?:ning|s)?|kick(?:ed)? off"
    r"|lances|demarr\w+|commenc\w+|debut\w+)"
    r"|(?P<closing>end(?:ed|ing|s)?|finish(?:ed|ing)?|closed?|termin\w+|achev\w+|clos|clotur\w+"
    r"|finissent|prennent fin|pris fin))"
    rf"{_NO_OBJECT}"
)
# Gatherings of whatever kind, asked for by the verb: "in which towns did the partners meet",
# "quels clusters nous ont accueillis"; not "in which town did they meet the minister", nor "in
# which countries was the target met".
_MET: Final = re.compile(
    r"\b(?:in|at|dans|en) (?:which|what|quel(?:le)?s) (?:[\w-]+ )?"
    r"(?:cities|towns|countries|places|villes|communes|pays|lieux)\b"
    r"(?!.*\b(?:was|were|be|been|is|are)\b.* met\b).*?"
    r"(?P<verb>\bmeet|\bmet|\bgather(?:ed)?|\b(?:come|came) together"
    r"|\bse reunissent(?:-ils|-elles)?"
    r"|\bse sont(?:-ils|-elles)? (?:reuni|retrouve|rencontre)e?s"
    rf"|\bs['’]est(?:-il|-elle)? (?:reuni|retrouve)e?){_NO_OBJECT}"
)
_US: Final = (
    r"(?:us|(?:our|nos)(?: own| propres)? (?:compan\w+|firms|smes|members|teams?|staff|people"
    r"|managers|visitors|partners|entreprises|pme|membres|adherents|equipes|salaries|visiteurs"
    r"|partenaires)|the partners|les partenaires)"
)
_HOSTED: Final = re.compile(
    r"\b(?:nous (?:ont|avaient) (?:deja )?(?:accueilli\w*|recus?|heberg\w+)"
    r"|(?:hosted|welcomed|received|accueillie?s?|recus?|hebergee?s?|(?<=did )(?:host|welcome)) "
    rf"{_US}){_NO_OBJECT}"
)


# What there was at a place or time, of whatever kind: "what was organised in Ghent in 2024",
# "qu'est-ce qui s'est tenu à Metz"; not "what is held in trust", nor "what was organised by ACME".
_THERE: Final = (
    r"(?= (?:in|on|at|since|before|after|during|between|from|over|for|this|last|next|en|au|aux|a"
    r"|dans|depuis|avant|apres|entre|pendant|pour|cette|le|la|pres|near|around|autour)\b)"
)
_HELD: Final = re.compile(
    r"^(?:qu['’]est-ce (?:qui (?:a ete|s['’]est|est|sera|etait|aura|se)|que (?:nous|l['’]on|on)"
    r" (?:a|ont|avons))|qu['’] ?(?:a-t-on|avons-nous)) (?:ete )?"
    rf"(?P<verb>(?:organise|tenu|deroule|prevu|programme|tient|tiendra)s?){_THERE}"
    r"|^what (?:was|were|has been|have been|is|will be|did we|have we) (?:being )?"
    rf"(?P<done>organi[sz]ed?|held|hold|hosted|planned|scheduled|arranged){_THERE}"
    rf"|^what (?P<took>takes place|took place|has taken place|will take place){_THERE}"
)


def asked_by_holding(text: str) -> FoundKind | None:
    """What "what was organised in Ghent" asks for: events of any kind."""
    match = None if _DENIED.search(text) else _HELD.search(text)
    verb = next((name for name, told in match.groupdict().items() if told), "") if match else ""
    return FoundKind("other", Span(*match.span(verb))) if match else None


def asked_by_start(text: str) -> FoundKind | None:
    """What "which projects were launched" asks for: the kick-offs, by the word for it."""
    match = _STARTED.match(text)
    if match is None:
        return None
    kind: EventKind = "kick_off" if match["kick_off"] else "closing"
    return FoundKind(kind, Span(*match.span(kind)))


def asked_by_meeting(text: str) -> FoundKind | None:
    """What "in which towns did they meet" asks for: events of any kind."""
    match = None if _DENIED.search(text) else _MET.search(text)
    return FoundKind("other", Span(*match.span("verb"))) if match else None


def asked_by_welcome(text: str) -> FoundKind | None:
    """What "which clusters hosted us" asks for: events of any kind.

    The span covers "us", so that it isn't looked for as a topic. A question for one cluster is left
    to passages.
    """
    match = None if _DENIED.search(text) else _HOSTED.search(text)
    if match is None or not PLURAL_BODY.search(text[: match.start()]):
        return None
    return FoundKind("other", Span(*match.span()))
