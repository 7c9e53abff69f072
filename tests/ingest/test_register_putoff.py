"""Events that were put off say so, and what was given up is cancelled; what else was is not."""

import pytest

from ingest.describe import describe
from ingest.read import read_bytes
from ingest.register import find_events

NEWS = "# What the quarry cluster did\n\nThe summit took place in Tartu on 20 June 2022.\n\n"


def told(content, source="notes.md"):
    text = read_bytes(content.encode(), source)
    return find_events(text, describe(text, source))


def of_kind(content, kind):
    return next((e for e in told(content) if e.kind == kind), None)


@pytest.mark.parametrize(
    ("sentence", "kind", "late"),
    [
        ("The study visit to Oslo, planned for May 2023, has been postponed.", "visit", True),
        ("The study visit to Oslo is postponed to 6 June 2023.", "visit", True),
        (
            "La visite d'étude de Gdańsk, prévue en avril 2023, est reportée ; elle aura lieu du 4 "
            "au 6 juin 2023.",
            "visit",
            True,
        ),
        ("The study visit to Oslo takes place on 6 June 2023.", "visit", False),
        ("At the workshop in Oslo on 6 June 2023 the vote was postponed.", "workshop", False),
        ("Lors de l'atelier de Brest du 6 juin 2023, le vote a été reporté.", "workshop", False),
    ],
)
def test_an_event_told_in_passing_says_that_it_was_put_off(sentence, kind, late):
    found = of_kind(NEWS + sentence + "\n", kind)
    assert found is not None
    assert (found.put_off is not None) is late


@pytest.mark.parametrize(
    ("content", "late"),
    [
        ("# Workshop in Riga postponed\n\nThe workshop in Riga moves to 12 May 2023.\n", True),
        (
            "# Compte rendu de l'atelier de Namur\n\nDate : 14 octobre 2022\nLieu : Namur\n\n"
            "L'atelier, prévu en mai, avait été reporté au 14 octobre 2022.\n",
            True,
        ),
        (
            "# Report on the workshop in Riga\n\nDate: 12 May 2023\nVenue: Riga, Latvia\n\n"
            "The workshop took place on 12 May 2023. The vote on the charter was postponed.\n",
            False,
        ),
        (
            "# Report on the workshop in Riga\n\nDate: 12 May 2023\nVenue: Riga, Latvia\n\n"
            "At the workshop of 12 May 2023 we heard that the study visit is postponed.\n",
            False,
        ),
    ],
)
def test_a_document_says_of_its_own_event_that_it_was_put_off(content, late):
    assert (told(content)[0].put_off is not None) is late


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        (
            "A third visit, to Porto, was planned for November 2021 but has been dropped.",
            "visit",
            "cancelled",
        ),
        ("The workshop in Lyon on 9 May 2023 was shelved.", "workshop", "cancelled"),
        ("L'atelier de Metz du 3 mars 2023 a été abandonné.", "workshop", "cancelled"),
        ("Une visite, à Porto, est prévue pour mars 2023.", "visit", "planned"),
        (
            "At the workshop in Lyon on 3 May 2021, the plan for a label was abandoned.",
            "workshop",
            "held",
        ),
        (
            "Lors de l'atelier de Brest le 5 mai 2021, l'idée d'un label a été abandonnée.",
            "workshop",
            "held",
        ),
        ("Prices dropped at the workshop in Lyon on 3 May 2021.", "workshop", "held"),
    ],
)
def test_what_was_given_up_is_cancelled(sentence, kind, status):
    found = of_kind(NEWS + sentence + "\n", kind)
    assert found is not None
    assert found.status == status
