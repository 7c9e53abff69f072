"""The stretches of a question that say when or where: "before 2022", "en Pologne ou au Danemark".

A stretch goes from its preposition, and what denies it, through the last of its values. They are
found in text in lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ingest.types import Span
from pipelines.register.periods import MONTH, period_in

Sort = Literal["time", "place"]
Place = tuple[Span, str, str | None]  # as written, with the code of a country

_DENIED: Final = (
    r"(?:(?:but |mais )?(?:not|pas|nor|ni|except|sauf|hormis|excepte|excluding|without|outside|hors"
    r"|other than|apart from|besides|beyond|elsewhere than|en dehors|a part|a l['’]exception"
    r"|a l['’]exclusion|ailleurs)(?![\w-]))"
)
_EVERY: Final = r"(?:(?:all|everywhere|anywhere|partout|tous|toutes)[ ])"
_NEAR: Final = r"(?:(?:just|shortly|right|well|long|juste|bien|peu)[ ])"
_WHEN: Final = (
    r"(?:in|on|at|during|throughout|within|between|from|since|after|before|until|till|up to|by|of"
    r"|for|prior to|(?:no )?(?:later|earlier) than|starting (?:in|from)|as of|en|dans|pendant"
    r"|durant|au cours d[eu]|courant|au|lors d[eu]|entre|de|du|des|pour|depuis|apres|avant"
    r"|jusqu['’](?:en|a|au)|d['’]ici(?: a| la| en)?|a partir d[eu]|a compter d[eu]|a)(?![\w'’-])"
    r"|d['’]"
)
_WHERE: Final = (
    r"(?:in|at|near|around|from|to|of|for|about|inside|within|en|a|au|aux|dans|pres d[eu]s?|autour"
    r" d[eu]s?|vers|de|du|des|pour|sur|chez|qu['’](?:en|a|au|aux))(?![\w'’-])"
    r"|(?:pres |autour )?d['’]"
)
_THE: Final = r"(?:(?:the|le|la|les)[ ]|l['’])"
_TIME_HEAD: Final = rf"(?:{_EVERY}?(?:{_DENIED}[ ])?{_NEAR}?(?:{_WHEN})[ ]?|{_EVERY}?{_DENIED}[ ])"
_PLACE_HEAD: Final = rf"(?:{_EVERY}?(?:{_DENIED}[ ])?(?:{_WHERE})[ ]?|{_EVERY}?{_DENIED}[ ])"
_EDGE: Final = (
    r"(?:(?:start|beginning|end|early|late|mid|debut|fin|courant|mi)[ -](?:of |de |d['’])?)"
)
_DAY: Final = r"(?:\d{1,2}(?:er|st|nd|rd|th)?[ ](?:of )?)"
_YEAR: Final = r"(?:19|20)\d\d"
_POINT: Final = (
    rf"(?:{_THE}?{_EDGE}?(?:annee |year )?(?:{_DAY}?(?:{MONTH})\b,?[ ]?(?:of |de |d['’])?)?{_YEAR}"
    rf"|{_THE}?{_EDGE}?{_DAY}?(?:{MONTH})\b)"
)
_JOIN: Final = (
    r"(?:[ ]?,?[ ]?(?:and/or|et/ou|and|or|et|ou|to|a|au|until|till|jusqu['’](?:a|en|au)|nor|ni|but"
    r"|mais)(?![\w-])[ ]?|[ ]?(?:,|&|-|–|/)[ ]?)"
)
_LATER: Final = (
    r"(?:[ ](?:onwards?|on\b|(?:and|or|et|ou) (?:after|later|before|earlier|beyond|apres|avant"
    r"|au-dela|plus tard|plus tot)))"
)
_TIME: Final = re.compile(
    rf"(?<![\w/'’-])(?P<head>{_TIME_HEAD})?"
    rf"(?P<body>(?<![\w/-]){_POINT}(?:{_JOIN}{_TIME_HEAD}?{_POINT})*)(?P<later>{_LATER}?)(?![\w/-])"
)
_ANY_DAY: Final = date(2000, 1, 15)  # where a stretch of time stands hangs on no day
_BEFORE_TIME: Final = re.compile(rf"(?<![\w'’-])(?P<head>{_TIME_HEAD}){_THE}?$")
_BEFORE_PLACE: Final = re.compile(rf"(?<![\w'’-])(?P<head>{_PLACE_HEAD})(?P<the>{_THE}?)$")
_ARTICLE: Final = re.compile(rf"(?<![\w'’-]){_THE}$")
_TOGETHER: Final = re.compile(rf"{_JOIN}(?:{_PLACE_HEAD})?{_THE}?")
_PLAIN: Final = frozenset(
    "in en at a au aux on during throughout within inside dans pendant durant".split()
)
_LOOSE: Final = frozenset("of de du des d' d’ about for pour sur from to".split())
_RANGE: Final = re.compile(r"[ ](?:to|a|au|until|till|jusqu['’]\w+)[ ]|[-–]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """When or where, in a question's words; ``head`` is what stands before the first value.

    ``body`` goes from the first value, with its article, to the end. ``years`` are those of a
    time, and ``month`` tells of one without: "in June". ``places`` are its values where it says
    where.
    """

    sort: Sort
    span: Span
    head: str
    body: Span
    years: tuple[int, ...] = ()
    month: bool = False
    places: tuple[Place, ...] = ()
    single: bool = True  # one year without a month, or one place

    @property
    def denied(self) -> bool:
        """Whether it says when or where not: "hors de France", "not in 2021"."""
        return bool(re.search(_DENIED, self.head))

    @property
    def plain(self) -> bool:
        """Whether it only says in what time or place: "in Poland", "en 2020 ou 2021"."""
        return self.head in _PLAIN

    @property
    def loose(self) -> bool:
        """Whether another preposition can take the place of its own: "of 2021", "la Pologne"."""
        return not self.head or self.head in _LOOSE


def stretches_in(low: str, places: Sequence[Place]) -> tuple[Stretch, ...]:
    """The stretches of a question in order; ``places`` are those that it names, in order."""
    taken = [span for span, _, _ in places]
    times = [time for time in _times(low) if not any(s.meets(time.body) for s in taken)]
    return tuple(sorted([*times, *_places(low, places)], key=lambda s: s.span))


def _times(low: str) -> list[Stretch]:
    found = [_time(low, match) for match in _TIME.finditer(low) if _tells(low, match)]
    period = period_in(low, _ANY_DAY)
    if period is None:
        return found
    start, end = period.span.start, period.span.end
    beside = [t for t in found if t.span.start < end and start < t.span.end]
    if any(t.span.start <= start and end <= t.span.end for t in beside):
        return found
    # "the first half of 2021", "last year": no list of years and months.
    before = _BEFORE_TIME.search(low[:start])
    body = before.end("head") if before else start
    start = min([before.start() if before else start, *(t.span.start for t in beside)])
    end = max([end, *(t.span.end for t in beside)])
    head = before["head"].strip() if before else "when"
    years = tuple(int(y) for y in re.findall(_YEAR, low[start:end]))
    whole = Stretch("time", Span(start, end), head, Span(body, end), years, single=False)
    return [*(t for t in found if t not in beside), whole]


def _tells(low: str, match: re.Match[str]) -> bool:
    """Whether a match is a time: a month alone is one after "in" or "since", or with no words
    beside it: "may", "mars" and "mar" are words of their own."""
    if re.search(_YEAR, match["body"]):
        return True
    head = (match["head"] or "").strip()
    return (bool(head) and head not in _LOOSE) or not (
        low[: match.start()] + low[match.end() :]
    ).strip(" ?!.")


def _time(low: str, match: re.Match[str]) -> Stretch:
    years = tuple(int(y) for y in re.findall(_YEAR, match["body"]))
    head = (match["head"] or "").strip()
    start = match.start()
    ranged = bool(_RANGE.search(match["body"]))
    if head == "des" or (head in _LOOSE and (ranged or match["later"])):
        head += " …"  # "dès 2021", "from 2019 to 2021": the preposition is no other's
    article = re.match(_THE, match["body"])
    if not head and article and not match["body"][article.end() :].startswith(("annee", "year")):
        start += article.end()  # "the 2021 kick-off"
    single = bool(re.fullmatch(rf"{_THE}?(?:annee |year )?{_YEAR}", match["body"]))
    return Stretch(
        "time",
        Span(start, match.end()),
        head,
        Span(max(start, match.start("body")), match.end()),
        years,
        not years,
        single=single and not match["later"],
    )


def _places(low: str, places: Sequence[Place]) -> Iterator[Stretch]:
    run: list[Place] = []
    for place in places:
        if run and not _TOGETHER.fullmatch(low[run[-1][0].end : place[0].start]):
            yield _where(low, run)
            run = []
        run.append(place)
    if run:
        yield _where(low, run)


def _where(low: str, run: list[Place]) -> Stretch:
    first, last = run[0][0], run[-1][0]
    before = _BEFORE_PLACE.search(low[: first.start])
    article = _ARTICLE.search(low[: first.start])
    start = before.start() if before else first.start
    body = before.start("the") if before else article.start() if article else first.start
    town_first = len(run) == 2 and run[0][2] is None and bool(run[1][2])
    paired = town_first and low[first.end : last.start].strip() == ","  # "Split, Croatia"
    return Stretch(
        "place",
        Span(start, last.end),
        before["head"].strip() if before else "",
        Span(body, last.end),
        places=tuple(run),
        single=len(run) == 1 or paired,
    )
