"""Papers that stand for longer than a day and have no event of their own: statutes, price lists."""

from __future__ import annotations

import re
from typing import Final

from ingest.register.cells import Parts
from ingest.register.kinds import title_kind
from ingest.types import Span

_ARTICLE: Final = r"\W{0,6}(?:l['’]|(?:le|la|les|notre|nos|the|our|a|an) )?"
# What a title begins with in French, and ends with before any "of", dash or colon in English.
_FR: Final = (
    r"(?:guide|manuel|catalogue|annuaire|statuts|charte|tarifs?|grille tarifaire|barème"
    r"|règlement (?:intérieur|financier)|foire aux questions|faq|questions fréquentes|glossaire"
    r"|rapport (?:annuel|d['’]activités?|moral|financier)|bilan (?:annuel|d['’]activités?)"
    r"|brochure|plaquette|livret|mode d['’]emploi|conditions générales|livre blanc|formulaire"
    r"|liste des (?:membres|adhérents)|plan (?:stratégique|d['’]actions?)|boîte à outils)(?!\w)"
)
_EN: Final = (
    r"(?:[\w’'&-]+ ){0,4}?(?:handbook|manual|catalogue|catalog|directory|statutes|by-?laws"
    r"|articles of association|rules of procedure|internal rules|price list|fees|guide|toolkit"
    r"|glossary|brochure|white paper|terms and conditions|members?['’]? list|faqs?"
    r"|frequently asked questions|annual report|(?:strategic|action) plan|guidelines)"
    r"(?=\W{0,6}$|[ ](?:of|for|to|on|by|(?:19|20)\d\d)\b|[ ]?[:–—(,-])"
)
_PAPER: Final = re.compile(rf"{_ARTICLE}(?:{_FR}|{_EN})")
# A paper as well, unless the title goes on with the event at which it is presented.
_STUDY: Final = re.compile(
    rf"{_ARTICLE}(?:(?:étude|enquête|baromètre|synthèse)(?!\w)"
    r"|(?:[\w’'&-]+ ){0,3}?(?:study|survey|barometer)(?=\W{0,6}$|[ ](?:of|on|into)\b|[ ]?[:–—(,-]))"
)


def is_standing_paper(parts: Parts, title: Span | None) -> bool:
    """Whether a title heads a paper that holds for years or tells of many things: its days are
    those of its printing or from which it is valid."""
    if title is None:
        return False
    if _PAPER.match(parts.low, title.start, title.end):
        return True
    study = _STUDY.match(parts.low, title.start, title.end)
    return study is not None and title_kind(parts.low, Span(study.end(), title.end)) is None
