"""Go through a page's elements: drop what no reader sees or what is the page's, give blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.css import Sheet, is_unseen, read_sheet
from ingest.read.limits import Clock
from ingest.read.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED: Final = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video"
    " select button input textarea datalist map head nav dialog menu progress meter".split()
)
_ROLES: Final = frozenset(
    "navigation banner search contentinfo alert alertdialog dialog menu menubar toolbar"
    " complementary".split()
)
# Names that page makers give to what is around the document, as whole words of class or id.
_AROUND: Final = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd|tarteaucitron|breadcrumbs?|fil-?d-?ariane|ariane"
    r"|share|sharing|sharedaddy|addtoany|social|socials|partage|reseaux-sociaux|navbar|navigation"
    r"|sidebar|newsletter|skip-?link|skip|back-?to-?top|backtotop|related|pagination|pager|popup"
    r"|menu|nav|top-?bar|tool-?bar|outils|share-?bar|footer|pied-?de-?page|advert|comments?|sr-only|visually-hidden|screen-reader-text|visuallyhidden|print-only)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
# A page may say "&#1;", which can be read and not written.
_CONTROLS: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BREAKING: Final = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption"
    " figure footer form header hgroup hr html legend li main ol p pre section summary table"
    " tbody td tfoot th thead tr ul caption".split()
)
_LONG_CELL: Final = 400


def prune(tree: _Element) -> None:
    """Take out of the page what is hidden and what is navigation, consent, sharing or script."""
    sheet = read_sheet(tree)
    doomed = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            doomed.append(element)  # a comment
        elif element.tag not in ("html", "body") and _is_noise(element, sheet):
            doomed.append(element)
    for element in doomed:
        parent = element.getparent()
        if parent is None:
            continue
        _keep_tail(element, parent)
        parent.remove(element)


def _keep_tail(element: _Element, parent: _Element) -> None:
    if not element.tail:
        return
    before = element.getprevious()
    if before is None:
        parent.text = _CONTROLS.sub("", (parent.text or "") + element.tail)
    else:
        before.tail = _CONTROLS.sub("", (before.tail or "") + element.tail)


def _is_noise(element: _Element, sheet: Sheet) -> bool:
    tag = element.tag
    if tag in _DROPPED or element.get("hidden") is not None:
        return True
    if element.get("role") in _ROLES or is_unseen(element, sheet):
        return True
    if element.get("aria-hidden") == "true":
        # Shown, and not read aloud: signs that decorate, but also text that is elsewhere too.
        return not any(map(str.isalnum, "".join(element.itertext())))
    if tag in ("footer", "header", "aside"):
        # Those of an article hold its title, date or contact; those of the page don't. In a book
        # they are notes.
        return not element.get("epub:type") and not any(
            above.tag in ("article", "main") for above in element.iterancestors()
        )
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return tag not in ("main", "article", "h1") and bool(
        len(named) < 300 and _AROUND.search(named) and not element.xpath(".//h1|.//article|.//main")
    )


@dataclass(slots=True)
class _State:
    """Where the walk is: the text gathered for the block in progress, and the open lists."""

    parts: list[str] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    mark: str = ""
    term: bool = False

    def flush(self) -> Iterator[Block]:
        text = "".join(self.parts).strip()
        self.parts.clear()
        if not text:
            return
        if self.mark:
            mark, self.mark = self.mark, ""
            yield block(mark + text, "item")
        else:
            yield block(text, tight=bool(self.lists))


def walk(root: _Element, clock: Clock) -> Iterator[Block]:
    """The blocks under ``root``. Not recursive: pages nest deeper than Python's stack."""
    from lxml import etree

    state = _State()
    steps = etree.iterwalk(root, events=("start", "end"))
    for count, (event, element) in enumerate(steps):
        if not count % 2000:
            clock.check()
        tag = element.tag
        if event == "start":
            level = _HEADINGS.get(tag)
            if level or tag == "pre" or (tag == "table" and _is_data(element)):
                yield from state.flush()
                yield from _whole(element, level)
                steps.skip_subtree()
                continue
            if tag in _BREAKING:
                yield from state.flush()
                _open(state, element)
            elif tag == "br":
                state.parts.append("\n")
            state.parts.append(_folded(element.text))
        else:
            whole = tag in _HEADINGS or tag == "pre" or (tag == "table" and _is_data(element))
            if tag in _BREAKING and not whole:
                yield from state.flush()
                if tag in ("ul", "ol", "dir") and state.lists:
                    state.lists.pop()
                if tag == "li":
                    state.mark = ""
            if element is not root:
                state.parts.append(_folded(element.tail))
    yield from state.flush()


def _open(state: _State, element: _Element) -> None:
    if element.tag in ("ul", "dir"):
        state.lists.append(None)
    elif element.tag == "ol":
        start = element.get("start") or "1"
        state.lists.append(int(start) if start.isdecimal() and len(start) < 6 else 1)
    elif element.tag == "li":
        number = state.lists[-1] if state.lists else None
        state.mark = "• " if number is None else f"{number}. "
        if number is not None:
            state.lists[-1] = number + 1


def _whole(element: _Element, level: int | None) -> Iterator[Block]:
    """The blocks of an element that is read in one go: a heading, a table, code."""
    if level:
        yield block(_folded("".join(_pieces(element))), "heading", level)
    elif element.tag == "pre":
        yield block("".join(_pieces(element)), "code")
    else:
        caption = next(element.iter("caption"), None)
        if caption is not None:
            yield block(_folded("".join(_pieces(caption))))
        rows: list[list[str]] = []
        header: bool | None = None
        for row in element.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            if not rows and cells:
                marked = all(cell.tag == "th" for cell in cells)
                header = True if marked and len(cells) > 1 else None
            rows.append([text for cell in cells for text in _spanned(cell)])
        yield from table(rows, header)


def _spanned(cell: _Element) -> list[str]:
    span = cell.get("colspan") or "1"
    times = min(int(span), 20) if span.isdecimal() and len(span) < 4 else 1
    return ["".join(_pieces(cell))] * max(times, 1)


def _pieces(element: _Element) -> Iterator[str]:
    for event, inner in _walk(element):
        if event == "start":
            if inner.tag == "br" or (inner.tag in _BREAKING and inner is not element):
                yield "\n"
            yield inner.text or ""
        elif inner is not element:
            if inner.tag in _BREAKING:
                yield "\n"
            yield inner.tail or ""


def _walk(element: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml import etree

    yield from etree.iterwalk(element, events=("start", "end"))


def _is_data(element: _Element) -> bool:
    """Whether a table holds data rather than the columns of an old page."""
    if element.get("role") in ("presentation", "none") or element.find(".//table") is not None:
        return False
    if element.find(".//h1") is not None or element.find(".//h2") is not None:
        return False
    return all(len("".join(cell.itertext())) <= _LONG_CELL for cell in element.iter("td"))


def _folded(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else ""
