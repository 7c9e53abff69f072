"""Which words of a text are said of an event that is told in passing."""

from encoder.lexicon import default_lexicon
from ingest.types import Event, Span, Value
from pipelines.catalogue.events import Told
from pipelines.register.about import says, topic_of
from pipelines.retrieval.query import analyse

TABLE = """Agenda

Date: 3 May | Event: Workshop on contracts | City: Brest
Date: 9 June | Event: Workshop on mooring | City: Namur
"""
PROSE = """The workshop in Brest follows in May. Mooring is its topic."""


def told_at(content, noun):
    start = content.index(noun)
    name = Value(noun, Span(start, start + len(noun)))
    return Told("d", "d.md", "Agenda", "en", 1, Event("workshop", name, "planned"), {})


def test_a_row_of_a_table_speaks_for_itself_alone():
    term = analyse("mooring", default_lexicon(), (), True).terms[0]
    topic = topic_of(term)
    assert not says(topic, told_at(TABLE, "Workshop on contracts"), TABLE)
    assert says(topic, told_at(TABLE, "Workshop on mooring"), TABLE)
    assert says(topic, told_at(PROSE, "workshop"), PROSE)
