"""The earlier question for documents, of another topic: "et de recyclage ?", "and about nets?"."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Span
from pipelines.answer.documents.asked_documents import sought
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.parts import Parts
from pipelines.terms.words import is_function_word

_LED: Final = {
    "en": re.compile(r"^(?:about|on|of)[ ](?:the[ ])?"),
    "fr": re.compile(
        r"^(?:sur[ ](?:l[ea]s?[ ]|l['’])?|de (?:la[ ]|l['’])|du[ ]|des[ ]|de[ ]|d['’])"
    ),
}
# "Du" and "des" hold the article.
_OF: Final = ((r"^du[ ]", "le "), (r"^des[ ]", "les "), (r"^(?:de[ ]|d['’])", ""))
_LONGEST: Final = 4  # words; two where nothing leads them in


def on_another_topic(previous: Parts, new: Parts) -> str | None:
    """The earlier question for documents with the new one's topic in place of its own.

    None where it asked for none or for one of several topics, or the new one is more than a topic:
    after "about", "de" or "sur", or a bare noun, unlike "and the budget?".
    """
    text, low = new.text.strip(" ?!."), new.low.strip(" ?!.")
    led = _LED[new.language].match(low)
    words = low[led.end() if led else 0 :].split()
    if previous.language != new.language or new.stretches or cue.ASKS.search(low):
        return None
    if not 0 < len(words) <= (_LONGEST if led else 2) or any(_is_small(new, w) for w in words[:1]):
        return None
    place = _topic(previous)
    if place is None:
        return None
    if new.language == "en":
        said: str | None = re.sub(r"^(?:about|on|of)[ ]", "", text, flags=re.IGNORECASE)
    else:
        said = _french(text, bool(led), place.of(previous.low))
    if said is None:
        return None
    return (previous.text[: place.start] + said + previous.text[place.end :]).rstrip(" ?!.")


def _topic(previous: Parts) -> Span | None:
    """Where the one topic of a question for documents stands."""
    found = sought(previous.text, previous.language, ())
    if found is None or len(found.topics) != 1:
        return None
    spans = [s for s in found.topics[0] if s.of(previous.text).strip(" ?!.")]
    if len(spans) != 1:
        return None
    told = spans[0].of(previous.text)
    start = spans[0].start + len(told) - len(told.lstrip())
    return Span(start, spans[0].start + len(told.rstrip(" ?!.")))


def _french(text: str, led: bool, old: str) -> str | None:
    """A topic after "de" where the old one is: "de plastique"; else with its article alone."""
    plain = re.sub(r"^sur[ ]", "", text, flags=re.IGNORECASE)
    after_of = any(re.match(pattern, old) for pattern, _ in _OF)
    own = plain == text and led
    if after_of:
        said = plain if own else phrase.of(plain)
        return said[0].lower() + said[1:]
    for pattern, article in _OF:
        if own and re.match(pattern, plain, re.IGNORECASE):
            plain = re.sub(pattern, article, plain, count=1, flags=re.IGNORECASE)
            break
    return plain if re.match(r"l[ea]s?[ ]|l['’]", plain) else None


def _is_small(parts: Parts, word: str) -> bool:
    return is_function_word(word, parts.language) or word in cue.STOPS
