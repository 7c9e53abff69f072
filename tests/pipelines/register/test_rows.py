"""The rows of a list as they are told and checked, and what is taken for a body or an own event."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ingest.types import DateRange, Event, Span, Value
from pipelines.catalogue.events import Told
from pipelines.register.about import says, topic_of
from pipelines.register.find import _passes, bodies
from pipelines.register.merge import same
from tests.conftest import write_documents

STEERING = {"copil.txt", "steering.md"}
YEAR = datetime.now(UTC).year
DOCUMENTS = {
    "copil.txt": """COMPTE RENDU DU COMITÉ DE PILOTAGE N° 4
Projet ARGILAC

Date : jeudi 9 septembre 2021
Lieu : Sarlat, France
Hôte : Pôle Argile

Le comité a parlé des fours et des délais de livraison.
""",
    "steering.md": """# Minutes of the ARGILAC steering committee no. 3

Date: 12 May 2021
Venue: Namur, Belgium
Host: Grappe Mosane

The committee spoke about kilns.
""",
    "ag.txt": """Assemblée générale du Pôle Argile : compte rendu

Date : 3 juin 2021
Lieu : Dole, France
Hôte : Pôle Argile

Les adhérents ont voté le budget. Le compte rendu a été approuvé.
""",
    "week.md": """# Training week for kiln masters: report

Dates: 4-8 October 2021
Venue: Lahti, Finland
Host: Lahti Ceramics

The participants fired bricks.
""",
    "course.md": """# Training course on glazes: report

Dates: 12-13 May 2022
Venue: Porto, Portugal
Host: Alba Clay

The participants mixed glazes.
""",
    "soon.md": f"""# Workshop on clay: agenda

Dates: 11-12 May {YEAR + 1}
Venue: Tartu, Estonia
Host: Borea Clay

09:00 Welcome
""",
    "later.md": f"""# Conference on clay: agenda

Dates: 4-5 June {YEAR + 1}
Venue: Riga, Latvia
Host: Borea Clay

09:00 Welcome
""",
    "published.md": """# Call for projects: quiet kilns

Published on 4 March 2022
Deadline: 17 May 2022
Managed by: Pôle Argile (Sarlat, France)

Eligible applicants are SMEs that fire clay. Grants go up to EUR 20,000.
""",
    "opened.md": """# Call for projects: dry clay

Opening: 7 March 2022
Deadline: 20 May 2022
Managed by: Grappe Mosane (Namur, Belgium)

Eligible applicants are SMEs that dry clay. Grants go up to EUR 10,000.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings

    folder = tmp_path_factory.mktemp("rows")
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as opened:
        opened.ingest([folder])
        yield opened


@pytest.mark.parametrize(
    "text", ["Which meetings took place in 2021?", "Quelles réunions ont eu lieu en 2021 ?"]
)
def test_a_title_that_ends_in_a_number_makes_no_range_of_days(library, text):
    reply = library.ask(text)
    assert reply.kind == "list"
    assert reply.dropped == 0
    assert {c.source for c in reply.citations} == {"copil.txt", "steering.md", "ag.txt"}


@pytest.mark.parametrize(
    ("text", "first", "sources"),
    [
        ("How many steering committees in 2021?", "2 steering committee meetings", STEERING),
        ("Combien de comités de pilotage en 2021 ?", "2 comités de pilotage", STEERING),
        ("Which general assemblies took place in 2021?", "Assemblée", {"ag.txt"}),
        ("Quelles semaines de formation ont eu lieu ?", "Training week", {"week.md"}),
    ],
)  # fmt: skip
def test_a_narrow_noun_is_not_answered_with_all_of_its_kind(library, text, first, sources):
    reply = library.ask(text)
    assert reply.kind == "list"
    assert reply.statements[0].text.startswith(first)
    assert {c.source for c in reply.citations} == sources


def test_a_plain_noun_takes_all_of_its_kind(library):
    for text in ("Which meetings took place in 2021?", "Which trainings took place?"):
        assert len(library.ask(text).statements) >= 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("What is the next event?", "Workshop on clay"),
        ("Quel est le prochain événement ?", "Workshop on clay"),
        ("When is the next workshop?", "Workshop on clay"),
        ("What is the next meeting?", "No event found"),
        ("Quelle est la prochaine réunion ?", "Aucun événement"),
    ],
)
def test_the_next_event_is_the_first_to_come_or_none_is(library, text, answer):
    reply = library.ask(text)
    assert answer in (reply.answer or reply.reason)
    assert len(reply.statements) <= 1


def test_the_day_a_call_was_published_is_not_called_its_opening(library):
    told = {
        s.text.split(" · ")[0]: s.text for s in library.ask("Which calls are there?").statements
    }
    assert "published 4 March 2022" in told["Call for projects: quiet kilns"]
    assert "opens 7 March 2022" in told["Call for projects: dry clay"]
    french = library.ask("Quels sont les appels à projets ?").answer
    assert "publication : 4 mars 2022" in french
    assert "ouverture : 7 mars 2022" in french


class _Catalogue:
    """As much of a catalogue as names of bodies are taken from."""

    def __init__(self, *names):
        self._names = names

    def values(self, _):
        return ()

    def until_changed(self, _, read):
        return read(None)

    def register(self):
        return tuple(told(number, partners=(name,)) for number, name in enumerate(self._names))


def told(number, name="A workshop", title="A workshop", content=None, **cells):
    span = None if content is None else Span(content.index(name), content.index(name) + len(name))
    partners = tuple(Value(p) for p in cells.pop("partners", ()))
    event = Event("workshop", Value(name, span), "held", partners=partners, **cells)
    return Told(f"d{number}", "d.txt", title, "en", 0, event, {})


def test_what_has_no_letter_is_no_body():
    known = bodies(_Catalogue("2022", "2021-27", "Kiln 3000", "Pôle 2i"))
    assert set(known.values()) >= {"kiln 3000", "2i"}
    assert not any(name.replace(" ", "").isdigit() for name in known)


def test_an_event_told_in_passing_is_not_about_all_that_its_document_speaks_of(term_of):
    content = "A note on kilns.\n\n" + "The rules of grants. " * 40 + "\n\nA workshop in Namur."
    note = told(0, name="workshop", title="A note on rules", content=content)
    own = told(0, name="A note", title="A note", content=content)
    topic = topic_of(term_of("kilns"))
    assert not says(topic, note, content)
    assert says(topic, own, content)


def test_two_events_told_in_passing_on_other_days_are_not_one_that_moved():
    lyon = {"place": Value("Lyon"), "projects": (Value("ARGILAC"),)}
    may, june = (DateRange(date(2021, month, 3), date(2021, month, 4)) for month in (5, 6))
    first = told(0, name="workshop", dates=may, **lyon)
    later = told(1, name="workshop", **lyon, dates=june)
    planned = Told(later.document, "e.txt", later.title, "en", 0, _planned(later.event), {})
    assert not same(first, planned)


def _planned(event):
    from dataclasses import replace

    return replace(event, status="planned")


@pytest.fixture
def term_of():
    from encoder.lexicon import default_lexicon
    from pipelines.retrieval.query import analyse

    def term(word):
        return analyse(f"Which workshops were about {word}?", default_lexicon(), set(), True).terms[
            -1
        ]

    return term


def test_the_country_of_a_document_is_that_of_its_own_event_alone():
    """A tracker that stands in Ireland lists events of everywhere."""
    labels = {"country": frozenset({"IE"}), "year": frozenset({"2023"})}
    days = DateRange(date(2023, 5, 3), date(2023, 5, 3))
    own = Event("workshop", Value("Looms"), "held")
    beside = Event("visit", Value("visit"), "held", days, place=Value("Rovaniemi"))
    tellings = [
        Told("a", "a.txt", "Looms", "en", 0, own, labels),
        Told("a", "a.txt", "Looms", "en", 1, beside, labels),
    ]
    wanted = {"country": ("IE",)}
    assert [_passes(told, wanted) for told in tellings] == [True, False]
    assert [_passes(told, {"year": ("2023",)}) for told in tellings] == [True, True]


def test_a_row_is_cited_for_its_project_where_only_one_of_its_documents_knows_it(library_of):
    library = library_of(
        {
            "tracker.csv": "Date,Event,Type,City,Country,Host,Project,Status\n"
            "27 June 2023,Permit workshop,Workshop,Split,Croatia,Port of Split,KELPLINE,held\n"
            "9 October 2023,Rope webinar,Webinar,Online,,Port of Split,KELPLINE,held\n",
            "anote.md": "# Policy note: shorter ways to a permit\n\nJuly 2023\n\n"
            "The first results were discussed at a workshop in Split on 27 June 2023, hosted by "
            "Port of Split and attended by 45 people.\n",
        }
    )
    reply = library.ask("Which workshops were held in Croatia?")
    assert reply.kind == "list", reply.reason
    assert "KELPLINE" in reply.answer
    assert "tracker.csv" in {c.source for c in reply.citations}


def test_theme_days_are_those_called_so_and_not_every_conference(library_of):
    library = library_of(
        {
            "days.md": "# Work of KELPLINE\n\nThe technology days were held in Split (March 2023)"
            " and Porto (October 2023).\n",
            "closing.md": "# KELPLINE closing conference\n\nDates: 3-4 June 2023\n"
            "Venue: Namur, Belgium\n\nThe partners looked back.\n",
        }
    )
    reply = library.ask("How many technology days were held, and where?")
    assert reply.kind == "list", reply.reason
    assert {c.source for c in reply.citations} == {"days.md"}
