"""What the styles of an OpenDocument file say of what is shown: hidden text, lists, titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.colours import is_white
from ingest.read.odf_names import SHOW, STYLE, TABLE, TEXT
from ingest.read.odf_numbers import Level, numbered

if TYPE_CHECKING:
    from lxml.etree import _Element

_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEEPEST: Final = 10  # styles that are based on each other


@dataclass(frozen=True, slots=True)
class Styles:
    """Names of styles by what they do, as (family, name), and the marks of lists by level."""

    hidden: frozenset[tuple[str, str]]
    white: frozenset[tuple[str, str]]
    titles: frozenset[str]
    numbered: Mapping[tuple[str, int], Level]

    def hides(self, family: str, name: str | None) -> bool:
        """Whether what has this style is not shown."""
        return (family, name) in self.hidden


def read_styles(*roots: _Element | None) -> Styles:
    """The styles of all given parts, later ones before earlier ones."""
    styles = {
        (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")): style
        for root in roots
        if root is not None
        for style in root.iter(f"{STYLE}style")
    }
    chains = {key: list(_chain(styles, *key)) for key in styles}
    return Styles(
        frozenset(key for key, chain in chains.items() if _says_hidden(chain)),
        frozenset(key for key, chain in chains.items() if _is_white(chain)),
        frozenset(
            name
            for (family, name), chain in chains.items()
            if family == "paragraph" and any(s.get(f"{STYLE}name") == "Title" for s in chain)
        ),
        dict(numbered(roots)),
    )


def _chain(styles: dict[tuple[str, str], _Element], family: str, name: str) -> Iterator[_Element]:
    """A style and those that it is based on, nearest first."""
    for _ in range(_DEEPEST):
        style = styles.get((family, name))
        if style is None:
            return
        yield style
        name = style.get(f"{STYLE}parent-style-name", "")


def _first(chain: list[_Element], attribute: str) -> str | None:
    """What the nearest style that mentions a property says of it."""
    for style in chain:
        for properties in style:
            said = properties.get(attribute)
            if said is not None:
                return str(said)
    return None


def _says_hidden(chain: list[_Element]) -> bool:
    return (
        _first(chain, f"{TEXT}display") == "none"
        or _first(chain, f"{TABLE}display") == "false"
        or _first(chain, f"{SHOW}visibility") == "hidden"
    )


def _is_white(chain: list[_Element]) -> bool:
    """Whether text is white and its style puts nothing behind it."""
    if not is_white((_first(chain, f"{_FO}color") or "").lstrip("#")):
        return False
    ground = _first(chain, f"{_FO}background-color")
    return ground in (None, "transparent") or is_white((ground or "").lstrip("#"))
