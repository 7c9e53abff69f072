"""What the lexicon that ships says of words of the field and of questions."""

import csv

import pytest

from encoder.lexicon import (
    DEFAULT_PATH,
    spelling,
)
from encoder.training.lexicon.domain import ALSO
from encoder.training.lexicon.stopwords import ENGLISH, FRENCH


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
def test_domain_words(lexicon, french, english, listed):
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
def test_domain_words_from_english(lexicon, english, french, listed):
    assert french in listed(lexicon, english, "en")[:3]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("repoussé", "postponed"),
        ("décalé", "postponed"),
        ("première relève", "first cut-off"),
        ("relève", "cut-off"),
        ("microbiote", "microbiome"),
        ("microbiote", "microbiota"),
        ("dénutrition", "undernutrition"),
        ("délégué général", "secretary general"),
        ("nouveaux adhérents", "new members"),
        ("repas du soir", "dinner"),
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
def test_words_of_questions_are_known_both_ways(lexicon, french, english, listed):
    assert english in listed(lexicon, french, "fr")
    assert french in listed(lexicon, english, "en")


@pytest.mark.parametrize(
    ("word", "source", "first"),
    [
        ("launch", "en", "lancement"),
        ("relevé", "fr", "statement"),
        ("releve", "fr", "statement"),
        ("dinner", "en", "dîner"),
        ("managing director", "en", "directeur général"),
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
def test_what_a_word_may_be_called_besides_does_not_lead(lexicon, word, source, first, listed):
    assert listed(lexicon, word, source)[0] == first


@pytest.mark.parametrize(("one", "other"), [("repoussé", "reporté"), ("gagnant", "lauréat")])
def test_words_that_mean_the_same_meet_there_and_back(lexicon, one, other, listed):
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
def test_law_only_meanings_do_not_lead_domain_words(lexicon, word, accident, listed):
    assert accident not in listed(lexicon, word, "fr")


@pytest.mark.parametrize(
    ("word", "accident"),
    [("speaker", "président"), ("schedule", "annexe"), ("chamber", "caisson")],
)
def test_nor_words_from_english(lexicon, word, accident, listed):
    assert accident not in listed(lexicon, word, "en")


@pytest.mark.parametrize(
    ("word", "meant"), [("rencontre", "meeting"), ("pilote", "pilot"), ("visite", "visit")]
)
def test_a_noun_is_not_first_the_participle_that_only_an_accent_tells_from_it(
    lexicon, word, meant, listed
):
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


def test_what_the_list_says_first_of_a_term_is_among_its_first_two(lexicon, listed):
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
