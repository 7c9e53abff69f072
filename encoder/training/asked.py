"""Questions and the passages that answer them, as stage two draws them step by step.

Laws give a marginal note and its section in both languages, and the other sections of the same law
as hard negatives; the question sets give questions as people type them.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from encoder.training.data import read_jsonl

QUESTIONS = "questions_passages_train.jsonl.xz"
LANGUAGES = ("en", "fr")
# How a note and its law's title make a question, as a reader might put it.
_FORMS = (
    "{note} — {title}",
    "{note} — {title}",
    "{title}: {note}",
    "{note}, {title}",
    "{note} ({title})",
)
# How often a passage carries the title of its document, as those of an index do.
TITLED_LAW, TITLED_OTHER = 0.7, 0.3

# How often a round asks a set's questions; once if not here. French sets are small.
PASSES = {"piaf": 5, "code_travail": 2}

Record = dict[str, Any]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Example:
    """Questions that the same passages answer, one or two of each (both languages or one)."""

    key: str
    questions: tuple[str, ...]
    passages: tuple[str, ...]


class Source:
    """The training questions, drawn without end in an order that the seed settles."""

    def __init__(self, data: Path, seed: int, of_one: int) -> None:
        """Read `<data>/questions_passages_train.jsonl.xz`.

        Args:
            data: the folder.
            seed: settles the order.
            of_one: at most how many questions on one law or article come together.
        """
        self._drawn = random.Random(seed)
        laws: dict[str, list[Record]] = defaultdict(list)
        others: dict[str, list[Record]] = defaultdict(list)
        for record in read_jsonl(data, QUESTIONS):
            if record["source"] == "laws_notes":
                laws[record["title_en"]].append(record)
            else:
                key = f"{record['source']} {record.get('title')}"
                others[key] += [record] * PASSES.get(record["source"], 1)
        self._laws = _endless(partial(_groups, laws, of_one), self._drawn)
        self._others = _endless(partial(_groups, others, of_one), self._drawn)

    def laws(self, count: int) -> list[Example]:
        """Return at least `count` sections, in groups of the same law: hard negatives."""
        found: list[Example] = []
        while len(found) < count:
            found += [self._law(record) for record in next(self._laws)]
        return found

    def others(self, count: int) -> list[Example]:
        """Return at least `count` questions of the other sets, each in its one language.

        Those on one article, or of one list of questions, come in groups.
        """
        found: list[Example] = []
        while len(found) < count:
            found += [self._other(record) for record in next(self._others)]
        return found

    def _law(self, record: Record) -> Example:
        form = self._drawn.choice(_FORMS)
        titled = self._drawn.random() < TITLED_LAW
        notes, passages = [], []
        for language in LANGUAGES:
            title, text = record[f"title_{language}"], record[f"passage_{language}"]
            notes.append(form.format(note=record[f"question_{language}"], title=title))
            passages.append(f"{title}. {text}" if titled else text)
        return Example(record["passage_en"], tuple(notes), tuple(passages))

    def _other(self, record: Record) -> Example:
        text = record["passage"]
        if record.get("title") and self._drawn.random() < TITLED_OTHER:
            text = f"{record['title']}. {text}"
        return Example(record["passage"], (record["question"],), (text,))


def _groups(
    by_title: dict[str, list[Record]], size: int, drawn: random.Random
) -> list[list[Record]]:
    """Return every record once, in groups of at most `size` of one title, in a drawn order."""
    groups = []
    for title in sorted(by_title):
        records = drawn.sample(by_title[title], len(by_title[title]))
        groups += [records[start : start + size] for start in range(0, len(records), size)]
    return drawn.sample(groups, len(groups))


def _endless(
    one_round: Callable[[random.Random], Sequence[Item]], drawn: random.Random
) -> Iterator[Item]:
    """Yield the items of round after round."""
    while True:
        yield from one_round(drawn)
