"""An endpoint that fails in every way it can: the documents' own words come, marked, in time."""

import json
import socket
import threading
import time

import pytest

HOST = "Who hosted the railway staff exchange, and when?"
FINE = "The exchange was hosted by Veloria Cluster [1]."


def held(reply, started, seconds):
    """Whether the extractive answer came within its time, with a reason."""
    assert time.monotonic() - started < seconds
    assert reply.kind == "extractive"
    assert "Veloria Cluster" in reply.answer
    assert reply.fallback
    return reply.fallback


def test_refused_connection(ask_at):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    started = time.monotonic()
    reply = ask_at(f"http://127.0.0.1:{port}/v1", HOST)
    assert "can't be reached" in held(reply, started, 15)


@pytest.mark.parametrize("how", ["silent", "pings", "trickles"])
def test_a_slow_endpoint_costs_no_more_than_the_deadline(ask, server, play, how):
    server.script = [play.trickles("word ") if how == "trickles" else getattr(play, how)]
    ask(HOST, llm_seconds=0.1)  # what is loaded at the first use is not the endpoint's time
    started = time.monotonic()
    reply = ask(HOST, llm_seconds=1.0)
    assert "in time" in held(reply, started, 2.0)


def test_threads_do_not_pile_up(ask, server, play):
    server.script = [play.pings]
    ask(HOST, llm_seconds=0.3)
    until = time.monotonic() + 5
    while time.monotonic() < until and any(t.name == "grappe-llm" for t in threading.enumerate()):
        time.sleep(0.05)
    assert not [t for t in threading.enumerate() if t.name == "grappe-llm"]


def test_429_is_waited_for_as_long_as_it_says(ask, server, play):
    server.script = [play.status(429, Retry_After="1"), play.says(FINE)]
    started = time.monotonic()
    reply = ask(HOST)
    assert time.monotonic() - started >= 1
    assert len(server.requests) == 2
    assert reply.kind == "generative"


def test_429_that_lasts_longer_than_the_deadline_is_not_waited_for(ask, server, play):
    server.script = [play.status(429, Retry_After="60")]
    started = time.monotonic()
    assert "no more requests" in held(ask(HOST), started, 3)
    assert len(server.requests) == 1


def test_500_is_asked_again_and_then_given_up(ask, server, play):
    server.script = [play.status(500), play.says(FINE)]
    assert ask(HOST).kind == "generative"
    server.requests.clear()
    server.script = [play.status(500)]
    started = time.monotonic()
    assert "failed" in held(ask(HOST), started, 6)
    assert len(server.requests) == 3


@pytest.mark.parametrize(("code", "said"), [(401, "key"), (404, "LLM_MODEL"), (422, "rejects")])
def test_what_asking_again_won_t_change_is_told(ask, server, play, code, said):
    server.script = [play.status(code)]
    started = time.monotonic()
    assert said in held(ask(HOST), started, 4)
    assert len(server.requests) <= 2


def test_a_model_that_takes_no_temperature_is_asked_without(ask, server, play):
    server.script = [play.status(400), play.says(FINE)]
    assert ask(HOST).kind == "generative"
    assert "temperature" not in server.requests[1]
    assert server.requests[1]["max_completion_tokens"] == 700


@pytest.mark.parametrize(
    "lines",
    [
        ("{not json",),
        ('"a string"',),
        ("[1, 2]",),
        ('{"choices": null}',),
        ('{"choices": [{"delta": {"content": 7}}]}',),
        ('{"id": "x"}',),
        ("",),
        (),
    ],
)
def test_malformed_data(ask, server, play, lines):
    server.script = [play.raw(*lines)]
    started = time.monotonic()
    held(ask(HOST), started, 6)


def test_a_web_page_instead_of_an_answer(ask, server, play):
    server.script = [play.page]
    started = time.monotonic()
    assert "no answer" in held(ask(HOST), started, 6)


def test_an_error_told_in_the_stream(ask, server, play):
    server.script = [play.raw(json.dumps({"error": {"message": "out of memory"}}))]
    started = time.monotonic()
    assert "failed" in held(ask(HOST), started, 6)


def test_a_cut_stream_is_no_answer(ask, server, play):
    server.script = [play.cut("The exchange was hosted by Veloria Cluster [1].")]
    started = time.monotonic()
    assert "broke off" in held(ask(HOST), started, 6)


def test_a_model_that_used_up_its_length_before_a_word_broke_off(ask, server, play):
    chunk = {
        "id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "loopback",
        "choices": [{"index": 0, "delta": {}, "finish_reason": "length"}],
    }  # fmt: skip
    server.script = [play.raw(json.dumps(chunk), "[DONE]")]
    started = time.monotonic()
    assert "broke off" in held(ask(HOST), started, 6)


def test_reasons_are_told_in_the_questions_language(ask, server, play):
    server.script = [play.status(401)]
    reply = ask("Qui a organisé la réunion de lancement de BOISVERT ?")
    assert "refuse la clé" in reply.fallback
    assert "voici les mots des documents" in reply.fallback


def test_an_error_of_the_listener_is_its_own(ask, server, play):
    server.script = [play.says(FINE)]

    def broken(_: str) -> None:
        raise RuntimeError("the page is gone")

    with pytest.raises(RuntimeError, match="the page is gone"):
        ask(HOST, on_text=broken)
