"""How well statements are told from what their quotes don't hold.

`python -m benchmarks.verification LIBRARY`, where LIBRARY was ingested from `corpus/library`;
`--fit` also prints the weights of `pipelines/verify/meaning.py`, fitted on half of the documents.
With a library of `corpus/hard/documents` and `--told corpus/verification/hard.jsonl` everything is
measured on documents that neither weights nor rules were made with.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.verification_pairs import SAMPLE, Pair, by_document, make_pairs
from ingest.types import Span
from pipelines.evaluation.evaluate import commit
from pipelines.generate.passages import Given
from pipelines.generate.support import find_support
from pipelines.library import Library
from pipelines.settings import Settings
from pipelines.verify.meaning import Meaning, compare, terms_of
from pipelines.verify.reply import contexts
from pipelines.verify.verify import Claim, Verdict, verify

PRECISION, RECALL = 0.95, 0.90  # of what counts as supported or partly so, on the tested half
RIDGE = 0.05


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument(
        "--told", type=Path, default=SAMPLE, help="statements of other documents than the sample's"
    )
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print what was judged wrongly")
    options = parser.parse_args()
    with Library(Settings(library=options.library)) as library:
        pairs = make_pairs(library, options.told)
        fitted, tested = by_document(pairs)
        if options.fit:
            _fit(library, fitted)
        if options.told != SAMPLE:  # nothing was fitted on these
            tested = pairs
        started = time.perf_counter()
        verdicts = _judge(library, tested)
        each = (time.perf_counter() - started) / len(tested)
    figures = {"commit": commit(), "pairs": len(tested), "ms_each": round(each * 1000, 1)}
    for name, chosen in (
        ("all", tested),
        ("same language", [p for p in tested if not p.across]),
        ("across languages", [p for p in tested if p.across]),
    ):
        figures[name] = _figures(
            [(p, v) for p, v in zip(tested, verdicts, strict=True) if p in chosen]
        )
    made = Counter(p.made for p in tested)
    right = Counter(
        p.made for p, v in zip(tested, verdicts, strict=True) if p.true == (v.support is not None)
    )
    figures["right by kind"] = {name: f"{right[name]}/{n}" for name, n in sorted(made.items())}
    with Library(Settings(library=options.library)) as library:
        figures["looked for in passages"] = _searched(library, pairs, options.wrong)
    print(json.dumps(figures, indent=2))
    if options.wrong:
        for pair, verdict in zip(tested, verdicts, strict=True):
            if pair.true != (verdict.support is not None):
                chance = round(verdict.meaning.probability, 2) if verdict.meaning else None
                print(f"\n{pair.made} {verdict.reason} {verdict.words!r} {chance}")
                print(f"  {pair.statement}\n  {[q.text for q in pair.quotes]}")
    held = figures["all"]
    return int(held["precision"] < PRECISION or held["recall"] < RECALL)


def _judge(library: Library, pairs: Sequence[Pair]) -> list[Verdict]:
    claims = [Claim(p.statement, p.language, p.quotes) for p in pairs]
    return verify(claims, library.lexicon, library.encoder.encode)


def _meaning(library: Library, pair: Pair) -> Meaning:
    """What statement and quotes share, whatever their names and numbers say."""
    joined = " ".join(q.text for q in pair.quotes)
    one, other = library.encoder.encode([pair.statement, joined])
    quoted = [(q.text, q.language) for q in pair.quotes]
    terms = terms_of(pair.statement, library.lexicon)
    return compare(terms, quoted, float(one @ other), pair.language)


def _searched(library: Library, made: Sequence[Pair], wrong: bool) -> dict[str, object]:
    """Figures where the quote has to be found in a passage, as for a generated sentence.

    Every place of the passage is a chance for a false statement, so this is the harder test.
    """
    pairs = [p for p in made if p.made not in ("same document", "other document")]
    around = contexts(library, {p.document for p in pairs})
    judged: list[tuple[Pair, Verdict]] = []
    for pair in pairs:
        given = _given(library, pair, around)
        if given:
            held = find_support(library, pair.language, pair.statement, given)
            judged.append((pair, held[1] if held else Verdict(None)))
            if wrong and pair.true == (held is None):
                print(f"\nlooked for: {pair.made}\n  {pair.statement}")
                print(f"  {[place.quote.text for place in held[0]] if held else pair.quotes}")
    return dict(_figures(judged))


def _given(library: Library, pair: Pair, around: dict[str, str]) -> list[Given]:
    """A passage of a thousand characters around each quote."""
    record = library.catalogue.find(pair.document)
    text = library.catalogue.text(record)
    given = []
    for number, quote in enumerate(pair.quotes, start=1):
        start = text.content.find(quote.text.replace("*", "").strip()[:25])
        if start >= 0:
            span = Span(max(0, start - 400), min(len(text.content), start + 700))
            context = f"{record.title}\n{around.get(record.id, '')}"
            given.append(Given(number, record, text, span, quote.language, context, ()))
    return given


def _figures(judged: Sequence[tuple[Pair, Verdict]]) -> dict[str, float]:
    """Precision and recall of what is kept, and of what is called supported outright."""
    found: dict[str, float] = {"true": sum(p.true for p, _ in judged), "all": len(judged)}
    for name, kept in (("", ("supported", "partial")), ("supported_", ("supported",))):
        said = [p.true for p, v in judged if v.support in kept]
        found[f"{name}precision"] = round(sum(said) / max(1, len(said)), 3)
        found[f"{name}recall"] = round(sum(said) / max(1, found["true"]), 3)
    return found


def _fit(library: Library, pairs: Sequence[Pair]) -> None:
    """Logistic regression by Newton's method, on the pairs that are of another sentence."""
    kinds = ("translation", "register", "same document", "other document")
    chosen = [(p, _meaning(library, p)) for p in pairs if p.made in kinds]
    features = np.array([m.features for _, m in chosen])
    truth = np.array([p.true for p, _ in chosen], dtype=float)
    # The quotes swapped outnumber the true ones: both sides weigh the same.
    share = np.where(truth > 0, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (share * (truth - chance)) - RIDGE * len(truth) / 10 * weights
        curve = (features.T * (share * chance * (1 - chance))) @ features
        curve += RIDGE * len(truth) / 10 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    chance = 1 / (1 + np.exp(-features @ weights))
    print(f"{len(truth)} pairs, {int(truth.sum())} true")
    print("WEIGHTS =", tuple(round(float(w), 2) for w in weights))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = truth[chance >= least]
        print(f"  from {least}: precision {kept.mean():.3f}, recall {kept.sum() / truth.sum():.3f}")


if __name__ == "__main__":
    sys.exit(main())
