"""What a date is the date of: opening or closing, held or planned, in both languages."""

import pytest

from pipelines.verify.days import days_in
from pipelines.verify.occasions import misplaced

MOVED = (
    "Initialement prévue le 10 mai 2022 à Lyon, elle s'est finalement tenue le 21 juin 2022"
    " à Grenoble."
)
GIVEN_TO_ANOTHER = [
    (
        "Applications to the HYDRIS call close on 3 April 2023.",
        "en",
        "Applications open on 3 April 2023 and close on 30 June 2023.",
        "en",
    ),
    (
        "Applications open on 30 June 2023.",
        "en",
        "Applications open on 3 April 2023 and close on 30 June 2023.",
        "en",
    ),
    (
        "Applications open on 30 June 2023.",
        "en",
        "Applications open on 3 April and close on 30 June 2023.",
        "en",
    ),
    (
        "Applications close on 3 April 2023.",
        "en",
        "Applications open on 3 April and close on 30 June 2023.",
        "en",
    ),
    (
        "Applications close on 3 April 2023.",
        "en",
        "Applications are open from 3 April to 30 June 2023.",
        "en",
    ),
    (
        "La date limite est le 3 avril 2023.",
        "fr",
        "Les candidatures ouvrent le 3 avril 2023 ; clôture le 30 juin 2023.",
        "fr",
    ),
    (
        "The deadline is 3 April 2023.",
        "en",
        "Les candidatures ouvrent le 3 avril 2023 et ferment le 30 juin 2023.",
        "fr",
    ),
    (
        "Les inscriptions sont ouvertes après le 1er mars 2023.",
        "fr",
        "Les inscriptions étaient ouvertes jusqu'au 1er mars 2023.",
        "fr",
    ),
    (
        "L'assemblée générale s'est tenue le 10 mai 2022 à Lyon.",
        "fr",
        MOVED,
        "fr",
    ),
    (
        "The assembly was held in Lyon on 10 May 2022.",
        "en",
        MOVED,
        "fr",
    ),
    (
        "The conference was held in Rotterdam on 12 May 2022.",
        "en",
        "The conference will take place in Rotterdam on 12 May 2022.",
        "en",
    ),
    (
        "The conference was held in Rotterdam on 12 May 2022.",
        "en",
        "The conference will be held in Rotterdam, Netherlands, on 12 May 2022.",
        "en",
    ),
    (
        "Le forum a eu lieu le 12 mai 2022.",
        "fr",
        "Le 12 mai 2022, à Lyon, aura lieu le forum des PME.",
        "fr",
    ),
    (
        "Le forum a eu lieu le 12 mai 2022 à Lyon.",
        "fr",
        "On 12 May 2022, the forum will take place in Lyon.",
        "en",
    ),
    (
        "The forum took place on 18 March 2020.",
        "en",
        "The forum planned for 18 March 2020 in Strasbourg was postponed to 7 October 2020.",
        "en",
    ),
    (
        "La visite s'est déroulée en mai 2022.",
        "fr",
        "La visite se déroulera en mai 2022 à Grenoble.",
        "fr",
    ),
    ("The forum took place in 2022.", "en", "The forum is scheduled for 2022.", "en"),
    *(
        ("The forum took place on 18 March 2020.", "en", f"{quote} to 7 October 2020.", "en")
        for quote in (
            "The forum planned for 18 March 2020 was put off",
            "The forum planned for 18 March 2020 was pushed back",
            "The forum planned for 18 March 2020 was deferred",
            "The forum planned for 18 March 2020 was brought forward",
        )
    ),
    (
        "Le forum a eu lieu le 18 mars 2020.",
        "fr",
        "Le forum prévu le 18 mars 2020 a été ajourné au 7 octobre 2020.",
        "fr",
    ),
]
AS_QUOTED = [
    (
        "Applications close on 30 June 2023.",
        "en",
        "Applications open on 3 April 2023 and close on 30 June 2023.",
        "en",
    ),
    (
        "Applications open on 3 April 2023.",
        "en",
        "Applications open on 3 April 2023 and close on 30 June 2023.",
        "en",
    ),
    ("The deadline is 30 June 2023.", "en", "Registration is open until 30 June 2023.", "en"),
    ("The deadline is 30 June 2023.", "en", "Open call for SMEs: 30 June 2023 (deadline).", "en"),
    (
        "Applications are open from 3 April to 30 June 2023.",
        "en",
        "Applications open on 3 April 2023 and close on 30 June 2023.",
        "en",
    ),
    ("The call closes on 30 June 2023.", "en", "Candidatures du 3 avril au 30 juin 2023.", "fr"),
    ("The call opens on 3 April 2023.", "en", "Candidatures du 3 avril au 30 juin 2023.", "fr"),
    (
        "L'assemblée s'est tenue le 21 juin 2022.",
        "fr",
        MOVED,
        "fr",
    ),
    (
        "The assembly was held on 21 June 2022.",
        "en",
        MOVED,
        "fr",
    ),
    (
        "The forum was held on 18 March 2020.",
        "en",
        "The forum planned for 18 March 2020 was held online.",
        "en",
    ),
    (
        "The forum was held on 18 March 2020.",
        "en",
        "Forum of SMEs, Strasbourg, 18 March 2020.",
        "en",
    ),
    (
        "The forum was held on 18 March 2020.",
        "en",
        "The forum, held online due to the pandemic, drew 80 firms on 18 March 2020.",
        "en",
    ),
    (
        "The forum took place on 12 May 2022.",
        "en",
        "The forum took place on 12 May 2022 and the next one will take place on 3 June 2023.",
        "en",
    ),
    (
        "Le forum a eu lieu le 12 mai 2022.",
        "fr",
        "Comme prévu, le forum s'est tenu à Lyon le 12 mai 2022.",
        "fr",
    ),
    ("The forum will take place on 12 May 2022.", "en", "Le forum aura lieu le 12 mai 2022.", "fr"),
    (
        "The exchange took place on 12 May 2022.",
        "en",
        "Le programme a réuni 30 PME le 12 mai 2022 à Lyon.",
        "fr",
    ),
    (
        "The launch meeting took place on 3 May 2021.",
        "en",
        "Prévu pour deux ans, le projet a démarré le 3 mai 2021.",
        "fr",
    ),
]


def judged(text, language, quote, spoken):
    held = days_in(quote, spoken)
    return misplaced((text, language, days_in(text, language)), (quote, spoken, held))


@pytest.mark.parametrize(("text", "language", "quote", "spoken"), GIVEN_TO_ANOTHER)
def test_a_date_given_to_another_occasion_is_told(text, language, quote, spoken):
    assert judged(text, language, quote, spoken)


@pytest.mark.parametrize(("text", "language", "quote", "spoken"), AS_QUOTED)
def test_a_date_given_to_what_the_quote_gives_it_to_is_not(text, language, quote, spoken):
    assert judged(text, language, quote, spoken) is None
