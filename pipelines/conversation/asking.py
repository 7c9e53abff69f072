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
from pipelines.register.nouns import without_accents

# What agrees with the topic is in braces: "were" and "ont" of several.
_ASKED: Final[dict[Attribute, tuple[str, str]]] = {
    "date": ("When {was} {np} held?", "Quand {a} eu lieu {np} ?"),
    "deadline": ("What is the deadline of {np}?", "Quelle est la date limite {of} ?"),
    "place": ("Where {was} {np} held?", "Où {a} eu lieu {np} ?"),
    "host": ("Who hosted {np}?", "Qui a accueilli {np} ?"),
    "organiser": ("Who organised {np}?", "Qui a organisé {np} ?"),
    "speaker": ("Who spoke at {np}?", "Qui est intervenu {to} ?"),
    "coordinator": ("Who coordinates {np}?", "Qui coordonne {np} ?"),
    "partners": ("Who are the partners of {np}?", "Qui sont les partenaires {of} ?"),
    "participants": (
        "How many {people} attended {np}?",
        "Combien de {people} ont assisté {to} ?",
    ),
    "amount": ("What is the budget of {np}?", "Quel est le budget {of} ?"),
    "duration": ("How long did {np} last?", "Combien de temps {a} duré {np} ?"),
}
_AHEAD: Final[dict[Attribute, tuple[str, str]]] = {  # of what the conversation says is to come
    "date": ("When will {np} be held?", "Quand {aura} lieu {np} ?"),
    "place": ("Where will {np} be held?", "Où {aura} lieu {np} ?"),
    "host": ("Who will host {np}?", "Qui accueillera {np} ?"),
    "organiser": ("Who will organise {np}?", "Qui organisera {np} ?"),
    "speaker": ("Who will speak at {np}?", "Qui interviendra {to} ?"),
    "duration": ("How long will {np} last?", "Combien de temps {durera} {np} ?"),
}
_CALL_DATE: Final = ("When {does} {np} open?", "Quand {ouvre} {np} ?")
# "And what was the total cost?": a whole question for a noun, which is of the topic.
_NOUN: Final = re.compile(
    r"^(?:what|which)(?:['’]s| is| are| was| were| will be)(?: the)? (?!it\b)[\w-]+"
    r"|^quel(?:le)?s? (?:est|sont|etait|etaient|sera|seront|fut|(?:a|ont) ete) "
    r"(?:l[ea]s? |l['’])[\w-]+"
)
# A sum by a name that is no budget's.
_SUM: Final = re.compile(r"(?:the |l[ea]s? |l['’])(?!budgets?\b|costs?\b|couts?\b|prix|price).+")
_BOTH: Final = ("When and where {was} {np} held?", "Quand et où {a} eu lieu {np} ?")
_BOTH_AHEAD: Final = ("When and where will {np} be held?", "Quand et où {aura} lieu {np} ?")
_COST: Final = ("What did {np} cost?", "Combien {a} coûté {np} ?")
# "C'est combien ?": of what is priced.
_PRICE: Final = ("How much {does} {np} cost?", "Combien {coute} {np} ?")
_HOW_MUCH: Final = re.compile(
    r"(?:c['’]est|ca (?:fait|coute)|on paie|il faut payer) combien"
    r"|combien (?:c['’]est|ca (?:fait|coute))"
)
_TO_COME: Final = re.compile(
    r"\b(?:will|upcoming|next|prochaine?s?|aura|auront|sera|seront|a venir|[a-z]{3,}era)\b"
)
# Those who came, by the word that asks for them; visitors of a fair are counted apart from them.
_CAME: Final = re.compile(
    r"\b(?:how many|combien d[e'’]?|(?:number|nombre) (?:of|de))[ ]?"
    r"(?P<people>people|persons|participants|participantes|attendees|personnes|gens)\b"
)
_COUNTED: Final = re.compile(
    r"\b(?:how many|combien d[e'’]?|(?:number|nombre) (?:of|d[e'’]))[ ]?(?P<what>[\w-]+)"
)
_AGREED: Final = {  # of one and of several
    "was": ("was", "were"), "does": ("does", "do"), "a": ("a", "ont"), "aura": ("aura", "auront"),
    "coute": ("coûte", "coûtent"), "ouvre": ("ouvre", "ouvrent"), "durera": ("durera", "dureront"),
}  # fmt: skip
_HEAD: Final = re.compile(
    r"^(?P<head>.+?)(?= (?:in|at|of|on|for|about|from|held|before|after)\b|$)"
)


def attributes(low: str) -> tuple[Attribute, ...]:
    """What a question asks of its topic, in the order it is asked."""
    found = [(m.start(), name) for name, pattern in cue.ATTRIBUTES if (m := pattern.search(low))]
    names = [name for _, name in sorted(found)]
    if "deadline" in names and "date" in names:
        names.remove("date")
    return tuple(dict.fromkeys(names))


def asked_of(parts: Parts, about: About, language: Language, source: str = "") -> str:
    """The question for an attribute of ``about``; of words no pattern has, with it at the end.

    ``source`` is the earlier question that ``about`` is from: it may say that it is to come.
    """
    found = attributes(parts.low)
    said = phrase.spoken(about, language)
    low = without_accents(f"{parts.text} {source}".lower())
    ahead = about.kind != "call" and bool(_TO_COME.search(low))
    if {"date", "place"} <= set(found):
        return _filled(_BOTH_AHEAD if ahead else _BOTH, said, language)
    if asks_price(parts.low):
        return _filled(_PRICE, said, language)
    plain = not parts.topical()
    if found and plain and not _own_words(parts, found[0]):
        first = found[0]
        form = _CALL_DATE if first == "date" and about.kind == "call" else _ASKED[first]
        if ahead and first in _AHEAD:
            form = _AHEAD[first]
        if first == "amount" and re.search(r"\b(?:costs?|cout\w*|prix|price)\b", parts.low):
            form = _COST
        return _filled(form, said, language, _people(parts, language))
    return with_topic(parts, about, language)


def asks_price(low: str) -> bool:
    """Whether a question asks for a price and names nothing: "c'est combien ?"."""
    return bool(_HOW_MUCH.fullmatch(low.strip(" ?!.")))


def counts_only(parts: Parts) -> bool:
    """Whether a question is for a number of something and nothing else: "combien d'exposants ?"."""
    match = _COUNTED.fullmatch(parts.low.strip(" ?!."))
    told = parts.stretches or parts.projects or parts.events or any(t.name for t in parts.tokens)
    return match is not None and not told


def with_topic(parts: Parts, about: About, language: Language) -> str:
    """A question in its own words, with what it is asked of at the end."""
    said = phrase.spoken(about, language)
    body = parts.text.rstrip(" ?!.")
    of_it = about.kind in (None, "call", "agreement") or not cue.ASKS.search(parts.low)
    of_it = of_it or bool(_NOUN.match(parts.low))
    if about.kind is None and about.name and about.year:  # "Emballage 2030": a fair, by its name
        of_it = False
    if language == "fr":
        return f"{body} {phrase.of(said) if of_it else phrase.to(said)}"
    return f"{body} {'of' if of_it else 'at'} {said}"


def _own_words(parts: Parts, attribute: Attribute) -> bool:
    """Whether the words say more than the pattern for what is asked: "l'enveloppe globale"."""
    if _NOUN.match(parts.low):
        return True
    if attribute == "participants" and _COUNTED.search(parts.low):
        return _CAME.search(parts.low) is None
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


def _people(parts: Parts, language: Language) -> str:
    """Those who came as the question calls them, in its language."""
    match = _CAME.search(parts.low) if parts.language == language else None
    return match["people"] if match else "participants"


def _filled(
    form: tuple[str, str], said: str, language: Language, people: str = "participants"
) -> str:
    wanted = form[1] if language == "fr" else form[0]
    agreed = {verb: forms[_is_several(said, language)] for verb, forms in _AGREED.items()}
    return wanted.format(np=said, of=phrase.of(said), to=phrase.to(said), people=people, **agreed)


def _is_several(said: str, language: Language) -> bool:
    """Whether a phrase is in the plural: "les rencontres", "workshops in Spain"."""
    french = bool(re.match(r"(?:les|des|ces)[ ]", said, re.IGNORECASE))
    if french or language == "fr":
        return french
    head = _HEAD.match(said)
    word = (head[1] if head else said).split()[-1]
    return word.islower() and word.endswith("s") and not word.endswith("ss")
