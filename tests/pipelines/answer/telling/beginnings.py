"""Choices by how their sentences begin."""


def beginnings(choices):
    return [choice.evidence.sentence.text[:12] for choice in choices]
