"""What a date is the date of, told by the words around it."""

from __future__ import annotations

import re
from typing import Final, Literal

from ingest.describe.dates.calendar import WEEKDAY_BEFORE
from ingest.describe.dates.imprint import is_amendment, is_authored, is_imprint, is_of_minutes
from ingest.describe.layout import sentence_at
from ingest.types import Span

DateKind = Literal["event", "published", "deadline", "other"]
_I: Final = re.IGNORECASE
# "Closes: 26 April", behind what else a line tells
CLOSES_LABEL: Final = re.compile(
    r"\b(?:closes?|closing|closed|ferme(?:ture)?|cl[oô]ture|cut-?off|fin de l['’]appel)"
    rf"(?: (?:date|on|le))?[ ]?:\s{WEEKDAY_BEFORE}$",
    _I,
)
# "31 mai 2024, 12 h : clôture": the hour between a day and what it is
HOUR: Final = re.compile(
    r"[ ]?(?:,|à|at|[–—-])?[ ]?\(?(?:(?:à|at) )?(?:\d{1,2}[ ]?(?:h[ ]?(?:\d\d)?|[:.]\d\d)"
    r"(?:[ ]?[ap]m)?|\d{1,2}[ ]?[ap]m|midi|minuit|noon|midnight)"
    r"(?:[ ](?:cet|cest|gmt|utc|(?:brussels|paris) time|heure de (?:paris|bruxelles)))?\)?",
    _I,
)
# "Cérémonie de clôture": what is held at the end of something
_HELD_AT_END: Final = "".join(
    rf"(?<!\b{what} de )"
    for what in (
        *("cérémonie", "soirée", "dîner", "conférence", "séance", "événement", "évènement"),
        *("réunion", "journée", "séminaire", "cocktail", "gala", "session", "discours", "mot"),
        *("allocution", "atelier", "table ronde", "colloque", "forum", "comité", "webinaire"),
    )
)

# "The call has been extended to 14 June", "l'appel est prolongé au 14 juin"
_EXTENDED: Final = re.compile(
    r"\b(?:extended|prolonged|prolongée?s?|prorogée?s?|repoussée?s?|reportée?s?|postponed"
    r"|pushed back)[ ](?:again[ ])?(?:to|au)"
    rf"\s(?:end\sof\s|fin\s)?(?:the\s|le\s)?{WEEKDAY_BEFORE}$",
    _I,
)
# Right before the date, nothing but an article or a weekday between.
_DEADLINE_BEFORE: Final = re.compile(
    r"(?:\bby|\bbefore|\buntil|\bno later than|\bavant|\bjusqu['’]au|\bau plus tard"
    r"|\bd['’]ici(?: au)?"
    r"|\bdue(?: on| by)?|\b(?:closes?|expires?)(?: on)?)"
    rf"\s(?:end\sof\s|fin\s)?(?:the\s|le\s)?{WEEKDAY_BEFORE}$",
    _I,
)
# "ferme le", "ends on": a last day if what ends is a call, not if it is a fair or a project. What
# has ended is another call.
_ENDS: Final = re.compile(
    r"(?:\b(?:ends?|closes?|expires?|ferme(?:nt|ra|ront)?"
    r"|(?:se )?cl[oô]ture(?:nt|ra|ront)?|se termin(?:e(?:nt|ra|ront)?|ant)|s['’]achève(?:nt|ra)?"
    r"|(?:prend(?:ra|ront)?|prennent) fin|(?:sera|seront) (?:close?s?|fermée?s?|cl[oô]turée?s?)))"
    r"(?: on)?"
    rf"\s(?:end\sof\s|fin\s)?(?:the\s|le\s)?{WEEKDAY_BEFORE}$",
    _I,
)
_CALL: Final = re.compile(
    r"\b(?P<call>calls?(?: for [\w-]+)?|appels?(?: (?:à|aux?) [\w-]+)?|candidatures?"
    r"|applications?|submissions?|soumissions?|dépôts?|inscriptions?|registrations?|guichets?|cut-?offs?)\b"
    r"|\b(?:projec?ts?|programmes?|events?|missions?|visits?|visites?|salons?|fairs?|forums?"
    r"|workshops?|ateliers?|seminars?|séminaires?|conf[eé]rences?|exchanges?|échanges?|meetings?"
    r"|réunions?|trainings?|formations?|sessions?|expositions?|exhibitions?|contracts?|contrats?"
    r"|conventions?|événements?|évènements?|journées?|summits?|festivals?|phases?|stages?"
    r"|webinars?|webinaires?|colloques?|congr[eè]s|congress|consultations?|training|courses?)\b"
    r"(?![ ](?:calls?|applications?|submissions?|registrations?)\b)",
    _I,
)
# Where what is said of one thing ends and another begins.
_SUBJECTS: Final = re.compile(
    r"[,;:]|[.!?][ ]|\b(?P<relative>qui|which|that)\b"
    r"|\b(?:et|and|puis|then)[ ](?=(?:l[ae]s?|the|its?|sa|son)\b|l['’])",
    _I,
)
_ENDED: Final = re.compile(
    r"(?:s['’]est|se sont) (?:achevée?s?|conclue?s?|clôturée?s?|terminée?s?)"
    r"|came to (?:its|an) end",
    _I,
)
# "chef de file de LINFIB, qui", "LINFIB": a name in capitals right before the verb
_ACRONYM: Final = re.compile(
    r"(?<!\w)[A-ZÀ-Þ][A-ZÀ-Þ\d-]{3,20}(?:[ ]\([^()\n]{2,60}\))?,?[ ](?:(?:qui|which|that)[ ])?$"
)
_SUBJECT: Final = re.compile(
    r"\b(?:(?P<project>projec?ts?|programmes?|consortium|financements?|conventions?)"
    r"|events?|missions?|visits?|visites?|voyages?|salons?|fairs?|forums?|workshops?|ateliers?"
    r"|seminars?|séminaires?|conf[eé]rences?|exchanges?|échanges?|meetings?|réunions?|rencontres?"
    r"|trainings?|formations?|sessions?|événements?|évènements?|journées?|summits?|sommets?"
    r"|festivals?|webinars?|webinaires?|colloques?|congr[eè]s|congress|days?|soirées?|tournées?)\b",
    _I,
)
_PRONOUN: Final = re.compile(r"\W{0,6}(?:ils?|elles?|it|they|celui-ci|celle-ci|this)\b", _I)
_BACK, _NEAR = 3, 12  # sentences that a pronoun may look back, and what is between two of them
_DEADLINE_NEAR: Final = re.compile(
    r"deadline|closing date|cut-?off|closes on|date limite|date butoir"
    rf"|{_HELD_AT_END}cl[oô]ture|au plus tard"
    r"|no later than|dernier délai|échéance|limite de (?:dépôt|soumission)|submissions? (?:by|due)"
    r"|applications? (?:are )?due",
    _I,
)
_PUBLISHED: Final = re.compile(
    "publi(?:é|ée|és|shed|cation)|mise?s? en ligne|mise? à jour|posted|submitted"
    "|updated|modifi(?:é|ed)"
    r"|soumis|déposée? le|issued|adopté|adopted|rédigé|communiqué|press release|version",
    _I,
)
_HELD: Final = re.compile(
    r"\b(?:held|took place|dates?|when|aura lieu|a eu lieu|s['’]est|se tiendra|du \d"
    r"|from \d|les \d|host)\b",
    _I,
)
_PAST_EVENT: Final = re.compile(
    r"founded|established|created|set up|launched in|since|born|fond(?:é|ée) en|cré(?:é|ée)e?s? en"
    r"|depuis|copyright|©|directive|règlement|décret|\bloi\b|arrêté|newsletter|lettre"
    " d['’]information"
    r"|regulation|as of|valid (?:from|as)|valables? (?:à|du|dès)|en vigueur|effective from|in force"
    r"|as amended|au \d|previous|précédent|dernière édition|last edition"
    r"|procès-verbal|minutes of|approbation d|convention d|circulaire|consulté|accessed|template"
    r"|modèle",
    _I,
)
_EVENT: Final = re.compile(
    r"\b(?:held|took place|takes? place|taking place|hosted|welcomed|gathered|met"
    "|meeting|event|seminar"
    "|workshop|conference|webinar|exchange|visit|forum|training|kick-?off|organi[sz]ed"
    "|attended|opened"
    "|duration|dates?|when|session|summit|mission|tenue?s?|aura lieu|a eu lieu|ont eu"
    " lieu|se tiendra"
    r"|se déroulera|s['’]est (?:tenu|déroulé)e?|s['’]est réuni|accueilli|réuni(?:t|s|on)?|rencontre"
    "|séminaire|atelier|conférence|webinaire|échange|visite|formation|lancement"
    "|organisée?s?|journée"
    r"|colloque|quand|durée|mission|salon|assemblée|rendez-vous)\b",
    _I,
)


_CLAUSE: Final = re.compile(r"[,;.]| (?:and|et|puis|then) ")


def is_past(content: str, span: Span) -> bool:
    """Whether a date is that of another thing that was: a foundation, a law, a past edition."""
    if is_of_minutes(content, span):
        return False
    sentence = sentence_at(content, span.start)
    return bool(_PAST_EVENT.search(content, max(sentence.start, span.start - 44), span.start))


def is_project_ended(content: str, start: int, verb: re.Match[str]) -> bool:
    """Whether what a verb tells as ended is a project: "le projet LIN, qui s'est achevé en mai"."""
    if not _ENDED.match(verb[0]):
        return False
    if _ACRONYM.search(content, start, verb.start()):
        return True
    named = list(_SUBJECT.finditer(content, start, verb.start()))
    return bool(named) and named[-1]["project"] is not None


def _line(content: str, span: Span) -> str:
    start = content.rfind("\n", max(0, span.start - 140), span.start) + 1
    end = content.find("\n", span.end, span.end + 140)
    return content[start : end if end >= 0 else min(len(content), span.end + 140)]


def ends_call(content: str, span: Span) -> bool:
    """Whether the date at ``span`` is told as the day that a call or its applications end."""
    sentence = sentence_at(content, span.start)
    left = content[max(sentence.start, span.start - 240) : span.start]
    if not (_ENDS.search(left) or _EXTENDED.search(left)):
        return False
    end = len(left)
    relative = False
    edges = list(_SUBJECTS.finditer(left))
    for edge in (*reversed(edges), None):
        # A clause begins with what it is about; "qui" stands for the noun right before it.
        named = list(_CALL.finditer(left, edge.end() if edge else 0, end))
        if named:
            return named[-1 if relative else 0]["call"] is not None
        if edge is not None:
            relative, end = bool(edge["relative"]), edge.start()
    if not _PRONOUN.match(left, edges[-1].end() if edges else 0):
        return False
    for _ in range(_BACK):
        before = content[max(0, sentence.start - _NEAR) : sentence.start]
        end = sentence.start - len(before) + len(before.rstrip(" \t\r\n\u00a0.!?…"))
        if end <= sentence.start - len(before):
            break
        sentence = sentence_at(content, end - 1)
        if told := _CALL.search(content, sentence.start, end):
            return told["call"] is not None
    return False


def kind_of(content: str, span: Span) -> DateKind:
    """``deadline``, ``published``, ``event`` or ``other`` for the date at ``span``."""
    sentence = sentence_at(content, span.start)
    left = content[max(sentence.start, span.start - 90) : span.start]
    right = content[span.end : min(max(sentence.end, span.end), span.end + 60)]
    hour = HOUR.match(right)
    named = right[hour.end() if hour else 0 :][:24]
    near = left[-56:]
    if is_amendment(content, span):
        return "published"
    if (
        _DEADLINE_BEFORE.search(left)
        or ends_call(content, span)
        or _DEADLINE_NEAR.search(near)
        or CLOSES_LABEL.search(left)
        or _DEADLINE_NEAR.search(_CLAUSE.split(named)[0])
    ):
        return "deadline"
    if _PUBLISHED.search(left[-40:]) and not _EVENT.search(left[-20:]):
        return "published"
    line = _line(content, span)
    imprint = is_imprint(line) or is_authored(line)
    if len(line) <= 130 and imprint and not _HELD.search(line):
        return "published"
    if _PAST_EVENT.search(left[-44:]):
        return "other"
    if _EVENT.search(content, sentence.start, max(sentence.end, span.end)):
        return "event"
    return "other"
