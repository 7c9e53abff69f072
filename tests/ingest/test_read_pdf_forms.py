"""PDF forms that were filled in: what was typed stands behind its label."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

from ingest.read import Limits, read_bytes

VALUES = {"Nom du projet": "RAILTEAM", "Budget": "450 000 euros", "Pays": "France"}
FILLED = "Nom du projet : RAILTEAM\nBudget : 450 000 euros\nPays : France"


def form() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for place, (label, value) in enumerate(VALUES.items()):
        height = 700 - 30 * place
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, height, f"{label} :")
        canvas.acroForm.textfield(
            name=label, value=value, x=200, y=height - 5, width=200, height=18
        )
    canvas.drawString(72, 560, "Fait pour la commission du pôle, à remettre avant la fin du mois.")
    canvas.save()
    return buffer.getvalue()


def read(data: bytes) -> str:
    return read_bytes(data, "a.pdf", Limits()).content


def changed(writer: PdfWriter) -> str:
    buffer = io.BytesIO()
    writer.write(buffer)
    return read(buffer.getvalue())


def fields(writer: PdfWriter) -> list[DictionaryObject]:
    return [note.get_object() for note in writer.pages[0]["/Annots"]]


def test_what_was_typed_stands_behind_its_label() -> None:
    assert read(form()).startswith(f"{FILLED}\n\nFait pour la commission")


def test_values_that_no_program_has_drawn_yet() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form())))
    for field in fields(writer):
        del field["/AP"]
    writer.root_object["/AcroForm"][NameObject("/NeedAppearances")] = BooleanObject(True)
    assert changed(writer).startswith(FILLED)


def test_hidden_fields_are_not_read() -> None:
    for flag in (2, 32):  # hidden, and not shown on a screen
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form())))
        fields(writer)[1][NameObject("/F")] = NumberObject(flag)
        content = changed(writer)
        assert "450 000" not in content
        assert "RAILTEAM" in content


def test_a_text_laid_over_a_page() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form())))
    writer.add_annotation(0, FreeText(text="Reçu le 4 mai", rect=(72, 500, 300, 520)))
    content = changed(writer)
    assert content.startswith(FILLED)


def test_a_form_of_values_only() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 760, " ")
    canvas.acroForm.textfield(name="a", value="Une valeur seule", x=72, y=700, width=200, height=18)
    canvas.save()
    assert read(buffer.getvalue()) == "Une valeur seule"
