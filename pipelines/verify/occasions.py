"""What a date is the date of: a day that something opens is not the one it closes, and a day that
was planned is not one that something was held.

The cue nearest to a date decides: "open on 3 April and close on 30 June". A statement is refused
where every place of its quotes that has the date gives it to the opposite; a place that tells
neither ("3 April: forum") holds whatever is said of it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from encoder.lexicon import fold
from ingest.describe.dates.eventwords import CALLED_OFF, GIVEN_UP, MOVED, PLANNED, PUT_OFF
from ingest.describe.layout import sentence_at
from ingest.types import Language, Span
from pipelines.verify.days import Days, days_in, same_days

End = Literal["opens", "closes", ""]
Held = Literal["held", "planned", ""]

_ARTICLE: Final = (
    r"(?:\s(?:the|on|du|de|le|la|end of|fin|noon on|midi le|midnight on|\w+day|\w+di),?)*\s*$"
)
_NEXT: Final = r"(?=\s?(?:$|:|–|—|-|\b(?:on|in|at|from|as|since|after|between|the|le|en)\b))"
_OPENS: Final = re.compile(
    rf"\b(?:from|since|after|as of|as from|starting|depuis|des|a partir|a compter|apres){_ARTICLE}"
    rf"|\b(?:open(?:s|ed)?|start(?:s|ed)?|begins?|began|launch(?:es|ed)?){_NEXT}"
    r"|\bopening\b|\bouvr(?:e|ent|ira|iront|ait|aient)\b|\bouvert(?:e|s|es)?\b|\bouverture\b"
    r"|\b(?:debut|commenc|demarr)(?:e|ent|era|eront|ait|aient)\b"
)
_CLOSES: Final = re.compile(
    rf"\b(?:by|before|until|till|up to|avant|jusqu'?(?:au|a|en)|d'ici){_ARTICLE}"
    rf"|\b(?:close[sd]?|end(?:s|ed)?|finish(?:es|ed)?|expire[sd]?){_NEXT}"
    r"|\bclosing\b|\bdeadlines?\b|\bcut-?off\b|\bdue\b(?! to\b)|\bno later than\b|\bat the latest\b"
    r"|\bclotur(?:e|ent|era|eront|ait|aient|ees?|es)\b"
    r"|\bferm(?:ent|era|eront|ait|aient|eture|ees?|es)\b|\bclos(?:e|es)?\b"
    r"|\bdates? (?:limite|butoir)s?\b|\becheances?\b|\bau plus tard\b|\bdernier delai\b"
    r"|\blimite (?:de|des|du|fixee|au|le)\b|\bexpir(?:e|ent|era|eront)\b"
    r"|\b(?:prend|prennent|prendra|prendront|a pris|ont pris) fin\b"
    r"|\bse (?:termin|clotur|ferm)(?:e|ent|era|eront)\b|\bs'(?:acheve|achevera|est achevee?)\b"
)
# What follows "was" of a thing that did not come about, or not then.
_PUT_OFF: Final = (
    rf"(?:{fold('|'.join((PLANNED, PUT_OFF, MOVED, CALLED_OFF, GIVEN_UP)))}"
    r"|due\b|expect|intend|to\b|planifi|fix)"
)
_ADVERB: Final = r"(?: \w+ment| \w+ly| bien| alors| donc| then| later| also| first)*"
_LATER: Final = rf"(?:(?:ete{_ADVERB} )?{_PUT_OFF})"  # "a été reporté": "été" alone tells nothing
_PARTICIPLE: Final = r"\w{2,}(?:e|i|u|is|it|rt)e?s?\b"
# A verb in the past, but of what was planned or put off.
_DONE: Final = {
    "en": re.compile(
        rf"\b(?:was|were|has been|have been|had been)\b(?!{_ADVERB} {_PUT_OFF})"
        r"|\b(?:took|did|held|met|made|gave|came|went|brought(?! forward)|drew|began|ran|saw|won)\b"
        rf"|\b(?!{_PUT_OFF})\w{{3,}}ed\b(?! by\b)"
    ),
    "fr": re.compile(
        rf"\b(?:a|ont|fut|furent)(?: ete)?{_ADVERB} (?!{_LATER}){_PARTICIPLE}"
        rf"|\b(?:s'est|se sont|s'etai(?:t|ent)|est|sont)(?: ete)?{_ADVERB} (?!{_LATER}|une?\b)"
        rf"{_PARTICIPLE}"
    ),
}
_PLANNED: Final = {
    "en": re.compile(
        r"\b(?:will|shall|(?:due|going|scheduled|planned|expected|set|was|were|is|are) to"
        r"(?= (?:be|take|start|open|begin|close|run|end|happen|bring|gather|meet|host|hold)\b))"
        r"(?: (?:\w+ly|also|then|again|be|have|been))*(?: \w+)?"
        r"|\bto be (?:\w+ly )?(?:\w+ed|held)\b|\bupcoming\b|\binitially\b|\boriginally\b"
        r"|\b(?:planned|scheduled|foreseen|intended)\b|\bsave the date\b"
    ),
    "fr": re.compile(
        r"\b(?:aura|auront|sera|seront|devait|devaient|doit|doivent|devra|devront)\b(?: \w+)?"
        r"|\b(?!riviera\b|opera\b|camera\b|cholera\b)\w{3,}(?:era|eront|ira|iront|dra|dront)\b"
        r"|\b(?:prevu|planifie|envisage)e?s?\b|\bprogrammees?\b|\binitialement\b|\bvenir\b"
        r"|\b(?:est|sont|etait|etaient) programmes?\b|\bretenez la date"
    ),
}
# What a statement says of a thing that came about.
_CAME_ABOUT: Final = re.compile(
    r"\btook place\b|\b(?:was|were) (?:\w+ly )?(?:held|organi[sz]ed|hosted|staged|run)\b"
    r"|\b(?:a|ont) (?:bien )?(?:eu lieu|ete (?:organise|accueilli|tenu)e?s?)\b"
    r"|\b(?:s'est|se sont)(?: \w+ment| bien)? (?:tenu|deroule|reuni)e?s?\b"
)
_FRONT: Final = 3  # words before a date that begins its sentence: "Le 12 mai, à Lyon, aura lieu"
_STOP: Final = re.compile(r"[,;]|\s[–—-]\s|\b(?:and|et|puis|then|but|mais)\b")


def misplaced(claim: tuple[str, Language, Days], quotes: tuple[str, Language, Days]) -> str | None:
    """The words of a date that the quotes give to the opposite; None where none is."""
    text, language, said = claim
    quoted, spoken, held = quotes
    for span, single, places in same_days(said, held):
        if not places:
            continue
        end = _end_at(text, span, said) if single else ""
        if end and all(_opposite(end, _end_of(quoted, s, at, held)) for s, at in places):
            return span.of(text)
        if _state_at(text, span, language, _CAME_ABOUT) == "held" and all(
            _state_at(quoted, place, spoken, _DONE[spoken]) == "planned" for place, _ in places
        ):
            return span.of(text)
    return None


def opens(text: str, span: Span, language: Language) -> bool:
    """Whether the day that stands at ``span`` is one that something opens or starts on."""
    sentence = sentence_at(text, span.start)
    alone = text[sentence.start : max(sentence.end, span.end)]
    there = Span(span.start - sentence.start, span.end - sentence.start)
    return _end_at(alone, there, days_in(alone, language)) == "opens"


def _opposite(one: End, other: End) -> bool:
    return {one, other} == {"opens", "closes"}


def _end_of(text: str, span: Span, at: str, days: Days) -> End:
    """Whether a date of the quotes opens or closes; a range does both, one at each end."""
    if at == "start":
        return "opens"
    if at == "end":
        return "closes"
    return "" if at else _end_at(text, span, days)


def _end_at(text: str, span: Span, days: Days) -> End:
    """The nearest cue before the date, after the one before it; else after it; else further up."""
    sentence = sentence_at(text, span.start)
    others = [s for s in (*days.spans, *(s for _, s in days.years)) if s != span]
    low = max((s.end for s in others if sentence.start < s.end <= span.start), default=-1)
    high = min((s.start for s in others if span.end <= s.start < sentence.end), default=-1)
    if found := _last(fold(text[max(low, sentence.start) : span.start])):
        return found
    after = fold(text[span.end : high if high >= 0 else max(sentence.end, span.end)])
    if high >= 0:  # what stands after a pause is said of the next date
        after = re.split(rf"{_STOP.pattern}|[:(–—]", after)[0]
    opens, closes = _OPENS.search(after), _CLOSES.search(after)
    if opens is not None and closes is not None:
        return ""
    if opens is not None or closes is not None:
        return "opens" if opens is not None else "closes"
    return _last(fold(text[sentence.start : span.start]))


def _last(before: str) -> End:
    """What the last cue before a date says."""
    opens = max((m.end() for m in _OPENS.finditer(before)), default=-1)
    closes = max((m.end() for m in _CLOSES.finditer(before)), default=-1)
    if opens == closes:
        return ""
    return "opens" if opens > closes else "closes"


def _state_at(text: str, span: Span, language: Language, done: re.Pattern[str]) -> Held:
    """Whether what a date is said of was held, or is only planned; the last verb before decides,
    unless one in the past stands in the rest of the clause: "planned for 3 May, was held".
    """
    sentence = sentence_at(text, span.start)
    before = _bare(text[sentence.start : span.start])
    after = _bare(text[span.end : max(sentence.end, span.end)])
    planned = _PLANNED[language]
    verbs = sorted(_verbs(before, planned, done))
    if verbs or len(before.split()) > _FRONT:
        after = _STOP.split(after)[0]
    following = sorted(_verbs(after, planned, done))
    if verbs:
        was = verbs[-1][1] == "held" or any(kind == "held" for _, kind in following)
        return "held" if was else "planned"
    return following[0][1] if following else ""


def _verbs(text: str, planned: re.Pattern[str], done: re.Pattern[str]) -> list[tuple[int, Held]]:
    """Where a text has verbs of what is planned, and of what was done."""
    plans = [m.span() for m in planned.finditer(text)]
    found: list[tuple[int, Held]] = [(start, "planned") for start, _ in plans]
    for match in done.finditer(text):
        if not any(start <= match.start() < end for start, end in plans):
            found.append((match.start(), "held"))
    return found


def _bare(text: str) -> str:
    """Folded, but "à" still told from the verb "a"."""
    return fold(re.sub("[àÀ]", "@", text))
