"""Which rows name the columns of a table: years, empty corners, names in two rows, merged cells."""

from __future__ import annotations

import io

import openpyxl
import pytest

from ingest.read import Limits, read_bytes
from ingest.read.tables import table

Rows = list[list[str]]


def written(rows: Rows, header: bool | None = None) -> list[str]:
    return [block.text for block in table(rows, header)]


def csv(rows: Rows) -> list[str]:
    text = "\n".join(";".join(row) for row in rows)
    return read_bytes(text.encode(), "a.csv", Limits()).content.split("\n")


def xlsx(rows: Rows, *merged: str) -> list[str]:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append([int(c) if c.isdigit() else c or None for c in row])
    for span in merged:
        book.active.merge_cells(span)
    buffer = io.BytesIO()
    book.save(buffer)
    return read_bytes(buffer.getvalue(), "a.xlsx", Limits()).content.split("\n")


def html(rows: Rows) -> list[str]:
    inside = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    page = f"<html><body><p>Avant.</p><table>{inside}</table></body></html>"
    return read_bytes(page.encode(), "a.html", Limits()).content.split("\n")[2:]


YEARS = [
    ["Région", "2020", "2021", "2022"],
    ["Bretagne", "12", "15", "18"],
    ["Corse", "3", "", "4"],
]


@pytest.mark.parametrize("read", [written, csv, xlsx, html])
@pytest.mark.parametrize("corner", ["Région", ""])
def test_years_name_columns(read: object, corner: str) -> None:
    assert callable(read)
    name = f"{corner}: " if corner else ""
    assert read([[corner, *YEARS[0][1:]], *YEARS[1:]]) == [
        f"{name}Bretagne | 2020: 12 | 2021: 15 | 2022: 18",
        f"{name}Corse | 2020: 3 | 2022: 4",
    ]


@pytest.mark.parametrize("read", [written, csv, xlsx, html])
def test_the_corner_may_be_empty(read: object) -> None:
    assert callable(read)
    assert read([["", "Budget", "Effectif"], ["Brest", "3 M€", "x12"]]) == [
        "Brest | Budget: 3 M€ | Effectif: x12"
    ]


@pytest.mark.parametrize(
    "name", ["2021-2022", "2021/22", "2023 (prévisionnel)", "2022*", "2020 – 2021"]
)
def test_years_may_say_more(name: str) -> None:
    rows = [["Région", "2019", name], ["Bretagne", "1", "2"], ["Corse", "3", "4"]]
    assert written(rows)[0] == f"Région: Bretagne | 2019: 1 | {name}: 2"


@pytest.mark.parametrize(
    "rows",
    [
        # Records with a year in each: the first is no row of names.
        [["Lancement", "2020", "Brest"], ["Bilan", "2021", "Nantes"], ["Fin", "2022", "Quimper"]],
        [["Lancement", "2020", "2021"], ["Bilan", "2021", "2022"], ["Fin", "2022", "2023"]],
        # One year among words says little.
        [["Création", "2006", "Brest"], ["Membres", "120", "Nantes"], ["Salariés", "9", "Vannes"]],
        # Numbers that are no years, sums, and names that are there twice.
        [["Région", "1200", "2100"], ["Bretagne", "12", "15"], ["Corse", "3", "4"]],
        [["Région", "2020 €", "2021 €"], ["Bretagne", "12", "15"], ["Corse", "3", "4"]],
        [["Région", "2020", "2020"], ["Bretagne", "12", "15"], ["Corse", "3", "4"]],
        [["2020", "2021", "2022"], ["12", "15", "18"], ["3", "4", "5"]],
        # An empty first cell above rows that have none either.
        [["", "Budget", "Effectif"], ["", "3 M€", "x12"], ["Brest", "2 M€", "x4"]],
        # Two rows without an empty corner may be two records.
        [["Brest", "Lucca", "Udine"], ["Vannes", "Turin", "Gênes"]],
    ],
)
def test_what_names_no_columns(rows: Rows) -> None:
    assert written(rows) == [" | ".join(cell for cell in row if cell) for row in rows]


@pytest.mark.parametrize("read", [written, xlsx, html])
def test_labels_beside_values_stay_pairs(read: object) -> None:
    assert callable(read)
    rows = [["Année", "2020"], ["Budget", "450"], ["Lieu", "Brest"]]
    assert read(rows) == ["Année: 2020", "Budget: 450", "Lieu: Brest"]


TWO = [
    ["Site", "Salariés", "", "Recettes", ""],
    ["", "2021", "2022", "2021", "2022"],
    ["Brest", "12", "14", "300", "320"],
    ["Nantes", "8", "9", "200", "210"],
]
NAMED = [
    "Site: Brest | Salariés 2021: 12 | Salariés 2022: 14 | Recettes 2021: 300 | Recettes 2022: 320",
    "Site: Nantes | Salariés 2021: 8 | Salariés 2022: 9 | Recettes 2021: 200 | Recettes 2022: 210",
]


def test_names_in_two_rows() -> None:
    assert xlsx(TWO, "B1:C1", "D1:E1") == NAMED
    assert xlsx(TWO, "A1:A2", "B1:C1", "D1:E1") == NAMED
    below = [["", *TWO[0][1:]], ["Site", *TWO[1][1:]], *TWO[2:]]
    assert xlsx(below, "B1:C1", "D1:E1") == NAMED
    spanned = [["Site", "Salariés", "Salariés", "Recettes", "Recettes"], *TWO[1:]]
    assert written(spanned) == NAMED
    assert written(spanned, header=True) == NAMED


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A name that is there twice, above data.
        (
            [["Membre", "Contact", "Contact"], ["Legno", "Ana", "Luc"], ["Carta", "Eva", "Tom"]],
            "Membre: Legno | Contact: Ana | Contact: Luc",
        ),
        # Two columns under one group, above numbers.
        (
            [["", "Salariés", "Salariés"], ["Brest", "12", "14"], ["Nantes", "8", "9"]],
            "Brest | Salariés: 12 | Salariés: 14",
        ),
    ],
)
def test_what_is_no_second_row_of_names(rows: Rows, expected: str) -> None:
    assert written(rows, header=True)[0] == expected


def test_cells_merged_across_are_captions_or_stand_once() -> None:
    rows = [
        ["Membres du réseau", "", ""],
        ["Pays", "Membre", "Ville"],
        ["Italie", "Legno Vivo", "Udine"],
        ["Espagne", "", ""],
        ["Malte", "Fermé en août", ""],
    ]
    assert xlsx(rows, "A1:C1", "A4:C4", "B5:C5") == [
        "Membres du réseau",
        "",
        "Pays: Italie | Membre: Legno Vivo | Ville: Udine",
        "Pays: Espagne",
        "Pays: Malte | Membre: Fermé en août",
    ]


def test_a_row_of_the_same_values_keeps_them() -> None:
    rows = [["Site", "Lits", "Salles"], ["Brest", "1", "2"], ["0", "0", "0"]]
    assert written(rows)[1] == "Site: 0 | Lits: 0 | Salles: 0"
    assert written([["Siège", "Antenne"], ["Lyon", "Lyon"]], header=True) == [
        "Siège: Lyon | Antenne: Lyon"
    ]
