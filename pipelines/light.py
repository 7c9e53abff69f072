"""Imports Haystack without loading torch, which it would only do to look whether torch is there.

Where torch is installed, ``import haystack`` loads it (two seconds and 300 MB) though nothing in
the bundled path uses it. For the length of that import a stand-in takes torch's place; it loads
the real one at the first use of any of its names. Import this module before anything of Haystack.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


def _import_haystack() -> None:
    # Set before the import, since Haystack reads it then: Grappe tells nobody what it is asked.
    os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
    spec = importlib.util.find_spec("torch") if "torch" not in sys.modules else None
    if spec is None:
        importlib.import_module("haystack")
        return
    stand_in = _Deferred("torch")
    stand_in.__spec__ = spec
    sys.modules["torch"] = stand_in
    try:
        importlib.import_module("haystack")
    finally:
        if sys.modules.get("torch") is stand_in:
            del sys.modules["torch"]


_import_haystack()
