"""A user's words as they are searched, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.lexicon import default_lexicon
from pipelines.retrieval.query import analyse
from pipelines.terms.match import highlights, stems_of_words, wanted_stems
from pipelines.terms.words import folded_words


@pytest.fixture(scope="module")
def lexicon():
    return default_lexicon()


def test_a_french_word_is_searched_by_its_english_names(lexicon):
    query = analyse("Qui a financé la formation des entreprises ?", lexicon)
    assert query.language == "fr"
    assert "training" in query.lexical("en")
    assert {"company", "companies", "business", "enterprise"} & set(query.lexical("en"))
    assert "formation" in query.lexical("fr")


def test_a_term_of_several_words_is_translated_as_one(lexicon):
    query = analyse("appel à projets pour les PME", lexicon)
    assert any("call for" in form for form in query.lexical("en"))
    assert "SME" in {form.upper() for form in query.lexical("en")}


def test_names_stay_as_they_are(lexicon):
    query = analyse("Où est le siège de CLAMTEX ?", lexicon)
    name = next(term for term in query.terms if term.text == "CLAMTEX")
    assert name.name
    assert name.forms["en"] == {"CLAMTEX": 1.0}


def test_a_project_the_library_knows_is_a_name_in_small_letters_too(lexicon):
    query = analyse("budget de boisvert", lexicon, {"boisvert"})
    assert next(term for term in query.terms if term.text == "boisvert").name


@pytest.mark.parametrize(("text", "acronym"), [("AI strategy", "AI"), ("IT", "IT"), ("l'EU", "EU")])
def test_an_acronym_that_is_spelt_like_a_small_word_is_looked_for(lexicon, text, acronym):
    assert acronym in [term.text for term in analyse(text, lexicon).terms]
    assert "ai" not in [term.text for term in analyse("j'ai lu le rapport", lexicon).terms]


def test_pasted_letters_are_the_words_they_look_like(lexicon):
    for pasted, typed in (
        ("re\u0301union de lancement", "réunion de lancement"),
        ("inno\u00advation", "innovation"),
        ("pro\u200bjets", "projets"),
    ):
        assert analyse(pasted, lexicon) == analyse(typed, lexicon)


@pytest.mark.parametrize("text", ["Göteborg", "göteborg", "port de Göteborg"])
def test_a_town_is_looked_for_by_all_its_names_wherever_it_stands(lexicon, text):
    assert "gothenburg" in analyse(text, lexicon).lexical("en")


def test_a_town_is_no_common_word(lexicon):
    assert set(analyse("réunion à Liège", lexicon).lexical("en")) & {"cork"} == set()
    assert "cork" in analyse("le prix du liège", lexicon).lexical("en")


def test_an_unsure_query_is_read_in_both_languages(lexicon):
    query = analyse("clusters PME", lexicon)
    assert not query.sure
    assert "clusters" in query.lexical("fr")
    assert "clusters" in query.lexical("en")


def test_expansions_show_other_words_only(lexicon):
    for expansion in analyse("subvention pour l'innovation", lexicon).expansions():
        assert expansion.also
        assert expansion.term not in expansion.also


def test_coverage_reaches_across_languages_and_forms(lexicon):
    query = analyse("Les entreprises financées", lexicon)
    wanted = wanted_stems(query)["en"]
    assert wanted & stems_of_words(folded_words("Companies funded by the region"), "en")
    assert not wanted & stems_of_words(folded_words("Weather in the north"), "en")


def test_highlights_are_words_of_the_text(lexicon):
    query = analyse("training of cluster managers", lexicon)
    text = "La formation des gestionnaires de grappe commence."
    marked = [text[start:end] for start, end in highlights(query, text, "fr")]
    assert any("formation" in words for words in marked)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    query = analyse(text, default_lexicon())
    for term in query.terms:
        assert query.text[term.start : term.end] == term.text
    for start, end in highlights(query, text, "fr"):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Which Danish partner hosted the visit?", "Danish"),
        ("water saved in the Cretan greenhouse", "Cretan"),
        ("Combien de moulins au début du XXe siècle ?", "XXe"),
    ],
)
def test_where_from_and_which_century_are_no_names(lexicon, question, word):
    (term,) = [t for t in analyse(question, lexicon).terms if t.text == word]
    assert not term.name


def test_a_public_body_stays_a_name(lexicon):
    (term,) = [t for t in analyse("What did Vinnova pay?", lexicon).terms if t.text == "Vinnova"]
    assert term.name


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Quels partenaires viennent de Suisse ?", "Suisse"),
        ("Where did Anne Lombard speak?", "Lombard"),
    ],
)
def test_places_and_people_stay_names(lexicon, question, word):
    (term,) = [term for term in analyse(question, lexicon).terms if term.text == word]
    assert term.name


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who is Solveig Brandmoe?", ["Solveig", "Brandmoe"]),  # three capitals in four words
        ("who hosted the meeting in tampere", ["tampere"]),
        ("qui est gaelle trevarnec ?", ["gaelle", "trevarnec"]),
        ("budget de florvalis", ["florvalis"]),  # a name of the library
        ("Who Hosted The Meeting", []),
        ("WHO HOSTED THE MEETING", []),
        ("le prix de la rose et du marc", []),  # first names that are words
        ("une rose mecatroniqe", []),  # mistyped
        ("le tour de nice", []),
        ("formation des entreprises danoises", []),
    ],
)
def test_names_are_known_however_they_are_typed(lexicon, question, names):
    query = analyse(question, lexicon, (), named=frozenset({"florvalis", "formation"}))
    assert [term.text for term in query.terms if term.name] == names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("c quoi florvalis", "c'est quoi florvalis"),
        ("C koi florvalis ?", "c'est quoi florvalis ?"),
        ("et c combien ?", "et c'est combien ?"),
        ("cest ou le forum", "c'est ou le forum"),
        ("la vitamine c ou d ?", "la vitamine c ou d ?"),
        ("C ou Python ?", "C ou Python ?"),
        ("ces clusters, qui les paie ?", "ces clusters, qui les paie ?"),
    ],
)
def test_what_is_typed_in_a_hurry_is_written_out(lexicon, typed, meant):
    assert analyse(typed, lexicon).text == meant
