"""Forms of the hand-written terms: plurals of nouns, the finite forms and participles of verbs.

Enough grammar for `domain_terms.tsv`, no more: documents say "organisée", "appels à projets",
"hosted", and the list gives "organiser", "appel à projets", "host".
"""

from collections.abc import Iterator
from dataclasses import dataclass

# Present third person singular and plural, past participle, stem of imperfect and participle.
_IRREGULAR_FRENCH = {
    "accueillir": ("accueille", "accueillent", "accueilli", "accueill"),
    "tenir": ("tient", "tiennent", "tenu", "ten"),
    "soutenir": ("soutient", "soutiennent", "soutenu", "souten"),
    "inscrire": ("inscrit", "inscrivent", "inscrit", "inscriv"),
    "soumettre": ("soumet", "soumettent", "soumis", "soumett"),
    "produire": ("produit", "produisent", "produit", "produis"),
    "promouvoir": ("promeut", "promeuvent", "promu", "promouv"),
    "rejoindre": ("rejoint", "rejoignent", "rejoint", "rejoign"),
    "investir": ("investit", "investissent", "investi", "investiss"),
    "réunir": ("réunit", "réunissent", "réuni", "réuniss"),
}
_IRREGULAR_ENGLISH = {
    "hold": "held",
    "lead": "led",
    "meet": "met",
    "pay": "paid",
    "bring": "brought",
}
_DOUBLED = frozenset(["submit", "label"])
_PREPOSITIONS = frozenset(["à", "de", "des", "du", "d", "en", "et", "au", "aux", "of", "for", "to"])
_IRREGULAR_PLURALS = {"travail": "travaux", "criterion": "criteria", "day": "days", "bon": "bons"}
_SAME = frozenset(["news", "minutes", "specifications", "funds", "lessons", "agenda"])


@dataclass(frozen=True, slots=True)
class Form:
    """A French form and its English one; `both_ways` if the English is best put as this French."""

    french: str
    english: str
    both_ways: bool = True


def plural_french(term: str) -> str:
    """Return the plural: every word up to the first preposition agrees with the head."""
    words = term.split(" ")
    for place, word in enumerate(words):
        if word in _PREPOSITIONS or word.startswith("d'"):
            break
        words[place] = _plural_word_french(word)
    return " ".join(words)


def _plural_word_french(word: str) -> str:
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def plural_english(term: str) -> str:
    """Return the plural: the head is the last word, or the one before the first "of" or "for"."""
    words = term.split(" ")
    head = next((n for n, word in enumerate(words) if word in _PREPOSITIONS), len(words)) - 1
    words[head] = _plural_word_english(words[head])
    return " ".join(words)


def _plural_word_english(word: str) -> str:
    if word in _SAME or word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS.get(word, word)
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def verb_forms(french: str, english: str) -> Iterator[Form]:
    """Yield what texts use of a verb: infinitive, third persons, past forms, participles."""
    singular, plural, participle, stem = _french_stems(french)
    base, third, past, progressive = _english_forms(english)
    feminine = participle + "e"
    masculines = participle if participle.endswith("s") else participle + "s"
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    yield Form(french, base)
    yield Form(singular, third)
    yield Form(plural, base, both_ways=False)
    for form in dict.fromkeys((participle, feminine, masculines, feminine + "s")):
        yield Form(form, past)
    yield Form(soft + "ait", past, both_ways=False)
    yield Form(soft + "aient", past, both_ways=False)
    yield Form(soft + "ant", progressive)
    if french.endswith("er"):
        yield Form(soft + "a", past, both_ways=False)
        yield Form(stem + "èrent", past, both_ways=False)
        yield Form(_future_stem(french, singular) + "a", base, both_ways=False)


def _french_stems(verb: str) -> tuple[str, str, str, str]:
    if verb in _IRREGULAR_FRENCH:
        return _IRREGULAR_FRENCH[verb]
    if not verb.endswith("er"):
        raise ValueError(f"no rule for the verb {verb!r}; add it to _IRREGULAR_FRENCH")
    stem = strong = verb[:-2]
    if stem.endswith(("oy", "uy")):
        strong = stem[:-1] + "i"
    elif len(stem) > 2 and stem[-2] == "é":
        strong = stem[:-2] + "è" + stem[-1]
    elif len(stem) > 3 and stem[-3] == "é" and stem[-1] == "r":
        strong = stem[:-3] + "è" + stem[-2:]
    return strong + "e", strong + "ent", stem + "é", stem


def _future_stem(verb: str, singular: str) -> str:
    return singular + "r" if verb.endswith("yer") else verb


def _english_forms(verb: str) -> tuple[str, str, str, str]:
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    third = _plural_word_english(head)
    if head in _IRREGULAR_ENGLISH:
        past = _IRREGULAR_ENGLISH[head]
    elif head.endswith("e"):
        past = head + "d"
    elif head.endswith("y") and head[-2] not in "aeiou":
        past = head[:-1] + "ied"
    else:
        past = head + (head[-1] if head in _DOUBLED else "") + "ed"
    if head.endswith("e"):
        progressive = head[:-1] + "ing"
    else:
        progressive = head + (head[-1] if head in _DOUBLED else "") + "ing"
    return head + tail, third + tail, past + tail, progressive + tail
