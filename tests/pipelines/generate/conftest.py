"""A server that speaks the chat-completions protocol on the loopback, its failures included."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Server(ThreadingHTTPServer):
    """Plays its ``script`` one request after the other, the last part again and again."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: list[Callable[[_Handler], None]] = []
        self.requests: list[dict] = []
        self.keys: list[str | None] = []
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    @property
    def prompt(self) -> str:
        """All that the last request tells the model."""
        return "\n".join(message["content"] for message in self.requests[-1]["messages"])

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append(json.loads(body))
        self.server.keys.append(self.headers.get("Authorization"))
        self.server.paths.append(self.path)
        played = len(self.server.requests) - 1
        self.server.script[min(played, len(self.server.script) - 1)](self)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()

    def chunk(self, text: str | None, finish: str | None = None) -> None:
        delta = {} if text is None else {"role": "assistant", "content": text}
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        self.line(
            json.dumps(
                {
                    "id": "c1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "loopback",
                    "choices": [choice],
                }
            )
        )

    def line(self, data: str) -> None:
        self.wfile.write(f"data: {data}\n\n".encode())
        self.wfile.flush()


def says(text: str | Callable[[Server], str]) -> Callable[[_Handler], None]:
    """Streams a text word by word, and ends as it should."""

    def play(handler: _Handler) -> None:
        handler.begin()
        whole = text if isinstance(text, str) else text(handler.server)
        for word in whole.split(" "):
            handler.chunk(word + " ")
        handler.chunk(None, "stop")
        handler.line("[DONE]")

    return play


def status(code: int, **headers: str) -> Callable[[_Handler], None]:
    """Fails with a status."""

    def play(handler: _Handler) -> None:
        body = json.dumps({"error": {"message": "no", "type": "t", "code": None}}).encode()
        handler.send_response(code)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return play


def raw(*lines: str) -> Callable[[_Handler], None]:
    """Streams data that need not be what the protocol asks for."""

    def play(handler: _Handler) -> None:
        handler.begin()
        for data in lines:
            handler.line(data)

    return play


def page(handler: _Handler) -> None:
    """Answers with a web page, as a proxy's login does."""
    body = b"<html><body>Please log in</body></html>"
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def silent(handler: _Handler) -> None:
    """Takes the request and says nothing for long."""
    time.sleep(20)


def trickles(text: str) -> Callable[[_Handler], None]:
    """Streams a word now and then, without end."""

    def play(handler: _Handler) -> None:
        handler.begin()
        for _ in range(100):
            handler.chunk(text)
            time.sleep(0.2)

    return play


def pings(handler: _Handler) -> None:
    """Keeps the connection alive with comments and never says a word."""
    handler.begin()
    for _ in range(100):
        handler.wfile.write(b": ping\n\n")
        handler.wfile.flush()
        time.sleep(0.1)


def cut(text: str) -> Callable[[_Handler], None]:
    """Streams a part and breaks the connection."""

    def play(handler: _Handler) -> None:
        handler.begin()
        handler.chunk(text)
        handler.connection.shutdown(socket.SHUT_RDWR)

    return play


@pytest.fixture
def server() -> Iterator[Server]:
    """The server, listening."""
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield running
        running.shutdown()


@pytest.fixture
def play() -> object:
    """The parts that a script is made of, by name."""
    import sys

    return sys.modules[__name__]


@pytest.fixture
def ask(sample_library, server):
    """Asks the sample library with this server as its language model."""

    def with_model(question: str, on_text=None, **settings: object):
        return asked(sample_library, server.url, question, on_text, **settings)

    return with_model


@pytest.fixture
def ask_at(sample_library):
    """The same, at any address."""

    def with_model(url: str, question: str, **settings: object):
        return asked(sample_library, url, question, **settings)

    return with_model


def asked(library, url: str, question: str, on_text=None, **settings: object):
    earlier = library.settings
    chosen = {"llm_url": url, "llm_model": "loopback", "llm_seconds": 6.0} | settings
    library.settings = type(earlier)(**earlier.model_dump() | chosen)
    try:
        return library.ask(question, on_text=on_text)
    finally:
        library.settings = earlier
