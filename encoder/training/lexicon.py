"""Make `encoder/lexicon.tsv` from the aligned pairs, EuroVoc and the hand-written domain terms.

    python -m encoder.training.lexicon --data DIR [--target FILE]

Three sources are mixed a head word at a time, each as if seen so many times: words linked in the
aligned pairs (`linking`, `terms`), EuroVoc's terms as they stand, and `domain_terms.tsv` with its
inflected forms (`inflect`). Lines: language, look-up key, term, count, `translation=probability|…`.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from encoder.lexicon import (
    DEFAULT_PATH,
    LONGEST_TERM,
    MOST_TRANSLATIONS,
    Language,
    lookup_key,
    spelling,
)
from encoder.training import options
from encoder.training.data import Pair, read_pairs
from encoder.training.inflect import Form, plural_english, plural_french, verb_forms
from encoder.training.linking import is_content, link
from encoder.training.spelling import other_spelling
from encoder.training.terms import mine

DOMAIN_TERMS = Path(__file__).parent.parent / "domain_terms.tsv"
LONGEST_PAIR = 600
# How many sightings each source is worth: the domain list outweighs what the pairs say of a word,
# and what they say of a rare word hardly counts against it.
MOST_SIGHTINGS = 30.0
DOMAIN_SIGHTINGS = 40.0
EUROVOC_SIGHTINGS = 5.0
LEAST_LINKS = 0.6  # two law pairs, or one other
LEAST_PROBABILITY = 0.05

Sightings = dict[str, Counter[str]]
Sides = dict[Language, Sightings]


def new_sides() -> Sides:
    """Return an empty table a language: head → translation → weight."""
    return {"fr": defaultdict(Counter), "en": defaultdict(Counter)}


def scaled(sightings: Counter[str], total: float) -> Counter[str]:
    """Return the sightings of one head, scaled to add up to `total`."""
    factor = total / sum(sightings.values())
    return Counter({word: weight * factor for word, weight in sightings.items()})


def from_pairs(
    pairs: Sequence[Pair], domain: Sides
) -> tuple[Sides, dict[Language, dict[str, float]]]:
    """Return the words and terms linked in the pairs, and how often each head was linked.

    A word of the domain keeps only links that were made outside law text too: there "cluster" is a
    munition and "intervenant" a party to a case.
    """
    links = link(pairs)
    options.say(f"{len(links.french):,} French words linked")
    sides = new_sides()
    seen: dict[Language, dict[str, float]] = {"fr": {}, "en": {}}
    found: tuple[tuple[Language, Mapping[str, Counter[str]]], ...] = (
        ("fr", links.french),
        ("en", links.english),
    )
    for language, table in found:
        for head, partners in table.items():
            kept = Counter({word: n for word, n in partners.items() if n >= LEAST_LINKS})
            for word in list(kept) if head in domain[language] else ():
                if ((head, word) if language == "fr" else (word, head)) not in links.everyday:
                    del kept[word]
            total = sum(partners.values())
            if kept:
                seen[language][head] = total
                sides[language][head] = scaled(kept, min(total, MOST_SIGHTINGS))
    terms = mine(pairs)
    options.say(f"{len(terms):,} terms of several words mined")
    for french, english, strength, count in terms:
        # French elisions were cut off ("offre d emploi"); the key is the same, the spelling better.
        french = french.replace(" d ", " d'").replace(" l ", " l'")
        _add(sides, french, english, min(float(count), MOST_SIGHTINGS) * strength)
    return sides, seen


def from_eurovoc(pairs: Iterable[Pair]) -> Sides:
    """Return EuroVoc's terms, a fact each."""
    sides = new_sides()
    for pair in pairs:
        french, english = spelling(pair.french), spelling(pair.english)
        if pair.source != "eurovoc_terms":
            continue
        if _is_term(french, "fr") and _is_term(english, "en"):
            _add(sides, french, english, EUROVOC_SIGHTINGS)
    return sides


def _is_term(text: str, language: Language) -> bool:
    """Return whether a text is letters only, short, and begins and ends with a content word."""
    words = lookup_key(text).split()
    if not words or len(words) > LONGEST_TERM or not "".join(words).isalpha():
        return False
    return all(is_content(word, language) for word in (words[0], words[-1]))


def from_domain(path: Path) -> Sides:
    """Return the hand-written pairs and their forms; a head's first translation counts most.

    The n-th translation gets 1/n of the first one's weight.
    """
    sides = new_sides()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            base_french, base_english = spelling(row["french"]), spelling(row["english"])
            for form in _forms(row["kind"], base_french, base_english):
                _list(sides["fr"][form.french], form.english)
                if form.both_ways:
                    _list(sides["en"][form.english], form.french)
    return {
        language: {head: scaled(listed, DOMAIN_SIGHTINGS) for head, listed in table.items()}
        for language, table in sides.items()
    }


def _list(listed: Counter[str], translation: str) -> None:
    if translation not in listed:
        listed[translation] = 1 / (len(listed) + 1)  # type: ignore[assignment]


def _forms(kind: str, french: str, english: str) -> Iterator[Form]:
    if kind == "verb":
        yield from verb_forms(french, english)
        return
    yield Form(french, english)
    if kind == "noun":
        yield Form(plural_french(french), plural_english(english))


def _add(sides: Sides, french: str, english: str, weight: float) -> None:
    sides["fr"][french][english] += weight  # type: ignore[assignment]
    sides["en"][english][french] += weight  # type: ignore[assignment]


def combine(parts: Sequence[Sightings]) -> dict[str, dict[str, float]]:
    """Return each head's translations and probabilities, best first, over all sources."""
    combined: dict[str, dict[str, float]] = {}
    for head in sorted({head for part in parts for head in part}):
        total: Counter[str] = Counter()
        for part in parts:
            total.update(part.get(head, {}))
        everything = sum(total.values())
        ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:MOST_TRANSLATIONS]
        kept = {word: n / everything for word, n in ranked if n / everything >= LEAST_PROBABILITY}
        if kept:
            combined[head] = kept
    return combined


def respell_heads(table: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return English heads with the other spelling of each beside it, where it isn't there yet."""
    more = {other_spelling(head): found for head, found in table.items()}
    return {head: found for head, found in more.items() if head} | table


def respell_translations(found: Mapping[str, float]) -> dict[str, float]:
    """Return English translations with both spellings, each at half of what the two had."""
    shared: Counter[str] = Counter()
    for word, probability in found.items():
        other = other_spelling(word)
        for written in (word, other) if other else (word,):
            shared[written] += probability / (2 if other else 1)  # type: ignore[assignment]
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:MOST_TRANSLATIONS])


def lines(
    language: Language, table: Mapping[str, Mapping[str, float]], seen: Mapping[str, float]
) -> Iterator[str]:
    """Yield the file's lines of one language, unsorted. Probabilities are rounded down."""
    for head, found in table.items():
        key = lookup_key(head)
        if key:
            count = max(1, round(seen.get(head, 1)))
            listed = "|".join(f"{word}={int(p * 1000) / 1000}" for word, p in found.items())
            yield f"{language}\t{key}\t{head}\t{count}\t{listed}"


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--data", type=Path, required=True, help="folder of the texts")
    made.add_argument("--target", type=Path, default=DEFAULT_PATH)
    given = made.parse_args()
    pairs = list(read_pairs(given.data, longest=LONGEST_PAIR))
    options.say(f"{len(pairs):,} pairs read")
    domain = from_domain(DOMAIN_TERMS)
    linked, seen = from_pairs(pairs, domain)
    sources = (linked, from_eurovoc(pairs), domain)
    french = combine([source["fr"] for source in sources])
    french = {head: respell_translations(found) for head, found in french.items()}
    english = respell_heads(combine([source["en"] for source in sources]))
    # Sorted as a whole: the run-time finds its lines by bisection.
    written = sorted([*lines("fr", french, seen["fr"]), *lines("en", english, seen["en"])])
    given.target.write_text("\n".join(written) + "\n", encoding="utf-8")
    options.say(f"{len(written):,} lines, {given.target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
