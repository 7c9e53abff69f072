"""Follow-ups that ask the same of another body, or of another one of a sort."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET",), places=("Split", "Lille"))


def after(question, follow_up):
    return rewrite(follow_up, [Turn(question)], KNOWN)


@pytest.mark.parametrize(
    ("question", "follow_up", "whole"),
    [
        (
            "Combien d'adhérents compte le Pôle Laine & Lin ?",
            "Et Orla Weaving Cluster ?",
            "Combien d'adhérents compte Orla Weaving Cluster ?",
        ),
        (
            "Quel est le budget du Pôle Laine & Lin ?",
            "Et du Réseau Verre ?",
            "Quel est le budget du Réseau Verre ?",
        ),
        (
            "Who runs Orla Weaving Cluster?",
            "And Laine & Lin?",
            "Who runs Laine & Lin?",
        ),
        (
            "What is Orla's annual fee?",
            "What about Borea?",
            "What is Borea's annual fee?",
        ),
        (
            "What is the fee of Orla Weaving Cluster?",
            "Et le Pôle Laine & Lin ?",
            "What is the fee of Pôle Laine & Lin?",
        ),
        (
            "Combien paie une PME pour adhérer ?",
            "Et une grande entreprise ?",
            "Combien paie une grande entreprise pour adhérer ?",
        ),
        (
            "What does a start-up pay per year?",
            "and a research centre?",
            "What does a research centre pay per year?",
        ),
        (
            "Combien coûte l'adhésion pour une PME ?",
            "Et pour une TPE ?",
            "Combien coûte l'adhésion pour une TPE ?",
        ),
    ],
)
def test_the_same_is_asked_of_another(question, follow_up, whole):
    found = after(question, follow_up)
    assert found.rewritten
    assert found.text == whole


@pytest.mark.parametrize(
    ("question", "follow_up"),
    [
        # two names, of which either may be meant
        ("Did Orla sign with Laine & Lin?", "And Borea?"),
        # a person is no body
        ("Combien de salariés a le Pôle Laine & Lin ?", "Et Marie Lombard ?"),
        # a question of its own
        ("Who runs Orla Weaving Cluster?", "And Borea, how many members has it?"),
    ],
)
def test_others_stay_as_they_are(question, follow_up):
    assert not after(question, follow_up).rewritten


@pytest.mark.parametrize(
    ("question", "follow_up", "whole"),
    [
        (
            "Qui est la directrice du pôle Orla ?",
            "Et celui de Borea ?",
            "Qui est la directrice de Borea ?",
        ),
        (
            "Quel est le budget du pôle Orla ?",
            "Et du Réseau Verre ?",
            "Quel est le budget du Réseau Verre ?",
        ),
        (
            "Who is the director of the cluster Orla?",
            "And that of Borea?",
            "Who is the director of Borea?",
        ),
        (
            "Combien paie une PME pour adhérer à Orla en 2025 ?",
            "Et une grande entreprise ?",
            "Combien paie une grande entreprise pour adhérer à Orla en 2025 ?",
        ),
    ],
)
def test_what_kind_of_body_it_is_goes_with_its_name(question, follow_up, whole):
    assert after(question, follow_up).text == whole
