"""French as it is typed in a hurry, written out: "c quoi linway" is "c'est quoi linway"."""

from __future__ import annotations

import re
from typing import Final

_QUOI: Final = r"(?:q|k)(?:u?oi|wa)"
# Before "quoi" nothing else is meant. Before the others "c" may be a letter or "ces" a plural
# ("vitamine c ou d"), unless the question begins with it.
_C_EST: Final = re.compile(
    rf"(?:^|(?<=[ ,]))(?:[cC]|[cC]est|[cCsS]['’]?est)[ ](?=(?:{_QUOI})\b)"
    r"|^(?P<opener>(?:(?:et|mais|alors|bon|and)[ ,]+)?)(?:c|[cC]est)[ ]"
    r"(?=(?:qui|ki|o[uù]|quand|kan|combien|comb1)\b)",
)
_SPELT: Final = re.compile(rf"(?<=c'est )(?:(?P<quoi>{_QUOI})|(?P<qui>ki)|(?P<quand>kan))\b")


def written_out(text: str) -> str:
    """``text`` with "c'est" where it is shortened before a word that asks."""
    out = _C_EST.sub(lambda m: f"{m['opener'] or ''}c'est ", text)
    return _SPELT.sub(lambda m: "quoi" if m["quoi"] else "qui" if m["qui"] else "quand", out)
