"""Follow-ups that ask which of two named things is more, or for documents of another topic."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET", "Quai-Data"), places=("Split",))
LONGER = "Which lasted longer, BOATNET or Quai-Data?"
GRAND = "Lequel a le plus gros budget, BOATNET ou Quai-Data ?"
EVENTS = "Which was longer, the Split exchange or the Lille webinar?"
NETS = "Which documents are about nets?"
FILETS = "Quels documents parlent de filets en 2023 ?"


def asked(question: str, *earlier: str) -> str:
    return rewrite(question, [Turn(one) for one in earlier], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (LONGER, "And which is larger?", "Which is larger, BOATNET or Quai-Data?"),
        (LONGER, "which one has the larger budget?",
         "Which one has the larger budget, BOATNET or Quai-Data?"),
        (LONGER, "and which ended first?", "Which ended first, BOATNET or Quai-Data?"),
        (LONGER, "et lequel est le plus cher ?", "Lequel est le plus cher, BOATNET ou Quai-Data ?"),
        (GRAND, "et lequel dure le plus longtemps ?",
         "Lequel dure le plus longtemps, BOATNET ou Quai-Data ?"),
        (GRAND, "lequel a le plus de partenaires ?",
         "Lequel a le plus de partenaires, BOATNET ou Quai-Data ?"),
        (EVENTS, "and which was first?",
         "Which was first, the Split exchange or the Lille webinar?"),
        ("When did BOATNET and Quai-Data start?", "and which ended first?",
         "Which ended first, BOATNET or Quai-Data?"),
    ],
)  # fmt: skip
def test_a_choice_is_of_what_was_compared(earlier, question, whole):
    assert asked(question, earlier) == whole
    assert asked(question, "Who is Ada Novak?", earlier) == whole


def test_a_choice_is_of_two_things_told_one_after_the_other():
    earlier = ("How long is BOATNET?", "How long is Quai-Data?")
    assert asked("and which is longer?", *earlier) == "Which is longer, BOATNET or Quai-Data?"


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        (LONGER, "Which project has the larger budget?"),
        (LONGER, "which yards are longer than a pier?"),
        (LONGER, "which is the Finnish partner?"),
        (GRAND, "lequel est en Norvège ?"),
        (EVENTS, "et lequel est le plus long ?"),  # they are told in English
        ("Who leads BOATNET?", "and which is longer?"),
        ("How do yards train welders?", "and which is longer?"),
    ],
)
def test_a_choice_of_other_things_is_left_alone(earlier, question):
    assert asked(question, earlier) == question


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (NETS, "and about varnish?", "Which documents are about varnish?"),
        (NETS, "and old sails?", "Which documents are about old sails?"),
        (FILETS, "et de voiles ?", "Quels documents parlent de voiles en 2023 ?"),
        (FILETS, "et du vernis ?", "Quels documents parlent du vernis en 2023 ?"),
        (FILETS, "et sur les algues ?", "Quels documents parlent des algues en 2023 ?"),
        ("Documents sur le vernis", "et sur les algues ?", "Documents sur les algues ?"),
        ("Documents sur le vernis", "et des algues ?", "Documents sur les algues ?"),
    ],
)
def test_documents_are_asked_for_on_another_topic(earlier, question, whole):
    assert asked(question, earlier) == whole


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        (NETS, "and the budget?"),
        (NETS, "and how do yards varnish?"),
        (NETS, "varnish"),
        (NETS, "et de vernis ?"),  # half in either language
        ("Which documents are about nets or sails?", "and about varnish?"),
        ("How do yards repair nets?", "and about varnish?"),
        (FILETS, "et comment ?"),
    ],
)
def test_what_is_no_topic_of_documents_is_left_alone(earlier, question):
    assert asked(question, earlier) == question
