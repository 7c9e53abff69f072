"""What a call pays: all its money, what one winner gets, and the share of the costs it bears.

Read from labels ("Total budget:", "Aide :") and from the words beside a sum. Other money that a
call speaks of (a turnover, a price, a fee) is left out.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.amounts import find_amounts
from ingest.describe.dates.eventwords import LAST_YEAR
from ingest.describe.layout import Label, sentence_at
from ingest.gazetteer import fold
from ingest.types import Amount, AmountKind, Span

_I: Final = re.IGNORECASE
_BUDGET: Final = re.compile(
    r"\b(?:(?:total|overall|global|whole|indicative|available) (?:budget|funding|amount|envelope)"
    r"|budget"
    r"|envelopp?e|dotation|doté\w{0,2}|dispose (?:de|d['’])|montant (?:total|global)"
    r"|funding available|in total"
    r"|au total|pot\b|endow\w{2,4}|call budget|financement (?:total|global|disponible))\b",
    _I,
)
_GRANT: Final = re.compile(
    r"\b(?:per|par|each|chaque|chacune?) ?(?:projects?|projets?|sme|smes|pme|compan(?:y|ies)"
    r"|entreprises?"
    r"|firms?|lauréats?|winners?|beneficiar(?:y|ies)|bénéficiaires?|applicants?|candidats?"
    r"|vouchers?|chèques?"
    r"|dossiers?|consorti\w{1,3}|partners?|partenaires?|structures?)?"
    r"|(?:grants?|aides?|subventions?|vouchers?|chèques?|bons?|lump sums?|forfaits?|primes?|prix"
    r"|prizes?|awards?"
    r"|soutien|support|ticket|bourses?|allocations?|maximum|max|plafonn\w{1,4}|plafond|ceiling"
    r"|cap(?:ped)?"
    r"|up to|jusqu['’]à|at most|au (?:plus|maximum))\b",
    _I,
)
_RATE: Final = re.compile(
    r"\b(?:rates?|taux|eligible|éligibles?|costs?|coûts?|dépenses|frais|expenses|expenditure"
    r"|co-?f[iu]n\w{2,9}"
    r"|intensit[yé]|covers?|couvr\w{1,3}|funded|financée?s?|prend en charge|pris en charge"
    r"|reimburs\w{2,6}"
    r"|rembours\w{1,5}|investissements?|assiette)\b",
    _I,
)
_NOT_RATE: Final = re.compile(
    r"\b(?:points?|criteri\w{1,2}|critères?|threshold|seuil|recycled|turnover"
    r"|chiffre d['’]affaires|increase|growth"
    r"|hausse|baisse|members|signature|half-?way|(?:at|à) (?:the start|la fin|the end)|advance"
    r"|avance|solde"
    r"|weight\w{0,3}|pondération|remain(?:ing|der)|restante?s?|le reste|borne by"
    r"|à (?:la )?charge d\w?|own (?:contribution|funds)"
    r"|vat|tva|of (?:the )?(?:budget|firms|jobs|time)"
    r"|content|contenu)\b",
    _I,
)
_NOT_OURS: Final = re.compile(
    r"\b(?:turnover|chiffre d['’]affaires|capital|fee|frais d['’]inscription|price|prix de vente"
    r"|cost of living"
    r"|(?:dépenses|depenses|coûts|couts) éligibles?|depenses eligibles|eligible costs of|minimum"
    r"|au moins|at least"
    rf"|first call|premier appel|{LAST_YEAR}|précédent\w{{0,3}}|previous|de minimis"
    r"|salar\w{2,4}|(?:second|third|next|further|new|deuxième|troisième|nouvel|prochain)"
    r" (?:open )?(?:calls?|appels?)(?: à projets)? (?:is|are|est|sera)"
    r" (?:expected|planned|foreseen|attendu|prévu))\b",
    _I,
)
_RANGE: Final = re.compile(
    r"(?P<low>\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){0,3}(?:[.,]\d{1,2})?)[ \u00a0]?(?P<scale>k|M"
    r"|millions?|mille)?[ \u00a0]?"
    r"(?:€|EUR|euros?)?[ ](?:à|to|et|and|-|–)[ ]$"
)
_FIGURES: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d{1,12}")
_DECIMALS: Final = re.compile(r"(?P<whole>\d{1,4})[.,](?P<part>\d{1,2})(?!\d)")
_SCALES: Final = (
    (re.compile(r"milliards?|billions?|bn\b|Md", _I), 1e9),
    (re.compile(r"millions?|mio|M(?=[ €$£]|EUR|$)|(?<=\d)[ ]?m(?=€)"), 1e6),
    (re.compile(r"mille|thousand|k(?=[ €$£]|EUR|$)", _I), 1e3),
)
_CURRENCIES: Final = (
    (re.compile(r"€|euros?|EUR", _I), "EUR"),
    (re.compile(r"£|GBP|pounds?", _I), "GBP"),
    (re.compile(r"CHF", _I), "CHF"),
    (re.compile(r"CAD|\$ ?CA", _I), "CAD"),
    (re.compile(r"\$|USD|dollars?", _I), "USD"),
)
_CLAUSE: Final = re.compile(r"[;:.,] ")
_MOST: Final = 12
_LABELLED, _IN_PROSE = 1.0, 0.7


def call_amounts(content: str, labels: tuple[Label, ...]) -> tuple[Amount, ...]:
    """The amounts of a call, in the order they are written, each value of a kind once."""
    found: dict[tuple[AmountKind, float, str], Amount] = {}
    for item in find_amounts(content):
        if item.kind not in ("money", "percentage"):
            continue
        told = _kind(content, item.kind, item.span, labels)
        if told is None:
            continue
        kind, sure = told
        for text, span, value, unit in _values(content, item.kind, item.span):
            found.setdefault((kind, value, unit), Amount(kind, value, unit, text, span, sure))
        if len(found) >= _MOST:
            break
    return tuple(sorted(found.values(), key=lambda a: a.span))


def value_of(text: str) -> float:
    """The number that a sum is: 1200000.0 for "1,2 M€"."""
    scale = next((factor for pattern, factor in _SCALES if pattern.search(text)), 1.0)
    decimals = _DECIMALS.search(text)
    figures = _FIGURES.search(text)
    if decimals and figures and decimals.start() <= figures.start():
        number = float(f"{decimals['whole']}.{decimals['part']}")
    elif figures:
        number = float(re.sub(r"\D", "", figures[0]))
        if (cents := re.match(r"[.,](\d{1,2})(?!\d)", text[figures.end() :])) is not None:
            number += float(f"0.{cents[1]}")
    else:
        number = 0.0
    return number * scale


def _kind(
    content: str, kind: str, span: Span, labels: tuple[Label, ...]
) -> tuple[AmountKind, float] | None:
    """What a sum is of, and how surely; None when it is none of the call's."""
    keys = " ".join(x.key for x in labels if x.span.start <= span.start < x.span.end)
    sentence = sentence_at(content, span.start)
    before = content[max(sentence.start, span.start - 90) : span.start]
    after = content[span.end : min(max(sentence.end, span.end), span.end + 60)]
    if _NOT_OURS.search(fold(keys)) or _NOT_OURS.search(before):
        return None
    if kind == "percentage":
        clause = _CLAUSE.split(before[-40:])[-1] + " " + _CLAUSE.split(after[:40])[0]
        if _NOT_RATE.search(clause):
            return None
        labelled = _RATE.search(keys) or _GRANT.search(keys)
        if labelled or _RATE.search(after[:50]) or _RATE.search(before[-40:]):
            return "rate", _LABELLED if labelled else _IN_PROSE
        return None
    if keys and _BUDGET.search(keys):
        return "budget", _LABELLED
    if keys and (_GRANT.search(keys) or "montant" in keys or "amount" in keys):
        return "grant", _LABELLED
    # In prose the cue nearest to the sum says what it is; "per project" comes after it.
    if _GRANT.match(after.lstrip(" ,(")) or _GRANT.search(after[:24]):
        return "grant", _IN_PROSE
    near = max(
        (("budget", m.end()) for m in _BUDGET.finditer(before)), key=_place, default=("", -1)
    )
    other = max((("grant", m.end()) for m in _GRANT.finditer(before)), key=_place, default=("", -1))
    if max(near[1], other[1]) < 0:
        return None
    return ("budget" if near[1] > other[1] else "grant"), _IN_PROSE


def _place(pair: tuple[str, int]) -> int:
    return pair[1]


def _values(content: str, kind: str, span: Span) -> list[tuple[str, Span, float, str]]:
    """A sum, and before it the lower end of its range ("de 20 000 à 60 000 €")."""
    text = span.of(content)
    if kind == "percentage":
        return [(text, span, value_of(text), "%")]
    unit = next((code for pattern, code in _CURRENCIES if pattern.search(text)), "EUR")
    found = [(text, span, value_of(text), unit)]
    low = max(0, span.start - 40)
    if (match := _RANGE.search(content[low : span.start])) is not None:
        start = low + match.start("low")
        stop = low + match.end("scale" if match["scale"] else "low")
        value = value_of(content[start:stop])
        if not match["scale"] and value < 1000 <= found[0][2]:
            value *= found[0][2] / value_of(re.sub(r"[^\d.,]", "", text))  # "1 à 4 millions"
        if 0 < value < found[0][2]:
            found.insert(0, (content[start:stop], Span(start, stop), value, unit))
    return [item for item in found if item[2] > 0]
