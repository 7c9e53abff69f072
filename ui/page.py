"""`grappe ui`: the web page in this process, from the settings it is given."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.errors import UsageError

if TYPE_CHECKING:
    from pipelines.settings import Settings

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (recognised, not chosen)


def serve(settings: Settings, port: int, address: str) -> int:
    """Serve the page until Ctrl-C or SIGTERM; the exit code. The library is closed at the end.

    A busy port is replaced by a free one, said on stderr. Raises :class:`UsageError` for an
    address this machine can't listen on.
    """
    free = _free_port(address, port)
    if port not in (0, free):
        _say(f"Port {port} is busy; using {free}.", f"Le port {port} est pris ; voici le {free}.")
    url = f"http://{_host(address)}:{free}"
    with _signals_noted() as received:
        import streamlit as st
        from starlette.middleware import Middleware

        from ui.web import scripts, service
        from ui.web.shield import Shield

        @asynccontextmanager
        async def up(_: st.App) -> AsyncIterator[None]:
            """What happens once the server listens."""
            print(url, flush=True)  # noqa: T201 (the address to type)
            _say("Ctrl-C stops the page.", "Ctrl-C arrête la page.")
            threading.Thread(target=service.warm, name="grappe-warm", daemon=True).start()
            if _has_screen():
                threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
            for number in received:  # it came while the server was starting
                signal.raise_signal(number)
            yield

        service.configure(settings, url, listens_on=address)
        page = st.App(
            Path(__file__).parent / "web" / "app.py",
            lifespan=up,
            middleware=[Middleware(Shield, scripts=scripts.ALL)],
        )
        try:
            page.run(config=_options(free, address, settings.max_file_mb))
        finally:
            service.release()
    return 128 + signal.SIGTERM if signal.SIGTERM in received else 0


@contextmanager
def _signals_noted() -> Iterator[list[int]]:
    """The signals that came, in a list, while the server has no handler of its own.

    Raising KeyboardInterrupt instead could break an import in two: Python swallows an exception
    in its import locks, and the page would never start nor stop.
    """
    received: list[int] = []
    wanted = (signal.SIGINT, signal.SIGTERM)
    previous = [signal.signal(number, lambda n, _: received.append(n)) for number in wanted]
    try:
        yield received
    finally:
        for number, handler in zip(wanted, previous, strict=True):
            signal.signal(number, handler)


def _options(port: int, address: str, megabytes: int = 100) -> dict[str, Any]:
    """Streamlit's options. Given here, since its configuration files depend on where one stands."""
    options: dict[str, Any] = {
        "server.port": port,
        "server.address": address,
        "server.maxUploadSize": megabytes,
        "server.headless": True,  # the browser is opened here, without Streamlit's prompts
        "server.fileWatcherType": "none",
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.enableStaticServing": False,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "viewer",
        "logger.hideWelcomeMessage": True,  # it looks up this machine's address on the internet
        "logger.level": "warning",
        "theme.baseRadius": "0.45rem",
        **{f"theme.light.{name}": value for name, value in _LIGHT.items()},
        **{f"theme.dark.{name}": value for name, value in _DARK.items()},
    }
    if address in _LOOPBACK:  # a page of another site can't pose as this one (DNS rebinding)
        options["server.allowedHosts"] = list(_LOOPBACK)
    return options


_LIGHT = {
    "primaryColor": "#6b3fb5",
    "backgroundColor": "#fdfcfa",
    "secondaryBackgroundColor": "#f3f0ec",
    "textColor": "#26222e",
    "linkColor": "#5b33a3",
    "borderColor": "#ddd6cf",
}
_DARK = {
    "primaryColor": "#8257d0",
    "backgroundColor": "#17151c",
    "secondaryBackgroundColor": "#221f2a",
    "textColor": "#ece8f2",
    "linkColor": "#bda2ee",
    "borderColor": "#3a3546",
}


def _free_port(address: str, wished: int) -> int:
    """``wished`` when it can be had, else one of the next, else any free one."""
    for port in (*range(wished, min(wished + 20, 65_536)), 0) if wished else (0,):
        try:
            return _bind(address, port)
        except PermissionError:
            continue
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == 99:  # not an address of ours
                break
    raise UsageError(
        f"This machine can't listen on {address}. Try --address 127.0.0.1.",
        f"Cette machine ne peut pas écouter sur {address}. Essayez --address 127.0.0.1.",
    )


def _bind(address: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name != "nt":  # a port in its closing minute is free; on Windows it means "share it"
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((address, port))
        return int(probe.getsockname()[1])


def _host(address: str) -> str:
    if address in _EVERYWHERE:
        return "localhost"
    return f"[{address}]" if ":" in address else address


def _has_screen() -> bool:
    """Whether somebody sits here who could want a browser opened."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _say(english: str, french: str) -> None:
    from ui.start import user_language

    print(french if user_language() == "fr" else english, file=sys.stderr, flush=True)  # noqa: T201
