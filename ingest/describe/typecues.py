"""The cues that speak for a document's type, in both languages, with their weights."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ingest.types import DocumentType


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
        r"what we (?:heard|saw|learn(?:ed|t))|here is what|i spent|ce que (?:nous avons"
        r"|j['’]ai) (?:vu|entendu|retenu)"
        "|compte[ -]rendu|minutes of|meeting notes|notes de réunion|relevé de décisions"
        "|procès-verbal de la|report (?:on|of|from) the|notes from|event report"
        "|(?:mission|trip|visit|travel) report|rapport de (?:mission|visite|voyage)"
        "|retour sur|bilan de l|review of the|carnet de (?:route|voyage|bord)"
        r"|highlights (?:of|from)|wrap-?up|looking back|recap\b|proceedings of"
        "|actes (?:du|de la)|ce qu['’]il faut retenir|key take-?aways|en images",
    ),
    _cue(
        "event_report",
        2,
        "took place|was held|were held|(?:organisait|accueillait|réunissait|recevait)|a eu lieu"
        "|ont eu lieu"
        "|s['’]est (?:tenue?|déroulée?|achevée?|conclue?)|se sont (?:retrouv|réuni|tenu)"
        "|a tenu|avait été organisé|came to (?:its|an) end|brought together|came together",
    ),
    _cue(
        "event_report",
        2,
        "(?:was|were) (?:hosted|welcomed|launched|opened|organi[sz]ed)"
        "|(?:met|gathered) (?:on|in|for|at)"
        "|(?:a|ont) (?:accueilli|réuni|organisé|visité|rassemblé|reçu|participé|répondu présent"
        "|pris part)"
        "|(?:people|participants|delegates|firms|guests) (?:came|attended|took part|gathered)"
        "|attended by|yesterday|last (?:mon|tues|wednes|thurs|fri)day"
        "|(?:lundi|mardi|mercredi|jeudi|vendredi) dernier",
    ),
    _cue(
        "event_report",
        1.5,
        r"(?:organi[sz]ed|hosted|welcomed|opened|closed|held) (?:a|an|the|on|their|its)\b"
        r"|(?:gave|spoke|told) (?:an?|the|about|of)\b|day (?:one|two)|last morning|first day"
        "|second day|second workday|premier jour|deuxième jour|seconde journée",
    ),
    _cue(
        "event_report",
        1.5,
        r"(?:more than |over |plus de |some |quelque |près de "
        r"|nearly )\d[\d ]{0,5} (?:participants|people"
        r"|professionnels|personnes|delegates|representatives|représentants|entreprises|companies"
        r"|guests)",
    ),
    _cue(
        "event_report",
        1,
        "(?:participants|visitors|partners|delegates) (?:were|met|visited|asked|discussed|agreed"
        "|had|saw|also)"
        "|les (?:participants|partenaires|visiteurs|échanges) ont|in the afternoon"
        "|the morning was|l['’]après-midi|le matin,",
    ),
    _cue(
        "event_report",
        1.5,
        "kick-?off|lancement d|réunion de lancement|study visit|visite d['’]étude"
        "|staff exchange|échange de (?:personnel|salariés)|closing (?:event|conference)"
        "|conférence de clôture|learning expedition|mission (?:de|d['’]|en|au|aux|à)",
    ),
    _cue(
        "event_report",
        0.7,
        r"(?:presented|showed|explained|asked|agreed|decided|discussed|visited|a présenté"
        r"|ont (?:présenté|visité|demandé|échangé|décidé)|était|étaient|fut)\b",
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
        r"(?:draft )?agenda\b|ordre du jour"
        "|(?:detailed |final |draft |provisional |tentative )programme"
        "|programme (?:de la journée|prévisionnel|provisoire|détaillé|du séjour|des journées)"
        r"|schedule|(?<!é )(?<!t )(?<!e )déroulé(?=[ ]?(?:\n|:|$)| de la| du|s )",
    ),
    _cue(
        "agenda",
        1.5,
        r"programme ?(?=\n|$|[–:])|coffee break|lunch break|pause[ -](?:café|déjeuner)"
        "|registration and|welcome coffee|accueil (?:café|des participants)|closing remarks"
        "|mot d['’]accueil|fin de la (?:journée|mission|réunion)|mot de bienvenue"
        "|networking lunch|déjeuner (?:debout|buffet)|cocktail|buffet|any other business"
        "|questions diverses|points? divers",
    ),
    # Money or places to apply for
    _cue(
        "call",
        4,
        "appels? à (?:projets?|candidatures?|propositions?|manifestation|partenaires|idées"
        "|solutions|contributions|experts?|évaluateurs|volontaires)"
        "|call for|open call|call:|cascade funding|appel ?:|funding opportunit"
        "|rules of participation|règlement (?:de l['’]appel|du concours)",
    ),
    _cue(
        "call",
        1.5,
        "eligib|éligib|applicants?|candidats? ?(?:[:,.]|doi|sont|peu)|candidatures?|deadline"
        "|date limite|dépôt des|submission|evaluation criteria|selection criteria"
        r"|critères (?:de sélection|d['’]évaluation|d['’]éligibilité)|grants?\b|subvention"
        "|max(?:imum)? (?:grant|funding|aid)|taux d['’]aide|who can apply"
        "|qui peut (?:candidater|déposer|répondre)|how to apply"
        "|comment (?:candidater|déposer)|modalités de (?:dépôt|candidature)",
    ),
    _cue(
        "call",
        1,
        r"vouchers?|chèques?|bons? de mobilité|apply\b|postuler|lauréats?|beneficiar"
        "|bénéficiaire|funding rate|co-?funding|cut-?off|enveloppe|dotation|plafonn|lump sum"
        r"|total budget|budget total|dépenses éligibles|jury\b",
    ),
    # An invitation, a notice, news of what will be
    _cue(
        "announcement",
        3,
        "annonce aux|we invite|invites? (?:you|all|clusters|members)|you are invited|join us"
        "|save the date|(?<!at the )(?<!l')(?<!l’)invitation(?! of| d[eu])|nous (?:vous )?invitons"
        "|vous (?:invite|convie)|est invité"
        "|venez|rejoignez|à vos agendas|notice to|avis aux|avis :|le plaisir de"
        "|réservez (?:la|votre)|nomination|(?:is|been|was) appointed|est nommée?"
        "|change de (?:président|direct)\\w{0,6}|élue? (?:président|à (?:la|leur) tête)"
        "|(?:was|has been) elected|joins (?:the|our|as)|prend(?:ra)? ses fonctions"
        r"|offre d['’]emploi|is hiring"
        r"|job offer|vacancy|recrute\b",
    ),
    _cue(
        "announcement",
        2,
        "webinar|webinaire|inscription|inscrivez-vous|sign up"
        "|register (?:by|before|now|here|at|on)|registration (?:is|by|required|link|and|open)"
        "|s['’]inscrire|free of charge|attendance is free|entrée (?:libre|gratuite)"
        "|gratuite? (?:pour|sur|et)|places? (?:limitées|are limited)|ouvre ses portes"
        "|how to (?:register|attend)",
    ),
    _cue(
        "announcement",
        1,
        "will (?:take place|be held|host|open|present|start|welcome|explain|show|discuss)"
        "|aura lieu|se tiendra|se déroulera|sera (?:présenté|animé|consacré|suivi)"
        "|accueillera|présentera|annonce|announce|cancelled|annulé|postponed|reporté"
        "|new (?:member|director|manager|chair)"
        "|nouve(?:au|lle) (?:membre|directe|président|adhérent)|prochain|upcoming",
    ),
    # Who won: news of a call that is over, not the call
    _cue(
        "announcement",
        3,
        r"lauréats (?:pour|de l|du|des)|les lauréats sont"
        r"|(?:the )?winners (?:of|are)|(?:results of|résultats de) (?:the|l['’]appel)"
        r"|dévoilent?\b|palmarès|retenue?s (?:à l['’]issue|par le jury)"
        r"|(?:were|have been|has been) selected|(?:ont|a) été (?:retenue?s?|sélectionnée?s?)",
    ),
    _cue(
        "announcement",
        2.5,
        r"from \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.? to|de \d{1,2} ?h(?: ?\d\d)? à \d{1,2} ?h"
        "|pourquoi venir|why (?:come|attend|join)",
    ),
    _cue(
        "announcement",
        1.5,
        "(?:relator|speakers?|intervenante?s?) ?:|we will"
        "|nous (?:verrons|présenterons|accueillerons)|you will (?:learn|meet|discover)"
        "|vous (?:découvrirez|rencontrerez)",
    ),
    _cue(
        "announcement",
        0.6,
        r"\w{2,14}(?:era|eront|ira|iront|dra|dront)\b|will\b",
    ),
    # How somebody does it well
    _cue(
        "best_practice",
        2.5,
        "best[ -]practices?|good[ -]practices?|bonnes? pratiques?|retours? d['’]expérience"
        "|lessons learn(?:ed|t)|case study|étude de cas|success story|evidence of success"
        "|potential for (?:learning|transfer)|resources needed",
    ),
    _cue(
        "best_practice",
        1.5,
        "what (?:works|worked)|ce qui (?:marche|a marché|fonctionne|n['’]a pas)"
        "|how to (?:copy|reuse|transfer|do it)|transfer(?:ab|rab|t)|transposab|reproduire"
        r"|fiche pratique|conseils?(?= ?:|\n|$)|advice|method\b|méthode|pitfalls?|pièges?"
        r"|results?\s*$|résultats\s*$|guide\b|à retenir|key success|facteurs de succès"
        "|what (?:it|this) cost|ce que (?:ça|cela) (?:coûte|a coûté)|step by step"
        "|étape par étape|if you (?:want|try)|why it works|retain|difficult(?:ies|és)"
        "|boîte à outils|toolkit|mode d['’]emploi|témoignage|what we learn",
    ),
    # What ought to be done, by those who decide or ask
    _cue(
        "policy_note",
        4,
        "policy (?:note|brief|paper|review|recommendation)"
        "|note (?:de )?(?:politique|cadrage|de position|d['’]orientation|stratégique|de synthèse)"
        "|position paper|white paper|livre blanc|green paper|note à l['’]attention"
        "|feuille de route|roadmap|manifesto|manifeste|réponse à la consultation"
        "|response to the consultation|contribution (?:to|à) la consultation|plaidoyer"
        "|mémorandum",
    ),
    _cue(
        "policy_note",
        2,
        "politiques? (?:des|de|publique|nationale|régionale|industrielle|d)"
        "|(?:cluster|innovation|industrial|regional|national|cohesion|public) polic(?:y"
        "|ies)(?! (?:days?|forum|conference|seminar|weeks?|meeting|summit))"
        r"|recommend(?:ation|s)?\b|recommandations?"
        "|nous (?:proposons|recommandons|suggérons|demandons)"
        "|we (?:propose|recommend|suggest|ask|call on|urge)|strategy 20"
        r"|stratégie (?:nationale|régionale|20)|propositions\s*$|proposals\s*$|key messages"
        "|messages? clés?|baromètre|barometer",
    ),
    _cue(
        "policy_note",
        1,
        "ministères?|ministry|pouvoirs publics|public authorities|government|gouvernement"
        r"|regulation|réglementation|législat|legislat|measures?\b|mesures?\b"
        "|objecti(?:fs|ves)|public (?:money|funds|support)|l['’]état|instruments?"
        "|devrai(?:t|ent)|ought to|elected|élus",
    ),
)
