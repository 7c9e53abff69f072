"""The text of Word's paragraphs: symbols, fields, drop caps, changes, and the numbers it counts."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.read import Limits, read_bytes
from ingest.types import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(body: str, **parts: str) -> Text:
    """What is read of a document with this body, and styles or numbering of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        inside = f"<w:body>{body}</w:body>"
        for name, xml in {"document": inside, **parts}.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>')
    return read_bytes(buffer.getvalue(), "a.docx", Limits())


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    changed = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>La grappe a réuni </w:t></w:r></w:p>"
    )
    text = packed(changed + paragraph("trente adhérents à Brest.") + paragraph("Suite."))
    assert text.content == "La grappe a réuni trente adhérents à Brest.\n\nSuite."
    assert not text.headings
    added = changed.replace("w:del", "w:ins")
    assert packed(added + paragraph("Suite.")).content == "La grappe a réuni\n\nSuite."


def test_a_drop_cap_is_the_first_letter_of_its_paragraph() -> None:
    cap = (
        '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>L</w:t></w:r></w:p>'
    )
    assert packed(cap + paragraph("e réseau grandit.")).content == "Le réseau grandit."


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ('<w:sym w:font="Symbol" w:char="F0B0"/>', "5°C"),
        ('<w:sym w:font="Symbol" w:char="00B0"/>', "5°C"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "5→C"),
        ('<w:sym w:font="Arial" w:char="00E9"/>', "5éC"),
        ('<w:sym w:font="Wingdings" w:char="F021"/>', "5C"),
        ('<w:sym w:font="Symbol" w:char="rien"/>', "5C"),
        ("<w:softHyphen/>", "5C"),
        ("<w:noBreakHyphen/>", "5-C"),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>à</w:t>', "5→C"),
        ('<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>à</w:t>', "5àC"),
        ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf06d</w:t>', "5μC"),
    ],
)
def test_symbols(symbol: str, expected: str) -> None:
    body = f"<w:p><w:r><w:t>5</w:t></w:r><w:r>{symbol}</w:r><w:r><w:t>C</w:t></w:r></w:p>"
    assert packed(body).content == expected


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    )


def test_a_list_of_contents_is_not_text() -> None:
    entry = "<w:r><w:t>Contexte 2</w:t></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    kept = "<w:r><w:t>Le projet est né à Brest.</w:t></w:r>"
    listed = f"<w:p>{field('TOC', entry)}</w:p><w:p>{entry}</w:p><w:p>{end}</w:p>"
    assert packed(listed + paragraph("Contexte")).content == "Contexte"
    # What shares the paragraph that the field ends in is kept, and so is all after one left open.
    assert packed(listed.replace(end, end + kept)).content == "Le projet est né à Brest."
    open_ended = packed(listed.replace(end, "") + paragraph("Contexte"))
    assert open_ended.content.endswith("Contexte")
    date = f"<w:p>{field('DATE', '<w:r><w:t>3 juin 2021</w:t></w:r>')}{end}</w:p>"
    assert packed(date).content == "3 juin 2021"
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent><w:p>{entry}</w:p></w:sdtContent></w:sdt>"
    )
    assert packed(control + paragraph("Contexte")).content == "Contexte"


def test_a_prompt_is_not_text_and_an_answer_is() -> None:
    def asked(sign: str) -> str:
        run = '<w:r><w:rPr><w:rStyle w:val="P"/></w:rPr><w:t>Cliquez ici.</w:t></w:r>'
        return (
            f"<w:p><w:r><w:t>Lieu : </w:t></w:r><w:sdt><w:sdtPr>{sign}</w:sdtPr>"
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"
        )

    styles = '<w:style w:styleId="P"><w:name w:val="Placeholder Text"/></w:style>'
    assert packed(asked("<w:showingPlcHdr/>"), styles=styles).content == "Lieu :"
    assert packed(asked(""), styles=styles).content == "Lieu : Cliquez ici."


def numbered(text: str, number: int, depth: int = 0, more: str = "") -> str:
    properties = f'{more}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        "</w:lvl>"
    )


def test_numbers_are_those_that_are_shown() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + level(0, "decimal", "Article %1")
        + level(1, "lowerLetter", "%2)")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
        + level(0, "upperRoman", "%1.", '<w:start w:val="4"/>')
        + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + level(2, "bullet", "o")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    outline = '<w:outlineLvl w:val="0"/>'
    text = packed(
        numbered("Objet", 1, more=outline)
        + numbered("former", 1, 1)
        + numbered("relier", 1, 1)
        + numbered("Durée", 3, more=outline)
        + numbered("un an", 3, 1)
        + numbered("Suite", 4, more=outline)
        + numbered("Fin", 4, more=outline)
        + numbered("Axe", 2)
        + numbered("Lot", 2, 1)
        + numbered("Tâche", 2, 2)
        + numbered("Rien", 0)
        + numbered("Chapitre", 2, more=outline),
        numbering=numbering,
    )
    assert text.content.split("\n") == [
        "Article 1 Objet",
        "",
        "a) former",
        "b) relier",
        "",
        "Article 2 Durée",
        "",
        "a) un an",
        "",
        "Article 1 Suite",
        "",
        "Article 2 Fin",
        "",
        "IV. Axe",
        "4.1 Lot",
        "• Tâche",
        "",
        "Rien",
        "",
        "Chapitre",
    ]
