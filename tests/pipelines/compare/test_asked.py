"""Which questions compare things by name, and by what."""

import pytest

from pipelines.compare.asked import compares


@pytest.mark.parametrize(
    ("text", "measure", "most", "names"),
    [
        ("Which project has the larger budget, ALMA or BORA?", "budget", True, ("ALMA", "BORA")),
        ("Lequel des deux projets ALMA et BORA a le plus gros budget ?", "budget", True, None),
        ("Is the budget of ALMA smaller than that of BORA?", "budget", False, ("ALMA", "BORA")),
        (
            "Which of these calls closes first, ALMA, BORA or CIMA?",
            "deadline",
            False,
            ("ALMA", "BORA", "CIMA"),
        ),
        ("ALMA ou BORA : lequel ferme en dernier ?", "deadline", True, ("ALMA", "BORA")),
        ("Did ALMA or BORA have more participants?", "participants", True, ("ALMA", "BORA")),
        (
            "Lequel de l'échange de Lugo ou de celui de Vigo a réuni le moins de monde ?",
            "participants",
            False,
            ("échange de Lugo", "Vigo"),
        ),
        (
            "Was the Lugo visit longer than the Vigo one?",
            "duration",
            True,
            ("Lugo visit", "Vigo"),
        ),
        (
            "Est-ce que l'échange de Lugo a duré plus longtemps que la visite de Vigo ?",
            "duration",
            True,
            ("échange de Lugo", "visite de Vigo"),
        ),
        (
            "Between the Lugo exchange and the Vigo visit, which came first?",
            "start",
            False,
            ("Lugo exchange", "Vigo visit"),
        ),
        ("Does the ALMA call close before the BORA call?", "deadline", False, None),
        ("L'appel ALMA ferme-t-il après l'appel BORA ?", "deadline", True, None),
        ("A-t-on eu plus de monde à Lugo ou à Vigo ?", "participants", True, ("Lugo", "Vigo")),
        ("Quel projet a commencé le plus tôt, ALMA ou BORA ?", "start", False, ("ALMA", "BORA")),
    ],
)
def test_what_is_compared_and_by_what(text, measure, most, names):
    found = compares(text)
    assert (found.measure, found.most) == (measure, most)
    assert names is None or found.names == names


@pytest.mark.parametrize(
    "text",
    [
        "Which project has the largest budget?",
        "Quel projet a le plus gros budget ?",
        "Which call closes first?",
        "Quel est le plus gros budget entre 2020 et 2022 ?",
        "Which exchange had the most participants in 2022 or 2023?",
        "Who hosted more exchanges, France or Spain?",
        "When does the call open and close?",
        "Which suppliers came to the last session?",
        "Which firms were selected in the first ALMA call?",
        "Why did ALMA end later than planned?",
        "When does ALMA end after the extension?",
        "Quelle est la date limite avant la prolongation ?",
        "What is the budget of ALMA and BORA?",
        "Où a eu lieu le premier atelier ALMA ?",
    ],
)
def test_other_questions_are_left_alone(text):
    assert compares(text) is None


def test_the_noun_that_stands_alone_says_what_is_compared():
    assert compares("Which exchange had more people, Lugo or Vigo?").noun == "exchange"
