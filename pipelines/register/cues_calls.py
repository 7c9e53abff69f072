"""The words that say how calls stand, today or at some time, in both languages.

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final

# Of calls, as of today.
OPEN_NOW: Final = re.compile(
    r"\b(?:(?:are|is|remain|stay|still|currently|now|yet)(?: (?:still|currently|now|yet))? open"
    r"|open (?:[\w-]+ )?calls?|open now|(?:sont|restent|encore|toujours|actuellement)"
    r"(?: (?:encore|toujours|actuellement))? ouvert[es]{0,2}|appels (?:a projets )?ouverts"
    r"|en cours)\b"
)
# At some time: they opened before it, or in it, and close in it or after.
STILL_OPEN: Final = re.compile(
    r"\b(?:(?:still|yet|remain\w*|stay\w*)(?: (?:still|yet))? open|open still"
    r"|(?:encore|toujours|rest(?:ent|aient|ant))(?: (?:encore|toujours))? ouvert[es]{0,2})\b"
)
CLOSED_NOW: Final = re.compile(
    r"\b(?:(?:already|now) closed|(?:are|is) (?:already |now )?closed|(?:sont|deja)(?: deja)?"
    r" (?:clos|closes?|fermee?s?|cloturee?s?))\b(?! (?:in|on|by|en|le|au|fin)\b)"
)
OPENED: Final = re.compile(
    r"\b(?:open(?:ed|s|ing)?|ouv(?:ert|re|rent|erts|erte|ertes)|launch(?:ed)?|lanc(?:ee?s?|ent)"
    r"|publish(?:ed)?|publi(?:ee?s?|ent)|issued|released|par(?:us?|ues?|aissent))\b"
)
CLOSES: Final = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)?|end(?:s|ed|ing)?|expir\w*|clotur\w*|ferm(?:e|es|ent|ee?s?|aient"
    r"|era|eront)|termin\w*)\b"
)
