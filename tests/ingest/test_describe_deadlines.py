"""What is told as the last day of a call, and what stands in the same table or paragraph."""

import pytest

from ingest.describe import describe
from ingest.types import Text

CALL = "Call for proposals: LINWAY vouchers\n\nSMEs can apply for a grant.\n\n"
APPEL = "Appel à projets LINWAY\n\nLes PME peuvent déposer une candidature.\n\n"


def last_days(content):
    return [d.iso()[1] for d in describe(Text(content, "txt"), "x.txt").deadlines]


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ("Item: Results | First cut-off: 12 May 2023", []),
        ("Item: Announcement of the results | First cut-off: 12 May 2023", []),
        ("Étape: Résultats | Premier relevé: 12 mai 2023", []),
        ("Item: Budget | Closing round 1: EUR 3,000 until 12 May 2023", []),
        ("Item: Deadline | First cut-off: 12 May 2023", ["2023-05-12"]),
        ("Item: Submission | First cut-off: 12 May 2023", ["2023-05-12"]),
        # The lot is called so; the column says what the day is.
        ("Lot: Results of research | Deadline: 12 May 2023", ["2023-05-12"]),
        ("Lot: Energy data | Deadline: 12 May 2023", ["2023-05-12"]),
    ],
)
def test_a_row_about_results_has_no_last_day(row, days):
    assert last_days(CALL + row + "\n") == days


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Correction of 4 March 2024: the deadline is now 12 April 2024.", ["2024-04-12"]),
        ("Rectificatif du 4 mars 2024 : la date limite est le 12 avril 2024.", ["2024-04-12"]),
        ("Mise à jour du dossier avant le 4 mars 2024.", ["2024-03-04"]),
        ("Update your application before 4 March 2024.", ["2024-03-04"]),
    ],
)
def test_the_day_of_a_correction_is_no_last_day(line, days):
    assert last_days(CALL + line + "\n") == days


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (
            "- Dépôt des lettres d'intention (facultatif) : 29 mars 2024\n"
            "- Date limite de dépôt des dossiers complets : 13 mai 2024\n",
            ["2024-05-13"],
        ),
        (
            "- Deadline for optional letters of intent: 29 March 2024\n"
            "- Deadline for full proposals: 13 May 2024\n",
            ["2024-05-13"],
        ),
        (
            "Date limite de dépôt : 13 mai 2024\n\nAvant le dépôt, contactez le pôle pour la"
            " labellisation, au plus tard le 12 avril 2024.\n",
            ["2024-05-13"],
        ),
        (
            "Contactez le pôle pour la labellisation, au plus tard le 12 avril 2024.\n",
            ["2024-04-12"],
        ),
        (
            "- Date limite des lettres d'intention : 29 mars 2024\n"
            "- Date limite des dossiers complets : 13 mai 2024\n",
            ["2024-03-29", "2024-05-13"],
        ),
    ],
)
def test_an_optional_step_is_no_last_day_beside_that_of_the_whole(lines, days):
    assert last_days(APPEL + lines) == days


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("L'aide relève-t-elle d'un régime ?\n\nOui, depuis le 1er janvier 2024.\n", []),
        ("Does my closing balance count?\n\nYes, since 1 January 2024.\n", []),
        ("What is the deadline?\n\n12 April 2024\n", ["2024-04-12"]),
        ("Première relève : 12 avril 2024\n", ["2024-04-12"]),
    ],
)
def test_a_question_is_no_label_unless_it_asks_when(lines, days):
    assert last_days(APPEL + lines) == days


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("17 January 2024 – The first cut-off closed yesterday: 88 applications.", []),
        ("9 September 2024 – Second cut-off: 64 applications received, 27 funded.", []),
        ("La première relève, close le 16 janvier 2024, a reçu 88 dossiers.", []),
        ("9 September 2024 – Second cut-off: 30 proposals will be funded.", ["2024-09-09"]),
        ("La deuxième relève sera close le 16 janvier 2024.", ["2024-01-16"]),
        ("Opens 3 April 2024, closes 16 May 2024.", ["2024-05-16"]),
        ("The first call opens on 3 April 2024, closes on 16 May 2024.", ["2024-05-16"]),
        ("The window (closes on 16 May 2024) is for applications.", ["2024-05-16"]),
        ("The first round, closed on 16 May 2024, was short.", []),
    ],
)
def test_news_of_a_round_that_is_over_has_no_last_day(lines, days):
    assert last_days(APPEL + lines + "\n") == days


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (
            "### Quand déposer mon dossier ?\n\nLe site est ouvert du 1er mars au 30 avril 2024.",
            ["2024-04-30"],
        ),
        ("### Quand visiter la ferme ?\n\nLe site est ouvert du 1er mars au 30 avril 2024.", []),
        (
            "### When can I apply?\n\nThere are two windows. In 2024 they close on 29 March and on"
            " 27 September at noon.",
            ["2024-03-29", "2024-09-27"],
        ),
    ],
)
def test_a_question_that_asks_when_to_apply_is_answered_by_the_days_below(lines, days):
    content = f"Questions on LINWAY\n\nUpdated 15 January 2024\n\n{lines}\n"
    assert last_days(content) == days


def call_days(body):
    found = describe(Text(f"{CALL}{body}\n", "txt"), "call.txt")
    return found.dates and found.dates.iso()[0], [day.iso()[1] for day in found.deadlines]


@pytest.mark.parametrize(
    "body",
    [
        "Ouverture : 3 février 2025. Clôture : 25 avril 2025.",
        "Call opens: 3 February 2025. Call closes: 25 April 2025, 17:00 CET.",
        "Opens: 3 February 2025. Closes: 25 April 2025.",
        "Second round. Opening: 3 February 2025. Closing: 25 April 2025, 17:00 CET.",
        "Open from 3 February 2025 to 25 April 2025. Please contact us before 11 April 2025.",
        "Ouvert du lundi 3 février au vendredi 25 avril 2025 à midi.",
        "- 3 février 2025 : ouverture des candidatures\n- 25 avril 2025, 12 h : clôture\n"
        "- 16 juin 2025 : jury",
        "Ouverture le 3 février 2025, clôture le 25 avril 2025. Il faut prendre contact avec le"
        " pôle avant le 11 avril 2025.",
        "Ouverture le 3 février 2025. Clôture : 25 avril 2025.\n\nLa cérémonie de clôture du"
        " programme aura lieu le 5 décembre 2025 à Lille.",
        "Opens: 3 February 2025. Deadline: 25 April 2025.\n\nClosing dinner: 5 December 2025, Vigo",
    ],
)
def test_a_call_opens_and_closes_on_its_own_days_and_on_no_others(body):
    assert call_days(body) == ("2025-02-03", ["2025-04-25"])


def test_of_several_rounds_those_that_are_closed_are_none_to_apply_by():
    rounds = (
        "Cut-off: 1st | Date: 14 March 2025 (closed)\nCut-off: 2nd | Date: 13 June 2025\n"
        "Cut-off: 3rd | Date: 10 October 2025"
    )
    assert call_days(rounds)[1] == ["2025-06-13", "2025-10-10"]
    assert call_days("Date limite : 14 mars 2025 (clos)")[1] == ["2025-03-14"]


def test_what_else_is_open_is_no_call():
    assert call_days("The fair is open from 3 February 2025 to 7 February 2025.")[1] == []
