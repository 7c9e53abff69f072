"""Who hosted, organised, coordinated, spoke, took part, paid: from labels and verbs, by span.

A value with several names ("ERAI and PLASTIPOLIS") stays one value, as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from ingest.describe.layout import Label, labels, lines, lowered
from ingest.describe.names import UP, is_name, name_after, name_before
from ingest.types import Language, Span

RoleKind = Literal["host", "organiser", "coordinator", "speaker", "partner", "funder", "contact"]
_I: Final = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Role:
    """Who plays a part in a document; ``weight`` is how plainly the text says so (1 to 5)."""

    kind: RoleKind
    name: str
    span: Span
    weight: float = 1.0


# Folded label → role. "(ho)" and the like are cut before matching.
_LABELS: Final[tuple[tuple[RoleKind, re.Pattern[str]], ...]] = (
    (
        "host",
        re.compile(
            r"(?:local )?host(?:s|ing)?(?: (?:organi[sz]ation|cluster|partner|institution|organi[sz]er))?"
            r"|hosted by|(?:organisation|organisme|structure|cluster|pole|partenaire) (?:hote|d'accueil|hotesse)"
            r"|hotes?|hotesse|accueil(?: sur place)?|accueilli par|structure accueillante|cluster d'accueil"
        ),
    ),
    (
        "organiser",
        re.compile(
            r"(?:co ?)?organi[sz](?:er|ers|ed by|ing (?:organi[sz]ation|partner|cluster))"
            r"|(?:co ?)?organisat(?:eurs?|rices?)|organis(?:e|ee)s? par|organisation|(?:a l')?initiative"
            r"|proposee? par|gestionnaires?|geree? par|(?:issued|launched|run|managed|offered|arranged) by|lancee? par"
        ),
    ),
    (
        "coordinator",
        re.compile(
            r"(?:project )?coordinat(?:or|ed by)|(?:lead|leading) partner|project lead(?:er)?|coordinat(?:eur|rice)"
            r"(?: du projet)?|coordination|chef(?: |s )de file|porteur(?: du projet)?|pilote"
        ),
    ),
    (
        "speaker",
        re.compile(
            r"(?:key ?note )?speakers?|relator|intervenant(?:e|s|es)?|orat(?:eur|rice)s?|presenters?|present(?:ed|e|ee) (?:by|par)"
            r"|trainers?|moderat(?:or|ors|eur|rice)|anim(?:e|ee) par|animat(?:eur|rice|ion)|facilitators?|chair(?:ed by)?"
        ),
    ),
    ("partner", re.compile(r"(?:project |associated )?partners?|partenaires?(?: associes?| du projet)?|consortium|associated|avec")),
    ("funder", re.compile(r"fund(?:ed by|ing|er)|financ(?:ement|e par|eur|eurs)|co ?financ(?:ement|e par)|programme|with the support of")),
    ("contact", re.compile(r"contacts?(?: person)?|personne a contacter|enquiries|renseignements|more information")),
)

_EVENT_NOUN: Final = re.compile(
    r"\b(?:event|exchange|meeting|workshop|seminar|webinar|conference|visit|forum|training|kick-?off|session|mission"
    r"|summit|day|days|delegation|visitors|partners|clusters|participants|group|course|staff|roundtable|réunion"
    r"|atelier|séminaire|webinaire|conférence|visite|échange|rencontre|formation|lancement|journée|colloque"
    r"|délégation|partenaires|consortium|étape|édition|assemblée|comité|manifestation)s?\b",
    _I,
)
_BETWEEN: Final = r"(?:[ \u00a0][^.;:()\n]{0,70}?)??[ \u00a0](?:by|par)[ \u00a0](?=[^\d\s])"
_PASSIVE: Final[tuple[tuple[RoleKind, re.Pattern[str], float], ...]] = (
    ("organiser", re.compile(
        r"\b(?:(?:co-?|jointly )?organi[sz]ed|convened|arranged|staged|set up|launched|issued|(?:co-?)?organisée?s?|montée?s?"
        rf"|initiée?s?|proposée?s?|lancée?s?|mise?s? en place){_BETWEEN}"), 4.0),
    ("host", re.compile(
        rf"\b(?:(?:co-?)?hosted|welcomed|received|accueillie?s?|hébergée?s?|reçue?s?|invitée?s?){_BETWEEN}"), 4.0),
    ("coordinator", re.compile(
        rf"\b(?:coordinated|led|managed|piloted|coordonnée?s?|pilotée?s?|portée?s?|menée?s?){_BETWEEN}"), 3.0),
    ("speaker", re.compile(
        rf"\b(?:moderated|presented|delivered|facilitated|chaired|animée?s?|présentée?s?|modérée?s?|présidée?s?){_BETWEEN}"), 3.0),
    ("funder", re.compile(
        r"\b(?:(?:co-?)?(?:funded|financed)|supported|(?:co-?)?financée?s?|soutenue?s?|subventionnée?s?)"
        r"(?:[ ][^.;:()\n]{0,20}?)??[ ](?:by|par|under|sous)[ ]"), 3.0),
    ("funder", re.compile(r"\b(?:with the (?:financial )?support of|avec le (?:soutien|concours)(?: financier)? (?:de|du|des))[ ]"), 2.0),
    ("partner", re.compile(r"\b(?:in (?:partnership|cooperation|collaboration) with|en (?:partenariat|collaboration|coopération) avec)[ ]"), 3.0),
    ("host", re.compile(
        r"\b(?:at the invitation of|guests? of|à l['’]invitation (?:de |du |d['’])|(?:in|at) the (?:offices|premises|headquarters"
        r"|facilities) of|dans les locaux (?:de |du |d['’])|au siège (?:de |du |d['’])|chez)[ ]?"), 2.5),
    ("organiser", re.compile(r"\b(?:à l['’]initiative (?:de |du |d['’])|on the initiative of|sous l['’]égide (?:de |du |d['’]))[ ]?"), 3.0),
    ("host", re.compile(
        r"\bhost(?:ing)? (?:organi[sz]ation|cluster|partner|institution)(?: \(\w{1,6}\))?(?: of the [\w ]{3,24})?\s?[:–—,-]\s?"), 4.0),
    ("host", re.compile(r"\b(?:cluster|pôle|organisme|structure|partenaire) (?:hôte|d['’]accueil)(?: \(\w{1,6}\))?\s?[:–—,-]\s?"), 4.0),
    ("contact", re.compile(r"\b(?:please contact|contacter|contactez|write to|écrire à|auprès d(?:e |u |['’])|s['’]adresser à)[ ]?"), 2.0),
)  # fmt: skip
_AUX: Final = re.compile(
    r"(?<!\w)(?:(?:has|have|had|will|would|is|are|was|were|a|ont|avait|avaient|va|vont|to|then|also|aussi|jointly|recently|ensemble|vous|you)[ \u00a0]){1,3}$"
)
_ACTIVE: Final[tuple[tuple[RoleKind, re.Pattern[str], float], ...]] = (
    ("organiser", re.compile(
        r"(?<=[ \u00a0])(?:organi[sz]ed|organi[sz]es|organi[sz]e|organi[sz]ing|co-organi[sz]ed|organisé|organisait|organise(?:nt|ra|ront)?"
        r"|convened|launched|launches|launch|lance(?:nt)?|lancé|propose(?:nt)?|invites?|convient|invite(?:nt)?)\b(?![ ](?:by|par)\b)"), 3.0),
    ("host", re.compile(
        r"(?<=[ \u00a0])(?:hosted|hosts|host|hosting|welcomed|welcomes|accueilli|accueille(?:nt)?|accueillera|accueillait|recevait|recevra"
        r"|reçu|reçoit|ouvre ses portes|ouvrait ses portes|opened its doors|opens its doors)\b(?![ ](?:by|par)\b)"), 3.0),
    ("coordinator", re.compile(r"(?<=[ \u00a0])(?:coordinates|coordinated|coordonne|coordonnera|pilote)\b(?![ ](?:by|par)\b)"), 2.0),
    ("organiser", re.compile(
        r"(?<=[ \u00a0])(?:ran|runs|run|held|holds|hold|staged|tenait|tient|tenu|monté|animait)[ ](?:a|an|the|its|their|un|une|le|la|sa|son|leur)[ ]"
        r"(?=[^.;\n]{0,24}?(?:event|exchange|meeting|workshop|seminar|webinar|conference|visit|forum|training|réunion|atelier|séminaire|webinaire"
        r"|conférence|visite|rencontre|formation|journée))"), 2.5),
    ("host", re.compile(r"(?:['’]s|s['’]) (?:offices|premises|headquarters|facilities|site|campus|showroom)\b"), 2.0),
)  # fmt: skip
_PERSON_ROLES: Final = frozenset({"speaker", "contact"})
_HONORIFIC: Final = re.compile(r"\s{0,3}(?:M\.|Mme|Mr|Mrs|Ms|Dr|Pr|Prof)\.?[ \u00a0](?=[^\W\d_])")
_PARTS: Final = re.compile(r" (?:and|et|&) |/")
_BRACKETS: Final = re.compile(r"\s?\([^)]*\)")
_EDGE: Final = re.compile(r"[,;(|\n–—]|[ ]-[ ]|\.[ ]")


def find_roles(content: str, language: Language) -> tuple[Role, ...]:
    """Every role told in the text, in order of place; the same name may play several parts."""
    del language  # both languages' patterns are read: many documents mix them
    found = [r for label in labels(content) for r in _labelled(content, label)]
    low = lowered(content)
    for kind, pattern, weight in _PASSIVE:
        for match in pattern.finditer(low):
            span = _after(content, match.end(), kind)
            if span is not None:
                bonus = _bonus(content, Span(max(0, match.start() - 90), match.end()))
                found.append(Role(kind, span.of(content), span, weight + bonus))
    for kind, pattern, weight in _ACTIVE:
        for match in pattern.finditer(low):
            auxiliary = _AUX.search(low[max(0, match.start() - 40) : match.start()])
            span = name_before(content, match.start() - (len(auxiliary[0]) if auxiliary else 0))
            if span is not None and is_name(span.of(content)):
                bonus = _bonus(content, Span(match.end(), min(len(content), match.end() + 80)))
                found.append(Role(kind, span.of(content), span, weight + bonus))
    unique = {(r.kind, r.span): r for r in sorted(found, key=lambda r: r.weight)}
    return tuple(sorted(unique.values(), key=lambda r: (r.span.start, r.span.end)))


def main_role(roles: tuple[Role, ...], kind: RoleKind, least: float = 2.5) -> Role | None:
    """The plainest role of a kind, the first told among equals; None under ``least``."""
    told = [r for r in roles if r.kind == kind and r.weight >= least]
    return max(told, key=lambda r: (r.weight, -r.span.start), default=None)


def _labelled(content: str, label: Label) -> list[Role]:
    """A label's roles: "Host and lead partner: X" gives two."""
    found: list[Role] = []
    for part in _PARTS.split(_BRACKETS.sub("", label.key).strip()):
        for kind, pattern in _LABELS:
            if not pattern.fullmatch(part):
                continue
            span = _after(content, label.span.start, kind, loose=True)
            if span is not None and span.end <= label.span.end + 1:
                found.append(Role(kind, span.of(content), span, 6.0))
            break
    return found


def _after(content: str, start: int, kind: RoleKind, loose: bool = False) -> Span | None:
    """The name at ``start``; with ``loose`` (a label's value) anything up to a comma or bracket."""
    if honorific := _HONORIFIC.match(content, start):
        start = honorific.end()
    span = name_after(content, start)
    if span is not None or not loose:
        return span
    line = next(lines(content, start, min(len(content), start + 120)), None)
    if line is None:
        return None
    edge = _EDGE.search(content, line.start, line.end)
    end = edge.start() if edge else line.end
    text = content[line.start : end].rstrip()
    if not 2 < len(text) <= 80 or not re.search(rf"[{UP}]", text) or "@" in text:
        return None
    return Span(line.start, line.start + len(text))


def _bonus(content: str, span: Span) -> float:
    """Half a point for an event noun beside the verb, another half in the opening lines."""
    return 0.5 * bool(_EVENT_NOUN.search(content, span.start, span.end)) + 0.5 * (span.start < 600)
