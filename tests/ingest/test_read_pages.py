"""Lines of pages put together: where paragraphs end, what stands at the edges, cut words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.read import Limits
from ingest.read.page_lines import Line
from ingest.read.pages import compose


def column(*texts: str, left: float = 50, top: float = 700, letter: float = 5) -> list[Line]:
    return [
        Line(
            text.removesuffix("~"),
            hyphen=text.endswith("~"),
            size=11,
            left=left,
            right=left + letter * len(text),
            bottom=top - 14 * place,
            page_height=842,
        )
        for place, text in enumerate(texts)
    ]


def edge(text: str, bottom: float = 30, size: float = 8) -> Line:
    return Line(text, size=size, left=50, right=50 + 4 * len(text), bottom=bottom, page_height=842)


def read(*pages: Sequence[Line]) -> list[str]:
    return compose(pages, {}, Limits()).content.split("\n\n")


WIDE = "Une ligne de la page qui va jusqu'à la marge de droite et dit peu"
LEFT = (
    "Le projet des élus,",
    "RAILBRIDGE de la Région",
    "réunit avec la société",
    "European Clusters",
    "Alliance et Bretagne",
    "Mobilité cinq villes.",
)
RIGHT = (
    "Les élus de Lille, de",
    "Petite Forêt et de Gand",
    "se retrouvent une fois",
    "par an, en mai, avec",
    "Mme Durand et 45 autres",
    "personnes.",
)


def test_lines_of_a_column_end_at_its_own_margin() -> None:
    page = [*column(WIDE, top=760), *column(*LEFT), *column(*RIGHT, left=240)]
    assert read(page) == [WIDE, " ".join(LEFT), " ".join(RIGHT)]


def test_a_sentence_goes_on_in_the_next_column_whatever_letter_it_begins_with() -> None:
    first = ("Les élus de la ville de", "Lille et ceux du pays", "reçoivent la société de")
    second = ("Rennes et ses amis, puis", "Gand et ses amis, puis", "d'autres villes encore.")
    page = [*column(*first), *column(*second, left=240)]
    assert read(page) == [" ".join((*first, *second))]


def test_addresses_beside_each_other_stay_in_lines() -> None:
    left = ("Pôle du Nord", "12 rue de la Gare", "59000 Lille", "Tél. 03 20")
    right = ("Région", "1 place du Marché", "35000 Rennes", "Tél. 02 99")
    page = [*column(*left), *column(*right, left=220), *column(WIDE, WIDE.lower(), top=600)]
    assert read(page)[:8] == [*left, *right]


def test_ragged_lines_are_one_paragraph() -> None:
    lines = (
        "Nous avons vu les ateliers de la",
        "Société des Chemins de Fer de",
        "Gand et de Lille.",
    )
    assert read(column(*lines)) == [" ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Pôle du Nord", "12 rue de la Gare", "59000 Lille"),
        ("Présents", "Mme Roy, Région", "M. Petit, pôle du Nord"),
    ],
)
def test_short_lines_that_are_meant_stay_apart(lines: tuple[str, ...]) -> None:
    page = [*column(WIDE, WIDE.lower(), top=760), *column(*lines, top=600)]
    assert read(page)[1:] == list(lines)


def test_a_paragraph_that_ends_short_of_the_margin_ends() -> None:
    page = column(WIDE, "et finit ici.", "Une autre phrase commence alors un autre paragraphe.")
    assert read(page) == [f"{WIDE} et finit ici.", page[2].text]


def bodies(count: int = 3) -> list[list[Line]]:
    return [column(WIDE, f"et cette page est la page {'abc'[page]}.") for page in range(count)]


def test_footnotes_that_end_in_a_number_are_text() -> None:
    pages = bodies()
    notes = ("1 Rapport annuel du pôle, Lille, p. 36", "2 Enquête sur les PME, article 12")
    pages[1] += [edge(notes[0], 60), edge(notes[1], 50)]
    assert read(*pages)[2:4] == list(notes)


@pytest.mark.parametrize("own", ["1 Rapport annuel, p. 2", "Voir le rapport, article 2"])
def test_a_footnote_that_ends_in_the_number_of_its_page_is_text(own: str) -> None:
    pages = bodies()
    pages[1].append(edge(own))
    assert own in read(*pages)


@pytest.mark.parametrize(
    "footer",
    ["Pôle Test – {}", "Rapport de mission {}/3", "{}", "- {} -", "Page {} sur 3", "p. {}", "{}/3"],
)
@pytest.mark.parametrize("first", [1, 35])
def test_footers_that_count_the_pages_are_no_text(footer: str, first: int) -> None:
    pages = bodies()
    for place, page in enumerate(pages):
        page.append(edge(footer.format(first + place)))
    assert all("page est" in paragraph for paragraph in read(*pages))


def test_a_footer_of_one_page() -> None:
    assert len(read([*column(WIDE), edge("Pôle Test, rapport de mission 1")])) == 1


def test_titles_of_two_years_are_no_running_header() -> None:
    pages = bodies(2)
    for page, year in zip(pages, (2022, 2023), strict=True):
        page.insert(0, edge(f"Bilan du programme {year}", 800, 11))
    assert [text for text in read(*pages) if "Bilan" in text] == [
        "Bilan du programme 2022",
        "Bilan du programme 2023",
    ]


def test_headers_that_repeat_are_no_text() -> None:
    pages = bodies()
    for place, page in enumerate(pages, 1):
        page.insert(0, edge(f"Bilan du programme 2022, page {place} / 3", 800, 11))
    assert not any("Bilan" in text for text in read(*pages))


def test_the_year_on_a_title_page_is_text() -> None:
    assert "2022" in read([*column("Un rapport"), edge("2022", 60, 11)], *bodies())


def test_small_pages_of_roman_numbers() -> None:
    assert "iv" not in read([*column(WIDE), edge("iv", 30, 11)])


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (("Un rendez~", "vous est pris."), "Un rendez-vous est pris."),
        (("Les sous~", "traitants le disent."), "Les sous-traitants le disent."),
        (("Ce sont celles~", "ci qui restent."), "Ce sont celles-ci qui restent."),
        (("A long~", "term plan."), "A long-term plan."),
        (("Voici leurs pro~", "jets de mai."), "Voici leurs projets de mai."),
        (("Les entre~", "prises en parlent."), "Les entreprises en parlent."),
        (("En 2020-", "2021 tout change."), "En 2020-2021 tout change."),
    ],
)
def test_a_word_keeps_the_hyphen_that_is_its_own(cut: tuple[str, ...], whole: str) -> None:
    assert read(column(*cut)) == [whole]


def test_footnotes_and_cells_are_no_headings() -> None:
    small = edge("2 Enquête sur les entreprises", 120)
    pages = [[*column(WIDE, WIDE.lower()), small], column(WIDE)]
    assert not compose(pages, {}, Limits()).headings


def test_what_repeats_under_a_first_line_is_text() -> None:
    pages = [
        [*column(f"Le pôle {name} parle de", "transport.", top=790), edge(f"Rapport - {number}")]
        for number, name in enumerate(("Alpha", "Bêta", "Gamma"), 1)
    ]
    assert read(*pages)[0] == "Le pôle Alpha parle de transport."
    assert "Rapport" not in " ".join(read(*pages))
