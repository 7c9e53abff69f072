"""What a question asks for: a person, a date, an amount …, one thing or a list of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from encoder.lexicon import fold
from pipelines.query import Query, Term

AskKind = Literal[
    "who",
    "date",
    "place",
    "amount",
    "percent",
    "number",
    "duration",
    "email",
    "definition",
    "topic",
]
Role = Literal["host", "organiser", "coordinator", "speaker", "partner", "funder", "contact"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked: its kind; for a "who", the role, or that it must be a ``person``; for a
    "how many", the word counted; for a "when", whether a deadline is meant. ``wording`` asks for it
    alone, folded, where the question asks for more; else it is empty.
    """

    kind: AskKind
    role: Role | None = None
    person: bool = False
    counted: Term | None = None
    deadline: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: all that it asks, whether it wants a list, whether it is of what has happened,
    and the terms of its topic.

    ``weights`` pairs each term of the query with how much an answer must hold it: a name fully, a
    word that only shapes the question ("amount", "city") not at all, an event's kind a little,
    since a report of a webinar need not call itself one.
    """

    query: Query
    asks: tuple[Ask, ...]
    plural: bool
    past: bool
    weights: tuple[float, ...]


# Folded text; the first pattern of a list that matches decides. Words of the field and of the two
# languages, none of a particular library.
_ROLES: Final[tuple[tuple[Role, str], ...]] = (
    ("contact", r"\bcontact|\bjoindre\b|\bs'adresser\b"),
    ("host", r"\bhost|\baccueil|\bheberg|\brecoi[tv]|\brecu[es]?\b|\bwelcom"),
    (
        "speaker",
        r"\b(gave|given by|g[io]ves?|present|spoke|speak|taught|lectur|moderat|interv(en|ien)|"
        r"anim[ea]|prononc|orateur|conferencier|expos[ea]|donn[ea])",
    ),
    (
        "coordinator",
        r"\bcoord[io]n|\blead(s|er|ing)?\b|\bled\b|\bpilot[ea]|\bchef de file|\bporte",
    ),
    ("organiser", r"\borgani[sz]|\bset up\b|\bheld\b|\bran\b"),
    ("funder", r"\b(co)?(fund|financ)|\bsubventionn|\bpay(s|ed|e)?\b|\bpaid\b"),
    ("partner", r"\bpartner|\bpartenaire|\bmembre|\bmember|\bparticip|\btook part|\bjoin"),
)

_BODIES = (
    r"organi[sz]ations?|organismes?|clusters?|poles?|grappes?|companies|company|entreprises?|"
    r"structures?|agenc(?:y|ies|es?)|associations?|institutions?|partners?|partenaires?|members?|"
    r"membres?|regions?|universit(?:y|ies|es?)|centres?|centers?|speakers?|experts?|"
    r"intervenants?|orateurs?|ministr(?:y|ies)|ministeres?|person|people|personnes?"
)
_KINDS: Final[tuple[tuple[AskKind, str], ...]] = (
    (
        "email",
        r"\be-?mail\b|\bcourriel\b|\badresse (electronique|mail|de contact)\b|\bmail address\b|"
        r"\badresse? (pour|to|for)\b|\bcontact address\b",
    ),
    (
        "duration",
        r"\bhow many (minutes|days|weeks|months|years|hours)\b|\bhow (long|fast|soon|quickly)\b|"
        r"\bduration\b|\bcombien d(?:e |')(minutes|jours|semaines|mois|ans|annees|heures|temps)\b|"
        r"\bduree\b|\bdelais? (moyen|d|entre|avant|pour)|\b(waiting|lead) times?\b|"
        r"\btemps (d'attente|de |necessaire|moyen)|\btime (taken|needed|it takes)\b",
    ),
    (
        "percent",
        r"\b(what|which|quel(le)?s?) (share|percentage|proportion|part|pourcentage)\b|"
        r"\b(how many|how much) per ?cent\b|\b(pourcentage|percentage|proportion)\b|"
        r"(^|[:,;] ?)(share|part) (of|d)|\btaux\b|\brates?\b",
    ),
    (
        "amount",
        r"\bhow much\b|\b(what|which|quel(le)?s?)( \w+){0,3} (amount|budget|cost|price|fee|sum|"
        r"grant|funding|turnover|revenue|montant|cout|prix|tarif|somme|subvention|financement|"
        r"enveloppe)s?\b|"
        r"\bcombien\b.*\b(cout\w*|faut|fallait|vers\w+|recoi\w+|recu\w*|touch\w+|pa(y|i)\w+|vaut|"
        r"rapport\w+|euros|argent|depens\w+|donn\w+|apport\w+|factur\w+|financ\w+)\b|"
        r"\bcombien est\b|\b(budget|montant|amount|couts?|cost|turnover|chiffre d'affaires|tarif|"
        r"price|fee|prix d[eu'](?! l'innovation| la meilleure| meilleur| public| jury)|cotisation|"
        r"loyer|enveloppe|plafond|surcout|salary|salaire|rent)\b|"
        r"\b(hourly|daily|day|weekly|monthly|night|nightly|room|hotel) rate\b",
    ),
    (
        "number",
        r"\bhow many\b|\bcombien\b|\bnumber of\b|\bnombre d|\bnb d|\bnombre (moyen|total)|"
        r"\battendance\b|\beffectifs?\b|\bheadcount\b|"
        r"\bhow (big|large|high|tall|far|wide|deep|heavy)\b|\bquelle (taille|distance|surface)\b",
    ),
    (
        "date",
        r"\bwhen\b|\bquand\b|\b(what|which|on what) (date|day|month|year)s?\b|\bby when\b|"
        r"\b(a |en |pour )?quel(le)?s? (date|jour|mois|annee|periode)s?\b|\bdeadline\b|"
        r"\bdate limite\b|\bdates?\b|\b(last|final) day\b|\bdernier jour\b|"
        r"\bann?e?e d|\byear of\b|\bcalendrier\b|\bsince when\b",
    ),
    (
        "place",
        r"\bwhere\b|\b(what|which|in what|in which) (city|town|place|country|venue|location)\b|"
        r"(?:^|(?<= et ))ou(?= |$)|\blieu\b|\bvenue\b|"
        r"\b(dans |a )?quel(le)?s? (ville|lieu|pays|endroit|commune|salle)\b",
    ),
    (
        "who",
        r"\bwho(m|se)?\b|\bqui\b|\b(which|what|quel(le)?s?) (\w+ ){0,2}?(" + _BODIES + r")\b|"
        r"\bpar quel|\b(speakers?|intervenante?s?|orateurs?|hosts?|hotes?|organi[sz]ers?|"
        r"organisateurs?|coordinators?|coordinateurs?)\b",
    ),
    (
        "definition",
        r"^(what|who) (is|are) (an? |the |meant by )?\S+( \S+){0,3}$|\bqu'est[- ]ce qu|"
        r"\bc'est quoi\b|\bdefin|\bwhat does .{1,40} (mean|stand for)\b|\bsignifi|"
        r"\bque veut dire\b",
    ),
)
_EVENTS = (
    r"events|evenements|exchanges|echanges|meetings|reunions|visits|visites|webinars|webinaires|"
    r"workshops|ateliers|missions|forums|calls|appels|kick-offs|lancements"
)
_PLURAL: Final = re.compile(
    r"\b(which|what) (\w+ ){0,3}?(clusters|organi[sz]ations|companies|projects|partners|documents|"
    r"reports|countries|cities|regions|speakers|members|" + _EVENTS + r")\b|"
    r"\b(who|qui) .{1,60}\b(" + _EVENTS + r")\b|"
    r"\bquels\b|\bquelles\b|\blist(e|er|s)?\b|\ball (the|of)\b|\btou(s|tes) les\b|"
    r"\bwho (\w+ )?(were|are) the\b|\bqui sont\b|\bexamples? of\b|\bexemples? d"
)
_PAST: Final = re.compile(
    r"\b(?:took|has|have|had|were|was|did|hosted|held|happened|welcomed|received|signed|organi[sz]ed"
    r"|opened|closed|ont|a|avait|avaient|eu lieu|s'est|se sont|etait|etaient)\b"
)
# Words that shape the question and need not stand in the answer.
_SHAPE: Final = re.compile(
    r"^(amount|montant|sum|somme|date|dates|day|jour|jours|year|annee|month|mois|city|ville|town|"
    r"country|pays|place|lieu|location|venue|endroit|share|percentage|proportion|part|pourcentage|"
    r"taux|rate|number|nombre|name|nom|noms|names|duration|duree|person|personne|people|who|"
    r"organi[sz]ations?|organismes?|structures?|document|documents|rapport|rapports|report|reports|"
    r"example|examples|exemple|exemples|definition|euro|euros|information|informations|"
    r"time|temps|long|days?|weeks?|semaines?|months?|years?|annees|ans|hours?|heures?|"
    r"held?|hold|hosted|tient|tiennent|tenir|grace|dure|durent|last|lasts|lasted|place|happened|happen|takes?|tenu|tenue|tenus|lieu|situe|located|called)$"
)
_WHICH_BODY: Final = re.compile(
    r"\b(?:which|what|quel(?:le)?s?) (?:\w+ ){0,2}?(?P<body>" + _BODIES + r")\b"
)
# What an event is called varies from document to document, and often goes unsaid.
_EVENT: Final = re.compile(
    r"^(webinar|webinaire|meeting|reunion|event|evenement|exchange|echange|workshop|atelier|"
    r"conference|seminar|seminaire|session|visit|visite|presentation|rencontre|forum|congress|"
    r"congres|summit|sommet|training|formation|kick-?off|lancement|launch|group|groupe|journee|"
    r"talk|lecture|project|projet|programme|program)s?$"
)
_TOPIC_OPENERS: Final = re.compile(
    r"^(how (?!many|much|long)|comment|why|pourquoi|what (did|do|does|were|was|are)|que |quoi)"
)
_DEADLINE: Final = re.compile(
    r"\bdeadline|\blimite\b|\bby when|\bclos|\bclotur|\bapply|\bcandidat|\becheance|\bsubmi|"
    r"\bdepos|\b(last|final) day\b|\bdernier jour\b"
)
# Held by a person, never by an organisation.
_POSITION: Final = re.compile(
    r"\b(director|directeur|directrice|manager|president|presidente|chair(man|woman|person)?|ceo|"
    r"head of|head|responsable|delegue|deleguee|secretary|secretaire|charge de|chargee de|pdg|"
    r"professor|professeur|maire|mayor|minister|ministre|dirig\w+|presid\w+|heads|headed|manages|"
    r"runs|chairs|chaired)\b"
)
# "who" after one of these asks for someone; after any other word it goes on about it.
_BEFORE_WHO: Final = frozenset("a avec par de pour et and by with to for from c'est chez".split())
_PAUSES: Final = ":;,?!(–-"
_JOINED: Final = re.compile(r",? (?:and|et) (?:(?:in|at|on|a|en|dans|avec|par|de|by|with) )?")
_AND: Final = re.compile(r",? (?:and|et) |, ")
_SHARE_OF_EVENT: Final = 0.35


def understand(query: Query) -> Question:
    """What ``query`` asks for. A query that is no question, or asks how or why, is of a topic."""
    text = fold(query.text).strip(" ?!.")
    asks: list[Ask] = []
    if not _TOPIC_OPENERS.match(text):
        found = [
            (match.start(), match.end(), kind)
            for kind, pattern in _KINDS
            if (match := re.search(pattern, text)) and not _is_relative_pronoun(kind, match, text)
        ]
        kinds = _without_overlaps(text, [(start, kind) for start, _, kind in found])
        alone = _apart(text, sorted(one for one in found if one[2] in kinds))
        role = _role(text) if "who" in kinds else None
        deadline = bool(_DEADLINE.search(text))
        asks = [
            Ask(
                kind,
                role if kind == "who" else None,
                kind == "who" and bool(_POSITION.search(text)),
                _counted(query, text) if kind == "number" else None,
                kind == "date" and deadline,
                alone.get(kind, ""),
            )
            for kind in kinds
        ]
    return Question(
        query,
        tuple(asks) or (Ask("topic"),),
        bool(_PLURAL.search(text)),
        bool(_PAST.search(text)),
        tuple(_weight(term, asks, text) for term in query.terms),
    )


def _without_overlaps(text: str, found: list[tuple[int, AskKind]]) -> tuple[AskKind, ...]:
    """The kinds in the order they are asked, a bare noun ("dates", "budget") giving way."""
    kinds = [kind for _, kind in sorted(found)]
    # "combien" alone reads as a number; with money or time it was asked for those.
    if "number" in kinds and {"amount", "duration", "percent"} & set(kinds):
        kinds.remove("number")
    if "definition" in kinds and len(kinds) > 1:
        kinds.remove("definition")
    if "percent" in kinds and "amount" in kinds:
        kinds.remove("amount")
    # "Where was the meeting held on what date …": two or more are kept only when joined by "and".
    joined = re.search(r"\b(and|et)\b|,", text)
    return tuple(dict.fromkeys(kinds if joined else kinds[:1]))


def _apart(text: str, found: list[tuple[int, int, AskKind]]) -> dict[AskKind, str]:
    """Each of two things asked in words of its own: "where and when did it start" is "where did it
    start" and "when did it start"; "who held it, and when" is its first half and "when held it".

    The reader has learned from questions for one thing.
    """
    if len(found) != 2:
        return {}
    (first, first_end, one), (second, second_end, other) = found
    between = text[first_end:second]
    if second < first_end:
        return {}
    if _JOINED.fullmatch(between):
        return {one: text[:first_end] + text[second_end:], other: text[:first] + text[second:]}
    if (cut := max((m.start() for m in _AND.finditer(text, first_end, second)), default=0)) == 0:
        return {}
    return {one: text[:cut], other: f"{text[second:]} {text[first_end:cut].strip()}"}


def _is_relative_pronoun(kind: AskKind, match: re.Match[str], text: str) -> bool:
    """ "Les clusters qui …", "the company who …": not a question for someone."""
    if kind != "who" or match.group() not in ("qui", "who", "whom", "whose"):
        return False
    before = text[: match.start()].split()
    return bool(before) and before[-1][-1] not in _PAUSES and before[-1] not in _BEFORE_WHO


def _role(text: str) -> Role | None:
    return next((role for role, pattern in _ROLES if re.search(pattern, text)), None)


def _counted(query: Query, text: str) -> Term | None:
    match = re.search(r"\b(how many|combien d[e']?|number of|nombre d[e']?)\s*", text)
    if match is None:
        return None
    return next((term for term in query.terms if term.start >= match.end() - 1), None)


def _weight(term: Term, asks: list[Ask], text: str) -> float:
    if term.name:
        return 1.5
    word = fold(term.text)
    if _SHAPE.match(word):
        return 0.0
    asked_for = _WHICH_BODY.search(text)
    if asked_for and word == asked_for.group("body"):
        return 0.0  # "which clusters": the answer gives their names, not the word
    if _EVENT.match(word):
        return _SHARE_OF_EVENT
    if any(ask.deadline for ask in asks) and _DEADLINE.search(word):
        return 0.0
    if any(
        role == ask.role and re.match(pattern, word) for ask in asks for role, pattern in _ROLES
    ):
        return 0.0  # the role itself is looked for, in whatever words it is put
    return 1.0
