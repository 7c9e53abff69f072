"""The words by which a question asks for documents, French and English.

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.types import DocumentType, Language
from pipelines.register.periods import MONTH

NOUNS: Final[tuple[tuple[DocumentType, str], ...]] = (
    (
        "event_report",
        r"(?:event |meeting )?(?:reports?|minutes)|rapports?|comptes?[- ]rendus?|crs?"
        r"|proces[- ]verb(?:al|aux)|pvs?",
    ),
    (
        "policy_note",
        r"(?:(?:policy|briefing|position) )?(?:notes?|briefs?)|(?:policy|position) papers?"
        r"|notes? (?:de (?:position|synthese|politique|cadrage)|d['’](?:orientation|evaluation)"
        r"|strategiques?)|prises? de position",
    ),
    ("agenda", r"agendas?|ordres? du jour"),
    ("announcement", r"announcements?|annonces?|invitations?|press releases?"
     r"|communiques?(?: de presse)?"),
    (
        "best_practice",
        r"(?:best|good)[- ]practices?(?: (?:sheets?|notes?))?"
        r"|(?:fiches? (?:de )?)?bonnes? pratiques?",
    ),
)  # fmt: skip
_ANY: Final = (
    r"documents?|docs?|documentation|papers?|articles?|textes?|texts?|files?|fichiers?"
    r"|sources?(?! (?:of|de|d)\b)"
    r"|publications?|e-?mails?(?! ?addresse?s?)|mails?(?! ?addresse?s?)|courriels?|messages?"
    r"|newsletters?|lettres? d['’]information"
    r"|fiches?|ressources?|resources?|guides?"
    r"|enquetes?|surveys?|etudes?|stud(?:y|ies)(?! (?:visits?|tours?|trips?)\b)"
)
_NOUN: Final = rf"(?P<noun>{'|'.join(pattern for _, pattern in NOUNS)}|{_ANY})\b(?! ?[:(])"
# Those that open a heading: several, or "documentation".
_NOUNS: Final = rf"(?P<noun>(?:(?:{'|'.join(p for _, p in NOUNS)}|{_ANY})(?<=s|x)|documentation))\b"
_AUX: Final = (
    r"(?:do|does|did|don['’]?t|is|are|was|were|has|have|had|will|would|can|could|must|should|may"
    r"|ne|n['’]\w+|not|never|no|est|sont|a|ont|etai(?:t|ent)|doi(?:t|vent)|faut|peu(?:t|vent)"
    r"|last|latest|first|most|dernier\w*|premier\w*)"
)
_FEW: Final = rf"(?:(?!(?:{_AUX}|of|de|du|des|in|dans|the|les?|la)\b)[\w'’-]+ ){{0,2}}?"
_DETERMINERS: Final = (
    r"(?:(?:all|any|some|other|more|the|your|our|of|a|an|des|les|tous|toutes|un|une|le|la|nos"
    r"|vos|de"
    r"|quelques|autres|d['’]autres) )*"
)
_YOU: Final = r"(?:you|we|i|one)"
ASKING: Final = (
    r"(?:which|what|quel(?:le)?s?(?: sont)?|(?:which|what) are"
    r"|(?:is|are) there|(?:do|does) (?:you|we|the library) (?:have|hold|know)"
    r"|have (?:you|we)(?: got)?|what (?:do|have) (?:you|we) (?:have|got) (?:as|by way of)"
    rf"|(?:please )?(?:(?:can|could|would) {_YOU} )?(?:please )?"
    r"(?:show|list|give|find|get|display|see|read|have|search(?: for)?|look for)(?: me| us)?"
    rf"|{_YOU}(?:['’]m| am| are)? (?:looking|searching) for|(?:i|we) (?:need|want)(?: to (?:see"
    rf"|read))?"
    r"|(?:i|we)(?: would|['’]d) like(?: to (?:see|read|have))?"
    r"|(?:est-ce qu['’]il )?y (?:a-t-il|a t il|a)|il y a|existe-t-il|(?:est-ce qu['’])?il existe"
    r"|(?:avez|as|possede[sz]?|dispose[sz]|a)[- ](?:vous|tu|t-on|t-il)"
    r"|(?:est-ce que )?(?:vous avez|tu as|on a|nous avons)|qu['’]avez-vous comme"
    r"|(?:pouvez-vous |peux-tu |pourriez-vous )?(?:me |nous )?"
    r"(?:donn|montr|affich|list|trouv|cherch|recherch|indiqu)(?:e[rz]?|es)(?:[- ](?:moi|nous))?"
    r"|je (?:cherche|recherche|veux|voudrais|souhaite|souhaiterais)(?: (?:voir|lire|consulter"
    r"|trouver"
    r"|avoir))?|j['’]aimerais (?:voir|lire|consulter|trouver|avoir)"
    r"|je (?:peux|voudrais) (?:voir|lire|consulter))"
)
START: Final = r"\s*(?:(?:hello|bonjour|please|svp|and|et)[ ,]+)?"
WHICH: Final = re.compile(rf"{START}{ASKING} (?:d['’])?{_DETERMINERS}{_FEW}{_NOUN}")
HEADED: Final = re.compile(
    rf"{START}(?:(?:all|any|every|the|our|your|tous|toutes|les|des|nos|vos|liste? des?|list of) )*"
    rf"{_NOUNS}"
)
_SAYING: Final = (
    r"(?:speaks?|speaking|talks?|talking|tells?|telling|informs?|writes?) (?:about|of|on|us about)"
    r"|mention(?:s|ing)?|deals? with|dealing with|discuss(?:es|ing)?|cover(?:s|ing)?"
    r"|address(?:es|ing)?|refer(?:s|ring)? to|concerns?|describ(?:es?|ing)|touch(?:es"
    r"|ing)? (?:up)?on"
    r"|(?:contains?|has|have|gives?|with) (?:some |any )?(?:information|anything|something"
    r"|details|data"
    r"|figures) (?:about|on)|says? (?:something|anything) (?:about|on|of)|(?:is|are) (?:about|on)"
    r"|(?:is|are) (?:devoted|dedicated) to"
    r"|(?:parle(?:nt)?|parlant|traite(?:nt)?|traitant|di(?:t|sent) quelque chose)(?= (?:de|du"
    r"|des|sur|au|a)\b"
    r"| d['’])"
    r"|(?:evoqu|mentionn|abord|concern|cit|signal)(?:e|ent|ant)(?! (?:pas|jamais)\b)"
    r"|port(?:e|ent|ant) sur|(?:sont |est )?consacree?s? (?:a|aux?)\b"
    r"|(?:font|fait|faisant) (?:reference|mention|etat|allusion)|decri(?:vent|t|vant)"
    r"|(?:contien(?:nen)?t|donnen?t) (?:des|quelques) (?:\w+ )?sur"
)
ABOUT: Final = re.compile(
    rf"\b(?:(?:that|which|qui|ou l['’]on) )?(?:(?:do|does) )?(?:also |aussi )?"
    rf"(?:(?P<verb>{_SAYING})"
    r"|(?:about|on|regarding|concerning|related to|relating to|sur|au sujet|a propos|relati(?:f"
    r"|ve)s? aux?"
    r"|en lien avec|around|autour))(?![\w-])"
)
_SAID: Final = (
    r"(?:mentioned|discussed|described|covered|addressed|dealt with|referred to|cited"
    r"|spoken (?:of|about)|talked about|explained|documented)"
)
_DIT: Final = r"(?:evoque|mentionne|aborde|cite|decrit|traite|explique|documente)e?s?"
_ON_PARLE: Final = (
    r"(?:(?:est[- ]il|il est) (?:question|fait mention|fait etat)"
    r"|(?:parle|traite|evoque|mentionne|aborde)[- ]t[- ](?:on|il)|(?:est-ce qu['’]"
    r"|l['’])?on (?:parle|"
    r"traite|evoque|mentionne|aborde))"
)
_END: Final = r"[ ?!.]*$"
_T: Final = r"(?P<topic>.+?)"
IN_WHICH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{START}(?:in |dans )?(?:which|what) {_FEW}{_NOUN} (?:is|are|was"
        rf"|were) {_T} {_SAID}(?: in)?"
        rf"{_END}",
        rf"{START}dans quel(?:le)?s? {_FEW}{_NOUN} {_ON_PARLE} {_T}{_END}",
        rf"{START}dans quel(?:le)?s? {_FEW}{_NOUN} (?:est|sont|a ete|ont ete) {_DIT} {_T}{_END}",
        rf"{START}dans quel(?:le)?s? {_FEW}{_NOUN} {_T} (?:est|sont|a|ont)(?:[- ](?:t-)?(?:ils?"
        rf"|elles?))?"
        rf"(?: ete)? {_DIT}{_END}",
    )
)
_MATTER: Final = (
    r"(?:something|anything|more|further|information|info|details|material|documents?|reports?"
    r"|texts?"
    r"|quelque chose|des (?:informations?|infos|elements|documents?|details|renseignements"
    r"|rapports)"
    r"|(?:plus )?d['’](?:informations?|infos)|plus)"
)
_ON: Final = r"(?:about|on|regarding|concerning|sur|au sujet|a propos|concernant)"
WHERE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{START}where (?:can|could|do|may|should) {_YOU} (?:read|learn|find|see|get"
        rf"|look)(?: {_MATTER})*"
        rf" {_ON} {_T}{_END}",
        rf"{START}where (?:is|are|was|were) {_T} {_SAID}{_END}",
        rf"{START}where (?:does|do) (?:the |our |your )?(?:librar(?:y|ies)|documents?|texts?"
        rf"|reports?)"
        rf" (?:{_SAYING}) {_T}{_END}",
        rf"{START}ou (?:est-ce que )?(?:puis[- ]je|peut[- ]on|pouvons[- ]nous|je peux|on peut"
        rf"|trouve-t-on)?"
        rf" ?(?:lire|trouver|voir|consulter|en savoir"
        rf"|en apprendre)?(?: {_MATTER})* {_ON} {_T}{_END}",
        rf"{START}ou {_ON_PARLE} {_T}{_END}",
        rf"{START}ou (?:est|sont) {_DIT} {_T}{_END}",
    )
)
ANYTHING: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{START}(?:(?:please )?(?:show|find|give|list)(?: me)? |(?:donn|montr"
        rf"|trouv)e[rz]?(?:-moi)? "
        r"|je (?:cherche|veux|voudrais) )?(?:everything|all|tout(?: ce que (?:vous avez"
        r"|l['’]on a|tu as))?)"
        rf"(?: (?:there is|(?:you|we) have))? {_ON} {_T}{_END}",
        rf"{START}(?:is there|do (?:you|we) have|have (?:you|we)(?: got)?"
        rf"|does the library (?:have|hold))"
        rf" (?:anything|something|any material) {_ON} {_T}{_END}",
        rf"{START}what (?:do|have) (?:you|we) (?:have|got) {_ON} {_T}{_END}",
        rf"{START}(?:y a[- ]t[- ]il|(?:est-ce qu['’])?il y a|avez-vous|as-tu|a-t-on"
        rf"|existe-t-il) quelque"
        rf" chose {_ON} {_T}{_END}",
        rf"{START}qu['’](?:avez-vous|as-tu|a-t-on|y a-t-il) {_ON} {_T}{_END}",
    )
)
# What can't be looked for: a clause of its own, or what a document leaves out.
SAID_OF: Final = re.compile(
    rf"(?:the |le )?(?:\d{{1,2}}(?:st|nd|rd|th|er)?\b|(?:{MONTH})\b)|"
    r"(?:how|why|when|who|whom|whose|what|where|which|if|whether|that|comment|pourquoi|quand|qui"
    r"|quoi"
    r"|ce qu[ei'’]|si|qu[e'’]|(?:de )?combien)\b"
)
CLAUSE: Final = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|can|must|should|est|sont|ont|etai(?:t|ent)"
    r"|avai(?:t|ent)|doi(?:t|vent)|faut|a ete|a-t-\w+)\b"
)
# What may stand between the noun and what the documents speak of.
NARROWS: Final = re.compile(
    r"\s*(?:(?:are there|(?:do|have) (?:you|we) (?:have|got)|avez[- ]vous|a-t-on|y a-t-il"
    r"|existe-t-il)[ ]*|(?:(?:that|which|qui) )?(?:(?:is|are|was|were|have been|sont|ont ete) )?"
    r"(?:of|from|in|by|at|since|before|after|between|published|written|issued|dated|de|du|des"
    r"|d['’]|en"
    rf"|dans|par|depuis|avant|apres|entre|publi|ecrit|redig|dat|issu)(?!.*\b{_AUX}\b).{{0,80}})?",
)
# Several documents of a type; what "best practices" are is told, a sheet of them is a document.
SEVERAL: Final = re.compile(
    r"(?:fiches|notes|prises|ordres|comptes|communiques)\b.*"
    r"|(?!fiche |note |prise |compte |bonnes? |(?:best|good)[ -]practices?$).*[sx]"
)
# What some documents of a type are called, by their titles.
SORTS: Final = (
    re.compile(r"\b(?:position papers?|prises? de position|notes? de position|position notes?)\b"),
    re.compile(r"\b(?:evaluation (?:notes?|briefs?)|notes? d['’]evaluation)\b"),
    re.compile(r"\b(?:press releases?|communiques?(?: de presse)?)\b"),
    re.compile(r"\binvitations?\b"),
    re.compile(r"\b(?:minutes|proces[- ]verba(?:l|ux)|pvs?)\b"),
)
ALL_OF_THEM: Final = re.compile(
    r"(?:\b(?:are there|there are|(?:do |have )?(?:you|we) (?:have|got)|avez[- ]vous|a-t-on"
    r"|y a[- ]t[- ]il|existe-t-il|in all|here|ici|(?:in|of|from|de|dans) (?:the|our|la|notre|cette)"
    r" (?:library|bibliotheque|corpus|collection))\b|[ ,:?!.]+)*"
)
DENIED: Final = re.compile(
    r"\b(?:not|never|without|except|excluding|but|other than|pas|jamais|sans|sauf|hors|hormis|mais"
    r"|autres? qu\w*|most recent|latest|le plus recent)\b|n['’]t\b"
)
AND_ASKED: Final = re.compile(
    r"\b(?:and|et) (?:when|where|who|how|what|which|quand|ou|qui|combien|comment|quel\w*)\b"
    r"|[;?].*\w"
)
_YEAR: Final = r"(?:19|20)\d\d"
IN_TIME: Final = re.compile(
    r"\b(?P<how>in|from|of|during|for|since|after|before|between|dated|en|de|d['’]|dans|pour"
    r"|depuis|apres"
    r"|avant|entre|a partir de|datant de|dates? de|(?:in )?the years?|(?:de )?l['’]annee|annees?)"
    rf"(?: (?:the year|l['’]annee))? ?(?P<year>{_YEAR})(?: ?(?:and|or|to|et|ou|a|-"
    rf"|–) ?(?P<other>{_YEAR}))?"
    r"\b(?! ?/)(?: onwards)?"
)
WRITTEN: Final = re.compile(
    r"\b(?:(?:that |which |qui )?(?:is|are|was|were|have been|ont ete|a ete|sont|est) )?"
    r"(?:published|written|issued|dated|publiee?s?|ecrite?s?|redigee?s?|datee?s?|parue?s?)"
    r"(?= (?:in|since|after|before|between|en|depuis|apres|avant|entre|de)\b)"
)
IN_LANGUAGE: Final[dict[Language, re.Pattern[str]]] = {
    "fr": re.compile(r"\b(?:in french|en francais)\b"),
    "en": re.compile(r"\b(?:in english|en anglais)\b"),
}
