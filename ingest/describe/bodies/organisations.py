"""Organisations a text names: by a type word, an acronym with its expansion, a role, or its shape.

Written forms of one organisation ("e-Volt", "E-VOLT", "pôle e-VOLT") are folded into one, under
the form written most often.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.describe.bodies import orgcues as cue
from ingest.describe.bodies.names import DEMONYMS, NOT_NAMES, UP, is_place, name_after
from ingest.describe.found import Found
from ingest.describe.projects.projectnames import initials_fit
from ingest.gazetteer import countries, first_names, fold
from ingest.types import Span


def find_organisations(
    content: str,
    known: Iterable[Span] = (),
    projects: Iterable[str] = (),
    people: Sequence[Found] = (),
) -> tuple[Found, ...]:
    """Organisations in order of first mention, with how often each is named.

    ``known`` are spans told to be organisations by their role (a host, an organiser); ``projects``
    and ``people`` are names that are something else.
    """
    others = {fold(p) for p in projects} | {fold(p.text) for p in people}
    spans: list[Span] = [
        s for k in known if not _is_adjective(content, k) for s in _split(content, k)
    ]
    for pattern in (cue.TYPE_AND, cue.TYPE_FIRST, cue.TYPE_LAST, cue.LEGAL):
        spans += [Span(*m.span()) for m in pattern.finditer(content)]
    for match in cue.HEADED.finditer(content):
        if (span := name_after(content, match.start() + match[0].rfind(" ") + 1)) is not None:
            text = span.of(content)
            if re.search(rf"\([{UP}]", text) or len(re.findall(rf"\b[{UP}]", text)) > 0:
                other = cue.AND_THE.search(content, span.start, span.end)
                spans.append(Span(span.start, other.start()) if other else span)
    short, long = _with_expansion(content)
    spans += short
    spans += _shaped(content)
    spans += _repeated(content)
    spans += [
        Span(*m.span("name"))
        for p in cue.TOLD
        for m in p.finditer(content)
        if not _may_be_person(m)
    ]
    spans += _employers(content, people)
    spans = [s for s in spans if not any(x.holds(s) for x in long)]
    surnames = {word for name in others for word in name.split()[1:] if " " in name}
    return _folded(content, spans, others, surnames)


def _may_be_person(told: re.Match[str]) -> bool:
    """Whether "Ana Ruiz (Alba)" is a person of Alba rather than a body of a town or a country."""
    where = told.groupdict().get("where")
    if where and cue.INITIAL.search(told.string, max(0, told.start() - 6), told.start()):
        return not cue.ORG_WORD.search(told["name"])
    return where is not None and is_of_body(told["name"], where)


def is_of_body(name: str, where: str) -> bool:
    """Whether two words are a person's name by what stands in brackets behind them: a body, where a
    body's name would have a town or a country."""
    if not cue.TWO_WORDS.fullmatch(name):
        return False
    return not any(is_place(part.strip()) for part in where.split(","))


def _is_adjective(content: str, span: Span) -> bool:
    """Whether a name says where a body is from: "the Apulian company Binario"."""
    return bool(
        cue.FROM.match(content, span.end)
        and content.endswith(("the ", "a ", "an "), max(0, span.start - 4), span.start)
    )


def _employers(content: str, people: Sequence[Found]) -> list[Span]:
    """What stands behind a person's name: "Ana Ruiz, Alba" or "Ana Ruiz (Alba)"."""
    found = []
    for person in people:
        if (
            match := cue.EMPLOYER.match(content, person.span.end, person.span.end + 90)
        ) is not None:
            found.append(Span(*match.span("name")))
    return found


def _split(content: str, span: Span) -> list[Span]:
    """The names of "A, B and C" one by one; an institution's long name is left whole."""
    text = span.of(content)
    if re.match(cue.INSTITUTION, text, re.IGNORECASE) or "(" in text:
        return [span]
    found, start = [], span.start
    for cut in [*cue.AND.finditer(content, span.start, span.end), None]:
        end = cut.start() if cut else span.end
        if end - start > 1:
            found.append(Span(start, end))
        start = cut.end() if cut else end
    return found


def _with_expansion(content: str) -> tuple[list[Span], list[Span]]:
    """Acronyms that stand for an organisation, and where their long forms are."""
    short: list[Span] = []
    long: list[Span] = []
    for match in cue.ACRONYM_LONG.finditer(content):
        text = match["long"]
        if not _is_body(text) or sum(map(str.isupper, match["short"])) < 2:
            continue
        if initials_fit(match["short"], text) or re.match(
            r"[^,]{0,12}(?:cluster|pôle|agenc)", text, re.IGNORECASE
        ):
            short.append(Span(*match.span("short")))
            long.append(Span(*match.span("long")))
    for match in cue.SHORT_AFTER.finditer(content):
        low = max(0, match.start() - 110)
        words = list(cue.WORDS.finditer(content, low, match.start()))
        size = sum(c.isalpha() for c in match["short"])
        for first in reversed(words[-3 * size - 2 :]):
            text = content[first.start() : match.start()]
            if (
                len(words)
                and fold(text[0]) == fold(match["short"][0])
                and initials_fit(match["short"], text)
                and _is_body(text)
                and len(text.split()) >= size - 1
            ):
                short.append(Span(*match.span("short")))
                long.append(Span(first.start(), match.start()))
                break
    return short, long


def _is_body(text: str) -> bool:
    return bool(cue.ORG_WORD.search(text)) and not cue.NO_ORG_LONG.search(text)


def _shaped(content: str) -> list[Span]:
    """Names in capitals or camel case that stand twice, or once where an organisation would."""
    places: dict[str, list[Span]] = defaultdict(list)
    for match in cue.SHAPED.finditer(content):
        line_start = content.rfind("\n", max(0, match.start() - 200), match.start()) + 1
        line = content[max(line_start, match.start() - 200) : match.end() + 60].split("\n")[0]
        if line.isupper() or match[0] in NOT_NAMES or fold(match[0]) in NOT_NAMES:
            continue
        places[fold(match[0])].append(Span(*match.span()))
    found: list[Span] = []
    for spans in places.values():
        if len(spans) > 1 or cue.ORG_CUE_BEFORE.search(
            content[max(0, spans[0].start - 24) : spans[0].start]
        ):
            found += spans
    return found


def _repeated(content: str) -> list[Span]:
    """Capitalised names seen twice or more, at least once inside a sentence.

    One word alone must also stand once as an organisation would ("by X", "X's", "X (") and never
    be written in lower case.
    """
    places: dict[str, list[Span]] = defaultdict(list)
    inside: set[str] = set()
    cued: set[str] = set()
    for match in cue.ANY_NAME.finditer(content):
        text, start = match[0], match.start()
        key = fold(text)
        places[key].append(Span(*match.span()))
        if (
            start > 1
            and content[start - 1] in " \u00a0’'("
            and (content[start - 2].isalnum() or content[start - 2] in ",;")
        ):
            inside.add(key)
            before, after = (
                content[max(0, start - 24) : start],
                content[match.end() : match.end() + 12],
            )
            if cue.ORG_CUE_BEFORE.search(before) or cue.ORG_CUE_AFTER.match(after):
                cued.add(key)
    words = set(cue.LOWER.findall(content))
    found: list[Span] = []
    for key, spans in places.items():
        if len(spans) < 2 or key not in inside:
            continue
        if " " not in key and (key not in cued or key in words or len(key) < 4):
            continue
        found += spans
    return found


def key_of(text: str) -> str:
    """What two written forms of one organisation share."""
    key = fold(text.partition(" (")[0])
    for _ in range(3):
        shorter = cue.STRIP.sub("", key)
        if shorter == key or len(shorter) < 2:
            break
        key = shorter
    return key


def _folded(
    content: str, spans: list[Span], others: set[str], surnames: set[str]
) -> tuple[Found, ...]:
    forms: dict[str, list[Span]] = defaultdict(list)
    longest: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if longest and span.start < longest[-1].end:
            continue
        longest.append(span)
    for span in longest:
        text = span.of(content)
        key = key_of(text)
        if _fits(text, key, others) and key not in surnames:
            forms[key].append(span)
    found: list[Found] = []
    for named in forms.values():
        written = [s.of(content) for s in named]
        best = max(dict.fromkeys(written), key=lambda w: (written.count(w), len(w)))
        first = next(s for s in named if s.of(content) == best)
        found.append(Found("organisation", best, first, len(named)))
    return tuple(sorted(found, key=lambda f: f.span.start))


def _fits(text: str, key: str, others: set[str]) -> bool:
    words = key.split()
    if cue.PART.fullmatch(text) or cue.HONORIFIC.match(text) or cue.NOBODY.match(text):
        return False
    if cue.IN_OFFICE.fullmatch(text) and not cue.ORG_WORD.search(text):
        return False
    if len(text) == 2 and text.upper() in set(countries().values()):  # "Alba (FR, Lyon)"
        return False
    if key in others or fold(text) in others or key in NOT_NAMES or len(key) < 2:
        return False
    if is_place(text) or (is_place(key) and len(words) == len(text.split())):
        return False
    if all(w in NOT_NAMES or w in DEMONYMS or w in cue.PLAIN for w in fold(text).split()):
        return False
    if any(o.startswith(key + " ") or o.endswith(" " + key) for o in others):
        return False
    if words[0] in first_names() and len(words) in (2, 3) and not cue.ORG_WORD.search(text):
        return False
    if cue.MONTHLIKE.search(key) and len(words) < 3:
        return False
    return not all(w in NOT_NAMES or w in DEMONYMS for w in words) and not key.startswith("proj")
