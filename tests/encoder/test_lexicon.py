"""Look-ups in a lexicon: terms, phrases, accents, inflections, errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.errors import EncoderError
from encoder.lexicon import (
    Lexicon,
    Translation,
    default_lexicon,
    fold,
)

ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.tsv"
    lines = sorted(
        [
            "fr\tmarche\tmarché\t120\tmarket=0.9",
            "fr\tmarche\tmarche\t10\twalk=0.8|step=0.2",
            "fr\tappel d offres\tappel d'offres\t1\tcall for tenders=1.0",
            "fr\tappel\tappel\t1\tcall=1.0",
            "fr\tadherent\tadhérent\t1\tmember=1.0",
            "fr\tcanal\tcanal\t1\tchannel=1.0",
            "en\tstudy\tstudy\t1\tétude=1.0",
            "en\tbad\tbad\tmany\tmauvais=1.0",
        ]
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Lexicon(path)


def test_accents_given_are_heeded_and_missing_ones_forgiven(small):
    assert small.translate("Marché", "fr") == (Translation("market", 0.9),)
    # No accents: "marché", seen 120 times, counts a quarter, 30 beside 10 of "marche", which is
    # spelled so: .9 × ¾, .8 × ¼, .2 × ¼. In capitals accents say nothing: 120 of 130.
    assert small.translate("marche", "fr") == (
        Translation("market", 0.675),
        Translation("walk", 0.2),
        Translation("step", 0.05),
    )
    assert small.translate("MARCHE", "fr")[0] == Translation("market", 0.8307)
    assert small.translate("marchë", "fr") == small.translate("MARCHE", "fr")


@pytest.mark.parametrize(
    "words",
    [
        ["un", "appel", "d'offres", "ouvert"],
        ["un", "Appel", "d’Offres", "ouvert"],
        ["un", "appel", "d'", "offres", "ouvert"],
        ["un", "appel", "d", "offres", "ouvert"],
        ["un", "l'appel", "d'offres", "ouvert"],
    ],
)
def test_phrases_are_found_however_elisions_are_cut(small, words):
    ((start, end, translations),) = small.phrases(words, "fr")
    assert (start, end) == (1, len(words) - 1)
    assert translations == (Translation("call for tenders", 1.0),)


def test_phrases_stop_at_punctuation_and_leave_single_words(small):
    assert small.phrases(["appel", ",", "d'offres"], "fr") == []
    assert small.phrases(["appel"], "fr") == []
    assert small.phrases([], "fr") == []


def test_unknown_terms_have_no_translation(small):
    assert small.translate("zyzomys", "fr") == ()
    assert small.translate("", "fr") == ()
    assert small.translate("?!", "en") == ()
    assert small.translate("appel", "en") == ()


@pytest.mark.parametrize(
    ("form", "source", "translation"),
    [
        ("adhérente", "fr", "member"),
        ("adhérentes", "fr", "member"),
        ("l'adhérente", "fr", "member"),
        ("canaux", "fr", "channel"),
        ("studies", "en", "étude"),
    ],
)
def test_unknown_plurals_and_feminines_are_translated_as_what_they_are_made_from(
    small, form, source, translation, listed
):
    assert listed(small, form, source) == [translation]


def test_a_name_is_no_inflected_word(small):
    assert small.translate("Appels", "fr") == ()
    assert small.translate("appels", "fr") == (Translation("call", 1.0),)


def test_bad_line_and_missing_file_are_named(small, tmp_path):
    with pytest.raises(EncoderError, match=r"bad line: 'en.tbad"):
        small.translate("bad", "en")
    with pytest.raises(EncoderError, match=r"none\.tsv is missing.*training\.lexicon"):
        Lexicon(tmp_path / "none.tsv")


def test_phrases_in_a_question(lexicon):
    words = "Qui a organisé la réunion de lancement et l’appel à projets ?".split()
    found = {
        " ".join(words[start:end]): translations[0].term
        for start, end, translations in lexicon.phrases(words, "fr")
    }
    assert found == {
        "réunion de lancement": "kick-off meeting",
        "l’appel à projets": "call for projects",
    }


def test_accents_case_and_apostrophes_do_not_matter(lexicon, listed):
    assert listed(lexicon, "REUNION", "fr") == listed(lexicon, "réunion", "fr")
    assert listed(lexicon, "appel d’offres", "fr") == listed(lexicon, "appel d'offres", "fr")
    assert listed(lexicon, "l’échange", "fr") == listed(lexicon, "échange", "fr")


@given(ANY_TEXT)
def test_fold_is_idempotent_and_lower_case(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert "’" not in folded


def test_fold():
    assert fold("L’ŒUVRE d'Éloïse, naïve Ǽ") == "l'oeuvre d'eloise, naive ae"


@given(st.lists(ANY_TEXT | st.sampled_from(["appel", "à", "projets", "d'offres", ","])))
def test_phrases_are_in_order_apart_and_within(words):
    place = 0
    for start, end, translations in default_lexicon().phrases(words, "fr"):
        assert place <= start
        assert start + 2 <= end <= len(words)
        assert 0 < sum(translation.probability for translation in translations) <= 1
        place = end
