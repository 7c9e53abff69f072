"""The kinds of event there are, and the nouns that tell them in French and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ingest.describe.dates.eventwords import CALLED_OFF, MOVED, PLANNED, PUT_OFF
from ingest.register.sociable import SOCIABLE, SOCIABLE_ALONE
from ingest.types import EVENT_KINDS, DateRange, EventKind, Span

_PLACED: Final = rf"(?=(?:[ ](?:{PLANNED}))?[ ](?:to|in|à|au|aux|en|dans)[ ])"
# "386 B2B meetings": talks of two firms, which are no events.
_TALKS: Final = r"(?<!b2b )(?<!b-to-b )(?<!one-to-one )(?<!one-on-one )(?<!1:1 )(?<!face-to-face )"
_TALKS_AFTER: Final = r"(?![ ](?:b2b|b-to-b|individuel|en face[ -]à[ -]face|en tête[ -]à))"
_SHIFTED: Final = rf"{PUT_OFF}|{MOVED}"
_NEXT: Final = r"(?:next|prochaine?s?)"
# "Chargée de mission à Metz": a post
_NO_POST: Final = "".join(
    f"(?<!{of} de )" for of in ("chargé", "chargée", "chargés", "chargées", "ordre", "lettre")
)

# Matched on text in lower case. Of two that overlap, the first of this list is meant: a "staff
# exchange" is no plain exchange, and a "kick-off meeting" no plain meeting.
NOUNS: Final[tuple[tuple[EventKind, str], ...]] = (
    (
        "kick_off",
        r"kick-?offs?(?: (?:meetings?|events?|conferences?|days?))?|launch(?:ing)? "
        r"(?:meetings?|events?|conferences?|ceremon(?:y|ies))|coups? d['’]envoi"
        r"|(?:réunions?|séances?|journées?|événements?|évènements?|conférences?|séminaires?) de "
        r"(?:lancement|démarrage)|lancements? (?:officiel )?(?:du|de) projets?"
        r"|lancements? officiels?",
    ),
    (
        "closing",
        r"(?:closing|final|end-of-project|concluding) (?:conferences?|events?|meetings?|seminars?)"
        r"|(?:conférences?|réunions?|séminaires?|événements?|évènements?|journées?) "
        r"(?:de clôture|de restitution|finale?s?)",
    ),
    (
        "staff_exchange",
        r"staff exchanges?|exchanges? of staff|échanges? de (?:personnels?|salariés"
        r"|collaborateurs)|job[- ]shadowings?",
    ),
    (
        "call",
        r"calls? for (?:projects?|proposals?|vouchers?|applications?|partners|pilots?"
        r"|expressions? of interest|tenders?|ideas|solutions|sme projects?|experts?)"
        r"|(?:open|cascade|cluster"
        r"|voucher|funding|innovation) calls?(?! (?:to order|off))|appels? à (?:projets?"
        r"|candidatures?|propositions?|manifestations?(?: d['’]intérêts?)?|partenaires|idées"
        r"|pilotes|solutions|contributions)",
    ),
    (
        "agreement",
        r"(?:(?:co-?operation|partnership|framework|joint|bilateral|consortium|twinning) )?"
        r"(?:agreements?|memorand(?:um|a) of understanding|mous?|letters? of intent)"
        r"|accords?(?: de (?:coopération|partenariat|jumelage)|-cadres?)?"
        r"|protocoles? d['’]accord|lettres? d['’]intention"
        r"|conventions? de (?:partenariat|coopération|jumelage)",
    ),
    (
        "exchange",
        r"clusterxchanges?|(?<!of )(?<!in )(?<!une liste d['’])exchanges?"
        r"(?! (?:rates?|of (?:views?|ideas|information|data|letters|practices?|opinions?)"
        r"|vouchers?))(?:(?:[ ]visits?))?"
        r"|(?:journées?|rencontres?) d['’]échanges?|échanges?(?! (?:de (?:vues?|données|courriels"
        r"|mails|idées|pratiques|bonnes|relevés|techniciens)|commercia|avec|entre))",
    ),
    (
        "visit",
        r"(?:study|field|site|company|learning) (?:visits?|tours?|trips?)|learning expeditions?"
        r"|(?:visites?|voyages?) d['’](?:études?|entreprises?)|accueil d['’]une délégation"
        r"|(?:next|return|follow-up) (?:[\w-]+ )?visits?|prochaines? visites?"
        r"|visites? (?:en )?retour"
        r"|visits?(?=(?:,? (?:to|in|of) [\w-]+)?,? (?:(?:which )?(?:was|is|has been) )?"
        rf"(?:(?:initially|originally) )?(?:{PLANNED}|{_SHIFTED}|{CALLED_OFF})\b)"
        r"|visites?(?=(?:,? (?:d['’]|de |à |au )[\w-]+)?,? (?:(?:qui )?(?:est|était|a été) )?"
        rf"(?:initialement )?(?:{PLANNED}|{_SHIFTED}|{CALLED_OFF})(?!\w))",
    ),
    (
        "mission",
        r"(?:business|trade|economic|export|commercial|learning|fact-finding|scouting|sector) "
        r"(?:missions?|delegations?)|missions? (?:économiques?|commerciales?|collectives?"
        r"|d['’]affaires|d['’]exploration|export|de prospection|d['’]études?)"
        rf"|{_NO_POST}missions?{_PLACED}|missions? (?:of|de|d['’])[ ]?(?:january|february|march"
        r"|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai"
        r"|juin|juillet|août|septembre|octobre|novembre|décembre)",
    ),
    (
        "webinar",
        r"webinars?|webinaires?|wébinaires?|online (?:[\w-]+ ){0,2}?(?:sessions?|seminars?)"
        r"|(?:séminaires?|sessions?) en ligne"
        r"|web-?conférences?",
    ),
    (
        "training",
        r"training (?:courses?|sessions?|days?|workshops?|weeks?)|(?:sessions?|journées?|stages?"
        r"|cycles?) de formation|formations? courtes?|master ?class(?:es)?|summer schools?"
        r"|écoles? d['’]été|boot ?camps?",
    ),
    (
        "matchmaking",
        r"match-?making(?: (?:events?|days?))?|brokerage events?|business days?"
        r"|b2b (?:days?|events?)|(?:rencontres?|conventions?|journées?) d['’]affaires"
        r"|journées? (?:b2b|btob|b-to-b|de rendez-vous (?:b2b|d['’]affaires))"
        r"|(?:business|b2b) meetings? days?"
        r"|(?:(?<=les )|(?<=aux )|(?<=[#•–-] )|(?<=\n))rendez-vous (?:b2b|d['’]affaires)"
        r"(?=[ ](?:(?:de|à|du|le|les|20\d\d)[ ](?!la[ ]|l['’])|d['’])|[ ]?[:–(])"
        r"|speed[- ](?:meetings?|business|networking)",
    ),
    (
        "fair",
        r"trade (?:fairs?|shows?)|exhibitions?|fairs|salons?(?! de (?:thé|réception))|foires?",
    ),
    (
        "workshop",
        r"workshops?|(?<!dans un )(?<!dans l['’])(?<!en )ateliers?"
        r"(?! (?:pilotes?|relais|de (?:production|séchage|fabrication))\b)|hackathons?"
        r"|round[- ]?tables?|tables? rondes?",
    ),
    (
        "conference",
        r"conferences?|congress(?:es)?|summits?|forums?|symposi(?:um|a|ums)"
        r"|colloques?|conférences?|congrès|sommets?"
        r"|seminars?|séminaires?|rencontres (?:des|nationales"
        r"|annuelles|régionales|européennes|interclusters|du|de la|de l['’])|assises"
        r"|journées? (?:nationales?|techniques?|thématiques?|professionnelles?|d['’]études?"
        r"|annuelles?)|(?:policy|technology|technical|demo|partner|open|info|cluster) days?"
        r"|members?['’]? days?"
        r"|journées? (?:des|de nos) (?:adhérents|membres)",
    ),
    (
        "meeting",
        rf"{_TALKS}(?:meeting|(?<!bilateral )meetings)|réunions?(?! bilatérales){_TALKS_AFTER}"
        r"|steering (?:committees?|groups?|boards?)|comités? de pilotage|plenar(?:y|ies)"
        r"|(?:technical|advisory) (?:committees?|boards?)(?! (?:cen|iso|iec|tc)\b)"
        r"|comités? (?:techniques?|consultatifs?)"
        r"|conseils? d['’]administration(?=[ ]?[:–—(][ ]?|[ ](?:du|le|les)[ ](?:\w{5,8}[ ])?\d"
        r"|[ ](?:aura|s['’]est (?:tenu|réuni)|se (?:tien|réuni)))"
        r"|(?<!policy )(?<!research )(?<!\d )(?<!\dh )(?<!\d – )briefings?"
        r"(?! (?:notes?|papers?|documents?|packs?|sheets?)\b)"
        rf"|(?:general|annual) assembl(?:y|ies)|assemblées? générales?|rencontres?"
        rf"(?! bilatérales){_TALKS_AFTER}"
        rf"|{_NEXT} (?:[\w-]+ )?(?:committees?|comités?(?: de pilotage)?)"
        r"|info(?:rmation)? (?:sessions?|days?|meetings?)|sessions? d['’]information"
        rf"|gatherings?|{SOCIABLE}",
    ),
    (
        "other",
        r"(?:awards?|prize-?giving|signing) ceremon(?:y|ies)"
        r"|cérémonies? de (?:remise|signature)",
    ),
)  # fmt: skip


_TABLE: Final = tuple((kind, re.compile(rf"\b(?:{nouns})(?!\w)")) for kind, nouns in NOUNS)
_BOARD: Final = (
    r"(?<!membre du )(?<!membres du )\b(?:conseils? d['’]administration|séances? du"
    r" (?:conseil|bureau)|réunions? (?:de|du) bureau)\b"
    r"|\b(?:minutes|meetings?) of the (?:board|executive committee)\b"
    r"|\bboard (?:of directors,? )?(?:meetings?|minutes)\b|\bboard of directors$"
)
# In a title these say enough on their own.
_IN_TITLE: Final[tuple[tuple[EventKind, re.Pattern[str]], ...]] = (
    ("kick_off", re.compile(r"\b(?:launch(?:ed)?|lancements?|lancée?s?|démarrage)\b")),
    ("mission", re.compile(rf"{_NO_POST}\bmissions?\b")),
    ("visit", re.compile(r"\bvisites?\b|\bvisits?\b")),
    ("agreement", re.compile(r"\bjumelages?\b|\btwinning\b")),
    ("training", re.compile(r"\bformations?\b|\btraining\b")),
    (
        "matchmaking",
        re.compile(r"\b(?:b2b|one-to-one) meetings\b|\brendez-vous (?:b2b|d['’]affaires)"),
    ),
    ("fair", re.compile(r"(?<=[ ])fair(?=$|,|[ ](?:in|at|of|20\d\d)\b)")),
    (
        "meeting",
        re.compile(
            rf"{_BOARD}"
            rf"|\brendez-vous\b|\b(?:{SOCIABLE_ALONE})(?!\w)"
        ),
    ),
)
_DAY: Final = re.compile(r"\bjournées?\b|\bportes ouvertes\b|\bopen house\b")


@dataclass(frozen=True, slots=True)
class FoundKind:
    """A noun that tells a kind of event, and where it stands."""

    kind: EventKind
    span: Span


def find_kinds(low: str, start: int = 0, end: int | None = None) -> tuple[FoundKind, ...]:
    """The event nouns of ``low[start:end]``, a text in lower case, in order of place."""
    stop = len(low) if end is None else end
    found: list[FoundKind] = []
    for kind, pattern in _TABLE:
        for match in pattern.finditer(low, start, stop):
            span = Span(*match.span())
            if not any(f.span.meets(span) for f in found):
                found.append(FoundKind(kind, span))
    return tuple(sorted(found, key=lambda f: f.span))


def title_kind(low: str, title: Span) -> FoundKind | None:
    """The kind that a title tells, the most particular of several; None when it tells none."""
    found = list(find_kinds(low, title.start, title.end))
    for kind, pattern in _IN_TITLE:
        if match := pattern.search(low, title.start, title.end):
            found.append(FoundKind(kind, Span(*match.span())))
    if not found and (match := _DAY.search(low, title.start, title.end)):
        return FoundKind("conference", Span(*match.span()))
    return min(found, key=lambda f: (_ORDER[f.kind], f.span), default=None)


def is_board(low: str, noun: FoundKind) -> bool:
    """Whether a noun calls a sitting of a board."""
    return bool(re.fullmatch(_BOARD, noun.span.of(low)))


def lasts_too_long(kind: EventKind, days: DateRange) -> bool:
    """Whether days are those of a project or a scheme rather than of an event of this kind."""
    most = _LONGEST if days.precision == "day" else _LONGEST_VAGUE
    return kind not in _LONG and days.end - days.start > most


# Days to the day, and to the month or quarter.
_LONGEST, _LONGEST_VAGUE = timedelta(days=31), timedelta(days=93)
_LONG: Final = frozenset[EventKind](("call", "training", "staff_exchange", "fair"))
_ORDER: Final = {kind: number for number, kind in enumerate(EVENT_KINDS)}  # particular first
