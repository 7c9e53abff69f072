"""Pronouns that stand for nothing said before, and those that do."""

import pytest

from pipelines.conversation.rewrite import rewrite
from pipelines.conversation.turns import Known, Turn

KNOWN = Known(projects=("BOATNET", "RAILTEAM"), places=("Split", "Lille"))
SPLIT = "Who hosted the BOATNET exchange in Split?"
THE = "the BOATNET exchange in Split"
A_SPLIT = "Qui a accueilli l'échange BOATNET à Split ?"
LE = "l'échange BOATNET à Split"


def asked(earlier: str, question: str) -> str:
    return rewrite(question, [Turn(earlier)], KNOWN).text


@pytest.mark.parametrize(
    "question",
    [
        # Names in capitals.
        "Which IT clusters took part?",
        "Who provides IT services?",
        "Who leads ITS Normandie?",
        # Nobody's "there".
        "Has there been any webinar in 2023?",
        "Have there been workshops in Poland?",
        "Will there be a call in 2025?",
        "Could there be a second call?",
        "Were there any visits to Lille in 2019?",
        "Might there still be seats?",
        "There may be a fair in Lille?",
        "Is there a fee for boatyards?",
        # Nobody's "it".
        "When it comes to hydrogen, who leads?",
        "Is it important to label a boat?",
        "How is it that boatyards close?",
        "How long does it take to build a boat?",
        # Put to the one who answers.
        "Who are you?",
        "What can you do?",
        "How do I apply?",
        # Explained in the question itself.
        "Which yards closed because they were small?",
        "Which clusters publish their accounts?",
        "Which yards build boats and sell them?",
        "Have they held a webinar?",
    ],
)
def test_an_english_question_with_its_own_topic_is_not_changed(question):
    assert asked(SPLIT, question) == question
    assert asked(A_SPLIT, question) == question


@pytest.mark.parametrize(
    "question",
    [
        "Que s'est-il passé à Lille en 2021 ?",
        "Que se passe-t-il en 2023 ?",
        "Que se passera-t-il en Pologne ?",
        "Y a t il des webinaires en 2021 ?",
        "Y a-t'il des appels ouverts ?",
        "Y a-t-il eu des ateliers en 2021 ?",
        "Y en a-t-il en 2021 ?",
        "Y aura-t-il un salon à Lille ?",
        "Y a des aides pour les chantiers ?",
        "Pourquoi n'y a-t-il pas de webinaire en 2021 ?",
        "Est-ce qu'il existe des aides pour les chantiers ?",
        "Existe-t-il une aide aux chantiers ?",
        "Peut-il y avoir un deuxième appel ?",
        "Va-t-il y avoir un salon en 2025 ?",
        "A-t-il été prévu un webinaire en 2021 ?",
        "Est-il prévu de labelliser les chantiers ?",
        "A-t-il été décidé de labelliser les chantiers ?",
        "Faudra-t-il un label pour les chantiers ?",
        "Combien coûte-t-il de construire un quai ?",
        "Il manque des soudeurs dans les chantiers ?",
        "Qui dirige Veloria SA ?",
        "Qui es-tu ?",
        "Que peux-tu faire ?",
        "Combien de jours Veloria a-t-elle mis à préparer son label ?",
        "Quels chantiers ont fermé parce qu'ils étaient petits ?",
        "Quelles entreprises ont publié leurs comptes ?",
        "Combien de chantiers participent-ils ?",
    ],
)
def test_a_french_question_with_its_own_topic_is_not_changed(question):
    assert asked(A_SPLIT, question) == question
    assert asked(SPLIT, question) == question


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Who was there?", f"Who was at {THE}?"),
        ("How many people were there?", f"How many people were at {THE}?"),
        ("Who will be there?", f"Who will be at {THE}?"),
        ("Is it in 2021?", f"Is {THE} in 2021?"),
        ("Was it held in Lille?", f"Was {THE} held in Lille?"),
        ("Who attended it in 2021?", f"Who attended {THE} in 2021?"),
        ("WHO PAID FOR IT?", f"WHO PAID FOR {THE}?"),
        ("How many members does it have?", f"How many members does {THE} have?"),
        ("And how many SMEs does it support?", f"How many SMEs does {THE} support?"),
        ("How many boats did it show in 2021?", f"How many boats did {THE} show in 2021?"),
        ("Which programme funds it?", f"Which programme funds {THE}?"),
        ("Which European programme funded it?", f"Which European programme funded {THE}?"),
        ("Can you tell me when?", f"When was {THE} held?"),
    ],
)
def test_a_pronoun_stands_for_what_was_spoken_of(question, whole):
    assert asked(SPLIT, question) == whole


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Comment s'est-il passé ?", f"Comment {LE} s'est-il passé ?"),
        ("Quand s'est-il tenu ?", f"Quand {LE} s'est-il tenu ?"),
        ("Que s'est-il passé ?", "Que s'est-il passé à l'échange BOATNET à Split ?"),
        ("Combien de membres compte-t-il ?", f"Combien de membres {LE} compte-t-il ?"),
        (
            "Combien de petits chantiers aide-t-il ?",
            f"Combien de petits chantiers {LE} aide-t-il ?",
        ),
        ("Quels membres est-ce qu'il a ?", f"Quels membres est-ce que {LE} a ?"),
        ("Quel programme l'a financé ?", f"Quel programme a financé {LE} ?"),
        ("Et quand, s'il vous plaît ?", f"Quand a eu lieu {LE} ?"),
        ("Qui l'a pris en charge ?", f"Qui a pris {LE} en charge ?"),
        ("Qui l'a mis en place ?", f"Qui a mis {LE} en place ?"),
        ("Qui l'a mise en place ?", f"Qui a mis {LE} en place ?"),
        ("Qui l'a promue ?", f"Qui a promu {LE} ?"),
        ("Qui l'a ouverte ?", f"Qui a ouvert {LE} ?"),
        ("Qui l'a inclus ?", f"Qui a inclus {LE} ?"),
        ("Qui l'a finie ?", f"Qui a fini {LE} ?"),
    ],
)
def test_a_french_pronoun_stands_for_what_was_spoken_of(question, whole):
    assert asked(A_SPLIT, question) == whole
