"""Which of several things has more or comes first, as a user is told it."""

import shutil

import pytest

from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents

EVENT = """{project} exchange in {town}: report

Host: {host}
Dates: {dates}
Venue: {town}, {country}
{came}
The exchange was about kites. The participants met makers of sails.
"""
CALL = """{project} call for projects: {topic}

Opening: 10 January 2022
Deadline: {last}
Total budget: {budget}

SMEs with a workshop may apply for a grant.
"""
DOCUMENTS = {
    "lugo.txt": EVENT.format(
        project="KITEAIR",
        town="Lugo",
        host="Cluster do Vento",
        dates="4-6 May 2021",
        country="Spain",
        came="Participants: 18 people\n",
    ),
    "brno.txt": EVENT.format(
        project="KITEAIR",
        town="Brno",
        host="Moravský klastr",
        dates="8-9 June 2021",
        country="Czechia",
        came="Participants: 25 people\n",
    ),
    "turku.txt": EVENT.format(
        project="KITEAIR",
        town="Turku",
        host="Saaristo Cluster",
        dates="14-15 September 2021",
        country="Finland",
        came="",
    ),
    "gdynia.txt": EVENT.format(
        project="KITEAIR",
        town="Gdynia",
        host="Pomorski Klaster",
        dates="5-6 October 2021",
        country="Poland",
        came="Participants: 25 people\n",
    ),
    "sails.txt": CALL.format(
        project="SAILNET", topic="light sails", last="31 March 2022", budget="EUR 400,000"
    ),
    "ropes.txt": CALL.format(
        project="ROPEWAY", topic="long ropes", last="28 February 2022", budget="EUR 90,000"
    ),
    "pounds.txt": CALL.format(
        project="TIDEMARK", topic="quiet winches", last="31 March 2022", budget="GBP 300,000"
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("more")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library")) as opened:
        opened.ingest([folder / "documents"])
        yield opened
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "Did the Lugo exchange or the Brno exchange have more participants?",
            "“KITEAIR exchange in Brno: report” had more participants.",
        ),
        (
            "Quel échange a réuni le moins de participants, Brno ou Lugo ?",
            "« KITEAIR exchange in Lugo: report » a réuni le moins de participants.",
        ),
        (
            "Was the Lugo exchange longer than the Brno exchange?",
            "“KITEAIR exchange in Lugo: report” is longer.",
        ),
        (
            "Which took place first: the Turku exchange, the Brno exchange or the Lugo exchange?",
            "“KITEAIR exchange in Lugo: report” comes first.",
        ),
        (
            "Which of these calls closes first, SAILNET or ROPEWAY?",
            "“ROPEWAY call for projects: long ropes” closes first.",
        ),
        (
            "Which has the larger budget, the SAILNET call or the ROPEWAY call?",
            "“SAILNET call for projects: light sails” has the larger budget.",
        ),
        (
            "Which exchange had more participants, Brno or Gdynia?",
            "“KITEAIR exchange in Brno: report” and “KITEAIR exchange in Gdynia: report” had as"
            " many participants.",
        ),
    ],
)
def test_the_one_that_is_more_is_told_with_what_is_told_of_each(library, question, first):
    reply = library.ask(question)
    assert reply.kind == "list"
    assert reply.statements[0].text == first
    rows = reply.statements[1:]
    assert len(rows) == len({c.document for c in reply.citations})
    assert all(row.citations for row in rows)
    assert set(reply.statements[0].citations) == {c.number for c in reply.citations}


def test_both_values_stand_in_their_quotes(library):
    reply = library.ask("Did the Lugo exchange or the Brno exchange have more participants?")
    by_number = {c.number: c.quote for c in reply.citations}
    told = {s.text: " ".join(by_number[n] for n in s.citations) for s in reply.statements[1:]}
    assert "25 people" in told["KITEAIR exchange in Brno: report · 25 people"]
    assert "18 people" in told["KITEAIR exchange in Lugo: report · 18 people"]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (
            "Did the Lugo exchange or the Turku exchange have more participants?",
            "The documents give no number of participants for “KITEAIR exchange in Turku:"
            " report”, so it can't be compared.",
        ),
        (
            "Quel appel a la plus grosse enveloppe, SAILNET ou TIDEMARK ?",
            "Les montants ne sont pas dans la même monnaie : ils ne se comparent pas.",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused_and_why(library, question, reason):
    reply = library.ask(question)
    assert (reply.kind, reply.answer, reply.reason) == ("abstained", None, reason)


@pytest.mark.parametrize(
    "question",
    [
        "Which call has the largest budget?",
        "Which has the larger budget, SAILNET or WINDROSE?",
        "Which project is longer, SAILNET or ROPEWAY?",
    ],
)
def test_nothing_is_said_to_be_more_where_no_two_are_known(library, question):
    reply = library.ask(question)
    assert not any("larger" in s.text or "longer" in s.text for s in reply.statements)
