"""The body to write to, which is the one that makes a call or gives an event when none is named.

"Contact: Lucía Ferrando, Carril Ibérico, vouchers@…" names a person, then what she works for.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import UP, is_name, is_place
from ingest.describe.bodies.orgcues import ORG_WORD, TWO_WORDS, TYPE_LAST
from ingest.describe.found import Found
from ingest.describe.layout import Label
from ingest.gazetteer import first_names, fold
from ingest.types import Span

_LABEL: Final = re.compile(
    r"(?:contacts?(?: (?:person|presse|us))?|questions?|renseignements|(?:more "
    r"|for )?informations?|enquiries"
    r"|help ?desk|dossiers?(?: et questions)?|candidatures?|applications?|inscriptions?"
    r"|registration"
    r"|questions et dossiers|depot des dossiers|personne a contacter)"
)
_PIECE: Final = re.compile(r"[^,;|()–—\n]+")
_NO_BODY: Final = re.compile(
    r"@|\d{2}|https?:|www\.|\b(?:manager|officer|director|direct(?:eur|rice)|chargée?|responsable"
    r"|coordinat\w{2,4}|head|chef"
    r"|assistante?|secretary|secrétaire|animat(?:eur|rice)|project|projet|ligne|online)\b",
    re.IGNORECASE,
)


def contact_body(content: str, labels: tuple[Label, ...]) -> Found | None:
    """The organisation of a contact line, or None."""
    for label in labels:
        if not _LABEL.fullmatch(label.key):
            continue
        found: Found | None = None
        stop = min(label.span.end, label.span.start + 160)
        for number, match in enumerate(_PIECE.finditer(content, label.span.start, stop)):
            text = match[0].strip(" .")
            start = match.start() + len(match[0]) - len(match[0].lstrip(" ."))
            words = text.split()
            if not 1 <= len(words) <= 6 or not re.match(rf"[{UP}]|[a-z]-?[{UP}]", text):
                continue
            person = fold(words[0].partition("-")[0]) in first_names() and len(words) > 1
            person |= number == 0 and _may_be_person(content, text)
            if person or _NO_BODY.search(text) or not is_name(text) or is_place(text):
                continue
            found = Found("organisation", text, Span(start, start + len(text)))  # the last one told
        if found is not None:
            return found
    return None


def _may_be_person(content: str, text: str) -> bool:
    """Whether two words that the text writes once, and no word of a body, are a person's name."""
    return (
        TWO_WORDS.fullmatch(text) is not None
        and ORG_WORD.search(text) is None
        and TYPE_LAST.search(text) is None
        and content.count(text) < 2
    )
