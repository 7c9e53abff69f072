"""Three sources mixed a head word at a time, each as if seen so many times, and written as lines.

Words linked in the aligned pairs (`linking`, `weighing`), EuroVoc's terms as they stand, and
`domain_terms.tsv` with its inflected forms (`domain`): what leads, and what is said besides. Lines:
language, look-up key, term, count, `translation=probability|…`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from encoder.lexicon import (
    LONGEST_TERM,
    MOST_TRANSLATIONS,
    Language,
    lookup_key,
    spelling,
)
from encoder.training.data import Pair
from encoder.training.lexicon.domain import Sightings
from encoder.training.lexicon.folding import merged
from encoder.training.lexicon.linking import is_content
from encoder.training.lexicon.spelling import other_spelling
from encoder.training.lexicon.weighing import Weighed

# How many sightings each source is worth: the domain list outweighs what the pairs say of a word,
# and what they say of a rare word hardly counts against it.
MOST_SIGHTINGS = 30.0
DOMAIN_SIGHTINGS = 60.0
# What a translation is worth that the list says a word may have besides; all of them together count
# no more than what the word is called otherwise.
ALSO_SIGHTINGS = 12.0
EUROVOC_SIGHTINGS = 5.0
LEAST_PROBABILITY = 0.05
DIRECTIONS: tuple[tuple[Language, Language], ...] = (("fr", "en"), ("en", "fr"))

Table = dict[str, dict[str, float]]


def scaled(sightings: Mapping[str, float], total: float) -> dict[str, float]:
    """Return the sightings of one head, scaled to add up to `total`."""
    factor = total / sum(sightings.values())
    return {word: weight * factor for word, weight in sightings.items()}


def from_links(weighed: Weighed) -> Sightings:
    """Return the linked words, each head as if seen MOST_SIGHTINGS times at most."""
    return {
        head: {
            word: chance * min(weighed.seen[head], MOST_SIGHTINGS) for word, chance in found.items()
        }
        for head, found in weighed.translations.items()
    }


def from_domain(listed: Sightings) -> Sightings:
    """Return the hand-written terms, those that are no one's first choice for less."""
    return {
        head: scaled(found, DOMAIN_SIGHTINGS * max(found.values()))
        for head, found in listed.items()
    }


def from_eurovoc(pairs: Iterable[Pair]) -> dict[Language, Sightings]:
    """Return EuroVoc's terms, a fact each."""
    french: Sightings = defaultdict(dict)
    english: Sightings = defaultdict(dict)
    for pair in pairs:
        if pair.source == "eurovoc_terms":
            in_french, in_english = spelling(pair.french), spelling(pair.english)
            if _is_term(in_french, "fr") and _is_term(in_english, "en"):
                french[in_french][in_english] = EUROVOC_SIGHTINGS
                english[in_english][in_french] = EUROVOC_SIGHTINGS
    return {"fr": french, "en": english}


def _is_term(text: str, language: Language) -> bool:
    """Return whether a text is letters only, short, and begins and ends with a content word."""
    words = lookup_key(text).split()
    if not words or len(words) > LONGEST_TERM or not "".join(words).isalpha():
        return False
    return all(is_content(word, language) for word in (words[0], words[-1]))


def combine(parts: Sequence[Sightings], also: Sightings, other: Language) -> Table:
    """Return each head's translations into `other` with probabilities, best first.

    Args:
        parts: what each source says, and how often.
        also: the translations that are said besides.
        other: the language of the translations.
    """
    combined: Table = {}
    for head in sorted({head for part in (*parts, also) for head in part}):
        total: defaultdict[str, float] = defaultdict(float)
        for part in parts:
            for word, sightings in part.get(head, {}).items():
                total[word] += sightings
        if besides := also.get(head):
            most = sum(total.values()) / len(besides) or ALSO_SIGHTINGS
            for word in besides:
                total[word] += min(ALSO_SIGHTINGS, most)
        everything = sum(total.values())
        ranked = list(merged(total, other).items())[:MOST_TRANSLATIONS]
        kept = {word: n / everything for word, n in ranked if n / everything >= LEAST_PROBABILITY}
        if kept:
            combined[head] = kept
    return combined


def useful(table: Table, language: Language, domain: Collection[str]) -> Table:
    """Return a table without heads that are function words, or that are called the same.

    A word without translations is searched as it stands anyway. Those of the domain stay, so that
    every term of it can be looked up, and those that only accents tell from another ("centre",
    "centré"), so that the other doesn't answer for them.
    """
    heads = {
        head: found for head, found in table.items() if " " in head or is_content(head, language)
    }
    alike = Counter(lookup_key(head) for head in heads)
    return {
        head: found
        for head, found in heads.items()
        if head in domain
        or alike[lookup_key(head)] > 1
        or any(lookup_key(word) != lookup_key(head) for word in found)
    }


def respell_heads(table: Table) -> Table:
    """Return English heads with the other spelling of each beside it, where it isn't there yet."""
    more = {other_spelling(head): found for head, found in table.items()}
    return {head: found for head, found in more.items() if head} | table


def respell_translations(found: Mapping[str, float]) -> dict[str, float]:
    """Return English translations with both spellings, each at half of what the two had."""
    shared: defaultdict[str, float] = defaultdict(float)
    for word, probability in found.items():
        other = other_spelling(word)
        for written in (word, other) if other else (word,):
            shared[written] += probability / (2 if other else 1)
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:MOST_TRANSLATIONS])


def lines(language: Language, table: Table, counts: Mapping[str, float]) -> Iterator[str]:
    """Yield the file's lines of one language, unsorted. Probabilities are rounded down."""
    for head, found in table.items():
        key = lookup_key(head)
        if key:
            count = max(1, round(counts.get(head, 1)))
            listed = "|".join(f"{word}={int(p * 1000) / 1000}" for word, p in found.items())
            yield f"{language}\t{key}\t{head}\t{count}\t{listed}"


def build(
    weighed: Mapping[Language, Weighed],
    eurovoc: Mapping[Language, Sightings],
    domain: Mapping[Language, Sightings],
    also: Mapping[Language, Sightings],
) -> list[str]:
    """Return the file's lines in order: the run-time finds them by bisection."""
    written: list[str] = []
    for language, other in DIRECTIONS:
        listed, seen = domain[language], weighed[language].seen
        parts = (from_links(weighed[language]), eurovoc[language], from_domain(listed))
        table = combine(parts, also[language], other)
        if language == "fr":
            table = {head: respell_translations(found) for head, found in table.items()}
        else:
            table = respell_heads(table)
        table = useful(table, language, listed)
        # Typed without accents, "marche" is "marché" before it is "marche".
        counts = seen | {head: seen.get(head, 0) + DOMAIN_SIGHTINGS for head in listed}
        written += lines(language, table, counts)
    return sorted(written)
