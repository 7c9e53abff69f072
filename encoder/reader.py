"""The reader: how well a sentence answers a question, and with which of its words.

A cross-encoder (Nogueira & Cho 2019): question and sentence, with what its document is about and
what stands before it, go through the layers of a BERT together. It began as the bundled encoder,
whose table of word pieces it shares: its file points at the table within the encoder's.
`encoder.training.reader` makes it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from encoder.bundled import BundledEncoder
from encoder.errors import EncoderError
from encoder.session import batches, open_session, padded

if TYPE_CHECKING:
    import numpy as np

WEIGHTS_NAME = "onnx/reader_int8.onnx"
RECIPE = "encoder.training.reader"
QUESTION_PIECES, ABOUT_PIECES, BEFORE_PIECES, SENTENCE_PIECES = 40, 44, 72, 128
LONGEST = QUESTION_PIECES + ABOUT_PIECES + BEFORE_PIECES + SENTENCE_PIECES + 3
LONGEST_ANSWER = 24  # pieces
KINDS = ("question", "around", "sentence")  # what a piece belongs to
SCORES, SPANS = "scores", "spans"  # the graph's outputs
_AT_ONCE = 32
_NEVER = -1e4

Offsets = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence to read: its text, what its document is about (its title first), and what
    stands before it."""

    sentence: str
    about: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the reader made of a sentence.

    ``score`` is a logit, comparable between the sentences of a question, 0 that of none answering;
    ``start`` and ``end`` are where in the sentence the answer would stand.
    """

    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A question and a sentence as one row of pieces: question, what is `around` the sentence, and
    from ``own`` to ``end`` the sentence, with a border before the first, between, and at the end.
    """

    pieces: tuple[int, ...]
    around: int
    own: int
    end: int


class BundledReader:
    """Reads sentences for a question in French or English, in either language.

    Opens nothing before its first use. One instance may be shared between threads.

    >>> reader = BundledReader(BundledEncoder())
    >>> sentence = Said("The meeting took place in Ghent on 4 May.", about="Minutes")
    >>> found = reader.read("Where was the meeting?", [sentence])[0]
    >>> sentence.sentence[found.start : found.end]
    'Ghent'
    """

    def __init__(self, encoder: BundledEncoder, path: Path | None = None) -> None:
        """Read with ``encoder``'s word pieces and the weights in ``path``, or those beside its own.

        They lie in a folder with the encoder's graph, which holds the table of pieces.
        """
        self.encoder = encoder
        self.path = path or encoder.directory / WEIGHTS_NAME
        self._lock = threading.RLock()

    def read(self, question: str, sentences: Sequence[Said]) -> list[Found]:
        """What is found in each sentence, in their order.

        Raises:
            EncoderError: the weights are missing or broken, or were made on another encoder.
        """
        import numpy as np

        parts = [part for one in sentences for part in (one.about, one.before, one.sentence)]
        texts = list(dict.fromkeys([question, *parts]))
        cut = dict(zip(texts, self.encoder.pieces(texts), strict=True))
        asked = cut[question][0]
        found = [Found(_NEVER, 0, 0) for _ in sentences]
        numbers = [n for n, one in enumerate(sentences) if asked and cut[one.sentence][0]]
        rows = [
            join(
                self.encoder.borders,
                asked,
                around(cut[one.about][0], cut[one.before][0]),
                cut[one.sentence][0],
            )
            for one in (sentences[number] for number in numbers)
        ]
        for batch in batches([len(row.pieces) for row in rows], _AT_ONCE):
            inputs = inputs_of([rows[place] for place in batch])
            scores, spans = self._session.run([SCORES, SPANS], inputs)
            if not np.isfinite(scores).all():
                raise EncoderError(f"The weights {self.path} gave scores that are not finite.")
            for score, logits, place in zip(scores, spans, batch, strict=True):
                row, number = rows[place], numbers[place]
                offsets = cut[sentences[number].sentence][1][: row.end - row.own]
                found[number] = Found(float(score), *best_span(logits[row.own : row.end], offsets))
        return found

    def open(self) -> None:
        """Load the weights now, not at the first sentence; raises what `read` does."""
        _ = self._session

    @property
    def _session(self) -> Any:
        with self._lock:
            return self._loaded_session

    @cached_property
    def _loaded_session(self) -> Any:
        session = open_session(self.path, self.encoder.threads, RECIPE)
        told = session.get_modelmeta().custom_metadata_map
        made_on, longest = told.get("encoder"), told.get("longest")
        if (made_on, longest) != (self.encoder.fingerprint, str(LONGEST)):
            raise EncoderError(
                f"The reader's weights {self.path} were made on encoder {made_on} for {longest} "
                f"pieces, not on {self.encoder.fingerprint} for {LONGEST}. "
                f"Make them with `python -m {RECIPE}`."
            )
        return session


def around(about: Sequence[int], before: Sequence[int]) -> tuple[int, ...]:
    """The pieces that are read before a sentence's own: of what the document is about, and of what
    comes before."""
    return (*about[:ABOUT_PIECES], *before[-BEFORE_PIECES:])


def join(
    borders: tuple[int, int], question: Sequence[int], context: Sequence[int], own: Sequence[int]
) -> Joined:
    """A question and a sentence, with what is `around` it, as the graph reads them: cut."""
    first, last = borders
    asked, said = question[:QUESTION_PIECES], own[:SENTENCE_PIECES]
    before = len(asked) + 2
    start = before + len(context)
    pieces = (first, *asked, last, *context, *said, last)
    return Joined(pieces, before, start, start + len(said))


def inputs_of(rows: Sequence[Joined]) -> dict[str, np.ndarray]:
    """What the graph takes: `input_ids` and `attention_mask` as the encoder's, and of each piece
    its `kinds` and whether it is the sentence's `own`; int64 (rows, longest)."""
    import numpy as np

    inputs = padded([row.pieces for row in rows])
    inputs["kinds"] = np.zeros_like(inputs["input_ids"])
    inputs["own"] = np.zeros_like(inputs["input_ids"])
    for number, row in enumerate(rows):
        inputs["kinds"][number, row.around : row.own] = KINDS.index("around")
        inputs["kinds"][number, row.own : row.end + 1] = KINDS.index("sentence")
        inputs["own"][number, row.own : row.end] = 1
    return inputs


def best_span(logits: np.ndarray, offsets: Offsets) -> tuple[int, int]:
    """The characters of the likeliest answer of at most `LONGEST_ANSWER` pieces; ``logits``
    (pieces, 2) are of its start and its end."""
    starts, ends = logits.T
    best, place = float("-inf"), (0, 0)
    for start in range(len(offsets)):
        end = start + int(ends[start : start + LONGEST_ANSWER].argmax())
        if starts[start] + ends[end] > best:
            best, place = float(starts[start] + ends[end]), (start, end)
    return offsets[place[0]][0], offsets[place[1]][1]
