"""Statements checked against their quotes, and what each of them may be called: supported, partly
supported, or neither, with the reason.

Names, numbers, dates, the part that a name plays and what is denied are compared as facts: one that
the quotes lack sinks a statement, whatever the rest says. One that only the document around the
quote tells (its title, its described dates) leaves it partly supported. Then the meaning is
compared as a whole. It works across languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from encoder.lexicon import Lexicon, fold
from ingest.describe.bodies.roles import find_roles
from ingest.describe.language import detect
from ingest.types import Language, Span
from pipelines.results import Support
from pipelines.terms.words import words
from pipelines.verify.counted import miscounted
from pipelines.verify.days import days_in, missing_day, with_said_days
from pipelines.verify.meaning import PARTIAL, SUPPORTED, Meaning, compare, terms_of
from pipelines.verify.names import NameFinder, links, located, names
from pipelines.verify.negation import denied, opposed
from pipelines.verify.occasions import misplaced
from pipelines.verify.parts import held_parts
from pipelines.verify.quantities import agree, quantities
from pipelines.verify.scope import widened

Reason = Literal["uncited", "name", "number", "date", "role", "negation", "meaning"]

_BODIES = ("host", "organiser", "coordinator", "funder")
_MARK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """What is quoted, its language, and what the document around it says of itself."""

    text: str
    language: Language
    context: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement and its quotes. ``row``: cells of a list, which make no sentence to compare."""

    text: str
    language: Language
    quotes: tuple[Quote, ...]
    row: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """``support`` is None where the quotes don't hold it; ``reason`` and ``words`` say why, and of
    a partial one what only the document around the quotes tells.
    """

    support: Support | None
    reason: Reason | None = None
    words: str = ""
    meaning: Meaning | None = None


def verify(
    claims: Sequence[Claim],
    lexicon: Lexicon,
    encode: Callable[[Sequence[str]], np.ndarray],
) -> list[Verdict]:
    """What each claim's quotes make of it. ``encode`` gives unit vectors, (len(texts), dimension).

    A statement that is quoted word for word is supported, and nothing is encoded for it.
    """
    verdicts = [_by_words(claim, lexicon) for claim in claims]
    open_ = [
        i for i, v in enumerate(verdicts) if v.meaning is None and v.support and not claims[i].row
    ]
    open_ = [i for i in open_ if not _verbatim(claims[i])]
    if not open_:
        return verdicts
    both = (t for i in open_ for t in (claims[i].text, _joined(claims[i].quotes)))
    texts = list(dict.fromkeys(both))
    vectors = dict(zip(texts, encode(texts), strict=True))
    for index in open_:
        claim = claims[index]
        cosine = float(vectors[claim.text] @ vectors[_joined(claim.quotes)])
        verdicts[index] = _by_meaning(claim, verdicts[index], cosine, lexicon)
    return verdicts


def _by_words(claim: Claim, lexicon: Lexicon) -> Verdict:
    """What facts say; the meaning is left open."""
    if not claim.quotes:
        return Verdict(None, "uncited")
    if _verbatim(claim):
        return Verdict("supported")
    context = "\n".join(dict.fromkeys(q.context for q in claim.quotes if q.context))
    quoted = "\n".join(q.text for q in claim.quotes)
    spoken = claim.quotes[0].language
    parts = held_parts(claim.text, quoted, context)
    found = [
        _days(claim, quoted, context, spoken),
        _stated(parts.state, "name", parts.lacking),
        _numbers(claim, quoted, context, spoken, parts.spans),
        _names(claim, context, lexicon, parts.spans),
    ]
    if not claim.row:
        found.append(_role(claim))
    for verdict in found:
        if verdict.support is None:
            return verdict
    return next((v for v in found if v.support == "partial"), Verdict("supported"))


def _by_meaning(claim: Claim, facts: Verdict, cosine: float, lexicon: Lexicon) -> Verdict:
    quoted = [(q.text, q.language) for q in claim.quotes]
    meaning = compare(terms_of(claim.text, lexicon), quoted, cosine, claim.language)
    told, spoken = _joined(claim.quotes), claim.quotes[0].language
    word = opposed(claim.text, told, meaning.pairs) or widened(claim.text, told, meaning.pairs)
    if word is not None:
        return Verdict(None, "negation", word, meaning)
    number = miscounted((claim.text, claim.language), (told, spoken), meaning.pairs)
    if number is not None:
        return Verdict(None, "number", number, meaning)
    chance = meaning.probability
    if chance < PARTIAL:
        return Verdict(None, "meaning", "", meaning)
    if chance < SUPPORTED and facts.support == "supported":
        return Verdict("partial", "meaning", "", meaning)
    return Verdict(facts.support, facts.reason, facts.words, meaning)


def _days(claim: Claim, quoted: str, context: str, spoken: Language) -> Verdict:
    said = days_in(claim.text, claim.language)
    if not (said.dated or said.undated or said.years or said.months):
        return Verdict("supported")
    held = with_said_days(days_in(quoted, spoken), [q.text for q in claim.quotes], quoted)
    state, lacking = missing_day(said, held, days_in(context, spoken), claim.text)
    if state != "no" and not claim.row:
        other = misplaced((claim.text, claim.language, said), (quoted, spoken, held))
        if other is not None:
            return _stated("no", "date", other)
    return _stated(state, "date", lacking)


def _numbers(
    claim: Claim, quoted: str, context: str, spoken: Language, parts: tuple[Span, ...]
) -> Verdict:
    told = (*days_in(claim.text, claim.language).spans, *parts)
    wanted = [q for q in quantities(claim.text, told) if not q.weak]
    if not wanted:
        return Verdict("supported")
    held = quantities(quoted, days_in(quoted, spoken).spans)
    around = quantities(context, days_in(context, spoken).spans)
    worst, lacking = "quoted", ""
    for number in wanted:
        if any(agree(number, other) for other in held):
            continue
        if not any(agree(number, other) for other in around):
            return _stated("no", "number", number.span.of(claim.text))
        worst, lacking = "context", lacking or number.span.of(claim.text)
    return _stated(worst, "number", lacking)


def _names(claim: Claim, context: str, lexicon: Lexicon, parts: tuple[Span, ...]) -> Verdict:
    quoted = _joined(claim.quotes)
    for link in links(claim.text):
        if fold(link) not in fold(quoted):
            return _stated("no", "name", link)
    skip = (*days_in(claim.text, claim.language).spans, *parts)
    wanted = names(claim.text, lexicon, claim.language, skip)
    if not wanted:
        return Verdict("supported")
    finders = [NameFinder(q.text, lexicon, q.language) for q in claim.quotes]
    around = NameFinder(context, lexicon, claim.quotes[0].language)
    worst, lacking = "quoted", ""
    for word in wanted:
        surface = claim.text[word.start : word.end]
        if any(f.holds(surface, claim.language) for f in finders):
            continue
        if claim.row and any(located(surface, f) for f in finders):
            continue
        if not around.holds(surface, claim.language):
            return _stated("no", "name", surface)
        worst, lacking = "context", lacking or surface
    everywhere = NameFinder(f"{quoted}\n{context}", lexicon, claim.quotes[0].language)
    for word, following in pairwise(wanted):
        one, other = (claim.text[w.start : w.end] for w in (word, following))
        beside = claim.text[word.end : following.start] in (" ", "-", "\u00a0")
        if beside and not everywhere.holds_together(one, other):
            return _stated("no", "name", f"{one} {other}")
    return _stated(worst, "name", lacking)


def _role(claim: Claim) -> Verdict:
    """Whether who hosts, organises, leads or pays is the one that the quotes say does."""
    said = [r for r in find_roles(claim.text, claim.language) if r.kind in _BODIES]
    if not said:
        return Verdict("supported")
    quoted = [r for q in claim.quotes for r in find_roles(q.text, q.language)]
    for role in said:
        same = [r for r in quoted if r.kind == role.kind]
        if same and not any(_share_a_word(role.name, other.name) for other in same):
            return _stated("no", "role", role.name)
    return Verdict("supported")


def _stated(state: str, reason: Reason, lacking: str) -> Verdict:
    if state == "quoted":
        return Verdict("supported")
    return Verdict("partial" if state == "context" else None, reason, lacking)


def _share_a_word(one: str, other: str) -> bool:
    mine = {w.folded for w in words(one) if len(w.folded) > 2}
    return bool(mine & {w.folded for w in words(other)})


def _verbatim(claim: Claim) -> bool:
    """Whether a quote has these very words, and does not deny them: "we don't think that …"."""
    said = _plain(claim.text)
    if not said:
        return False
    for quote in claim.quotes:
        text = _plain(quote.text)
        if said == text:
            return True
        if said in text and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text):
            mine = {word.folded for word in words(said)}
            if not (denied(text) - denied(said)) & mine:
                return True
    return False


def _plain(text: str) -> str:
    return _MARK.sub(" ", text).strip().rstrip(".").strip()


def _joined(quotes: Sequence[Quote]) -> str:
    return " ".join(dict.fromkeys(q.text for q in quotes))


def language_of(text: str, otherwise: Language) -> Language:
    """The language of a statement; ``otherwise`` where its words don't tell."""
    found, sure = detect(text)
    return found if sure >= 0.9 else otherwise
