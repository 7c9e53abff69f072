"""The cues that speak for a document's type, in both languages, with their weights."""

from __future__ import annotations

from typing import Final

from ingest.describe.types.reportcues import REPORTS, Cue, cue

# "Faire valider l'ordre du jour": advice, or what was decided
_NOT_SENT: Final = "".join(
    f"(?<!{verb} l{mark})"
    for verb in ("valider", "envoyer", "approuver", "diffuser", "transmettre", "partager")
    for mark in "'’"
)
CUES: Final[tuple[Cue, ...]] = (
    *REPORTS,
    # What is to come, hour by hour
    cue(
        "agenda",
        4,
        rf"(?:draft )?agenda\b|{_NOT_SENT}ordre du jour"
        "|(?:detailed |final |draft |provisional |tentative )programme"
        "|programme (?:de la journée|prévisionnel|provisoire|détaillé|du séjour|des journées)"
        r"|schedule|(?<!é )(?<!t )(?<!e )déroulé(?=[ ]?(?:\n|:|$)| de la| du|s )",
    ),
    cue(
        "agenda",
        1.5,
        r"programme ?(?=\n|$|[–:]\s*(?:\n|$|\d|[^\w\s]))|coffee break|lunch break"
        "|pause[ -](?:café|déjeuner)"
        "|registration and|welcome coffee|accueil (?:café|des participants)|closing remarks"
        "|mot d['’]accueil|fin de la (?:journée|mission|réunion)|mot de bienvenue"
        "|networking lunch|déjeuner (?:debout|buffet)|cocktail|buffet|any other business"
        "|questions diverses|points? divers",
    ),
    # Money or places to apply for
    cue(
        "call",
        4,
        "appels? d['’]offres|invitation to tender"
        "|appels? à (?:projets?|candidatures?|propositions?|manifestation|partenaires|idées"
        "|solutions|contributions|experts?|évaluateurs|volontaires)"
        "|call for|open call|call:|cascade funding|appel ?:|funding opportunit"
        "|rules of participation|règlement (?:de l['’]appel|du concours)",
    ),
    cue(
        "call",
        1.5,
        "eligib|éligib|applicants?|candidats? ?(?:[:,.]|doi|sont|peu)|candidatures?|deadline"
        "|date limite|dépôt des|submission|evaluation criteria|selection criteria"
        r"|critères (?:de sélection|d['’]évaluation|d['’]éligibilité)|grants?\b|subvention"
        "|max(?:imum)? (?:grant|funding|aid)|taux d['’]aide|who can apply"
        "|qui peut (?:candidater|déposer|répondre)|how to apply"
        "|comment (?:candidater|déposer)|modalités de (?:dépôt|candidature)",
    ),
    cue(
        "call",
        1,
        r"vouchers?|chèques?|bons? de mobilité|apply\b|postuler|lauréats?|beneficiar"
        "|bénéficiaire|funding rate|co-?funding|cut-?off|enveloppe|dotation|plafonn|lump sum"
        r"|total budget|budget total|dépenses éligibles|jury\b",
    ),
    # An invitation, a notice, news of what will be
    cue(
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
    cue(
        "announcement",
        2,
        "webinar|webinaire|inscription|inscrivez-vous|sign up"
        "|register (?:by|before|now|here|at|on)|registration (?:is|by|required|link|and|open)"
        "|s['’]inscrire|free of charge|attendance is free|entrée (?:libre|gratuite)"
        "|gratuite? (?:pour|sur|et)|places? (?:limitées|are limited)|ouvre ses portes"
        "|how to (?:register|attend)",
    ),
    cue(
        "announcement",
        1,
        "will (?:take place|be held|host|open|present|start|welcome|explain|show|discuss)"
        "|aura lieu|se tiendra|se déroulera|sera (?:présenté|animé|consacré|suivi)"
        "|accueillera|présentera|annonce|announce|cancelled|annulé|postponed|reporté"
        "|new (?:member|director|manager|chair)"
        "|nouve(?:au|lle) (?:membre|directe|président|adhérent)|prochain|upcoming",
    ),
    # Who won: news of a call that is over, not the call
    cue(
        "announcement",
        3,
        r"lauréats (?:pour|de l|du|des)|les lauréats sont"
        r"|(?:the )?winners (?:of|are)|(?:results of|résultats de) (?:the|l['’]appel)"
        r"|dévoilent?\b|palmarès|retenue?s (?:à l['’]issue|par le jury)"
        r"|(?:were|have been|has been) selected|(?:ont|a) été (?:retenue?s?|sélectionnée?s?)",
    ),
    cue("announcement", 6, "award notice|avis d['’]attribution"),
    cue(
        "announcement",
        2.5,
        r"from \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.? to|de \d{1,2} ?h(?: ?\d\d)? à \d{1,2} ?h"
        "|pourquoi venir|why (?:come|attend|join)",
    ),
    cue(
        "announcement",
        1.5,
        "(?:relator|speakers?|intervenante?s?) ?:|we will"
        "|nous (?:verrons|présenterons|accueillerons)|you will (?:learn|meet|discover)"
        "|vous (?:découvrirez|rencontrerez)",
    ),
    cue(
        "announcement",
        0.6,
        r"\w{2,14}(?:era|eront|ira|iront|dra|dront)\b|will\b",
    ),
    # Somebody answers questions, or a project is told on a page
    cue(
        "other",
        3,
        r"interview (?:with|of)(?! \d)|entretien avec|propos recueillis"
        "|(?:trois|cinq|[35]) questions à|(?:three|five|[35]) questions (?:to|for)"
        "|project (?:fact ?sheet|sheet|leaflet|profile)|fiche(?: de)? projet",
    ),
    # How somebody does it well
    cue(
        "best_practice",
        2.5,
        "best[ -]practices?|good[ -]practices?|bonnes? pratiques?|retours? d['’]expérience"
        "|lessons learn(?:ed|t)|case study|étude de cas|success story|evidence of success"
        "|potential for (?:learning|transfer)|resources needed",
    ),
    cue(
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
    cue(
        "policy_note",
        4,
        "policy (?:note|brief|paper|review|recommendation)"
        "|note (?:de )?(?:politique|cadrage|de position|d['’]orientation|stratégique|de synthèse)"
        "|position paper|white paper|livre blanc|green paper|note à l['’]attention"
        "|feuille de route|roadmap|manifesto|manifeste|réponse à la consultation"
        "|response to the consultation|contribution (?:to|à) la consultation|plaidoyer"
        "|mémorandum",
    ),
    cue(
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
    cue(
        "policy_note",
        1,
        "ministères?|ministry|pouvoirs publics|public authorities|government|gouvernement"
        r"|regulation|réglementation|législat|legislat|measures?\b|mesures?\b"
        "|objecti(?:fs|ves)|public (?:money|funds|support)|l['’]état|instruments?"
        "|devrai(?:t|ent)|ought to|elected|élus",
    ),
)
