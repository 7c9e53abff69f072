"""What a written name looks like: capitalised words, small words inside them, and what is no name.

Every repetition is bounded, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.gazetteer import cities, countries, demonyms, fold, not_names, regions
from ingest.types import Span

UP: Final = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())
_TAIL: Final = r"[\w&]{0,40}(?:['’.+/-][\w&]{1,30}){0,4}"
# Cluster, VESTA, e-VOLT, eHealth, 3Dprint, H2vert
CAP: Final = rf"(?:[{UP}]{_TAIL}|[a-z]{{1,3}}-?[{UP}]{_TAIL}|\d{{1,2}}[{UP}]{_TAIL})"
_SMALL: Final = (
    r"(?:of|for|the|de|du|des|la|les?|für|di|da|do|dos|del|della|e|y|am|van|von|&|et|and|des)"
)
_ELIDED: Final = r"(?:d|l)['’]"
# Small words may stand inside a name, never "and"/"et" between two: that is a list.
_INNER: Final = r"(?:of|for|the|de|du|des|la|les?|für|di|da|do|dos|del|della|e|y|am|van|von|&)"
NAME: Final = (
    rf"{CAP}(?:[ \u00a0](?:{_INNER}[ \u00a0]){{0,2}}(?:{_ELIDED})?(?:{CAP}|\d\.\d|\d{{1,4}}"
    rf"(?!\d))){{0,7}}"
)
NAMES: Final = (
    rf"{NAME}(?:(?:,[ ]{NAME}){{0,5}},?[ \u00a0](?:and|et|&)[ \u00a0]"
    rf"(?:(?:the|le|la|les)[ ]|l['’])?{NAME})?"
)
ARTICLE: Final = r"(?:(?:the|our|le|la|les|un|une|notre|nos|a|an)[ \u00a0]{1,2}|l['’]\s?)"
SCHOOL: Final = r"(?:école|lycée|musée|school|museum)"  # in lower case, any of its town's
# Heads of institutions, often written in lower case.
HEAD: Final = (
    r"(?:direction|ministère|ministry|agence|agency|région|université|university|chambre|chamber"
    r"|conseil|council|préfecture|commission|département|department|institut|institute|fédération"
    r"|federation|secrétariat|métropole|mairie|ville|syndicat|union|observatoire|observatory"
    rf"|{SCHOOL})"
)
# "École portuaire de Normandie", "université catholique de Louvain"
_ADJECTIVE: Final = (
    r"(?:[ ][a-zà-ÿ]{2,16}(?:ale?|aire|ique|ienne?|aise?|oise?|ive?|elle?|ime|aine?|ère|euse))"
)
KIND: Final = (
    "(?:p[ôo]le(?: de compétitivité)?|clusters?|grappe|société|company|association"
    "|agence|agency|groupe"
    "|group|technopole|technopôle|incubateur|réseau|network|partner|partenaire"
    "|start-?up|PME|SME|firm"
    r"|entreprise|institut|institute|plateforme|platform|centre|center|consortium|project|projet"
    r"|coordinator|coordinateur|host|organisation|organization|organiser)"
)

# Document words, ranks, sectors and programmes that look like names.
NOT_NAMES: Final = not_names()
_NAMES: Final = re.compile(NAMES)
_NAME: Final = re.compile(NAME)
_LEAD: Final = re.compile(
    rf"[ \t\u00a0]{{0,3}}(?:[«“\"'‘(–—:-][ \u00a0]?)?(?:{ARTICLE})?", re.IGNORECASE
)
# "the Brussels office of Alba", "l'antenne de Lyon du pôle Alba": Alba
_SEAT: Final = re.compile(
    rf"{CAP}(?:[ ]{CAP})?[ ](?:office|branch|bureau|liaison office)[ ]of[ ](?:the[ ])?"
    rf"|(?:bureau|antenne)[ ](?:[a-zà-ÿ]{{5,16}}|(?:de|d['’]|à)[ ]?{CAP})[ ]"
    r"(?:du[ ]|de[ ]la[ ]|de[ ]l['’]|des[ ]|de[ ]|d['’])"
)
_KIND: Final = re.compile(
    rf"{KIND},?[ \u00a0](?=[{UP}\d«“\"‘]|[a-z]{{1,3}}-?[{UP}])(?:[«“\"‘][ ]?)?"
)
_INSTITUTION: Final = re.compile(
    rf"(?i:{HEAD})(?=[ ]\w)(?:[^.;:()\n,]|,[ ](?=(?:de|du|des|d['’]|of|et|and)\b)){{3,110}}?"
    rf"(?P<acronym>[ ]\([{UP}][\w&-]{{1,12}}\))",
)
_INSTITUTION_BARE: Final = re.compile(
    r"(?!(?i:conseil d['’]administration|conseil de surveillance|commission (?:d['’]|de )[a-zà-ÿ]))"
    rf"(?i:{HEAD}){_ADJECTIVE}{{0,2}}"
    r"(?:[ ](?:générale?|régionale?|nationale?|interministériel(?:le)?|départementale?"
    "|européenne|polytechnique|technologique|métropolitaine|territoriale|interprofessionnelle"
    "|regional|national|european|de|du|des|of|la|les?|et|and|&|the|for"
    rf"|[{UP}][\w’'-]{{1,30}}|(?<=de )[a-zà-ÿ]{{4,30}}|(?<=du )[a-zà-ÿ]{{4,30}}"
    r"|(?<=of )[a-z]{4,30}|(?<=de la )[a-zà-ÿ]{4,30})|[ ][dl]['’][\w’'-]{2,30}){1,9}"
)
_COMMON: Final = re.compile(r"[LD]['’][^\W\d_A-ZÀ-Þ]+")  # "L'intervenante a invité"
_HEAD_ALONE: Final = re.compile(HEAD, re.IGNORECASE)
# "Notre homologue, le C2TM (Cluster des …), nous a accueillis": a common noun, then the name.
_APPOSED: Final = re.compile(
    rf"[a-zà-ÿ]{{3}}, (?:(?:le|la|les|the)[ ]|l['’])(?P<name>{NAME})(?: \([^()\n]{{2,80}}\))?,?$"
)
# Of schools and museums there are many: "l'école d'ingénieurs" names none.
_UNNAMED: Final = re.compile(rf"(?i:{SCHOOL})[^{UP}]*")
# "Celui de Dax a réuni", "That of Graz welcomed": what stands for a thing named before
_PRONOUNS: Final = frozenset({"celui", "celle", "ceux", "celles", "that", "those"})
_TEAM: Final = re.compile(r"[ ](?:team|staff|network|association|board|secretariat)$")
_DATED: Final = re.compile(r"[ ](?:les?|on|in|en|du|aux?|the)[ ]\d{1,4}$")
_CODE: Final = re.compile(r"(?:P|WP)\d{1,2}")  # "P1 Alba", a partner's number in a project
_EDGE: Final = re.compile(r"[ \u00a0](?:of|for|the|de|du|des|la|les?|et|and|&|d['’]|l['’])$")


# "L'association Nautisme Sud" is called Nautisme Sud; "L'Agence de l'eau" keeps its first word.
_ELIDED_KIND: Final = re.compile(
    rf"[LlDd]['’](?:(?:association|entreprise|agence|institut|incubateur|université|école|alliance"
    rf"|union|organisation|équipe)[ ](?=[{UP}])|(?=(?:Agence|Université|Institut|Association|École"
    r"|Ecole|Alliance|Union|Observatoire|Office|Institution)\b))"
)
DEMONYMS: Final = demonyms()
# In French, which writes them small, a capital makes them part of a name: "Optique Wallonne".
_ENGLISH: Final = re.compile(r"(?:an|ish|ese|tch|nch|tic|dic|ek|ech|iss|elsh|oon|ak)$")


def is_name(text: str) -> bool:
    """False for words that only look like a name: dates, ranks, programmes, document words, and
    the first word of an institution ("Chambre") without the rest."""
    key = fold(text)
    if len(key) < 2 or key in NOT_NAMES or not any(c.isalpha() for c in text):
        return False
    if _HEAD_ALONE.fullmatch(text) or _COMMON.fullmatch(text):
        return False
    return not all(word in NOT_NAMES or word in DEMONYMS for word in key.split())


def is_place(text: str) -> bool:
    """True when the whole of ``text`` is a country, region or city."""
    key = fold(text)
    return key in countries() or key in regions() or key in cities()


def name_after(content: str, position: int, several: bool = True, reach: int = 170) -> Span | None:
    """The name that starts at ``position``, past an article and a kind word ("the cluster X").

    With ``several``, "X, Y and Z" is one span. None when no name starts there.
    """
    limit = min(len(content), position + reach)
    lead = _LEAD.match(content, position, limit)
    start = lead.end() if lead else position
    if seat := _SEAT.match(content, start, limit):
        start = seat.end()
    for pattern in (_INSTITUTION, _INSTITUTION_BARE):
        match = pattern.match(content, start, limit)
        if match and len(match[0]) > 8 and not _UNNAMED.fullmatch(match[0]):
            return _clean(content, *match.span())
    if kind := _KIND.match(content, start, limit):
        start = kind.end()
    match = (_NAMES if several else _NAME).match(content, start, limit)
    if match is None:
        return None
    return _clean(content, match.start(), match.end())


def name_before(content: str, position: int, reach: int = 130) -> Span | None:
    """The name or names that end at ``position``, also before an apposition ("X, the host, …")."""
    low = max(0, position - reach)
    line = content.rfind("\n", low, position)
    low = line + 1 if line >= 0 else low
    end = position
    while end > low and content[end - 1] in " \u00a0":
        end -= 1
    if (team := _TEAM.search(content, low, end)) is not None:
        end = team.start()
    if (named := _APPOSED.search(content, low, end)) is not None and not is_place(named["name"]):
        return _clean(content, *named.span("name"))
    if end > low and content[end - 1] in ",–—)":
        mark = {")": "("}.get(content[end - 1], content[end - 1])
        opening = content.rfind(mark, low, end - 1)
        if opening < 0:
            return None
        end = opening
        while end > low and content[end - 1] in " \u00a0":
            end -= 1
    best: Span | None = None
    for match in _NAMES.finditer(content, low, end):
        if match.end() == end and (
            match.start() == low or not content[match.start() - 1].isalnum()
        ):
            best = _clean(content, match.start(), match.end())
    return best


def _clean(content: str, start: int, end: int) -> Span | None:
    """The span without a small word or a non-name at either edge; None when nothing is left."""
    while edge := _EDGE.search(content, start, end):
        end = edge.start()
    if dated := _DATED.search(content, start, end):  # "par l'Université de Dole le 3"
        end = dated.start()
    while start < end:
        head, space, _ = content[start:end].partition(" ")
        if fold(head) in _PRONOUNS:
            return None
        bare = head.rstrip(",;:")  # "On 2 June 2022, Alba and Borea signed"
        if not space or not (bare.isdigit() or fold(bare) in _WEAK_HEADS or _CODE.fullmatch(bare)):
            break
        start += len(head) + 1
    if (elided := _ELIDED_KIND.match(content, start, end)) is not None:
        start = elided.end()
    while end > start and content[end - 1] in ".,;:'’-–&/ ":
        end -= 1
    if end - start > 3 and content[end - 2 : end] in ("'s", "’s"):
        end -= 2
    head, space, tail = content[start:end].rpartition(" ")
    demonym = space and fold(tail) in DEMONYMS and _ENGLISH.search(tail)
    if demonym and head[:1].isupper():  # "the Pôle Alba European team"
        end = start + len(head)
    surface = content[start:end]
    if not is_name(surface):
        return None
    return Span(start, end)


_WEAK_HEADS: Final = frozenset(
    fold(word)
    for word in """
    The This In On At By From To And Le La Les Un Une En Dans Par Pour Avec De Du Des Au Aux
    Et Our Notre After Since When While As For With Mr Mrs Ms Dr M. Mr. Mme Project Projet
    Both Also Autour Around Alongside Outre Besides January February March April May June July
    August September October November
    December Lundi Mardi Mercredi Jeudi Vendredi Monday Tuesday Wednesday Thursday Friday
    """.split()
)
