"""Whether a statement denies what its quotes say, or says what they deny.

A cue ("not", "ne … pas", "sans", "cancelled") denies the few words beside it, up to the next pause
(after NegEx, Chapman et al., 2001, whose windows are of five words). A word that statement and
quotes share must be denied in both or in neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from encoder.lexicon import fold
from ingest.sentences import sentences
from pipelines.terms.words import words

_REACH: Final = 5  # words
_BEFORE: Final = 4
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:.!?()–—\n]")
_ENGLISH: Final = frozenset(
    "not never cannot neither nor without no none nobody nothing sans non aucun aucune".split()
)
_FRENCH_AFTER: Final = frozenset(
    "pas plus jamais aucun aucune rien point guere nullement ni personne".split()
)
_NOBODY: Final = frozenset(("personne", "aucun", "aucune"))
_PAUSE: Final = frozenset(",;:.!?()–—\n")
_BUT: Final = frozenset(("but", "mais", "only", "seulement", "instead", "rather", "plutot"))
# "no later than", "not only", "non seulement", "pas moins de": nothing is denied.
_HARMLESS: Final = frozenset(
    ("later", "only", "less", "fewer", "more", "moins", "seulement", "least", "longer", "just")
)
_OFF: Final = re.compile(
    r"\b(?:cancel\w*|called off|annul\w+|postpon\w+|report(?:e|ee|es|ees) (?:a|au|en|sine|de)\b"
    r"|abandon\w*|carried over|put off|reschedul\w+|deferr\w+|withdr[ae]w\w*|depro\w+)"
)
# Words that deny by themselves, so that "did not" may stand for them.
_LACK: Final = re.compile(
    r"\b(?:refus\w+|reject\w*|rejet\w+|fail\w*|echou\w+|lack\w*|manqu\w+|missing|missed|unable|absen\w+"
    r"|incapable|depourvu\w*|free of|exclu\w+|stopp\w+|arret\w+|declin\w+|inutil\w+|unless"
    r"|sauf|except\w*)"
)
_NEARLY: Final = 0.6  # of what the most telling sentence shares
_AROUND: Final = 8  # words around "was cancelled" that it is said of


def denied(text: str, before: int = 0) -> frozenset[str]:
    """The folded words that a text denies, and as many words before each cue."""
    found: set[str] = set()
    tokens = _tokens(text)
    for index, word in enumerate(tokens):
        after = tokens[index + 1 : index + 1 + _REACH]
        subject = word == "rien" or (word in _NOBODY and "ne" in after[:3])
        if word == "ne" or word.startswith("n'"):
            span = _french(word, after)
        elif subject or (word in _ENGLISH and not _harmless(tokens, index)):
            span = _until_pause(after)
        else:
            continue
        if span:
            found.update(span, tokens[max(0, index - before) : index])
    return frozenset(found)


def off(text: str) -> frozenset[str]:
    """The folded words around a cancellation; empty where nothing is cancelled."""
    folded = fold(text)
    found: set[str] = set()
    for match in _OFF.finditer(folded):
        found.update(_TOKEN.findall(folded[: match.start()])[-_AROUND:])
        found.update(_TOKEN.findall(folded[match.start() :])[:_AROUND])
    return frozenset(found)


def opposed(said: str, quoted: str, same: Sequence[tuple[str, frozenset[str]]]) -> str | None:
    """A word that one denies and the other doesn't; None where both agree.

    ``same`` pairs each content word of the statement with the quoted words that say the same. Of a
    quote of several sentences, those count that share the most with the statement.
    """
    shared = [(word, others) for word, others in same if others]
    told = _telling(quoted, shared)
    in_said, in_quoted = denied(said), denied(told)
    ours = [(word, others) for word, others in shared if word in in_said]
    theirs = [word for word, others in shared if others <= in_quoted]
    said_off, quoted_off = off(said), off(told)
    kept = next((m.group() for m in _OFF.finditer(fold(said)) if _words(m.group()) & in_said), None)
    if kept and quoted_off and not in_quoted:
        return kept  # "was not cancelled" of what is quoted as cancelled
    if in_said and not quoted_off and not _LACK.search(fold(told)):
        near = denied(told)
        if not ours:  # "will not take place", "n'aura pas lieu": what is said of?
            ours = [(word, others) for word, others in shared if word in denied(said, _BEFORE)]
            near = denied(told, _BEFORE)
        agree = any(others & near for _, others in ours) if ours else bool(in_quoted)
        if not agree:
            return ours[0][0] if ours else min(in_said)
    if theirs and not in_said and not said_off and not _LACK.search(fold(said)):
        return theirs[0]
    if said_off and not quoted_off and not in_quoted:
        return "cancelled"
    if quoted_off and not said_off and not in_said:
        beside = sum(bool(others & quoted_off) for _, others in shared)
        if beside * 2 >= len(shared):
            return "cancelled"
    return None


def _telling(quoted: str, shared: Sequence[tuple[str, frozenset[str]]]) -> str:
    """The sentences of a quote that say most of what is shared, or nearly as much."""
    parts = [span.of(quoted) for span in sentences(quoted)]
    counts = []
    for part in parts:
        held = {word.folded for word in words(part)}
        counts.append(sum(bool(others & held) for _, others in shared))
    most = max(counts, default=0)
    kept = [p for p, n in zip(parts, counts, strict=True) if n and n >= _NEARLY * most]
    return "\n".join(kept) or quoted


def _tokens(text: str) -> list[str]:
    folded = fold(text).replace("won't", "will not").replace("can't", "can not")
    return _TOKEN.findall(re.sub(r"n't\b", " not", folded))


def _french(cue: str, after: list[str]) -> list[str]:
    """The words denied by "ne … pas": the verb between and what follows; none by "ne … que"."""
    verb = [cue[2:]] if cue.startswith("n'") and len(cue) > 2 else []
    for index, word in enumerate(after):
        if word in _PAUSE:
            break
        if word in _FRENCH_AFTER:
            rest = after[index + 1 :]
            if rest and rest[0] in _HARMLESS:
                return []
            return [*verb, *after[:index], *_until_pause(rest)]
    return []


def _harmless(tokens: list[str], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    ahead = tokens[index + 1 : index + 1 + _REACH + 2]
    return (
        after in _HARMLESS
        or bool(_BUT & set(ahead))
        or (tokens[index] == "no" and after.rstrip(".").isdigit())
    )


def _words(text: str) -> set[str]:
    return set(_TOKEN.findall(text))


def _until_pause(tokens: list[str]) -> list[str]:
    kept: list[str] = []
    for token in tokens:
        if token in _PAUSE or token in _BUT:
            break
        kept.append(token)
    return kept
