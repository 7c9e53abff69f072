"""What stands around the places where one name is written, and whether it speaks of a project."""

from __future__ import annotations

from typing import Final

from ingest.describe.projects import projectcues as cue
from ingest.gazetteer import is_word
from ingest.types import Span

MENTIONS: Final = 40  # places looked at around a name
_BESIDE: Final = 200  # characters after a name, with an expansion in brackets


def around(content: str, spans: list[Span], bodies: list[Span], title: Span | None) -> float:
    """Points for what stands around the places where one name is written."""
    events = context = body = said = met = 0
    for span in spans[:MENTIONS]:
        before, after = (
            content[max(0, span.start - 40) : span.start],
            content[span.end : span.end + 34],
        )
        events += bool(
            cue.AROUND_BEFORE.search(before)
            or cue.AROUND_AFTER.match(content, span.end, span.end + _BESIDE)
        )
        met += bool(cue.PARTNERS_OF.search(before) and cue.MET.match(after))
        near = content[max(0, span.start - 80) : span.start].rpartition("\n")[2]
        behind = content[span.end : span.end + 110].partition("\n")[0]
        said += bool(cue.IS_PROJECT.match(content, span.end, span.end + 70))
        context += bool(cue.CONTEXT.search(near + " " + behind))
        body += bool(cue.BODY_BEFORE.search(before) or cue.BODY_AFTER.match(after))
        body += any(b.start <= span.start < b.end for b in bodies)
    in_title = title is not None and any(title.start <= s.start < title.end for s in spans)
    opens = title is not None and any(
        (s.start == title.start and cue.HEADING.match(content, s.end))
        or (s.start < cue.OPENING and _heads_line(content, s))
        for s in spans
    )
    alone = title is not None and any(
        s.start <= title.end and _alone(content, s) and _ends(content, s) for s in spans
    )
    if len(spans) == 1 and all(is_word(w) for w in spans[0].of(content).split()):
        in_title = opens = False  # "JOB OFFER – …" heads a page just as a project's name does
    paid = alone and bool(cue.PAID_BY.search(content, 0, cue.OPENING))
    score = (
        (3.0 if len(spans) > 1 else 2.0) * paid
        + 1.5 * min(events, 2)
        + 0.75 * min(context, 2)
        + 1.5 * in_title
        + 1.5 * opens
    )
    return score + 2.5 * (said > 0) + 2.0 * (met > 0) + 0.5 * (len(spans) >= 3) - 2.5 * min(body, 2)


def _ends(content: str, span: Span) -> bool:
    """Whether the line ends with the name, or tells of it "in brief"."""
    return content[span.end : span.end + 1] in {"", "\n"} or bool(
        cue.IN_BRIEF.match(content, span.end)
    )


def _alone(content: str, span: Span) -> bool:
    """Whether nothing but marks stands before the name on its line."""
    return not content[content.rfind("\n", 0, span.start) + 1 : span.start].strip("#* ")


def _heads_line(content: str, span: Span) -> bool:
    """Whether a line of the opening is "BLUEWAKE policy note no. 1", of a project and its paper."""
    end = content.find("\n", span.end, span.end + 90)
    starts = span.start == 0 or content[span.start - 1] == "\n"
    return starts and end >= 0 and bool(cue.PAPER.match(content, span.end, end))
