"""Projects a text names, by evidence: a label, the word "project" beside the name, an expansion.

Each candidate is a word shaped like an acronym (two capitals or more). Its evidence is added up
over the text: label 4; "projet X"/"X project" 3 each time; expansion whose initials fit 2.5;
kick-off, partners or exchange of it 1.5 and a sentence about a project or its money 0.75 (each
twice at most); "X, a European partnership" 2.5; in the title 1.5, heading it ("X: …") 1.5 more;
three mentions 0.5. Said as one says it of an
organisation ("pôle X", "hosted by X", "X (Lyon)"): −2.5, twice at most. A project has 3 or more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from ingest.describe import projectcues as cue
from ingest.describe.found import Found
from ingest.describe.layout import Label, labels
from ingest.describe.names import NOT_NAMES
from ingest.gazetteer import cities, countries, first_names, fold, is_word, regions
from ingest.types import Span

_OFTEN: Final = 3  # mentions of the project that a text is about
_BESIDE: Final = 200  # characters after a name, with an expansion in brackets


def find_projects(
    content: str, title: Span | None = None, known: tuple[Label, ...] | None = None
) -> tuple[Found, ...]:
    """Projects, the best supported first; ``span`` is the first time the best form is written."""
    known = labels(content) if known is None else known
    points: dict[str, float] = defaultdict(float)
    forms, direct = _written(content), defaultdict[str, list[Span]](list)
    for pattern, value in ((cue.BEFORE_WORD, 3.0), (cue.AFTER_WORD, 3.0), (cue.COLON, 3.5)):
        for match in pattern.finditer(content):
            for span in _names_in(content, Span(*match.span("names"))):
                if (key := _key(span.of(content))) is not None:
                    points[key] += value
                    direct[key].append(span)
    for match in cue.EXPANDED.finditer(content):
        key = _key(match["names"])
        if key is not None and initials_fit(match["names"], match["long"]):
            body = cue.ORG_WORD.search(match["long"][:70]) and not direct[key]
            points[key] += -3 if body else 2.5
    for match in cue.MIXED.finditer(content):
        whole = _with_capitals(content, Span(*match.span("name")))
        if whole is not None:
            key = fold(whole.of(content))
            points[key] += 3.0
            direct[key].append(whole)
    single = (cue.PLAIN, cue.PLAIN_AFTER, cue.QUOTED)
    for match in (m for pattern in single for m in pattern.finditer(content)):
        span = Span(*match.span("name"))
        if (key := _plain_key(span.of(content), match["quote"])) is not None:
            points[key] += 3.0
            direct[key].append(span)
    bodies = [x.span for x in known if cue.BODY_LABELS.search(x.key)]
    for label in known:
        if cue.LABEL.fullmatch(label.key):
            for span in _names_in(content, label.span):
                if span.start - label.span.start <= 4 and (key := _key(span.of(content))):
                    points[key] += 4
                    direct[key].append(span)
    for key, spans in forms.items():
        points[key] += _around(content, spans, bodies, title)
    found: list[tuple[float, Found]] = []
    for key, value in points.items():
        spans = sorted({*direct[key], *forms.get(key, ())}, key=lambda s: s.start)
        if value < cue.LEAST or not spans:
            continue
        text = _best([s.of(content) for s in (direct[key] or spans)])
        first = next(s for s in spans if s.of(content) == text)
        found.append((value + 0.2 * len(spans), Found("project", text, first, len(spans))))
    found.sort(key=lambda pair: (-pair[0], pair[1].span.start))
    own = found and (found[0][1].count >= _OFTEN or _stands_in(found[0][1].span, title))
    return tuple(f for n, (_, f) in enumerate(found) if not (n and own and _guest(content, f)))


def _stands_in(span: Span, title: Span | None) -> bool:
    return title is not None and title.start <= span.start < title.end


def _guest(content: str, project: Found) -> bool:
    """Whether a project is named once, as that of a speaker or as what a speaker presented."""
    before = content[max(0, project.span.start - 70) : project.span.start].rpartition("\n")[2]
    return project.count == 1 and bool(cue.GUEST.search(before))


def _written(content: str) -> dict[str, list[Span]]:
    """Where each acronym-shaped name stands; of a line in capitals, only its beginning."""
    forms: dict[str, list[Span]] = defaultdict(list)
    for match in cue.ACRONYM.finditer(content):
        if (key := _key(match[0])) is None:
            continue
        start = content.rfind("\n", max(0, match.start() - 160), match.start()) + 1
        end = content.find("\n", match.end(), match.end() + 160)
        line = content[start : end if end >= 0 else match.end() + 160]
        if line.isupper() and not (
            start == match.start() and cue.HEADS_LINE.match(content, match.end())
        ):
            continue
        forms[key].append(Span(*match.span()))
    return forms


def _around(content: str, spans: list[Span], bodies: list[Span], title: Span | None) -> float:
    """Points for what stands around the places where one name is written."""
    events = context = body = said = met = 0
    for span in spans[:40]:
        before, after = (
            content[max(0, span.start - 40) : span.start],
            content[span.end : span.end + 34],
        )
        events += bool(
            cue.AROUND_BEFORE.search(before)
            or cue.AROUND_AFTER.match(content, span.end, span.end + _BESIDE)
        )
        met += bool(cue.PARTNERS_OF.search(before) and cue.MET.match(after))
        near = content[max(0, span.start - 80) : span.start].rpartition("\n")[2]
        behind = content[span.end : span.end + 110].partition("\n")[0]
        said += bool(cue.IS_PROJECT.match(content, span.end, span.end + 70))
        context += bool(cue.CONTEXT.search(near + " " + behind))
        body += bool(cue.BODY_BEFORE.search(before) or cue.BODY_AFTER.match(after))
        body += any(b.start <= span.start < b.end for b in bodies)
    in_title = title is not None and any(title.start <= s.start < title.end for s in spans)
    opens = title is not None and any(
        (s.start == title.start and cue.HEADING.match(content, s.end))
        or (s.start < cue.OPENING and _heads_line(content, s))
        for s in spans
    )
    score = 1.5 * min(events, 2) + 0.75 * min(context, 2) + 1.5 * in_title + 1.5 * opens
    return score + 2.5 * (said > 0) + 2.0 * (met > 0) + 0.5 * (len(spans) >= 3) - 2.5 * min(body, 2)


def _heads_line(content: str, span: Span) -> bool:
    """Whether a line of the opening is "BLUEWAKE policy note no. 1", of a project and its paper."""
    end = content.find("\n", span.end, span.end + 90)
    starts = span.start == 0 or content[span.start - 1] == "\n"
    return starts and end >= 0 and bool(cue.PAPER.match(content, span.end, end))


def initials_fit(acronym: str, expansion: str) -> bool:
    """True when most letters of ``acronym`` are initials or capitals of ``expansion``, in order.

    Projects pick letters from inside words too ("EXcellence EXchange and … RAilway"), so a letter
    may be any capital, the first letter of a word, or follow one that was matched.
    """
    letters = [c for c in fold(acronym) if c.isalnum()]
    words = re.findall(r"[\w]+", expansion)[:24]
    position, matched = 0, 0
    flat: list[tuple[str, bool]] = []
    for word in words:
        if fold(word) in cue.SHORT_WORDS and not word[0].isupper():
            flat += [(c, False) for c in fold(word)]
            continue
        flat += [
            (c, i == 0 or (i < len(word) and word[i].isupper())) for i, c in enumerate(fold(word))
        ]
    previous = False
    for letter in letters:
        probe = position
        while probe < len(flat) and not (
            flat[probe][0] == letter and (flat[probe][1] or (previous and probe == position))
        ):
            probe += 1
        if probe < len(flat):
            position, matched, previous = probe + 1, matched + 1, True
        else:
            previous = False
    return len(letters) >= 3 and matched >= 0.7 * len(letters)


def _names_in(content: str, span: Span) -> list[Span]:
    pattern = re.compile(cue.WORDS)
    return [Span(*m.span()) for m in pattern.finditer(content, span.start, span.end)]


def _key(text: str) -> str | None:
    """Folded name, or None for what is no project: programmes, places, document words."""
    key = fold(text)
    if len(key) < 3 or key in NOT_NAMES or text in NOT_NAMES:
        return None
    if key in countries() or key in regions() or key in cities():
        return None
    if not sum(c.isupper() or c.isdigit() for c in text) >= 2:
        return None
    if sum(c.isalpha() for c in text) < 3:
        return None
    return key


def _with_capitals(content: str, span: Span) -> Span | None:
    """The name without programmes before it, if one of its words, not the first, is in capitals."""
    words = list(re.finditer(r"\w+", span.of(content)))
    while words and (words[0][0] in NOT_NAMES or fold(words[0][0]) in NOT_NAMES):
        words.pop(0)
    if len(words) < 2 or words[0][0].isupper() or not any(w[0].isupper() for w in words[1:]):
        return None
    return Span(span.start + words[0].start(), span.end)


def _plain_key(text: str, quoted: str | None) -> str | None:
    """Folded name of a project with one capital ("le projet Clusgrid"), a word of no language."""
    key = fold(text)
    if key in NOT_NAMES or key in countries() or key in regions() or key in cities():
        return None
    if quoted:
        return key
    known = any(is_word(word) or word in first_names() for word in key.split())
    return None if known or len(key) < 4 else key


def _best(forms: list[str]) -> str:
    """The form written most often; the first among equals."""
    return max(dict.fromkeys(forms), key=forms.count)
