"""A stretch of one question put into another: in its own words, or in the other language."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.dates.calendar import MONTHS
from ingest.types import Language
from pipelines.conversation import phrase
from pipelines.conversation.parts import Parts
from pipelines.conversation.stretches import Place, Stretch
from pipelines.register.nouns import without_accents
from pipelines.register.wording import country_name, month_name

# Words of a stretch of time, each the other's translation, longest first; months are apart.
_WORDS: Final = (
    ("except in", "sauf en"), ("not in", "pas en"), ("not before", "pas avant"),
    ("not after", "pas après"), ("up to", "jusqu'en"), ("until", "jusqu'en"),
    ("until", "jusqu'à"), ("prior to", "avant"), ("starting in", "à partir de"),
    ("later than", "après"), ("earlier than", "avant"), ("between", "entre"), ("since", "depuis"),
    ("since", "à partir de"), ("since", "dès"), ("before", "avant"), ("after", "après"),
    ("during", "pendant"), ("during", "durant"), ("except", "sauf"), ("from", "de"), ("to", "à"),
    ("and", "et"), ("or", "ou"), ("in", "en"),
)  # fmt: skip
_JOINS: Final = {"and": "et", "or": "ou", "nor": "ni", "but": "mais"}
_NOT_THERE: Final = (
    ("outside", re.compile(r"outside(?: of)?|elsewhere than(?: in)?"
                           r"|(?:hors|en dehors)(?: d.*)?|ailleurs.*")),
    ("except", re.compile(r"except(?: in| for)?|apart from|other than"
                          r"|(?:sauf|hormis|excepte)(?: \w+)?")),
    ("not", re.compile(r"(?:but |mais )?(?:not|pas)(?: \w+)?")),
)  # fmt: skip


def with_own_head(parts: Parts, stretch: Stretch) -> str:
    """A stretch in its own words, for the place of one that begins alike: "from Poland"."""
    return _lowered(stretch.span.of(parts.text))


def said_in(parts: Parts, stretch: Stretch, language: Language) -> str | None:
    """A stretch of ``parts`` as a question of the language says it; None where it can't be said.

    In its own language it keeps its words, but for a preposition that ties it to a noun: "of 2021".
    """
    if stretch.sort == "time":
        return _time(parts, stretch, language)
    if parts.language == language:
        if not stretch.loose:
            return _lowered(stretch.span.of(parts.text))
        if language == "en":
            return f"in {_lowered(stretch.body.of(parts.text), ('the',))}"
        return _list(parts, stretch, language)
    if stretch.plain or stretch.loose:
        return _list(parts, stretch, language)
    manner = next((name for name, form in _NOT_THERE if form.fullmatch(stretch.head)), None)
    if manner is None:
        return None
    listed = _list(parts, stretch, language)
    if language == "en":
        return f"{manner} {listed.removeprefix('in ') if manner == 'outside' else listed}"
    if manner == "outside":
        return "hors " + _list(parts, stretch, language, away=True)
    return f"{'sauf' if manner == 'except' else 'pas'} {listed}"


def with_year(said: str, previous: Stretch | None) -> str | None:
    """A month with the year of the stretch it takes the place of; None where that has several, or
    tells of more than a year: "in June" says nothing of "before 2022"."""
    if previous is None:
        return said
    if len(previous.years) != 1 or previous.denied or not (previous.plain or previous.loose):
        return None
    return f"{said} {previous.years[0]}"


def _time(parts: Parts, stretch: Stretch, language: Language) -> str | None:
    lead = "en" if language == "fr" else "in"
    loose = stretch.loose
    words = (stretch.body if loose else stretch.span).of(parts.text)
    if parts.language != language:
        translated = _translated(words, language)
        if translated is None:
            return None
        words = translated
    elif not loose:
        words = _lowered(words)
    if not loose:
        return words
    words = re.sub(r"^(?:the year |l['’]année )", "", words)
    if re.match(r"(?:début|fin|mi|courant)\b", words):
        return words
    if re.search(r" on(?:wards?)?$", words):
        return f"from {words}"
    return f"{'on' if language == 'en' else 'le'} {words}" if _dated(words) else f"{lead} {words}"


def _dated(words: str) -> bool:
    return bool(re.match(r"\d{1,2}(?:er|st|nd|rd|th)?[ ]", words))


def _translated(words: str, language: Language) -> str | None:
    """A stretch of time in the other language, word by word; None where one isn't known."""
    table = [(fr, en) if language == "en" else (en, fr) for en, fr in _WORDS]
    months = {without_accents(word): number for word, number in MONTHS.items() if len(word) > 2}
    low, made = without_accents(words.lower()), []
    while low:
        number = re.match(r"\d{1,4}(?!\w)|[,&/–-]", low)
        word = re.match(r"[a-z]+", low)
        known = next(
            (
                (source, said)
                for source, said in table
                if re.match(rf"{re.escape(without_accents(source))}(?!\w)", low)
            ),
            None,
        )
        if number:
            made.append(number[0])
            low = low[number.end() :]
        elif known:
            made.append(known[1])
            low = low[len(known[0]) :]
        elif word and word[0] in months:
            made.append(month_name(months[word[0]], language))
            low = low[word.end() :]
        else:
            return None
        low = low.lstrip()
    joined = re.sub(r" (?=,)| ?([–/-]) ?", r"\1", " ".join(made))
    return re.sub(r"\bde (?=[ao])", "d'", joined) if language == "fr" else joined


def _list(parts: Parts, stretch: Stretch, language: Language, away: bool = False) -> str:
    """Places with their prepositions and what joins them: "en Pologne et au Danemark"."""
    said, end = "", 0
    for number, place in enumerate(stretch.places):
        span, name, code = place
        if number:
            between = parts.low[end : span.start]
            word = next((w for w in re.findall(r"[a-z]+", between) if w in _both()), None)
            paired = word is None and code is not None and stretch.single
            said += f" {_joined(word, language)} " if word else ", "
            if language == "en" or paired:
                said += country_name(code, language) if code else name
                end = span.end
                continue
        one = _in_region(parts, place) if language == parts.language == "fr" else None
        if one is None and code is None and language == parts.language == "fr":
            article = {"du": "le", "des": "les"}.get(stretch.head if not number else "")
            whole = article is None or name.lower().startswith(f"{article} ")  # "Le Havre"
            one = None if whole else phrase.to(f"{article} {name}")
        one = one or phrase.in_place(name, code, language)
        said += phrase.away_from(name, code) if away else one
        end = span.end
    return said


def _in_region(parts: Parts, place: Place) -> str | None:
    """A place with an article that is no country: "en Bretagne", "dans le Jura"."""
    span, name, code = place
    before = parts.low[: span.start]
    if code is not None or (article := re.search(r"(?:\b(l[ea]s?) |\b(l)['’])$", before)) is None:
        return None
    word = article[1] or article[2]
    return f"en {name}" if word in ("la", "l") else f"dans {word} {name}"


def _both() -> dict[str, str]:
    return {**_JOINS, **{fr: en for en, fr in _JOINS.items()}}


def _joined(word: str, language: Language) -> str:
    known = word in _JOINS if language == "fr" else word in _JOINS.values()
    return _both()[word] if known else word


def _lowered(text: str, only: tuple[str, ...] = ()) -> str:
    """Words that may have begun a question, without their capital; ``only`` these, if any."""
    first = text.split(" ")[0].lower()
    if only and first not in only:
        return text
    word, space, rest = text.partition(" ")
    return (word.lower() if word.isalpha() else word) + space + rest
