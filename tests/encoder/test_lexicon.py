"""Look-ups in the lexicon, and what the file must be."""

import csv
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.errors import EncoderError
from encoder.lexicon import (
    DEFAULT_PATH,
    Lexicon,
    Translation,
    default_lexicon,
    fold,
    lookup_key,
    spelling,
)
from encoder.training.lexicon.domain import ALSO, read_also, read_domain
from encoder.training.lexicon.folding import unit
from encoder.training.lexicon.spelling import other_spelling
from encoder.training.lexicon.stopwords import ENGLISH, FRENCH

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
    small, form, source, translation
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
        ("pépinière", "incubator"),
        ("référent", "contact person"),
        ("en distanciel", "online"),
        ("tête de file", "lead partner"),
        ("clôture des inscriptions", "registration deadline"),
        ("ETP", "fte"),
        ("arrêté", "order"),
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
        ("lead beneficiary", "bénéficiaire principal"),
        ("keynote speech", "conférence inaugurale"),
        ("KPI", "indicateur clé de performance"),
        ("regional", "régional"),
    ],
)
def test_domain_words_from_english(lexicon, english, french):
    assert french in listed(lexicon, english, "en")[:3]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("repoussé", "postponed"),
        ("décalé", "postponed"),
        ("ajourné", "postponed"),
        ("reprogrammer", "reschedule"),
        ("inscrire", "sign up"),
        ("inscrire", "registration"),
        ("économies", "savings"),
        ("coproduits", "by-products"),
        ("noté", "scored"),
        ("clause", "clause"),
        ("cotisation", "fee"),
        ("tarif", "fee"),
        ("salle", "venue"),
        ("présidé", "chaired"),
        ("dirige", "heads"),
        ("primé", "awarded"),
        ("vainqueur", "winner"),
        ("affluence", "attendance"),
        ("participer", "attend"),
        ("louer", "hire"),
        ("abandonné", "dropped"),
        ("intervenir", "speak"),
        ("exposé", "talk"),
        ("démarrage", "launch"),
        ("locaux", "premises"),
        ("rançon", "ransom"),
        ("piraté", "hacked"),
        ("expédier", "ship"),
        ("démissionner", "resign"),
        ("baisse", "drop"),
    ],
)
def test_words_of_questions_are_known_both_ways(lexicon, french, english):
    assert english in listed(lexicon, french, "fr")
    assert french in listed(lexicon, english, "en")


@pytest.mark.parametrize(
    ("word", "source", "first"),
    [
        ("launch", "en", "lancement"),
        ("held", "en", "organisé"),
        ("ship", "en", "navire"),
        ("train", "en", "train"),
        ("plant", "en", "usine"),
        ("tarif", "fr", "rate"),
        ("prix", "fr", "price"),
        ("échange", "fr", "exchange"),
        ("prête", "fr", "ready"),
        ("élevé", "fr", "high"),
        ("compte", "fr", "account"),
        ("important", "fr", "important"),
        ("adhésion", "fr", "membership"),
        ("inscription", "fr", "registration"),
        ("start-up", "en", "jeune pousse"),
        ("found", "en", "fonder"),
    ],
)
def test_what_a_word_may_be_called_besides_does_not_lead(lexicon, word, source, first):
    assert listed(lexicon, word, source)[0] == first


@pytest.mark.parametrize(("one", "other"), [("repoussé", "reporté"), ("gagnant", "lauréat")])
def test_words_that_mean_the_same_meet_there_and_back(lexicon, one, other):
    back = {
        found
        for there in listed(lexicon, one, "fr")[:4]
        for found in listed(lexicon, there, "en")[:4]
    }
    assert other in back


@pytest.mark.parametrize(
    ("word", "accident"),
    [
        ("grappe", "cluster munition"),
        ("intervenant", "intervener"),
        ("formation", "panel"),
        ("salon", "bedrooms"),
        ("adhérents", "sticky"),
        ("annexe", "schedule"),
        ("acte", "indictable"),
        ("remise", "remission"),
    ],
)
def test_law_only_meanings_do_not_lead_domain_words(lexicon, word, accident):
    assert accident not in listed(lexicon, word, "fr")


@pytest.mark.parametrize(
    ("word", "accident"),
    [("speaker", "président"), ("schedule", "annexe"), ("chamber", "caisson")],
)
def test_nor_words_from_english(lexicon, word, accident):
    assert accident not in listed(lexicon, word, "en")


@pytest.mark.parametrize(
    ("word", "meant"), [("rencontre", "meeting"), ("pilote", "pilot"), ("visite", "visit")]
)
def test_a_noun_is_not_first_the_participle_that_only_an_accent_tells_from_it(lexicon, word, meant):
    assert listed(lexicon, word, "fr")[0] == meant


def domain_rows():
    with (DEFAULT_PATH.parent / "domain_terms.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_domain_pair_can_be_looked_up_both_ways(lexicon):
    rows = domain_rows()
    assert len(rows) >= 3_000
    for row in rows:
        # "May" and "été" are function words too, which nobody looks up.
        assert lexicon.translate(row["french"], "fr") or row["french"] in FRENCH, row
        assert lexicon.translate(row["english"], "en") or row["english"].lower() in ENGLISH, row


def test_a_domain_term_is_called_first_what_the_list_says_first(lexicon):
    """All rows of a term's first translation but a few, where another spelling or form leads."""
    first = {}
    for row in domain_rows():
        if not row["kind"].startswith(ALSO):
            first.setdefault(row["french"], row["english"])
    missed = [
        (french, english)
        for french, english in first.items()
        if french not in FRENCH and spelling(english) not in listed(lexicon, french, "fr")[:2]
    ]
    assert len(missed) < 0.01 * len(first), missed


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


@pytest.fixture(scope="module")
def lines():
    return DEFAULT_PATH.read_text(encoding="utf-8").split("\n")[:-1]


@pytest.fixture(scope="module")
def by_hand():
    """The forms of the hand-written terms, in both spellings."""
    listed_forms = (*read_domain().values(), *read_also().values())
    forms = {form for heads in listed_forms for form in heads}
    return forms | {other_spelling(form) for form in forms}


def entries(lines):
    for line in lines:
        language, _, term, _, found = line.split("\t")
        yield language, term, dict(pair.rsplit("=", 1) for pair in found.split("|"))


def test_every_line_is_sorted_and_well_formed(lines):
    assert lines == sorted(lines)
    for line in lines:
        language, key, term, count, translations = line.split("\t")
        assert language in ("fr", "en")
        assert key == lookup_key(term)
        assert int(count) >= 1
        chances = [float(each.rpartition("=")[2]) for each in translations.split("|")]
        assert len(chances) <= 6
        assert 0 < sum(chances) <= 1.0000001
        assert chances == sorted(chances, reverse=True)


def test_each_direction_has_its_half(lines):
    french = sum(line.startswith("fr\t") for line in lines)
    assert 0.4 < french / len(lines) < 0.6


def test_no_function_word_translates_or_is_translated(lines, by_hand):
    words = {"fr": FRENCH, "en": ENGLISH}
    for language, term, found in entries(lines):
        assert term not in words[language]
        other = words["en" if language == "fr" else "fr"]
        assert not [word for word in found if word in other and word not in by_hand], term


def test_no_number_and_no_single_letter(lines, by_hand):
    for _, term, found in entries(lines):
        for word in (term, *found):
            assert len(word) > 1
            assert word in by_hand or not any(c.isdigit() for c in word), (term, word)


def test_a_word_that_is_called_the_same_is_left_out(lines, by_hand):
    alike = Counter((language, lookup_key(term)) for language, term, _ in entries(lines))
    same = [
        term
        for language, term, found in entries(lines)
        if all(lookup_key(word) == lookup_key(term) for word in found)
        and term not in by_hand
        # "centre" stays, or "centré" would answer for it.
        and alike[language, lookup_key(term)] == 1
    ]
    assert same == []


def test_a_translation_is_listed_once_whatever_its_form(lines):
    for language, term, found in entries(lines):
        if language == "en":
            labels = [" ".join(unit(w, "fr") for w in word.split(" ")) for word in found]
            assert len(set(labels)) == len(labels), term


def test_file_is_small_and_loads_fast():
    assert DEFAULT_PATH.stat().st_size < 3_200_000
    taken = []
    for _ in range(5):
        start = time.process_time()
        Lexicon()
        taken.append(time.process_time() - start)
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
