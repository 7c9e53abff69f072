"""The figures as Markdown tables, in the form that the model card shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from speed import BASE, LENGTHS, Speed

from encoder.training.evaluate import Scores

_SETS = {
    "ntrex": "NTREX, {size} pairs, {first}→{second}",
    "laws": "laws recall@10, {first}→{second}",
    "piaf": "PIAF recall@5 (French)",
    "qed": "QED recall@5 (English)",
}


def quality(scores: Mapping[str, Scores]) -> str:
    """A row a measure, a column a system; a dash where a system has no such figure."""
    measures = list(dict.fromkeys(name for one in scores.values() for name in one))
    rows = [[label(name), *(_share(one.get(name)) for one in scores.values())] for name in measures]
    return markdown(["", *scores], rows)


def speed(rows: Sequence[Speed], threads: int) -> str:
    """A row a run-time; ratios are to sentence-transformers in float32."""
    head = [
        f"{threads} threads",
        *(f"{length} pieces: sentences/s (ratio)" for length in LENGTHS),
        *(f"{length} pieces: processor ms" for length in LENGTHS),
        "one question, ms p50 / p95",
        f"cosine to {BASE}, mean / least",
        "to itself alone, least",
    ]
    return markdown(
        head,
        [
            [
                row.name,
                *(f"{row.rates[n]:.0f} ({row.ratios[n]:.2f}×)" for n in LENGTHS),
                *(f"{row.processor[n]:.1f}" for n in LENGTHS),
                f"{row.p50:.1f} / {row.p95:.1f}",
                " / ".join(f"{cosine:.4f}" for cosine in row.cosine),
                f"{row.alone:.4f}",
            ]
            for row in rows
        ],
    )


def label(task: str) -> str:
    """What a task's name says to a reader: ``laws_en_fr`` is "laws recall@10, en→fr"."""
    name, *rest = task.split("_")
    if name not in _SETS:
        return task
    size = f"{int(rest[0]):,}" if name == "ntrex" else ""
    first, second = rest[-2:] if len(rest) >= 2 else ("", "")
    return _SETS[name].format(size=size, first=first, second=second)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table, with a line of its own before and after."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")
