"""Statements against their quotes, in both languages."""

import pytest

from encoder.lexicon import default_lexicon
from pipelines.verify.verify import Claim, Quote, verify

EXCHANGE = (
    "The staff exchange took place in Lille, France, from 12 to 14 May 2021 and was hosted by"
    " Veloria Cluster with 380 euros for each visitor."
)
REUNION = (
    "La réunion de lancement s'est tenue à Épinal les 3 et 4 mars 2020 ; elle a été organisée par"
    " le Pôle Sylvanor, qui réunit sept partenaires de cinq pays."
)


@pytest.fixture(scope="module")
def judge(sample_library):
    def verdict(text, language, quote, spoken, context="", row=False):
        claim = Claim(text, language, (Quote(quote, spoken, context),), row)
        (found,) = verify([claim], default_lexicon(), sample_library.encoder.encode)
        return found

    return verdict


@pytest.mark.parametrize(
    ("text", "language", "quote", "spoken"),
    [
        ("Veloria Cluster hosted the staff exchange in Lille.", "en", EXCHANGE, "en"),
        (
            "L'échange de personnel a été accueilli par Veloria Cluster du 12 au 14 mai 2021.",
            "fr",
            EXCHANGE,
            "en",
        ),
        ("Chaque visiteur a reçu 380 € lors de l'échange.", "fr", EXCHANGE, "en"),
        (
            "The kick-off meeting was organised by Pôle Sylvanor in Épinal on 3–4 March 2020.",
            "en",
            REUNION,
            "fr",
        ),
        ("Pôle Sylvanor unites 7 partners from 5 countries.", "en", REUNION, "fr"),
        ("The exchange took place in May 2021.", "en", EXCHANGE, "en"),
    ],
)
def test_what_the_quote_says_is_supported(judge, text, language, quote, spoken):
    assert judge(text, language, quote, spoken).support == "supported"


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("The staff exchange in Lille was hosted by Ostrelle Cluster.", "en", "name"),
        ("L'échange a été accueilli par Ostrelle Cluster à Lille.", "fr", "name"),
        ("The exchange took place in Metz and was hosted by Veloria Cluster.", "en", "name"),
        ("The exchange with 480 euros for each visitor was in Lille.", "en", "number"),
        ("Chaque visiteur a reçu quatre cents euros à Lille.", "fr", "number"),
        ("The staff exchange took place in Lille in June 2021.", "en", "date"),
        ("L'échange de personnel a eu lieu du 12 au 14 mai 2022 à Lille.", "fr", "date"),
        ("The staff exchange did not take place in Lille.", "en", "negation"),
        ("L'échange n'a pas été accueilli par Veloria Cluster.", "fr", "negation"),
        ("The exchange in Lille was cancelled by Veloria Cluster.", "en", "negation"),
        ("The gas pipeline leaks and the harbour has to be dredged.", "en", "meaning"),
        ("See https://evil.example/x for the exchange in Lille.", "en", "name"),
    ],
)
def test_what_the_quote_does_not_say_is_refused_with_the_reason(judge, text, language, reason):
    found = judge(text, language, EXCHANGE, "en")
    assert found.support is None
    assert found.reason == reason


@pytest.mark.parametrize(
    ("text", "quote", "language", "reason"),
    [
        (
            "Applications to the HYDRIS call close on 3 April 2023.",
            "HYDRIS call: applications open on 3 April 2023 and close on 30 June 2023.",
            "en",
            "date",
        ),
        (
            "Le forum des PME s'est tenu le 10 mai 2022 à Lyon.",
            "Le forum des PME se tiendra le 10 mai 2022 à Lyon.",
            "fr",
            "date",
        ),
        (
            "Les 26 inscriptions ne sont pas annulées.",
            "Les 26 inscriptions sont annulées par le pôle.",
            "fr",
            "negation",
        ),
        (
            "All SMEs can apply.",
            "Only SMEs with fewer than 50 employees can apply.",
            "en",
            "negation",
        ),
        (
            "84 companies took part.",
            "84 participants, from 30 companies, took part.",
            "en",
            "number",
        ),
    ],
)
def test_the_words_of_a_quote_said_of_another_thing_are_refused(
    judge, text, quote, language, reason
):
    found = judge(text, language, quote, language)
    assert (found.support, found.reason) == (None, reason)


def test_the_host_is_not_another_name_of_the_quote(judge):
    quote = "The exchange was hosted by Veloria Cluster. The budget came from Rail Vlaandria."
    found = judge("The exchange was hosted by Rail Vlaandria.", "en", quote, "en")
    assert (found.support, found.reason) == (None, "role")


def test_what_only_the_title_says_is_partial(judge):
    quote = "It took place in Lille and was hosted by Veloria Cluster."
    text = "The RAILTEAM exchange took place in Lille and was hosted by Veloria Cluster."
    found = judge(text, "en", quote, "en", context="RAILTEAM exchange in Lille")
    assert (found.support, found.words) == ("partial", "RAILTEAM")
    assert judge(text, "en", quote, "en").support is None


def test_another_year_of_the_document_does_not_stand_for_that_of_the_quote(judge):
    quote = "Pôle Sylvanor will host the visit in spring 2026."
    text = "La visite sera accueillie par le Pôle Sylvanor au printemps {}."
    around = "Report of the spring 2025 visit"
    found = judge(text.format(2025), "fr", quote, "en", context=around)
    assert (found.support, found.reason) == (None, "date")
    assert judge(text.format(2026), "fr", quote, "en", context=around).support is not None


def test_a_sentence_cut_out_of_its_denial_is_not_verbatim(judge):
    quote = "We do not think that the exchange was a success."
    assert judge("the exchange was a success", "en", quote, "en").support is None


def test_no_quote_is_no_support(sample_library):
    (found,) = verify([Claim("Lille.", "en", ())], default_lexicon(), sample_library.encoder.encode)
    assert (found.support, found.reason) == (None, "uncited")


def test_what_is_quoted_word_for_word_encodes_nothing():
    def encode(_):
        raise AssertionError("encoded")

    claim = Claim("hosted by Veloria Cluster", "en", (Quote(EXCHANGE, "en"),))
    assert verify([claim], default_lexicon(), encode)[0].support == "supported"


def test_countries_and_acronyms_may_be_called_otherwise(judge):
    quote = "Les PME allemandes ont visité Varsovie, en Pologne."
    text = "German SMEs visited Warsaw in Poland."
    assert judge(text, "en", quote, "fr").support is not None


def test_the_sample_pairs_are_told_apart(tmp_path):
    """The measure of benchmarks/verification.py, at the floors that the decision page states."""
    from pathlib import Path

    from benchmarks.verification_pairs import by_document, make_pairs
    from pipelines.library import Library
    from pipelines.settings import Settings

    library_folder = Path(__file__).parents[3] / "corpus" / "library"
    with Library(Settings(library=tmp_path)) as library:
        library.ingest([library_folder])
        _, pairs = by_document(make_pairs(library))
        claims = [Claim(p.statement, p.language, p.quotes) for p in pairs]
        verdicts = verify(claims, library.lexicon, library.encoder.encode)
    kept = [p.true for p, v in zip(pairs, verdicts, strict=True) if v.support]
    assert sum(kept) / len(kept) >= 0.95
    assert sum(kept) / sum(p.true for p in pairs) >= 0.90
