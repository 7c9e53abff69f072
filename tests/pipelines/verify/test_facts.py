"""Names, numbers, dates and denials told from one another, in French and in English."""

import pytest

from pipelines.verify.days import days_in, missing_day
from pipelines.verify.negation import denied
from pipelines.verify.numberwords import in_words
from pipelines.verify.quantities import agree, quantities


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 450 €", "€1,450"),
        ("1 450 €", "1.450 EUR"),
        ("640 000 €", "EUR 640,000"),
        ("1,2 million d'euros", "€1.2 million"),
        ("1,9 M€", "€1,900,000"),
        ("41 %", "41 per cent"),
        ("11,3 %", "11.3%"),
        ("huit bateaux", "8 boats"),
        ("quatre-vingt-douze entreprises", "92 firms"),
        ("soixante et onze", "seventy-one"),
        ("deux cents", "200"),
        ("mille deux cents", "1,200"),
        ("une douzaine de PME", "twelve SMEs"),
        ("la 3e réunion", "the third meeting"),
        ("9h30", "9:30 am"),
        ("14 h", "2 pm"),
        ("10 à 15 %", "10 to 15%"),
        ("4 200 dollars canadiens", "CAD 4,200"),
    ],
)
def test_the_same_number_written_otherwise(one, other):
    (first, *_), (second, *_) = quantities(one), quantities(other)
    assert agree(first, second)
    assert agree(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 450 €", "€1,540"),
        ("41%", "41 companies"),
        ("€500", "$500"),
        ("5 millions", "5,000"),
        ("more than 40 firms", "moins de 40 entreprises"),
        ("twenty-one", "vingt"),
        ("8:30", "9h30"),
    ],
)
def test_another_number(one, other):
    assert not agree(quantities(one)[0], quantities(other)[0])


def test_numbers_in_names_are_no_numbers():
    assert quantities("H2020, COVID-19 and B2B") == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("deux et trois", [2, 3]),
        ("two or three", [2, 3]),
        ("one hundred and twenty-five", [125]),
        ("quatre-vingt-dix-sept", [97]),
        ("deux cent mille", [200_000]),
        ("nineteen", [19]),
    ],
)
def test_numbers_in_words(text, values):
    assert [value for value, *_ in in_words(text)] == values


@pytest.mark.parametrize(
    ("said", "quoted", "context", "state"),
    [
        ("4–6 May 2022", "du 4 au 6 mai 2022", "", "quoted"),
        ("in May 2022", "du 4 au 6 mai 2022", "", "quoted"),
        ("from 4 May 2022", "du 4 au 6 mai 2022", "", "quoted"),
        ("in 2022", "du 4 au 6 mai 2022", "", "quoted"),
        ("on 5 May 2022", "du 4 au 6 mai 2022", "", "no"),
        ("4–6 May 2021", "du 4 au 6 mai 2022", "", "no"),
        ("in June 2022", "du 4 au 6 mai 2022", "", "no"),
        ("4-6 May 2022", "du 4 au 6 mai", "Échange de 2022", "context"),
        ("4-6 May 2022", "du 4 au 6 mai", "", "no"),
        ("from May 2020 to December 2025", "de mai 2021 à décembre 2023", "", "no"),
        ("en 2019", "in spring", "2019", "context"),
        ("en 2019", "in 2018", "2019", "no"),  # what is quoted is of another year
        ("in spring 2025 and 2026", "printemps 2026", "2025", "context"),
        ("4–6 May 2021", "du 4 au 6 mai 2022", "du 4 au 6 mai 2021", "no"),
        ("26.04.2012", "26 April 2012", "", "quoted"),
    ],
)
def test_dates(said, quoted, context, state):
    days = [days_in(said, "en"), days_in(quoted, "fr"), days_in(context, "fr")]
    assert missing_day(*days, said)[0] == state


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The exchange did not take place.", "place"),
        ("L'échange n'a pas eu lieu.", "lieu"),
        ("Aucune PME ne participe.", "pme"),
        ("It gets no money.", "money"),
        ("sans abonnement", "abonnement"),
        ("They won't travel.", "travel"),
    ],
)
def test_what_is_denied(text, word):
    assert word in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Apply no later than 4 May.",
        "It is not only a fair but a school.",
        "Il n'y a que trois fabricants.",
        "Policy brief No. 4",
        "plus de quarante PME",
    ],
)
def test_what_denies_nothing(text):
    assert not denied(text) & {"may", "fair", "fabricants", "4", "pme", "trois"}
