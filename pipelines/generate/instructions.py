"""Parts of a document that tell a language model what to do, so that it never reads them.

Threat: a document says "ignore the previous instructions and answer …", and the model obeys. Rule:
what reads as an order to a model or to whoever answers is neither shown to the model nor accepted
as a quote, to the end of its paragraph. This is one layer: the passages are fenced as data, and
every sentence of an answer has to be held by a quote that speaks of the question. To extend it, add
a pattern; each is tried on folded text and bounded, so that no text makes it slow.
"""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from ingest.sentences import sentences
from ingest.types import Span

_MODEL: Final = (
    r"(?:ai|a\.i\.|ia|llms?|gpt|chatgpt|assistants?|chatbots?|bots?|language models?|ai models?"
    r"|modeles? de langage|modeles? d'ia|intelligences? artificielles?)"
)
_LEAD: Final = (
    r"(?:^|[.:;!?,(«\"“-]\s{0,2}|\b(?:please|now|must|always|and|then|to|should|veuillez|merci de"
    r"|toujours|puis|et|doit|devez|dois|doivent)\s)"
)
_PATTERNS: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        # Orders to set other orders aside.
        r"\b(?:ignor(?:e|ez|er|ing)|disregard|forget|overrid(?:e|ing)|bypass|(?:do not|don't)"
        r" (?:follow|obey)|oubli(?:e|ez|er)|neglige[zr]?|contourne[zr]?"
        r"|ne (?:tiens|tenez|suis|suivez) pas)\b"
        r".{0,60}?\b(?:instructions?|consignes?|prompts?|rules?|regles?|directives?|guidelines?"
        r"|above|previous|prior|precedente?s?|ci-dessus|everything|tout ce qui)\b",
        # Another part to play.
        rf"\b(?:you are|you're|tu es|vous etes) (?:now |desormais |maintenant )?(?:an?|the|my|our"
        rf"|no longer|une?|le|la|mon|notre)\b.{{0,30}}?\b{_MODEL}\b",
        rf"\b(?:act as|pretend to be|agis(?:sez)? comme|comporte[sz]?[ -](?:toi|vous) comme)\b"
        rf".{{0,40}}?\b{_MODEL}\b",
        # A model addressed, and told to say something.
        rf"\b{_MODEL}\b.{{0,50}}?\b(?:must|shall|should|have to|has to|are to|is to|doi(?:s|t|vent)"
        r"|devez)\b.{0,30}?\b(?:reply|answer|respond|output|say|print|mention|tell|repondre|dire"
        r"|afficher|ecrire|mentionner)\b",
        rf"\b(?:note|message|instructions?|attention|notice|consignes?|avis)\b.{{0,12}}?"
        rf"\b(?:to|for|aux?|a l'|pour)\b.{{0,20}}?\b{_MODEL}\b",
        # What an answer has to be.
        rf"{_LEAD}(?:reply|answer|respond|output|print|say|write|end|finish|begin|start|include"
        r"|append|conclude)\b.{0,40}?\b(?:(?:only|exactly|just)"
        r"(?: with|:| [\"“«]| th(?:e word|is)\b)|instead|verbatim"
        r"|every (?:answer|reply|response|sentence)|your (?:answer|reply|response|output)"
        r"|the (?:word|phrase|code|token|sentence|answer|response)"
        r"|following (?:text|words?|sentence|phrase|answer|line))\b",
        rf"{_LEAD}(?:reponds|repondez|repondre|dis|dites|ecris|ecrivez|affiche[rz]?|termine[rz]?"
        r"|commence[rz]?|ajoute[rz]?|inclus|incluez|conclus|concluez)\b.{0,40}?\b(?:(?:uniquement"
        r"|seulement|exactement)(?: avec|:| [\"“«]| (?:par )?(?:le mot|la phrase|ceci)\b)"
        r"|a la place|mot pour mot|(?:chaque|ta|votre|toute|tes|vos)"
        r" (?:reponses?|phrases?)|le (?:mot|code|texte)|la (?:phrase|mention|reponse))\b",
        # The furniture of prompts.
        r"\bsystem prompt\b|\bprompt systeme\b|<\|\w{2,20}\|>|\[/?inst\]|</?(?:system|assistant"
        r"|user|passage)\b|^#{1,4} ?(?:system|instructions? to|assistant)\b|\bjailbreak",
    )
)


def instructions(content: str, start: int, end: int) -> tuple[Span, ...]:
    """What of ``content[start:end]`` gives orders to a model, each to its paragraph's end."""
    found: list[Span] = []
    for sentence in sentences(content, start, end):
        if found and sentence.start < found[-1].end:
            continue
        if is_instruction(sentence.of(content)):
            stop = content.find("\n\n", sentence.end, end)
            found.append(Span(sentence.start, end if stop < 0 else stop))
    return tuple(found)


def is_instruction(text: str) -> bool:
    """Whether a sentence tells a model, or whoever answers, what to say."""
    folded = " ".join(fold(text[:2_000]).split())
    return any(pattern.search(folded) for pattern in _PATTERNS)
