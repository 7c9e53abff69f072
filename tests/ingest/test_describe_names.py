"""Names of bodies: whole, and no year, code, part or person among them; numbers that are no day."""

import pytest

from ingest.describe import describe
from ingest.describe.bodies.names import is_name, name_after, name_before
from ingest.describe.dates.dates import resolve
from ingest.types import Text


def about(content):
    return describe(Text(content, "txt"), "x.txt")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("par la Chambre de métiers d'Alsace.", "Chambre de métiers d'Alsace"),
        ("par l'Institut polytechnique de Braga.", "Institut polytechnique de Braga"),
        ("par la Chambre de commerce de Varna, qui", "Chambre de commerce de Varna"),
        ("par la chambre de commerce et d'industrie du Var.",
         "chambre de commerce et d'industrie du Var"),
        ("by the Chamber of commerce of Varna", "Chamber of commerce of Varna"),
        ("par l'Université de technologie de Dole", "Université de technologie de Dole"),
        ("by the Porto office of Fibra Gent.", "Fibra Gent"),
        ("par l'antenne lyonnaise du Pôle Fibres", "Pôle Fibres"),
        # No more than the name.
        ("par l'Institut Alba la semaine suivante", "Institut Alba"),
        ("par l'Institut Alba qui a invité la presse", "Institut Alba"),
        ("par la Ville de Metz le 3 mai", "Ville de Metz"),
    ],
)  # fmt: skip
def test_an_institution_has_its_whole_name(content, name):
    found = name_after(content, 4 if content.startswith("par") else 3)
    assert found is not None
    assert found.of(content) == name


@pytest.mark.parametrize("text", ["Chambre", "Institut", "Chamber", "Conseil", "2022"])
def test_the_first_word_of_an_institution_is_no_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("On 2 June 2022, Fibra Gent and Lino Norte", "Fibra Gent and Lino Norte"),
        ("Last week, on 2 June, Fibra Gent", "Fibra Gent"),
        ("P1 Fibra Gent", "Fibra Gent"),
        ("3D Fibra Gent", "3D Fibra Gent"),
        ("H2 Fibra Gent", "H2 Fibra Gent"),
    ],
)
def test_a_year_is_no_body(content, names):
    found = name_before(content + " hosted", len(content))
    assert found is not None
    assert found.of(content) == names


def test_organisations_are_no_parts_codes_or_persons():
    found = about(
        "Compte rendu de la visite\n\n- Fibra Gent (BE, Gand) : Zoé Roy\n- Lino Norte (PT) : Rui"
        " Sá\n- Pôle Fibres (FR) : Luc Roy\n\nDay 1\nLe Lot 4 avance, selon Lot 4.\nDay 2\nLe Lot"
        " 4 (FR) suit.\nExcusée : Mme Bettina Kroll (Alliance Fibres), selon Mme Bettina Kroll."
    )
    names = {o.text for o in found.organisations}
    assert "Alliance Fibres" in names
    assert not names & {"Day 1", "Day 2", "Lot 4", "FR", "PT", "BE", "Mme Bettina Kroll"}


@pytest.mark.parametrize(
    ("line", "coordinator"),
    [
        ("Fibra Gent (BE, coordinateur) : Zoé Roy, Luc Roy", "Fibra Gent"),
        ("P1 Fibra Gent (BE), coordinator: Zoe Roy, Luc Roy", "Fibra Gent"),
        ("Le projet TISSEA, dont le chef de file est le Pôle Fibres, avance.", "Pôle Fibres"),
        ("The project's coordinator is Fibra Gent.", "Fibra Gent"),
        ("The lead partner of the project is Fibra Gent.", "Fibra Gent"),
        # Of a survey or a group, or nobody's name.
        ("Selon une enquête menée par le Pôle Fibres, 64 % sont d'accord.", None),
        ("A survey led by Fibra Gent says so.", None),
        ("The coordinator is responsible for the reports.", None),
        ("Le chef de file est chargé du suivi.", None),
        ("The coordinator of the working group is Fibra Gent.", None),
    ],
)
def test_who_coordinates_by_the_words_around(line, coordinator):
    found = about(f"Le projet TISSEA\n\nLe projet TISSEA a été lancé.\n\n{line}\n").coordinator
    assert (found.text if found else None) == coordinator


@pytest.mark.parametrize(
    ("content", "day"),
    [
        ("Newsletter no. 7\n\nJune 2022\n", "2022-06"),
        ("Comité de pilotage n° 4\nMai 2022\n", "2022-05"),
        ("Lettre n° 7 juin 2022", "2022-06"),
        ("Room 12\nMay 2022", "2022-05"),
        ("Comité n° 4 – jeudi 8 juin 2022", "2022-06-08"),
        ("Comité n° 5 / 12 mars 2022", "2022-03-12"),
        ("le 12\nmars 2022 à Lyon", "2022-03-12"),
        ("Lyon 12\nmai 2022", "2022-05-12"),
        ("12 and\n13 March 2022", "2022-03-12"),
        ("5 - juin 2022", "2022-06-05"),
    ],
)
def test_the_number_of_an_issue_is_no_day(content, day):
    found = resolve(content, "en")
    assert [d.range.iso()[0] for d in found] == [day]


def test_days_on_end_are_those_of_an_event_not_of_publication():
    found = about("Three days in Mieres\n\nLINEA exchange, 4–6 May 2022 – report by Ana Ruiz\n")
    assert found.published is None
    assert found.dates is not None
    assert found.dates.iso() == ("2022-05-04", "2022-05-06")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("par l'École portuaire de Flandre.", "École portuaire de Flandre"),
        ("par le lycée maritime de Fécamp.", "lycée maritime de Fécamp"),
        ("par l'Université catholique de Louvain.", "Université catholique de Louvain"),
        ("chez Fibra Gent les 20 et 21 mai", "Fibra Gent"),
        ("par le Club des 100", "Club des 100"),
    ],
)
def test_schools_have_their_whole_names_and_no_days(content, name):
    found = name_after(content, content.index(" ") + 1)
    assert found is not None
    assert found.of(content) == name


@pytest.mark.parametrize("text", ["École", "Lycée", "Musée", "School"])
def test_a_school_without_a_name_is_none(text):
    assert not is_name(text)
    assert name_after("par l'école d'ingénieurs, hier", 4) is None


@pytest.mark.parametrize(
    ("said", "host"),
    [
        ("La halle d'Orvine a accueilli le salon", None),
        ("La salle Orvine a accueilli le salon", None),
        ("The hall of Orvine hosted the fair", None),
        ("Celui de Fibra a accueilli le salon", None),
        ("Le Moulin Orvine a accueilli le salon", "Moulin Orvine"),
        ("La Maison du Lin nous a accueillis", "Maison du Lin"),
    ],
)
def test_a_hall_or_that_of_another_hosts_nothing(said, host):
    found = about(f"Retour sur le salon du lin\n\n{said} le 4 mai 2022.\n").host
    assert (found.text if found else None) == host


def test_sums_codes_hours_and_people_are_no_organisations():
    content = (
        "LINWAY – notes\n\nMeeting at 14:00 WET. Fibra Cluster spent EUR 240 of EUR 930, and EUR"
        " 240 was for travel. Minutes of SC2, with SC2 in Ghent, D4.1 and D4.1 of WP2 Mapping by"
        " WP2 Mapping. Pour Ana Ruiz, le lin est bon. Le directeur informe le conseil de la"
        " démission de Jo Lind. The chair of the ministry Ingrid. Start at 9:00 WET, by WET.\n"
    )
    assert [o.text for o in about(content).organisations] == ["Fibra Cluster"]


@pytest.mark.parametrize("name", ["Conseil du Projet Lin", "D4 Systems", "Council of Ghent"])
def test_bodies_that_look_like_codes_are_kept(name):
    content = f"LINWAY\n\nThe fair was organised by {name} in Ghent. {name} is a body.\n"
    assert name in [o.text for o in about(content).organisations]
