"""Organisations a text names: by a type word, an acronym with its expansion, a role, or its shape.

Written forms of one organisation ("e-Volt", "E-VOLT", "pôle e-VOLT") are folded into one, under
the form written most often.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.describe.found import Found
from ingest.describe.names import CAP, DEMONYMS, HEAD, NAME, NOT_NAMES, UP, is_place, name_after
from ingest.describe.projects import initials_fit
from ingest.gazetteer import first_names, fold
from ingest.types import Span

_I: Final = re.IGNORECASE
_TYPE: Final = (
    "(?:P[ôo]le|Clusters?|Grappe|Agence|Agency|Association|Universit[éy]|University"
    "|Universidad|Universität|Institut[eo]?"
    "|Chambre|Chamber|CCI|Fédération|Federation|Conseil|Council|Ministère|Ministry"
    "|Direction|Commission|Région|Fundació|Fundación"
    "|Foundation|Fondation|Centre|Center|Centro|Network|Réseau|Alliance|Technopole"
    "|Technopôle|Observatory|Observatoire|Observatório"
    "|School|École|Ecole|Laboratoire|Laboratory|Hub|Société|Groupe|Group|Klaster"
    "|Incubator|Incubateur|Academy|Bureau|Klub|Verband"
    "|Union|Board|Office|Banque|Bank|Platform|Plateforme|Initiative|Syndicat|Hôpital"
    "|Hospital|Forum|Valley|Vallée|Campus)"
)
_INNER: Final = r"(?:of|for|the|de|du|des|la|les?|d['’]|l['’]|di|da|do|del|della|y|e|&|für|on)"
_INSTITUTION: Final = (
    r"(?:Agenc[ey]|Associat\w{2,6}|Universit[éy]|Ministère|Ministry|Direction"
    r"|Institut[eo]?|Observato\w{2,4}|Fédération|Federation"
    r"|Chambre|Chamber|Council|Conseil|Centre|Center|Commission)"
)
# Type word first ("Pôle Alba", "Université de Vallonne") or last ("Alba Business School")
_TYPE_FIRST: Final = re.compile(
    rf"(?<![\w-]){_TYPE}(?:[ \u00a0](?:(?:{_INNER})[ \u00a0]?){{0,3}}(?:d['’]|l['’])?{CAP}){{1,8}}"
)
_TYPE_LAST: Final = re.compile(
    rf"(?<![\w’'-])(?:{CAP}[ \u00a0](?:(?:of|de|&)[ ])?){{1,4}}{_TYPE}(?![\w-])(?:[ ]"
    f"(?:of|for|de|du|pour|on)[ ](?:the[ ]|la[ ])?{CAP}(?:[ ]{CAP}){{0,2}}(?:[ ](?:and"
    f"|et)[ ]{CAP}){{0,1}}(?:[ ]{CAP}){{0,2}})?"
)
# "Ministry of Health and Sport", never "Pôle Alba and Cluster Beta"
_TYPE_AND: Final = re.compile(
    rf"(?<![\w-])(?:{CAP}[ ]){{0,3}}{_INSTITUTION}(?:[ ](?:(?:{_INNER})[ ]?){{1,3}}{CAP}){{1,3}}[ ]"
    f"(?:and|et)[ ](?!{_TYPE})(?:(?:of|de|du|for)[ ])?{CAP}"
)
_LEGAL: Final = re.compile(
    rf"(?<![\w-])(?:{CAP}|[a-z]{{4,16}})(?:[ ]{CAP}){{0,3}}[ ,]{{1,2}}(?:SAS"
    r"|SARL|SA|S\.A\.|GmbH|AG|Ltd|Limited|Lda|SpA|S\.p\.A\.|Srl|S\.r\.l\.|"
    r"BV|B\.V\.|NV|AB|ApS|A/S|Oy|e\.V\.|S\.L\.|SL|Inc|LLC|plc|sas|sarl|Kft|d\.o\.o\."
    r"|Sp\. z o\.o\.)(?![\w])"
)
_ACRONYM_LONG: Final = re.compile(rf"(?<![\w-])(?P<short>{CAP})[ ]\((?P<long>[^()\n]{{6,140}})\)")
_SHORT_AFTER: Final = re.compile(rf"[ ]\((?P<short>[{UP}][\w&-]{{1,12}})\)")
_SHAPED: Final = re.compile(
    rf"(?<![\w@./’'#-])(?:[{UP}][{UP}\d&-]{{2,20}}|[a-z]-?[{UP}]{{2,}}[\w-]{{0,14}}"
    rf"|[{UP}][a-zà-ÿ]{{1,14}}[{UP}][\w]{{1,16}}|\d[{UP}][\w]{{2,16}})"
    rf"(?:[ ](?:[{UP}][{UP}\d&-]{{2,20}})){{0,3}}(?![\w])"
)
_LOWER: Final = re.compile(r"(?<![\w])[a-zà-ÿ]{4,30}(?![\w])")
_ORG_CUE_AFTER: Final = re.compile(r"['’]s? |[ ]\(|[ ](?:a|has|had|ont|is|est|hosted|runs|gave) ")
_NAME: Final = re.compile(rf"(?<![\w’'-]){NAME}")
_HEADED: Final = re.compile(rf"\b(?:la |le |l['’]|the |par |by ){HEAD}\b", _I)
_ORG_WORD: Final = re.compile(
    "agenc|agency|ministr|ministère|direction|associat|universit|institut|cent(?:re"
    "|er)|council|conseil|chamber|chambre|fédérat|federat|network"
    "|réseau|alliance|observat|commission|cluster|pôle|initiative|union|board|office"
    "|company|société|entreprise|organi[sz]ation|syndicat|school|banque|bank",
    _I,
)
_NO_ORG_LONG: Final = re.compile(
    r"visiting|host organi|groupe de travail|working group|^[a-z ]{0,20}(?:and|et) ", _I
)
_ORG_CUE_BEFORE: Final = re.compile(
    r"(?:\b(?:by|par|at|à|of|de|du|with|avec|chez|from|d['’]|of the|members? of"
    "|partenaires?|cluster|pôle|company|société|expert for)"
    r"[ \u00a0](?:the |le |la |l['’])?|[,(–—-] ?)$",
    _I,
)
_WORDS: Final = re.compile(r"[\w’'-]{1,40}")
_STRIP: Final = re.compile(
    "^(?:(?:the|le|la|les|l['’]|our|notre) ?)?(?:pole(?: de competitivite)?|cluster"
    r"|grappe|the|le|la|agence|societe|company|groupe)s? (?=\S)"
    r"| (?:cluster|pole|group|groupe|sas|sarl|sa|gmbh|ltd|lda|spa|srl|bv|ag|e\.v\.?|s\.a\.|s\.l\.)$"
)
_AND: Final = re.compile(r",? (?:and|et|&) (?:(?:the|le|la|les) |l['’])?|, ")
_PLACE_IN: Final = rf"[ ]\((?P<place>[{UP}][\w’' -]{{2,40}})(?:,[ ][{UP}][\w’' -]{{2,30}})?\)"
_JOB: Final = (
    "(?:directe?u?r(?:ice)?|manager|présidente?|president|chair(?:man|woman)?|head|CEO"
    r"|PDG|responsable(?: \w+){0,2}|gérante?|founder"
    r"|fondat(?:eur|rice)|secretary|secrétaire|coordinat(?:or|eur|rice)|chargée? d\w*"
    r" \w+|members? of the board|lead|chef de file)"
)
# Names that the text treats as a body: "X (Lyon, France)", "director of X", "X's offices"
_TOLD: Final = (
    re.compile(
        rf"(?<![\w’'-])(?P<name>{NAME})(?=[ ]\((?:[{UP}][\w’' -]{{2,40}},[ ])?"
        rf"(?:{{PLACE}})\))".replace("{PLACE}", rf"[{UP}][\w’' -]{{2,40}}")
    ),
    re.compile(
        rf"\b(?i:{_JOB})(?:,)?[ \u00a0](?:of|de|du|d['’]|at|à)[ \u00a0]?(?:the |la |le "
        f"|l['’])?(?P<name>{NAME})"
    ),
)
_EMPLOYER: Final = re.compile(rf"(?:,[ ]|[ ]\()(?:from |de |of )?(?P<name>{NAME})(?=[),;.\n]|$)")
_MONTHLIKE: Final = re.compile(r"\d{4}|^\d+$")


# Words of type names that name nobody on their own: "Regional Agency", "Business Forum"
_PLAIN: Final = frozenset(
    fold(w)
    for w in """
    Agency Agence Association University Université Institute Institut Centre Center Network
    Réseau Alliance School École Hub Council Conseil Chamber Chambre Forum Board Office
    Bureau Union Academy Initiative Platform Plateforme Campus Valley Industrial Innovation
    Development Mobility Logistics Transport Competitiveness of and for the de et la le du
    des Master Public Private Annual General Assembly Assemblée Générale Digital Green Smart
    Advanced Local Foundation Fondation Observatory Observatoire Ministry Ministère
    Direction Laboratory Laboratoire Federation Fédération Société
    """.split()
)


def find_organisations(
    content: str,
    known: Iterable[Span] = (),
    projects: Iterable[str] = (),
    people: Sequence[Found] = (),
) -> tuple[Found, ...]:
    """Organisations in order of first mention, with how often each is named.

    ``known`` are spans told to be organisations by their role (a host, an organiser); ``projects``
    and ``people`` are names that are something else.
    """
    others = {fold(p) for p in projects} | {fold(p.text) for p in people}
    spans: list[Span] = [s for k in known for s in _split(content, k)]
    for pattern in (_TYPE_AND, _TYPE_FIRST, _TYPE_LAST, _LEGAL):
        spans += [Span(*m.span()) for m in pattern.finditer(content)]
    for match in _HEADED.finditer(content):
        if (span := name_after(content, match.start() + match[0].rfind(" ") + 1)) is not None:
            text = span.of(content)
            if re.search(rf"\([{UP}]", text) or len(re.findall(rf"\b[{UP}]", text)) > 0:
                spans.append(span)
    short, long = _with_expansion(content)
    spans += short
    spans += _shaped(content)
    spans += _repeated(content)
    spans += [Span(*m.span("name")) for p in _TOLD for m in p.finditer(content)]
    spans += _employers(content, people)
    spans = [s for s in spans if not any(x.start <= s.start and s.end <= x.end for x in long)]
    surnames = {word for name in others for word in name.split()[1:] if " " in name}
    return _folded(content, spans, others, surnames)


def _employers(content: str, people: Sequence[Found]) -> list[Span]:
    """What stands behind a person's name: "Ana Ruiz, Alba" or "Ana Ruiz (Alba)"."""
    found = []
    for person in people:
        if (match := _EMPLOYER.match(content, person.span.end, person.span.end + 90)) is not None:
            found.append(Span(*match.span("name")))
    return found


def _split(content: str, span: Span) -> list[Span]:
    """The names of "A, B and C" one by one; an institution's long name is left whole."""
    text = span.of(content)
    if re.match(_INSTITUTION, text, _I) or "(" in text:
        return [span]
    found, start = [], span.start
    for cut in [*_AND.finditer(content, span.start, span.end), None]:
        end = cut.start() if cut else span.end
        if end - start > 1:
            found.append(Span(start, end))
        start = cut.end() if cut else end
    return found


def _with_expansion(content: str) -> tuple[list[Span], list[Span]]:
    """Acronyms that stand for an organisation, and where their long forms are."""
    short: list[Span] = []
    long: list[Span] = []
    for match in _ACRONYM_LONG.finditer(content):
        text = match["long"]
        if not _is_body(text) or sum(map(str.isupper, match["short"])) < 2:
            continue
        if initials_fit(match["short"], text) or re.match(
            r"[^,]{0,12}(?:cluster|pôle|agenc)", text, _I
        ):
            short.append(Span(*match.span("short")))
            long.append(Span(*match.span("long")))
    for match in _SHORT_AFTER.finditer(content):
        low = max(0, match.start() - 110)
        words = list(_WORDS.finditer(content, low, match.start()))
        size = sum(c.isalpha() for c in match["short"])
        for first in reversed(words[-3 * size - 2 :]):
            text = content[first.start() : match.start()]
            if (
                len(words)
                and fold(text[0]) == fold(match["short"][0])
                and initials_fit(match["short"], text)
                and _is_body(text)
                and len(text.split()) >= size - 1
            ):
                short.append(Span(*match.span("short")))
                long.append(Span(first.start(), match.start()))
                break
    return short, long


def _is_body(text: str) -> bool:
    return bool(_ORG_WORD.search(text)) and not _NO_ORG_LONG.search(text)


def _shaped(content: str) -> list[Span]:
    """Names in capitals or camel case that stand twice, or once where an organisation would."""
    places: dict[str, list[Span]] = defaultdict(list)
    for match in _SHAPED.finditer(content):
        line_start = content.rfind("\n", max(0, match.start() - 200), match.start()) + 1
        line = content[max(line_start, match.start() - 200) : match.end() + 60].split("\n")[0]
        if line.isupper() or match[0] in NOT_NAMES or fold(match[0]) in NOT_NAMES:
            continue
        places[fold(match[0])].append(Span(*match.span()))
    found: list[Span] = []
    for spans in places.values():
        if len(spans) > 1 or _ORG_CUE_BEFORE.search(
            content[max(0, spans[0].start - 24) : spans[0].start]
        ):
            found += spans
    return found


def _repeated(content: str) -> list[Span]:
    """Capitalised names seen twice or more, at least once inside a sentence.

    One word alone must also stand once as an organisation would ("by X", "X's", "X (") and never
    be written in lower case.
    """
    places: dict[str, list[Span]] = defaultdict(list)
    inside: set[str] = set()
    cued: set[str] = set()
    for match in _NAME.finditer(content):
        text, start = match[0], match.start()
        key = fold(text)
        places[key].append(Span(*match.span()))
        if (
            start > 1
            and content[start - 1] in " \u00a0’'("
            and (content[start - 2].isalnum() or content[start - 2] in ",;")
        ):
            inside.add(key)
            before, after = (
                content[max(0, start - 24) : start],
                content[match.end() : match.end() + 12],
            )
            if _ORG_CUE_BEFORE.search(before) or _ORG_CUE_AFTER.match(after):
                cued.add(key)
    words = set(_LOWER.findall(content))
    found: list[Span] = []
    for key, spans in places.items():
        if len(spans) < 2 or key not in inside:
            continue
        if " " not in key and (key not in cued or key in words or len(key) < 4):
            continue
        found += spans
    return found


def key_of(text: str) -> str:
    """What two written forms of one organisation share."""
    key = fold(text.partition(" (")[0])
    for _ in range(3):
        shorter = _STRIP.sub("", key)
        if shorter == key or len(shorter) < 2:
            break
        key = shorter
    return key


def _folded(
    content: str, spans: list[Span], others: set[str], surnames: set[str]
) -> tuple[Found, ...]:
    forms: dict[str, list[Span]] = defaultdict(list)
    longest: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if longest and span.start < longest[-1].end:
            continue
        longest.append(span)
    for span in longest:
        text = span.of(content)
        key = key_of(text)
        if _fits(text, key, others) and key not in surnames:
            forms[key].append(span)
    found: list[Found] = []
    for named in forms.values():
        written = [s.of(content) for s in named]
        best = max(dict.fromkeys(written), key=lambda w: (written.count(w), len(w)))
        first = next(s for s in named if s.of(content) == best)
        found.append(Found("organisation", best, first, len(named)))
    return tuple(sorted(found, key=lambda f: f.span.start))


def _fits(text: str, key: str, others: set[str]) -> bool:
    words = key.split()
    if key in others or fold(text) in others or key in NOT_NAMES or len(key) < 2:
        return False
    if is_place(text) or (is_place(key) and len(words) == len(text.split())):
        return False
    if all(w in NOT_NAMES or w in DEMONYMS or w in _PLAIN for w in fold(text).split()):
        return False
    if any(o.startswith(key + " ") or o.endswith(" " + key) for o in others):
        return False
    if words[0] in first_names() and len(words) in (2, 3) and not _ORG_WORD.search(text):
        return False
    if _MONTHLIKE.search(key) and len(words) < 3:
        return False
    return not all(w in NOT_NAMES or w in DEMONYMS for w in words) and not key.startswith("proj")
