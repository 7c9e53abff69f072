"""Quality: health, the figures of the last evaluation, and what the index was made by."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from babel.dates import format_datetime
from babel.numbers import format_decimal, format_percent

from pipelines.catalogue.records import VISIBLE
from pipelines.evaluation.evaluate import GAP
from pipelines.evaluation.score import MEASURES
from ui.web import cards
from ui.web.allowed import permission
from ui.web.escaping import escaped, show
from ui.web.service import service
from ui.web.strings import Say

_SHOWN: Final = tuple(name for name in MEASURES if name not in ("MRR@10", "filter_held"))
_SCORE: Final = "nDCG@10"  # the one that is no share
_LOCALES: Final = {"fr": "fr", "en": "en_GB"}


def quality_view(say: Say, language: str) -> None:
    """Evaluation, index and health."""
    found = service().status()
    cards.heading(say("quality.health"))
    _facts(_health(found, say))
    cards.heading(say("quality.evaluation"))
    evaluation = service().evaluation()
    if evaluation is None:
        cards.line(say("quality.none"))
    else:
        _evaluation(evaluation, found, say, language)
    cards.heading(say("quality.index"))
    _facts(_made_by(found, say, language))


def _health(found: Mapping[str, Any], say: Say) -> Iterator[tuple[str, str]]:
    counts = found["documents"]
    visible = sum(counts.get(state, 0) for state in VISIBLE)
    yield say("health.index"), _sign(found["usable"], say("health.usable"), _why(found, say))
    yield (
        say("health.documents"),
        say("library", documents=visible, passages=counts["passages"]),
    )
    for state in ("outdated", "skipped"):
        if counts.get(state):
            yield say(f"health.{state}"), _sign(False, "", say("health.see", count=counts[state]))
    scans = shutil.which("tesseract") is not None
    yield say("health.scans"), _sign(scans, say("health.scans.yes"), say("health.scans.no"))
    settings, address = service().settings, service().listens_on
    yield say("health.writing"), say(f"writing.{permission(settings, address)}")
    yield say("health.backend"), say(f"backend.{found['backend']}")


def _why(found: Mapping[str, Any], say: Say) -> str:
    return say("health.empty") if found["generation"] is None else say("health.differs")


def _sign(fine: bool, yes: str, no: str) -> str:
    return f"✓ {yes}" if fine else f"⚠ {no}"


def _made_by(found: Mapping[str, Any], say: Say, language: str) -> Iterator[tuple[str, str]]:
    parts = found["made_by"]
    if parts is None:
        yield say("quality.generation"), say("health.empty")
        return
    yield say("quality.generation"), str(found["generation"])
    for name in ("encoder", "encoder_fingerprint", "splitter", "lexical", "register"):
        if name in parts:
            yield say(f"made_by.{name}"), str(parts[name])


def _evaluation(
    evaluation: Mapping[str, Any], found: Mapping[str, Any], say: Say, language: str
) -> None:
    origin = evaluation["origin"]
    day = datetime.fromisoformat(origin["date"])
    when = format_datetime(day, "long", locale=_LOCALES[language])
    same = origin["generation"] == found["generation"]
    if not same:
        cards.notice(say("quality.other_index"))
    measures = [name for name in _SHOWN if name in evaluation["measures"]]
    groups = [group for group in evaluation["groups"] if group["name"] != GAP]
    _figures(groups, measures, say, language)
    missed = evaluation["missed"]
    _facts(
        [
            (say("quality.date"), when),
            (say("quality.questions"), f"{origin['golden']} ({groups[0]['size']})"),
            (say("quality.commit"), origin["commit"] or say("unsaid")),
            (say("quality.encoder"), f"{origin['encoder']} {origin['encoder_fingerprint'][:12]}"),
            (say("quality.floors"), _sign(not missed, say("floors.held"), "; ".join(missed))),
        ]
    )


def _figures(
    groups: Sequence[Mapping[str, Any]], measures: Sequence[str], say: Say, language: str
) -> None:
    head = f'<th scope="col">{escaped(say("quality.group"))}</th>' + "".join(
        f'<th scope="col">{escaped(say(f"measure.{name}"))}</th>' for name in measures
    )
    rows = ""
    for group in groups:
        name, size, figures = (group[part] for part in ("name", "size", "figures"))
        cells = "".join(
            f'<td class="number">{_figure(measure, figures.get(measure), language)}</td>'
            for measure in measures
        )
        named = f'{escaped(say(f"group.{name}"))} <span class="quiet">({size})</span>'
        rows += f'<tr><th scope="row">{named}</th>{cells}</tr>'
    label = escaped(say("quality.evaluation"))
    show(
        f'<div class="compare" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
    cards.line(say("quality.help"))


def _figure(name: str, value: float | None, language: str) -> str:
    if value is None:
        return "–"
    if name == _SCORE:
        return str(format_decimal(value, "0.00", locale=_LOCALES[language]))
    return str(format_percent(value, locale=_LOCALES[language]))


def _facts(pairs: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> None:
    rows = "".join(f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>" for name, value in pairs)
    show(f'<dl class="facts-list">{rows}</dl>')
