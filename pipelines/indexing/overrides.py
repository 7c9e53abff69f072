"""``library.yaml``: what a person says of the documents beside it, which no reading overrules.

    documents:
      "Visit report.pdf":             # its path from this file's folder
        type: event_report
        dates: 2022-05-04/2022-05-06  # or 2022-05-04, or 2022-05
        projects: [RAILBRIDGE]
        host: null                    # there is none
      "2019/*":                       # all that a pattern stands for
        country: Belgium

A path goes before a pattern, a later pattern before an earlier one, and a file deeper in the folder
before one above it. The files are read anew at every ingest, and what they say holds for whatever
the document becomes. To let one more field be said, give it a line in
:data:`pipelines.indexing.sayable.FIELDS`.
"""

from __future__ import annotations

import reprlib
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar, Final

from ingest.scan import OVERRIDES, Found
from ingest.types import Description
from pipelines.errors import UsageError
from pipelines.indexing.sayable import FIELDS

if TYPE_CHECKING:
    import yaml

Said = Mapping[str, Any]  # by field, as plain values in one form each
_Rules = tuple[tuple[str, dict[str, Any]], ...]

_MOST_BYTES: Final = 2_000_000


class OverrideError(UsageError):
    """A ``library.yaml`` that can't be followed."""


def said_of(found: Found) -> Said:
    """What the ``library.yaml`` files from the library's folder down to the document's say of it.

    Raises :class:`OverrideError` for a file that is no YAML, an unknown field or a wrong value.
    """
    parts = PurePosixPath(found.source).parts
    above = list(found.path.absolute().parents)[: len(parts)]
    said: dict[str, Any] = {}
    for depth, folder in enumerate(reversed(above)):
        rules = _rules(folder / OVERRIDES)
        name = "/".join(parts[depth:])
        for pattern, values in rules:
            if pattern != name and fnmatchcase(name, pattern):
                said |= values
        said |= dict(rules).get(name, {})
    return said


def checked(fields: Mapping[str, Any]) -> Said:
    """What a person says of one document, each value in its plain form.

    Raises :class:`UsageError` for an unknown field or a wrong value.
    """
    said: dict[str, Any] = {}
    for field, value in fields.items():
        try:
            said[field] = FIELDS[field][0](value)
        except KeyError as error:
            raise UsageError(
                f"There is no field {_short(field)}; there are {', '.join(FIELDS)}.",
                f"Le champ {_short(field)} n'existe pas ; il y a {', '.join(FIELDS)}.",
            ) from error
        except (ValueError, TypeError) as error:
            raise UsageError(
                f"{field} can't be {_short(value)}. It takes {error}.",
                f"{field} ne peut être {_short(value)}. Il faut : {error}.",
            ) from error
    return said


def apply(description: Description, said: Said) -> Description:
    """The description with what was said in the place of what was found."""
    changes: dict[str, Any] = {name: FIELDS[name][1](value) for name, value in said.items()}
    if "type" in said:
        changes |= {"type_span": None, "type_confidence": 1.0}
    if language := said.get("language"):
        others = (other for other in description.languages if other != language)
        changes |= {"languages": (language, *others), "language_confidence": 1.0}
    if "dates" in said and "years" not in said:
        days = changes["dates"]
        changes["years"] = tuple(range(days.start.year, days.end.year + 1)) if days else ()
    return replace(description, **changes, overridden=tuple(sorted(said)))


def holds(description: Description | None, said: Said) -> bool:
    """Whether a description already is as these overrides make it; so is none at all."""
    if description is None:
        return True
    return set(description.overridden) == set(said) and apply(description, said) == description


def _rules(path: Path) -> _Rules:
    """What a file says, in its order; nothing where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ()
    if not stat.S_ISREG(status.st_mode):
        return ()  # a pipe would be waited for
    return _read(path, (status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=256)
def _read(path: Path, state: tuple[int, int]) -> _Rules:
    import yaml

    if state[1] > _MOST_BYTES:
        raise _wrong(path, "it is too large", "il est trop volumineux")
    try:
        data = yaml.load(path.read_text(encoding="utf-8-sig"), _loader())  # noqa: S506 (a safe one)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        why = getattr(error, "problem", None) or type(error).__name__
        raise _wrong(
            path,
            f"line {line} is no YAML ({why})" if line else f"it is no YAML ({why})",
            f"la ligne {line} n'est pas du YAML ({why})" if line else f"pas du YAML ({why})",
        ) from error
    if data is None or data == {"documents": None}:
        return ()
    named = data.get("documents") if isinstance(data, dict) and set(data) == {"documents"} else None
    if not isinstance(named, dict) or not all(isinstance(v, dict) for v in named.values()):
        raise _wrong(
            path,
            "it has to hold 'documents:', and under it each document's path with its fields",
            "il doit contenir « documents: », puis le chemin de chaque document et ses champs",
        )
    return tuple((_path(name), _values(path, name, fields)) for name, fields in named.items())


@lru_cache(maxsize=1)
def _loader() -> type[yaml.SafeLoader]:
    """YAML without its yes and no, which no field takes: `NO` is Norway, `On` may be a title."""
    import yaml

    class Words(yaml.SafeLoader):
        yaml_implicit_resolvers: ClassVar = {
            first: [(tag, shape) for tag, shape in shapes if tag != "tag:yaml.org,2002:bool"]
            for first, shapes in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return Words


def _path(name: object) -> str:
    return unicodedata.normalize("NFC", str(name)).removeprefix("./")


def _values(path: Path, name: object, fields: Mapping[object, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for field, value in fields.items():
        if not isinstance(field, str) or field not in FIELDS:
            raise _wrong(
                path,
                f"{_short(name)} has no field {_short(field)}; there are {', '.join(FIELDS)}",
                f"{_short(name)} n'a pas de champ {_short(field)} ; il y a {', '.join(FIELDS)}",
            )
        try:
            said[field] = FIELDS[field][0](value)
        except (ValueError, TypeError) as error:
            raise _wrong(
                path,
                f"{field} of {_short(name)} can't be {_short(value)}. It takes {error}",
                f"{field} de {_short(name)} ne peut être {_short(value)}. Il faut : {error}",
            ) from error
    return said


def _wrong(path: Path, english: str, french: str) -> OverrideError:
    return OverrideError(f"{path} can't be followed: {english}.", f"{path} est fautif : {french}.")


def _short(value: object) -> str:
    return reprlib.repr(value)
