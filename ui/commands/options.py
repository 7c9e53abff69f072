"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="Folder of catalogue and index. [default: library-data]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ProjectOption = Annotated[list[str] | None, typer.Option("--project", help="Only this project.")]
YearOption = Annotated[list[int] | None, typer.Option("--year", help="Only this year.")]
LanguageOption = Annotated[list[str] | None, typer.Option("--language", help="fr or en.")]
TypeOption = Annotated[
    list[str] | None, typer.Option("--type", help="event_report, policy_note, agenda, call, …")
]
CountryOption = Annotated[
    list[str] | None, typer.Option("--country", help="Country: its code or its name.")
]
SectorOption = Annotated[
    list[str] | None, typer.Option("--sector", help="Sector: its code or its name.")
]
BatchOption = Annotated[
    Path | None,
    typer.Option("--batch", help='JSON Lines of {"id", "question", "filters"}; "-" is stdin.'),
]
DownloadOption = Annotated[
    bool, typer.Option("--allow-download", help="Let the model be fetched from its hub.")
]


def filters(
    project: list[str] | None,
    year: list[int] | None,
    language: list[str] | None,
    type: list[str] | None,
    country: list[str] | None,
    sector: list[str] | None = None,
) -> dict[str, list[Any]]:
    """The filters that were given, by name."""
    values = {
        "project": project,
        "year": year,
        "language": language,
        "type": type,
        "country": country,
        "sector": sector,
    }
    return {name: list(value) for name, value in values.items() if value}
