"""What a line says of the paper that it stands in: its imprint, authors, when it was amended."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.dates.calendar import WEEKDAY_BEFORE
from ingest.types import Span

_I: Final = re.IGNORECASE
# What a news item, sheet or bulletin writes on its dateline.
_IMPRINT: Final = re.compile(
    r"\b(?:news|actualités?|communiqué|newsletter|lettre des|la lettre|infolettre|gazette|digest"
    r"|bulletin|(?:fiche|note)\b"
    r"|sheet|briefs?\b|an? briefing|briefing (?:prepared|written|by|note|paper)"
    r"|(?:english|french|print|spring|summer|autumn|winter) edition"
    r"|édition (?:française|anglaise|imprimée)"
    r"|published|publiée?|posted|mise? en ligne|version|press release|report by|author|auteur)"
    r"|^\W{0,6}(?:(?:spring|summer|autumn|winter|new|revised) issue|synthèse|summary)\b"
    r"(?! (?:of|de|du|des) )|^\W{0,6}issue of\b"
    r"|^\W{0,6}lettre (?:aux?|à (?:nos|tous|toutes))\b"
    r"|^\W{0,6}(?:la |l['’]|the |our |notre )?(?:lettre|e-?news|flash|journal|magazine|courrier)\b"
    r"[^.;\n]{0,50}[ ,–—-](?:n[°º]|no\.|nr\.?|#|issue|numéro|vol\.?)[ ]?\d",
    _I,
)
# "Compte rendu de la séance du 4 mai": at the head of a line it is this paper.
_MINUTES: Final = re.compile(
    r"\W{0,6}(?:(?:draft|approved|projet de|official)[ ])?(?:compte[ -]rendu|procès-verbal|PV"
    r"|minutes|relevé de décisions)[ ](?:of|d[eu]s?)[ ](?:(?!approu?v|adopt|rédig|diffus"
    r"|publi|sign|taken|written|prepared|valid)[^.;:\n]){0,60}",
    _I,
)
_OPENING: Final = 600
# "Propos recueillis par Ana Ruiz, le 4 mai": the interview's own day, whatever it speaks of
_INTERVIEWED: Final = re.compile(
    r"\W{0,6}(?:propos recueillis|interview(?:ed)?)[ ](?:by|par|en|le|à)\b", _I
)
# "Prepared by Ana Ruiz, Alba, July 2024": the day of the paper, not of what it tells.
_AUTHORED: Final = re.compile(
    r"\W{0,6}(?:(?:(?:this )?(?:report|document|note|minutes|paper)[ ]|(?:rapport|document|note"
    r"|compte[ -]rendu|fiche)[ ])?(?:(?:prepared|compiled|drafted|written|drawn up)[ ]by"
    r"|(?:rédigée?|établie?|préparée?|dressée?)[ ]par)[ ])",
    _I,
)
# "Correction of 4 March 2024: the deadline is extended": the day that the text was amended on.
_AMENDED: Final = re.compile(
    r"(?:^|\n)\W{0,6}(?:correct(?:ion|ed)|corrigé|update|erratum|corrigendum|amendment|addendum"
    r"|rectificatif|rectification|avenant|avis|mise à jour|mis à jour)"
    rf"[ ](?:(?:of|on|dated|du|le|en date du)[ ])?(?:the[ ])?{WEEKDAY_BEFORE}$",
    _I,
)


def is_imprint(line: str) -> bool:
    """Whether a line names the sort of paper that it stands in, or says when it was published."""
    return bool(_IMPRINT.search(line))


def is_of_minutes(content: str, span: Span) -> bool:
    """Whether a day is that of the meeting that these minutes, by their first lines, are of."""
    return span.start < _OPENING and bool(
        _MINUTES.fullmatch(content, content.rfind("\n", 0, span.start) + 1, span.start)
    )


def is_amendment(content: str, span: Span) -> bool:
    """Whether a text was corrected or brought up to date on a day, by the head of the line."""
    return bool(_AMENDED.search(content, max(0, span.start - 60), span.start))


def is_authored(line: str) -> bool:
    """Whether a line says, from its beginning, who wrote this paper, or asked the questions."""
    return bool(_AUTHORED.match(line) or _INTERVIEWED.match(line))


def is_interviewed(content: str, span: Span) -> bool:
    """Whether the line of a day says that an interview was made then."""
    return bool(_INTERVIEWED.match(content, content.rfind("\n", 0, span.start) + 1))
