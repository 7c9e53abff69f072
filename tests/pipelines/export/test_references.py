"""Documents as entries of reference managers, hostile titles included."""

from __future__ import annotations

import pytest

from pipelines.export import references
from tests.pipelines.export.test_export import hit


def test_ris_has_an_entry_a_document() -> None:
    said = references.ris([hit(), hit(rank=2), hit(document="x", start_date="2023-05", title="B")])
    assert said.count("TY  - ") == said.count("ER  - ") == 2
    assert "TY  - RPRT\r\nID  - abc123\r\nTI  - Visit & talks\r\nLA  - fr\r\nPY  - 2022" in said
    assert "DA  - 2022/05/04/\r\n" in said
    assert "DA  - 2023/05//\r\n" in said
    undated = references.ris([hit(start_date=None, end_date=None)])
    assert "PY" not in undated


def test_a_title_cannot_end_its_ris_entry() -> None:
    said = references.ris([hit(title="A\r\nER  - \r\nTY  - BOOK")])
    lines = said.split("\r\n")
    assert [line for line in lines if line.startswith(("TY", "ER"))] == ["TY  - RPRT", "ER  - "]


def test_bibtex_escapes_what_tex_would_run() -> None:
    said = references.bibtex([hit(title=r"100 % of \input{x} & more_#1")])
    assert said.startswith("@misc{grappe-abc123,\n")
    assert (
        r"{{100 \% of \textbackslash{}input\textbraceleft{}x\textbraceright{} \& more\_\#1}}"
        in said
    )
    assert "year = {2022},\n  month = {5}" in said
    assert "langid = {french}" in said


@pytest.mark.parametrize("text", ["Report on the {smart port", "smart} port", "}{", "{a} {b"])
def test_one_brace_does_not_swallow_the_bibtex_entries_after_it(text: str) -> None:
    said = references.bibtex([hit(title=text, source=f"{text}.md"), hit(document="other")])
    depth, ends = 0, []
    for line in said.splitlines():  # BibTeX counts a brace whatever stands before it
        depth += line.count("{") - line.count("}")
        ends += [line] if depth == 0 else []
    assert ends == ["}", "", "}"]
