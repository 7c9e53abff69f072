"""Sentences of both languages, with offsets that hold on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.sentences import is_item, label, sentences

WILD = st.text(
    st.one_of(st.characters(), st.sampled_from(list(" \n\n.!?…:»«()[]'\"•-–1aAéÉ|"))), max_size=300
)


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "one",
    [
        "M. Alberto Pezzi et Mme Durand ont ouvert la séance.",
        "Mr. Alain Tubiana met Dr. J. K. Smith.",
        "From 1 p.m. to 2 p.m. - CEST",
        "Data: April, 17, 2019 | From 1 p.m. to 2 p.m. - CEST",
        "Le 26.04.2012 à 10.30 h, pour 3.5 M€ environ.",
        "Voir www.example.org/a.b?c=1. ou contact@pole-emc2.fr.",
        "Several sectors (e.g. textile, i.e. clothing, etc.) took part.",
        "Voir p. ex. l’art. 5, al. 2, du règlement n°. 12, cf. Annexe 3.",
        "See No. 4 and approx. 12 others.",
        "Acme Inc. and U.S. firms came.",
        "« Quelle réussite ! » a dit le président.",
        "Elle a dit « oui... peut-être » et puis rien.",
        "The title “Clusters: a way out?” was chosen.",
        "Le salon a lieu du 3 au 5 juill. 2024, le lun. 3 puis le mar. 4 juin.",
        "On Thurs. 8 May and Fri. 9 May, in Ghent.",
        "Voir l'art. L. 512-3 du code, le vol. II, le chap. IV et la fig. B.",
        "Tél. +33 1 00 00 00 00, bât. C, c. 320 places, 2e sem. 2023.",
        "Univ. Rennes et Inst. Laplace sont partenaires.",
        "Un Ph.D. Student et un Assoc. Prof. Martin, avec le Gén. Duval.",
        "3.2. Calendrier et moyens",
    ],
)
def test_one_sentence_stays_whole(one: str) -> None:
    assert split(one) == [one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. Deux. Trois.", ["Un.", "Deux.", "Trois."]),
        ("Founded in 1989. It grew.", ["Founded in 1989.", "It grew."]),
        ("Vraiment ? Oui ! Bien.", ["Vraiment ?", "Oui !", "Bien."]),
        (
            "Il a dit : « Venez. » Nous sommes venus.",
            ["Il a dit : « Venez. »", "Nous sommes venus."],
        ),
        ("(See below.) The end.", ["(See below.)", "The end."]),
        (
            "Ateliers, visites, etc. Le lendemain, départ.",
            ["Ateliers, visites, etc.", "Le lendemain, départ."],
        ),
        ("In 2020 it ended. i-TRANS hosted it.", ["In 2020 it ended.", "i-TRANS hosted it."]),
        ("Attendre… Puis partir.", ["Attendre…", "Puis partir."]),
        ("Contact me. The end.", ["Contact me.", "The end."]),
        ("She said no. They left.", ["She said no.", "They left."]),
        ("It ends at 2 p.m. The bus waits.", ["It ends at 2 p.m.", "The bus waits."]),
        ("We met at sea, en mer. 3 bateaux.", ["We met at sea, en mer.", "3 bateaux."]),
        ("He makes art. I buy it.", ["He makes art.", "I buy it."]),
        ("Fin du vol. A midi, départ.", ["Fin du vol.", "A midi, départ."]),
        ("She said no. B2B firms left.", ["She said no.", "B2B firms left."]),
        ("Wait 5 min. A bus comes.", ["Wait 5 min.", "A bus comes."]),
        ("Come on Sun. The doors open.", ["Come on Sun.", "The doors open."]),
        ("He has a Ph.D. Since then, more.", ["He has a Ph.D.", "Since then, more."]),
        ("Vu en 3.2. Le reste suit.", ["Vu en 3.2.", "Le reste suit."]),
        ("Cited before.[12] Then more.", ["Cited before.[12]", "Then more."]),
    ],
)
def test_sentences_are_parted(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_list_items_and_labels_are_their_own() -> None:
    text = (
        "Programme\nDate : 4 mai 2022\nLieu : Lyon\n\n"
        "  • 09:00 – 13:00: Visite\n- Repas\n1. Un\na) Deux"
    )
    assert split(text) == [
        "Programme",
        "Date : 4 mai 2022",
        "Lieu : Lyon",
        "09:00 – 13:00: Visite",
        "Repas",
        "Un",
        "Deux",
    ]


def test_a_wrapped_line_is_no_break() -> None:
    text = (
        "The partners of the project met for the first time in the city of\n"
        "Lyon and agreed on the work of the next twenty-four months. They will\n"
        "meet again in autumn.\n\nLyon"
    )
    assert split(text) == [
        "The partners of the project met for the first time in the city of\n"
        "Lyon and agreed on the work of the next twenty-four months.",
        "They will\nmeet again in autumn.",
        "Lyon",
    ]


@pytest.mark.parametrize(
    "one",
    [
        "Les membres ont visité la fonderie de la vallée en présence de M.\n"
        "Marchand, qui préside le groupement des fondeurs de la région.",
        "Le pôle suit depuis quatre ans une démarche dite « atelier du futur »\n"
        "à horizon 2030, avec ses partenaires des deux côtés du Rhin et au-delà.",
        "Le dossier est à remettre avant la date que donne le règlement à l'art.\n"
        "7, et il en faut deux copies signées de la main du représentant légal.",
        "The partners sent what they had (tables, maps, plans of the site, etc.\n"
        "of each port) to the coordinator, who put them into one single file.",
    ],
)
def test_a_line_may_end_in_an_abbreviation_or_a_quote(one: str) -> None:
    assert split(one) == [one]


def test_a_line_that_ends_a_sentence_is_a_break() -> None:
    long = "Les membres ont visité la fonderie de la vallée, puis l'atelier voisin"
    assert split(f"{long}.\nMarchand en est le président.") == [
        f"{long}.",
        "Marchand en est le président.",
    ]
    assert split(f"{long} « Gaïa »\nLyon") == [f"{long} « Gaïa »", "Lyon"]
    assert split("Date : 4 sept.\nLieu : Lyon") == ["Date : 4 sept.", "Lieu : Lyon"]
    talk = "10:00 Les moulages de la filière : Berta Roca, de Fosa Alta S.L."
    assert split(f"{talk}\n10:30 Pause") == [talk, "10:30 Pause"]
    assert split("o Jour 1 – Nommer les défauts de la « pièce »\no Jour 2") == [
        "Jour 1 – Nommer les défauts de la « pièce »",
        "Jour 2",
    ]
    assert split("Acme S.A.\nLyon\nFrance") == ["Acme S.A.", "Lyon", "France"]


def test_lines_of_unwrapped_paragraphs_are_breaks() -> None:
    text = "Lancement du projet\n" + "Le pôle a tenu sa réunion. " * 20 + "\nEt après ?\nRien."
    assert split(text)[0] == "Lancement du projet"
    assert split(text)[-2:] == ["Et après ?", "Rien."]


def test_part_of_a_text_keeps_its_offsets() -> None:
    text = "Avant. Ici une phrase. Puis une autre. Après."
    start, end = text.index("Ici"), text.index(" Après")
    assert [span.of(text) for span in sentences(text, start, end)] == [
        "Ici une phrase.",
        "Puis une autre.",
    ]


def test_marks_and_labels() -> None:
    assert all(map(is_item, ("• un", "12. douze", "- tiret", "a) lettre")))
    assert not any(map(is_item, ("-5 degrés", "2022 fut bon", "a un")))
    assert label("Date : 4 mai 2022") == "Date"
    assert label("Host Organisation (HO): i-TRANS") == "Host Organisation (HO)"
    assert label("Voir https://example.org") is None
    assert label("Programme :") is None


def test_the_lines_of_a_programme_and_addresses_stand_alone():
    programme = [
        "09:30 Welcome coffee and registration in the lobby of the mill",
        "10:00 Round table on dyes, chaired by Henrike Blom, weaver",
        "11h30 Pause",
        "2.30 pm Visits of two looms by bus, lunch included",
    ]
    assert split("\n".join(programme)) == programme
    contact = "Pour toute question, écrivez sans tarder à accueil@tissage-nord.example"
    assert split(contact + "\nUne réunion d'information aura lieu le 4 mai.")[0] == contact


def test_an_hour_in_a_wrapped_sentence_goes_on():
    wrapped = "The bus leaves from the station of Kortrijk every morning at\n9:30 am with a guide."
    assert split(wrapped) == [wrapped]
    wrapped = "L'accueil des visiteurs se fait dans la cour de la filature dès\n14 h 00, badge mis."
    assert split(wrapped) == [wrapped]


@settings(deadline=None)  # first calls import, and machines are shared
@given(WILD)
def test_spans_are_in_order_and_lose_nothing(text: str) -> None:
    for content in (text, clean(text)):
        spans = sentences(content)
        at = 0
        lost = ""
        for span in spans:
            assert at <= span.start < span.end <= len(content)
            assert span.of(content) == span.of(content).strip()
            lost += content[at : span.start]
            at = span.end
        lost += content[at:]
        # Only blanks and the marks of list items lie between sentences.
        assert all(not c.isalpha() or c in "abcdefghijklmnopqrstuvwxyz" for c in lost)


@pytest.mark.parametrize(
    "hostile",
    [
        "." * 50_000,
        ". " * 25_000,
        "." + ")" * 50_000,
        ".'" * 25_000,
        ". »" * 15_000,
        ".[1]" * 12_000,
        "A. " * 15_000,
        "a.\n" * 15_000,
        "\n" * 50_000,
        " " * 50_000,
        "M. " * 15_000,
        "a: " * 15_000,
        "•" * 50_000,
        "a" * 50_000,
        "(" * 50_000 + ".",
        ". " + "«" * 50_000,
        ".  " + "\u3000" * 50_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    spent = []
    for _ in range(3):  # whatever else runs on the machine slows some of them
        began = time.process_time()
        sentences(hostile)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.25


def test_compound_initials_end_no_sentence():
    assert split("Présents : L. Roe, M.-A. Low, J.-P. Vale. Ann Roe ouvre.") == [
        "Présents : L. Roe, M.-A. Low, J.-P. Vale.",
        "Ann Roe ouvre.",
    ]
    assert split("It is for the USA-B. Then it ended.") == [
        "It is for the USA-B.",
        "Then it ended.",
    ]
