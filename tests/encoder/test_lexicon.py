"""Look-ups in the lexicon, and what the file must be."""

import csv
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.errors import EncoderError
from encoder.lexicon import DEFAULT_PATH, Lexicon, Translation, default_lexicon, fold, lookup_key

ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@pytest.fixture(scope="module")
def lexicon():
    return default_lexicon()


def listed(lexicon, term, source):
    return [translation.term for translation in lexicon.translate(term, source)]


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.tsv"
    lines = sorted(
        [
            "fr\tmarche\tmarché\t30\tmarket=0.9",
            "fr\tmarche\tmarche\t10\twalk=0.8|step=0.2",
            "fr\tappel d offres\tappel d'offres\t1\tcall for tenders=1.0",
            "fr\tappel\tappel\t1\tcall=1.0",
            "en\tbad\tbad\tmany\tmauvais=1.0",
        ]
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Lexicon(path)


def test_accents_given_are_heeded_and_missing_ones_forgiven(small):
    assert small.translate("Marché", "fr") == (Translation("market", 0.9),)
    # No accents: 30 of 40 sightings are "marché" (.9 × ¾), 10 are "marche" (.8 × ¼, .2 × ¼).
    assert small.translate("marche", "fr") == (
        Translation("market", 0.675),
        Translation("walk", 0.2),
        Translation("step", 0.05),
    )
    assert small.translate("marchë", "fr") == small.translate("marche", "fr")


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


def test_bad_line_and_missing_file_are_named(small, tmp_path):
    with pytest.raises(EncoderError, match=r"bad line: 'en.tbad"):
        small.translate("bad", "en")
    with pytest.raises(EncoderError, match=r"none\.tsv is missing.*training\.lexicon"):
        Lexicon(tmp_path / "none.tsv")


# The file that comes with Grappe


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("appel à projets", "call for projects"),
        ("appels à projets", "calls for projects"),
        ("pôle de compétitivité", "competitiveness cluster"),
        ("pôles de compétitivité", "competitiveness clusters"),
        ("PME", "sme"),
        ("ETI", "mid-cap"),
        ("grappe", "cluster"),
        ("réunion de lancement", "kick-off meeting"),
        ("chef de file", "lead partner"),
        ("filière", "sector"),
        ("adhérent", "member"),
        ("échange de personnel", "staff exchange"),
        ("transition écologique", "green transition"),
        ("transition numérique", "digital transition"),
        ("feuille de route", "roadmap"),
        ("date limite", "deadline"),
        ("subvention", "grant"),
        ("usine à projets", "project factory"),
        ("intervenante", "speaker"),
        ("orateur", "speaker"),
        ("ferroviaire", "railway"),
        ("organisée", "organised"),
        ("organisée", "organized"),
        ("hébergé", "hosted"),
        ("accueillie", "hosted"),
        ("fondée", "founded"),
        ("remboursés", "reimbursed"),
        ("emplois", "jobs"),
        ("entreprise", "company"),
        ("échange", "exchange"),
        ("formation", "training"),
        ("réunion", "meeting"),
        ("visite", "visit"),
        ("textile", "textile"),
        ("montant", "amount"),
        ("part", "share"),
        ("remboursement", "refund"),
    ],
)
def test_domain_words(lexicon, french, english):
    assert english in listed(lexicon, french, "fr")[:3]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("calls for proposals", "appels à projets"),
        ("kick-off meeting", "réunion de lancement"),
        ("Kick-Off", "lancement"),
        ("SMEs", "pme"),
        ("hosted", "accueilli"),
        ("founded", "fondé"),
        ("refund", "remboursement"),
        ("share", "part"),
        ("speaker", "intervenant"),
        ("railway", "ferroviaire"),
        ("digitalization", "numérisation"),
        ("digitalisation", "numérisation"),
        ("jobs", "emplois"),
    ],
)
def test_domain_words_from_english(lexicon, english, french):
    assert french in listed(lexicon, english, "en")[:3]


@pytest.mark.parametrize(
    ("word", "accident"),
    [
        ("grappe", "cluster munition"),
        ("intervenant", "intervener"),
        ("formation", "panel"),
        ("salon", "bedrooms"),
        ("adhérents", "sticky"),
    ],
)
def test_law_only_meanings_do_not_lead_domain_words(lexicon, word, accident):
    assert accident not in listed(lexicon, word, "fr")


def test_every_domain_pair_can_be_looked_up_both_ways(lexicon):
    with (DEFAULT_PATH.parent / "domain_terms.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) >= 250
    for row in rows:
        assert lexicon.translate(row["french"], "fr"), row
        assert lexicon.translate(row["english"], "en"), row


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


def test_accents_case_and_apostrophes_do_not_matter(lexicon):
    assert listed(lexicon, "REUNION", "fr") == listed(lexicon, "réunion", "fr")
    assert listed(lexicon, "appel d’offres", "fr") == listed(lexicon, "appel d'offres", "fr")
    assert listed(lexicon, "l’échange", "fr") == listed(lexicon, "échange", "fr")


def test_every_line_is_sorted_and_well_formed():
    lines = DEFAULT_PATH.read_text(encoding="utf-8").split("\n")[:-1]
    assert lines == sorted(lines)
    for line in lines:
        language, key, term, count, translations = line.split("\t")
        assert language in ("fr", "en")
        assert key == lookup_key(term)
        assert int(count) >= 1
        chances = [float(each.rpartition("=")[2]) for each in translations.split("|")]
        assert len(chances) <= 6
        assert sum(chances) <= 1.0000001
        assert chances == sorted(chances, reverse=True)


def test_no_function_word_and_no_number_is_a_head(lexicon):
    for word in ("de", "la", "pour", "2020", "dans", "ce"):
        assert lexicon.translate(word, "fr") == ()
    for word in ("the", "of", "for", "450", "shall"):
        assert lexicon.translate(word, "en") == ()


def test_file_is_small_and_loads_fast():
    assert DEFAULT_PATH.stat().st_size < 3_000_000
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        Lexicon()
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.06


# Wild text


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
