"""One name of a list of partners: how it is written, what leads to it and what stands behind it.

In such a list a name that nobody knows is an organisation's, also without a word that says so.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from ingest.describe.bodies.names import CAP, NAME, UP, is_name, is_place
from ingest.describe.bodies.organisations import key_of
from ingest.describe.bodies.orgcues import ORG_WORD
from ingest.describe.bodies.people import is_person
from ingest.describe.projects.projectnames import initials_fit
from ingest.gazetteer import countries, fold
from ingest.types import Span

_LOW: Final = r"[a-zà-ÿ][\w-]{2,15}"
# Common nouns before a name, which are no part of it: "le cluster bulgare Essentia".
_KIND: Final = (
    r"(?:clusters?|p[ôo]les?(?: de compétitivité)?|grappes?|networks?|réseaux?|associations?"
    r"|f[ée]d[ée]rations?|firms?|company|companies|sociétés?|entreprises?|agenc(?:e|y)|alliances?"
    r"|groupe?s?|start-?ups?|laborato(?:ire|ry)|organi[sz]ations?)"
)
_LEAD: Final = re.compile(
    r"(?:(?:and|et)[ ])?"
    rf"(?:(?:à partir de|depuis|from|since)[ ](?:\d{{4}}|[{UP}][\w-]{{2,20}},),?[ ])?"
    r"(?:(?:and|et|plus|also|with|avec|from|à|au|aux|de|du|des|ainsi que|as well as)[ ]"
    r"|[dD]['’]){0,2}"
    r"(?:(?:the|le|la|les|our|its|nos|notre|ses|two|three|deux|trois)[ ]|[lL]['’])?"
    rf"(?:(?:(?:{_LOW}|[{UP}][a-z]{{3,12}})[ ])?{_KIND}(?:[ ]{_LOW})?[ ]?:?[ ]"
    rf"(?=[«“\"]?[ ]?(?:[{UP}\d]|[a-z]{{1,3}}-?[{UP}])))?(?:[«“\"][ ]?)?"
)
# Institutions whose names go on in small letters: "Institut supérieur d'informatique de Mahdia".
_HEAD: Final = (
    r"(?:[Uu]niversit[éy]|[Ii]nstitut[eo]?|[Cc]hambre|[Cc]hamber|[Aa]genc[ey]|[Éé]cole|[Ss]chool"
    r"|[Ff][ée]d[ée]ration|[Mm]inistère|[Mm]inistry|[Oo]ffice|[Cc]onseil|[Cc]ouncil|[Cc]entre"
    r"|[Cc]enter|[Hh]ôpital|[Hh]ospital|[Rr][ée]gion|[Ss]yndicat|[Oo]bservatoire|[Oo]bservatory"
    r"|[Cc]ollege|[Ll]ycée|[Pp]arc|[Vv]ille|[Mm]étropole|[Uu]nion|[Aa]ssociation)"
)
_OF: Final = r"(?:de la |de l['’]|du |des |de |d['’]|of the |of |for the |for |pour la |pour )"
_INSTITUTION: Final = re.compile(
    rf"(?:{CAP}[ ]){{0,2}}{_HEAD}"
    rf"(?:[ ](?:{_LOW}[ ])?{_OF}[\w’'-]{{2,30}}(?:[ ]{CAP}){{0,3}}){{1,4}}"
    rf"|{_HEAD}[ ]{CAP}(?:[ ]{CAP}){{0,3}}"
)
# "the Alba maritime cluster", "the Luxembourg research institute on materials"
_DESCRIBED: Final = re.compile(
    rf"{NAME}(?:(?:[ ]{_LOW}){{1,2}}[ ]?(?<=[ ])(?:cluster|network|institute|office|agency"
    r"|association|university|federation|council|centre|center|school)(?![\w-])"
    rf"(?:[ ](?:on|for)[ ]{_LOW})?|[ ](?:office|institute|agency|council)(?![\w-]))"
)
_BEFORE_ACRONYM: Final = re.compile(
    rf"{CAP}(?:[ ][\w’'-]{{1,24}}){{1,9}}(?=[ ]\((?P<acronym>[{UP}][\w&-]{{1,9}})\))"
)
_PLAIN: Final = re.compile(
    rf"{NAME}(?:[ ](?:e\. ?V\.|z\. ?s\.|a\. ?s\.|d\.o\.o\.|o\.p\.s\.|S\.A\.|S\.L\.|n\.o\.))?"
)
_YEAR: Final = re.compile(r"[ ](?:19|20)\d\d$")
_HONORIFIC: Final = re.compile(r"(?:M\.|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|Prof)\.?[ ]")
_BRACKET: Final = re.compile(
    rf"(?:[ ]?[»”\"])?(?:[ ]?\([^()\n]{{1,90}}\))?(?:[ ](?:en|au|aux|à|in|from|de|of)[ ](?:the[ ])?"
    rf"[{UP}][\w’'-]{{1,30}}(?:[ ][{UP}][\w’'-]{{1,30}}){{0,2}})?"
)
_NEXT: Final = re.compile(
    r"[ ]?[,;][ ]?(?:(?:and|et|plus|ainsi que|as well as),?[ ])?"
    r"|[ ](?:and|et|&|plus|ainsi que|as well as),?[ ]"
)
# What is said of one name before the next: ", which leads it,", ", a recycler from Firminy,"
_ASIDE: Final = re.compile(
    r"(?:which|who|qui)[ ][a-zà-ÿ][^,;.:()\n]{2,40}(?=,)"
    r"|(?:(?:the |le )?(?:lead|coordinator|coordinat(?:eur|rice)|chef de file|leader)(?: partner)?"
    r"|(?:represented by|représentée?s? par|comme|as)[ ][^,;.:()\n]{2,60})"
    r"(?=,| and | et )"
    rf"|(?:an?|une?|the|le|la|l['’])[ ]?{_LOW}[^,;.:()\n]{{2,60}}(?=,)"
)
_EDGE: Final = re.compile(r"[ ]?[(,;:|/→]|[ ][–—-][ ]|[.»”]?[ ]?$")
_WORDS_MOST, _SMALL_MOST = 8, 3
_MOST, _BRACKETED = 30, 2
# A name that ends so keeps its town: "Technical University in Alba".
_SEATED: Final = re.compile(
    rf"(?:University|School|College|Institute)[ ](?:in|at)[ ](?P<at>{NAME})$"
)
_KIND_WORD: Final = re.compile(
    r"\bkla(?:st(?:e?r|re)|szter)\w{0,2}\b|\bklust\w{0,5}\b", re.IGNORECASE
)
_TYPE: Final = re.compile(r"grappe|p[ôo]le|hub|groupe?|lab", re.IGNORECASE)
_LAST_AND: Final = re.compile(r"[ ](?:and|et|&|und)[ ]")
# "Alba makes …", "Alba est …": the name ends before the verb.
_VERB: Final = re.compile(
    r"[ ](?:[a-z]{2,14}(?<!s)s|est|sont|a|ont|anime|pilote|coordonne|apporte|assure|fournit|gère"
    r"|mène|dirige|porte|conduit|teste|organise|prête|accueille|and|et|is|will|are)(?![\w-])"
)


def name_at(content: str, start: int, end: int) -> Span | None:
    """The longest form of the name at ``start``, past an article and a common noun."""
    lead = _LEAD.match(content, start, end)
    position = lead.end() if lead else start
    best: Span | None = None
    long = _BEFORE_ACRONYM.match(content, position, min(end, position + 160))
    if long and initials_fit(long["acronym"], long[0]):
        return Span(*long.span())
    # The lead may have taken the head of an institution ("l'agence de …"): read from there too.
    for at in {position, start}:
        for pattern in (_INSTITUTION, _DESCRIBED, _PLAIN):
            match = pattern.match(content, at, min(end, at + 160))
            if match and (best is None or match.end() > best.end):
                best = Span(*match.span())
    if best is None or not is_name(_YEAR.sub("", best.of(content))):
        return None
    return best


def is_human(content: str, name: Span, people: Set[str]) -> bool:
    """Whether a name is a person's: known as one, after a title, or after a first name."""
    text = name.of(content)
    if key_of(text) in people or _HONORIFIC.search(content, max(0, name.start - 6), name.start):
        return True
    return is_person(text) and not ORG_WORD.search(text) and len(text.split()) < 4


def listed(content: str, start: int, end: int) -> list[Span]:
    """The names of "A (x), B in Portugal and C, which leads", up to the first thing that is none;
    towns between them are left out."""
    found: list[Span] = []
    bare: Span | None = None  # the last name, where it alone has no bracket behind it
    position = start
    while len(found) < _MOST:
        name = name_at(content, position, end)
        if name is None:
            aside = _ASIDE.match(content, position, end) if found else None
            following = _NEXT.match(content, aside.end(), end) if aside else None
            if following is None:
                break
            position = following.end()
            continue
        behind = _BRACKET.match(content, name.end, end)
        after = behind.end() if behind else name.end
        following = _NEXT.match(content, after, end)
        if is_place(name.of(content)):
            if not found:
                break
        elif bare is not None and following is None and after == name.end:
            # Where all others have a bracket, "Art and Craft School" at the end is one name.
            found[-1] = Span(bare.start, name.end)
        else:
            found.append(name)
        if following is None:
            break
        alone = len(found) > _BRACKETED and after == name.end and following[0][:1] == " "
        bare = name if alone and _all_bracketed(content, found[:-1]) else None
        position = following.end()
    return found


def _all_bracketed(content: str, names: list[Span]) -> bool:
    return all(content.startswith(" (", n.end) for n in names)


def values(content: str, start: int, end: int) -> list[Span]:
    """The names in a label's value: between semicolons, where there are any, else one by one."""
    stop = re.compile(r"\.(?=[ ]|$)").search(content, start, end)
    if content.find(";", start, stop.start() if stop else end) < 0:
        several = re.compile(r",|[ ](?:and|et|&)[ ]").search(content, start, end)
        alone = None if several else entry(content, start, end)
        return [alone] if alone else listed(content, start, end)
    found: list[Span] = []
    for part in re.compile(r"[^;]+").finditer(content, start, end):
        low = part.start() + len(part[0]) - len(part[0].lstrip())
        name = entry(content, low, part.end(), together=True)
        if name is None:
            break
        found.append(name)
    return found


def entry(
    content: str, start: int, end: int, verbs: bool = False, together: bool = False
) -> Span | None:
    """The name that an item or a cell begins with; up to a bracket or comma it may be all of it.

    With ``verbs`` a verb may follow ("Alba makes the blades"); with ``together`` an "and" is in
    the name, as where semicolons part the names.
    """
    lead = re.compile(r"(?:[*_«“\"][ ]?){0,3}").match(content, start, end)
    start = lead.end() if lead else start
    edge = _EDGE.search(content, start, end)
    stop = edge.start() if edge else end
    name = name_at(content, start, end)
    if name is None or (name.start > stop):
        return None
    if name.end >= stop:
        return name
    rest = content[name.end : stop].rstrip(" .*_")
    whole = Span(name.start, name.end + len(rest))
    text = whole.of(content)
    if seated := _SEATED.search(text):
        return name if fold(seated["at"]) in countries() else whole
    if re.match(r"[ ](?:in|en|au|à|from)[ ]", rest):
        return name
    if _LAST_AND.match(rest):  # "Institut Bois et Forêts" is one; of "Alba and Borea" the first
        joined = (
            together
            or _TYPE.match(text)
            or ORG_WORD.match(text)
            or ORG_WORD.search(rest)
            or _KIND_WORD.search(text)
        )
        return whole if joined and len(text.split()) <= _WORDS_MOST else name
    if _VERB.match(rest):
        return name if verbs else None
    small = sum(not word[0].isupper() for word in rest.split())
    named = (small <= _SMALL_MOST and rest.split()[-1][0].isupper()) or _KIND_WORD.search(rest)
    if len(text.split()) <= _WORDS_MOST and (named or ORG_WORD.search(rest)):
        return whole
    return name if verbs else None
