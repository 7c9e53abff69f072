"""Lists of partners that a text sets out: rows of a table, items under a heading, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from ingest.describe.bodies.names import is_place
from ingest.describe.bodies.organisations import key_of
from ingest.describe.bodies.orgcues import ORG_WORD
from ingest.describe.bodies.partnernames import entry, is_human, values
from ingest.describe.bodies.rolelabels import LABELS
from ingest.describe.layout import Label
from ingest.gazetteer import fold
from ingest.types import Span

_PARTNER: Final = next(pattern for kind, pattern in LABELS if kind == "partner")
_MORE_LABELS: Final = re.compile(
    r"(?:(?:our|other|foreign|the|all|main|project|nos|les|autres) )?(?:partners|partenaires"
    r"|beneficiar(?:y|ies)|beneficiaires|partner (?:clusters|organi[sz]ations)|clusters partenaires"
    r"|membres du (?:consortium|partenariat)|members of the (?:consortium|partnership))"
    r"(?: abroad| etrangere?s| europeens| du projet| associes)?"
)
# Who is there need not be a partner, least of all a person.
_PRESENT: Final = re.compile(r"presents?|avec")
_JOB: Final = re.compile(
    r"[(,] ?(?:the |vice-)?(?:chair|president|présid|secret|secrét|direct|manag|rapporteur|animat)",
    re.IGNORECASE,
)
_OWN: Final = (
    r"(?:(?:the|our|its|les|nos|le|la|ses|project|european) )?"
    r"(?:(?:two|three|four|five|six|seven|eight|deux|trois|quatre|cinq|sept|huit) )?"
)
_HEADING: Final = re.compile(
    rf"{_OWN}(?:partners?|partenaires?|consortium|partnership|partenariat"
    r"|partner (?:organi[sz]ations|clusters)|(?:clusters|organismes|structures) partenaires"
    r"|consortium (?:partners|members)|(?:membres|partenaires|members|partners) (?:du|of the"
    r"|dans le|in the) (?:consortium|partenariat|partnership|projet|project))"
    r"(?: du projet| of the project| europeens)?"
    r"(?:,? (?:and|et) (?:their |leurs? )?(?:tasks|roles?|taches|budgets?|shares|parts|countries"
    r"|pays|contributions?))?"
)
# Such a heading stands above other lists as well: in these half must look like bodies.
_LOOSE: Final = re.compile(
    rf"{_OWN}(?:members|membres|clusters|grappes|poles|beneficiaries|beneficiaires)"
    r"|who(?:(?: i)?s (?:on board|involved|behind (?:it|the project)|in it)| does what| takes part"
    r"| works with whom| we are)?|the team of clusters"
    r"|qui(?: fait quoi| participe| est a bord| porte le projet| sommes nous)?"
)
_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"[ \t]{0,6}(?:[-•*–▪►·]|\d{1,2}[.)])[ \t]{1,4}")
_CELL: Final = re.compile(
    r"(?:^|[ ]\|[ ])(?P<key>[^:|\n]{2,40}?)[ ]?: (?P<value>[^|\n]{2,160}?)(?=[ ]\||$)", re.MULTILINE
)
_ROW_KEY: Final = re.compile(
    r"(?:project |lead )?partners?(?: organi[sz]ation)?|partenaires?(?: du projet)?"
    r"|organisme partenaire|consortium members?|membres? du consortium"
)
# Keys of the first column of any table; of one of partners with a part for each.
_BODY_KEY: Final = re.compile(
    r"clusters?|grappe|pole|organi[sz]ation|organisme|structure|member|membre|name|nom"
    r"|beneficiar(?:y|ies)|beneficiaires?"
)
_PART_KEY: Final = re.compile(
    r"(?:main )?(?:role|task|share|work package)s?(?: (?:in|of) .{2,20})?|taches?(?: principale)?"
    r"|part(?: du budget)?|share of budget|role dans .{2,20}"
)
_RUN_IN: Final = re.compile(
    r"(?:[*#_ ]{0,4})(?P<key>(?:Partenaires|Partners|Consortium|Other partners|Autres partenaires))"
    r"[*_]{0,2}\.[*_]{0,2} "
)
# "four associations signed an agreement:", then their names as items
_ANNOUNCED: Final = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit"
    r"|neuf|dix)[ ](?:[\w-]{2,16}[ ]){0,2}?(?:clusters?|partners|partenaires|pôles|grappes"
    r"|associations|organi[sz]ations|structures|organismes)\b[^.;:\n]{0,160}[ ]?:[ ]{0,2}$",
    re.IGNORECASE,
)
_NO_PARTNERS: Final = re.compile(
    r"\b(?:jury|award|prize|prix|speakers?|intervenants?|rejoin\w{1,4}|joined|new members?|nouveaux"
    r"|label\w{0,8}|sponsors?|invit\w{2,4}|reconnu\w{0,3}|visit\w{0,4}|stands?)\b",
    re.IGNORECASE,
)
_FEWEST: Final = 2


def set_out(content: str, labels: tuple[Label, ...], people: Set[str]) -> Iterator[list[Span]]:
    """Every such list, without people and towns; none that is mostly of such."""
    lists = [*_rows(content), *_labelled(content, labels), *_headed(content)]
    for names in lists:
        bodies = [
            n for n in names if not is_human(content, n, people) and not is_place(n.of(content))
        ]
        if len(bodies) * 2 > len(names):  # else a list of people, or of the partners' towns
            once = {key_of(n.of(content)): n for n in reversed(bodies)}
            yield sorted(once.values(), key=lambda n: n.start)


def _labelled(content: str, labels: tuple[Label, ...]) -> Iterator[list[Span]]:
    """Values of "Partners: …" on one line, or of "Partner: …" on several."""
    alone: list[Span] = []
    for label in labels:
        if not (_PARTNER.fullmatch(label.key) or _MORE_LABELS.fullmatch(label.key)):
            continue
        end = label.span.end
        names = values(content, label.span.start, end)
        if _PRESENT.fullmatch(label.key):
            person = _JOB.search(content, label.span.start, end)
            if not (person or any(is_human(content, n, frozenset()) for n in names)):
                yield names
        elif label.key in ("partner", "partenaire", "project partner"):
            alone += [n] if (n := entry(content, label.span.start, end)) else []
            yield names
        else:
            yield names
    yield alone
    for line in _LINE.finditer(content):
        if run_in := _RUN_IN.match(content, *line.span()):
            yield values(content, run_in.end(), line.end())


def _rows(content: str) -> Iterator[list[Span]]:
    """The names in the column of the partners, of tables whose rows are told with their headers."""
    run: list[Span] = []
    column: tuple[str, int] | None = None
    for line in _LINE.finditer(content):
        cells = list(_CELL.finditer(content, *line.span()))
        keys = [fold(c["key"].strip(" *_•-")) for c in cells]
        at = _column(keys) if len(cells) > 1 else None
        here = (keys[at], len(keys)) if at is not None else None
        if (here != column and here is None) or (here and column and here[0] != column[0]):
            yield run
            run = []
        column = here
        if at is not None and (name := entry(content, *cells[at].span("value"))):
            run.append(name)
    yield run


def _column(keys: list[str]) -> int | None:
    for number, key in enumerate(keys):
        if _ROW_KEY.fullmatch(key):
            return number
    if _BODY_KEY.fullmatch(keys[0]) and any(_PART_KEY.fullmatch(key) for key in keys[1:]):
        return 0
    return None


def _headed(content: str) -> Iterator[list[Span]]:
    """Items, lines or a sentence of names under a heading, or behind "four clusters:"."""
    every = [Span(*m.span()) for m in _LINE.finditer(content) if m[0].strip()]
    for number, line in enumerate(every[:-1]):
        text = line.of(content)
        if _BULLET.match(text) and not text.rstrip(" *_").endswith(":"):
            continue
        key = fold(text.strip(" *_#\t").rstrip(" :?*_.")).strip()
        key = re.sub(r"^(?:\d{1,2}|[ivx]{1,4})[ .)]{1,3}", "", key)
        loose = bool(_LOOSE.fullmatch(key))
        if loose or (len(key) <= 60 and _HEADING.fullmatch(key)):
            names = _under(content, every[number + 1 :])
            if not loose or sum(_is_body(content, n) for n in names) * 2 >= len(names):
                yield names
        elif _ANNOUNCED.search(text) and not _NO_PARTNERS.search(text):
            names = _under(content, every[number + 1 :], items_only=True)
            if any(_is_body(content, n) for n in names):
                yield names


def _under(content: str, following: list[Span], items_only: bool = False) -> list[Span]:
    """The names that the lines under a heading begin with, as long as they do."""
    names: list[Span] = []
    first = following[0]
    if _BULLET.match(content, first.start, first.end):
        for line in following:
            bullet = _BULLET.match(content, line.start, line.end)
            if bullet is None:
                break
            name = entry(content, bullet.end(), line.end, verbs=True)
            if name is not None:
                names.append(name)
            elif not names:
                break
        return names
    if items_only:
        return []
    names = values(content, first.start, first.end)
    if len(names) >= _FEWEST and not (len(names) == _FEWEST and is_place(names[1].of(content))):
        return names
    names = []
    for line in following:  # "Alba (Lyon)", "Borea, Lund, Sweden", one a line
        if line.end - line.start > 120 or not re.search(r"[(,–]", line.of(content)):
            break
        name = entry(content, line.start, line.end)
        if name is None or content[line.end - 1] in ".!?:":
            break
        names.append(name)
    return names


def _is_body(content: str, name: Span) -> bool:
    """Whether an item names a body by its words, or by a bracket or a place behind it."""
    text = name.of(content)
    behind = content[name.end : name.end + 60].split("\n")[0]
    return bool(
        ORG_WORD.search(text)
        or re.match(r"[ ]\(", behind)
        or any(is_place(p.strip(" .)(;")) for p in re.split(r"[,–(:]", behind)[1:3])
    )
