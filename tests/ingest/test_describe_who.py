"""Who did it and where, where the words beside a name or a place say something else."""

import pytest

from ingest.describe import describe
from ingest.types import Text


def about(content):
    return describe(Text(content, "txt"), "x.txt")


def text_of(value):
    return value.text if value else None


@pytest.mark.parametrize(
    "content",
    [
        "Réunion du 4 mai 2022\n\nLes partenaires du projet TISSEA ont fait le point.",
        "Compte rendu\n\nRéunion de lancement. La réunion a permis de préciser le calendrier.",
        "COMPTE RENDU DE LA RÉUNION\n\nPrésents : Zoé Lambot, Paul Henry",
        "Ordre du jour de la Réunion annuelle\n\nRéunion, 4 mai 2022\n1. Budget",
    ],
)
def test_a_meeting_is_no_island(content):
    assert about(content).country is None


@pytest.mark.parametrize(
    "content",
    [
        "Visite d'étude\n\nLa visite s'est tenue à La Réunion le 4 mai 2022.",
        "Visite d'étude\n\nLa visite s'est tenue à la Réunion du 4 au 6 mai 2022.",
        "Visite d'étude\n\nLieu : Saint-Denis (La Réunion)\nDate : 4 mai 2022",
    ],
)
def test_the_island_is_one(content):
    assert text_of(about(content).country) == "RE"


@pytest.mark.parametrize(
    "content",
    [
        "L'atelier du 3 mars 2022 à Nantes a rassemblé 30 personnes.",
        "The conference in Vienna welcomed 40 partners on 4 May 2022.",
        "Le salon de Milan a accueilli 300 exposants du 3 au 5 mars 2022.",
        "La rencontre d'Angers a réuni 45 PME le 3 mars 2022.",
    ],
)
def test_the_town_of_an_event_is_not_who_held_it(content):
    found = about(content)
    assert (found.host, found.organiser) == (None, None)


@pytest.mark.parametrize(
    ("content", "host"),
    [
        ("Nantes a accueilli la rencontre des PME le 3 mars 2022.", "Nantes"),
        ("The city of Vienna welcomed 40 partners on 4 May 2022.", "Vienna"),
        ("Le port d'Anvers a accueilli 40 partenaires le 4 mai 2022.", "Anvers"),
        ("Alba a accueilli à Dijon, le 3 mars 2022, une délégation menée par Borea.", "Alba"),
        ("Alba welcomed a delegation led by Borea in Dijon on 3 March 2022.", "Alba"),
        ("Alba hosted a visit by Borea on 3 March 2022 in Dijon.", "Alba"),
        ("La visite du 3 mars 2022 a été accueillie et animée par Borea.", "Borea"),
        ("The visit of 3 March 2022 was hosted a year later by Borea.", "Borea"),
        ("La visite du 3 mars 2022 n'a pas été accueillie par Borea.", None),
    ],
)
def test_who_welcomed(content, host):
    assert text_of(about(content).host) == host


@pytest.mark.parametrize(
    ("content", "organiser"),
    [
        ("La visite du 3 mars 2022 à Dijon n'a pas été organisée par Alba.", None),
        ("The visit of 3 March 2022 was not organised by Alba but by Borea.", "Borea"),
        ("The visit of 3 March 2022 was not only organised by Alba, it was paid for.", "Alba"),
        ("The visit to Dijon of 3 March 2022 was organised for the city by Alba.", "Alba"),
        ("La visite du 3 mars 2022 a été organisée pour la société par Alba.", "Alba"),
    ],
)
def test_who_organised(content, organiser):
    assert text_of(about(content).organiser) == organiser


def test_who_an_event_was_organised_with_is_a_body_and_not_its_organiser():
    content = (
        "Rapport d'activité du cluster Alba\n\nLa nuit du bois a réuni 320 personnes à Liège le 14"
        " juin 2023. Elle était organisée avec Houtland Vlaanderen."
    )
    found = about(content)
    assert found.organiser is None
    assert "Houtland Vlaanderen" in [o.text for o in found.organisations]
    jointly = about(content.replace("organisée avec", "organisée conjointement avec"))
    assert jointly.organiser.text == "Houtland Vlaanderen"


def test_two_bodies_that_invite_are_both_named():
    found = about(
        "Webinaire sur le bois\n\nLe Pôle Résine du Jura et le Cluster Hêtre Ardenne vous invitent"
        " à un webinaire le 21 janvier 2025."
    )
    assert [o.text for o in found.organisations] == ["Pôle Résine du Jura", "Cluster Hêtre Ardenne"]


@pytest.mark.parametrize(
    ("contact", "organiser"),
    [
        ("Contact: Zdenka Vrbova", None),
        ("Contact: Zdenka Vrbova, 04 74 00 00 00", None),
        ("Contact: Zdenka Vrbova, Resin Cluster Jura", "Resin Cluster Jura"),
        ("Contact: Zdenka Vrbova, Carril Rojo, trams@carril.example", "Carril Rojo"),
        ("Contact: Resin Cluster", "Resin Cluster"),
        ("Contact: Carril Rojo\n\nCarril Rojo builds trams.", "Carril Rojo"),
    ],
)
def test_who_to_write_to_about_a_search_is_a_body_or_nobody(contact, organiser):
    content = f"Call for partners: resin for trams\n\nApply by 3 May 2025.\n\n{contact}\n"
    found = about(content)
    assert found.type == "call"
    assert (found.organiser.text if found.organiser else None) == organiser


def test_people_with_their_firms_and_money_are_no_organisations():
    found = about(
        "Members' day\n\nSpeakers include Zdenka Vrbova (Holzmann) and Jorma Kettu (ABB). Also"
        " there: Carril Rojo (Madrid, Spain). The kitchen cost PLN 3 million, the hall PLN 2."
    )
    names = [o.text for o in found.organisations]
    assert not {"Zdenka Vrbova", "Jorma Kettu", "PLN"} & set(names)
    assert "Carril Rojo" in names


def test_a_noun_with_its_article_is_nobody():
    told = (
        "La mission à Riga a réuni dix firmes le 4 mai 2023. L'oratrice a invité les entreprises."
    )
    assert about(f"Compte rendu de la mission\n\n{told}\n").organiser is None


@pytest.mark.parametrize(
    ("line", "organiser"),
    [
        ("Borea a proposé de commencer chaque diagnostic par une visite.", None),
        ("Borea proposes that each workshop begins with a visit.", None),
        ("Borea vous propose de nouvelles visites le 4 mai 2022 à Lens.", "Borea"),
        ("Borea propose de vous retrouver à un atelier le 4 mai 2022 à Lens.", "Borea"),
    ],
)
def test_who_proposes_to_do_something_offers_no_event(line, organiser):
    assert text_of(about(f"Atelier du 4 mai 2022\n\n{line}\n").organiser) == organiser


@pytest.mark.parametrize(
    ("line", "coordinator"),
    [
        ("Three agreements were made, one on sensors led by the Apulian company Binario.", None),
        ("Two groups were formed: one on salt, led by Laitbreiz; one on milk.", None),
        ("C. Sound for all, led by Anneke Roosendaal (Lumenhof)", None),
        ("The LINWAY project is led by Carril Norte (Lyon).", "Carril Norte"),
        (
            "Autovalle, le cluster galicien et chef de file du projet LINWAY, était là.",
            "Autovalle",
        ),
    ],
)
def test_who_leads_a_part_is_not_the_coordinator(line, coordinator):
    assert text_of(about(f"LINWAY meeting of 4 May 2022\n\n{line}\n").coordinator) == coordinator


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Present: S. Wattrel, H. Lemah (Tramolis); I. Forsg (Sundspar).", "Lemah"),
        (
            "Treasurer Giaco Bellandi (Alba Cluster) warned of the costs.",
            "Treasurer Giaco Bellandi",
        ),
        ("Single Market Programme, SMP-COSME-2021, by SMP-COSME-2021.", "SMP-COSME-2021"),
        ("One agreement is led by the Apulian company Binario Sud.", "Apulian"),
    ],
)
def test_people_codes_and_regions_are_no_organisations(line, name):
    found = about(f"Minutes of the board, 4 May 2022\n\n{line}\n")
    assert name not in {o.text for o in found.organisations}


def test_a_body_is_one_beside_people():
    found = about(
        "Minutes of 4 May 2022\n\nPresent: H. Lemah (Tramolis). Tramolis (Lens) hosted.\n"
    )
    assert "Tramolis" in {o.text for o in found.organisations}


def test_the_name_of_a_letter_is_no_project():
    found = about(
        "LA LETTRE DE BOREA — n° 48\n\nMars 2024\n\n## La journée\n\nBorea a accueilli le projet"
        " TISSEA à Metz. La lettre de Borea paraît en mars.\n"
    )
    assert [p.text for p in found.projects] == ["TISSEA"]


@pytest.mark.parametrize(
    "line",
    [
        "The conference is at Dundrum Quay, chaired by Oona Battersby.",
        "Sound on a shoestring, by Oona Battersby.",
    ],
)
def test_a_street_a_surname_and_a_shoestring_are_no_sector(line):
    assert about(f"Forum of 4 May 2022\n\n{line}\n").sectors == ()


def test_ships_and_cars_still_tell_of_theirs():
    for line, sector in (
        ("ships at the harbour quay", "maritime"),
        ("automobile batteries", "automotive"),
    ):
        found = about(f"Forum on {line}\n\nThe forum on {line} was held on 4 May 2022.\n")
        assert [s.text for s in found.sectors] == [sector]
