"""Which language a text is in, and how surely."""

from __future__ import annotations

import pytest

from ingest.describe.language import detect


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
        ("Who is Clémence Trévarnec?", "en"),  # a name with accents is no French
        ("Where does Gaëlle Bélanger-Noël work?", "en"),
        ("Qui est Charles Whitworth ?", "fr"),
        ("Économie circulaire : le bilan", "fr"),
        ("Mercredi 16 mai 2018 – Villeneuve-sur-Orne", "fr"),
        ("Réunion with Économie Circulaire à Évreux, échéance", "fr"),
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
