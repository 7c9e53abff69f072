"""What the command line prints: JSON for programs, and text that a terminal can show safely."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ingest.errors import REASONS, reason
from pipelines.results import as_json as to_json

if TYPE_CHECKING:
    from pipelines.catalogue.records import Record
    from pipelines.evaluate import Evaluation
    from pipelines.index import Progress as ProgressCall
    from pipelines.results import Hit, Reply, SearchResult
    from pipelines.sync import Report

_out = Console(highlight=False, markup=False, emoji=False)
_err = Console(stderr=True, highlight=False, markup=False, emoji=False)


def plain(text: str) -> str:
    """``text`` without control characters: no escape sequence of a document reaches a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else " " for c in text)


def print_json(value: Any) -> None:
    """One JSON object on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def progress() -> Iterator[ProgressCall]:
    """A bar on stderr with the time left; only the last line of it where stderr is no terminal."""
    columns = (
        TextColumn("{task.fields[source]}", table_column=None),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_err, transient=True) as bar:
        task = bar.add_task("", total=None, source="")

        def advance(done: int, total: int, source: str) -> None:
            bar.update(task, completed=done, total=total, source=plain(source)[-40:])

        yield advance


def report(found: Report, as_json: bool, language: str) -> None:
    """What an ingest did, and each skipped file with its reason."""
    if as_json:
        data = asdict(found)
        data["skipped"] = [
            {
                "source": source,
                "code": code,
                "reason": {"en": reason(code, "en"), "fr": reason(code, "fr")},
            }
            for source, code in found.skipped
        ]
        print_json(data)
        return
    french = language == "fr"
    counts = (
        (found.added, "ajoutés" if french else "added"),
        (found.changed, "modifiés" if french else "changed"),
        (found.removed, "retirés" if french else "removed"),
        (found.unchanged, "inchangés" if french else "unchanged"),
        (len(found.skipped), "ignorés" if french else "skipped"),
    )
    line = ", ".join(f"{number} {name}" for number, name in counts)
    _out.print(f"{line} · {found.passages} passages · {found.seconds:.1f} s")
    for source, code in found.skipped:
        _out.print(Text(f"  {plain(source)}: {code}. {reason(code, language)}"))


def search(result: SearchResult, as_json: bool, language: str) -> None:
    """The hits with their snippets, what else was searched, and the facets."""
    if as_json:
        print_json(to_json(result))
        return
    french = language == "fr"
    for hit in result.hits:
        _hit(hit)
    if not result.hits:
        filters = ", ".join(f"{k}={'|'.join(v)}" for k, v in result.filters.items())
        nothing = "Aucun résultat" if french else "Nothing found"
        lift = (" avec les filtres " if french else " with the filters ") + filters
        _out.print(Text(nothing + (lift if filters else "") + "."))
    if result.expansions:
        also = "; ".join(f"{e.term} = {', '.join(e.also)}" for e in result.expansions)
        _out.print(Text(f"{'Aussi cherché' if french else 'Also searched'}: {plain(also)}", "dim"))
    for name, values in result.facets.items():
        if values:
            shown = ", ".join(f"{plain(v)} {n}" for v, n in list(values.items())[:8])
            _out.print(Text(f"{name}: {shown}", "dim"))
    _out.print(Text(f"{result.total} passages, {result.took_ms} ms", "dim"))


def reply(found: Reply, as_json: bool) -> None:
    """The answer and its citations, in the question's language; or why there is none."""
    if as_json:
        print_json(to_json(found))
        return
    french = found.language == "fr"
    if found.answer is not None:
        _out.print(Text(plain(found.answer), "bold"))
    if found.reason is not None:
        _out.print(Text(plain(found.reason)))
    for citation in found.citations:
        page = f", p. {citation.page}" if citation.page else ""
        quote = plain(" ".join(citation.quote.split()))
        quoted = f"« {quote} »" if citation.language == "fr" else f"“{quote}”"
        _out.print(Text(f"\n[{citation.number}] {plain(citation.title)} ({citation.language})"))
        _out.print(Text(f"    {quoted}"))
        _out.print(
            Text(f"    {plain(citation.source)}{page}, {citation.start}–{citation.end}", "dim")
        )
    if found.nearest:
        _out.print(Text("\nPassages les plus proches :" if french else "\nNearest passages:"))
        for hit in found.nearest:
            _hit(hit)
    c = found.coverage
    line = (
        f"{c.matched} documents sur {c.searched} ; {c.unreadable} illisibles ;"
        f" {c.filtered_out} hors filtres"
        if french
        else f"{c.matched} of {c.searched} documents matched; {c.unreadable} unreadable;"
        f" {c.filtered_out} outside your filters"
    )
    _out.print(Text(f"\n{line} · {found.took_ms} ms", "dim"))


def documents(records: Sequence[Record], as_json: bool, language: str) -> None:
    """The documents a row each; skipped ones with the reason."""
    if as_json:
        print_json([_summary(record) for record in records])
        return
    table = Table(box=None, pad_edge=False)
    for name in ("id", "source", "", "type", "date", "projects", "state"):
        table.add_column(name, overflow="fold")
    for record in records:
        about = _summary(record)
        why = f": {record.code}. {reason(record.code, language)}" if record.code else ""
        cells = (
            record.id,
            record.source,
            about["language"] or "",
            about["type"] or "",
            about["start_date"] or "",
            ", ".join(about["projects"]),
            record.state + why,
        )
        table.add_row(*(Text(plain(cell)) for cell in cells))
    _out.print(table)


def document(
    record: Record, content: str, copies: Sequence[str], text: bool, as_json: bool, language: str
) -> None:
    """A document's description with its evidence; or with ``text``, exactly its text."""
    if text and not as_json:
        sys.stdout.write(content)
        return
    description = record.description
    if as_json:
        about = _summary(record) | {"copies": list(copies), "format": record.format}
        if description is not None:
            about["description"] = asdict(description)
        if text:
            about["text"] = content
        sys.stdout.write(json.dumps(about, ensure_ascii=False, indent=2, default=str) + "\n")
        return
    _out.print(Text(plain(record.title), "bold"))
    _out.print(Text(f"{record.id} · {plain(record.source)} · {record.state}", "dim"))
    if record.code:
        _out.print(Text(f"{record.code}. {reason(record.code, language)}"))
    if copies:
        _out.print(Text("= " + ", ".join(plain(copy) for copy in copies)))
    if description is None:
        return
    unsaid = "non précisé" if language == "fr" else "not stated"
    table = Table(box=None, pad_edge=False, show_header=False)
    dates = " – ".join(dict.fromkeys(description.dates.iso())) if description.dates else unsaid
    rows: list[tuple[str, str, Any]] = [
        ("language", description.language, None),
        ("type", description.type, description.type_span),
        ("dates", dates, description.dates.span if description.dates else None),
    ]
    for name in ("host", "organiser", "place", "country"):
        value = getattr(description, name)
        rows.append((name, value.text if value else unsaid, value.span if value else None))
    for name in ("projects", "organisations"):
        rows.extend((name, value.text, value.span) for value in getattr(description, name))
    for name, shown, span in rows:
        evidence = (
            " ".join(content[max(0, span.start - 30) : span.end + 30].split()) if span else ""
        )
        table.add_row(
            Text(name, "dim"),
            Text(plain(shown)),
            Text(f"…{plain(evidence)}…" if span else "", "dim"),
        )
    _out.print(table)


def deleted(record: Record, language: str) -> None:
    """That a document is gone, and what would bring it back."""
    source = plain(record.source)
    _out.print(
        Text(
            f"{source} n'est plus dans la bibliothèque. Son fichier est resté dans"
            f" {record.folder} ; ingérer ce dossier le remettra."
            if language == "fr"
            else f"{source} is no longer in the library. Its file stays in {record.folder};"
            " ingesting that folder brings it back."
        )
    )


def status(found: dict[str, Any], as_json: bool, language: str) -> None:
    """What the library holds, and whether its index is usable."""
    if as_json:
        print_json(found)
        return
    for name, value in found.items():
        shown = (
            ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
        )
        _out.print(Text(f"{name:12} {shown}"))


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


def print_line(text: str) -> None:
    """One line on stdout, as long as it is."""
    sys.stdout.write(text.rstrip() + "\n")


def _summary(record: Record) -> dict[str, Any]:
    description = record.description
    dates = description.dates.iso() if description and description.dates else (None, None)
    return {
        "document": record.id,
        "source": record.source,
        "state": record.state,
        "code": record.code,
        "reason": (
            {"en": REASONS[record.code][0], "fr": REASONS[record.code][1]} if record.code else None
        ),
        "title": record.title,
        "language": description.language if description else None,
        "type": description.type if description else None,
        "start_date": dates[0],
        "end_date": dates[1],
        "projects": [value.text for value in description.projects] if description else [],
        "country": description.country.text if description and description.country else None,
        "passages": record.passages,
    }


def _hit(hit: Hit) -> None:
    date = hit.start_date or "–"
    page = f", p. {hit.page}" if hit.page else ""
    _out.print(Text(f"{hit.rank}. {plain(hit.title)}", "bold"))
    _out.print(Text(f"   {hit.language} · {hit.type} · {date} · {plain(hit.source)}{page}", "dim"))
    shown = Text(plain(hit.text))
    for start, end in hit.highlights:
        shown.stylize("underline", start, end)
    for line in shown.split("\n"):
        if line.plain.strip():
            _out.print(Text("   ") + line)
