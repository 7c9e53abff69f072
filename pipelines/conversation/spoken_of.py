"""What the conversation is about: an event, a project or a name of the turns before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.types import Span
from pipelines.conversation import cues as cue
from pipelines.conversation.added import to_itself
from pipelines.conversation.parts import Parts, parts_of
from pipelines.conversation.topics import about_of
from pipelines.conversation.turns import About, Known, Turn

BACK: Final = 4  # turns looked back
# Where a question that names its topic first begins to ask: "Bordavia 2022, c'était où ?". A word
# that also joins clauses asks after a pause or such a verb only: "lessons when a mill closes".
_ASKS: Final = re.compile(
    r"[ ]*(?:[,:;?!][ ]|[ ][–-][ ]|\b(?:how (?:many|much)|combien|quel(?:le)?s?|what|which)\b"
    r"|(?:\b(?:c['’]|s['’])?(?:est|etait|sera|aura lieu|a (?:eu )?lieu)[ ])"
    r"(?:ou|quand|combien|qui|quoi)\b)"
)
_YEAR: Final = re.compile(r"[ ]*\b(?:(?:en|in|de|of)[ ])?(?:19|20)\d\d\b")
_LONGEST: Final = 6  # words of a topic that is named first


def spoken_of(
    turns: Sequence[Turn], known: Known, parts: Parts, pointing: Span | None
) -> tuple[About, str] | None:
    """What the conversation is about: the one event of the last question, else of its reply.

    "This project" asks for the project that was spoken of.
    """
    project = pointing is not None and bool(re.search(r"proje[ct]", pointing.of(parts.low)))
    plural = pointing is not None and bool(
        re.match(r"(?:these|those|ces)\b", pointing.of(parts.low))
    )
    for turn in reversed(turns[-BACK:]):
        asked = parts_of(turn.full, known)
        own, told = about_of(asked), turn.about
        years = {year for _, year in asked.years}
        if told is not None and told.year and years and told.year not in years:
            told = None  # the reply spoke of another year's
        candidates = [own, told] if own is None or not own.plural or plural else [told, own]
        for about in [*candidates, _put_first(asked)]:
            if about is None:
                continue
            if project:
                if about.project:
                    return About(project=about.project), turn.full
                continue
            if not about.placed and not about.others and told is not None:
                return told, turn.full  # "the exchange" of a question is its reply's
            return about, turn.full
    return None


def _put_first(asked: Parts) -> About | None:
    """The topic that a question names before it asks anything of it, in its own words."""
    asks = _ASKS.search(asked.low)
    if asks is None or to_itself(asked.low):
        return None
    end = asks.start()
    joined = cue.ASKS.search(asked.low, 0, end) or re.search(r"\bthat\b", asked.low[:end])
    if joined or cue.PREPOSITION.match(asked.low.split()[0]):
        return None  # "in general, how many …"
    tokens = [t for t in asked.topical(0, end) if not asked.told(t.span)]
    name = _YEAR.sub("", asked.text[:end]).strip()
    if not tokens or len(name.split()) > _LONGEST or tokens[0].span.start > len("the "):
        return None
    year = asked.years[0][1] if len(asked.years) == 1 else None
    return About(name=name, text=name, year=year, language=asked.language)
