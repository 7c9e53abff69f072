"""Days that were given up for others: of deadlines, of events, of calls that open."""

import pytest

from ingest.describe import describe
from ingest.describe.dates.moved import is_moved_to, is_put_off, is_superseded
from ingest.types import Span, Text

CALL = "TISSEA call for proposals\n\nPublished on 2 February 2024\n\nThe call is for SMEs. {}\n"
FRENCH = "Appel à projets TISSEA\n\nPublié le 2 février 2024\n\nL'appel est pour les PME. {}\n"


def about(content):
    return describe(Text(content, "txt"), "x.txt")


def span_of(content, written):
    start = content.index(written)
    return Span(start, start + len(written))


@pytest.mark.parametrize(
    "content",
    [
        CALL.format(
            "It closes on 31 May 2024. The deadline was first announced as 6 May and has been"
            " extended."
        ),
        CALL.format("The deadline, originally 6 May, has been extended to 31 May 2024."),
        FRENCH.format(
            "Il ferme le 31 mai 2024. La date limite, initialement fixée au 6 mai, a été reportée."
        ),
        FRENCH.format("La date limite du 6 mai 2024 est prolongée jusqu'au 31 mai 2024."),
        CALL.format("Applications by 31 May 2024. The deadline was extended once."),
    ],
)
def test_a_deadline_that_was_extended_is_the_new_one(content):
    assert [d.iso()[1] for d in about(content).deadlines] == ["2024-05-31"]


@pytest.mark.parametrize(
    "content",
    [
        "Deadline: 31 May 2024 (extended)",
        "The deadline has been extended to 31 May 2024.",
        "La date limite est reportée au 31 mai 2024 ; les dossiers déjà déposés restent valables.",
        "Apply by 31 May 2024; the budget has been extended.",
        "The committee of 31 May 2024 decided that the study visit is postponed to 4 June 2024.",
    ],
)
def test_a_day_that_holds_is_kept(content):
    written = "31 mai 2024" if "31 mai" in content else "31 May 2024"
    assert not is_superseded(content, span_of(content, written))
    assert not is_put_off(content, span_of(content, written))


@pytest.mark.parametrize("verb", ["has been extended at the request of many", "was discussed"])
def test_what_was_done_to_a_deadline_says_nothing_of_its_year(verb):
    found = about(CALL.format(f"The last day to apply, at the latest 6 May, {verb}."))
    assert {d.iso()[0][:4] for d in found.deadlines} <= {"2024"}


@pytest.mark.parametrize(
    ("content", "days"),
    [
        (
            "Visite d'étude à Porto\n\nLa visite prévue à Porto du 11 au 13 octobre 2021 est"
            " reportée ; elle aura lieu du 7 au 9 mars 2022 à Porto.",
            ("2022-03-07", "2022-03-09"),
        ),
        (
            "Study visit to Porto\n\nThe study visit, planned for 12 June 2022, has been postponed"
            " to 5 September 2022.",
            ("2022-09-05", "2022-09-05"),
        ),
        (
            "Study visit to Porto\n\nThe study visit, planned for 12-14/06/2022, has been"
            " postponed. New dates will follow.",
            None,
        ),
        (
            "Visite d'étude à Porto\n\nLa visite est reportée du 14 au 16 mai 2022.",
            ("2022-05-14", "2022-05-16"),
        ),
        (
            "Exposition des lauréats\n\nL'exposition prévue du 3 au 5 mai 2022 à Porto est"
            " prolongée.",
            ("2022-05-03", "2022-05-05"),
        ),
    ],
)
def test_an_event_that_was_put_off_has_the_new_days(content, days):
    found = about(content).dates
    assert (found.iso() if found else None) == days


@pytest.mark.parametrize(
    ("content", "opens"),
    [
        (CALL.format("It opens on 12 February 2024 and closes on 31 May 2024."), "2024-02-12"),
        (CALL.format("It was launched on 12 February 2024; apply by 31 May 2024."), "2024-02-12"),
        # A next call opens later; a published day is filed, but is no opening.
        (CALL.format("Apply by 31 May 2024. Another opens on 1 October 2024."), "2024-02-02"),
        (FRENCH.format("Il ouvre le 12 février 2024, dépôt avant le 31 mai 2024."), "2024-02-12"),
    ],
)
def test_a_call_opens_when_it_says_so(content, opens):
    dates = about(content).dates
    assert dates is not None
    assert dates.iso()[0] == opens


@pytest.mark.parametrize(
    "line",
    [
        "La proposition doit être déposée le 20 avril 2023.",
        "The proposal must be submitted on 20 April 2023.",
        "Les dossiers peuvent être soumis le 20 avril 2023.",
    ],
)
def test_what_must_be_handed_in_on_a_day_was_not_published_then(line):
    assert about(f"Appel à partenaires TISSEA\n\n{line}\n").published is None


def test_what_was_handed_in_on_a_day_was_published_then():
    found = about("Note sur les aides\n\nNote déposée le 20 avril 2023 au conseil.\n").published
    assert found is not None
    assert found.iso()[0] == "2023-04-20"


@pytest.mark.parametrize(
    ("content", "days"),
    [
        (
            "Sawdust as a resource: what our seminar showed\nPosted on 13 June 2024\n\nThe seminar"
            " on sawdust, first set for 4 June, was held a week later, on Tuesday 11 June 2024.",
            ("2024-06-11", "2024-06-11"),
        ),
        (
            "La sciure : ce que notre séminaire a montré\nPublié le 13 juin 2024\n\nLe séminaire"
            " sur la sciure, initialement prévu le 4 juin, s'est tenu le mardi 11 juin 2024.",
            ("2024-06-11", "2024-06-11"),
        ),
        (
            "Sawdust seminar\nPosted on 13 May 2024\n\nThe seminar, first announced for 4 June"
            " 2024, will be online. Register now.",
            ("2024-06-04", "2024-06-04"),
        ),
    ],
)
def test_an_event_held_later_than_first_set_has_the_day_it_was_held(content, days):
    found = about(content).dates
    assert found is not None
    assert found.iso() == days


@pytest.mark.parametrize(
    ("text", "place", "moved"),
    [
        ("La foire est donc déplacée au palais Weft de Metz.", "Metz", True),
        ("La foire a été transférée de Pau à Metz.", "Metz", True),
        ("La foire a été transférée de Pau à Metz.", "Pau", False),
        ("Elle aura finalement lieu à Metz.", "Metz", True),
        ("Nouveau lieu : Metz", "Metz", True),
        ("The fair has been relocated to Ghent.", "Ghent", True),
        ("The fair has been moved from Metz to Ghent.", "Metz", False),
        ("It will now be held in Ghent.", "Ghent", True),
        # A day is moved, not a place; people travel.
        ("La foire est déplacée du 3 au 5 mai à Metz.", "Metz", False),
        ("The fair was moved to 5 May in Ghent.", "Ghent", False),
        ("Les équipes se sont déplacées à Metz.", "Metz", False),
        ("La foire aura lieu à Metz.", "Metz", False),
    ],
)
def test_the_place_that_something_is_moved_to(text, place, moved):
    start = text.index(place)
    assert is_moved_to(text, Span(start, start + len(place))) is moved


@pytest.mark.parametrize(
    ("content", "old"),
    [
        ("It was to be held on 3 May 2022. The host had to postpone it. It rained.", True),
        ("Il devait avoir lieu le 3 mai 2022. Le pôle a dû le reporter.", True),
        ("Elle devait se tenir le 3 mai 2022 ; elle a été reportée.", True),
        ("Il avait été prévu pour le 3 mai 2022, puis décalé faute de trains.", True),
        ("It was to be held on 3 May 2022. The board postponed the vote.", False),
        ("Il devait avoir lieu le 3 mai 2022. La presse a reporté ces mots.", False),
        ("It is to be held on 3 May 2022. Nobody will postpone the vote on it.", False),
    ],
)
def test_a_day_that_was_to_be_is_old_where_the_text_goes_on_to_put_it_off(content, old):
    written = "3 mai 2022" if "mai" in content else "3 May 2022"
    assert is_put_off(content, span_of(content, written)) is old


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("La date limite de dépôt passe du 28 février au 13 avril 2024.", ["2024-04-13"]),
        ("La clôture de l'appel est reportée du 12 au 16 avril 2024.", ["2024-04-16"]),
        ("The closing date has been moved from 12 to 16 April 2024.", ["2024-04-16"]),
        (
            "Date limite de dépôt : 28 juin 2024 ; la version précédente indiquait le 14 juin.",
            ["2024-06-28"],
        ),
        ("The call for vouchers has been extended to 14 June 2024.", ["2024-06-14"]),
        (
            "The call closes on 14 May 2024. It has been extended to 14 June 2024.",
            ["2024-06-14"],
        ),
        # What lasts from one day to another, and what is extended beside the call
        ("Le guichet est ouvert du 3 au 5 mai 2024 pour les candidatures.", ["2024-05-05"]),
        (
            "Apply by 31 May 2024. The exhibition has been extended to 4 June 2024.",
            ["2024-05-31"],
        ),
    ],
)
def test_a_date_that_moves_from_one_day_to_another_is_the_second(line, days):
    assert [d.iso()[1] for d in about(FRENCH.format(line)).deadlines] == days


@pytest.mark.parametrize(
    ("content", "days"),
    [
        (
            "Report of the fair\n\nThe cheese fair was moved from 3 May to 4 June 2023.",
            ("2023-06-04", "2023-06-04"),
        ),
        (
            "Bilan de la fête\n\nLa fête des PME s'est passée du 3 au 5 mai 2023 à Lens.",
            ("2023-05-03", "2023-05-05"),
        ),
        (
            "Bilan du forum\n\nLe forum devait se tenir à Lens le 3 mai 2023. Faute de salle, il a"
            " eu lieu à Gand, le 7 juin 2023.",
            ("2023-06-07", "2023-06-07"),
        ),
        (
            "Forum report\n\nIt was said that the forum would be held on 4 May 2022. It was"
            " finally held on 6 June 2022 in Graz.",
            ("2022-06-06", "2022-06-06"),
        ),
        (
            "Forum report\n\nThe forum would have been held on 4 May 2022, had there been a room.",
            ("2022-05-04", "2022-05-04"),
        ),
        (
            "Rencontres : le bilan\n\nRennes, le 21 juin 2024\n\nPrévues au début du mois, les"
            " rencontres ont finalement eu lieu les 13 et 14 juin 2024 à Turin.",
            ("2024-06-13", "2024-06-14"),
        ),
    ],
)
def test_an_event_was_on_the_day_that_it_was_held_on(content, days):
    found = about(content).dates
    assert found is not None
    assert found.iso() == days
