"""Tables of OpenDocument files: merged cells in each row and column, frames as pages."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.read import Limits, read_bytes
from ingest.types import Text

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)
KINDS = {"odt": "text", "ods": "spreadsheet"}


def read(form: str, body: str) -> Text:
    kind = KINDS[form]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        packed.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:{kind}>{body}"
            f"</office:{kind}></office:body></office:document-content>",
        )
    return read_bytes(buffer.getvalue(), f"a.{form}", Limits())


def row(*cells: str) -> str:
    inside = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
    )
    return f"<table:table-row>{inside}</table:table-row>"


def spanned(text: str, attributes: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"
DOWN = 'table:number-rows-spanned="2"'
ACROSS = 'table:number-columns-spanned="2"'


@pytest.mark.parametrize("form", ["odt", "ods"])
def test_cells_merged_downwards_are_read_in_each_row(form: str) -> None:
    inside = (
        row("Pays", "Membre", "Ville")
        + row("Legno Vivo", "Udine").replace(">", f">{spanned('Italie', DOWN)}", 1)
        + row("Rete Carta", "Lucca").replace(">", f">{COVERED}", 1)
        + row("Malte", "Xatt", "Sliema")
    )
    assert read(form, f'<table:table table:name="Feuille1">{inside}</table:table>').content == (
        "Pays: Italie | Membre: Legno Vivo | Ville: Udine\n"
        "Pays: Italie | Membre: Rete Carta | Ville: Lucca\n"
        "Pays: Malte | Membre: Xatt | Ville: Sliema"
    )


@pytest.mark.parametrize("form", ["odt", "ods"])
def test_cells_merged_across_name_groups_of_columns(form: str) -> None:
    inside = (
        f"<table:table-row>{spanned('Site', DOWN)}{spanned('Lits', ACROSS)}{COVERED}"
        f"{spanned('Prix', ACROSS)}{COVERED}</table:table-row>"
        f"<table:table-row>{COVERED}{row('2021', '2022', '2021', '2022')[17:]}"
        + row("Brest", "12", "14", "30", "32")
    )
    assert read(form, f'<table:table table:name="Feuille1">{inside}</table:table>').content == (
        "Site: Brest | Lits 2021: 12 | Lits 2022: 14 | Prix 2021: 30 | Prix 2022: 32"
    )


def test_a_cell_over_two_rows_and_two_columns() -> None:
    both = spanned("Fermé", f"{DOWN} {ACROSS}")
    inside = (
        row("Site", "Lundi", "Mardi")
        + f"<table:table-row>{row('Brest')[17:-18]}{both}{COVERED}</table:table-row>"
        + f"<table:table-row>{row('Nantes')[17:-18]}{COVERED * 2}</table:table-row>"
    )
    assert read("odt", f"<table:table>{inside}</table:table>").content == (
        "Site: Brest | Lundi: Fermé | Mardi: Fermé\nSite: Nantes | Lundi: Fermé | Mardi: Fermé"
    )


def test_a_frame_is_read_as_the_page_in_it() -> None:
    heading = '<text:h text:outline-level="1">Comité</text:h><text:p>3 juin</text:p>'
    framed = f"<table:table-row><table:table-cell>{heading}</table:table-cell></table:table-row>"
    text = read("odt", f"<table:table>{framed}</table:table>")
    assert text.content == "Comité\n\n3 juin"
    assert [h.span.of(text.content) for h in text.headings] == ["Comité"]
