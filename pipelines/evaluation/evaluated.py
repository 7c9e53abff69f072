"""The last evaluation, kept beside the library it was made on, for whoever wants to see it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pipelines.evaluation.evaluate import Evaluation

NAME: Final = "evaluation.json"


def keep(evaluation: Evaluation, library: Path) -> Path:
    """Write the figures, not the questions, into the library's folder; where they are now."""
    data = asdict(evaluation)
    kept = {name: data[name] for name in ("origin", "measures", "groups", "missed")}
    path = library / NAME
    new = path.with_suffix(".new")
    new.write_text(json.dumps(kept, ensure_ascii=False, indent=2, default=str), encoding="utf-8")
    new.replace(path)
    return path


def last(library: Path) -> Mapping[str, Any] | None:
    """What :func:`keep` wrote last; None where nothing was, or it can't be read."""
    try:
        data = json.loads((library / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(data, dict) and {"origin", "measures", "groups", "missed"} <= set(data)
    return data if whole else None
