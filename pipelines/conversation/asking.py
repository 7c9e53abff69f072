"""What is asked of a topic, said of the one that was spoken of: "and the budget?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.types import EventKind, Language
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.cues import Attribute
from pipelines.conversation.parts import Parts
from pipelines.conversation.turns import About

_ASKED: Final[dict[Attribute, tuple[str, str]]] = {
    "date": ("When was {np} held?", "Quand a eu lieu {np} ?"),
    "deadline": ("What is the deadline of {np}?", "Quelle est la date limite {of} ?"),
    "place": ("Where was {np} held?", "Où a eu lieu {np} ?"),
    "host": ("Who hosted {np}?", "Qui a accueilli {np} ?"),
    "organiser": ("Who organised {np}?", "Qui a organisé {np} ?"),
    "speaker": ("Who spoke at {np}?", "Qui est intervenu {to} ?"),
    "coordinator": ("Who coordinates {np}?", "Qui coordonne {np} ?"),
    "partners": ("Who are the partners of {np}?", "Qui sont les partenaires {of} ?"),
    "participants": (
        "How many participants attended {np}?",
        "Combien de participants ont assisté {to} ?",
    ),
    "amount": ("What is the budget of {np}?", "Quel est le budget {of} ?"),
    "duration": ("How long did {np} last?", "Combien de temps a duré {np} ?"),
}
_CALL_DATE: Final = ("When does {np} open?", "Quand ouvre {np} ?")
# "And what was the total cost?": a whole question for a noun, which is of the topic.
_NOUN: Final = re.compile(
    r"^(?:what|which)(?:['’]s| is| are| was| were| will be)(?: the)? (?!it\b)[\w-]+"
    r"|^quel(?:le)?s? (?:est|sont|etait|etaient|sera|seront|fut|(?:a|ont) ete) "
    r"(?:l[ea]s? |l['’])[\w-]+"
)
# A sum by a name that is no budget's.
_SUM: Final = re.compile(r"(?:the |l[ea]s? |l['’])(?!budgets?\b|costs?\b|couts?\b|prix|price).+")
_BOTH: Final = ("When and where was {np} held?", "Quand et où a eu lieu {np} ?")


def attributes(low: str) -> tuple[Attribute, ...]:
    """What a question asks of its topic, in the order it is asked."""
    found = [(m.start(), name) for name, pattern in cue.ATTRIBUTES if (m := pattern.search(low))]
    names = [name for _, name in sorted(found)]
    if "deadline" in names and "date" in names:
        names.remove("date")
    return tuple(dict.fromkeys(names))


def asked_of(parts: Parts, about: About, language: Language) -> str:
    """The question for an attribute of ``about``; of words no pattern has, with it at the end."""
    found = attributes(parts.low)
    said = phrase.spoken(about, language)
    if {"date", "place"} <= set(found):
        return _filled(_BOTH, said, language)
    plain = not parts.topical()
    if found and plain and not _own_words(parts, found[0]):
        first = found[0]
        form = _CALL_DATE if first == "date" and about.kind == "call" else _ASKED[first]
        if first == "amount" and re.search(r"\b(?:costs?|cout\w*|prix|price)\b", parts.low):
            form = ("What did {np} cost?", "Combien a coûté {np} ?")
        return _filled(form, said, language)
    return with_topic(parts, about, language)


def with_topic(parts: Parts, about: About, language: Language) -> str:
    """A question in its own words, with what it is asked of at the end."""
    said = phrase.spoken(about, language)
    body = parts.text.rstrip(" ?!.")
    of_it = about.kind in (None, "call", "agreement") or not cue.ASKS.search(parts.low)
    of_it = of_it or bool(_NOUN.match(parts.low))
    if language == "fr":
        return f"{body} {phrase.of(said) if of_it else phrase.to(said)}"
    return f"{body} {'of' if of_it else 'at'} {said}"


def _own_words(parts: Parts, attribute: Attribute) -> bool:
    """Whether the words say more than the pattern for what is asked: "l'enveloppe globale"."""
    if _NOUN.match(parts.low):
        return True
    return attribute == "amount" and bool(_SUM.fullmatch(parts.low.rstrip(" ?!.")))


def asked_again(previous: Parts, about: About, language: Language, tail: str = "") -> str | None:
    """The earlier question asked of ``about`` in another language, where a pattern says it.

    ``tail`` is what is said of when and where, with the space before it.
    """
    found = attributes(previous.low)
    said = phrase.spoken(about, language) + tail
    if {"date", "place"} <= set(found):
        return _filled(_BOTH, said, language)
    if found:
        return _filled(_ASKED[found[0]], said, language)
    if about.kind and about.plural:
        counted = bool(re.search(r"\b(?:how many|combien)\b", previous.low))
        return _listed(about, about.kind, counted, language, tail)
    return None


def _listed(about: About, kind: EventKind, counted: bool, language: Language, tail: str) -> str:
    """The question for a list or a number of events: "Which kick-offs took place in 2020?"."""
    noun = phrase.noun_of(kind, language, True)
    said = phrase.spoken(replace(about, year=None), language).removeprefix("les ")
    year = f" {'en' if language == 'fr' else 'in'} {about.year}" if about.year else ""
    if language == "fr":
        held = "" if kind == "call" or counted else " ont eu lieu"
        quels = "Quelles" if phrase.feminine(kind) else "Quels"
        lead = f"Combien {phrase.of(noun)}" if counted else f"{quels} {noun}"
        return f"{lead}{said.removeprefix(noun)}{held}{year}{tail} ?"
    held = "" if kind == "call" or counted else " took place"
    return f"{'How many' if counted else 'Which'} {said}{held}{year}{tail}?"


def _filled(form: tuple[str, str], said: str, language: Language) -> str:
    wanted = form[1] if language == "fr" else form[0]
    return wanted.format(np=said, of=phrase.of(said), to=phrase.to(said))
