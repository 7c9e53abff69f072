"""The namespaces of OpenDocument, as they stand before the names of elements."""

from __future__ import annotations

from typing import Final

_NS: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = f"{_NS}office:1.0}}"
TEXT: Final = f"{_NS}text:1.0}}"
TABLE: Final = f"{_NS}table:1.0}}"
DRAW: Final = f"{_NS}drawing:1.0}}"
SHOW: Final = f"{_NS}presentation:1.0}}"
SVG: Final = f"{_NS}svg-compatible:1.0}}"
STYLE: Final = f"{_NS}style:1.0}}"
