"""Projects a text names, by evidence: a label, the word "project" beside the name, an expansion.

A candidate is a word shaped like an acronym (two capitals or more), or any name that one of the
forms of `projectforms` and `projectlists` introduces. Its evidence is added up over the text:
what these forms are worth; label 4; "projet X"/"X project" 3 each time; expansion whose initials
fit 2.5; kick-off, partners or exchange of it 1.5 and a sentence about a project or its money 0.75
(each twice at most); "X, a European partnership" 2.5; in the title 1.5, heading it ("X: …")
1.5 more; three mentions 0.5. Said as one says it of an
organisation ("pôle X", "hosted by X", "X (Lyon)"): −2.5, twice at most. A project has 3 or more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, islice
from typing import Final

from ingest.describe.found import Found
from ingest.describe.layout import Label, labels
from ingest.describe.projects import projectcues as cue
from ingest.describe.projects.projectaround import MENTIONS, around
from ingest.describe.projects.projectcoined import coined, coined_in, line_of, small_words, undated
from ingest.describe.projects.projectforms import shortened, told
from ingest.describe.projects.projectlists import listed, named_in
from ingest.describe.projects.projectnames import (
    acronym_key,
    initials_fit,
    name_key,
    plain_key,
    shaped,
    with_capitals,
)
from ingest.gazetteer import fold, is_word
from ingest.types import Span

_OFTEN: Final = 3  # mentions of the project that a text is about
_TITLE: Final = 160  # characters of the longest title


def find_projects(
    content: str, title: Span | None = None, known: tuple[Label, ...] | None = None
) -> tuple[Found, ...]:
    """Projects, the best supported first; ``span`` is the first time the best form is written."""
    known = labels(content) if known is None else known
    if title is not None and (
        title.end - title.start > _TITLE or "." in content[title.end - 1 : title.end + 1]
    ):
        title = None  # a sentence that stands where a title would
    points: dict[str, float] = defaultdict(float)
    forms, direct = _written(content), defaultdict[str, list[Span]](list)
    for pattern, value in ((cue.BEFORE_WORD, 3.0), (cue.AFTER_WORD, 3.0), (cue.COLON, 3.5)):
        for match in pattern.finditer(content):
            staff = "staff" in match.groupdict() and match["staff"]
            for span in _names_in(content, Span(*match.span("names"))):
                if _in_heading(content, span):
                    continue
                if (key := acronym_key(span.of(content))) is not None:
                    points[key] += 1.0 if staff else value  # bodies have project managers, too
                    direct[key].append(span)
    for match in cue.EXPANDED.finditer(content):
        key = acronym_key(match["names"])
        if key is not None and initials_fit(match["names"], match["long"]):
            body = cue.ORG_WORD.search(match["long"][:70]) and not direct[key]
            points[key] += -3 if body else 2.5
    for match in cue.MIXED.finditer(content):
        whole = with_capitals(content, Span(*match.span("name")))
        if whole is not None:
            key = fold(whole.of(content))
            points[key] += 3.0
            direct[key].append(whole)
    for form in chain(told(content), listed(content)):
        key = fold(form.span.of(content))
        if not _said(direct[key], form.span):
            points[key] += form.points
            direct[key].append(form.span)
    for span, long, sure in shortened(content):
        if (key := name_key(span.of(content))) is None or not shaped(span.of(content)):
            continue
        if sure or (initials_fit(key, long) and not cue.ORG_WORD.search(long[:70])):
            points[key] += 3.0 if sure else 2.5
            direct[key].append(span)
    single = (cue.PLAIN, cue.PLAIN_AFTER, cue.QUOTED)
    for match in (m for pattern in single for m in pattern.finditer(content)):
        span = Span(*match.span("name"))
        if (key := plain_key(span.of(content), match["quote"])) is not None:
            points[key] += 3.0
            direct[key].append(span)
    bodies = [x.span for x in known if cue.BODY_LABELS.search(x.key)]
    for label in known:
        if cue.LABEL.fullmatch(label.key):
            for span in _names_in(content, label.span):
                if span.start - label.span.start <= 4 and (key := acronym_key(span.of(content))):
                    points[key] += 4
                    direct[key].append(span)
    for span in named_in(content, known):
        key = fold(span.of(content))
        if not _said(direct[key], span):
            points[key] += 4
            direct[key].append(span)
    for key, spans in direct.items():
        if spans and key not in forms:
            forms[key] = _everywhere(content, spans)
    for key, spans in forms.items():
        points[key] += around(content, spans, bodies, title)
        points[key] += coined(content, spans, title, bool(direct[key]))
    found: list[tuple[float, Found]] = []
    stand = {
        key: sorted({*direct[key], *forms.get(key, ())}, key=lambda s: s.start)
        for key, value in points.items()
        if value >= cue.LEAST
    }
    for key, spans in stand.items():
        value, longer = points[key], [s for k in stand if f" {key} " in f" {k} " for s in stand[k]]
        if all(any(s != o and o.holds(s) for o in longer) for s in spans):
            continue  # named only as part of a longer name
        text = _best([s.of(content) for s in (direct[key] or spans)])
        first = next(s for s in spans if s.of(content) == text)
        found.append((value + 0.2 * len(spans), Found("project", text, first, len(spans))))
    found.sort(key=lambda pair: (-pair[0], pair[1].span.start))
    own = found and (found[0][1].count >= _OFTEN or _stands_in(found[0][1].span, title))
    return tuple(f for n, (_, f) in enumerate(found) if not (n and own and _guest(content, f)))


def _said(spans: list[Span], span: Span) -> bool:
    """Whether another form has told of the name at the same place."""
    return any(s.meets(span) for s in spans)


def _everywhere(content: str, spans: list[Span]) -> list[Span]:
    """Each place where a name that was told of is written in the same way."""
    text = re.escape(spans[0].of(content))
    pattern = re.compile(rf"(?<![\w-]){text}(?![\w-])")
    return [Span(*m.span()) for m in islice(pattern.finditer(content), MENTIONS)]


def _stands_in(span: Span, title: Span | None) -> bool:
    return title is not None and title.start <= span.start < title.end


def _guest(content: str, project: Found) -> bool:
    """Whether a project is named once, as that of a speaker or as what a speaker presented."""
    before = content[max(0, project.span.start - 70) : project.span.start].rpartition("\n")[2]
    return project.count == 1 and bool(cue.GUEST.search(before))


def _written(content: str) -> dict[str, list[Span]]:
    """Where each acronym-shaped name stands; of a line in capitals, only its beginning."""
    forms: dict[str, list[Span]] = defaultdict(list)
    small, lowered = small_words(content), content.lower()
    for match in cue.ACRONYM.finditer(content):
        span = Span(*match.span())
        only = coined_in(content, span)
        whole = line_of(content, span)
        line = whole.of(content)
        if only is not None and only.of(content).partition(" ")[0] not in small:
            span = only  # "NISTELIA STEERING GROUP", "NISTELIA 2023"
        elif line.isupper() and (" " in match[0] or line.strip("#* ") != match[0]):
            begins = whole.start == match.start() and cue.HEADS_LINE.match(content, match.end())
            if not begins or only is not None or _shouted(content, match[0], lowered, small):
                continue
        if (key := acronym_key(span.of(content))) is not None:
            forms[key].append(span)
    return forms


def _shouted(content: str, text: str, lowered: str, small: frozenset[str]) -> bool:
    """Whether words in capitals are a heading, or a name that the text writes small elsewhere."""
    words = text.split()
    if any(
        fold(word) in cue.SHORT_WORDS or (word in small and not is_word(word)) for word in words
    ):
        return True
    return len(words) > 1 and lowered.count(text.lower()) >= 2 * content.count(text)


def _in_heading(content: str, span: Span) -> bool:
    """Whether a line shouts words of the language: "PROJECT SHEET", "ÉTAT DU PROJET"."""
    words = fold(span.of(content)).split()
    return line_of(content, span).of(content).isupper() and all(
        is_word(w) or w in cue.SHORT_WORDS for w in words
    )


def _names_in(content: str, span: Span) -> list[Span]:
    found = (Span(*m.span()) for m in re.finditer(cue.WORDS, content[span.start : span.end]))
    whole = (Span(span.start + s.start, span.start + s.end) for s in found)
    return [coined_in(content, s) or undated(content, s) for s in whole]


def _best(forms: list[str]) -> str:
    """The form written most often; the first among equals."""
    return max(dict.fromkeys(forms), key=forms.count)
