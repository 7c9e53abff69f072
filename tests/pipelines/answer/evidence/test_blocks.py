"""Lists in a text, with what leads to them."""

import pytest

from ingest.types import Heading, Span, Text
from pipelines.answer.evidence.blocks import among, blocks


def found(content, *headings):
    """Leads and items of a text whose headings are (words, level)."""
    places = tuple(
        Heading(Span(content.index(words), content.index(words) + len(words)), level)
        for words, level in headings
    )
    return [
        (block.lead.of(content), [item.of(content) for item in block.items])
        for block in blocks(Text(content, "txt", headings=places))
    ]


def test_marks_and_numbers_make_items_of_the_line_that_leads():
    content = "All is well. The rules are these:\n- pay early;\n- come on time.\n\nThat is it."
    assert found(content) == [("The rules are these:", ["pay early;", "come on time."])]
    assert found("Steps\n\n1. Sort.\n\n2) Sell.") == [("Steps", ["Sort.", "Sell."])]


def test_a_sentence_that_ends_does_not_lead():
    content = (
        f"{'It was a long and quiet day at the harbour, with many guests. ' * 4}\n- one\n- two"
    )
    assert found(content) == []


def test_one_item_is_no_list():
    assert found("Rules:\n- pay") == []


def test_a_heading_with_a_number_is_no_item():
    content = (
        "Rapport\n\n4. Constats\n\nOn retient :\n\n- peu de temps\n- peu d'argent\n\n"
        "5. Conseils\n\n6. Limites du travail\n\nIl fut court."
    )
    numbered = ("4. Constats", "5. Conseils", "6. Limites du travail")
    headings = [("Rapport", 1), *((words, 2) for words in numbered)]
    assert found(content, *headings) == [("On retient :", ["peu de temps", "peu d'argent"])]


def test_numbered_steps_under_a_heading_are_items_though_each_is_a_heading():
    content = "Guide\nHow it goes\n1. Ask\nSoon.\n2. Sign\nLater.\nAfterwards\nEnd."
    levels = [("Guide", 1), ("How it goes", 2), ("1. Ask", 3), ("2. Sign", 3), ("Afterwards", 2)]
    assert found(content, *levels) == [("How it goes", ["1. Ask", "2. Sign"])]


def test_a_row_leads_to_no_list():
    content = "Firm: Alba | Town: Ghent\nFirm: Borea | Town: Metz\n- pay early\n- come on time"
    assert found(content) == []


def test_headings_below_a_heading_are_its_items():
    content = "Report\nWhat we ask\nMoney\nSome.\nTime\nMore.\nAfterwards\nEnd."
    levels = [("Report", 1), ("What we ask", 2), ("Money", 3), ("Time", 3), ("Afterwards", 2)]
    assert found(content, *levels) == [("What we ask", ["Money", "Time"])]


def test_a_heading_that_counts_leads_to_as_many_of_its_level():
    content = "Report\nTrois demandes\nPayer\nOui.\nFormer\nOui.\nOuvrir\nOui.\nObjections\nNon."
    words = ("Trois demandes", "Payer", "Former", "Ouvrir", "Objections")
    assert found(content, *((word, 2) for word in words)) == [
        ("Trois demandes", ["Payer", "Former", "Ouvrir"])
    ]


def test_a_row_or_an_item_stands_among_its_own_kind():
    content = (
        "Winners\n\nRank: 1 | Firm: Alba | Town: Ghent\nRank: 2 | Firm: Borea | Town: Metz\n\n"
        "Then came lunch.\n\nRules:\n- pay early;\n- come on time."
    )
    text = Text(content, "txt")

    def around(words):
        start = content.index(words)
        found = among(text, Span(start, start + len(words)))
        return [span.of(content) for span in found]

    assert around("Firm: Borea") == [
        "Rank: 1 | Firm: Alba | Town: Ghent",
        "Rank: 2 | Firm: Borea | Town: Metz",
    ]
    assert around("- come on time.") == ["pay early;", "come on time."]
    assert around("Then came lunch.") == []


@pytest.mark.parametrize(
    "content",
    [
        "The fair was long. Of it, three lessons remain. First, ask early. It pays. Then, write it"
        " down. Finally, thank the hosts. We came home late.",
        "Le salon fut long. On en retient trois leçons. D'abord, demander tôt. C'est utile."
        " Ensuite, tout noter. Enfin, remercier les hôtes. Le retour fut tardif.",
    ],
)
def test_sentences_told_in_turn_are_a_list(content):
    ((lead, items),) = found(content)
    assert "three lessons" in lead or "trois leçons" in lead
    assert len(items) == 3
    assert items[0].endswith(("It pays.", "C'est utile."))
    assert items[2] in ("Finally, thank the hosts.", "Enfin, remercier les hôtes.")


@pytest.mark.parametrize(
    "content",
    [
        "We walked to the harbour. First, we saw boats. Then, we ate. Finally, we slept.",
        "Nous avons vu deux usines. Enfin, nous sommes rentrés. Ensuite, rien.",
        "Three firms came. First, Alba spoke. The others listened.",
    ],
)
def test_what_is_not_counted_or_not_told_whole_is_no_list(content):
    assert found(content) == []
