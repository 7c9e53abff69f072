"""Days told from the day of the text: which that is, with the line that dates it, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.describe.dates.saiddays import said_days

FRIDAY = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The centre was opened yesterday.", date(2024, 3, 14)),
        ("La halle a été inaugurée hier à Brest.", date(2024, 3, 14)),
        ("L'accord a été signé ce matin.", FRIDAY),
        ("The agreement was signed today in Lille.", FRIDAY),
        ("La halle a ouvert jeudi dernier.", date(2024, 3, 14)),
        ("The hall opened last Saturday.", date(2024, 3, 9)),
        ("La halle ouvrira ses portes ; elle sera inaugurée demain.", date(2024, 3, 16)),
        ("The hall opened last month.", date(2024, 2, 1)),
    ],
)
def test_a_day_is_worked_out_from_that_of_the_text(text, day):
    assert [found.start for found in said_days(text, FRIDAY)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "L'industrie de demain se prépare.",
        "Demain, les PME produiront autrement.",
        "Les ateliers d'hier sont des écoles.",
        "Hier encore, la vallée filait la laine.",
        "Today, the cluster has 200 members.",
        "Aujourd'hui, le pôle compte 200 membres.",
        "The hall opened last Thursday.",  # yesterday, or eight days ago
        "Yesterday's mills are schools.",
    ],
)
def test_what_may_mean_otherwise_is_not_worked_out(text):
    assert not said_days(text, FRIDAY)


RELEASE = (
    "# New hall for the Bramwick Timber Cluster\n\n"
    "{line}The Bramwick timber hall was opened yesterday by the mayor.\n"
)


def test_yesterday_is_told_as_a_day_with_the_line_that_dates_the_text(library_of):
    line = "Bramwick, 14 March 2024 – "
    library = library_of({"hall.md": RELEASE.format(line=line)})
    reply = library.ask("When was the Bramwick timber hall opened?")
    assert "13 March 2024 (“yesterday” in a text dated 14 March 2024)" in reply.answer
    assert [c.quote for c in reply.citations][-1] == "Bramwick, 14 March 2024"
    french = library.ask("Quand la halle de bois Bramwick timber hall a-t-elle été ouverte ?")
    assert french.answer is None or "13 mars 2024 (« yesterday »" in french.answer


def test_no_day_is_made_up_where_the_text_has_none(library_of):
    library = library_of({"hall.md": RELEASE.format(line="")})
    reply = library.ask("When was the Bramwick timber hall opened?")
    assert "2024" not in (reply.answer or "")


def test_the_day_of_an_update_is_not_that_of_the_text(library_of):
    library = library_of({"hall.md": RELEASE.format(line="Last updated: 14 March 2024\n\n")})
    reply = library.ask("When was the Bramwick timber hall opened?")
    assert "13 March" not in (reply.answer or "")


def test_the_day_of_a_release_is_not_that_of_what_it_quotes(library_of):
    line = "Bramwick, 14 March 2024 – The cluster answers questions.\n\nOn 2 May, Ana wrote:\n\n> "
    library = library_of({"hall.md": RELEASE.format(line=line)})
    reply = library.ask("When was the Bramwick timber hall opened?")
    assert "13 March" not in (reply.answer or "")
