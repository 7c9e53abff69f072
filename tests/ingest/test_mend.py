"""What is only seen with the whole text in view is mended, and every offset follows."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.mend import mend
from ingest.types import Heading, Span, Text


def mended(content):
    return mend(Text(content, "txt")).content


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Les pro- jets du pôle.", "Les projets du pôle."),
        ("Les entre-\nprises du pôle.", "Les entreprises\ndu pôle."),
        ("En Rhône-\nAlpes, tout va.", "En Rhône-Alpes,\ntout va."),
        ("Un rendez-\nvous à Namur.", "Un rendez-vous\nà Namur."),
        ("Un rendez- vous à Namur.", "Un rendez-vous à Namur."),
        ("Le projet, et celui-\nci surtout.", "Le projet, et celui-ci\nsurtout."),
        ("A follow-\nup visit.", "A follow-up\nvisit."),
        ("Les start-\nups du pôle.", "Les start-ups\ndu pôle."),
        ("Short- and long-term needs.", "Short- and long-term needs."),
        ("Pré- et post-production.", "Pré- et post-production."),
        ("Le 19mars2019 à Namur.", "Le 19 mars 2019 à Namur."),
        ("De la filière.Le pôle suit.", "De la filière. Le pôle suit."),
        ("See www.alba.Org and v2.Beta.", "See www.alba.Org and v2.Beta."),
        ("Bonjour {{ user.name }}, merci.", "Bonjour, merci."),
        ("Bonjour «NOM_CLIENT», merci.", "Bonjour, merci."),
        (
            "Le projet «HELIOPORT» débute, «B2B» aussi.",
            "Le projet «HELIOPORT» débute, «B2B» aussi.",
        ),
        ("Titre\n[Insert the date of the event]\nSuite.", "Titre\nSuite."),
    ],
)
def test_words_and_leaks(content, expected):
    assert mended(content) == expected


def test_a_line_that_follows_itself_goes_and_rows_of_a_table_stay():
    twice = "Forum des filières du bois\nForum des filières du bois\nTexte."
    assert mended(twice) == "Forum des filières du bois\nTexte."
    table = "Budget: 20 000 € | Part: 50 %\nBudget: 20 000 € | Part: 50 %"
    assert mended(table) == table


def test_contents_without_dots_go():
    contents = "Sommaire\nIntroduction 3\nLes filières 5\nConclusion 12\n\nLe texte commence."
    assert mended(contents) == "Le texte commence."


def paged(*pages, headings=()):
    content = "\n".join(pages)
    starts = tuple(sum(len(page) + 1 for page in pages[:number]) for number in range(len(pages)))
    found = tuple(
        Heading(Span(content.index(one), content.index(one) + len(one)), 1) for one in headings
    )
    return mend(Text(content, "pdf", pages=starts, headings=found)).content


def test_counted_footers_of_pages_go():
    foot = [f"Paragraphe {n}.\nCluster Alba annual report | {n}" for n in (1, 2, 3)]
    assert paged(*foot) == "Paragraphe 1.\nParagraphe 2.\nParagraphe 3."
    head = [f"Cluster Alba annual report | {n}\nParagraphe {n}." for n in (1, 2, 3)]
    assert paged(*head) == "Paragraphe 1.\nParagraphe 2.\nParagraphe 3."


def test_numbered_titles_are_no_footers():
    titles = [f"Groupe de travail européen - {n}" for n in (1, 2, 3)]
    text = "\n".join(f"{title}\nOn a parlé du point {title[-1]}." for title in titles)
    assert mended(text) == text
    inside = [f"Avant {n}.\n{title}\nAprès {n}." for n, title in enumerate(titles)]
    assert paged(*inside) == "\n".join(inside)
    heads = [f"{title}\nDu texte." for title in titles]
    assert paged(*heads, headings=titles) == "\n".join(heads)
    figures = "Turnover of the Alba members – 12\nTurnover of the Alba members – 30"
    assert mended(figures) == figures


def test_headings_and_pages_keep_their_places():
    content = "Les pro- jets du pôle\nUn.\nLes entre-\nprises de demain\nDeux."
    second = content.index("Les entre")
    heading = Heading(Span(content.index("Deux"), content.index("Deux") + 4), 2)
    text = mend(Text(content, "pdf", pages=(0, second), headings=(heading,)))
    assert text.content[text.pages[1] :].startswith("Les entreprises")
    assert text.headings[0].span.of(text.content) == "Deux"


PIECES = st.sampled_from(
    ["pro- ", "jets", "entre-\n", "prises ", "19mars", "2019", "\n", "{{ x }}", "fin.Le "]
)


@example("entre-\n" * 4 + "jetsentre-\njets")
@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_mending_again_changes_nothing_and_pages_stay_inside(content):
    text = mend(Text(content, "pdf", pages=(0, len(content) // 2)))
    assert mend(text).content == text.content
    assert all(0 <= page <= len(text.content) for page in text.pages)
