"""List questions with a condition: the rows that meet it are told, and the others are not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.conftest import write_documents
from tests.pipelines.register.asked import listed

YEAR = datetime.now(UTC).year
DOCUMENTS = {
    "brest.md": """# TIDELOOM study visit in Brest: report

Host: Pôle Marégraphe
Dates: 4-5 June 2019
Venue: Brest, France

The visitors saw the test tanks and talked about ropes and moorings for tidal turbines.
""",
    "namur.txt": """Compte rendu de la visite d'étude TIDELOOM à Namur

Hôte : Grappe Mosane
Dates : 9 et 10 mars 2021
Lieu : Namur, Belgique

La visite d'étude portait sur l'hydrogène : les participants ont vu une station et un électrolyseur.
""",
    "porto-agenda.txt": """TIDELOOM study visit in Porto – agenda

Host: Maré Viva
Dates: 3-4 May 2022
Venue: Porto, Portugal

09:00 Welcome
10:00 Visit to the net makers
12:30 Lunch
""",
    "porto.md": """# Report on the TIDELOOM study visit in Porto

Host: Maré Viva
Dates: 7-8 June 2022
Venue: Porto, Portugal

The study visit took place a month later than announced. The visitors saw net makers at work.
""",
    "aarhus.txt": """TIDELOOM study visit in Aarhus cancelled

The study visit of the TIDELOOM project planned in Aarhus, Denmark, on 20 and 21 October 2021 has
been cancelled. The host, Havklynge, cannot receive visitors this autumn.
""",
    "gdansk.txt": f"""TIDELOOM study visit in Gdańsk – agenda

Host: Klaster Bursztyn
Dates: 11-12 May {YEAR + 1}
Venue: Gdańsk, Poland

09:00 Welcome
10:00 Visit to the rope walk
""",
    "atelier.txt": """Compte rendu de l'atelier TIDELOOM sur les contrats d'achat

Organisateur : Pôle Marégraphe
Date : 12 octobre 2020
Lieu : en ligne

L'atelier a réuni vingt acheteurs de cordages.
""",
    "cork.md": """# Report on the TIDELOOM workshop in Cork

Organiser: Grappe Mosane
Date: 14 September 2021
Venue: Cork, Ireland

The workshop was about safety at sea. The participants tried three kinds of harness.
""",
    "open.txt": f"""TIDELOOM call for projects: quiet moorings

Opening: 10 January 2022
Deadline: 31 March {YEAR + 1}
Managed by: Pôle Marégraphe (Brest, France)

Eligible applicants are SMEs that make moorings. Grants go up to EUR 20,000.
""",
    "closed.txt": """Appel à projets TIDELOOM : filets recyclés

Ouverture : 3 février 2021
Date limite : 30 avril 2021
Géré par : Grappe Mosane (Namur, Belgique)

Sont éligibles les PME qui recyclent des filets. La subvention va jusqu'à 15 000 euros.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings

    folder = tmp_path_factory.mktemp("conditions")
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as opened:
        opened.ingest([folder])
        yield opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a town
        ("Which study visits took place in Porto?", {"porto"}),
        ("Quelles visites d'étude se sont tenues à Namur ?", {"namur"}),
        ("Which workshops were held in Cork?", {"cork"}),
        # a body that is named
        ("Which study visits did Maré Viva host?", {"porto"}),
        ("Quelles visites la Grappe Mosane a-t-elle accueillies ?", {"namur"}),
        ("Quels ateliers le Pôle Marégraphe a-t-il organisés ?", {"atelier"}),
        # other days than planned
        ("Which study visits were postponed?", {"porto"}),
        ("Quelles visites d'étude ont changé de date ?", {"porto"}),
        ("Which study visits were put off to a later date than first planned?", {"porto"}),
        # yet to come
        ("Which study visits are planned next year?", {"gdansk"}),
        ("Quelles sont les prochaines visites d'étude ?", {"gdansk"}),
        # online
        ("Which workshops were held online?", {"atelier"}),
        ("Quels ateliers ont eu lieu en ligne ?", {"atelier"}),
        # never held
        ("Which study visits did not take place?", {"aarhus"}),
        ("Quelles visites d'étude ont été annulées ?", {"aarhus"}),
        # calls today
        ("Which calls are still open?", {"open"}),
        ("Quels appels à projets sont encore ouverts ?", {"open"}),
        ("Which calls are already closed?", {"closed"}),
        ("Quels appels sont clos ?", {"closed"}),
        # a topic
        ("List the study visits about hydrogen", {"namur"}),
        ("Quelles visites d'étude ont porté sur les turbines ?", {"brest"}),
        ("Quels ateliers ont porté sur la sécurité en mer ?", {"cork"}),
        # a period
        ("Which study visits have taken place since 2020?", {"namur", "porto"}),
        ("Quelles visites d'étude ont eu lieu entre 2019 et 2021 ?", {"brest", "namur"}),
        ("Which study visits were held before 2021?", {"brest"}),
        ("Quels appels ont été ouverts en 2021 ?", {"closed"}),
        ("Quelles visites d'étude se sont tenues au premier semestre 2021 ?", {"namur"}),
        # two of them
        ("Which study visits took place in Portugal in 2022?", {"porto"}),
        ("Quels ateliers la Grappe Mosane a-t-elle organisés en 2021 ?", {"cork"}),
    ],
)
def test_a_list_holds_the_rows_that_meet_its_condition_and_no_other(library, text, expected):
    assert listed(library, text) == expected


def test_what_is_planned_is_said_to_be_planned(library):
    reply = library.ask("Quelles visites d'étude sont prévues ?")
    assert "Gdańsk" in reply.answer
    assert "(prévu)" in next(s.text for s in reply.statements if "Gdańsk" in s.text)
    assert "Brest" not in reply.answer
    assert "Namur" not in reply.answer


def test_a_moved_event_tells_both_days(library):
    reply = library.ask("Which study visits were moved to other dates?")
    assert "7–8 June 2022" in reply.answer
    assert "planned for 3–4 May 2022" in reply.answer
    assert {c.source for c in reply.citations} == {"porto.md", "porto-agenda.txt"}


@pytest.mark.parametrize(
    ("text", "conditions", "nearest", "not_near"),
    [
        (
            "Which study visits took place in Norway?",
            "(visits, Norway)",
            "Report on the TIDELOOM study visit in Porto",
            "Aarhus",
        ),
        (
            "Quels ateliers se sont tenus en 2012 ?",
            "(ateliers, 2012)",
            "« Compte rendu de l'atelier TIDELOOM sur les contrats d'achat », 12 octobre 2020",
            "Brest",
        ),
        ("Which workshops took place in Porto?", "(workshops, Porto)", "Cork", "study visit"),
        ("Combien de visites ont eu lieu avant 2015 ?", "(visites, avant 2015)", "Brest", "Cork"),
    ],
)
def test_what_no_event_meets_is_refused_with_its_conditions(
    library, text, conditions, nearest, not_near
):
    reply = library.ask(text)
    assert reply.kind == "abstained"
    assert conditions in reply.reason
    assert nearest in reply.reason
    assert not_near not in reply.reason


@pytest.mark.parametrize(
    "text", ["Which workshops were cancelled?", "Quels ateliers ont été reportés ?"]
)
def test_that_nothing_was_cancelled_or_moved_is_left_to_passages(library, text):
    reply = library.ask(text)
    assert "Cork" not in (reply.reason or "")
    assert "No event" not in (reply.reason or "")
    assert "Aucun événement" not in (reply.reason or "")


def test_documents_that_leave_the_condition_open_are_still_read(library_of):
    library = library_of(
        {
            "cork.md": DOCUMENTS["cork.md"],
            "undated.md": """# Report on the TIDELOOM workshop in Esbjerg

Organiser: Havklynge
Venue: Esbjerg, Denmark

TIDELOOM ran three workshops in 2017: on ropes, on nets and on sails.
""",
        }
    )
    reply = library.ask("Which workshops took place in 2017?")
    assert "undated.md" in {c.source for c in reply.citations}
    assert "cork.md" not in {c.source for c in reply.citations}


def test_a_refusal_tells_what_is_nearest_where_two_conditions_fail(library):
    reply = library.ask("Which workshops took place in Norway in 2030?")
    assert reply.kind == "abstained"
    assert "(workshops, Norway, 2030)" in reply.reason
    assert reply.reason.index("Cork") < reply.reason.index("12 October 2020")


def test_minutes_of_a_board_are_listed_among_its_meetings(library_of):
    library = library_of(
        {
            "cork.md": DOCUMENTS["cork.md"],
            "pv.txt": """Pôle Marégraphe – Procès-verbal du conseil d'administration

Date : 17 mars 2022
Lieu : Lorient, France

Le conseil approuve le budget de 2022 et le programme des visites.
""",
        }
    )
    assert listed(library, "Which board meetings took place in 2022?") == {"pv"}


LINEN = {
    "lin.md": """# Retour sur les Rencontres du lin

Organisateur : Grappe Mosane
Date : 9 mars 2021
Lieu : Namur, Belgique

La conférence a réuni quarante filateurs de lin.
""",
    "corde.md": """# Rencontres des cordiers : compte rendu

Organisateur : Pôle Marégraphe
Date : 12 octobre 2021
Lieu : Brest, France

La conférence a traité du chanvre et du lin. Comme aux Rencontres du lin, les cordiers ont échangé.
""",
}


def test_events_called_by_noun_and_topic_are_meant_alone(library_of):
    library = library_of(LINEN)
    assert listed(library, "Quelles rencontres du lin ont eu lieu ?") == {"lin"}
    assert listed(library, "Quelles rencontres sur le lin ont eu lieu ?") == {"lin", "corde"}


def test_events_outside_a_country_are_those_known_to_be_elsewhere(library_of):
    library = library_of(LINEN)
    assert listed(library, "Quelles rencontres ont eu lieu hors de France ?") == {"lin"}
    assert listed(library, "Which conferences took place outside Belgium?") == {"corde"}
