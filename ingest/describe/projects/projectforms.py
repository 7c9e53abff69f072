"""How texts introduce a project whatever its name looks like, and what each form is worth.

The name may be in capitals, of mixed case ("InnoFarm"), a coined word ("Clusgrid"), several words
("Women in Wood") or a common word ("Lighthouse"). The plainer it looks, the more it needs: a
coined word counts in full, words of the language less, and one word of the language only where
the text never writes it small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.describe.bodies.names import CAP, DEMONYMS, UP
from ingest.describe.projects import projectcues as cue
from ingest.describe.projects.projectnames import name_key, shaped, trimmed
from ingest.gazetteer import countries, first_names, fold, is_word
from ingest.types import Span

NAME: Final = rf"(?<![\w@./#-]){CAP}(?:[ ](?:{CAP}|[2-9](?![\w.,%])))" r"{0,3}(?:\+(?!\w))?"
_INSIDE: Final = r"[^«»“”\"\n]"
QUOTE: Final = r"[«“\"][ \u00a0]?"
UNQUOTE: Final = r"[ \u00a0]?[»”\"]"
_UNION: Final = r"(?:European[ ](?:Union|Commission)|EU\b|UE\b|Union[ ]européenne|Commission[ ]eur)"
# Adjectives and what stands like one before "project": "three-year European cooperation project"
_ADJECTIVES: Final = (
    r"(?:(?!(?:of|the|des?|du|la|les?|and|et|in|en|on|sur|for|pour|our|his|its|their|leur|an?|une?)"
    r"[ ])[\w+-]{2,20}[ ]){0,4}"
)
_STAFF: Final = (
    r"(?![ -](?:partners?|managers?|management|leaders?|coordinators?|coordination|officers?|office"
    r"|teams?|ideas?|owners?|holders?|proposals?|applications?|engineers?|work)\b)"
)
# "X (Interreg Europe)", "X (LIFE22-…)"; not "Jean Valjean (Interreg secretariat)"
_IN_BRACKETS: Final = re.compile(
    rf"(?P<name>{NAME})(?:{UNQUOTE})?[ \u00a0]\((?:(?:programme|project|projet)[ ])?"
    rf"{cue.PROGRAMME}(?![^()\n]{{0,60}}(?:partner|manager|contact|secr[ée]tari|office|unit|expert"
    r"|agency|agence|autorité|authority|chef))[^()\n]{0,70}\)"
)
# "X is a three-year project", "X, projet européen"
_DEFINED: Final = re.compile(
    rf"(?P<name>{NAME})(?:{UNQUOTE})?(?:(?:,|[ ](?:is|was|est|était))[ ]"
    rf"(?:an?|the|our|un|une|le|notre)[ ]{_ADJECTIVES}|,[ ](?=projet|project|nouveau|european)"
    rf"(?:nouveau[ ]|european[ ])?)(?:project|projet|[Ee]urocluster)\b{_STAFF}"
)
# "X, financed by LIFE, tests …", "X est cofinancé par l'Union européenne"
_FUNDED: Final = re.compile(
    rf"(?P<name>{NAME})(?:{UNQUOTE})?(?P<apposed>,)?[ ](?:(?:is|was|est|a été|has been)[ ])?"
    r"(?:partly[ ]|également[ ]|also[ ])?(?:co-?)?(?:funded|financed|supported|financée?|soutenue?)"
    rf"[ ](?:by|under|from|through|within|par|dans|au)\b[^.;()\n]{{0,40}}?[ ’'](?:{cue.PROGRAMME}"
    rf"|{_UNION})"
)
_CLASS: Final = r"(?:project|projet|partenariat|partnership|consortium|eurocluster|initiative)"
_NO_ARTICLE: Final = r"(?!(?:an?|the|une?|le|la|les|des?|has|have|had|ont|avait)[ ])"
# "a project called X", "le consortium … porte le nom de X"; not "projects … a fair called X"
_CALLED: Final = re.compile(
    rf"\b(?i:{_CLASS}|programme)\b(?:(?:[ ]{_NO_ARTICLE}(?!a[ ])[\w’'-]{{2,16}}){{0,2}},?[ ]"
    r"(?i:called|named|dubbed|entitled|titled|known as|baptisée?|nommée?|intitulée?|appelée?"
    r"|dénommée?)"
    r"|(?:(?![ ](?:an?|une?|qui|who|that|which)[ ])[^.;\n]){0,40}?[ ](?i:is called|is named"
    r"|s['’]appelle|porte le nom d[e'’]|s['’]intitule))"
    rf"[ ]?(?:{QUOTE})?(?P<name>{NAME})(?=[ ]?[»”\",.;:()\n]|[ ][a-zà-ÿ]|$)"
)
# "Funded under COSME, the X programme helps …"
_FUNDED_FIRST: Final = re.compile(
    r"\b(?i:co-?funded|funded|financed|supported|co-?financée?|financée?|soutenue?)"
    rf"[ ](?:by|under|from|through|within|par|dans|au)\b[^.;()\n]{{0,40}}?[ ’'](?:{cue.PROGRAMME}"
    rf"|{_UNION})[^.;()\n]{{0,30}}?,[ ](?:(?:the|our|le|la|notre)[ ])?"
    rf"(?:(?P<before>projet|partenariat|programme|project)[ ])?(?P<name>{NAME})"
    rf"(?P<after>[ ](?:project|programme|partnership|consortium))?"
)
_CLASS_QUOTED: Final = re.compile(
    r"(?<!à )(?<!for )\b(?P<class>(?i:projet|project|partenariat|partnership|consortium"
    r"|eurocluster|initiative|programme))s?(?:[ ](?:[\w-]{2,16}(?:éen|ean|nal|nel|if|ive|ier)"
    r"|(?:for|pour)[ ][\w’']{3,16}|ESCP-\w+|called)){0,3}"
    rf",?[ \u00a0]{QUOTE}(?P<name>[{UP}\d]{_INSIDE}{{2,50}}?){UNQUOTE}"
)
_QUOTED_CLASS: Final = re.compile(
    rf"{QUOTE}(?P<name>[{UP}\d]{_INSIDE}{{2,50}}?){UNQUOTE}[ ](?:[\w-]{{4,14}}[ ])?"
    rf"(?P<class>[Pp]roject|[Pp]rojet|[Pp]artnership|[Cc]onsortium|[Ii]nitiative|[Pp]rogramme)\b"
    rf"{_STAFF}"
)
# "“Long title” (ACRO)", "projet « Titre long », dit ACRO", "project Long title (ACRO)"
_SHORT_FOR: Final = re.compile(
    rf"(?P<class>\b(?:[Pp]roject|[Pp]rojet)[ ])?{QUOTE}(?P<long>{_INSIDE}{{12,160}}?){UNQUOTE}"
    rf"(?:[ ]?\(|,[ ](?:dite?|alias|en abrégé|in short|or|ou|known as)[ ])(?P<name>{NAME})"
)
_SHORTENED: Final = re.compile(
    rf"{UNQUOTE}(?:[ ]?\(|,[ ](?:dite?|alias|en abrégé|in short|known as)[ ]){CAP}"
)
_SHORT_PLAIN: Final = re.compile(
    r"(?P<class>\b(?:[Pp]roject|[Pp]rojet)[ ])(?:on |sur |of |de |: )?(?P<long>[^.;:«»“”()\n]"
    rf"{{14,140}}?)[ ]\((?P<name>{NAME})\)"
)
# "the X and Y projects", "les projets X et Y"
_SEVERAL: Final = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur)[ ](?P<names>{NAME}(?:,[ ]{NAME}){{0,4}},?[ ](?:and|&)[ ]{NAME})"
    rf"[ ](?:[\w-]{{4,14}}[ ])?(?:projects|consortia)\b|\b(?:[Ll]es|[Nn]os)[ ]projets[ ]"
    rf"(?P<noms>{NAME}(?:,[ ]{NAME}){{0,4}}[ ](?:et|&)[ ]{NAME})"
)
# "the Open Fields project", "le projet Cap Export"; not "le projet Industrie du futur"
_BESIDE: Final = re.compile(
    rf"(?P<fr>\b[Pp]rojet[ ](?P<name>{NAME}))(?![ ](?:d[eu]|des|d['’])\b)"
    rf"|(?:\b(?:[Tt]he|[Oo]ur|[Oo]f|[Ii]n)[ ]|(?m:^)|: )(?P<nom>{NAME})"
    rf"[ ](?:[Pp]roject|[Cc]onsortium|[Ee]urocluster)\b{_STAFF}"
)
# "Interreg Flandre : X" on a line of its own
_AT_HEAD: Final = re.compile(
    rf"^[#*•\s-]{{0,6}}{cue.PROGRAMME}(?:[ +-]{CAP}|[ ](?:de|d['’]|\d{{4}}[-–]\d{{4}})){{0,5}}"
    rf"[ ]?[:–—][ ](?:{QUOTE})?(?P<name>{NAME})(?:{UNQUOTE})?[ ]?(?=$|[–—:(])",
    re.MULTILINE,
)
# "Interreg MED X – technical meeting"
_PROGRAMME_OF: Final = re.compile(
    rf"\b(?:Interreg|INTERREG)(?:[ ](?:MED|Med|NWE|SUDOE|Sudoe|IPA|CBC|ENI|V?I?-?[AB]|V[AB]?|Europe"
    rf"|{CAP}(?=[ ]{CAP}[ ][–—:])))"
    r"{1,3}"
    rf"[ ](?P<name>{NAME})[ ](?:[–—:]|project\b)"
)
# What a grant has and an organisation hardly: "the periodic report of X", "X's consortium"
_GRANT: Final = (
    r"(?:(?:periodic|final|interim|progress)[ ]report|rapport[ ](?:final|intermédiaire"
    r"|d['’]avancement)|kick-?off(?:[ ]meeting)?|réunion[ ]de[ ]lancement|final[ ](?:conference"
    r"|event)|(?:conférence|réunion)[ ]finale|consortium|work[ ]packages?|grant[ ]agreement"
    r"|deliverables?|livrables?)"
)
_OF_GRANT: Final = re.compile(
    rf"\b(?i:{_GRANT}|(?P<weak>partners|partenaires|steering[ ]committee|comité[ ]de[ ]pilotage))"
    rf"[ ](?:of[ ](?:the[ ])?|du[ ]|de[ ]|d['’])(?P<name>{NAME})"
    rf"|(?P<nom>{NAME})(?:['’]s|[’'])?[ ](?:{_GRANT}|(?P<few>partners|steering[ ]committee))\b"
)
_LOOSE: Final = {"initiative": 2.5, "programme": 2.5, "consortium": 2.0}  # may be no project's


@dataclass(frozen=True, slots=True)
class Told:
    """A name that a form introduces as a project's, and what that is worth."""

    span: Span
    points: float


def told(content: str) -> Iterator[Told]:
    """Each place where the text says of a name that it is a project's."""
    for pattern, value in (
        (_IN_BRACKETS, 3.0),
        (_DEFINED, 3.0),
        (_CALLED, 3.0),
        (_AT_HEAD, 3.0),
        (_PROGRAMME_OF, 2.25),
    ):
        for match in pattern.finditer(content):
            yield from rated(content, Span(*match.span("name")), value)
    for match in _FUNDED.finditer(content):
        span = Span(*match.span("name"))
        if not cue.BODY_BEFORE.search(content[max(0, span.start - 40) : span.start]):
            yield from rated(content, span, 2.25 if match["apposed"] else 2.0)
    for match in _FUNDED_FIRST.finditer(content):
        value = 2.25 if match["before"] or match["after"] else 1.5
        yield from rated(content, Span(*match.span("name")), value)
    for pattern in (_CLASS_QUOTED, _QUOTED_CLASS):
        for match in pattern.finditer(content):
            loose = match["class"].lower() in _LOOSE
            national = loose and any(
                w in countries() or w in DEMONYMS for w in fold(match["name"]).split()
            )
            if not (_SHORTENED.match(content, match.end("name")) or national):
                points = _LOOSE.get(match["class"].lower(), 3.0)
                yield from rated(content, Span(*match.span("name")), points, True)
    for match in _SEVERAL.finditer(content):
        group = "names" if match["names"] else "noms"
        for name in re.finditer(NAME, match[group]):
            start = match.start(group)
            yield from rated(content, Span(start + name.start(), start + name.end()), 3.0)
    for match in _BESIDE.finditer(content):
        span = Span(*match.span("name" if match["fr"] else "nom"))
        several = match["fr"] and any(mark in span.of(content) for mark in " -")
        yield from rated(content, span, 3.0 if several else 2.0)
    for match in _OF_GRANT.finditer(content):
        span = Span(*match.span("name" if match["name"] else "nom"))
        yield from rated(content, span, 1.0 if match["weak"] or match["few"] else 2.0)


def shortened(content: str) -> Iterator[tuple[Span, str, bool]]:
    """Short names after their long titles: where, the title, whether it is said to be a project."""
    for pattern in (_SHORT_FOR, _SHORT_PLAIN):
        for match in pattern.finditer(content):
            yield Span(*match.span("name")), match["long"], bool(match["class"])


def rated(content: str, span: Span, points: float, quoted: bool = False) -> Iterator[Told]:
    """The name at ``span`` with what is left of ``points`` for one that looks as it does, if any.

    ``quoted`` says that its edges and its being a name are beyond doubt.
    """
    whole = span if quoted else trimmed(content, span)
    if whole is None or (key := name_key(whole.of(content), quoted)) is None:
        return
    text = whole.of(content)
    if quoted or shaped(text) or not all(is_word(w) or w in first_names() for w in key.split()):
        yield Told(whole, points)
    elif " " in text or "-" in text:
        yield Told(whole, points - (0 if _repeated(content, text) else 0.75))
    elif text.lower() not in content and _repeated(content, text):
        yield Told(whole, min(points, 2.0))


def _repeated(content: str, text: str) -> bool:
    first = content.find(text)
    return content.find(text, first + len(text)) >= 0
