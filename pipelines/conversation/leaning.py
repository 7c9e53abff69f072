"""Which pronoun of a question stands for something said before it, in another question."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Span
from pipelines.conversation import cues as cue
from pipelines.conversation.impersonal import impersonal
from pipelines.conversation.parts import Parts
from pipelines.conversation.pronouns import Pronoun, pronouns_in

_AFTER_WHO: Final = re.compile(
    r"\b(?:who|qui|that|whom)"
    r"(?:[ ](?:has|have|had|will|was|were|is|are|a|ont|avait|aura|y|en))*[ ]$"
)
_VERB_BEFORE: Final = re.compile(
    r"(?:^|\b)(?:is|was|are|were|will|would|could|can|may|might|should|must|has|have|had|did|does|do"
    r"|when|if|that|because|while|who|which|what)[ ]$"
)
_IT: Final = re.compile(r"(?:^|[ -])(?:it|il)$")
# Said of what takes place somewhere at some time: "was it held in Lille?".
_HAPPENED: Final = re.compile(
    r"\b(?:held|tak(?:e|es|ing) place|took place|happen\w*|start\w*|beg[aiu]n\w*|end(?:s|ed)?"
    r"|last\w*|(?:is|was|will|be) it (?:in|on|at|before|after)|it be (?:in|on|at)|open\w*|clos\w+"
    r"|cancel\w+|postpone\w*|organi[sz]\w+|(?:eu|ont|auront|aura|avoir) lieu|tien\w*|ten[iu]\w*"
    r"|deroul\w+|commenc\w+|debut\w+|dur\w+|termin\w+|fini\w*|ouvr\w+|ouvert\w*|ferm\w+"
    r"|(?:est|etait|sera)-(?:il|elle) (?:en|a|au|aux)|annul\w+|report\w+|accueilli\w*)\b"
)
_LINKS: Final = (
    r"(?:that|who|which|where|when|while|because|if|and|or|but|as|before|after|the|a|an|this|these"
    r"|qui|que|ou|dont|et|mais|si|comme|quand|lorsque|parce|le|la|les|un|une|du|des|au|aux|ce|cette"
    r"|ces|dans|sur|pour|avec|par|chaque)"
)
_ASKED_FOR: Final = re.compile(
    r"(?:^|\b)(?:how many|how much|which|what|quel(?:le)?s?|combien (?:de |d['’]))[ ]?"
    rf"(?P<noun>(?!{_LINKS}\b|is\b|are\b|was\b|were\b|did\b|does\b|do\b|has\b|have\b|est\b|sont\b)"
    rf"[\w-]+(?:[ ](?:d['’])?(?!{_LINKS}\b)[\w-]+){{0,5}}?)"
    r"[ ](?P<verb>(?:did|does|do|has|had|have|is|was|are|were|will|would|can|could|should"
    r"|est-ce qu['’]|est-ce que)[ ]?)?$"
)
_OBJECT: Final = re.compile(
    r"[ ]?(?:[?!.]|$|(?:in|at|on|for|with|since|before|after|during|now|today|and|from|to|as|by)\b)"
)

_SET_OFF: Final = re.compile(r"\W*[A-ZÀ-Þ][\w’'&-]*(?:[ ][\w’'&-]+){0,5},[ ]?")


def leaning(parts: Parts) -> Pronoun | None:
    """The first pronoun that nothing in the question itself explains; None where there is none."""
    empty = impersonal(parts.low, parts.language)
    found = [
        p
        for p in pronouns_in(parts)
        if not any(s.meets(p.span) for s in empty) and not _is_name(parts, p)
    ]
    first = next((p for p in found if not _explained(parts, p)), None)
    return None if first is None or _says_its_own(parts, first) else first


def _is_name(parts: Parts, pronoun: Pronoun) -> bool:
    """Whether a pronoun is written as a name is: "IT services", "ITS Bretagne"."""
    word = re.match(r"\w*", pronoun.span.of(parts.text))
    return word is not None and len(word[0]) > 1 and word[0].isupper() and not parts.text.isupper()


def _says_its_own(parts: Parts, pronoun: Pronoun) -> bool:
    """Whether what follows a subject, or "there", is the question's own topic: "Could there be a
    webinar?". A time or place alone is, unless it is told of what took place: "Was it in 2021?"."""
    if not _is_subject(parts, pronoun):
        return False
    end = pronoun.span.end
    if any(e.span.start >= end for e in parts.events):
        return True
    if _asked_noun(parts, pronoun) or _HAPPENED.search(parts.low):
        return False
    one = pronoun.sort in ("there", "y") or _IT.search(pronoun.span.of(parts.low))
    return bool(one) and any(s.span.start >= end for s in parts.stretches)


def _is_subject(parts: Parts, pronoun: Pronoun) -> bool:
    if pronoun.sort == "thing":
        return bool(_VERB_BEFORE.search(parts.low[: pronoun.span.start])) or not pronoun.span.start
    return pronoun.sort in ("there", "y", "inverted", "subject")


def _explained(parts: Parts, pronoun: Pronoun) -> bool:
    """Whether the question names, before the pronoun, something that it can stand for."""
    if pronoun.sort == "pointing":
        return False
    before = list(parts.topical(0, pronoun.span.start))
    if pronoun.sort in ("there", "y") or _after_preposition(parts, pronoun):
        spans = [s for s, _, _ in parts.places] + [e.span for e in parts.events]
        spans += [s for s, _ in parts.projects]
        return any(s.end <= pronoun.span.start for s in spans)
    if (asked := _asked_noun(parts, pronoun)) is not None:
        before = [t for t in before if t.span.start >= asked.end]
    if before and _is_verb(parts, before[0].span):
        before = before[1:]
    if before and pronoun.sort in ("thing", "person") and _touches(parts, before[-1].span, pronoun):
        before = (
            before[:-1] if not before[-1].name and cue.VERB_LIKE.match(before[-1].low) else before
        )
    return bool(before)


def _asked_noun(parts: Parts, pronoun: Pronoun) -> Span | None:
    """What a question asks for, which no pronoun after it stands for: "how many members does it
    have?", "quel programme l'a financé ?".

    None where more than that noun comes before the pronoun: then it may stand for it, as in
    "Which yards closed because they were small?".
    """
    if pronoun.sort not in ("thing", "inverted", "subject", "clitic"):
        return None
    match = _ASKED_FOR.search(parts.low[: pronoun.span.start])
    if match is None:
        return None
    if _SET_OFF.fullmatch(parts.text[: match.start()]):
        return None  # "Veloria, how many members has it?"
    noun = Span(match.start("noun"), match.end("noun"))
    inside = [t for t in parts.tokens if noun.holds(t.span)]
    if parts.language == "en" and not match["verb"]:
        after = parts.low[pronoun.span.end :]
        if pronoun.span.of(parts.low) == "they" or not _OBJECT.match(after):
            return None  # "Which boats it builds"
    if parts.language == "fr" and any(t.name for t in inside[1:]):
        return None  # "Combien de jours Veloria a-t-elle"
    if pronoun.sort == "inverted" and re.search(r"(?:ils|elles)$", pronoun.span.of(parts.low)):
        return None  # "Combien de pôles participent-ils"
    return noun


def _is_verb(parts: Parts, span: Span) -> bool:
    """Whether a word stands where a verb does: "who chaired …", "qui préside …"."""
    before = parts.low[: span.start]
    if _AFTER_WHO.search(before):
        return True
    done = re.search(r"\b(?:was|were|been|is|are|did|does|do)[ ]$", before)
    return bool(done and cue.VERB_LIKE.match(span.of(parts.low)))


def _after_preposition(parts: Parts, pronoun: Pronoun) -> bool:
    before = parts.low[: pronoun.span.start].split()
    return bool(before) and bool(cue.PREPOSITION.match(before[-1])) and pronoun.sort == "thing"


def _touches(parts: Parts, span: Span, pronoun: Pronoun) -> bool:
    return parts.low[span.end : pronoun.span.start] == " "
