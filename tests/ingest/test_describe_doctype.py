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
