"""Lines about a title that are none: the kind of document, its date, whose it is, a quotation."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import NAME, is_place
from ingest.describe.dates.calendar import MONTH, WEEKDAY

# A line that only says what sort of document this is: the headline comes after it.
_KIND_LINE: Final = re.compile(
    r"(?:policy (?:brief|note|paper)|position paper|prise de position|white paper|livre blanc"
    r"|award notice|notice to \w+ ?\w*|press release|communiqué(?: de presse)?|newsletter"
    "|note(?: d['’]information| de (?:position|synth[eè]se|conjoncture|cadrage))?"
    "|fiche(?: pratique|(?: de)? bonnes? pratiques?)?|bonnes? pratiques?|avis(?: aux? .{0,24})?"
    "|(?:best|good)[ -]practice(?: sheet| fiche)?|agenda|programme|report|rapport)"
    r"(?:[ ,–-]{1,3}(?-i:[A-Z]{1,4}[ -])?(?:n?o?\.?|n°|nr\.?|#)?[ ]?"
    r"(?:(?:19|20)\d\d|\d{0,3}(?:[ ]?/[ ]?(?:19|20)\d\d)?|(?:19|20)\d\d[ ]?/[ ]?\d{1,3}))?$",
    re.I,
)
# "Grappe Eau du Midi" alone on the first line is whose page this is.
SITE_NAME: Final = re.compile(
    rf"(?=(?:Grappe|Cluster|P[ôo]le|Réseau|Network|Fédération|Association|Agence)\b){NAME}"
)
# So is "Alizé – the network of flax mills", under "Position paper no. 3".
_WHOSE: Final = re.compile(
    r"(?-i:[A-ZÀ-Þ])[\w’'&-]{1,24}(?: (?-i:[A-ZÀ-Þ])[\w’'&-]{1,24}){0,2} ?[–—,-] ?"
    r"(?:(?:the|an?|la|le|l['’]|une?) ?)?(?:[^\W\d_]{2,14} ){0,2}?"
    r"(?:clusters?|networks?|federation|association|alliance|agency|réseau|fédération|grappe|pôle"
    r"|agence)\b(?: (?:of|for|de|du|des|d['’]|pour)[ ]?[^.:;!?\n]{2,50})?\W{0,4}",
    re.I,
)
# "MOBILIS project", "Alpine Timber Cluster": a name that says nothing of what the paper is
_OWNER: Final = re.compile(
    rf"(?i:(?:the )?(?:projet|project) ){NAME}|{NAME}(?i: (?:project|cluster|network|platform))"
)
_PAPER: Final = re.compile(
    r"(?:(?:draft|approved|final) )?(?:minutes|compte[ -]rendu|procès-verbal|pv|relevé de décisions"
    r"|rapport (?:annuel|final|intermédiaire|moral|financier|d['’](?:activités?|étape|avancement))"
    r"|(?:annual|activity|final|interim|progress) report|tarifs?|price list|fees|cotisations?"
    r"|barème|statuts|statutes|by-?laws|règlement|ordre du jour|agenda|programme|membership"
    r"|adhésion|plan d['’]actions?|action plan|liste des (?:membres|adhérents)|list of members"
    r"|members?['’]? list|fact ?sheet|fiche projet|feuille de route|roadmap)\b[^.!?;\n]{0,80}",
    re.I,
)
_DATE_LINE: Final = re.compile(
    r"^[\W\d]{0,20}(?P<words>(?:[^\W\d]{1,9}[\W\d]{1,12}){0,2})(?:19|20)\d\d\W{0,3}$"
)
_DATE_WORD: Final = re.compile(
    rf"(?:{MONTH}|{WEEKDAY}|spring|summer|autumn|fall|winter|printemps|été|automne|hiver|le|du|au"
    r"|on|the|of|to|from|and|et|er|st|nd|rd|th|published|publiée?|updated|version|édition|edition"
    r"|issued|copyright|draft|brouillon|v|vers|rev|révision|revision)\.?",
    re.I,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_STAMPED: Final = re.compile(r"[^:\n]{3,40}?[ ]?:[ ]")
_QUOTED: Final = re.compile(r"(?:«[^«»]{3,150}»|“[^“”]{3,150}”|\"[^\"]{3,150}\")")
# What "Call for ideas" is for may well be quoted
_ASKS: Final = re.compile(r"(?:open )?(?:calls?|appels?|invitations?|concours|contest)\b", re.I)
# "FLAX FORUM 2023" names an event
_EDITION: Final = re.compile(
    r"(?=.{0,60}\b(?:19|20)\d\d\b).{0,60}\b(?:forums?|conf[eé]rences?|days?|weeks?|summit|fairs?"
    r"|festival|congr[eè]s|congress|symposium|workshop|seminar|séminaire|salons?|assises|journées?"
    r"|rencontres?|rendez-vous|nuits?|colloque|sommet|ateliers?|convention|awards?|trophées?)\b",
    re.I,
)


def is_kind_line(line: str) -> bool:
    """Whether a line is but the kind and number of a document: "Position paper PP 2023/02"."""
    return _KIND_LINE.match(line) is not None


def is_whose(line: str) -> bool:
    """Whether a line names the body that speaks: "Alizé – the network of flax mills"."""
    return bool(SITE_NAME.fullmatch(line) or _WHOSE.fullmatch(line))


def is_owner_of(line: str, below: str) -> bool:
    """Whether a line names a project or body and nothing else, and the one ``below`` it what sort
    of paper of theirs this is: the two are a title together."""
    named = SITE_NAME.fullmatch(line) or _OWNER.fullmatch(line)
    return named is not None and _PAPER.fullmatch(below) is not None


def is_date(line: str) -> bool:
    """Whether a line is a date and its place at most; "Members 2024" is not."""
    match = _DATE_LINE.match(line)
    if match is None:
        return False
    words = _WORD.findall(match["words"])
    if len(words) == 2 and _DATE_WORD.fullmatch(words[1]):  # "Graz, May 2022"
        return True
    return all(_DATE_WORD.fullmatch(word) or is_place(word) for word in words)


def is_stamp(line: str) -> bool:
    """Whether a line is a label with a date: "Last reviewed: 15 January 2024"."""
    label = _STAMPED.match(line)
    return label is not None and is_date(line[label.end() :])


def is_motto(line: str, above: str) -> bool:
    """Whether all of a line stands in quotation marks, and says more of what is named above it."""
    return _QUOTED.fullmatch(line) is not None and not _ASKS.match(above)


def is_edition(line: str) -> bool:
    """Whether a line names an event of a year."""
    return _EDITION.match(line) is not None
