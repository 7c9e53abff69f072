"""What a text that begins in mid paragraph is called."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Span, Value

_EVENT_PHRASE: Final = re.compile(
    r"(?:[^\W\d_][\w-]{2,20}[ ]){0,2}(?:exchange|meeting|workshop|seminar|webinar"
    "|conference|visit|forum|call"
    "|training|kick-off|summit|réunion|atelier|séminaire|webinaire|conférence|visite"
    "|échange|rencontre"
    r"|formation|appel|journée)s?\b[^.;:!?\n(]{0,80}",
    re.I,
)


def from_sentence(content: str, line: Span) -> Value:
    """The event that the first sentence of a line names, or the sentence's beginning."""
    stop = min(line.end, line.start + 420)
    if match := _EVENT_PHRASE.search(content, line.start, stop):
        phrase = match[0].rstrip(" ,–-")
        start = match.start()
        lead = re.match(
            r"(?:(?:in|to|the|a|an|at|un|une|le|la|les|à|participate|of|de|du)[ ])+", phrase, re.I
        )
        if lead:
            start += lead.end()
            phrase = phrase[lead.end() :]
        if len(phrase) >= 24:
            return Value(phrase, Span(start, start + len(phrase)))
    end = line.end
    start = end - len(line.of(content).lstrip(" .!?"))  # what is cut off may end there: ". The …"
    sentence = re.search(r"[.!?](?=\s|$)", content[start:end])
    if sentence:
        end = start + sentence.start()
    if end - start > 120:
        cut = content.rfind(" ", start, start + 120)
        end = cut if cut > start else start + 120
    return Value(content[start:end], Span(start, end))
