"""What a text tells of its own event, and what of the next one, the last one or one beside."""

import pytest

from ingest.describe import describe
from ingest.describe.dates.pastfuture import is_to_come
from ingest.describe.places.places import find_places, names_body
from ingest.register import find_events
from ingest.types import Span, Text

FAIR = "Linen Days 2022: three days in Ghent\n\n{}\n\n{}\n\nWhat comes next\n\n{}\n"
HELD = (
    "From 10 to 12 May 2022 the fourth edition of Linen Days took over the Ghent mills. Fibra Gent"
    " hosted the meeting. Two hundred participants came."
)
NEXT = "The fifth edition will be hosted by Lino Norte in Porto from 3 to 5 June 2024."


def about(content, source="x.txt"):
    return describe(Text(content, "txt"), source)


def text_of(value):
    return value.text if value else None


@pytest.mark.parametrize(
    "byline", ["By Ana Ruiz · 20 May 2022 · 4 min read", "By Ana Ruiz, 20 May 2022", ""]
)
def test_a_report_is_not_dated_by_the_next_edition(byline):
    found = about(FAIR.format(byline, HELD, NEXT))
    assert found.type == "event_report"
    assert found.dates is not None
    assert found.dates.iso() == ("2022-05-10", "2022-05-12")
    assert (text_of(found.place), text_of(found.host)) == ("Ghent", "Fibra Gent")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ana Ruiz · 20 May 2022 · 4 min read", "2022-05-20"),
        ("Par Ana Ruiz, le 20 mai 2022", "2022-05-20"),
        ("Par la rédaction · 20 mai 2022", "2022-05-20"),
        ("Visit by train, Ghent, 20 May 2022", None),
        ("Apply by 20 May 2022", None),
    ],
)
def test_a_day_behind_who_wrote_is_that_of_publication(line, day):
    found = about(f"Linen and its mills\n\n{line}\n\nThe mills of Ghent are old.\n").published
    assert (found.iso()[0] if found else None) == day


def test_the_year_in_a_title_makes_no_event_of_any_day():
    filler = "La fibre est longue, la tige est verte. " * 20
    assert about(f"Le lin et le chanvre en 2023\n\n{filler}On sema le 4 mai 2023.").dates is None


@pytest.mark.parametrize(
    ("content", "organiser", "place"),
    [
        (
            "L'assemblée générale reportée au 8 juillet\n\nMis en ligne le 20 mai 2021\n\n"
            "L'assemblée générale du Pôle Lin est reportée au jeudi 8 juillet 2021. Elle se tiendra"
            " à Angers, salle du Lac.\n\nLa journée « Fibres » du 17 juin 2021 à Nantes est"
            " maintenue. Elle est organisée par Fibra Nantes.",
            None,
            "Angers",
        ),
        (
            "L'assemblée générale du Pôle Lin\n\nL'assemblée générale du Pôle Lin aura lieu le"
            " 8 juillet 2021. Elle se tiendra à Angers. Elle est organisée par Fibra Nantes.",
            "Fibra Nantes",
            "Angers",
        ),
    ],
)
def test_who_and_where_of_another_day_are_another_event_s(content, organiser, place):
    found = about(content)
    assert (text_of(found.organiser), text_of(found.place)) == (organiser, place)


def test_what_a_report_says_will_be_organised_is_not_told_of_it():
    found = about(
        "Minutes of the second committee\n\nDate: 11 October 2022\nPlace: Ghent\n\nThe partners met"
        " and took note of the results. A joint workshop will be organised there by Fibra Nantes."
    )
    assert found.organiser is None


@pytest.mark.parametrize(
    ("content", "host"),
    [
        ("Compte rendu du comité\n\nLe comité s'est réuni à Gand le 9 mars 2022.\n\nProchaine"
         " visite : Porto, accueillie par Lino Norte.", None),
        ("Invitation à la prochaine visite\n\nNous vous invitons à la prochaine visite, à Porto,"
         " accueillie par Lino Norte, le 9 mars 2022.", "Lino Norte"),
    ],
)  # fmt: skip
def test_the_next_visit_is_the_own_one_of_an_invitation_only(content, host):
    assert text_of(about(content).host) == host


def test_the_coordinator_of_a_project_needs_no_day():
    found = about(
        "Compte rendu de la visite à Gand\n\nLa visite du projet LINEA a eu lieu à Gand le 9 mars"
        " 2022. Le projet LINEA, coordonné par Lino Norte, se terminera le 30 juin 2024."
    )
    assert text_of(found.coordinator) == "Lino Norte"


@pytest.mark.parametrize(
    ("content", "day", "ahead"),
    [
        ("The visit took place on 4 May 2021 and the next will be on 5 June 2022.", "5 June", True),
        ("The visit took place on 4 May 2021 and the next will be on 5 June 2022.", "4 May", False),
        ("La visite prévue le 4 mai 2021 a réuni 30 personnes.", "4 mai", False),
    ],
)
def test_the_verb_nearest_to_a_day_says_whether_it_is_ahead(content, day, ahead):
    start = content.index(day)
    assert is_to_come(content, Span(start, start + len(day))) is ahead


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("Le Pôle Fibres de Bretagne organise le 3 mai 2021 un colloque à Angers.", "Angers"),
        ("On 2 June 2022, Porto Cluster and Fibra Gent held a workshop in Oran.", "Oran"),
        ("L'atelier s'est tenu le 3 mai 2021 à la Chambre de commerce de Lyon.", "Lyon"),
        ("Le colloque a eu lieu le 3 mai 2021 à Boulogne-sur-Mer.", "Boulogne-sur-Mer"),
        ("Le colloque a eu lieu le 3 mai 2021 à Cherbourg-en-Cotentin.", "Cherbourg-en-Cotentin"),
    ],
)  # fmt: skip
def test_a_place_in_a_body_s_name_is_not_where_it_was(content, place):
    found = about(f"Colloque des fibres\n\n{content}")
    assert text_of(found.place) == place


@pytest.mark.parametrize(
    ("content", "inside"),
    [
        ("l'assemblée du Pôle Fibres de Lorraine", True),
        ("la Chambre de commerce et d'industrie de Nantes", True),
        ("the textile cluster of Porto", True),
        ("Le pôle part de Nantes", False),
        ("Le cluster Alba organise demain près de Nantes une visite", False),
        ("dans les locaux du Pôle Fibres de Lorraine", False),
    ],
)
def test_whether_a_place_tells_whose_body_it_is(content, inside):
    place = find_places(content)[-1]
    assert names_body(content, place.span) is inside


@pytest.mark.parametrize(
    ("line", "online"),
    [
        ("Visioconférence, jeudi 18 janvier 2024, 10h00", True),
        ("Online, 18 January 2024", True),
        ("Zoom sur le lin, Angers, 18 janvier 2024", False),
        ("Online tools for spinners, Angers, 18 January 2024", False),
    ],
)
def test_a_line_with_the_day_that_begins_online_is_held_nowhere(line, online):
    found = about(
        f"Compte rendu du comité LINEA\n{line}\n\nLe compte rendu du comité de Porto (Portugal,"
        " 14 septembre 2023) est approuvé."
    )
    assert found.dates is not None
    assert found.dates.iso()[0] == "2024-01-18"
    if online:
        assert (found.place, found.country) == (None, None)
    else:
        assert text_of(found.place) == "Angers"


PAGE = (
    "Il compte parmi ses membres des filatures, des teintureries et trois écoles de la région. " * 2
)


@pytest.mark.parametrize(
    "told",
    [
        "Le pôle est chef de file de LINFIBRA, qui s'est achevé en décembre 2023.",
        "Le pôle a porté le projet Linfibra, qui s'est achevé en décembre 2023.",
        "Le projet Linfibra s'est conclu en décembre 2023.",
    ],
)
def test_the_end_of_a_project_on_the_page_of_a_cluster_is_no_event(told):
    content = f"Le pôle en bref\n\nFondé à Dole, le pôle fédère 214 adhérents.\n\n{PAGE}{told}\n"
    found = describe(Text(content, "txt"), "x.txt")
    assert found.dates is None
    assert found.type != "event_report"
    assert find_events(Text(content, "txt"), found) == ()


@pytest.mark.parametrize(
    "told",
    [
        "La visite du projet Linfibra, qui a réuni dix membres, s'est achevée le 6 mai 2023.",
        "La mission du pôle à Porto, qui s'est achevée le 6 mai 2023, a réuni dix membres.",
    ],
)
def test_the_end_of_a_visit_is_its_day(told):
    found = describe(Text(f"Le pôle à Porto\n\n{told}\n", "txt"), "x.txt")
    assert found.type == "event_report"
    assert found.dates.iso() == ("2023-05-06", "2023-05-06")


EDITIONS = (
    "Craft nights: a look back at the editions\n\nWritten on 30 January 2024\n\n## 2021 – Lens\n\n"
    "First edition, on 25 November 2021, in Lens. Borea hosted the night. 140 participants came."
    "\n\n## 2023 – Ghent\n\nThe third edition was held in Ghent on 7 December 2023. {} hosted the"
    " night. 195 participants came.\n"
)


def test_who_hosted_and_came_is_of_the_own_edition_where_the_paragraph_is_of_another():
    content = EDITIONS.format("Klank")
    found = about(content)
    assert found.dates is not None
    assert found.dates.iso()[0] == "2023-12-07"
    assert text_of(found.host) == "Klank"
    own = find_events(Text(content, "txt"), found)[0]
    assert text_of(own.participants) == "195 participants"


def test_a_committee_has_not_those_who_came_to_the_day_that_it_speaks_of():
    content = (
        "Compte rendu du comité du 22 juin 2022 à Nantes\n\nLa journée de Liège, organisée par"
        " Polaris le 24 mars 2022, a réuni 58 entreprises.\n"
    )
    own = find_events(Text(content, "txt"), about(content))[0]
    assert own.participants is None


def test_companies_that_came_are_counted_by_a_label():
    content = (
        "Bilan de la visite\n\nLe 4 mai 2022, Alba Nord a accueilli ses voisins à Lens.\n\n"
        "Entreprises participantes : 31\n"
    )
    own = find_events(Text(content, "txt"), about(content))[0]
    assert text_of(own.participants) == "31"


def test_the_companies_of_a_cluster_did_not_all_come():
    content = (
        "Forum du lin\n\nLe forum du lin s'est tenu à Lens le 4 mai 2022. 85 participants ont"
        " répondu présent, avec 85 participants en salle.\n\nÀ propos\n\nEntreprises : 120\n"
    )
    own = find_events(Text(content, "txt"), about(content))[0]
    assert text_of(own.participants) != "120"
