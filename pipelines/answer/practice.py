"""Writes down what is read for questions whose answers are known, for the reader to learn from.

    python -m pipelines.answer.practice --library DIR --golden FILE --out FILE

One line each for a question of the whole library and of what remains when the documents that answer
are left aside: `{"id", "question", "language", "held_out", "sentences"}`, and of each sentence its
`sentence`, `about` and `before` as the reader gets them, whether it `answers`, and where in it the
`answer` stands ([start, end], in characters; null where it does not, or is put otherwise).
`encoder.training.reader --practice` reads it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from pipelines.answer.choose import said
from pipelines.answer.judged import Judged, judged
from pipelines.evaluation.golden import read_golden
from pipelines.library import Library
from pipelines.settings import Settings

WRITTEN = 32  # sentences a question; the reader draws from them


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    made.add_argument("--library", type=Path, required=True, help="with the questions' documents")
    made.add_argument("--golden", type=Path, required=True, help="questions, as JSON Lines")
    made.add_argument("--out", type=Path, required=True, help="the file to write")
    given = made.parse_args()
    golden = read_golden(given.golden)
    chosen: dict[str, Any] = {"library": given.library}
    with Library(Settings(**chosen)) as library, given.out.open("w", encoding="utf-8") as out:
        for number, one in enumerate(golden, 1):
            for read in judged(library, one, WRITTEN):
                out.write(json.dumps(written(read), ensure_ascii=False) + "\n")
            if number % 100 == 0:
                sys.stderr.write(f"{number:,} of {len(golden):,} questions\n")


def written(one: Judged) -> dict[str, Any]:
    """A line of the file."""
    sentences = []
    for evidence, form in zip(one.evidence, one.answers, strict=True):
        read = said(evidence)
        place = _place(form, read.sentence) if form else None
        sentences.append(
            {
                "sentence": read.sentence,
                "about": read.about,
                "before": read.before,
                "answers": bool(form),
                "answer": place,
            }
        )
    golden = one.golden
    return {
        "id": golden.id,
        "question": one.question.query.text,
        "language": golden.language,
        "held_out": one.held_out,
        "sentences": sentences,
    }


def _place(form: str, sentence: str) -> list[int] | None:
    """Where the form stands, white space aside; None where only its folded form does."""
    found = re.search(r"\s+".join(map(re.escape, form.split())), sentence, re.IGNORECASE)
    return list(found.span()) if found else None


if __name__ == "__main__":
    main()
