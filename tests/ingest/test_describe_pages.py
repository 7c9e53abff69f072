"""How pages of the web tell who, where, when and of which project: one habit a test."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from ingest.describe import describe
from ingest.types import Description, Text


def told(content: str) -> Description:
    return describe(Text(content, "txt"), "page.txt")


def names(*values: object) -> list[str]:
    return [getattr(value, "text", "") for value in values]


def test_a_project_that_is_hosted_is_no_host() -> None:
    found = told(
        "SEAGLASS sets sail\n\nThe kick-off meeting of SEAGLASS, hosted by Marine Cluster"
        " Kerry, took"
        " place on 12 May 2021 in Tralee. Marine Cluster Kerry, which coordinates, thanked all."
    )
    assert names(*found.projects) == ["SEAGLASS"]
    assert names(found.host, found.coordinator) == ["Marine Cluster Kerry"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "the partners of CHAIRED met in Udine to see three workshops.",
        "les partenaires de CHAIRED se sont retrouvés à Udine dans trois ateliers.",
    ],
)
def test_who_has_partners_that_meet_is_a_project(sentence: str) -> None:
    assert names(*told(f"Chairs, chairs, chairs\n\nOn 3 June 2021 {sentence}").projects) == [
        "CHAIRED"
    ]


def test_the_project_of_a_guest_is_not_the_text_s() -> None:
    found = told(
        "Lancement du projet OMBRELLE\n\nLe projet OMBRELLE a été lancé à Gap le 4 mai 2021. Les"
        " partenaires du projet OMBRELLE ont aussi écouté Zoé Marty, du projet VOISINE, et Luc Roy,"
        " qui a présenté le projet COUSINE."
    )
    assert names(*found.projects) == ["OMBRELLE"]


@pytest.mark.parametrize(
    ("content", "coordinator", "organiser"),
    [
        ("The lead partner, Faipari Klaszter (HU), reported.", "Faipari Klaszter", ""),
        ("Trente élus sont venus, à l'appel de Bois Cévenol, organisateur de la journée.", "",
         "Bois Cévenol"),
        ("The third Open Call is managed by the Minho Bio Cluster on behalf of all.", "",
         "Minho Bio"),
    ],
)  # fmt: skip
def test_a_part_beside_a_name(content: str, coordinator: str, organiser: str) -> None:
    found = told(f"Nouvelles\n\n{content}")
    assert names(found.coordinator) == [coordinator]
    assert bool(found.organiser) == bool(organiser)
    assert organiser in names(found.organiser)[0]


def test_a_french_adjective_with_a_capital_is_part_of_a_name() -> None:
    found = told("Retour de mission\n\nLa mission à Gand était organisée par Optique Wallonne.")
    assert names(found.organiser) == ["Optique Wallonne"]


def test_two_who_host_together() -> None:
    found = told(
        "Job shadowing\n\nThe Tiroler Holzring and its friends of Grünwerk hosted a week of visits"
        " in Innsbruck."
    )
    assert "Tiroler Holzring" in names(found.host)[0]


def test_the_country_of_a_town_that_no_list_has() -> None:
    found = told(
        "Lancement\n\nLe projet FRUITELLE a tenu sa réunion de lancement à Vilanoveta, en"
        " Espagne, le"
        " 4 mai 2021."
    )
    assert names(found.place, found.country) == ["Vilanoveta", "ES"]


def test_a_town_after_a_sign() -> None:
    found = told("# B2B: Sensors @ Nürnberg\n\n26.04.2023, hall 4\n\nCome and meet makers.")
    assert names(found.place, found.country) == ["Nürnberg", "DE"]


def test_where_the_body_of_a_practice_is_at_home() -> None:
    found = told(
        "Mentors for start-ups\nGood practice no. 14 - Health Cluster North, Groningen, the"
        " Netherlands\n\nWhat was done\nSince 2018 a list of retired engineers is kept. Results:"
        " many. What we learned: mentors must not sell. The method works elsewhere."
    )
    assert found.type == "best_practice"
    assert names(found.place, found.country) == ["Groningen", "NL"]


def test_what_was_last_month_goes_before_the_day_of_publication() -> None:
    found = told(
        "Retour de mission à Anvers\nPar Léa Roy | 20.12.2019 | Temps de lecture : 4 min\nLe 3"
        " décembre dernier, onze entreprises ont pris le train pour Anvers. Le lendemain, le"
        " groupe a"
        " visité un laboratoire."
    )
    assert found.type == "event_report"
    assert found.dates
    assert found.dates.iso() == ("2019-12-03", "2019-12-04")


def test_news_of_who_won_is_no_call() -> None:
    found = told(
        "Six lauréats pour l'appel « Boucle »\nCommuniqué de presse – Limoges, le 5 juillet"
        " 2022\n\n"
        "Le pôle Argile dévoile les six entreprises retenues à l'issue de l'appel à projets"
        " « Boucle ». Le jury s'est réuni le 16 juin 2022.\n\nPublié le 5 juillet 2022"
    )
    assert found.type == "announcement"
    assert found.dates
    assert found.dates.iso()[0] == "2022-07-05"


def test_an_invitation_with_its_agenda_is_an_invitation() -> None:
    hours = "\n".join(
        f"• {hour}:00 – {hour + 1}:30: Session number {hour}" for hour in range(9, 17)
    )
    found = told(
        "We invite all clusters to a group visit in Linz, Austria, on 12-14 June 2023. The event is"
        " free of charge.\n\n" + "The visit is for clusters that want to learn. " * 12 + "\n\n"
        f"Draft agenda:\n{hours}\nLunch break\nPlease contact Ida at ida@x.example by 28 April"
        f" 2023."
    )
    assert found.type == "announcement"
    assert [day.iso()[0] for day in found.deadlines] == ["2023-04-28"]


def test_a_last_day_under_a_heading() -> None:
    found = told(
        "Journée bois\nÉpinal, 11 mai 2023\n\nInscription\nGratuite pour tous\nAvant le 4 mai"
        " sur le"
        " site"
    )
    assert [day.iso()[0] for day in found.deadlines] == ["2023-05-04"]


def test_a_menu_and_the_name_of_a_site_are_no_title() -> None:
    page = "Grappe Eau du Midi\nMenu\nLe cluster | Adhérer | Agenda | Ressources\nRecherche...\n"
    content = clean(page + "Appel à experts : évaluer les dossiers de labellisation\nLisez.")
    assert told(content).title.text == "Appel à experts : évaluer les dossiers de labellisation"
    assert told(content).type == "call"


def test_one_word_speaks_once_of_its_sector() -> None:
    found = told(
        "Lancement\n\n" + "Le textile et les tissus des ateliers textiles. " * 3 + "La"
        " digitalisation, la digitalisation et la digitalisation."
    )
    assert names(*found.sectors)[0] == "textile"


def test_the_dateline_of_a_press_release_is_no_title() -> None:
    found = told(
        "COMMUNIQUÉ\nSaint-Étienne, le 17 mars 2016\n\nLe cluster Forge change de président\nRéunis"
        " en assemblée, les adhérents ont élu Mme Barjac. Elle succède à M. Grange."
    )
    assert found.title.text == "Le cluster Forge change de président"
    assert found.type == "announcement"


def test_who_coordinates_may_stand_behind_the_verb() -> None:
    found = told(
        "Nouvelles\n\nL'assemblée a rejoint le projet OUTILLE, que coordonne le cluster piémontais"
        " Meccanica Torino."
    )
    assert names(found.coordinator) == ["Meccanica Torino"]


def test_the_dateline_of_a_note_tells_its_country() -> None:
    found = told(
        "Quotas et laminoirs : note de position\nMetz, le 8 octobre 2024\n\nNous demandons d'étaler"
        " la fin des quotas. Un colloque à Bruxelles y reviendra."
    )
    assert names(found.country) == ["FR"]


def test_a_question_is_a_label() -> None:
    found = told(
        "Appel à projets « Robots »\n\nQui porte l'appel ?\nLe pôle Mécatro, avec la Région.\n\n"
        "Clôture : 30 avril 2020"
    )
    assert "Mécatro" in names(found.organiser)[0]


def test_a_text_that_begins_at_the_end_of_a_sentence_is_called_by_its_next():
    content = (
        ". Chez Voilerie Ouessane, les visiteurs ont vu comment une résine remplace le polyester "
        "sur les ponts de petits voiliers, et combien de temps elle met à durcir en hiver.\n"
    )
    title = told(content).title
    assert title.text.startswith("Chez Voilerie Ouessane")
    assert title.span.of(content) == title.text
