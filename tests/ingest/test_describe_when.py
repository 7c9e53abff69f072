"""Half-said dates, days of publication and deadlines: which day, and how surely."""

import pytest

from ingest.describe import describe
from ingest.types import Text


def about(content, source="x.txt"):
    return describe(Text(content, "txt"), source)


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
