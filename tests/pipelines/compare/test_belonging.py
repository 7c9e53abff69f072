"""Of which project a value is told, by the sentence around it and by what the text is about."""

import pytest

from ingest.types import Description, Span, Value
from pipelines.compare.belonging import belonging, subjects_of


def partners(content, project, subjects, named=("NORDLOOM", "SALTWIRE")):
    start = content.index("Mar Vivo")
    values = [Value("Mar Vivo", Span(start, start + len("Mar Vivo")))]
    return [value.text for value in belonging(values, project, subjects, named, content)]


@pytest.mark.parametrize(
    ("content", "subjects", "held"),
    [
        ("SALTWIRE is led by Mar Vivo.", {"NORDLOOM", "SALTWIRE"}, "SALTWIRE"),
        ("Le projet Saltwire est mené par Mar Vivo.", {"NORDLOOM", "SALTWIRE"}, "SALTWIRE"),
        ("It began late. It is led by Mar Vivo.", {"NORDLOOM"}, "NORDLOOM"),
        ("NORDLOOM began late. SALTWIRE is led by Mar Vivo.", {"NORDLOOM"}, "SALTWIRE"),
        ("SALTWIRE came first.\n\nPartners:\n\n- Mar Vivo\n", {"NORDLOOM"}, "NORDLOOM"),
        ("NORDLOOM and SALTWIRE are led by Mar Vivo.", {"NORDLOOM", "SALTWIRE"}, None),
        ("It is led by Mar Vivo.", {"NORDLOOM", "SALTWIRE"}, None),
    ],
)
def test_a_value_is_of_the_project_that_its_sentence_names(content, subjects, held):
    found = {name for name in ("NORDLOOM", "SALTWIRE") if partners(content, name, subjects)}
    assert found == ({held} if held else set())


def test_a_longer_name_is_another_project():
    said, named = "H2 RIVAGE II is led by Mar Vivo.", ("H2 RIVAGE", "H2 RIVAGE II")
    assert partners(said, "H2 RIVAGE", set(named), named) == []
    assert partners(said, "H2 RIVAGE II", set(named), named) == ["Mar Vivo"]


def test_what_a_person_set_is_of_the_documents_only_project():
    values = [Value("Mar Vivo", None, "person"), None]
    assert belonging(values, "NORDLOOM", {"NORDLOOM"}, (), "") == values[:1]
    assert belonging(values, "NORDLOOM", {"NORDLOOM", "SALTWIRE"}, (), "") == []


def test_a_document_is_about_the_projects_of_its_title_else_those_it_tells_itself():
    both = (Value("NORDLOOM"), Value("SALTWIRE"))
    titled = Description(Value("Nordloom in Porto"), "en", "other", projects=both)
    assert subjects_of(titled) == {"NORDLOOM"}
    within = (Value("NORDLOOM"), Value("Alpin"))
    titled = Description(Value("NORDLOOM, an alpine tale"), "en", "other", projects=within)
    assert subjects_of(titled) == {"NORDLOOM"}
    assert subjects_of(Description(Value("News"), "en", "other", projects=both)) == {
        "NORDLOOM",
        "SALTWIRE",
    }
    known = (Value("NORDLOOM"), Value("SALTWIRE", origin="library"))
    assert subjects_of(Description(Value("News"), "en", "other", projects=known)) == {"NORDLOOM"}
