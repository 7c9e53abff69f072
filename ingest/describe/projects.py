"""Projects a text names, by evidence: a label, the word "project" beside the name, an expansion.

Each candidate is a word shaped like an acronym (two capitals or more). Its evidence is added up
over the text: label 4; "projet X"/"X project" 3 each time; expansion whose initials fit 2.5;
kick-off, partners or exchange of it 1.5 and a sentence about a project or its money 0.75 (each
twice at most); "X, a European partnership" 2.5; in the title 1.5, heading it ("X: …") 1.5 more;
three mentions 0.5. Said as one says it of an
organisation ("pôle X", "hosted by X", "X (Lyon)"): −2.5, twice at most. A project has 3 or more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from ingest.describe.found import Found
from ingest.describe.layout import Label, labels
from ingest.describe.names import NOT_NAMES, UP
from ingest.gazetteer import cities, countries, fold, regions
from ingest.types import Span

_I: Final = re.IGNORECASE
# Two capitals at least, or a capital and a digit: TISSEA, NordSeil, e-VOLT, H2vert, SAFE SMART SEA
_TOKEN: Final = (
    rf"(?<![\w@./#-])(?:[{UP}][\w]{{0,18}}[{UP}\d][\w]{{0,18}}|[{UP}]\d[\w]{{1,18}}"
    rf"|[a-z]{{1,3}}-?[{UP}][\w]{{1,18}})"
    rf"(?:[-+][{UP}\d][\w]{{0,18}}|\+){{0,2}}"
)
_WORDS: Final = rf"{_TOKEN}(?:[ ][{UP}\d]{{2,20}}(?![\w’'])){{0,3}}"
_ACRONYM: Final = re.compile(_WORDS)
_HEADS_LINE: Final = re.compile(r"\s?[-–—:]\s")
_OPEN: Final = r"(?:[«“\"'‘(]\s?)?"
_FILL: Final = (
    "(?i:(?:européens?|collaboratifs?|européen|european|eu-funded|partenarial|de"
    " coopération|interreg|cosme|nommé|intitulé|dénommé|appelé|baptisé|called|named|titled"
    r"|entitled)[ \u00a0]){0,2}"
)
_BEFORE_WORD: Final = re.compile(
    rf"\b(?i:projets?|projects?)[ \u00a0]{_FILL}(?:[:–-][ \u00a0])?{_OPEN}"
    f"(?P<names>{_WORDS}(?:(?:,[ ]|[ ](?:et|and|&)[ ])(?:le projet |the"
    f" )?{_WORDS}){{0,4}})"
)
_AFTER_WORD: Final = re.compile(
    rf"(?P<names>{_WORDS})(?:[»”\"’']{{1,2}})?[ \u00a0](?:EU[ -])?(?:\w{{4,12}}[ ])?"
    r"(?:[Pp]rojects?|[Pp]rojets?|PROJECT|PROJET)(?:['’]s?)?\b"
)
_COLON: Final = re.compile(
    rf"\b(?i:projet|project)[^:.\n]{{0,24}}\s?:\s?{_OPEN}(?P<names>{_WORDS})"
)
_EXPANDED: Final = re.compile(
    rf"(?P<names>{_TOKEN})(?:[ \u00a0](?:[Pp]roject|[Pp]rojet))?\s?(?:[–—:-]|\()\s?{_OPEN}{_OPEN}"
    rf"(?P<long>[^\W\d_][^()“”»\n]{{8,160}})"
)
_AROUND_BEFORE: Final = re.compile(
    "(?:partenaires?|consortium|partners?|lancement|launch|kick-?off|réunion|meeting"
    "|mission|framework|cadre|échanges?|exchanges?|étape"
    "|programme|visite|visit|visite d['’]étude|study visit|bons?|vouchers?|partnership"
    r"|partenariat|tour|initiative|atelier|workshop|bons de mobilité|as part|within)[ \u00a0]"
    r"(?:(?:of|du|de|des|the|from)[ ]){0,2}(?:the |la |le |d['’])?$",
    _I,
)
_AROUND_AFTER: Final = re.compile(
    r"(?:['’]s?)?[ \u00a0](?:partners|consortium|kick-?off|launch|meeting|exchanges?"
    "|mission|partnership|steering|vouchers?|calls?|tour|initiative"
    "|final conference|best[- ]practice|policy (?:note|brief)|newsletter|cascade call"
    "|opens its call|leaves|starts|(?:was|is) (?:launched|co-?funded|funded)|brings"
    " together|s['’]achève|démarre|est lancé|réunit|regroupe|rassemble"
    r"|est (?:co)?financé|a été lancé|will (?:run|last)|runs for|dure)",
    _I,
)
_LABEL: Final = re.compile(
    "(?:projet|project)(?: (?:acronym|name|europeen|title|acronyme|nom))?s?|acronyme?"
    "(?: du projet)?|dans le cadre (?:de|du projet)|framework"
)
_SHORT_WORDS: Final = frozenset(
    "of the and for in to a de du des la le les et pour en dans un une vers towards"
    " toward d l au aux with by on".split()
)
_ORG_WORD: Final = re.compile(
    "agenc|agency|association|ministr|direction|institut|universit|cluster rooted"
    "|council|chamber|chambre|pôle|federation"
    r"|fédération|company|société|cent(?:re|er)\b|compétitivité|observat|commission"
    "|federal|network of",
    _I,
)
# A sentence about a project, and what only an organisation does or has.
_CONTEXT: Final = re.compile(
    r"\b(?:projets?|projects?|partnerships?|partenariats?|consortium|consortia|co-?f"
    r"(?:inanc|und)\w*|COSME|Interreg|Erasmus|H2020"
    "|Horizon|European Union|Union européenne|European (?:fund|money)|programme"
    " européen|steering (?:committee|group)|comité de pilotage"
    r"|work package|livrables?|deliverables?)\b",
    _I,
)
_BODY_BEFORE: Final = re.compile(
    r"\b(?:p[ôo]le|cluster|grappe|agenc[ey]|société|company|groupe|group|university"
    "|université|chez|adhérents? d[eu]|members? of"
    "|directe?u?r(?:ice)? (?:of|de|d['’])|manager of|président(?:e)? de|president of"
    "|head of|hosted by|accueillie?s? par|organi[sz]ed by"
    r"|organisée?s? par|responsable .{0,30} [àa]|of|à|at|l['’]association|the cluster)[ \u00a0]"
    "(?:the |le |la |l['’])?$",
    _I,
)
_BODY_AFTER: Final = re.compile(
    r"[ \u00a0](?:[Cc]luster|[Pp]ole|[Gg]roup|GmbH|SAS|SA|Ltd|Lda)\b|[ ]\("
    rf"(?:[{UP}][\w-]{{2,20}})(?:\)|,)"
    "|,? (?:hosted|welcomed|organi[sz]ed|invites|a accueilli|a organisé|accueille"
    r"|organise|reçoit)\b",
)
# "TISSEA: …", "TISSEA – agenda": how this field heads a page about a project
_HEADING: Final = re.compile(r"\s?[:–—]\s|[ ]-[ ]|,[ ]")
_IS_PROJECT: Final = re.compile(
    r"[»”\"]?,? (?:is |est |was )?(?:an? |the |un |le |une |la |nouveau |notre |our )?"
    r"(?:[\w-]{2,16} ){0,3}"
    r"(?:projects?|projets?|partnerships?|partenariats?|consortium|initiative)\b",
    _I,
)
_LEAST: Final = 3.0
_BODY_LABELS: Final = re.compile(
    r"host|hote|organi[sz]|coordinat|partner|partenaire|contact|structure|accueil|author|auteur"
)


def find_projects(
    content: str, title: Span | None = None, known: tuple[Label, ...] | None = None
) -> tuple[Found, ...]:
    """Projects, the best supported first; ``span`` is the first time the best form is written."""
    known = labels(content) if known is None else known
    points: dict[str, float] = defaultdict(float)
    forms, direct = _written(content), defaultdict[str, list[Span]](list)
    for pattern, value in ((_BEFORE_WORD, 3.0), (_AFTER_WORD, 3.0), (_COLON, 3.5)):
        for match in pattern.finditer(content):
            for span in _names_in(content, Span(*match.span("names"))):
                if (key := _key(span.of(content))) is not None:
                    points[key] += value
                    direct[key].append(span)
    for match in _EXPANDED.finditer(content):
        key = _key(match["names"])
        if key is not None and initials_fit(match["names"], match["long"]):
            body = _ORG_WORD.search(match["long"][:70]) and not direct[key]
            points[key] += -3 if body else 2.5
    bodies = [x.span for x in known if _BODY_LABELS.search(x.key)]
    for label in known:
        if _LABEL.fullmatch(label.key):
            for span in _names_in(content, label.span):
                if span.start - label.span.start <= 4 and (key := _key(span.of(content))):
                    points[key] += 4
                    direct[key].append(span)
    for key, spans in forms.items():
        points[key] += _around(content, spans, bodies, title)
    found: list[tuple[float, Found]] = []
    for key, value in points.items():
        spans = sorted({*direct[key], *forms.get(key, ())}, key=lambda s: s.start)
        if value < _LEAST or not spans:
            continue
        text = _best([s.of(content) for s in (direct[key] or spans)])
        first = next(s for s in spans if s.of(content) == text)
        found.append((value + 0.2 * len(spans), Found("project", text, first, len(spans))))
    found.sort(key=lambda pair: (-pair[0], pair[1].span.start))
    return tuple(f for _, f in found)


def _written(content: str) -> dict[str, list[Span]]:
    """Where each acronym-shaped name stands; of a line in capitals, only its beginning."""
    forms: dict[str, list[Span]] = defaultdict(list)
    for match in _ACRONYM.finditer(content):
        if (key := _key(match[0])) is None:
            continue
        start = content.rfind("\n", max(0, match.start() - 160), match.start()) + 1
        end = content.find("\n", match.end(), match.end() + 160)
        line = content[start : end if end >= 0 else match.end() + 160]
        if line.isupper() and not (
            start == match.start() and _HEADS_LINE.match(content, match.end())
        ):
            continue
        forms[key].append(Span(*match.span()))
    return forms


def _around(content: str, spans: list[Span], bodies: list[Span], title: Span | None) -> float:
    """Points for what stands around the places where one name is written."""
    events = context = body = said = 0
    for span in spans[:40]:
        before, after = (
            content[max(0, span.start - 40) : span.start],
            content[span.end : span.end + 34],
        )
        events += bool(_AROUND_BEFORE.search(before) or _AROUND_AFTER.match(after))
        near = content[max(0, span.start - 80) : span.start].rpartition("\n")[2]
        behind = content[span.end : span.end + 110].partition("\n")[0]
        said += bool(_IS_PROJECT.match(content, span.end, span.end + 70))
        context += bool(_CONTEXT.search(near + " " + behind))
        body += bool(_BODY_BEFORE.search(before) or _BODY_AFTER.match(after))
        body += any(b.start <= span.start < b.end for b in bodies)
    in_title = title is not None and any(title.start <= s.start < title.end for s in spans)
    opens = title is not None and any(
        s.start == title.start and _HEADING.match(content, s.end) for s in spans
    )
    score = 1.5 * min(events, 2) + 0.75 * min(context, 2) + 1.5 * in_title + 1.5 * opens
    return score + 2.5 * (said > 0) + 0.5 * (len(spans) >= 3) - 2.5 * min(body, 2)


def initials_fit(acronym: str, expansion: str) -> bool:
    """True when most letters of ``acronym`` are initials or capitals of ``expansion``, in order.

    Projects pick letters from inside words too ("EXcellence EXchange and … RAilway"), so a letter
    may be any capital, the first letter of a word, or follow one that was matched.
    """
    letters = [c for c in fold(acronym) if c.isalnum()]
    words = re.findall(r"[\w]+", expansion)[:24]
    position, matched = 0, 0
    flat: list[tuple[str, bool]] = []
    for word in words:
        if fold(word) in _SHORT_WORDS and not word[0].isupper():
            flat += [(c, False) for c in fold(word)]
            continue
        flat += [
            (c, i == 0 or (i < len(word) and word[i].isupper())) for i, c in enumerate(fold(word))
        ]
    previous = False
    for letter in letters:
        probe = position
        while probe < len(flat) and not (
            flat[probe][0] == letter and (flat[probe][1] or (previous and probe == position))
        ):
            probe += 1
        if probe < len(flat):
            position, matched, previous = probe + 1, matched + 1, True
        else:
            previous = False
    return len(letters) >= 3 and matched >= 0.7 * len(letters)


def _names_in(content: str, span: Span) -> list[Span]:
    pattern = re.compile(_WORDS)
    return [Span(*m.span()) for m in pattern.finditer(content, span.start, span.end)]


def _key(text: str) -> str | None:
    """Folded name, or None for what is no project: programmes, places, document words."""
    key = fold(text)
    if len(key) < 3 or key in NOT_NAMES or text in NOT_NAMES:
        return None
    if key in countries() or key in regions() or key in cities():
        return None
    if not sum(c.isupper() or c.isdigit() for c in text) >= 2:
        return None
    if sum(c.isalpha() for c in text) < 3:
        return None
    return key


def _best(forms: list[str]) -> str:
    """The form written most often; the first among equals."""
    return max(dict.fromkeys(forms), key=forms.count)
