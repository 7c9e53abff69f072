"""The documents of a search as entries for reference managers: RIS and BibTeX.

One entry a document, in the order of its first passage. A document says no author, so none is
given. Sources: the RIS format (Research Information Systems, 2001) and "BibTeXing" (Patashnik,
1988); text stays UTF-8, which biber and today's managers read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipelines.export.plain import plain
from pipelines.results import Hit

_REPORTS: Final = frozenset({"event_report", "policy_note", "best_practice"})
_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # an escaped brace still counts as one to BibTeX
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def ris(hits: Sequence[Hit]) -> str:
    """An entry for each document of ``hits``."""
    entries = []
    for hit in _documents(hits):
        lines = [
            ("TY", "RPRT" if hit.type in _REPORTS else "GEN"),
            ("ID", hit.document),
            ("TI", plain(hit.title)),
            ("LA", hit.language),
        ]
        if hit.start_date:
            lines += [("PY", hit.start_date[:4]), ("DA", _slashed(hit.start_date))]
        lines += [("KW", plain(project)) for project in hit.projects]
        lines += [("L1", plain(hit.source)), ("ER", "")]
        entries.append("".join(f"{tag}  - {value}\r\n" for tag, value in lines))
    return "\r\n".join(entries)


def bibtex(hits: Sequence[Hit]) -> str:
    """An entry for each document of ``hits``, its key made of its id."""
    entries = []
    for hit in _documents(hits):
        fields = {"title": f"{{{_tex(hit.title)}}}"}  # twice braced: capitals stay
        if hit.start_date:
            year, *month = hit.start_date.split("-")[:2]
            fields |= {"year": year} | ({"month": month[0].lstrip("0")} if month else {})
        fields["langid"] = "french" if hit.language == "fr" else "english"
        if hit.projects:
            fields["keywords"] = ", ".join(_tex(project) for project in hit.projects)
        fields["note"] = _tex(hit.source)
        said = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        entries.append(f"@misc{{grappe-{hit.document},\n{said}\n}}\n")
    return "\n".join(entries)


def _documents(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The first hit of each document."""
    seen: set[str] = set()
    for hit in hits:
        if hit.document not in seen:
            seen.add(hit.document)
            yield hit


def _slashed(day: str) -> str:
    """A day or month as RIS writes it: ``2022/05/04/``, ``2022/05//``."""
    year, month, number = [*day.split("-"), "", ""][:3]
    return f"{year}/{month}/{number}/"


def _tex(text: str) -> str:
    return re.sub(r"[\\{}~^&%$#_]", lambda match: _SPECIAL[match[0]], plain(text))
