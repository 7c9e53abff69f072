"""What the command line prints: JSON for programs, and text that a terminal can show safely."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.text import Text

from pipelines.export.wording import check_lines, coverage_line, narrowed_line
from pipelines.results import as_json as to_json
from ui import related as kin_lines

if TYPE_CHECKING:
    from pipelines.evaluation.dialogue_score import DialogueScores
    from pipelines.evaluation.evaluate import Evaluation
    from pipelines.evaluation.held_out import HeldOut
    from pipelines.results import Expansion, Hit, Reply, SearchResult

_UNFOLDED: Final = 1_000_000  # columns: no line of a table is as long

# What goes to a file or another program is not folded, as if that were a terminal of 80 columns.
console = Console(
    highlight=False,
    markup=False,
    emoji=False,
    width=None if sys.stdout.isatty() else _UNFOLDED,
)


def plain(text: str) -> str:
    """``text`` without control characters: no escape sequence of a document reaches a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else " " for c in text)


def print_json(value: Any, indent: int | None = 2) -> None:
    """One JSON object on stdout, at once; dates in it as ISO 8601."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent, default=str) + "\n")
    sys.stdout.flush()


def search(result: SearchResult, as_json: bool, language: str) -> None:
    """The hits with their snippets, what else was searched, and the facets."""
    if as_json:
        print_json(to_json(result))
        return
    french = language == "fr"
    for hit in result.hits:
        _hit(hit, language)
    if not result.hits:
        filters = ", ".join(f"{k}={'|'.join(v)}" for k, v in result.filters.items())
        nothing = "Aucun résultat" if french else "Nothing found"
        lift = (" avec les filtres " if french else " with the filters ") + filters
        console.print(Text(nothing + (lift if filters else "") + "."))
    if result.expansions:
        _also_searched(result.expansions, french)
    for name, values in result.facets.items():
        if values:
            shown = ", ".join(f"{plain(v)} {n}" for v, n in list(values.items())[:8])
            console.print(Text(f"{name}: {shown}", "dim"))
    console.print(Text(f"{result.total} passages, {result.took_ms} ms", "dim"))


def reply(found: Reply, as_json: bool, mistyped: Sequence[Expansion] = ()) -> None:
    """The answer and its citations, in the question's language; or why there is none.

    ``mistyped`` are the question's words that were taken for names of the library.
    """
    if as_json:
        print_json(to_json(found))
        return
    french = found.language == "fr"
    if found.asked_as is not None:
        understood = "Compris comme :" if french else "Understood as:"
        console.print(Text(plain(f"{understood} {found.asked_as}\n"), "dim"))
    if found.answer is not None:
        console.print(Text(plain(found.answer), "bold"))
    if found.reason is not None:
        console.print(Text(plain(found.reason)))
    for line in check_lines(found):
        console.print(Text(plain(line), "dim"))
    if mistyped:
        _also_searched(mistyped, french)
    for citation in found.citations:
        page = f", p. {citation.page}" if citation.page else ""
        quote = plain(" ".join(citation.quote.split()))
        quoted = f"« {quote} »" if citation.language == "fr" else f"“{quote}”"
        console.print(Text(f"\n[{citation.number}] {plain(citation.title)} ({citation.language})"))
        console.print(Text(f"    {quoted}"))
        console.print(
            Text(f"    {plain(citation.source)}{page}, {citation.start}–{citation.end}", "dim")
        )
    if found.nearest:
        console.print(Text("\nPassages les plus proches :" if french else "\nNearest passages:"))
        for hit in found.nearest:
            _hit(hit, found.language)
    if (narrowed := narrowed_line(found)) is not None:
        console.print(Text(f"\n{plain(narrowed)} (--literal)", "dim"))
    line = coverage_line(found.coverage, "fr" if french else "en")
    console.print(Text(f"\n{line} · {found.took_ms} ms", "dim"))


def status(found: dict[str, Any], as_json: bool, language: str) -> None:
    """What the library holds, and whether its index is usable."""
    if as_json:
        print_json(found)
        return
    for name, value in found.items():
        shown = (
            ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
        )
        console.print(Text(f"{name:12} {shown}"))


def evaluation(found: Evaluation, as_json: bool) -> None:
    """The figures by kind and language, what went wrong, and the floors that were missed."""
    if as_json:
        print_json(asdict(found))
        return
    width = max(len(group.name) for group in found.groups)
    # Plain columns: a table that is cut to a terminal's width would hide figures.
    print_line(" ".join([" " * width, "   n", *(f"{name:>18}" for name in found.measures)]))
    for group in found.groups:
        values = [group.figures.get(measure) for measure in found.measures]
        cells = [f"{'–' if value is None else f'{value:.3f}':>18}" for value in values]
        print_line(" ".join([f"{group.name:{width}}", f"{group.size:4}", *cells]))
    for failure in found.failures:
        print_line(f"{failure.id} ({', '.join(failure.faults)}): {plain(failure.question)}")
    for missed in found.missed:
        print_line(f"below its floor: {missed}")


def dialogues(found: DialogueScores, as_json: bool) -> None:
    """How many follow-ups were understood, by kind and language, and which were not."""
    if as_json:
        print_json(asdict(found))
        return
    print_line(f"{'':14}    n  understood  of those answerable")
    for name, figure in found.figures.items():
        share = figure.understood / figure.size
        of_answerable = f"{figure.answerable_understood} of {figure.answerable}"
        print_line(f"{name:14} {figure.size:4}  {share:10.3f}  {of_answerable:>19}")
    print_line(f"changed though they stand alone: {found.changed}")
    for miss in found.misses:
        print_line(plain(f"{miss.id}: {miss.question} → {miss.asked} ≠ {miss.meant}"))


def held_out(found: HeldOut, as_json: bool) -> None:
    """How many questions were refused without the documents that answer them, and which not."""
    if as_json:
        print_json(asdict(found))
        return
    print_line(f"{'':14}    n     refused  95 %")
    for name, figure in found.figures.items():
        around = "–" if figure.interval is None else "{:.3f}–{:.3f}".format(*figure.interval)
        print_line(f"{name:14} {figure.size:4}  {figure.refused:10.3f}  {around}")
    for answered in found.answered:
        print_line(plain(f"{answered.id}: {answered.question} → {answered.answer}"))


def print_line(text: str) -> None:
    """One line on stdout, as long as it is."""
    sys.stdout.write(text.rstrip() + "\n")


def _also_searched(expansions: Sequence[Expansion], french: bool) -> None:
    also = "; ".join(f"{e.term} = {', '.join(e.also)}" for e in expansions)
    words = "Aussi cherché :" if french else "Also searched:"
    console.print(Text(f"{words} {plain(also)}", "dim"))


def _hit(hit: Hit, language: str) -> None:
    date = hit.start_date or "–"
    page = f", p. {hit.page}" if hit.page else ""
    console.print(Text(f"{hit.rank}. {plain(hit.title)}", "bold"))
    console.print(
        Text(f"   {hit.language} · {hit.type} · {date} · {plain(hit.source)}{page}", "dim")
    )
    for relation in kin_lines.lines(hit.related, language):
        console.print(Text(f"   {plain(relation)}", "dim"))
    shown = Text(plain(hit.text))
    for start, end in hit.highlights:
        shown.stylize("underline", start, end)
    for line in shown.split("\n"):
        if line.plain.strip():
            console.print(Text("   ") + line)
