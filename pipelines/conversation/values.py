"""Whether a question is nothing but years, places, projects or events, and how it leads them in."""

from __future__ import annotations

import re
from typing import Final

from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.asking import attributes
from pipelines.conversation.parts import Parts
from pipelines.conversation.topics import about_of, phrase_of
from pipelines.register.nouns import blanked

# Left out, they would make another question of it.
_TURNS: Final = re.compile(
    r"\b(?:not|no|nor|never|without|except|excluding|outside|hors|sauf|hormis|excepte|pas|sans|ni"
    r"|jamais|other|others|else|elsewhere|ailleurs|autres?|before|after|since|until|between|avant"
    r"|apres|depuis|entre|jusqu\w*|only|seulement|uniquement|than)\b"
)
# Said of events, and asking nothing: "the workshops organised in 2021".
_DONE: Final = re.compile(r"\b(?:organi[sz]e[ed]?s?|hosted|accueillie?s?|presente[ed]?s?|led)\b")
# "How many in 2021?", "Et lesquels ont eu lieu en Pologne ?"
_LEAD: Final = re.compile(
    r"^(?:(?P<many>how many|combien)|(?P<which>which(?: ones?)?|what|lesquel(?:le)?s|quel(?:le)?s)"
    r"|(?P<same>who|qui|when|quand|where|ou))"
    r"(?: of (?:them|these|those)| d['’]entre (?:eux|elles))?"
    r"(?: (?:was|were|are)(?: there| held)?| took place| (?:have|has) there been| have been held"
    r"| y en a(?:-t-il)?(?: eu)?| il y en a(?: eu)?| ont eu lieu| se sont tenue?s"
    r"| ont ete organisee?s)?(?=[ ]?(?P<end>[?]?$)|[ ])"
)
_COUNTED: Final = re.compile(r"^(?P<many>how many|combien (?:de |d['’]))[ ]?(?P<of>.+)")
_LISTED: Final = re.compile(
    r"^(?P<which>which|what|quel(?:le)?s)[ ](?P<of>(?!is\b|are\b|was\b|were\b|d(?:id|oe?s?)\b|has\b"
    r"|have\b|of\b|will\b|can\b|sont\b|ont\b|etaient\b|seront\b).+)"
)


def led(previous: Parts, new: Parts) -> tuple[str, int] | None:
    """The earlier question as the new one's first words ask it, and where those end.

    "How many in 2021?" counts what the earlier question listed. None where the new one doesn't
    begin so, or the earlier one can't be asked so.
    """
    match = _LEAD.match(new.low)
    if match is None:
        return None
    counted, listed = _COUNTED.match(previous.low), _LISTED.match(previous.low)
    if match["same"]:
        same = previous.low.startswith(match["same"])
        return (previous.text, match.end()) if same and match["end"] is None else None
    if (match["many"] and counted) or (match["which"] and listed):
        return previous.text, match.end()
    if match["many"] and listed:
        rest = previous.text[listed.start("of") :]
        lead = "Combien " + phrase.of(rest) if previous.language == "fr" else f"How many {rest}"
        return lead, match.end()
    about = about_of(previous)
    if counted is None or about is None or about.kind is None:
        return None
    rest = previous.text[counted.start("of") :]
    quels = "Quelles" if phrase.feminine(about.kind) else "Quels"
    return f"{quels if previous.language == 'fr' else 'Which'} {rest}", match.end()


def values_only(parts: Parts) -> bool:
    """Whether a question is nothing but years, months, places, projects or events."""
    if not (parts.stretches or parts.projects or parts.events) or len(parts.events) > 1:
        return False
    spans = [s.span for s in parts.stretches] + [s for s, _ in parts.projects]
    rest = blanked(parts.low, spans).replace("x" * 3, "")
    if cue.ASKS.search(rest) or _TURNS.search(rest) or attributes(_DONE.sub(" ", rest)):
        return False  # "the budget of BOATNET" has all that it needs
    if not parts.events:
        plain = ("project", "projet", "projects", "projets")
        return all(parts.told(t.span) or t.low in plain for t in parts.topical())
    about, own = about_of(parts), phrase_of(parts, parts.events[0])
    return about is not None and all(  # the words in the event's phrase are the event's
        own.start <= t.span.start < own.end or parts.told(t.span) for t in parts.topical()
    )
