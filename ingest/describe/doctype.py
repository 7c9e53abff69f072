"""A document's type, from bilingual cues with weights; all weights stand in one table."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from ingest.describe.layout import Label, lowered
from ingest.types import DocumentType, Span

_I: Final = re.IGNORECASE
IN_TITLE: Final = 3.0  # a cue in the title counts three times
IN_LEAD: Final = 1.5  # and half as much again in the first 500 characters
IN_FIRST_LINE: Final = 3.0  # the first 120 characters, title or not
FAR: Final = 1_500  # an agenda told of after this is an annex, and its cues count half
TIMES: Final = 9.0  # points for hours at the head of lines, when three lines in ten have one
MOST: Final = 3  # times that one cue is counted
LEAST: Final = 2.0  # a type needs this much, or the document is "other"


class Cue(NamedTuple):
    """A pattern that speaks for a type, and how much; it is matched on text in lower case."""

    type: DocumentType
    weight: float
    pattern: re.Pattern[str]


def _cue(kind: DocumentType, weight: float, pattern: str) -> Cue:
    return Cue(kind, weight, re.compile(rf"\b(?:{pattern})"))


CUES: Final[tuple[Cue, ...]] = (
    # What happened, told in the past
    _cue(
        "event_report",
        3,
        "compte[ -]rendu|minutes of|report (?:on|of|from) the|notes from|event report"
        "|retour sur|bilan de l|review of the",
    ),
    _cue(
        "event_report",
        2,
        "took place|was held|were held|a eu lieu|ont eu lieu|s['’]est (?:tenu|déroulé"
        "|achevé)|se sont (?:retrouv|réuni|tenu)|a tenu|avait été organisé",
    ),
    _cue(
        "event_report",
        2,
        "(?:was|were) (?:hosted|welcomed|launched|opened|organi[sz]ed)|(?:met"
        "|gathered) (?:on|in|for)|(?:a|ont) (?:accueilli|réuni|organisé|visité"
        "|rassemblé|reçu)",
    ),
    _cue(
        "event_report",
        1.5,
        r"(?:organi[sz]ed|hosted|welcomed|opened|closed) (?:a|an|the|on|their|its)\b|"
        r"(?:gave|spoke|told) (?:an?|the|about|of)\b|day (?:one|two)|last morning|first"
        " day|second day|second workday|premier jour|deuxième jour|le premier jour",
    ),
    _cue(
        "event_report",
        1,
        "(?:participants|visitors|partners|delegates) (?:were|met|visited|asked"
        "|discussed|agreed|had|saw|also)|les (?:participants|partenaires|visiteurs"
        "|échanges) ont|in the afternoon|the morning was|l['’]après-midi",
    ),
    _cue(
        "event_report",
        1.5,
        "kick-?off|lancement d|réunion de lancement|study visit|visite d['’]étude"
        "|staff exchange|échange de (?:personnel|salariés)|mission report|closing "
        "(?:event|conference)",
    ),
    _cue(
        "event_report",
        0.7,
        "(?:presented|showed|explained|asked|agreed|decided|discussed|visited|a"
        r" présenté|ont (?:présenté|visité|demandé|échangé|décidé)|était|étaient|fut)\b",
    ),
    _cue(
        "event_report",
        0.6,
        r"(?:a|ont|avait|avaient) \w{2,14}(?:é|i|u|is|it)e?s?\b|(?:was|were|had)\b",
    ),
    # What is to come, hour by hour
    _cue(
        "agenda",
        4,
        r"(?:draft )?agenda\b|ordre du jour|(?:detailed |final |draft )programme of the"
        " day|programme (?:de la journée|prévisionnel|détaillé|du séjour)|schedule"
        "|déroulé",
    ),
    _cue(
        "agenda",
        1.5,
        r"programme\s*$|coffee break|lunch break|pause[ -](?:café|déjeuner)"
        "|registration and|accueil (?:café|des participants)|closing remarks|mot"
        " d['’]accueil|fin de la (?:journée|mission|réunion)",
    ),
    # Money or places to apply for
    _cue(
        "call",
        4,
        "appels? à (?:projets?|candidatures?|propositions?|manifestation|partenaires)"
        r"|call for|open call|call:|cascade funding|appel\s*:",
    ),
    _cue(
        "call",
        1.5,
        r"eligib|éligib|applicants?|candidats?\b|candidatures?|deadline|date limite"
        "|dépôt des|submission|evaluation criteria|selection criteria|critères (?:de"
        r" sélection|d['’]évaluation)|grants?\b|subvention|max(?:imum)? (?:grant"
        "|funding|aid)|taux d['’]aide|who can apply|qui peut (?:candidater|déposer)"
        "|how to apply|comment (?:candidater|déposer)",
    ),
    _cue(
        "call",
        1,
        r"vouchers?|chèques?|bons? de mobilité|apply\b|postuler|lauréats?|beneficiar"
        "|bénéficiaire|funding rate|co-?funding",
    ),
    # An invitation, a notice, news of what will be
    _cue(
        "announcement",
        3,
        "annonce aux|we invite|invites? (?:you|all|clusters|members)|you are invited"
        "|join us|save the date|invitation|nous (?:vous )?invitons|vous invite|est"
        " invité|venez|rejoignez|à vos agendas|notice to|avis aux|avis :",
    ),
    _cue(
        "announcement",
        2,
        "webinar|webinaire|inscription|inscrivez-vous|sign up|register (?:by|before"
        "|now|here|at|on)|registration (?:is|by|required|link|and)|s['’]inscrire|free"
        " of charge|attendance is free|entrée (?:libre|gratuite)|gratuite? (?:pour"
        "|sur)|places? (?:limitées|are limited)|ouvre ses portes",
    ),
    _cue(
        "announcement",
        1,
        "will (?:take place|be held|host|open|present|start|welcome|explain|show)|aura"
        " lieu|se tiendra|se déroulera|sera (?:présenté|animé|consacré)|accueillera"
        "|présentera|annonce|announce|cancelled|annulé|postponed|reporté|new (?:member"
        "|director|manager)|prochain",
    ),
    _cue(
        "announcement",
        2.5,
        r"from \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.? to|de \d{1,2} ?h(?: ?\d\d)? à \d{1,2}"
        " ?h|pourquoi venir|why (?:come|attend|join)",
    ),
    _cue(
        "announcement",
        1.5,
        "(?:relator|speakers?|intervenante?s?) ?:|we will|nous (?:verrons|présenterons"
        "|accueillerons)",
    ),
    _cue("announcement", 0.6, r"\w{2,14}(?:era|eront|ira|iront|dra|dront)\b|will\b"),
    # How somebody does it well
    _cue(
        "best_practice",
        2.5,
        "best[ -]practices?|good practices?|bonnes? pratiques?|retours?"
        " d['’]expérience|lessons learn(?:ed|t)|case study|étude de cas|success story",
    ),
    _cue(
        "best_practice",
        1.5,
        "what (?:works|worked)|ce qui (?:marche|a marché|fonctionne|n['’]a pas)|how to"
        " (?:copy|reuse|transfer|do it)|transfer(?:ab|rab|t)|transposab|reproduire"
        r"|fiche pratique|conseils?\b|advice|method\b|méthode|pitfalls?|pièges?"
        r"|results?\s*$|résultats\s*$|guide\b|à retenir|key success|facteurs de succès"
        "|what (?:it|this) cost|ce que (?:ça|cela) (?:coûte|a coûté)|step by step"
        "|étape par étape|if you (?:want|try)|why it works|retain|difficult(?:ies|és)",
    ),
    # What ought to be done, by those who decide
    _cue(
        "policy_note",
        4,
        "policy (?:note|brief|paper|review)|note (?:de )?(?:politique|cadrage|de"
        " position|d['’]orientation|stratégique|de synthèse)|position paper|white"
        " paper|livre blanc|note à l['’]attention|feuille de route|roadmap",
    ),
    _cue(
        "policy_note",
        2,
        "politiques? (?:des|de|publique|nationale|régionale|industrielle|d)|(?:cluster"
        "|innovation|industrial|regional|national|cohesion|public) polic(?:y|ies)"
        r"|recommend(?:ation|s)?\b|recommandations?|nous (?:proposons|recommandons"
        "|suggérons)|we (?:propose|recommend|suggest)|strategy 20|stratégie "
        r"(?:nationale|régionale|20)|propositions\s*$|proposals\s*$",
    ),
    _cue(
        "policy_note",
        1,
        "ministères?|ministry|pouvoirs publics|public authorities|government"
        r"|gouvernement|regulation|réglementation|législat|legislat|measures?\b"
        r"|mesures?\b|objecti(?:fs|ves)|public (?:money|funds|support)|l['’]état"
        "|instruments?",
    ),
)
_TIME_LINE: Final = re.compile(
    r"^[ \t•*|-]{0,8}(?:\d{1,2}[:hH.][ ]?\d{2}|\d{1,2}[ \u00a0]?h(?:[ \u00a0]?\d{2})?"
    r"|\d{1,2}[ ]?[ap]\.?m)\b",
    re.M,
)
_TYPE_LABELS: Final[tuple[tuple[DocumentType, re.Pattern[str]], ...]] = (
    ("event_report", re.compile(r"compte rendu|event report|report$|rapport", _I)),
    ("agenda", re.compile(r"agenda|ordre du jour|programme", _I)),
    ("call", re.compile(r"\bcall\b|appel", _I)),
    ("announcement", re.compile(r"annonce|announcement|invitation|news|actualit", _I)),
    ("best_practice", re.compile(r"bonnes? pratiques?|(?:best|good) practice", _I)),
    ("policy_note", re.compile(r"policy|politique|note de", _I)),
)


def find_type(
    content: str, title: Span | None, labels: tuple[Label, ...], source: str = ""
) -> tuple[DocumentType, Span | None, float]:
    """Type, span of the strongest cue and how far ahead it is (0 to 1); "other" with no span."""
    scores: dict[DocumentType, float] = defaultdict(float)
    strongest: dict[DocumentType, tuple[float, Span]] = {}
    low = lowered(content)
    for cue in CUES:
        for count, match in enumerate(cue.pattern.finditer(low)):
            if count >= MOST:
                break
            weight = cue.weight / (1 + count)
            if title is not None and title.start <= match.start() < title.end:
                weight = cue.weight * IN_TITLE
            elif match.start() < 500:
                weight *= IN_FIRST_LINE if match.start() < 120 else IN_LEAD
            elif cue.type == "agenda" and match.start() > FAR:
                weight *= 0.5
            scores[cue.type] += weight
            if weight > strongest.get(cue.type, (0.0, None))[0]:
                strongest[cue.type] = (weight, Span(*match.span()))
    times = list(_TIME_LINE.finditer(content))
    if len(times) >= 3:
        share = len(times) / max(1, sum(1 for line in content.splitlines() if line.strip()))
        scores["agenda"] += min(1.5 * len(times), TIMES * min(1.0, share / 0.3))
        if strongest.get("agenda", (0.0, None))[0] < 4:
            strongest["agenda"] = (4.0, Span(*times[0].span()))
    for label in labels:
        if label.key in {
            "type",
            "document type",
            "nature",
            "type de document",
            "categorie",
            "category",
        }:
            for kind, pattern in _TYPE_LABELS:
                if pattern.search(label.span.of(content)):
                    scores[kind] += 10
                    strongest[kind] = (10.0, label.span)
    name = source.rsplit("/", 1)[-1]
    for kind, pattern in _TYPE_LABELS:
        if pattern.search(name.replace("-", " ").replace("_", " ")):
            scores[kind] += 1.5
    if not scores:
        return "other", None, 0.0
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    best, score = ranked[0]
    if score < LEAST:
        return "other", None, 0.0
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    evidence = strongest.get(best)
    return best, evidence[1] if evidence else None, round((score - second) / score, 3)
