"""What a question is taken to ask of the event register, on one day, and what it lists."""

from datetime import date

from encoder.lexicon import default_lexicon
from pipelines.answer.asking.question import understand
from pipelines.register.wanted import wanted
from pipelines.retrieval.query import analyse


def ask_of(text):
    question = understand(analyse(text, default_lexicon(), {"boatnet"}, True))
    return wanted(question, ["BOATNET"], {}, date(2024, 6, 1))


def listed(library, text):
    """The documents' names that the rows of a list are cited from, of each row its first."""
    reply = library.ask(text)
    assert reply.kind == "list", reply.answer or reply.reason
    first = {c.number: c.source for c in reply.citations}
    found = [first[s.citations[0]].partition(".")[0] for s in reply.statements]
    return {name.removesuffix("-agenda") for name in found}
