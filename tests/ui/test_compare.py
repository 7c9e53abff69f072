"""`grappe compare` and follow-ups of `grappe ask`, as a user types them."""

import json

import pytest

from tests.ui.test_cli import run


@pytest.fixture(scope="module")
def library(sample_folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("compared") / "library"
    assert run("ingest", str(sample_folder), "--library", str(path)).returncode == 0
    return str(path)


def test_a_comparison_is_a_table_in_the_users_language(library):
    english = run("compare", "RAILTEAM", "boisvert", "--library", library)
    assert english.returncode == 0
    assert "≠ events" in english.stdout
    assert "not stated" in english.stdout
    french = run("compare", "RAILTEAM", "boisvert", "--library", library, language="fr").stdout
    assert "échange de personnels" in french
    assert "≠ : différent" in french


def test_json_and_csv_are_for_programs(library):
    found = json.loads(
        run("compare", "RAILTEAM", "boisvert", "--json", "--library", library).stdout
    )
    assert [subject["name"] for subject in found["subjects"]] == ["RAILTEAM", "BOISVERT"]
    table = run("compare", "RAILTEAM", "boisvert", "--csv", "--library", library).stdout
    assert table.splitlines()[0].startswith("field,differs,RAILTEAM")


def test_an_unknown_name_is_a_usage_error_that_lists_what_there_is(library):
    result = run("compare", "RAILTEAM", "Atlantis", "--library", library)
    assert result.returncode == 2
    assert "BOISVERT" in result.stderr
    assert run("compare", "RAILTEAM", "--library", library).returncode == 2


def test_a_follow_up_is_shown_as_it_was_understood(library):
    first = "Who hosted the RAILTEAM staff exchange in Lille?"
    result = run("ask", "when?", "--after", first, "--library", library)
    assert "Understood as: When was the RAILTEAM staff exchange in Lille held?" in result.stdout


def test_a_line_of_a_batch_may_have_a_history(library):
    line = json.dumps({"id": 1, "question": "when?", "history": ["Who hosted RAILTEAM in Lille?"]})
    reply = json.loads(run("ask", "--batch", "-", "--library", library, stdin=line).stdout)
    assert reply["asked_as"]
    wrong = json.dumps({"id": 1, "question": "when?", "history": "one"})
    assert run("ask", "--batch", "-", "--library", library, stdin=wrong).returncode == 2
