"""Half-said dates, days of publication and deadlines: which day, and how surely."""

import pytest

from ingest.describe import describe
from ingest.types import Text


def about(content, source="x.txt"):
    return describe(Text(content, "txt"), source)


LONG = "Glue holds what nails would split. " * 22
REPORT = "Compte rendu de la visite\n\n{}\n\nLe pôle Alba a accueilli ses membres à Namur {}."


@pytest.mark.parametrize(
    ("published", "told", "start"),
    [
        ("Publié le 2 avril 2021", "le 20 mars dernier", "2021-03-20"),
        ("Publié le 5 janvier 2021", "le 18 décembre dernier", "2020-12-18"),
        ("Publié le 2 avril 2021", "hier", "2021-04-01"),
        ("Publié le 2 avril 2021", "mardi dernier", "2021-03-30"),
    ],
)
def test_relative_dates_resolve_against_the_day_of_publication(published, told, start):
    found = about(REPORT.format(published, told))
    assert found.dates is not None
    assert found.dates.iso() == (start, start)
    assert found.dates.confidence < 1
    assert found.dates.span is not None
    assert found.published is not None
    assert found.published.confidence == 1


def test_without_a_day_of_publication_they_resolve_to_nothing():
    assert about(REPORT.format("", "le 20 mars dernier")).dates is None
    assert about(REPORT.format("", "l’an dernier")).dates is None


@pytest.mark.parametrize(
    "line",
    [
        "Submitted on 3 March 2022",
        "© 2022 Cluster Alba",
        "Template version 2022-03-03",
        "Last updated: 3 March 2022",
    ],
)
def test_what_is_no_date_of_the_event(line):
    content = (
        "Report on the staff exchange\n\nThe exchange was held in Lyon on 4 and 5 May 2021.\n\n"
    )
    found = about(content + line)
    assert found.dates is not None
    assert found.dates.iso() == ("2021-05-04", "2021-05-05")


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Date limite de dépôt : 30 juin 2023 à 17 h.", ["2023-06-30"]),
        ("Applications must be submitted by 14 July 2023.", ["2023-07-14"]),
        ("Results are announced by 14 July 2023.", []),
        ("L'appel est ouvert du 3 avril au 30 juin 2023 : déposez vos dossiers.", ["2023-06-30"]),
    ],
)
def test_deadlines(line, days):
    found = about(f"Appel à projets « filières bois »\n\n{line}\n")
    assert [day.iso()[1] for day in found.deadlines] == days
    assert all(day.span is not None for day in found.deadlines)


@pytest.mark.parametrize(
    "content",
    [
        "Bilan de la mission\n\nDix entreprises sont parties à Turin du 4 au 6 juin 2023. Les"
        " résultats seront présentés lors de l'assemblée générale qui se tiendra le 29 septembre"
        " 2023 à Dijon.",
        "Mission report\n\nFrom 4 to 6 June 2023, ten companies travelled to Turin. Join us at the"
        " general assembly on 29 September 2023 in Dijon.",
    ],
)
def test_a_report_is_of_what_was_and_not_of_what_it_says_is_to_come(content):
    found = about(content)
    assert found.type == "event_report"
    assert found.dates.iso() == ("2023-06-04", "2023-06-06")
    assert found.place is None or found.place.text == "Turin"


def test_a_report_of_nothing_dated_keeps_the_day_to_come():
    found = about("Note\n\nThe general assembly will be held on 29 September 2023 in Dijon.")
    assert found.dates.iso() == ("2023-09-29", "2023-09-29")


def test_an_event_told_in_news_keeps_its_day_before_that_of_the_page():
    news = "Our webinar on glue: save what you missed\nPosted on 14 June 2024\n\n"
    found = about(news + "The webinar took place on 12 June 2024. Join us at the next webinar.")
    assert found.type == "announcement"
    assert found.dates.iso() == ("2024-06-12", "2024-06-12")


def test_news_of_a_choice_made_at_an_event_has_the_day_of_the_page():
    news = "Winners of the glue seminar prize\nPosted on 14 June 2024\n\n"
    found = about(news + "The winners of the prize were chosen when it took place on 12 June 2024.")
    assert found.type == "announcement"
    assert found.dates.iso() == ("2024-06-14", "2024-06-14")


@pytest.mark.parametrize(
    "byline",
    [
        "Prepared by Ana Ruiz, Cluster Alba, July 2023",
        "Report compiled by Ana Ruiz, July 2023",
        "Rédigé par Ana Ruiz, pôle Alba, juillet 2023",
        "Compte rendu établi par Ana Ruiz, juillet 2023",
    ],
)
def test_the_month_on_a_byline_is_that_of_the_paper_and_not_of_the_visit(byline):
    found = about(
        f"Report on the study visit to Porto\n\n{byline}\n\nFrom 6 to 8 June 2023, nine members of"
        " Alba were the guests of Cluster Borea. They saw two mills."
    )
    assert found.dates.iso() == ("2023-06-06", "2023-06-08")
    assert found.published.iso()[0] == "2023-07"


def test_a_visit_prepared_by_somebody_keeps_its_day():
    found = about("Study visit to Porto\n\nVisit prepared by Cluster Alba, 6 June 2023\n")
    assert found.dates.iso() == ("2023-06-06", "2023-06-06")
    assert found.published is None


@pytest.mark.parametrize(
    "told",
    [
        "The LINFIB project got off the ground in Graz on 5 and 6 March 2024.",
        "The LINFIB project kicked off in Graz on 5 and 6 March 2024.",
        "Le projet LINFIB a démarré à Graz les 5 et 6 mars 2024.",
    ],
)
def test_a_start_at_a_place_is_an_event_and_one_on_a_day_alone_is_none(told):
    news = f"Looking back on our spring\n\n{told}\n\n{LONG}The jury met on 20 April 2024.\n"
    assert about(news).dates.iso() == ("2024-03-05", "2024-03-06")
    visit = "Looking back on our visit\n\nThe LINFIB project kicked off on 5 March 2024."
    found = about(visit + " Our visit took place in Graz on 20 April 2024.\n")
    assert found.dates.iso() == ("2024-04-20", "2024-04-20")


@pytest.mark.parametrize(
    "title",
    ["Procès-verbal – comité technique LINFIB n° 6", "PROCÈS-VERBAL\n\nComité technique LINFIB"],
)
def test_minutes_are_of_a_meeting_that_was(title):
    text = Text(
        f"{title}\n\nRéunion du mardi 8 octobre 2024, Maison du lin, Dole (9 h 30 – 16 h)\n\n"
        "Présents : Ana Ruiz, Paul Bon.\n\nProchaine date : Dole, 22 janvier 2025\n",
        "txt",
    )
    found = describe(text, "x.txt")
    assert found.type == "event_report"
    assert found.dates.iso() == ("2024-10-08", "2024-10-08")


@pytest.mark.parametrize(
    "line",
    ["1. Approbation du procès-verbal du 4 mai 2024", "Un procès-verbal sera envoyé aux membres."],
)
def test_an_agenda_that_speaks_of_minutes_is_none(line):
    found = about(f"Assemblée générale du 8 octobre 2024\n\nOrdre du jour\n\n{line}\n2. Budget\n")
    assert found.type == "agenda"


@pytest.mark.parametrize(
    ("content", "event", "published"),
    [
        (
            "Retour sur les Assises\n\nTours, le 13 octobre 2023. Clap de fin hier soir pour les"
            " Assises. Les 11 et 12 octobre, 340 personnes se sont retrouvées à Tours.",
            ("2023-10-11", "2023-10-12"),
            "2023-10-13",
        ),
        (
            "Retour sur la réunion\n\nLyon, le 4 mai 2022. La réunion s'est tenue chez Alba Nord.",
            ("2022-05-04", "2022-05-04"),
            None,
        ),
        (
            "Visit report\n\nGRAZ, 4 February 2021 – The two-day visit, which ended yesterday, was"
            " hosted by Alba.",
            ("2021-02-02", "2021-02-03"),
            "2021-02-04",
        ),
        (
            "Visit report\n\nGRAZ, 4 February 2021 – The visit took place the day before yesterday"
            " in Linz.",
            ("2021-02-02", "2021-02-02"),
            "2021-02-04",
        ),
        (
            "Visit report\n\nCirculated: 30 May 2024\n\nThe visit took place on 22 May 2024.",
            ("2024-05-22", "2024-05-22"),
            "2024-05-30",
        ),
        (
            "Retour sur la visite\n\nLettre aux adhérents, 26 janvier 2023\n\nLes équipes se sont"
            " retrouvées à Vigo les 18 et 19 janvier 2023.",
            ("2023-01-18", "2023-01-19"),
            "2023-01-26",
        ),
        (
            "Bilan des rencontres\n\nLes 13 et 14 juin 2024, Alba a accueilli ses voisins.\n\n"
            "| | Vigo, novembre 2023 | Turin, juin 2024 |\n|---|---|---|\n| Rendez-vous | 46 |"
            " 73 |\n",
            ("2024-06-13", "2024-06-14"),
            None,
        ),
    ],
)
def test_the_day_of_an_event_is_told_apart_from_that_of_its_paper(content, event, published):
    found = about(content)
    assert found.dates is not None
    assert found.dates.iso() == event
    assert (found.published.iso()[0] if found.published else None) == published


@pytest.mark.parametrize(
    ("posted", "days"),
    [
        ("18 April 2024", ("2024-04", "2024-04")),
        ("5 June 2024", ("2024-05", "2024-06")),  # the week before lies in both
    ],
)
def test_last_week_is_no_day_and_not_that_of_the_dateline(posted, days):
    found = about(
        f"Two clusters in Namur\n\n{posted}\n\nLast week Alba Cluster welcomed its guests for a "
        "staff exchange in Namur."
    )
    assert found.dates.iso() == days
