"""Forms of the hand-written verbs, French and English side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

# By ending, longest first: present third person singular and plural, past participle, stem of
# imperfect and participle, stem of the future.
_FRENCH = {
    "cueillir": ("cueille", "cueillent", "cueilli", "cueill", "cueiller"),
    "crire": ("crit", "crivent", "crit", "criv", "crir"),
    "prendre": ("prend", "prennent", "pris", "pren", "prendr"),
    "mouvoir": ("meut", "meuvent", "mu", "mouv", "mouvr"),
    "croître": ("croît", "croissent", "cru", "croiss", "croîtr"),
    "prévoir": ("prévoit", "prévoient", "prévu", "prévoy", "prévoir"),
    "soudre": ("sout", "solvent", "solu", "solv", "soudr"),
    "suivre": ("suit", "suivent", "suivi", "suiv", "suivr"),
    "mettre": ("met", "mettent", "mis", "mett", "mettr"),
    "cevoir": ("çoit", "çoivent", "çu", "cev", "cevr"),
    "ouvrir": ("ouvre", "ouvrent", "ouvert", "ouvr", "ouvrir"),
    "ffrir": ("ffre", "ffrent", "ffert", "ffr", "ffrir"),
    "servir": ("sert", "servent", "servi", "serv", "servir"),
    "quérir": ("quiert", "quièrent", "quis", "quér", "querr"),
    "vivre": ("vit", "vivent", "vécu", "viv", "vivr"),
    "rompre": ("rompt", "rompent", "rompu", "romp", "rompr"),
    "courir": ("court", "courent", "couru", "cour", "courr"),
    "battre": ("bat", "battent", "battu", "batt", "battr"),
    "tenir": ("tient", "tiennent", "tenu", "ten", "tiendr"),
    "venir": ("vient", "viennent", "venu", "ven", "viendr"),
    "clure": ("clut", "cluent", "clu", "clu", "clur"),
    "indre": ("int", "ignent", "int", "ign", "indr"),
    "élire": ("élit", "élisent", "élu", "élis", "élir"),
    "uire": ("uit", "uisent", "uit", "uis", "uir"),
    "dire": ("dit", "disent", "dit", "dis", "dir"),
    "dre": ("d", "dent", "du", "d", "dr"),
    "ir": ("it", "issent", "i", "iss", "ir"),
}
_ENGLISH = {  # past, past participle
    "begin": ("began", "begun"),
    "bid": ("bid", "bid"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "choose": ("chose", "chosen"),
    "cost": ("cost", "cost"),
    "cut": ("cut", "cut"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feed": ("fed", "fed"),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "freeze": ("froze", "frozen"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "offset": ("offset", "offset"),
    "overcome": ("overcame", "overcome"),
    "oversee": ("oversaw", "overseen"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "repay": ("repaid", "repaid"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shrink": ("shrank", "shrunk"),
    "shut": ("shut", "shut"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "split": ("split", "split"),
    "steal": ("stole", "stolen"),
    "strike": ("struck", "struck"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"),
    "weave": ("wove", "woven"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_DOUBLED = frozenset(
    """ban begin bid cancel commit control cut defer drop emit enrol fit fulfil get knit label map
    offset plan put regret run scan set ship shut split step stop submit transfer transmit travel
    win""".split()
)
# Silent -e that turns to -è- before a silent ending, or doubles the letter after it.
_OPENED = ("em", "en", "es", "ev", "gel", "chet")
_REPEATED = ("pel", "vel", "jet", "vet")


@dataclass(frozen=True, slots=True)
class Form:
    """A French form and its English one; `both_ways` if the English is best put as this French."""

    french: str
    english: str
    both_ways: bool = True


def verb_forms(french: str, english: str, written: bool = True) -> Iterator[Form]:
    """Yield what texts use of a verb: infinitive, third persons, past forms, participles.

    Without what is `written` rather than asked, the imperfect, the simple past and -ant are left
    out.

    Raises:
        ValueError: no rule conjugates the French verb.
    """
    verb, tail = _head(french)
    singular, plural, participle, stem, future = _french_stems(verb)
    base, third, past, past_participle, progressive = _english_forms(english)
    feminine = participle + "e"
    masculines = participle if participle.endswith("s") else participle + "s"
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    yield Form(french, base)
    yield Form(singular + tail, third)
    yield Form(plural + tail, base, both_ways=False)
    for form in dict.fromkeys((participle, feminine, masculines, feminine + "s")):
        yield Form(form + tail, past_participle)
    yield Form(future + "a" + tail, base, both_ways=False)
    if not written:
        return
    yield Form(soft + "ait" + tail, past, both_ways=False)
    yield Form(soft + "aient" + tail, past, both_ways=False)
    # An English -ing is a noun more often: "training" isn't "formant".
    yield Form(soft + "ant" + tail, progressive, both_ways=False)
    if verb.endswith("er"):
        yield Form(soft + "a" + tail, past, both_ways=False)
        yield Form(stem + "èrent" + tail, past, both_ways=False)


def _head(phrase: str) -> tuple[str, str]:
    head, space, rest = phrase.partition(" ")
    return head, space + rest


def _french_stems(verb: str) -> tuple[str, str, str, str, str]:
    if verb.endswith("er"):
        return _first_group(verb)
    for ending, forms in _FRENCH.items():
        if verb.endswith(ending) and (ending != "ir" or not verb.endswith("oir")):
            singular, plural, participle, stem, future = (
                verb.removesuffix(ending) + form for form in forms
            )
            return singular, plural, participle, stem, future
    raise ValueError(f"no rule for the verb {verb!r}; add it to _FRENCH")


def _first_group(verb: str) -> tuple[str, str, str, str, str]:
    stem = strong = verb[:-2]
    future = verb
    if stem.endswith(("oy", "uy")):
        strong = stem[:-1] + "i"
        future = strong + "er"
    elif stem.endswith(_OPENED):
        strong = stem[:-2] + "è" + stem[-1]
        future = strong + "er"
    elif stem.endswith(_REPEATED):
        strong = stem + stem[-1]
        future = strong + "er"
    elif len(stem) > 2 and stem[-2] == "é":
        strong = stem[:-2] + "è" + stem[-1]
    elif len(stem) > 3 and stem[-3] == "é" and stem[-1] == "r":
        strong = stem[:-3] + "è" + stem[-2:]
    return strong + "e", strong + "ent", stem + "é", stem, future


def _english_forms(phrase: str) -> tuple[str, str, str, str, str]:
    verb, tail = _head(phrase)
    bare = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
    regular = verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else bare + "ed"
    past, participle = _ENGLISH.get(verb, (regular, regular))
    third = verb + ("es" if verb.endswith(("s", "x", "o", "ch", "sh")) else "s")
    if regular.endswith("ied"):
        third = verb[:-1] + "ies"
    stem = verb if verb.endswith("ee") else bare
    forms = (verb, third, past, participle, stem + "ing")
    base, third, past, participle, progressive = (form + tail for form in forms)
    return base, third, past, participle, progressive
