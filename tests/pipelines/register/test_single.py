"""One event is told from the register where no passage says what is asked of it."""

import pytest

from pipelines.answer.asking.question import understand
from pipelines.filters import Filters
from pipelines.register.single import one_event

MINUTES = (
    "WEFTLINE project\nMinutes of the second meeting (Porto, 3 May 2023)\n\n"
    "Present: Ana Ruiz, Bob Low, Jean Moreau. The partners adopted the plan of work.\n"
)
OTHERS = {
    "a.md": "# WEFTLINE staff exchange in Ghent, 4 June 2022\n\nThe exchange was hosted by Orla"
    " Cluster in Ghent on 4 June 2022.\n",
    "b.md": "# WEFTLINE staff exchange in Lille, 9 June 2021\n\nThe exchange was hosted by Borea"
    " Network in Lille on 9 June 2021.\n",
}


@pytest.fixture
def asked(library_of):
    library = library_of({"minutes.txt": MINUTES, **OTHERS})

    def ask(text):
        question = understand(library.analyse(text, paraphrases=True))
        listed = one_event(library.catalogue, question, Filters())
        return [statement.text for statement in listed.statements] if listed else None

    return ask


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("When was the second WEFTLINE meeting?", "3 May 2023"),
        ("Quand a eu lieu la réunion WEFTLINE à Porto ?", "3 mai 2023"),
        ("Where was the second meeting of WEFTLINE?", "Porto"),
        ("Who hosted the WEFTLINE exchange in Ghent?", "Orla Cluster"),
    ],
)
def test_the_cell_asked_for_comes_first(asked, text, first):
    (row,) = asked(text)
    assert row.startswith(first)


@pytest.mark.parametrize(
    "text",
    [
        "When was the third WEFTLINE meeting?",  # of which nobody tells
        "When was the WEFTLINE exchange?",  # there are two
        "Who hosted the second WEFTLINE meeting?",  # nobody says
        "When was the meeting?",  # of whom?
        "When was the WEFTLINE meeting on dyes?",  # it is not said to be on dyes
        "When was the WEFTLINE meeting in Lyon?",
    ],
)
def test_nothing_is_told_of_an_event_that_may_be_another(asked, text):
    assert asked(text) is None
