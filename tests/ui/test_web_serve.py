"""Starting the page: its options, its port, and the policy that goes out with it."""

from __future__ import annotations

import asyncio
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from pipelines.errors import UsageError
from pipelines.settings import Settings
from ui import page
from ui.web import scripts, service
from ui.web.allowed import permission
from ui.web.shield import Shield, policy


def test_every_option_is_one_of_streamlits() -> None:
    for name in page._options(8501, "127.0.0.1"):
        assert config.get_options_for_section(name.rpartition(".")[0]), name
        assert name in config._config_options_template, name


def test_another_sites_host_is_refused_only_on_loopback() -> None:
    assert page._options(1, "127.0.0.1")["server.allowedHosts"] == ["127.0.0.1", "localhost", "::1"]
    assert "server.allowedHosts" not in page._options(1, "192.0.2.1")


@pytest.mark.parametrize(
    ("address", "url", "may"),
    [
        ("127.0.0.1", "http://127.0.0.1:", "yes"),
        ("0.0.0.0", "http://localhost:", "not_local"),  # noqa: S104 (nothing is bound for long)
        ("::", "http://localhost:", "not_local"),
    ],
)
def test_a_page_that_other_machines_reach_only_shows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, url: str, may: str
) -> None:
    seen: list[tuple[str | None, str]] = []

    class App:
        """Streamlit's, but for the serving."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            pass

        def run(self, config: dict[str, Any]) -> None:
            with service.service()._library as library:
                seen.append((library._lock.address, config["server.address"]))
            seen.append(("may", permission(settings, service.service().listens_on)))

    monkeypatch.setattr("streamlit.App", App)
    settings = Settings(library=tmp_path / "library", threads=1)
    service.release()
    assert page.serve(settings, 0, address) == 0
    (told, listens), (_, permitted) = seen
    assert str(told).startswith(url)
    assert (listens, permitted) == (address, may)


def test_a_busy_port_gives_another() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert page._free_port("127.0.0.1", port) != port
    assert page._free_port("127.0.0.1", port) == port
    assert page._free_port("127.0.0.1", 0) > 0


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(UsageError, match=r"can't listen on 203\.0\.113\.1"):
        page._free_port("203.0.113.1", 8501)


def test_ui_starts_without_streamlit_until_it_serves() -> None:
    code = "import sys, ui.page, ui.cli; print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_policy_names_our_scripts_and_no_others() -> None:
    said = policy(scripts.ALL)
    assert len(re.findall("sha256-", said)) == len(scripts.ALL)
    assert "unsafe-eval" not in said
    assert "'unsafe-inline'" not in said.split("style-src")[0]
    assert policy(["<script src='x.js'></script>"]).count("sha256-") == 0


async def _no_messages() -> Any:
    raise AssertionError("nothing is read")


def test_the_shield_adds_to_every_answer_and_leaves_websockets_alone() -> None:
    sent: list[dict[str, Any]] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        kind = "http.response.start" if scope["type"] == "http" else "websocket.accept"
        await send({"type": kind, "headers": [(b"a", b"b")]})

    async def collect(message: Any) -> None:
        sent.append(message)

    shield = Shield(inner, scripts=["<script>1</script>"])
    for kind in ("http", "websocket"):
        scope: Any = {"type": kind}
        with ThreadPoolExecutor() as apart:  # a browser test may have left a loop in this thread
            apart.submit(asyncio.run, shield(scope, _no_messages, collect)).result()
    assert (b"a", b"b") in sent[0]["headers"]
    assert any(name == b"content-security-policy" for name, _ in sent[0]["headers"])
    assert sent[1]["headers"] == [(b"a", b"b")]
