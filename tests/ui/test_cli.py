"""The command line as a user types it: its output, its errors and its exit codes."""

import json
import os
import subprocess
import sys

import pytest

HIT = {
    "rank", "document", "source", "title", "language", "type", "projects", "start_date",
    "end_date", "page", "start", "end", "text", "highlights", "related",
}  # fmt: skip
CITATION = {
    "number", "document", "source", "title", "language", "page", "start", "end", "quote",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(sample_folder, tmp_path_factory):
    """A library made by the command itself; the tests of this file only read it."""
    path = tmp_path_factory.mktemp("cli") / "library"
    assert run("ingest", str(sample_folder), "--library", str(path)).returncode == 0
    return str(path)


def run(*arguments, language="en", stdin=""):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("GRAPPE_", "LC_"))}
    environment["LANG"] = f"{language}_XX.UTF-8"
    environment["COLUMNS"] = "200"
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        env=environment,
        timeout=120,
    )


def test_search_prints_one_object_of_the_contract(library):
    result = run("search", "railway exchange", "--json", "--library", library)
    assert result.returncode == 0
    found = json.loads(result.stdout)
    assert set(found) == {
        "query", "language", "expansions", "filters", "total", "hits", "facets", "took_ms",
    }  # fmt: skip
    assert set(found["facets"]) == {"language", "year", "project", "type", "country"}
    assert all(set(hit) == HIT for hit in found["hits"])
    assert [hit["rank"] for hit in found["hits"]] == list(range(1, len(found["hits"]) + 1))


def test_ask_prints_one_object_of_the_contract(library):
    result = run("ask", "Who hosted the railway exchange?", "--json", "--library", library)
    reply = json.loads(result.stdout)
    assert set(reply) == {
        "question", "language", "kind", "answer", "reason", "statements", "citations", "coverage",
        "nearest", "took_ms", "asked_as", "narrowed", "dropped", "citations_removed", "fallback",
    }  # fmt: skip
    assert reply["asked_as"] is None
    assert reply["fallback"] is None
    assert reply["narrowed"] == {}
    assert set(reply["coverage"]) == {"searched", "matched", "unreadable", "filtered_out"}
    assert all(set(citation) == CITATION for citation in reply["citations"])
    assert all(set(s) == {"text", "citations", "support"} for s in reply["statements"])


def test_a_quote_is_a_slice_of_what_show_prints(library):
    asked = run("ask", "Who hosted the railway exchange?", "--json", "--library", library)
    citation = json.loads(asked.stdout)["citations"][0]
    text = run("show", citation["document"], "--text", "--library", library).stdout
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_person_reads_the_answer_and_its_source(library):
    result = run("ask", "Qui a organisé la réunion de BOISVERT ?", "--library", library)
    assert result.returncode == 0
    assert "Pôle Sylvanor" in result.stdout
    assert "lancement.txt" in result.stdout


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        (("--language", "en"), {"quillmont.md", "policy.html"}),
        (("--project", "boisvert"), {"lancement.txt"}),
        (("--year", "2021"), {"quillmont.md"}),
        (("--country", "France"), {"quillmont.md", "lancement.txt"}),
        (("--country", "fr", "--year", "2020"), {"lancement.txt"}),
        (("--year", "2020", "--year", "2021"), {"quillmont.md", "lancement.txt"}),
        (("--year", "1999"), set()),
    ],
)
def test_filters_give_what_they_say_and_nothing_else(library, filters, sources):
    result = run("search", "cluster pôle projet PME", "--json", "--library", library, *filters)
    found = json.loads(result.stdout)
    assert {hit["source"] for hit in found["hits"]} == sources
    assert (found["total"] == 0) == (not sources)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_unknown_project_says_which_there_are(library, language):
    result = run("search", "x", "--project", "NOSUCH", "--library", library, language=language)
    assert result.returncode == 2
    assert "RAILTEAM" in result.stderr
    assert "BOISVERT" in result.stderr
    assert ("projet" in result.stderr) == (language == "fr")
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("search", ""), 2, "nothing to look for"),
        (("search", "x", "--language", "de"), 2, "fr"),
        (("search", "x", "--type", "novel"), 2, "event_report"),
        (("show", "nosuch.md"), 2, "grappe documents"),
        (("documents", "--state", "lost"), 2, "skipped"),
        (("ask",), 2, "--batch"),
        (("ingest", "/no/such/folder"), 2, "/no/such/folder"),
        (("nosuchcommand",), 2, "No such command"),
    ],
)
def test_bad_input_says_what_to_do(library, arguments, code, says):
    result = run(*arguments, "--library", library)
    assert result.returncode == code
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_an_empty_library_says_how_to_fill_it(tmp_path):
    for command in ("search", "ask"):
        result = run(command, "x y", "--library", str(tmp_path / "new"))
        assert result.returncode == 1
        assert "grappe ingest" in result.stderr


def test_skipped_files_give_exit_code_3_and_a_reason_in_the_users_language(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "good.txt").write_text("The Ostrelle cluster met in Namur.")
    (tmp_path / "docs" / "empty.txt").write_text("")
    library = str(tmp_path / "library")
    result = run("ingest", str(tmp_path / "docs"), "--library", library, language="fr")
    assert result.returncode == 3
    assert "EMPTY. Le fichier est vide" in result.stdout
    listed = run("documents", "--state", "skipped", "--json", "--library", library)
    (skipped,) = json.loads(listed.stdout)
    assert (skipped["source"], skipped["code"]) == ("empty.txt", "EMPTY")
    assert set(skipped["reason"]) == {"en", "fr"}


def test_batch_prints_one_object_a_line_with_its_id(library, tmp_path):
    lines = [
        {"id": "a", "question": "Who hosted the railway exchange?"},
        {"id": "b", "question": "BOISVERT", "filters": {"project": "BOISVERT"}},
        {"id": "c", "question": "x", "filters": {"project": ["NOSUCH"]}},
        {"id": "d", "question": "PME", "filters": {"language": ["fr"], "year": []}},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    result = run("ask", "--batch", str(path), "--library", library)
    assert result.returncode == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c", "d"]
    assert answers[0]["citations"]
    assert "RAILTEAM" in answers[2]["error"]["en"]
    found = run("search", "--batch", "-", "--library", library, stdin=path.read_text())
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == ["a", "b", "c", "d"]


def test_a_batch_that_is_no_json_lines_names_the_line(library, tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "question": "x y"}\nnot json\n')
    result = run("ask", "--batch", str(path), "--library", library)
    assert result.returncode == 2
    assert "line 2" in result.stderr


def test_escape_sequences_of_a_title_never_reach_the_terminal(tmp_path):
    (tmp_path / "docs").mkdir()
    name = "evil\x1b]0;owned\x07\x1b[31m.txt"
    (tmp_path / "docs" / name).write_text("The Ostrelle cluster met in Namur.\n")
    library = str(tmp_path / "library")
    run("ingest", str(tmp_path / "docs"), "--library", library)
    for arguments in (("documents",), ("search", "Ostrelle Namur"), ("ask", "Where did it meet?")):
        result = run(*arguments, "--library", library)
        assert "\x1b" not in result.stdout + result.stderr
        assert "\x07" not in result.stdout + result.stderr


def test_a_wrong_setting_is_named(library):
    result = subprocess.run(
        [sys.executable, "-m", "ui.cli", "status", "--library", library],
        capture_output=True,
        text=True,
        env=os.environ | {"GRAPPE_PASSAGE_TOKENS": "many"},
    )
    assert result.returncode == 2
    assert "GRAPPE_PASSAGE_TOKENS" in result.stderr


def test_a_server_that_does_not_answer_gives_exit_code_4(tmp_path, sample_folder):
    for arguments in (("ingest", str(sample_folder)), ("reindex",), ("status",)):
        result = subprocess.run(
            [sys.executable, "-m", "ui.cli", *arguments, "--library", str(tmp_path / "library")],
            capture_output=True,
            text=True,
            env=os.environ | {"GRAPPE_QDRANT_URL": "http://127.0.0.1:9", "LANG": "en_GB.UTF-8"},
        )
        if arguments[0] == "status":  # tells what it knows without asking the server
            assert result.returncode == 0
        else:
            assert result.returncode == 4
            assert "http://127.0.0.1:9" in result.stderr
            assert "Traceback" not in result.stderr


def test_status_says_what_made_the_index(library):
    found = json.loads(run("status", "--json", "--library", library).stdout)
    assert found["usable"] is True
    assert found["documents"]["current"] == 4
    assert found["made_by"]["encoder"] == "bundled"


def test_delete_says_that_the_file_stays(tmp_path, sample_folder):
    library = str(tmp_path / "library")
    run("ingest", str(sample_folder), "--library", library)
    result = run("delete", "guide.md", "--library", library)
    assert result.returncode == 0
    assert "stays" in result.stdout
    assert run("show", "guide.md", "--library", library).returncode == 2


def test_help_loads_nothing_heavy_and_a_search_no_torch(library):
    heavy = {"torch", "haystack", "streamlit", "sqlalchemy", "onnxruntime", "qdrant_edge", "numpy"}
    assert not heavy & loaded("--help")
    never = {"torch", "transformers", "streamlit", "qdrant_client", "sentence_transformers"}
    assert not never & loaded("search", "railway", "--json", "--library", library)


def loaded(*arguments):
    program = (
        "import sys\n"
        "from ui.cli import main\n"
        "sys.argv[0] = 'grappe'\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print(','.join({m.split('.')[0] for m in sys.modules}), file=sys.stderr)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120
    )
    return set(result.stderr.strip().splitlines()[-1].split(","))
