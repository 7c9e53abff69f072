"""Languages, amounts, people, roles, projects, organisations, places, titles, types."""

from __future__ import annotations

import pytest

from ingest.describe import describe
from ingest.describe.amounts import find_amounts, find_numbers
from ingest.describe.doctype import find_type
from ingest.describe.language import detect
from ingest.describe.layout import labels, lowered, sentence_at
from ingest.describe.organisations import find_organisations
from ingest.describe.people import find_people
from ingest.describe.places import find_places
from ingest.describe.projects import find_projects
from ingest.describe.roles import find_roles, main_role
from ingest.describe.title import find_title
from ingest.describe.typecues import CUES
from ingest.describe.whereabouts import country_of, event_place
from ingest.types import Heading, Span, Text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Qui a accueilli les visiteurs ?", "fr"),
        ("Who welcomed the visitors?", "en"),
        ("liste des partenaires", "fr"),
        ("list of partners", "en"),
        ("échanges ferroviaires", "fr"),
        ("Le budget du projet NORDSEIL est de 3 M€", "fr"),
        ("The NORDSEIL budget is EUR 3 million", "en"),
    ],
)
def test_language_is_sure(text: str, language: str) -> None:
    found, sure = detect(text)
    assert found == language
    assert sure >= 0.75


@pytest.mark.parametrize(
    "text", ["clusters PME", "NORDSEIL", "", "2024", "budget innovation", "PEP"]
)
def test_language_is_unsure(text: str) -> None:
    assert 0.5 <= detect(text)[1] < 0.75


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("It costs 450 Euro in all", "money", "450 Euro"),
        ("un budget de 1,2 M€ pour", "money", "1,2 M€"),
        ("a grant of EUR 50 000.", "money", "EUR 50 000"),
        ("worth €3.5 million today", "money", "€3.5 million"),
        ("soit 2 millions d’euros.", "money", "2 millions d’euros"),
        ("prime de 25 k€,", "money", "25 k€"),
        ("coût : 640 000 € par an", "money", "640 000 €"),
        ("some 39% of jobs", "percentage", "39%"),
        ("soit 39 % des emplois", "percentage", "39 %"),
        ("or 39 per cent", "percentage", "39 per cent"),
        ("près de 12 pour cent", "percentage", "12 pour cent"),
        ("the 5 clusters agreed", "count", "5 clusters"),
        ("with twelve companies", "count", "twelve companies"),
        ("une vingtaine de PME", "count", "une vingtaine de PME"),
        ("pendant 24 mois", "duration", "24 mois"),
        ("for 3 full days", "duration", "3 full days"),
    ],
)
def test_amounts(text: str, kind: str, written: str) -> None:
    (found,) = find_amounts(text)
    assert (found.kind, found.text) == (kind, written)
    assert found.span.of(text) == written


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Speaker: Mr. Anton Feldbusch, chairman", ["Anton Feldbusch"]),
        ("animé par Mme Solène de Kervadec", ["Solène de Kervadec"]),
        ("Claire VAUTRIN, directrice du pôle", ["Claire VAUTRIN"]),
        ("Wibke Osterlund, manager of Nordseil, spoke", ["Wibke Osterlund"]),
        ("The Smart Textile Forum met in San Sebastian", []),
        ("12 rue Pierre Dupont, Lyon", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    assert [p.text for p in find_people(text)] == names


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "The workshop was organised by Nordseil Cluster in Graz.",
            "organiser",
            "Nordseil Cluster",
        ),
        ("une réunion organisée à Dole par le Pôle Aubépine.", "organiser", "Pôle Aubépine"),
        ("VESTA and BOREALIS organized a staff exchange.", "organiser", "VESTA and BOREALIS"),
        ("VESTA et BOREALIS vous invitent à un atelier.", "organiser", "VESTA et BOREALIS"),
        ("Organisateur : Pôle Aubépine", "organiser", "Pôle Aubépine"),
        ("The meeting was hosted by Nordseil.", "host", "Nordseil"),
        ("La visite a été accueillie par le cluster Tramontane.", "host", "Tramontane"),
        ("Le Pôle Aubépine a accueilli la délégation.", "host", "Pôle Aubépine"),
        ("Tramontane, the wind cluster, hosted the visitors.", "host", "Tramontane"),
        ("Host Organisation (HO): e-VOLT (energy cluster)", "host", "e-VOLT"),
        (
            "by the partner and Host Organisation (HO) of the exchange – e-VOLT – Energy",
            "host",
            "e-VOLT",
        ),
        ("Hôte : e-VOLT, pôle énergie (Hauts-de-France)", "host", "e-VOLT"),
        ("Host and lead partner: Kelda Maritime (Norway)", "coordinator", "Kelda Maritime"),
        ("The project is coordinated by Nordseil.", "coordinator", "Nordseil"),
        ("Relator: Mr. Anton Feldbusch", "speaker", "Anton Feldbusch"),
        ("Intervenante : Mme Lise Aubrac, Tramontane", "speaker", "Lise Aubrac"),
        ("en partenariat avec Tramontane", "partner", "Tramontane"),
        (
            "un atelier organisé par la direction régionale de l’industrie et des"
            " services (DRIS), pour tous",
            "organiser",
            "direction régionale de l’industrie et des services (DRIS)",
        ),
    ],
)
def test_roles(text: str, kind: str, name: str) -> None:
    found = [r for r in find_roles(text, "fr") if r.kind == kind]
    assert name in [r.name for r in found]
    assert all(r.span.of(text) == r.name for r in found)


def test_the_plainest_role_wins() -> None:
    roles = find_roles("Tramontane welcomed guests.\nHost: Nordseil\n", "en")
    best = main_role(roles, "host")
    assert best is not None
    assert best.name == "Nordseil"
    assert main_role(roles, "funder") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Within the framework of the NordSeil project, VESTA met.", ["NordSeil"]),
        ("un nouveau projet européen : TISSEA", ["TISSEA"]),
        ("Projet : TISSEA (tissus agiles)", ["TISSEA"]),
        ("the EU-funded OARS Project (“Open Alliances for Regional Ships”)", ["OARS"]),
        (
            "TISSEA – Textile Innovation for Small Series in European Alliances – projet lancé",
            ["TISSEA"],
        ),
        ("les projets TISSEA et OARS avancent", ["TISSEA", "OARS"]),
        ("financed by the COSME programme and Horizon Europe", []),
        ("the R&D project and the EU project", []),
        ("le projet de loi sur les PME", []),
    ],
)
def test_projects(text: str, names: list[str]) -> None:
    found = find_projects(text)
    assert sorted(p.text for p in found) == sorted(names)
    assert all(p.span.of(text) == p.text for p in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The RADI (Regional Agency for Development and Innovation) spoke.", {"RADI"}),
        (
            "le Pôle Aubépine et l’Université de Valbrune",
            {"Pôle Aubépine", "Université de Valbrune"},
        ),
        ("It was founded by Feldbusch GmbH.", {"Feldbusch GmbH"}),
        ("par e-VOLT ; le pôle e-Volt et E-VOLT", {"e-VOLT"}),
        ("In May, the R&D of SMEs in the EU during COVID-19", set()),
    ],
)
def test_organisations(text: str, names: set[str]) -> None:
    assert {o.text for o in find_organisations(text)} == names


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The kick-off meeting was held in Sabadell, Spain.", "Sabadell", "ES"),
        ("La réunion s’est tenue à Barcelone.", "Barcelone", "ES"),
        ("Lieu : Valenciennes\n", "Valenciennes", "FR"),
        ("The workshop took place in Nice, France.", "Nice", "FR"),
        ("L’atelier a eu lieu à Tours.", "Tours", "FR"),
        ("Venue: Messe, Milano", "Milano", "IT"),
        ("The visit was held in Brest, Belarus.", "Brest", "BY"),
        ("The event was held in Valenciennes Cedex, France", "Valenciennes", "FR"),
        ("Nice results at the meeting; Orange and Lyon Biopole were organised.", None, None),
        ("It hosted an event. Tours of the plant.", None, None),
    ],
)
def test_places(text: str, place: str | None, country: str | None) -> None:
    told = labels(text)
    places = find_places(text)
    found = event_place(text, places, told, None)
    assert (found.text if found else None) == place
    where = country_of(text, found, places, told, None)
    assert (where[0] if where else None) == country


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Home / News / Europe\n\nNORDSEIL meets in Graz\n\nThe partners met.",
            "NORDSEIL meets in Graz",
        ),
        ("NORDSEIL meets NORDSEIL meets\n\nText.", "NORDSEIL meets"),
        ("In Styria\n\nStaff exchange\n\nA long text.", "In Styria – Staff exchange"),
        (
            "POLICY BRIEF No. 4\nDo test benches pay for themselves?\n\nText.",
            "Do test benches pay for themselves?",
        ),
        (
            "PRESS RELEASE – FOR IMMEDIATE RELEASE\nGraz, 5 May 2022\n\nTwo clusters join forces"
            " for timber\n\nText.",
            "Two clusters join forces for timber",
        ),
        (
            "COMMUNIQUÉ DE PRESSE : SOUS EMBARGO JUSQU'AU 5 MAI\nDeux grappes unissent leurs"
            " forêts en Styrie\n\nTexte.",
            "Deux grappes unissent leurs forêts en Styrie",
        ),
        ("FOR IMMEDIATE RELEASE\n\nOpening of the bench\n", "Opening of the bench"),
        ("Embargo on timber: what firms say\n\nText.", "Embargo on timber: what firms say"),
        (
            "Press releases for publication in May\n\nThe list of what we shall send to papers.",
            "Press releases for publication in May",
        ),
        ("Date: 4 May 2022\nOpening of the bench\n", "Opening of the bench"),
        ("", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title


def test_title_from_heading_and_from_metadata() -> None:
    text = "Menu\nA day in Graz\n\nText."
    heading = Text(text, "html", headings=(Heading(Span(5, 18), 1),))
    assert find_title(heading).text == "A day in Graz"
    stated = find_title(Text("x\n\ny", "pdf", metadata=(("title", "A day in Graz | Nordseil"),)))
    assert (stated.text, stated.span, stated.origin) == ("A day in Graz", None, "metadata")
    untitled = Text(
        "A day in Graz\n\nText", "docx", metadata=(("title", "Microsoft Word - x.docx"),)
    )
    assert find_title(untitled).text == "A day in Graz"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Report on the visit\nThe visit took place in Graz. Participants met the firms.",
            "event_report",
        ),
        (
            "Retour sur l’atelier\nL’atelier s’est tenu à Dole. Les participants ont échangé.",
            "event_report",
        ),
        ("Draft agenda\n09:00 Welcome\n10:00 Talks\n12:30 Lunch\n14:00 Visit", "agenda"),
        ("Ordre du jour\n9 h 00 Accueil\n10 h 30 Ateliers\n12 h 00 Déjeuner", "agenda"),
        ("Appel à projets : tissus\nDate limite : 3 mai 2024. Critères d’éligibilité.", "call"),
        ("Open call for pilots\nDeadline: 3 May 2024. Who can apply: SMEs.", "call"),
        (
            "Webinar: wind for SMEs\nJoin us on 3 May; registration is free of charge.",
            "announcement",
        ),
        ("Bonne pratique : le banc partagé\nCe qui marche, conseils, résultats.", "best_practice"),
        ("Policy note: test benches\nWe recommend three measures.", "policy_note"),
        ("Blue. Green.", "other"),
    ],
)
def test_types(text: str, kind: str) -> None:
    found, span, _ = find_type(text, Span(0, text.find("\n") % len(text)), labels(text))
    assert found == kind
    assert (span is None) == (kind == "other")


def test_a_whole_document() -> None:
    content = (
        "TISSEA : réunion de lancement\n\nLe projet TISSEA a tenu sa réunion de"
        " lancement à Guimarães au"
        " Portugal, les 9 et 10 mars 2020, organisée par VESTA TÈXTIL, le cluster des tissus.\n\n"
        "Inscription avant le 2 février 2020. © 2024"
    )
    found = describe(Text(content, "txt"), "2019/tissea.txt")
    assert (found.language, found.type, found.years) == ("fr", "event_report", (2020,))
    assert found.dates is not None
    assert found.dates.iso() == ("2020-03-09", "2020-03-10")
    assert [p.text for p in found.projects] == ["TISSEA"]
    assert found.organiser is not None
    assert found.organiser.text == "VESTA TÈXTIL"
    assert found.place is not None
    assert found.place.text == "Guimarães"
    assert found.country is not None
    assert found.country.text == "PT"


def test_years_without_a_date_come_from_title_or_file_name() -> None:
    assert describe(Text("Plan 2023\n\nText of it.", "txt"), "a.txt").years == (2023,)
    assert describe(Text("The plan\n\nText of it.", "txt"), "plan_2021.txt").years == (2021,)
    assert describe(Text("The plan\n\nSince 1998 and 2014-2020.", "txt"), "a.txt").years == ()
    assert describe(Text("Plan 2023\n\nText.", "txt"), "a.txt").dates is None


def test_lower_case_keeps_offsets() -> None:
    assert len(lowered("İstanbul İ")) == len("İstanbul İ")


@pytest.mark.parametrize(
    ("content", "position", "sentence"),
    [
        ("It opens at 10:00 CET. A fair follows.", 30, "A fair follows."),
        ("Elle aide la PME. Le pôle suit.", 22, "Le pôle suit."),
        ("Heard from J. Roy of the U.S. Senate. Then", 4, "Heard from J. Roy of the U.S. Senate"),
        ("MM. Roy et Sá sont venus. Puis", 4, "MM. Roy et Sá sont venus"),
    ],
)  # fmt: skip
def test_a_sentence_ends_behind_capitals_but_not_behind_an_initial(
    content: str, position: int, sentence: str
) -> None:
    assert sentence_at(content, position).of(content).strip() == sentence


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NOTE DE POSITION\n\nRéseau Alizé\nPour une politique du lin après 2027\n\nLe lin.",
         "Pour une politique du lin après 2027"),
        ("POLICY BRIEF No. 3 / 2025\nFlax partnerships: what clusters can do\n\nFlax.",
         "Flax partnerships: what clusters can do"),
        ("Note de position : le lin et ses droits\n\nRéseau Alizé\n\nLe lin.",
         "Note de position : le lin et ses droits"),
    ],
)  # fmt: skip
def test_a_line_of_kind_gives_way_to_the_headline(text: str, title: str) -> None:
    assert find_title(Text(text, "txt")).text == title


def test_a_programme_that_pays_is_no_agenda() -> None:
    low = "the partners met in ghent. programme: single market programme. grant: eur 5."
    agenda = [c for c in CUES if c.type == "agenda"]
    assert not any(c.pattern.search(low) for c in agenda)
    assert any(c.pattern.search("programme :\n9 h accueil") for c in agenda)
    assert any(c.pattern.search("programme: 9:00 welcome") for c in agenda)


def test_an_interview_and_an_award_notice_are_no_report_and_no_call() -> None:
    told = "Trois questions à Zoé Roy, du Pôle Fibres\n\nElle a visité Gand. Pourquoi ?\n"
    award = "Award notice\n\nThe beneficiaries of the first open call are known.\n"
    assert find_type(told, None, ())[0] == "other"
    assert find_type(award, None, ())[0] == "announcement"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("14:00 Bilateral meetings (37 were held)", ["37"]),
        ("14 h 00 – 37 rendez-vous", ["37"]),
        ("Accueil à 9h30, 12 personnes", ["12"]),
        ("37 h de cours", ["37"]),
        ("a ratio of 3 to 100", ["3", "100"]),
    ],
)
def test_a_time_of_day_counts_nothing(text: str, numbers: list[str]) -> None:
    assert [f.text for f in find_numbers(text)] == numbers
