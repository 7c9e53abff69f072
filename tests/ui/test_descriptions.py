"""What is told of a description: each field, how sure it is, and what a person said."""

from dataclasses import replace

from ingest.types import Description, Span, Value
from ui.descriptions import overridden, rows

FOUND = Description(
    title=Value("Visite"),
    language="fr",
    type="event_report",
    host=Value("Pôle Alba", Span(4, 13), confidence=0.5),
    projects=(Value("TISSEA", Span(20, 26)), Value("BOREA", Span(30, 35))),
)


def test_each_value_has_its_row_and_what_matters_is_told_missing():
    told = [(row.name, row.shown, row.confidence) for row in rows(FOUND, "fr")]
    assert ("host", "Pôle Alba", 0.5) in told
    assert ("dates", "non précisé", 1.0) in told
    assert [shown for name, shown, _ in told if name == "projects"] == ["TISSEA", "BOREA"]
    assert not any(name == "deadlines" for name, *_ in told)


def test_what_a_person_said_is_told_in_both_languages():
    said = replace(FOUND, overridden=("dates", "host"))
    assert overridden(said, "en") == ["Set by a person: dates, host."]
    assert overridden(said, "fr") == ["Fixé par une personne : dates, host."]
    assert overridden(FOUND, "en") == overridden(None, "en") == []


def test_a_project_that_only_other_documents_tell_is_told_as_such():
    named = replace(
        FOUND, projects=(FOUND.projects[0], Value("ALBIA", Span(40, 45), "library", 0.7))
    )
    told = {row.shown: row.recognised for row in rows(named, "fr") if row.name == "projects"}
    assert told == {"TISSEA": False, "ALBIA": True}
