"""The model's settings: what is accepted, what is sent, and what nobody gets to see."""

import json
import os
import subprocess
import sys

import pytest
from pydantic import ValidationError

from pipelines.library import Library
from pipelines.settings import Settings

HOST = "Who hosted the railway staff exchange, and when?"
KEY = "sk-secret-4711"


def run(folder, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *arguments, "--library", str(folder)],
        capture_output=True,
        text=True,
        env=os.environ | {"LANG": "C.UTF-8"} | environment,
        timeout=120,
    )


@pytest.fixture(scope="module")
def library_folder(sample_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    with Library(Settings(library=folder)) as library:
        library.ingest([sample_folder])
    return folder


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1"),
        ("https://models.example/api/v1/chat/completions", "https://models.example/api/v1"),
        ("", None),
    ],
)
def test_the_address_is_completed(given, used):
    assert Settings(llm_url=given).llm_url == used


@pytest.mark.parametrize(
    "wrong", ["localhost:11434", "file:///etc/passwd", "https://u:p@h.example"]
)
def test_what_is_no_address_is_refused(wrong):
    with pytest.raises(ValidationError):
        Settings(llm_url=wrong)


def test_the_key_is_sent_and_shown_nowhere(ask, server, play):
    server.script = [play.status(401)]
    settings = Settings(llm_url=server.url, llm_api_key=KEY)
    reply = ask(HOST, llm_api_key=KEY)
    assert server.keys == [f"Bearer {KEY}"]
    for shown in (repr(reply), repr(settings), str(settings.shown_model())):
        assert KEY not in shown


def test_a_key_of_the_environment_that_is_for_another_service_stays_here(
    ask, server, play, monkeypatch
):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.script = [play.says("NO ANSWER")]
    ask(HOST)
    assert KEY not in str(server.keys)


def test_status_tells_the_endpoint_without_the_key(library_folder):
    model = {"GRAPPE_LLM_URL": "http://127.0.0.1:9/v1", "GRAPPE_LLM_MODEL": "m"}
    done = run(library_folder, "status", **model, GRAPPE_LLM_API_KEY=KEY)
    assert "m at http://127.0.0.1:9/v1, key ***" in done.stdout
    assert KEY not in done.stdout + done.stderr
    assert "llm" not in run(library_folder, "status").stdout


def test_a_wrong_address_is_told_without_showing_it(library_folder):
    done = run(library_folder, "ask", HOST, GRAPPE_LLM_URL=f"https://user:{KEY}@models.example")
    assert done.returncode == 2
    assert "GRAPPE_LLM_URL" in done.stderr
    assert KEY not in done.stdout + done.stderr


def test_the_command_prints_what_was_checked_and_no_more(library_folder, server, play):
    text = "It was hosted by Veloria Cluster [1]. It was paid by Ostrelle Cluster [1]."
    server.script = [play.says(text)]
    done = run(library_folder, "ask", HOST, GRAPPE_LLM_URL=server.url)
    assert done.returncode == 0, done.stderr
    assert "hosted by Veloria Cluster" in done.stdout
    assert "Ostrelle" not in done.stdout + done.stderr
    assert "1 sentence left out" in done.stdout


def test_json_has_the_counts_and_the_reason(library_folder, server, play):
    server.script = [play.status(401)]
    done = run(library_folder, "ask", HOST, "--json", GRAPPE_LLM_URL=server.url)
    reply = json.loads(done.stdout)
    assert reply["kind"] == "extractive"
    assert reply["dropped"] == reply["citations_removed"] == 0
    assert "GRAPPE_LLM_API_KEY" in reply["fallback"]


def test_nothing_of_it_is_loaded_without_an_address(library_folder):
    program = (
        "import sys, ui.cli\n"
        f"sys.argv = ['grappe', 'ask', {HOST!r}, '--library', {str(library_folder)!r}]\n"
        "try:\n"
        "    ui.cli.main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "print({'openai', 'pipelines.generate.answer'} & set(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "Veloria" in done.stdout
    assert done.stderr.strip().endswith("set()")
