"""The hand-written terms of the field, `domain_terms.tsv`, with the forms that documents use.

A row's kind says which: `noun` adds the plurals, `adjective` the French feminine and plurals,
`verb` what `conjugate` gives; `word` and `acronym` stand as they are. Of a French term's
translations the first row counts most. An English term that is second or third choice for a French
one is no more than that the other way: "grant" isn't "bourse" first.

A kind that begins with `also` ("also verb") says what a word may be called besides: such rows add
to what the pairs and the other rows say, and never lead: a "launch" may be a "démarrage", and is a
"lancement" first.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from encoder.lexicon import Language, spelling
from encoder.training.lexicon.conjugate import Form, verb_forms
from encoder.training.lexicon.inflect import adjective_forms, plural_english, plural_french

DOMAIN_TERMS = Path(__file__).parents[2] / "domain_terms.tsv"
ALSO = "also "

# head → translation → how often it was seen, or as if
Sightings = dict[str, dict[str, float]]


def read_domain(path: Path = DOMAIN_TERMS) -> dict[Language, Sightings]:
    """Return each head's translations with what they count.

    A French head's n-th translation counts 1/n; an English head's n-th counts 1/n too, or less if
    the English term is further down the French one's list.

    Raises:
        ValueError: a row's kind is unknown.
    """
    french: Sightings = defaultdict(dict)
    english: Sightings = defaultdict(dict)
    for kind, in_french, in_english in _rows(path):
        if kind.startswith(ALSO):
            continue
        for form in _forms(kind, in_french, in_english):
            there = _list(french[form.french], form.english)
            if form.both_ways:
                _list(english[form.english], form.french, most=there)
    return {"fr": dict(french), "en": dict(english)}


def read_also(path: Path = DOMAIN_TERMS) -> dict[Language, Sightings]:
    """Return what the `also` rows add to each head, every translation once.

    Raises:
        ValueError: a row's kind is unknown.
    """
    french: Sightings = defaultdict(dict)
    english: Sightings = defaultdict(dict)
    for kind, in_french, in_english in _rows(path):
        if not kind.startswith(ALSO):
            continue
        for form in _forms(kind.removeprefix(ALSO), in_french, in_english, written=False):
            french[form.french][form.english] = 1.0
            if form.both_ways:
                english[form.english][form.french] = 1.0
    return {"fr": dict(french), "en": dict(english)}


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each row's kind and its terms as the lexicon spells them."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["kind"], spelling(row["french"]), spelling(row["english"])


def _list(listed: dict[str, float], translation: str, most: float = 1.0) -> float:
    """Add a head's next translation, and return what it counts."""
    return listed.setdefault(translation, min(most, 1 / (len(listed) + 1)))


def _forms(kind: str, french: str, english: str, written: bool = True) -> Iterator[Form]:
    if kind == "verb":
        yield from verb_forms(french, english, written)
    elif kind == "adjective":
        for form in adjective_forms(french):
            # "regional" is best put as "régional", which the other forms are made from.
            yield Form(form, english, both_ways=form == french)
    elif kind in ("noun", "word", "acronym"):
        yield Form(french, english)
        if kind == "noun":
            yield Form(plural_french(french), plural_english(english))
    else:
        raise ValueError(f"{french!r} has the kind {kind!r}; known: noun, adjective, verb, word")
