"""A document's title: what a reader would call it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from typing import Final

from ingest.describe.bodies.names import is_place
from ingest.describe.layout import lines
from ingest.describe.letters import is_mailing, is_masthead, is_rubric, mailing_note
from ingest.describe.titlelines import (
    SITE_NAME,
    is_date,
    is_edition,
    is_kind_line,
    is_motto,
    is_owner_of,
    is_stamp,
    is_whose,
)
from ingest.describe.titlesentence import from_sentence
from ingest.gazetteer import fold
from ingest.types import Span, Text, Value

_BREADCRUMB: Final = re.compile(
    r"^[^/>»›|]{1,40}(?:[ \u00a0][/>»›|][ \u00a0][^/>»›|]{1,60}){2,}$|^(?:home|accueil)\s?[/>»›|]",
    re.I,
)
_LABEL: Final = re.compile(r"^(?:[^\W\d_][\w ’'()-]{1,28})\s?:\s")
_ROW: Final = re.compile(r"[^:|\n]{1,60}: [^|\n]{1,200} \| [^:|\n]{1,60}: ")  # of a table
_FILE: Final = re.compile(r"[\s_.-]+")
_SITE: Final = re.compile(r"\s[|–—·-]\s[^|–—·]{2,40}$")
_NO_TITLE: Final = re.compile(
    "^(?:home|accueil|menu|(?:latest )?news(?: article| item| archive)?|press corner"
    "|blog(?: post)?|article"
    "|(?:events?|news) calendar|calendar of events|events? calendar|past events|événements passés"
    "|good practice(?: fiche| form| example)?|community news|actualités?|press|presse|events?"
    "|événements?|search"
    "|share|partager|print|imprimer"
    r"|untitled|sans titre|document\d*|microsoft word.*|.{0,60}\.(?:docx?|pdf|html?|pptx?|indd|txt)"
    r"|skip to .*|aller au contenu.*|cookies?.*|informations annexes.*|tags?)$",
    re.I,
)
_TITLE_LABEL: Final = re.compile(
    r"^(?:title|titre|intitulé|event title|name of (?:the )?(?:practice|event|project)"
    r"|title of (?:the )?"
    r"(?:practice|good practice|event|project)|nom de l['’]événement|titre de la pratique)[ ]?:[ ]?"
    r"(?P<title>[^\s:][^\n]{3,170})$",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE_LINE: Final = re.compile(
    r"^(?:in|at|à|en|au|aux|from|de)[ \u00a0](?:the |la |le |les )?"
    r"(?P<place>[^\W\d_][\w’' -]{2,40})$",
    re.I,
)
# "Press release – for immediate release": what is said of when it may be told.
_RELEASE: Final = re.compile(
    r"[ ]?[,:–—-]?[ ]?\(?(?:for immediate (?:release|publication)"
    r"|pour (?:diffusion|publication)(?: immédiate)?|(?:sous |under )?embargo"
    r"(?:(?: until| till| jusqu['’]|[ ]?:)[^.;\n]{0,40})?)\)?$",
    re.I,
)
# "Saint-Étienne, le 17 mars 2016"
_DATELINE: Final = re.compile(
    r"^[^\W\d_][\w’'-]{1,24}(?:[ ][\w’'-]{1,20}){0,3},?[ ](?:le|on|the)?[ ]?\d{1,2}"
    r"(?:er|st|nd|rd|th)?[ ][^\W\d_]{3,9}[ ](?:19|20)\d\d\W{0,3}$",
    re.I,
)
_FORWARDED: Final = re.compile(
    r"(?:(?:re|fwd?|tr|aw|wg|rép|réf)[ ]?:[ ]?){1,4}(?=\S)", re.IGNORECASE
)
_SUBJECT: Final = re.compile(
    r"^(?:objet|object|subject|sujet)[ ]?:[ ]?(?:(?:re|fwd?|tr"
    r"|aw)[ ]?:[ ]?){0,3}(?P<title>[^\s:][^\n]{3,170})$",
    re.IGNORECASE | re.MULTILINE,
)
_LETTERHEAD: Final = 1_200
_LONGEST: Final = 180
_META_KEYS: Final = ("title", "dc:title", "og:title")


def find_title(text: Text, source: str = "") -> Value:
    """What the document is called, without "Fwd:" or why a letter comes, and where that stands.

    What is nothing but a table is called by its file's name, ``source``: no row of it is a title.
    """
    found = _titled(text)
    if _ROW.match(found.text) and (name := _FILE.sub(" ", PurePath(source).stem).strip()):
        return Value(name[0].upper() + name[1:], None, "metadata")
    if note := mailing_note(found.text):
        span = replace(found.span, end=found.span.start + note) if found.span else None
        found = replace(found, text=found.text[:note], span=span)
    forwarded = _FORWARDED.match(found.text)
    if forwarded is None:
        return found
    span = Span(found.span.start + forwarded.end(), found.span.end) if found.span else None
    return replace(found, text=found.text[forwarded.end() :], span=span)


def _titled(text: Text) -> Value:
    """The title and its span; from the file's metadata when the text does not begin with one.

    The subject of a letter or a mail is its title, and so is what a label says. A first heading
    wins, then the metadata's title, then the first line that is neither breadcrumb, label nor date.
    A line that only says where ("In Rhone-Alpes") is put together with the next one; a short rubric
    above a full headline gives way to it. A text that starts in mid
    paragraph is called by the event its first sentence names, or by that sentence's beginning.
    """
    content = text.content
    if (subject := _SUBJECT.search(content, 0, _LETTERHEAD)) is not None:
        return Value(subject["title"], Span(*subject.span("title")))
    if (labelled := _TITLE_LABEL.search(content, 0, _LETTERHEAD)) is not None:
        return Value(labelled["title"], Span(*labelled.span("title")))
    stated = _metadata(text)
    for heading in sorted(text.headings, key=lambda h: (h.level, h.span.start))[:3]:
        if heading.level == 1 and _good(heading.span.of(content)) and heading.span.start < 3000:
            return _combined(content, heading.span)
    if stated is not None:
        place = content[:2000].find(stated)
        span = Span(place, place + len(stated)) if place >= 0 else None
        return Value(stated, span, "text" if span else "metadata")
    masthead: Span | None = None
    first_long: Span | None = None
    for number, line in enumerate(lines(content, 0, min(len(content), 6000))):
        if number > 12:
            break
        surface = line.of(content)
        if not _good(surface):
            if number == 0 and is_masthead(surface):
                masthead = line
            continue
        if masthead is not None and (text.headings or is_rubric(surface)):
            return Value(masthead.of(content), masthead)
        if len(surface) > _LONGEST or (len(surface) > 90 and surface.endswith(".")):
            first_long = line
            break
        return _combined(content, line)
    if first_long is not None:
        return from_sentence(content, first_long)
    line_or_none = next(lines(content, 0, min(len(content), 4000)), None)
    if line_or_none is None:
        return Value("", None, "metadata")
    end = min(line_or_none.end, line_or_none.start + _LONGEST)
    return Value(content[line_or_none.start : end].strip(), Span(line_or_none.start, end))


def _good(line: str) -> bool:
    if len(line) < 4 or not any(c.isalpha() for c in line) or _ROW.match(line):
        return False
    if is_masthead(line) or is_mailing(line):
        return False
    if _NO_TITLE.match(line.strip()) or _BREADCRUMB.match(line) or is_date(line):
        return False
    if _DATELINE.match(line) or _RELEASE.match(line.strip()):
        return False
    label = _LABEL.match(line)
    return not (label and fold(label[0].rstrip(": ")) in _LABEL_WORDS)


def _metadata(text: Text) -> str | None:
    stated = dict(text.metadata)
    for key in _META_KEYS:
        title = stated.get(key, "").strip()
        if title and not _NO_TITLE.match(title) and len(title) <= _LONGEST * 2:
            shorter = _SITE.sub("", title)
            return shorter if len(shorter) >= 12 else title
    return None


def _combined(content: str, line: Span) -> Value:
    """The line, folded if doubled, with the next one when it says too little alone."""
    surface = _once(line.of(content))
    told = _RELEASE.sub("", surface)
    is_kind = is_kind_line(told)
    following = list(islice(lines(content, line.end, min(len(content), line.end + 400)), 2))
    after = following[0] if following else None
    if len(following) > 1 and (
        _DATELINE.match(following[0].of(content))
        or (is_kind and is_whose(following[0].of(content)))
    ):
        after = following[1]
    if after is not None and _good(after.of(content)):
        other = after.of(content)
        words = len(other.split())
        headline = words <= 26 and len(other) <= 160 and not other.endswith((".", ":", ";", ","))
        headline = headline and not (is_stamp(other) or is_motto(other, surface))
        if is_owner_of(surface, other):
            return Value(f"{surface} – {other}", Span(line.start, after.end))
        where = _PLACE_LINE.match(surface)
        if where and headline and words <= 14 and is_place(where["place"]):
            return Value(f"{surface} – {other}", Span(line.start, after.end))
        short = 5 if surface.isupper() or is_kind else 3
        short = 6 if SITE_NAME.fullmatch(surface) else short
        own = len(surface.split())
        if is_kind:  # "Policy brief No. 3 / 2025" has two words
            own = sum(word.isalpha() for word in told.split())
        rubric = own <= short and (is_kind or not (_has_name(surface) or is_edition(surface)))
        if rubric and headline and words >= 5 and words > own:
            return Value(other, after)
    return Value(surface, Span(line.start, line.start + len(surface)))


def _once(surface: str) -> str:
    """One half of a heading that is written twice in a row."""
    half, rest = divmod(len(surface), 2)
    if rest and half > 3 and surface[:half] == surface[half + 1 :] and not surface[half].isalnum():
        return surface[:half]
    if not rest and half > 8 and surface[:half] == surface[half:]:
        return surface[:half]
    return surface


def _has_name(surface: str) -> bool:
    if surface.isupper():
        return False
    return bool(re.search(r"\d|\b\w*[A-ZÀ-Þ]\w*[A-ZÀ-Þ]", surface))


_LABEL_WORDS: Final = frozenset(
    "date dates lieu venue where host hote organiser organisateur speaker relator"
    " contact data place from to de a"
    " project projet published publie submitted langue language type auteur author"
    " duration duree".split()
)
