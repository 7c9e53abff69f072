"""The earlier question of another body: "et le Pôle Lin ?" after "combien de membres a Alba ?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.gazetteer import first_names
from ingest.types import Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.parts import Parts, Token

_LED: Final = re.compile(
    r"^(?:(?:that|those|the ones?|cel(?:ui|le|les)|ceux) (?=of |at |de |du |des |d['’]))?"
    r"(?:(?:of|for|at|with|by|from|chez|pour|par|avec|de|du|des|d['’]|a|au|aux)(?: |(?<=['’])))?"
    r"(?P<article>(?:the|l[ea]s?) |l['’])?"
)
# What may stand between two words of a name: "Pôle Laine & Lin", "Agence de l'Eau".
_WITHIN: Final = re.compile(r"(?: (?:&|et|and|de|du|des|la|les|of|the|for|pour))* (?:[ld]['’])?")
_LEFT: Final = re.compile(
    r"(?:\b(?P<of>de la |de l['’]|du |des |de |d['’])|\b(?P<to>a la |a l['’]|au |aux |a )"
    r"|\b(?P<the>l[ea]s? |the |l['’]))$"
)
_KIND: Final = re.compile(
    r"\b(?:poles?|clusters?|reseaux?|grappes?|associations?|agences?|agency|network) $"
)
_CONTRACTED: Final = {"du ": "le ", "des ": "les ", "au ": "le ", "aux ": "les "}
_LONGEST: Final = 6  # words of a name


def with_other_body(previous: Parts, new: Parts) -> str | None:
    """The earlier question with the name that the new one is in place of its own; None where either
    has another or more than one, or is of a project, place, year, event or person."""
    low = new.low.strip(" ?!.")
    lead = _LED.match(low)
    start = lead.end() if lead else 0
    names = list(_names(new, opening=True))
    if new.projects or new.stretches or new.places or new.years or len(names) != 1:
        return None
    name = names[0]
    if (
        _with_kind(new, name) != start
        or name.end != len(new.text.rstrip(" ?!."))
        or _is_person(new, name)
    ):
        return None
    if cue.ASKS.search(new.low[:start]):
        return None
    olds = list(_names(previous))
    if len(olds) != 1 or _is_person(previous, olds[0]) or olds[0].start == 0:
        return None
    old = olds[0]
    before = previous.text[: _with_kind(previous, old)]
    article = _article(lead, new.text) if previous.language == new.language else ""
    left = _LEFT.search(previous.low[: len(before)])
    said = article + new.text[start : name.end]
    if left is not None:
        before = before[: left.start()]
        said = _joined(left, said, previous.language)
    return (before + said + previous.text[old.end :]).rstrip(" ?!.")


def _with_kind(parts: Parts, name: Span) -> int:
    """Where a name begins with the kind of body before it: "pôle Orla"."""
    kind = _KIND.search(parts.low[: name.start])
    return kind.start() if kind else name.start


def _article(lead: re.Match[str] | None, text: str) -> str:
    """The article of the new name: of "et du Pôle Lin" the one that "du" holds."""
    if lead is None:
        return ""
    if lead["article"]:
        return text[lead.start("article") : lead.end("article")]
    return _CONTRACTED.get(lead[0].rpartition(" ")[0].rpartition(" ")[2] + " ", "")


def _joined(left: re.Match[str], said: str, language: Language) -> str:
    """A name after what stood before the earlier one: "du" before "le Pôle Lin"."""
    if language == "fr" and left["of"]:
        return phrase.of(said)
    if language == "fr" and left["to"]:
        return phrase.to(said)
    return said


def _names(parts: Parts, opening: bool = False) -> Iterator[Span]:
    """The names of a question that are no project's, place's or event's: words in capitals, and
    of what stood behind "and" the ``opening`` word as well."""
    group: list[Token] = []
    for token in parts.tokens:
        upper = opening and parts.text[token.span.start].isupper()
        if not (token.name or upper) or parts.told(token.span):
            continue
        between = parts.low[group[-1].span.end : token.span.start] if group else ""
        if group and _WITHIN.fullmatch(between):
            group.append(token)
            continue
        yield from _whole(parts, group)
        group = [token]
    yield from _whole(parts, group)


def _whole(parts: Parts, group: list[Token]) -> Iterator[Span]:
    if not 0 < len(group) <= _LONGEST:
        return
    span = Span(group[0].span.start, group[-1].span.end)
    owned = re.search(r"['’]s?$", span.of(parts.text))
    yield Span(span.start, span.end - len(owned[0])) if owned else span


def _is_person(parts: Parts, name: Span) -> bool:
    return parts.low[name.start : name.end].split()[0] in first_names()
