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

# "AI" is also the subject of many documents, and an assistant a person; the others are programs.
_PROGRAM: Final = (
    r"(?:llms?|gpt|chatgpt|chatbots?|bots?|(?:large )?language models?"
    r"|(?:ai|a\.i\.)[ -](?:assistants?|agents?|models?|systems?|chatbots?|bots?|readers?)"
    r"|(?:modeles?|assistants?|agents?|systemes?) (?:d'ia|ia|de langage"
    r"|d'intelligence artificielle))"
)
_MODEL: Final = rf"(?:{_PROGRAM}|ai|a\.i\.|ia|assistants?|intelligences? artificielles?)"
_LEAD: Final = (
    r"(?:^|[.:;!?,(«\"“-]\s{0,2}|\b(?:please|now|must|always|and|then|to|should|veuillez|merci de"
    r"|toujours|puis|et|doit|devez|dois|doivent)\s)"
)
# Where an order may begin: a clause, or "please", "you must"; "many firms ignore" gives none.
_CLAUSE: Final = (
    r"(?:^|[.:;!?,(«\"“”\]>*#-]\s{0,2}|\b(?:please|now|always|and|then|simply"
    r"|you (?:must|should|shall|will|may|can|have to|need to|are to)|veuillez|merci de|toujours"
    r"|puis|et|(?:vous|tu) (?:devez|dois|pouvez|peux|devrez|dev?rais|allez|vas))\s)"
)
_SENTENCE: Final = (
    r"(?:(?:^|[.:;!?(«\"“”\]>*#]\s{0,2})(?:(?:now|so|then|maintenant|alors),? )?"
    r"|\b(?:please|you (?:must|should|shall|will|have to|need to|are to))\s)"
)
_SET_ASIDE: Final = (
    r"(?:ignor(?:e|ez|er|ing)|disregard(?:ing)?|forget(?:ting)?|oubli(?:e|ez|er)|neglige[zr]?"
    r"|(?:do not|don't|not to) (?:follow|obey)|ne (?:pas )?(?:tiens|tenez|tenir|suis|suivez|suivre)"
    r"(?: pas| plus)?)"
)
_IMPERATIVE: Final = (
    r"(?:ignorez?|disregard|forget|override|bypass|oubliez?|negligez?|contournez?"
    r"|(?:do not|don't) (?:follow|obey)|ne (?:tiens|tenez|suis|suivez) (?:pas|plus))\b(?! pas\b)"
)
_REQUEST: Final = (
    r"\b(?:veuillez |merci d(?:e |')|(?:vous|tu) (?:devez|dois) )"
    r"(?:ignorer|oublier|negliger|contourner|ne pas (?:suivre|tenir))"
)
_ORDERS: Final = r"(?:instructions?|consignes?|prompts?|orders?|ordres?)"
_EARLIER: Final = (
    r"(?:previous|prior|above|earlier|preceding|foregoing|original|initial|system|your|all|any"
    r"|toutes?|tous|tes|vos|precedente?s?)"
)
_SAY: Final = (
    r"(?:reply|answer|respond|output|say|print|mention|tell|write|include|ignore|disregard|forget"
    r"|reponds|repondez|repondre|dis|dites|dire|affiche[rz]?|ecris|ecrivez|ecrire|mentionne[rz]?"
    r"|ignore[rz]|oublie[rz]?)"
)
_ADVERB: Final = (
    r"(?:(?:please|always|now|you (?:must|should|have to|are to)|veuillez|merci de|toujours"
    r"|(?:vous|tu) (?:devez|dois)) )?"
)
_READING: Final = (
    r"(?: (?:(?:that|who|which|qui) )?(?:reads?|reading|process\w*|summari[sz]\w*|pars\w+|lis(?:ent"
    r"|ant|ez)?|lit|resum\w+|trait\w+)\b[^.:;,!]{0,40})"
)
_MUST: Final = r"(?:must|shall|should|ha(?:ve|s) to|are to|is to|doi(?:s|t|vent)|devez)"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        # Orders to set other orders aside: as an order, or said of what was told before.
        rf"(?:{_CLAUSE}{_IMPERATIVE}|{_REQUEST}).{{0,60}}?\b{_ORDERS}\b",
        rf"(?:{_SENTENCE}{_IMPERATIVE}|{_REQUEST}).{{0,60}}?\b(?:rules?|regles?|directives?"
        r"|guidelines?|above|previous|prior|precedente?s?|ci-dessus|everything|tout ce qui)\b",
        rf"(?<!not )(?<!n't )(?<!never )(?<!n')(?<!pas )\b{_SET_ASIDE}\b(?! pas\b).{{0,40}}?"
        rf"\b(?:{_EARLIER}(?: (?:of |de )?(?:the |your |les |tes |vos )?[\w-]{{1,12}})? {_ORDERS}"
        rf"|{_ORDERS} (?:above|before|precedente?s?|ci-dessus|(?:you|that|given|recues?)\b)"
        r"|everything (?:above|before|you|that)|tout ce qui precede)\b",
        # Another part to play: no firm that works with AI.
        rf"\b(?:you are|you're|tu es|vous etes) (?:now |desormais |maintenant )?"
        r"(?:an?|the|my|our|no longer|une?|le|la|mon|notre)\b"
        r"(?: (?!(?:in|of|with|for|using|and|or|to|that|who|de|du|des|en|dans|qui|et|ou)\b)"
        rf"[\w-]{{1,20}}){{0,3}} (?:l')?{_MODEL}\b(?=\s{{0,2}}(?:$|[.,;:!?)\"»]"
        r"|(?:that|who|which|with|from|named|called|and|without|for|whose|trained|qui|sans|nomme\w*"
        r"|et|avec|dont|pour)\b))",
        rf"{_CLAUSE}(?:act as|pretend to be|agis(?:sez)? comme|comporte[sz]?[ -](?:toi|vous) comme)"
        rf"\b.{{0,40}}?\b{_MODEL}\b",
        # A model addressed, and told to say something; not what such programs have to do in law.
        rf"\b{_MODEL}\b{_READING}.{{0,20}}?\b{_MUST}\b.{{0,30}}?\b{_SAY}\b",
        rf"\b{_MODEL}\b.{{0,30}}?\b{_MUST}\b.{{0,20}}?\b{_SAY}\s?(?:[:\"“«]|(?:only|exactly|just"
        r"|nothing|uniquement|seulement|exactement)\b|(?:with|par) (?:[\"“«]|the (?:word|phrase)\b"
        r"|le mot\b|la phrase\b))",
        rf"{_SENTENCE}(?:dear |hey |cher |chere |to |a )?(?:all |any |every |tout )?"
        rf"{_MODEL}{_READING}?\s?[,:!] ?{_ADVERB}{_SAY}\b",
        r"\b(?:note|message|instructions?|attention|notice|consignes?|avis)\b"
        r"(?: (?:importante?|urgent|speciale?|destinee?s?|a l'attention|intended))?[ :,]{1,2}"
        r"(?:to|for|of|aux?|a|des?|pour)? ?"
        r"(?:(?:all|any|every|the|you|les?|la|tous|toutes?|tout)[ ,]{1,2}){0,3}(?:l')?"
        rf"(?:{_PROGRAM}{_READING}?\s?(?:[:,.!–—-]|{_ADVERB}{_SAY}\b)"
        rf"|{_MODEL}{_READING}?\s?[:,.!–—-]?\s?{_ADVERB}{_SAY}\b)",
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
