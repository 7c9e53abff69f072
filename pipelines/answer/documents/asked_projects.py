"""What a question for projects asks: all, or those of a coordinator, partner, year or country.

"Which projects are there?", "liste des projets européens", "combien de projets X coordonne-t-il ?"
are for the projects that documents name; which were funded, selected or labelled, and what people
do research on, a text tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ingest.types import Span
from pipelines.answer.documents.asked_documents import years_meant
from pipelines.answer.documents.cues_documents import ASKING, IN_TIME, START
from pipelines.register.conditions import Named, bodies_in, countries_in
from pipelines.register.cues import HOW_MANY
from pipelines.register.nouns import without_accents

Part = Literal["coordinator", "partner"]

_SORT: Final = (
    r"europe(?:an|en)|interregional|international|transnational|cooperation|eu(?:-funded)?"
)
_OPENING: Final = re.compile(
    rf"{START}(?:(?:{ASKING}|(?P<count>{HOW_MANY})|(?:la |the |une |a )?(?:liste?)(?: of| de)?"
    r"|(?:in |on |dans |sur |a )?(?:which|what|quels)|auxquels|to which)[ ]?)?"
    r"(?:(?:all|the|our|your|any|some|tous|les|des|nos|vos|de|d['’]|of|et)[ ]?)*"
    rf"(?P<before>(?:(?:{_SORT}|different|various|differents)[ ])*)"
    r"(?:projects|projets)\b"
    rf"(?P<after>(?:[ ](?:{_SORT}|de cooperation|inter\w+|transnationa\w+)(?:aux|s)?)*)(?!\w)"
)
_BODY, _LAND = "\u0001", "\u0002"  # a name stands for each of its letters
_B, _L = rf"(?:the |le |la |les |l['’])?{_BODY}+", rf"(?:the |le |la |les |l['’])?{_LAND}+"
_AUX: Final = r"(?:(?:is|are|was|were|has been|have been|est|sont|ont ete|a ete) )?"
_HELD: Final = (
    r"(?:mention(?:ed|nes)|describ(?:ed)|decrits|list(?:ed|es)|nam(?:ed)|nommes|cit(?:ed|es)|known"
    r"|connus|covered|documented|documentes|present(?:ed|es|s)?|evoques|abordes|recorded)"
)
_SET: Final = r"(?:librar(?:y|ies)|documents?|corpus|collection|bibliotheque|base|fonds)"
_ALL: Final = (
    r"are there|there are|exist|existe\w*(?:-t-il)?|y a[- ]t[- ]il|il y a|a[- ]t[- ]on"
    r"|(?:do |have )?(?:you|we) (?:have|know(?: of)?|got)|(?:avez|connaissez)[- ]vous"
    rf"|{_AUX}{_HELD}(?: there| here| ici)?|(?:is|are|sont)(?= (?:in|dans) )"
    rf"|(?:in|of|from|by|de|dans|par) ?(?:the|our|your|this|these|la|le|notre|cette|les|nos|vos|ces"
    rf"|l['’]) ?{_SET}"
    r"|du (?:corpus|fonds)|des documents|(?:that |which )?(?:do )?the documents (?:speak of|mention"
    r"|describe|name|cover|are about)|dont parlent (?:les|nos|vos) documents"
    r"|(?:of|in) (?:the|our) (?:cluster|federation|network|association)"
    r"|(?:du|de la|de l['’]|de notre) ?(?:cluster|pole|reseau|federation|grappe|association)"
)
_LEAD_EN: Final = r"(?:co-?ordinat|lead|led|run|manag|head|pilot)"
_LEAD_FR: Final = r"(?:coordonn|pilot|men|port|dirig|condui|conduis)"
_HEAD: Final = (
    r"(?:the |le |la )?(?:(?:project |lead )?co-?ordinator|coordo\w+|coordinat(?:eur|rice)"
    r"|lead(?:er| partner)?"
    r"|chef de file|pilote|porteur|responsable|in charge)"
)
_IS: Final = r"(?:is|was|est|etait|a ete)(?:[- ](?:il|elle))?"
_LEADS: Final = (
    rf"(?:is|was|does|did|do|has) {_B} {_LEAD_EN}(?:s|e|es|ed|ing)?"
    rf"|(?:is|was) {_B} {_HEAD}(?: of| for)?"
    rf"|(?:(?:that|which) )?{_B} (?:(?:is|was) )?{_LEAD_EN}(?:s|es|ed|ing)?"
    rf"|(?:(?:that|which|qui) )?{_AUX}(?:being )?{_LEAD_EN}(?:ed|s|ned)? by {_B}"
    rf"|(?:(?:with|having|avec) )?{_B} (?:as|comme) {_HEAD}"
    rf"|(?:of which|whose|dont) {_B} {_IS} {_HEAD}"
    rf"|{_B} {_IS} {_HEAD}(?: de| of)?"
    rf"|{_AUX}{_LEAD_FR}(?:ts?|e?e?s?) par {_B}"
    rf"|(?:(?:est-ce )?qu(?:e|['’]) ?)?(?:{_LEAD_FR}(?:e|t) {_B}"
    rf"|{_B} {_LEAD_FR}(?:e|t)(?:[- ]t?-?(?:il|elle|on))?)"
)
_TAKES: Final = r"(?:(?:take|takes|took) part|participate[sd]?|work(?:s|ed)?|(?:is |was )?involved)"
_PARTNER: Final = r"(?:(?:a |un )?(?:partner|partenaire|member|membre)|impliquee?|engagee?)"
_PARTAKES: Final = (
    rf"(?:does|did|do) {_B} {_TAKES}(?: in| on)?"
    rf"|(?:is|was) {_B} (?:{_PARTNER}|involved)(?: in| of)?"
    rf"|(?:(?:that|which|in which|where) )?{_B} (?:{_TAKES}|(?:is|was) {_PARTNER})(?: in| on| of)?"
    rf"|(?:(?:that|which) )?(?:(?:has|have|with|avec|ont|ayant) )(?:pour partenaire )?{_B}"
    rf"(?: (?:as|comme)(?: a)? {_PARTNER})?"
    r"|(?:(?:that|which) )?(?:involv(?:es?|ing)|includ(?:es?|ing)|impliqu(?:ant|ent)"
    rf"|associ(?:ant|ent)|reuniss(?:ant|ent)) {_B}|(?:of|de|du|d['’]) ?{_B}"
    rf"|(?:(?:auxquels|dans lesquels|est-ce que|ou) )?(?:{_B} (?:participe|prend)"
    rf"(?:[- ]t?-?(?:il|elle))?(?: part)?"
    rf"|participe {_B}|prend part {_B}|{_B} {_IS} {_PARTNER}|{_IS} {_PARTNER} {_B})(?: a)?"
)
_THERE: Final = (
    rf"(?:in|from|of|with|en|au|aux|avec|de|d['’]) ?(?:an? |une? |des )?{_L}"
    r"(?: (?:partners?|clusters?|members?))?|(?:with|avec) (?:an? |une? |des )?(?:partenaires?"
    rf"|clusters?|poles?) (?:en |au |aux |d['’]|de )?{_L}"
)
_PIECES: Final = tuple(
    (name, re.compile(rf"(?:{pattern})(?!\w)"))
    for name, pattern in (
        ("all", _ALL),
        ("coordinator", _LEADS),
        ("partner", _PARTAKES),
        ("there", _THERE),
        ("time", IN_TIME.pattern),
    )
)
_MAY_ASK: Final = re.compile(
    rf"{_OPENING.pattern}"
    r"|\b(?:which|what|quels|combien|how many)\b.{0,60}\bproje(?:ct|t)s\b"
)
_GAP: Final = re.compile(r"[ ,]*")
_END: Final = re.compile(r"[ ?!.:]*")


@dataclass(frozen=True, slots=True)
class Projects:
    """The projects asked for: those that a body, by its key, has a ``part`` in, those of some
    ``years`` (None: of any) and of some ``countries``; ``counted`` where their number is."""

    bodies: tuple[tuple[str, Part], ...]
    years: tuple[str, ...] | None
    countries: tuple[str, ...]
    counted: bool


def may_ask(text: str) -> bool:
    """Whether a text may be a question for projects: what it says besides takes long to read."""
    return _MAY_ASK.search(without_accents(text.lower())) is not None


def projects_asked(text: str, bodies: Mapping[str, str], years: Collection[str]) -> Projects | None:
    """The projects that a question asks for; None for any other question, and for one that says
    more of them than is known. ``bodies`` are keys by folded names, ``years`` the library's."""
    spoken = bodies_in(text, bodies)
    low = without_accents(text.lower())
    low = _marked(low, [n.span for n in spoken], _BODY)
    lands = countries_in(low, hosted=True)
    for name in lands:
        low = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _LAND * len(name), low)
    opening = _OPENING.match(low)
    fronted: list[tuple[str, re.Match[str]]] = []
    at = 0
    if opening is None:
        at = _read(low, 0, fronted)
        gap = _GAP.match(low, at)
        opening = _OPENING.match(low, gap.end()) if fronted and gap else None
    if opening is None:
        return None
    found = fronted
    at = _read(low, opening.end(), found)
    sorts = {name for name, _ in found}
    plain = not (sorts or opening["before"] or opening["after"])
    if not _END.fullmatch(low, at) or (plain and opening["count"]):
        return None
    if lands and "there" not in sorts:
        return None  # "led by a Dutch cluster": the country of who leads is not known
    return Projects(
        tuple(_parts(found, spoken)),
        years_meant((match for name, match in found if name == "time"), years),
        tuple(dict.fromkeys(code for code, _ in lands.values())),
        opening["count"] is not None,
    )


def _read(low: str, at: int, found: list[tuple[str, re.Match[str]]]) -> int:
    """Where what is known to narrow projects ends; each of its pieces is added to ``found``."""
    while True:
        gap = _GAP.match(low, at)
        start = gap.end() if gap else at
        pieces = [(name, m) for name, p in _PIECES if (m := p.match(low, start))]
        if not pieces:
            return at
        name, match = max(pieces, key=lambda piece: piece[1].end())
        found.append((name, match))
        at = match.end()


def _parts(
    found: Collection[tuple[str, re.Match[str]]], spoken: Collection[Named]
) -> list[tuple[str, Part]]:
    parts: list[tuple[str, Part]] = []
    for name, match in found:
        part: Part = "coordinator" if name == "coordinator" else "partner"
        where = Span(*match.span())
        parts += [(body.key, part) for body in spoken if where.holds(body.span)]
    return parts


def _marked(text: str, spans: Collection[Span], mark: str) -> str:
    for span in spans:
        text = text[: span.start] + mark * (span.end - span.start) + text[span.end :]
    return text
