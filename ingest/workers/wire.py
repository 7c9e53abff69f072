"""Messages between a process and its workers: a length, then a pickle.

A worker has parsed files that may be hostile, so what it sends is not trusted: its pickles may hold
plain values and the dataclasses of modules that are named, and nothing that runs code. To let more
through, make it a dataclass in one of those modules.
"""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Collection
from dataclasses import is_dataclass
from datetime import date
from importlib import import_module
from typing import IO, Any, Final

BROKEN: Final = "BROKEN"  # in the place of a code: the fault is the program's, not the file's

_LENGTH: Final = struct.Struct(">Q")
_MOST: Final = 256 * 1024 * 1024  # bytes; twice the largest text the reader's limits let through


def send(stream: IO[bytes], value: Any) -> None:
    """Write one message; raises ``OSError`` when nobody reads it any more."""
    data = pickle.dumps(value, protocol=5)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message as it came; None when the other side is gone or sends nonsense."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _MOST:
        return None
    data = stream.read(length)
    return data if len(data) == length else None


def load(data: bytes, modules: Collection[str]) -> Any:
    """The value in a worker's message; raises ``UnpicklingError`` for what it may not hold."""
    try:
        return _Unpickler(io.BytesIO(data), modules).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # nonsense makes pickle raise whatever it runs into
        raise pickle.UnpicklingError(type(error).__name__) from error


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, modules: Collection[str]) -> None:
        super().__init__(stream)
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("datetime", "date"):
            return date
        if module in self._modules:
            found = vars(import_module(module)).get(name)  # by its own name: no dotted paths
            if isinstance(found, type) and is_dataclass(found) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"a worker may not send {module}.{name}")
