"""Statements with quotes that hold them, and the same broken: made from a library by script.

True pairs: the translated sentences of `corpus/verification/`, and sentences put
together from the register's cells ("X a accueilli … à Y du …") in both languages over the lines
that the cells come from. Each is then broken in one thing: a name, number or date is another one of
the library's, a verb is denied, or the quote is another sentence (of the same document, the closest
by meaning, and of another document).
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.sentences import sentences
from ingest.types import Language, Span
from pipelines.library import Library
from pipelines.register.merge import merged
from pipelines.register.row import Row
from pipelines.register.select import line_of
from pipelines.register.wording import days, kind_word
from pipelines.verify.days import days_in
from pipelines.verify.names import names
from pipelines.verify.quantities import quantities
from pipelines.verify.reply import contexts
from pipelines.verify.verify import Quote, language_of

TRANSLATED = Path(__file__).parents[1] / "corpus" / "verification"
SAMPLE = TRANSLATED / "library.jsonl"
_DENIALS = (  # the first that fits is put in
    (r"\b(was|were|is|are|has|have|will|can|may|could|should)\b(?! not)", r"\1 not"),
    (r"\b(comptent|compte|dure|reçoit|ont|a|coûte|emploie|préside|propose|produit|court)\b",
     r"ne \1 pas"),
    (r"\b(sont|est|seront|sera|va|vend|remettent|restent|peut)\b", r"ne \1 pas"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement, its quotes, whether they hold it, and what was done to make it false."""

    statement: str
    language: Language
    quotes: tuple[Quote, ...]
    true: bool
    made: str
    document: str
    file: str  # its name: unlike the id, the same wherever the library's folder stands

    @property
    def across(self) -> bool:
        """Whether statement and quotes are in different languages."""
        return all(quote.language != self.language for quote in self.quotes)


def make_pairs(library: Library, told: Path = SAMPLE, seed: int = 7) -> list[Pair]:
    """All pairs, true and broken; the same for the same library, file of statements and seed."""
    draw = random.Random(seed)
    pool = _sentences(library)
    registered = sorted(_from_register(library), key=lambda pair: (pair.file, pair.statement))
    true = [*_translated(library, told), *registered]
    around = contexts(library, {pair.document for pair in true})
    true = [
        replace(p, quotes=tuple(_in_context(q, around.get(p.document, "")) for q in p.quotes))
        for p in true
    ]
    return [*true, *(b for pair in true for b in _broken(pair, library, pool, draw))]


def _in_context(quote: Quote, description: str) -> Quote:
    """The quote with what its document's description says, as an answer is checked."""
    return replace(quote, context=f"{quote.context}\n{description}")


def _sentences(library: Library) -> dict[str, list[Quote]]:
    """Every sentence of the library with at least five words, by document, in order of source."""
    found = {}
    for record in library.catalogue.records(["current"]):
        text = library.catalogue.text(record).content
        spoken = record.description.language if record.description else "en"
        found[record.id] = [
            Quote(s.of(text), language_of(s.of(text), spoken))
            for s in sentences(text)
            if len(s.of(text).split()) >= 5
        ]
    return found


def _translated(library: Library, told: Path) -> Iterator[Pair]:
    bare = {
        record.id: _bare(library.catalogue.text(record).content)
        for record in library.catalogue.records(["current"])
    }
    for line in told.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        statement, quote = entry["statement"], entry["quote"]
        first = _bare(quote.split("\n")[0])[:40]
        document = next(name for name, text in bare.items() if first in text)
        spoken = language_of(quote, "en")
        said = language_of(statement, "fr" if spoken == "en" else "en")
        record = library.catalogue.find(document)
        quotes = (Quote(quote, spoken, record.title),)
        file = Path(record.source).name
        yield Pair(statement, said, quotes, True, "translation", document, file)


def _from_register(library: Library) -> Iterator[Pair]:
    for row in merged(library.catalogue.register()):
        place, when = row.cell("place"), row.when()
        for part in ("host", "organiser"):
            cell = row.cell(part)
            if cell is None or cell[1].span is None:
                continue
            told, body = cell
            used = [(told.document, body.span)]
            held: dict[str, str] = {}
            for name, other in (("place", place), ("when", when)):
                if other is not None and other[1].span and other[0].document == told.document:
                    used.append((told.document, other[1].span))
                    held[name] = name
            if not held or (place is not None and place[1].text == "online"):
                continue
            record = library.catalogue.find(told.document)
            text, file = library.catalogue.text(record).content, Path(record.source).name
            spoken: Language = "fr" if told.language == "fr" else "en"
            lines = dict.fromkeys(_sentence_of(text, span) for _, span in used if span)
            quotes = tuple(Quote(s.of(text), spoken, told.title) for s in lines)
            for language in ("fr", "en"):
                where = place[1].text if place is not None and "place" in held else ""
                on = days(when[1], language) if when is not None and "when" in held else ""
                statement = _told(row, part, body.text, where, on, language)
                yield Pair(statement, language, quotes, True, "register", told.document, file)


def _told(row: Row, part: str, body: str, where: str, on: str, language: Language) -> str:
    kind = kind_word(row.kind, language)
    if language == "fr":
        verb = "accueilli" if part == "host" else "organisé"
        article = "l'" if kind[0] in "aeéo" else "la " if kind.endswith(("e", "on")) else "le "
        at, when = (f" à {where}" if where else ""), ""
        if on:
            when = f" {on}" if on.startswith("du ") else f" le {on}"
        return f"{body} a {verb} {article}{kind}{at}{when}."
    verb = "hosted" if part == "host" else "organised"
    at, when = (f" in {where}" if where else ""), (f" on {on}" if on else "")
    return f"{body} {verb} the {kind}{at}{when}."


def _broken(
    pair: Pair, library: Library, pool: dict[str, list[Quote]], draw: random.Random
) -> Iterator[Pair]:
    said = pair.statement
    dates = days_in(said, pair.language)
    numbers = [q for q in quantities(said, dates.spans) if not q.weak]
    named = names(said, library.lexicon, pair.language, dates.spans)
    quoted = " ".join(q.text for q in pair.quotes).lower()

    def false(statement: str, made: str) -> Pair:
        return replace(pair, statement=statement, true=False, made=made)

    if named:
        word = draw.choice(named)
        other = _other_name(library, quoted, draw)
        yield false(said[: word.start] + other + said[word.end :], "name")
    if numbers:
        span = draw.choice(numbers).span
        written = span.of(said)
        digits = re.search(r"\d+", written)
        changed = str(int(digits.group()) + draw.choice((1, 2, 10))) if digits else "37"
        place = Span(span.start + digits.start(), span.start + digits.end()) if digits else span
        yield false(said[: place.start] + changed + said[place.end :], "number")
    if dates.dated or dates.years:
        shifted = re.sub(
            r"\b(19|20)(\d\d)\b", lambda m: str(int(m.group()) + draw.choice((-1, 1, 2))), said
        )
        if shifted != said:
            yield false(shifted, "date")
    for pattern, instead in _DENIALS[: 1 if pair.language == "en" else 3]:
        if pair.language == "fr" and pattern == _DENIALS[0][0]:
            continue
        denied = re.sub(r"\bne ([aeiouyhéè])", r"n'\1", re.sub(pattern, instead, said, count=1))
        if denied != said and "pas d'" not in said and "pas lieu" not in said:
            yield false(denied, "negation")
            break
    facts = [_bare(q.text)[:25] for q in pair.quotes]
    own = [q for q in pool[pair.document] if not any(f in _bare(q.text) for f in facts)]
    if own:
        vectors = library.encoder.encode([said, *(q.text for q in own)])
        order = (vectors[1:] @ vectors[0]).argsort()[::-1]
        # The closest may say the same in other words; the next ones hardly do.
        for made, rank in (("same document", 1), ("same document", 3)):
            if rank < len(order):
                yield replace(pair, quotes=(own[order[rank]],), true=False, made=made)
    other_document = draw.choice([name for name in pool if name != pair.document])
    if pool[other_document]:
        quote = draw.choice(pool[other_document])
        yield replace(pair, quotes=(quote,), true=False, made="other document")


def _other_name(library: Library, quoted: str, draw: random.Random) -> str:
    bodies = sorted(
        {
            v.text
            for row in merged(library.catalogue.register())
            for v in (row.best.host, row.best.organiser, row.best.place)
            if v is not None and v.text != "online"
        }
    )
    words = sorted({w for body in bodies for w in body.split() if w[0].isupper() and len(w) > 3})
    kinds = ("pôle", "cluster", "clusters", "klaster", "pole")
    return draw.choice([w for w in words if w.lower() not in quoted and w.lower() not in kinds])


def _sentence_of(text: str, span: Span) -> Span:
    held = (s for s in sentences(text) if s.start <= span.start and span.end <= s.end)
    return next(held, line_of(text, span))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower())


def by_document(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs in two halves with no document in both: to fit on, and to test on."""
    half = {d: i % 2 for i, d in enumerate(sorted({p.file for p in pairs}))}
    return [p for p in pairs if not half[p.file]], [p for p in pairs if half[p.file]]
