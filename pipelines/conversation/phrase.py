"""What is spoken of, as a question says it: "the RAILBRIDGE exchange in Zaragoza"."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import EventKind, Language
from pipelines.conversation.turns import About
from pipelines.register.wording import country_name, kind_word
from pipelines.terms import ordinals

_FEMININE: Final = frozenset[EventKind](
    ("closing", "visit", "mission", "training", "matchmaking", "conference", "meeting", "kick_off")
)
_CALLED: Final[dict[EventKind, tuple[str, str, str, str]]] = {
    "kick_off": (
        "kick-off meeting",
        "kick-off meetings",
        "réunion de lancement",
        "réunions de lancement",
    ),
}
_CONTRACTED: Final = (
    (re.compile(r"^(?:au|du) ", re.IGNORECASE), "le "),
    (re.compile(r"^(?:aux|des) ", re.IGNORECASE), "les "),
    (re.compile(r"^(?:this|that) ", re.IGNORECASE), "the "),
)
_VOWEL: Final = re.compile(r"^(?:[aeiouyéèêàâîôû]|h(?=[oôéeiô]))", re.IGNORECASE)


def spoken(about: About, language: Language) -> str:
    """What is spoken of as a noun phrase of the language, in the words it had where it can."""
    same = about.language == language
    if about.text is not None and (same or about.others or not (about.placed and about.whole)):
        said = _definite(about.text, language) if same else about.text
        return said + _year(about, language) if about.kind is None and about.name else said
    if about.kind is None:
        if about.project:
            return (
                f"le projet {about.project}" if language == "fr" else f"the {about.project} project"
            )
        return f"{_edition(about, language)}{_year(about, language)}" if about.name else ""
    if about.name and about.text is None and not (about.project or about.place):
        return f"« {about.name} »" if language == "fr" else f"“{about.name}”"
    noun = noun_of(about.kind, language, about.plural)
    if language == "fr":
        head = f"les {noun}" if about.plural else article(noun, about.kind) + noun
        if about.nth and not about.plural:
            nth = ordinals.written(about.nth, "fr", feminine(about.kind))
            head = f"{'la' if feminine(about.kind) else 'le'} {nth} {noun}"
        where = f" {to(about.place)}" if about.place else _in_country(about.country)
        if about.place == "online":
            where = " en ligne"
        parts = (head, f" {about.project}" if about.project else "", where)
        return "".join(parts) + _year(about, language)
    head = f"{about.project} {noun}" if about.project else noun
    where = f" in {about.place}" if about.place else ""
    if about.place == "online":
        where = " held online"
    if about.country and not about.place:
        where = f" in {country_name(about.country, 'en')}"
    nth = f"{ordinals.written(about.nth, 'en')} " if about.nth else ""
    return f"{'' if about.plural else 'the '}{nth}{head}{where}" + _year(about, language)


def _edition(about: About, language: Language) -> str:
    """A name, with which of several it is: "the 9th edition of Bordavia"."""
    name = about.name or ""
    if about.nth is None:
        return name
    nth = ordinals.figure(about.nth, language, feminine=True)
    return f"la {nth} édition {of(name)}" if language == "fr" else f"the {nth} edition of {name}"


def _year(about: About, language: Language) -> str:
    return f" {'en' if language == 'fr' else 'in'} {about.year}" if about.year else ""


def noun_of(kind: EventKind, language: Language, plural: bool) -> str:
    """What a kind of event is called in a question."""
    if kind in _CALLED:
        return _CALLED[kind][plural + 2 * (language == "fr")]
    return kind_word(kind, language, 2 if plural else 1)


def feminine(kind: EventKind | None) -> bool:
    """Whether the French word for a kind of event is feminine."""
    return kind in _FEMININE


def article(noun: str, kind: EventKind) -> str:
    """The French article before a noun in the singular, with its space where it has one."""
    if _VOWEL.match(noun):
        return "l'"
    return "la " if kind in _FEMININE else "le "


def of(phrase: str) -> str:
    """A French phrase after "de": "du projet X", "de l'échange", "de la visite"."""
    return _contracted("de", "du", "des", phrase)


def to(phrase: str) -> str:
    """A French phrase after "à": "au webinaire", "à la visite"."""
    return _contracted("à", "au", "aux", phrase)


def in_place(name: str, country: str | None, language: Language) -> str:
    """A place after its preposition: "in Poland", "en Pologne", "à Troyes", "au Havre"."""
    if language == "en":
        return f"in {country_name(country, 'en') if country else name}"
    return _in_country(country).strip() if country else to(name)


def away_from(name: str, country: str | None) -> str:
    """A place after "hors" in French: "de France", "du Danemark", "d'Espagne"."""
    if country is None:
        return of(name)
    where = _in_country(country).strip()
    return of({"au": "le ", "aux": "les "}.get(where.split()[0], "") + where.split(" ", 1)[1])


def _in_country(code: str | None) -> str:
    if code is None:
        return ""
    name = country_name(code, "fr")
    if name.endswith("s") or code in ("NL", "US", "AE", "PH"):
        return f" aux {name}"
    exceptions = ("Mexique", "Mozambique", "Cambodge", "Zimbabwe", "Belize")
    if _VOWEL.match(name) or (name.endswith("e") and name not in exceptions):
        return f" en {name}"
    return f" au {name}"


def _contracted(plain: str, masculine: str, plural: str, phrase: str) -> str:
    if match := re.match(r"(le|les)[ ]", phrase, re.IGNORECASE):
        return f"{masculine if match[1].lower() == 'le' else plural} {phrase[match.end() :]}"
    if plain == "de" and _VOWEL.match(phrase):
        return f"d'{phrase}"
    return f"{plain} {phrase}"


def _definite(text: str, language: Language) -> str:
    """A phrase of a question as it stands alone: "au webinaire" is "le webinaire"."""
    for pattern, plain in _CONTRACTED:
        if (plain.strip() in ("le", "les")) == (language == "fr"):
            text = pattern.sub(plain, text)
    return text[0].lower() + text[1:] if re.match(r"(?:The|Le|La|Les|L['’])\b", text) else text
