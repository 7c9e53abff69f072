"""Lines of PDF pages: raised letters, letters set for show, turned text, signs for bullets."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.read import Limits, read_bytes
from ingest.read.pdf_raised import raised, without_notes
from ingest.types import Text

FIRST = "Les membres du pôle se sont réunis à Lille pour parler de la suite du projet"
SECOND = "et de ses moyens."


def read(draw: Callable[[Canvas], None]) -> Text:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return read_bytes(buffer.getvalue(), "a.pdf", Limits())


def content(draw: Callable[[Canvas], None]) -> str:
    return read(draw).content


def with_raised(*pieces: str) -> Callable[[Canvas], None]:
    """Draws pieces of text, those that begin with "^" raised and small, "_" lowered and small."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 760)
        for piece in pieces:
            shift = {"^": 4, "_": -2}.get(piece[0], 0)
            text.setFont("Helvetica", 7 if shift else 11)
            text.setRise(shift)
            text.textOut(piece[1:] if shift else piece)
        canvas.drawText(text)

    return draw


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["Soit 450", "^1", " entreprises."], "Soit 450 entreprises."),
        (["En 2022", "^3", ", puis."], "En 2022, puis."),
        (["Selon l'étude", "^2", " du pôle."], "Selon l'étude du pôle."),
        (["Les PME", "^4,5", " ont gagné."], "Les PME ont gagné."),
        (["Un budget", "^(12)", " suivi."], "Un budget suivi."),
        (["Il finit.", "^7", " Il reprend."], "Il finit. Il reprend."),
        (["Sur 30 m", "^2", " de halles."], "Sur 30 m² de halles."),
        (["Soit 5 km", "^2", " ou 10", "^6", " tonnes."], "Soit 5 km² ou 10⁶ tonnes."),
        (["La 1", "^re", " fois, le 1", "^er", " mai."], "La 1re fois, le 1er mai."),
        (["The 21", "^st", " century."], "The 21st century."),
        (["Le n", "^o", " 4 du XXI", "^e", " siècle."], "Le n° 4 du XXIe siècle."),
        (["Du CO", "_2", " et du H", "_2", "."], "Du CO2 et du H2."),
        (["Une part de ", "^1", "/2 au plus."], "Une part de 1/2 au plus."),
        (["Soit 2100", "^a", " et la 100", "^e", " PME."], "Soit 2100 et la 100e PME."),
        (["^1", " Rapport annuel."], "1 Rapport annuel."),
        (["^2", "Rapport annuel."], "2 Rapport annuel."),
    ],
)
def test_the_number_of_a_footnote_is_no_part_of_a_figure(pieces: list[str], expected: str) -> None:
    assert content(with_raised(*pieces)) == expected


def test_notes_that_are_characters_of_their_own() -> None:
    assert without_notes("En 2022³, 450¹ PME¹,²") == "En 2022, 450 PME"
    kept = "20 m², 5 km², 10² et x³ ¹ Une note"
    assert without_notes(kept) == kept


def test_what_is_raised_behind_a_text() -> None:
    assert raised("a", "valeur") == "a"
    assert raised("-3", "10") == "⁻³"
    assert raised("3", "4,10") == ""


def test_a_line_stays_whole_around_raised_letters() -> None:
    text = content(with_raised("Le pôle a réuni 450", "^1", " entreprises et 30 élus", "^2", "."))
    assert text == "Le pôle a réuni 450 entreprises et 30 élus."


def test_a_title_with_blanks_between_its_letters() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, "R A P P O R T   A N N U E L")
        canvas.drawString(60, 700, "Groupes A B C D E F du tirage au sort")

    assert content(draw).split("\n\n") == [
        "RAPPORT ANNUEL",
        "Groupes A B C D E F du tirage au sort",
    ]


@pytest.mark.parametrize(
    ("letter", "rest", "expected"),
    [
        ("L", "es membres", "Les membres"),
        ("L", "’association", "L’association"),
        ("À", "l’occasion", "À l’occasion"),
        ("A", "près la fête", "Après la fête"),
    ],
)
def test_a_drop_cap_begins_its_word(letter: str, rest: str, expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 40)
        canvas.drawString(60, 732, letter)
        start = 62 + canvas.stringWidth(letter)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(start, 760, f"{rest} de la ville et de la région se sont retrouvés")
        canvas.drawString(start, 746, SECOND)

    assert content(draw).startswith(f"{expected} de la ville")


def test_a_large_number_is_no_drop_cap() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 40)
        canvas.drawString(60, 732, "7")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(84, 760, "régions ont pris part au projet.")

    assert content(draw) == "7\n\nrégions ont pris part au projet."


def test_a_banner_along_the_edge_comes_after_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -20, "Document de travail du pôle")
        canvas.restoreState()
        canvas.drawString(60, 760, FIRST)
        canvas.drawString(60, 746, SECOND)

    assert content(draw) == f"{FIRST} {SECOND}\n\nDocument de travail du pôle"


def test_a_page_whose_text_is_all_turned_is_read_as_it_is_written() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(60, -100, FIRST)
        canvas.drawString(60, -114, SECOND)
        canvas.drawString(60, -150, "Un autre paragraphe.")

    assert content(draw) == f"{FIRST} {SECOND}\n\nUn autre paragraphe."


def test_signs_of_symbol_fonts_are_bullets() -> None:
    def draw(canvas: Canvas) -> None:
        for place, text in enumerate(("un premier point", "un second point")):
            canvas.setFont("Courier", 11)
            canvas.drawString(60, 760 - 14 * place, "o")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(74, 760 - 14 * place, text)
        canvas.drawString(60, 700, "o de casa, em português")

    assert content(draw) == "• un premier point\n• un second point\n\no de casa, em português"


def test_a_size_that_comes_from_a_scale() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.scale(0.5, 0.5)
        canvas.setFont("Helvetica-Bold", 40)
        canvas.drawString(120, 1560, "Un titre")
        canvas.setFont("Helvetica", 22)
        for place, line in enumerate((FIRST, SECOND)):
            canvas.drawString(120, 1500 - 28 * place, line)

    text = read(draw)
    assert text.content == f"Un titre\n\n{FIRST} {SECOND}"
    assert [h.span.of(text.content) for h in text.headings] == ["Un titre"]


def test_words_of_a_scan_that_are_not_quite_even() -> None:
    words = "Le pôle a reçu 450 euros et 30 élus, le 4 mai, puis 12 PME de la ville.".split()

    def draw(canvas: Canvas) -> None:
        left = 60.0
        for place, word in enumerate(words):
            size = 11 - place % 3 * 0.5
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, 760 + 0.3 * place + (place % 2) * 1.5, word)
            left += canvas.stringWidth(word) + 3

    assert content(draw) == " ".join(words)
