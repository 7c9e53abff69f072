"""Spreadsheets and CSV: each row with the names of its columns, values as they are shown."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.read.numbers import hides_text, shown


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(book: openpyxl.Workbook) -> str:
    return read_bytes(saved(book), "a.xlsx", Limits()).content


def filled(rows: list[list[object]]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return book, book.active


PARTNERS: list[list[object]] = [
    ["Nom", "Pays", "Adhérents"],
    ["i-TRANS", "France", 131],
    ["ERCI", "Allemagne", 45.5],
]


def csv(text: str, name: str = "a.csv", encoding: str = "utf-8") -> str:
    return read_bytes(text.encode(encoding), name, Limits()).content


def test_a_workbook() -> None:
    book, first = filled([["Partenaires du projet"], [], *PARTNERS])
    first.title = "Partenaires"
    budget = book.create_sheet("Budget")
    for row in (["Date", dt.date(2022, 5, 4)], ["Lieu :", "Lyon"]):
        budget.append(row)
    book.create_sheet("Vide")
    book.properties.title = "Le projet"
    text = read_bytes(saved(book), "a.xlsx", Limits())
    assert text.content == (
        "Partenaires\n\nPartenaires du projet\n\n"
        "Nom: i-TRANS | Pays: France | Adhérents: 131\n"
        "Nom: ERCI | Pays: Allemagne | Adhérents: 45.5\n\n"
        "Budget\n\nDate: 2022-05-04\nLieu: Lyon"
    )
    assert [h.span.of(text.content) for h in text.headings] == ["Partenaires", "Budget"]
    assert dict(text.metadata)["title"] == "Le projet"
    assert text.format == "xlsx"


def test_hidden_sheets_rows_and_columns_are_not_read() -> None:
    rows = [[*row, f"caché {n}"] for n, row in enumerate([*PARTNERS, ["Secret", "Suisse", 1]])]
    book, sheet = filled(rows)
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    for state in ("hidden", "veryHidden"):
        hidden = book.create_sheet(state)
        hidden.append(["caché"])
        hidden.sheet_state = state
    assert read(book) == (
        "Nom: i-TRANS | Pays: France | Adhérents: 131\n"
        "Nom: ERCI | Pays: Allemagne | Adhérents: 45.5"
    )


def test_white_on_white_is_not_read() -> None:
    book, sheet = filled([["Vu", "caché", "sur fond"]])
    for cell in ("B1", "C1"):
        sheet[cell].font = Font(color="FFFFFFFF")
    sheet["C1"].fill = PatternFill("solid", fgColor="FF003366")
    assert read(book) == "Vu: sur fond"


def test_formulas_give_their_last_values_or_nothing() -> None:
    book, _ = filled([["Nom", "Somme", "Année"], ["a", "=1+1", 2022]])
    assert read(book) == "Nom: a | Année: 2022"
    data = saved(book)
    assert b"=1+1" not in read_bytes(data, "a.xlsx", Limits()).content.encode()


def test_merged_cells_and_errors() -> None:
    book, sheet = filled([["Pays", "Nom", "Part"], ["France", "a", "#DIV/0!"], [None, "b", 2]])
    sheet.merge_cells("A2:A3")
    assert read(book) == "Pays: France | Nom: a\nPays: France | Nom: b | Part: 2"


def test_an_empty_workbook() -> None:
    with pytest.raises(ReadError) as caught:
        read(openpyxl.Workbook())
    assert caught.value.code == "NO_TEXT"


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1234567.891, "#,##0.00", "1 234 567.89"),
        (1234.5, '#,##0.00\\ "€"', "1 234.50 €"),
        (1234.5, "#,##0.00\\ [$€-40C]", "1 234.50 €"),
        (1_500_000, '#,##0.0,,"M€"', "1.5M€"),
        (0.125, "0.0%", "12.5%"),
        (-5, "#,##0;[Red]\\(#,##0\\)", "(5)"),
        (-5, "0.0", "-5.0"),
        (0, "0;-0;;@", ""),
        (75001, "00000", "75001"),
        (1200, "00000", "01200"),
        (612345678, '0#" "##" "##" "##" "##', "06 12 34 56 78"),
        (0.1 + 0.2, "General", "0.3"),
        (12, "General", "12"),
        (1e300, "#,##0", "1e+300"),
        (44685, "dd/mm/yyyy", "2022-05-04"),
        (44685, "[$-40C]d\\ mmmm\\ yyyy;@", "2022-05-04"),
        (44685, "mmm-yy", "2022-05"),
        (44685, "yyyy", "2022"),
        (44685.395833333, "dd/mm/yyyy hh:mm", "2022-05-04 09:30"),
        (0.395833333, "h:mm", "09:30"),
        (1.5, "[h]:mm", "36:00"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (-1, "yyyy-mm-dd", "-1"),
        (3, '"Q"0', "Q3"),
        (5, ";;;", ""),
    ],
)
def test_numbers_and_dates(value: float, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_the_calendar_of_1904_and_hidden_text() -> None:
    assert shown(43223, "yyyy-mm-dd", from_1904=True) == "2022-05-04"
    assert hides_text(";;;")
    assert not hides_text('0;-0;0;"a;b"@')


@pytest.mark.parametrize(
    "text",
    [
        "Nom;Pays;Part\ni-TRANS;France;1,5\nERCI;Allemagne;2,25\n",
        'Nom,Pays,Part\ni-TRANS,France,"1,5"\nERCI,Allemagne,"2,25"\n',
        "Nom\tPays\tPart\r\ni-TRANS\tFrance\t1,5\r\nERCI\tAllemagne\t2,25\r\n",
        "Nom|Pays|Part\ni-TRANS|France|1,5\nERCI|Allemagne|2,25\n",
        'sep=;\n"Nom";"Pays";"Part"\n"i-TRANS";"France";"1,5"\n"ERCI";"Allemagne";"2,25"',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_many_hands(text: str, encoding: str) -> None:
    assert csv(text, encoding=encoding) == (
        "Nom: i-TRANS | Pays: France | Part: 1,5\nNom: ERCI | Pays: Allemagne | Part: 2,25"
    )


def test_csv_with_a_caption_and_quoted_breaks() -> None:
    text = (
        'Liste;;\n;;\nNom;Ville;Note\n"i-TRANS";Valenciennes;"deux\nlignes; et ""plus"""\nb;c;d\n'
    )
    assert csv(text) == (
        'Liste\n\nNom: i-TRANS | Ville: Valenciennes | Note: deux lignes; et "plus"\n'
        "Nom: b | Ville: c | Note: d"
    )


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    rows = [f"{n};ville {n};12,5" for n in range(1000)]
    rows[10] = '10;"ville 10;12,5'
    content = csv("Code;Ville;Part\n" + "\n".join(rows))
    assert content.count("\n") == 999
    assert content.endswith("Code: 999 | Ville: ville 999 | Part: 12,5")


def test_one_column_is_a_list_of_lines() -> None:
    assert csv("Remarques\nTrès bien, merci.\nÀ refaire\n", "a.tsv").split("\n\n") == [
        "Remarques",
        "Très bien, merci.",
        "À refaire",
    ]


def test_text_is_csv_only_by_its_name() -> None:
    assert read_bytes(b"a;b\n1;2\n", "a.txt", Limits()).format == "txt"
    assert read_bytes(b"<html><body><p>a</p></body></html>", "a.csv", Limits()).format == "html"
