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


@pytest.mark.parametrize(
    ("told_of", "kind", "expected"),
    [
        (
            "The study visit to Oslo was to be held on 16 November 2022. The host had to postpone"
            " it because of a strike. The new dates are 8 and 9 February 2023.",
            "visit",
            ("2023-02-08", "2023-02-09"),
        ),
        (
            "La visite d'étude d'Oslo devait avoir lieu le 16 novembre 2022. L'hôte a dû la"
            " reporter. Les nouvelles dates sont les 8 et 9 février 2023.",
            "visit",
            ("2023-02-08", "2023-02-09"),
        ),
        (
            "Un atelier à Oslo devait se tenir le 16 novembre 2022 ; il a été reporté au 8 février"
            " 2023.",
            "workshop",
            ("2023-02-08", "2023-02-08"),
        ),
        ("The visit to Oslo was moved to 8 February 2023.", "visit", ("2023-02-08", "2023-02-08")),
    ],
)
def test_what_was_to_be_held_and_was_put_off_has_its_new_days(told_of, kind, expected):
    found = [e for e in told(NEWS + told_of + "\n") if e.place and e.place.text == "Oslo"]
    assert [(e.kind, e.dates.iso(), e.put_off is not None) for e in found] == [
        (kind, expected, True)
    ]


@pytest.mark.parametrize(
    ("told_of", "kind"),
    [
        (
            "The workshop was to be held in Oslo on 16 November 2022. The committee postponed the"
            " vote on the label.",
            "workshop",
        ),
        (
            "L'atelier devait se tenir à Oslo le 16 novembre 2022. Le directeur a reporté ces mots"
            " au conseil.",
            "workshop",
        ),
    ],
)
def test_a_vote_that_is_put_off_leaves_the_event_its_day(told_of, kind):
    found = of_kind(NEWS + told_of + "\n", kind)
    assert found is not None
    assert found.dates.iso()[0] == "2022-11-16"
    assert found.put_off is None


@pytest.mark.parametrize(
    "title", ["Report de la journée des fours au 19 septembre", "Postponement of the kiln workshop"]
)
def test_a_title_that_names_the_postponement_says_that_it_was_put_off(title):
    content = f"# {title}\n\nIt will now take place in Oslo on 19 September 2024.\n"
    assert told(content)[0].put_off is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The gap is due to the postponement of the fair in Oslo in 2021.",
        "L'écart tient au report du salon d'Oslo en 2021.",
    ],
)
def test_a_postponement_that_a_text_looks_back_on_is_no_plan(sentence):
    assert not [e for e in told(NEWS + sentence + "\n") if e.put_off]


def test_the_old_plan_gives_way_to_the_new_one_of_the_same_minutes():
    content = (
        "# Minutes of the fourth meeting\n\nThe committee met in Porto on 4 May 2023.\n\n"
        "- The study visit to Oslo is set for 18-19 October 2023.\n"
        "- A workshop is planned in Oslo on 20 October 2023.\n\n"
        "The visit to Oslo was moved to 15-16 November 2023.\n"
    )
    rows = [(e.kind, e.dates.iso()[0]) for e in told(content) if e.place.text == "Oslo"]
    assert sorted(rows) == [("visit", "2023-11-15"), ("workshop", "2023-10-20")]


HELD = """# Second FILAR exchange: two days in Metz

On 10 and 11 October 2023 Weefpunt welcomed 31 firms to Metz for the second exchange of FILAR.
{then}
"""


@pytest.mark.parametrize(
    ("then", "late"),
    [
        ("The event had first been scheduled for 12–13 September, but had to be moved.", True),
        ("L'événement, initialement prévu le 12 septembre, a dû être reporté.", True),
        ("The event had first been announced in Nancy, but had to be moved in June.", False),
        ("It had first been scheduled for 80 firms, all of which came.", False),
        ("The study visit had first been scheduled for 3 May, but had to be moved.", False),
    ],
)
def test_a_report_tells_the_days_that_its_event_was_first_to_be_on(then, late):
    text = read_bytes(HELD.format(then=then).encode(), "report.md")
    own = find_events(text, describe(text, "report.md"))[0]
    assert (own.dates.iso()[0], bool(own.put_off)) == ("2023-10-10", late)
