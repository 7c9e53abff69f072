"""Which type of document a text is."""

from __future__ import annotations

import pytest

from ingest.describe.layout import labels
from ingest.describe.types.doctype import find_type
from ingest.describe.types.typecues import CUES
from ingest.types import Span


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
    ("text", "kind", "is_so"),
    [
        (
            "Evaluation note: LINWAY at mid-term\nThe visit took place in Graz.",
            "event_report",
            False,
        ),
        (
            "Enquête 2023 auprès des filatures : la synthèse\nElle a eu lieu en mai. Des firmes"
            " ont participé.",
            "event_report",
            False,
        ),
        (
            "Survey of the mills 2022: summary of results\nIt was held in May. Participants met.",
            "event_report",
            False,
        ),
        (
            "Study visit to the mills of Graz\nIt took place in May. Participants met the firms.",
            "event_report",
            True,
        ),
        (
            "Survey results: a webinar\nJoin us on 3 May; registration is free of charge.",
            "announcement",
            True,
        ),
        (
            "Étude de cas : le banc partagé\nCe qui marche, conseils, résultats.",
            "best_practice",
            True,
        ),
        (
            "Call: evaluation of the LINWAY scheme\nDeadline: 3 May 2024. Who can apply: firms.",
            "call",
            True,
        ),
        (
            "Rencontres du lin à Porto : le bilan\nFaire valider l'ordre du jour dix jours avant.",
            "event_report",
            True,
        ),
        (
            "Atelier bilan carbone des filatures\nInscrivez-vous : l'atelier aura lieu le 4 mai.",
            "event_report",
            False,
        ),
        (
            "Bilan du chèque lin\nIls ont été versés. Date limite, candidatures, subvention.",
            "event_report",
            False,
        ),
        ("Ordre du jour\n9 h 00 Accueil\n10 h 30 Ateliers\n12 h 00 Déjeuner", "agenda", True),
        (
            "Appel à projets LIN : vos questions\nQui peut déposer ? Toute PME éligible.",
            "call",
            False,
        ),
        (
            "Webinaire : posez vos questions sur l'appel à projets LIN\nInscription gratuite. Le"
            " webinaire aura lieu le 3 mai.",
            "announcement",
            True,
        ),
        (
            "LINWAY\nStart: 1 May 2022\nCoordinator: Fibra\nVouchers; an open call.\nHow to"
            " apply: by letter. Grants.",
            "call",
            True,
        ),
        (
            "LINWAY\nStart: 1 May 2022\nCoordinator: Fibra\nVouchers for SMEs; an open call in May;"
            " grants.",
            "other",
            True,
        ),
        (
            "LINWAY open call\nStart: 1 May 2022\nCoordinator: Fibra\nVouchers; grants.",
            "call",
            True,
        ),
    ],
)
def test_what_a_title_rules_out(text: str, kind: str, is_so: bool) -> None:
    found = find_type(text, Span(0, text.find("\n")), labels(text))[0]
    assert (found == kind) is is_so


def test_the_title_in_the_file_may_say_the_kind() -> None:
    text = "Lend the looms\nThe looms are lent by the week.\n"
    title = Span(0, 14)
    assert find_type(text, title, (), "", "Fiche bonne pratique : le lin | Fibra")[0] == (
        "best_practice"
    )
    assert find_type(text, title, (), "", "Lend the looms | Bonnes pratiques")[0] == "other"


@pytest.mark.parametrize(
    ("head", "is_call"),
    [
        ("PROJECT FACTSHEET", False),
        ("Fiche projet WEFTLINE", False),
        ("Fiche projet : appel WEFTLINE", True),
        ("WEFTLINE: second open call", True),
    ],
)
def test_a_sheet_of_a_project_tells_of_calls_and_makes_none(head: str, is_call: bool) -> None:
    text = f"{head}\n\nHalf of the grant goes out by three open calls. Call 1: open call for SMEs."
    found = find_type(text, Span(0, len(head)), labels(text))[0]
    assert (found == "call") is is_call
