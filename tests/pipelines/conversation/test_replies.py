"""What a reply spoke of: the event that it quotes, and no other of the same document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipelines.conversation.replies import turn_of
from pipelines.results import Citation, Coverage, Reply, Statement

TEXT = """# BOATNET staff exchange in Split

The staff exchange took place in Split on 12 May 2021. Our hosts were the Brodica yards.

The varnish of the tug Ondine needs nine days to dry before it can be sanded.

The RAILTEAM webinar was held in Lille on 3 June 2021.
"""


def reply_with(document: str, text: str, quote: str) -> Reply:
    start = text.index(quote)
    cited = Citation(
        1, document, "news.md", "News", "en", None, start, start + len(quote), quote
    )  # fmt: skip
    told = Statement(quote, (1,), "supported")
    return Reply("?", "en", "extractive", quote, None, (told,), (cited,), Coverage(1, 1, 0, 0))


def about_of_quote(library_of: Callable[..., Any], quote: str) -> Any:
    library = library_of({"news.md": TEXT})
    record = library.catalogue.find("news.md")
    text = library.catalogue.text(record).content
    return turn_of(library.catalogue, "?", reply_with(record.id, text, quote)).about


def test_a_quote_that_tells_another_event_speaks_of_that(library_of) -> None:
    about = about_of_quote(library_of, "RAILTEAM webinar was held in Lille on 3 June")
    assert (about.kind, about.place) == ("webinar", "Lille")


def test_a_quote_of_the_documents_own_event_speaks_of_it(library_of) -> None:
    about = about_of_quote(library_of, "took place in Split on 12 May 2021")
    assert (about.kind, about.place) == ("staff_exchange", "Split")


def test_a_quote_that_tells_no_event_speaks_of_none_of_several(library_of) -> None:
    quote = "The varnish of the tug Ondine needs nine days to dry"
    assert about_of_quote(library_of, quote) is None


def people_after(library_of: Callable[..., Any], question: str, answer: str | None) -> Any:
    catalogue = library_of({"news.md": TEXT}).catalogue
    told = (Statement(answer, (), "supported"),) if answer else ()
    reply = Reply("?", "en", "extractive", answer, None, told, (), Coverage(1, 1, 0, 0))
    return turn_of(catalogue, question, reply).people


def test_who_was_asked_about_is_remembered(library_of) -> None:
    assert people_after(library_of, "Who is Anne Lombard?", None) == ("Anne Lombard",)
    named = people_after(library_of, "Who is Anne Lombard?", "She was named by Marc Tissot.")
    assert named[0] == "Anne Lombard"
    named = people_after(library_of, "Who came after Anne Lombard?", "Marc Tissot came in May.")
    assert named[0] == "Marc Tissot"
    assert people_after(library_of, "Who hosted the visit?", None) == ()
