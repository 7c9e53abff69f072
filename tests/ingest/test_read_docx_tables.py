"""Tables of Word files: each cell under its column's name, and frames read as the page they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.read import Limits, read_bytes
from ingest.types import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def read(body: str) -> Text:
    names = f'xmlns:w="{W}" xmlns:mc="{MC}"'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document {names}><w:body>{body}</w:body></w:document>',
        )
    return read_bytes(buffer.getvalue(), "a.docx", Limits())


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


HEADING = '<w:outlineLvl w:val="0"/>'
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def cell(inside: str, properties: str = "") -> str:
    content = inside if inside.startswith("<") else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    written = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_cells_and_rows_in_content_controls_are_read() -> None:
    covered = row(cell("Budget")).replace("</w:tr>", control(cell("450 000 €")) + "</w:tr>")
    text = read(
        table(row("Projet", "TRAMONTANE"), control(row("Coordinateur", "Grappe Bois")), covered)
    )
    assert text.content == "Projet: TRAMONTANE\nCoordinateur: Grappe Bois\nBudget: 450 000 €"


def test_a_table_in_a_cell_stays_in_its_cell() -> None:
    inner = control(table(row("dedans", "aussi")))
    assert read(table(row("Un", cell(p("Deux") + inner)), row("Trois", "Quatre"))).content == (
        "Un: Deux dedans aussi\nTrois: Quatre"
    )


def test_cells_merged_downwards_are_read_in_each_row() -> None:
    first, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    text = read(
        table(
            row("Pays", "Membre", "Ville"),
            row(cell("Italie", first), "Legno Vivo", "Udine"),
            row(cell("", goes_on), "Rete Carta", "Lucca"),
            row(cell("Espagne", first), "Red Corcho", "Palafrugell"),
            row(cell("", goes_on), cell("", '<w:gridSpan w:val="1"/>'), "Girona"),
        )
    )
    assert text.content == (
        "Pays: Italie | Membre: Legno Vivo | Ville: Udine\n"
        "Pays: Italie | Membre: Rete Carta | Ville: Lucca\n"
        "Pays: Espagne | Membre: Red Corcho | Ville: Palafrugell\n"
        "Pays: Espagne | Ville: Girona"
    )


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    text = read(
        table(
            row("Pays", "Membre", "Ville"),
            row("Italie", "Legno Vivo", "Udine"),
            row("Rete Carta", "Lucca", properties='<w:gridBefore w:val="1"/>'),
        )
    )
    assert text.content.endswith("\nMembre: Rete Carta | Ville: Lucca")


def test_a_cell_over_the_whole_row_is_written_once() -> None:
    wide = '<w:gridSpan w:val="3"/>'
    text = read(
        table(
            row(cell("Membres du réseau", wide)),
            row("Pays", "Membre", "Ville"),
            row(cell("Sud", wide)),
            row("Italie", "Legno Vivo", "Udine"),
        )
    )
    assert text.content == (
        "Membres du réseau\n\nSud\nPays: Italie | Membre: Legno Vivo | Ville: Udine"
    )


def test_borders_that_were_moved_make_no_columns() -> None:
    two = '<w:gridSpan w:val="2"/>'
    text = read(
        table(
            row("Porteur", cell("Grappe Bois", two)),
            row(cell("Lieu", two), "Brest"),
            row(cell("Rendez-vous du mois", '<w:gridSpan w:val="3"/>')),
        )
    )
    assert text.content == "Porteur: Grappe Bois\nLieu: Brest\nRendez-vous du mois"


def test_names_in_two_rows() -> None:
    first, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    two = '<w:gridSpan w:val="2"/>'
    text = read(
        table(
            row(cell("Site", first), cell("Salariés", two), cell("Recettes", two)),
            row(cell("", goes_on), "2021", "2022", "2021", "2022"),
            row("Brest", "12", "14", "300", "320"),
        )
    )
    assert text.content == (
        "Site: Brest | Salariés 2021: 12 | Salariés 2022: 14 | Recettes 2021: 300"
        " | Recettes 2022: 320"
    )


def test_a_frame_is_read_as_the_page_in_it() -> None:
    frame = table(
        row(
            cell(
                p("Comité de suivi", HEADING)
                + p("Date : 3 juin 2021")
                + p("Décisions", '<w:outlineLvl w:val="1"/>')
                + p("Lancer l'appel", LISTED)
                + p("Clore le lot 2", LISTED)
            )
        )
    )
    text = read(frame)
    assert text.content == (
        "Comité de suivi\n\nDate : 3 juin 2021\n\nDécisions\n\n• Lancer l'appel\n• Clore le lot 2"
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Comité de suivi"),
        (2, "Décisions"),
    ]


def test_columns_of_a_page_are_read_one_after_the_other() -> None:
    left = cell(p("Grappe Bois") + p("12 quai du Port"))
    text = read(table(row(left, cell(p("Compte rendu") + p("3 juin 2021")))))
    assert text.content == "Grappe Bois\n\n12 quai du Port\n\nCompte rendu\n\n3 juin 2021"


def test_cells_with_a_lead_in_and_a_list_are_blocks() -> None:
    def part(name: str) -> str:
        return cell(p(f"{name} :") + p(f"{name} un", LISTED) + p(f"{name} deux", LISTED))

    text = read(table(row(part("Forces"), part("Limites")), row(part("Atouts"), part("Risques"))))
    assert text.content.startswith(
        "Forces :\n• Forces un\n• Forces deux\n\nLimites :\n• Limites un\n"
    )


def test_a_list_beside_its_label_is_a_list() -> None:
    listed = cell(p("Former les équipes", LISTED) + p("Ouvrir un atelier", LISTED))
    text = read(table(row("Porteur", "Grappe Bois"), row("Objectifs", listed), row("Fin", "2024")))
    assert text.content == (
        "Porteur: Grappe Bois\n\nObjectifs :\n• Former les équipes\n• Ouvrir un atelier\n\n"
        "Fin: 2024"
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Names of columns in a style of headings, and cells of several paragraphs, are still data.
        (
            (
                row(cell(p("Nom", HEADING)), cell(p("Rôle", HEADING)), cell(p("Lieu", HEADING))),
                row("Legno Vivo", cell(p("Pilote") + p("et relais")), "Udine"),
                row("Rete Carta", "Appui", "Lucca"),
            ),
            "Nom: Legno Vivo | Rôle: Pilote et relais | Lieu: Udine\n"
            "Nom: Rete Carta | Rôle: Appui | Lieu: Lucca",
        ),
        # A list in one cell of an agenda stays with its hour.
        (
            (
                row("Heure", "Sujet", "Qui"),
                row("9h", cell(p("Accueil") + p("Mot", LISTED) + p("Tour", LISTED)), "Ana"),
                row("10h", "Visite", "Luc"),
            ),
            "Heure: 9h | Sujet: Accueil Mot Tour | Qui: Ana\nHeure: 10h | Sujet: Visite | Qui: Luc",
        ),
    ],
)
def test_data_stays_data(rows: tuple[str, ...], expected: str) -> None:
    text = read(table(*rows))
    assert text.content == expected
    assert not text.headings


def test_a_text_box_in_a_cell_is_read_once() -> None:
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p('encadré')}</w:txbxContent>"
        f"</mc:Choice><mc:Fallback><w:txbxContent>{p('encadré')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    boxed = cell(p("Deux").replace("</w:p>", f"{box}</w:p>"))
    assert read(table(row("Un", boxed), row("Trois", "Quatre"))).content == (
        "Un: Deux encadré\nTrois: Quatre"
    )
