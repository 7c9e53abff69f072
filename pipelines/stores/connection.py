"""Calls to a Qdrant server: its errors made ours, and writes tried again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from pipelines.stores.errors import StoreDamaged, StoreError, StoreUnreachable

Answer = TypeVar("Answer")

# Seconds before each new try of a write. All writes here can be repeated without harm.
WAITS: Final = (0.5, 1.0, 2.0, 4.0)

_NOT_FOUND: Final = 404
_TOO_MANY: Final = 429
_REFUSED: Final = (401, 403)


class _Transient(StoreUnreachable):
    """Unreachable in a way that may pass."""


def ask(call: Callable[[], Answer], where: str) -> Answer:
    """What ``call`` returns.

    Raises :class:`StoreUnreachable` when the server at ``where`` does not answer, is overloaded or
    refuses the key; :class:`StoreDamaged` when the collection is gone; :class:`StoreError` else.
    """
    from qdrant_client.common.client_exceptions import ResourceExhaustedResponse
    from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

    try:
        return call()
    except (ResponseHandlingException, ResourceExhaustedResponse) as error:
        detail = str(getattr(error, "source", error)) or type(error).__name__
        raise _Transient(where, detail) from error
    except UnexpectedResponse as error:
        status = error.status_code or 0
        detail = f"{status} {error.reason_phrase}".strip()
        if status >= 500 or status == _TOO_MANY:
            raise _Transient(where, detail) from error
        if status in _REFUSED:
            raise StoreUnreachable(where, detail) from error
        if status == _NOT_FOUND:
            raise StoreDamaged(where, "the collection is not there") from error
        raise StoreError(
            f"The Qdrant server at {where} refused: {error}",
            f"Le serveur Qdrant {where} a refusé : {error}",
        ) from error


def write(call: Callable[[], Answer], where: str) -> Answer:
    """As :func:`ask`, waiting longer and longer for a server that does not answer."""
    for seconds in WAITS:
        try:
            return ask(call, where)
        except _Transient:
            time.sleep(seconds)
    return ask(call, where)
