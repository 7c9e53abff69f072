"""Follow-ups completed from the questions before them, and questions that are left alone."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import About, Known, Turn

KNOWN = Known(
    projects=("BOATNET", "RAILTEAM"),
    places=("Split", "Gdynia", "Lille"),
    pairs=frozenset({("BOATNET", "Split"), ("BOATNET", "Gdynia"), ("RAILTEAM", "Lille")}),
)
SPLIT = "Who hosted the BOATNET exchange in Split?"
MEETING = "la réunion de lancement de BOATNET à Split"
EPINAL = f"Quand a eu lieu {MEETING} ?"


def asked(earlier: str, question: str, **turn) -> str:
    return rewrite(question, [Turn(earlier, **turn)], KNOWN).text


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (SPLIT, "and in Gdynia?", "Who hosted the BOATNET exchange in Gdynia?"),
        (SPLIT, "When was it held?", "When was the BOATNET exchange in Split held?"),
        (SPLIT, "Who spoke there?", "Who spoke at the BOATNET exchange in Split?"),
        (SPLIT, "Where?", "Where was the BOATNET exchange in Split held?"),
        (SPLIT, "what about RAILTEAM?", "Who hosted the RAILTEAM exchange?"),
        (SPLIT, "Who hosted this project?", "Who hosted the BOATNET project?"),
        (EPINAL, "Et qui l'a organisée ?", f"Qui a organisé {MEETING} ?"),
        (EPINAL, "Combien y ont participé ?", f"Combien ont participé à {MEETING} ?"),
        (EPINAL, "Quel est son budget ?", f"Quel est le budget de {MEETING} ?"),
        (EPINAL, "Et RAILTEAM ?", "Quand a eu lieu la réunion de lancement de RAILTEAM ?"),
        (
            "Which webinars took place in 2021?",
            "and in 2022?",
            "Which webinars took place in 2022?",
        ),
        ("Webinars in 2020 or 2021?", "and in 2022?", "Webinars in 2022?"),
        (
            "Quels ateliers ont eu lieu entre 2019 et 2021 ?",
            "et en 2022 ?",
            "Quels ateliers ont eu lieu en 2022 ?",
        ),
        ("How many webinars in 2021?", "and workshops?", "How many workshops in 2021?"),
        (
            "Quels ateliers ont eu lieu en 2021 ?",
            "et les visites ?",
            "Quelles visites ont eu lieu en 2021 ?",
        ),
        (
            "Quelle est la date limite de l'appel BOATNET ?",
            "et le budget ?",
            "Quel est le budget de l'appel BOATNET ?",
        ),
    ],
)
def test_a_follow_up_is_completed(earlier, question, whole):
    found = rewrite(question, [Turn(earlier)], KNOWN)
    assert (found.text, found.rewritten, found.from_) == (whole, True, earlier)


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (SPLIT, "et qui l'a organisé ?", "Qui a organisé l'échange BOATNET à Split ?"),
        (
            SPLIT,
            "Combien de participants ?",
            "Combien de participants ont assisté à l'échange BOATNET à Split ?",
        ),
        (EPINAL, "Who hosted it?", "Who hosted the BOATNET kick-off meeting in Split?"),
        (
            "Which webinars took place in 2021?",
            "et en 2022 ?",
            "Quels webinaires ont eu lieu en 2022 ?",
        ),
        ("Combien d'ateliers en 2021 ?", "and in 2022?", "How many workshops in 2022?"),
    ],
)
def test_the_language_may_change_between_turns(earlier, question, whole):
    assert asked(earlier, question) == whole


@pytest.mark.parametrize(
    "question",
    [
        "When did Veloria get its label?",
        "Y a-t-il des formations pour les soudeurs ?",
        "Is there a call for boatyards?",
        "Faut-il un label pour répondre à l'appel RAILTEAM ?",
        "Combien de jours Veloria a-t-elle mis à préparer son label ?",
        "How do shipyards train their welders?",
        "And who hosted the RAILTEAM exchange in Lille?",
        "Qui sont les partenaires de RAILTEAM ?",
        "best practices for SMEs",
        "note sur l'apprentissage",
        "Which exchanges took place in 2022?",
        "How long does it take to build a boat?",
        "RAILTEAM",
    ],
)
@pytest.mark.parametrize("earlier", [SPLIT, EPINAL])
def test_a_question_that_stands_alone_is_not_changed(earlier, question):
    found = rewrite(question, [Turn(earlier)], KNOWN)
    assert (found.text, found.rewritten, found.from_) == (question, False, None)


def test_a_first_question_is_never_changed():
    assert not rewrite("and in 2021?", [], KNOWN).rewritten


def test_nothing_said_before_leaves_a_follow_up_as_it_is():
    assert asked("hello there", "When was it held?") == "When was it held?"


def test_the_reply_says_which_event_was_meant():
    about = About(kind="exchange", project="BOATNET", place="Gdynia")
    earlier = Turn("Which exchange was about shipyards?", about=about)
    found = rewrite("When was it held?", [earlier], KNOWN)
    assert found.text == "When was the BOATNET exchange in Gdynia held?"


def test_a_person_is_taken_from_the_reply():
    earlier = Turn("Who chairs the BOATNET board?", people=("Ada Novak",))
    assert rewrite("What is her email?", [earlier]).text == "What is Ada Novak’s email?"
    assert not rewrite("What is her email?", [Turn(SPLIT)], KNOWN).rewritten


def test_a_chain_of_follow_ups_goes_on_from_what_the_last_one_meant():
    first = Turn(SPLIT)
    second = rewrite("and in Gdynia?", [first], KNOWN)
    third = rewrite("When was it?", [first, Turn("and in Gdynia?", second.text)], KNOWN)
    assert third.text == "When was the BOATNET exchange in Gdynia?"


def test_a_place_of_another_project_takes_the_project_away():
    assert asked(SPLIT, "and in Lille?") == "Who hosted the exchange in Lille?"


def test_a_library_says_what_a_follow_up_was_asked_as(sample_library):
    first = "Who hosted the RAILTEAM staff exchange in Lille?"
    turns = sample_library.turns([first])
    reply = sample_library.ask("et quand ?", turns=turns)
    assert reply.asked_as == "Quand a eu lieu l'échange de personnels RAILTEAM à Lille ?"
    assert reply.question == "et quand ?"
    assert "12 to 14 May 2021" in reply.answer
    assert sample_library.ask(first, turns=turns).asked_as is None
