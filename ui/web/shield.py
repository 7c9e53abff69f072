"""A content security policy for the page: a second wall behind :mod:`ui.web.escaping`.

Whatever slipped through there could neither run nor reach another machine. The scripts that may run
are Streamlit's own files, those written into its start page, and the two of ours, each by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Shield:
    """ASGI middleware that puts the policy on every answer; ``scripts`` is HTML that holds ours."""

    def __init__(self, app: Application, scripts: Iterable[str]) -> None:
        self.app = app
        self.headers = [
            (b"content-security-policy", policy([*scripts, _start_page()]).encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
        ]

    async def __call__(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Send
    ) -> None:
        """Pass the request on, and the policy along with its answer."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self.headers]
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)


def policy(pages: Iterable[str]) -> str:
    """The policy that lets the inline scripts of these pages run, and no other."""
    hashes = sorted({_hash(code) for page in pages for code in _INLINE.findall(page)})
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(hashes)}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _hash(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _start_page() -> str:
    import streamlit

    page = Path(streamlit.__file__).parent / "static" / "index.html"
    return page.read_text(encoding="utf-8")
