"""Inflected forms of the hand-written terms: plurals of nouns, agreement of French adjectives.

Enough grammar for `domain_terms.tsv`, no more: documents say "appels à projets" and "européennes",
and the list gives "appel à projets" and "européen". Verbs are in `conjugate`.
"""

_PREPOSITIONS = frozenset(
    """à de des du d en et au aux pour par sur sans dans entre sous
    of for to and in on with from""".split()
)
# First parts of French compounds that stay as they are: "après-midis" but "accords-cadres".
_INVARIABLE = frozenset(
    "après co demi inter macro méta micro mini semi sous start vice éco".split()
)
_FRENCH_PLURALS = {"travail": "travaux", "festival": "festivals", "naval": "navals"}
_FRENCH_FEMININES = {"public": "publique", "grec": "grecque", "turc": "turque"}
_ENGLISH_PLURALS = {"criterion": "criteria", "analysis": "analyses", "synthesis": "syntheses"}
# Without a plural, as their French counterparts have one ("logiciels").
_UNCOUNTABLE = frozenset(
    """accommodation advice aircraft clothing data equipment feedback food funding housing knitwear
    knowledge media monitoring packaging procurement research software staff support training travel
    waste wood""".split()
)


def plural_french(term: str) -> str:
    """Return the plural: every word up to the first preposition agrees with the head."""
    words = term.split(" ")
    for place, word in enumerate(words):
        if word in _PREPOSITIONS or word.startswith("d'"):
            break
        words[place] = _plural_word_french(word)
    return " ".join(words)


def _plural_word_french(word: str) -> str:
    first, hyphen, rest = word.partition("-")
    if hyphen:
        changed = first if first in _INVARIABLE else _plural_word_french(first)
        return f"{changed}-{_plural_word_french(rest)}"
    if word in _FRENCH_PLURALS:
        return _FRENCH_PLURALS[word]
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def plural_english(term: str) -> str:
    """Return the plural: the head is the last word, or the one before the first preposition."""
    words = term.split(" ")
    head = next((n for n, word in enumerate(words) if word in _PREPOSITIONS), len(words)) - 1
    words[head] = _plural_word_english(words[head])
    return " ".join(words)


def _plural_word_english(word: str) -> str:
    if word in _ENGLISH_PLURALS:
        return _ENGLISH_PLURALS[word]
    if word in _UNCOUNTABLE or (word.endswith("s") and word[-2] not in "su"):
        return word  # "rules" is a plural already
    if word.endswith(("woman", "man")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """Return a French adjective's masculine and feminine, singular and plural, without repeats."""
    feminine = _feminine(adjective)
    forms = (adjective, feminine, _plural_word_french(adjective), _plural_word_french(feminine))
    return tuple(dict.fromkeys(forms))


def _feminine(adjective: str) -> str:
    if adjective in _FRENCH_FEMININES:
        return _FRENCH_FEMININES[adjective]
    for ending, instead in (("er", "ère"), ("eux", "euse"), ("if", "ive")):
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + instead
    if adjective.endswith(("el", "en", "on")):
        return adjective + adjective[-1] + "e"
    return adjective if adjective.endswith("e") else adjective + "e"
