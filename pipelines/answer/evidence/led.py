"""Items that stand together and each begin with the name of what they tell of: "WOOLINE – a fund
for looms. …", "Alba call: …", each a line or a sentence with those after it."""

from __future__ import annotations

import re
from typing import Final

from pipelines.answer.asking.question import Question
from pipelines.answer.evidence.reading import Reading
from pipelines.terms.saying import bag_of, said

_LED: Final = re.compile(
    r"^\W*(?P<lead>[A-ZÀ-ÖØ-Ý][^\n:|–—.!?]{1,60}?)[*_]*(?: [–—-] | ?:[*_]* )(?!.* \| )"
)
_SAID: Final = 0.5

_Item = tuple[str, list[int]]


def under_other_names(question: Question, reading: Reading) -> frozenset[int]:
    """The places of the sentences that stand in an item which begins with another name and says
    none of those asked about, where an item beside it begins with all of these: its own is told
    there."""
    names = [
        term
        for term in question.query.terms
        if term.name and not term.text.isdigit() and said(term, reading.title) < _SAID
    ]
    language = reading.description.language

    def says(text: str, all_of_them: bool) -> bool:
        bag = bag_of(text, language)
        return (all if all_of_them else any)(said(name, bag) >= _SAID for name in names)

    return frozenset(
        index
        for group in (_groups(reading) if names else ())
        if any(says(lead, True) for lead, _ in group)
        for _, indices in group
        if not says(" ".join(reading.sentences[n].text for n in indices), False)
        for index in indices
    )


def _groups(reading: Reading) -> list[list[_Item]]:
    """What items begin with and the places of their sentences, two or more items together that
    nothing else stands between."""
    groups: list[list[_Item]] = []
    going, end = False, 0
    for index, sentence in enumerate(reading.sentences):
        led = _LED.match(sentence.text)
        if led and not going:
            groups.append([])
        if led:
            groups[-1].append((led["lead"], [index]))
            going = True
        elif going and "\n" not in reading.text.content[end : sentence.span.start]:
            groups[-1][-1][1].append(index)
        else:
            going = False
        end = sentence.span.end
    return [group for group in groups if len(group) > 1]
