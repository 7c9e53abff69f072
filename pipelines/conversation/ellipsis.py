"""What a shortened question leaves out, put back: another year, place, project or kind of event in
the earlier question, or another thing asked of what the earlier question was about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.gazetteer import aliases, fold
from ingest.types import EventKind, Language, Span
from pipelines.conversation import cues as cue
from pipelines.conversation import phrase
from pipelines.conversation.cues import Attribute
from pipelines.conversation.parts import Parts, about_of, phrase_of
from pipelines.conversation.turns import About, Known

_ASKED: Final[dict[Attribute, tuple[str, str]]] = {
    "date": ("When was {np} held?", "Quand a eu lieu {np} ?"),
    "deadline": ("What is the deadline of {np}?", "Quelle est la date limite {of} ?"),
    "place": ("Where was {np} held?", "Où a eu lieu {np} ?"),
    "host": ("Who hosted {np}?", "Qui a accueilli {np} ?"),
    "organiser": ("Who organised {np}?", "Qui a organisé {np} ?"),
    "speaker": ("Who spoke at {np}?", "Qui est intervenu {to} ?"),
    "coordinator": ("Who coordinates {np}?", "Qui coordonne {np} ?"),
    "partners": ("Who are the partners of {np}?", "Qui sont les partenaires {of} ?"),
    "participants": (
        "How many participants attended {np}?",
        "Combien de participants ont assisté {to} ?",
    ),
    "amount": ("What is the budget of {np}?", "Quel est le budget {of} ?"),
    "duration": ("How long did {np} last?", "Combien de temps a duré {np} ?"),
}
_CALL_DATE: Final = ("When does {np} open?", "Quand ouvre {np} ?")
_BOTH: Final = ("When and where was {np} held?", "Quand et où a eu lieu {np} ?")
_PREPOSED: Final = re.compile(
    r"(?:\b(?:in|at|en|a|au|aux|de|d['’]|for|pour|between|from|entre)[ ]?(?:the |l['’]|la )?)$"
)
# Between several that are named together: "in 2020 or 2021", "between 2019 and 2021".
_TOGETHER: Final = re.compile(r"(?: ?(?:,|-|–|and|or|et|ou|to|a|au|until|jusqu['’]a|in|en) ?)+")
_QUEL: Final = re.compile(r"\bquel(?:le)?(?P<many>s?)(?=[ ])", re.IGNORECASE)


def attributes(low: str) -> tuple[Attribute, ...]:
    """What a question asks of its topic, in the order it is asked."""
    found = [(m.start(), name) for name, pattern in cue.ATTRIBUTES if (m := pattern.search(low))]
    names = [name for _, name in sorted(found)]
    if "deadline" in names and "date" in names:
        names.remove("date")
    return tuple(dict.fromkeys(names))


def asked_of(parts: Parts, about: About, language: Language) -> str:
    """The question for an attribute of ``about``; of words no pattern has, with it at the end."""
    found = attributes(parts.low)
    said = phrase.spoken(about, language)
    if {"date", "place"} <= set(found):
        return _filled(_BOTH, said, language)
    plain = not parts.topical()
    if found and plain:
        first = found[0]
        form = _CALL_DATE if first == "date" and about.kind == "call" else _ASKED[first]
        if first == "amount" and re.search(r"\b(?:costs?|cout\w*|prix|price)\b", parts.low):
            form = ("What did {np} cost?", "Combien a coûté {np} ?")
        return _filled(form, said, language)
    body = parts.text.rstrip(" ?!.")
    joint = phrase.to(said) if language == "fr" else f"at {said}"
    if about.kind is None:
        joint = phrase.of(said) if language == "fr" else f"of {said}"
    return f"{body} {joint}"


def asked_again(previous: Parts, about: About, language: Language) -> str | None:
    """The earlier question asked of ``about`` in another language, where a pattern says it."""
    found = attributes(previous.low)
    said = phrase.spoken(about, language)
    if {"date", "place"} <= set(found):
        return _filled(_BOTH, said, language)
    if found:
        return _filled(_ASKED[found[0]], said, language)
    if about.kind and about.plural:
        counted = bool(re.search(r"\b(?:how many|combien)\b", previous.low))
        return _listed(about, about.kind, counted, language)
    return None


def _listed(about: About, kind: EventKind, counted: bool, language: Language) -> str:
    """The question for a list or a number of events: "Which kick-offs took place in 2020?"."""
    noun = phrase.noun_of(kind, language, True)
    said = phrase.spoken(replace(about, year=None), language).removeprefix("les ")
    year = f" {'en' if language == 'fr' else 'in'} {about.year}" if about.year else ""
    if language == "fr":
        held = "" if kind == "call" or counted else " ont eu lieu"
        quels = "Quelles" if phrase.feminine(kind) else "Quels"
        lead = f"Combien {phrase.of(noun)}" if counted else f"{quels} {noun}"
        return f"{lead}{said.removeprefix(noun)}{held}{year} ?"
    held = "" if kind == "call" or counted else " took place"
    return f"{'How many' if counted else 'Which'} {said}{held}{year}?"


def exchanged(previous: Parts, new: Parts, language: Language, known: Known) -> str | None:
    """The earlier question with the years, places, projects or events of the new one.

    A place where no event of the earlier project is known, but one of another, takes the project's
    name away with the earlier place.

    None where the new one has none, or the earlier question can't be put in the new one's language.
    """
    about = about_of(previous)
    newer = about_of(new)
    if new.events and newer is not None and newer.kind is not None:
        return _other_event(previous, new, about, newer, language)
    elsewhere = about is not None and not about.plural and _elsewhere(previous, new, known)
    if previous.language != language and about is not None and not about.others:
        other = replace(about, text=None)
        for _, year in new.years[:1]:
            other = replace(other, year=year)
        for _, name, code in new.places[:1]:
            other = replace(other, place=None if code else name, country=code)
            other = replace(other, project=None) if elsewhere else other
        if new.projects and not other.plural:
            other = replace(other, place=None, country=None, year=None)
        for _, project in new.projects[:1]:
            other = replace(other, project=project)
        if (asked := asked_again(previous, other, language)) is not None:
            return asked
    text = previous.text
    edits: list[tuple[Span, str]] = []
    added: list[str] = []
    if new.years:
        said = " and ".join(str(y) for _, y in new.years)
        if previous.language == "fr":
            said = said.replace(" and ", " et ")
        prefix = "en" if previous.language == "fr" else "in"
        _put(previous, [s for s, _ in previous.years], f"{prefix} {said}", edits, added)
    if new.places:
        _, name, code = new.places[0]
        said = phrase.in_place(name, code, previous.language)
        if code is None and new.language == previous.language:
            said = f"{_word_before(new, new.places[0][0]) or said.split()[0]} {name}"
        _put(previous, [s for s, _, _ in previous.places], said, edits, added)
    if new.projects:
        name = new.projects[0][1]
        if previous.projects:
            edits.append((previous.projects[0][0], name))
            if about is not None and not about.plural and not new.places:
                edits += [(_with_preposition(previous, s), "") for s, _, _ in previous.places]
            if about is not None and not about.plural and not new.years:
                edits += [(_with_preposition(previous, s), "") for s, _ in previous.years]
        else:
            added.append(
                f"du projet {name}" if previous.language == "fr" else f"in the {name} project"
            )
    if not edits and not added:
        return None
    if elsewhere:
        edits += [(_with_preposition(previous, s), "") for s, _ in previous.projects]
    for span, words in sorted(edits, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    body = text.rstrip(" ?!.")
    return " ".join([body, *added])


def _elsewhere(previous: Parts, new: Parts, known: Known) -> bool:
    """Whether the new place is known for events, and for none of the earlier question's project."""
    if not new.places or not previous.projects or new.projects:
        return False
    names = {fold(new.places[0][1]), *aliases(new.places[0][1])}
    held = {project for project, place in known.pairs if names & {fold(place), *aliases(place)}}
    return bool(held) and not held & {name for _, name in previous.projects}


def _other_event(
    previous: Parts, new: Parts, about: About | None, newer: About, language: Language
) -> str | None:
    """The earlier question asked of another event, or of events of another kind."""
    if about is None:
        return None
    old = next((e for e in previous.events if e.kind != "other"), None) or (
        previous.events[0] if previous.events else None
    )
    if newer.placed or newer.others:
        said = newer
        if not newer.project and about.project and not newer.name and newer.kind == about.kind:
            said = replace(newer, text=None, project=about.project) if not newer.others else newer
    else:
        plural = about.plural or newer.plural
        kept = (about.place, about.country, about.year) if plural else (None, None, None)
        said = replace(newer, text=None, project=about.project, plural=plural)
        said = replace(said, place=kept[0], country=kept[1], year=kept[2])
    if previous.language != language or old is None:
        return asked_again(previous, said, language)
    if said.plural and not newer.placed:
        return _other_kind(previous, old.span, said.kind, language)
    span = phrase_of(previous, old)
    return _joined(previous, span, phrase.spoken(said, language), language)


def _other_kind(
    previous: Parts, noun: Span, kind: EventKind | None, language: Language
) -> str | None:
    """Only the noun changed, and what it was described by gone: "how many webinars in 2020?"."""
    if kind is None:
        return None
    phrase_ = phrase_of(previous, next(e for e in previous.events if e.span == noun))
    start, end = phrase_.start, noun.end
    if re.match(r"(?:the|les|la|le|des|une?|an?)[ ]", previous.low[start:]):
        start = start + previous.low[start:].index(" ") + 1
    # An adjective of the old noun goes with it: "échanges ferroviaires".
    for token in previous.tokens:
        beside = previous.text[end : token.span.start] == " "
        if beside and not token.name and not cue.PREPOSITION.match(token.low):
            if token.low in cue.STOPS or previous.named(token.span):
                break
            end = token.span.end
    said = phrase.noun_of(kind, language, True)
    text = previous.text[:start] + said + previous.text[end:]
    if language == "fr":
        gender = "le" if phrase.feminine(kind) else ""
        text = _QUEL.sub(lambda m: m[0][:4] + gender + m["many"], text, count=1)
    return text


def _joined(previous: Parts, span: Span, said: str, language: Language) -> str:
    """A phrase in another's place, after "à" and "de" as French writes them."""
    head, tail = previous.text[: span.start], previous.text[span.end :]
    surface = span.of(previous.low)
    if language == "fr":
        if re.match(r"au[x]?[ ]", surface):
            return head + phrase.to(said) + tail
        if re.match(r"du[ ]", surface):
            return head + phrase.of(said) + tail
        for pattern, join in ((r"\b[àÀ] $", phrase.to), (r"\bde $|\bd['’]$", phrase.of)):
            if found := re.search(pattern, head):
                return head[: found.start()] + join(said) + tail
    return head + said + tail


def _put(
    previous: Parts, spans: list[Span], said: str, edits: list[tuple[Span, str]], added: list[str]
) -> None:
    """``said`` for the first of the spans and those named together with it, with its preposition,
    or else at the question's end."""
    if not spans:
        added.append(said)
        return
    first = spans[0]
    for span in spans[1:]:
        if not _TOGETHER.fullmatch(previous.low[first.end : span.start]):
            break
        first = Span(first.start, span.end)
    whole = _with_preposition(previous, first)
    if whole == first and whole.end < len(previous.text.rstrip(" ?")):
        # "the Zaragoza exchange": the name goes, what takes its place stands behind.
        edits.append((Span(whole.start, min(len(previous.text), whole.end + 1)), ""))
        added.append(said)
    else:
        lead = " " if whole.start < first.start and previous.text[whole.start] == " " else ""
        edits.append((whole, lead + said))


def _with_preposition(previous: Parts, span: Span) -> Span:
    found = _PREPOSED.search(previous.low[: span.start])
    start = found.start() if found else span.start
    if found and start and previous.low[start - 1] == " ":
        start -= 1
    return Span(start, span.end)


def _word_before(parts: Parts, span: Span) -> str | None:
    before = parts.text[: span.start].split()
    if not before or not cue.PREPOSITION.match(before[-1].lower().replace("à", "a")):
        return None
    return None if before[-1].lower() in ("de", "du", "of", "about", "from") else before[-1].lower()


def _filled(form: tuple[str, str], said: str, language: Language) -> str:
    wanted = form[1] if language == "fr" else form[0]
    return wanted.format(np=said, of=phrase.of(said), to=phrase.to(said))
