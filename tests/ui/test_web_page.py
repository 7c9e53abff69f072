"""The page's logic in Streamlit's own test bench, on a real library."""

from __future__ import annotations

import html as markup
import re
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.feedback import kept
from pipelines.filters import Filters
from pipelines.settings import Settings
from pipelines.stores.lock import LibraryLock
from ui.web import examples, service

QUESTION = "Who hosted the ALPINET kick-off meeting?"


def shown(page: AppTest) -> str:
    """All HTML of the page, in order."""
    assert not page.exception
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if body.startswith("<div"))


def button(page: AppTest, text: str):
    """The first button whose label holds ``text``, joiners aside."""
    return next(b for b in page.button if text in b.label.replace("\N{WORD JOINER}", ""))


def follow(page: AppTest, text: str) -> AppTest:
    """The page after a click on the first link whose HTML holds ``text``."""
    links = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', shown(page), re.DOTALL)
    href = next(markup.unescape(href) for href, inner in links if text in inner)
    assert href.startswith("?")
    page.query_params = parse_qs(href[1:])
    return page.run()


def test_the_first_page_offers_questions_from_the_library(visit: Callable[..., AppTest]) -> None:
    page = visit()
    assert "5 documents" in shown(page)
    found = examples.questions("en")
    assert found
    assert any("ALPINET" in question or "HYDROLAC" in question for question in found)
    button(page, found[0].split("?")[0][:12]).click().run()
    assert page.text_input(key="q").value in found
    assert page.query_params["q"] in found


def test_an_answer_cites_and_its_citation_opens_the_source(visit: Callable[..., AppTest]) -> None:
    page = visit(q=QUESTION)
    assert "Invented Mountain Cluster" in shown(page)
    assert "5 documents searched" in shown(page)
    assert 'id="cited"' not in shown(page)
    follow(page, "[1]")
    html = shown(page)
    assert '<mark id="cited">' in html
    assert 'class="reading" lang="en"' in html
    assert str(page.query_params["source"]).count(".") == 1
    page.button(key="close-source").click().run()
    assert "reading" not in shown(page)
    assert "source" not in page.query_params


def test_a_shared_link_shows_the_same(visit: Callable[..., AppTest]) -> None:
    first = visit(q=QUESTION)
    follow(first, "[1]")
    again = visit(**first.query_params)
    assert '<mark id="cited">' in shown(again)
    assert again.query_params == first.query_params


def test_no_answer_gives_the_reason_and_the_nearest(visit: Callable[..., AppTest]) -> None:
    page = visit(q="Quel est le nombre de sous-marins de ZORBLAX ?", locale="fr-FR")
    html = shown(page)
    assert "Pas de réponse dans ces documents" in html
    assert "sur 5 cherchés" in html


def test_search_narrows_and_the_url_says_so(visit: Callable[..., AppTest]) -> None:
    page = visit("search", q="clusters")
    assert page.session_state["q"] == "clusters"
    everything = shown(page)
    page.multiselect(key="language").select("fr").run()
    assert page.query_params["language"] in ("fr", ["fr"])
    narrowed = shown(page)
    assert 'class="badge en"' in everything
    assert 'class="badge fr"' in narrowed
    assert 'class="badge en"' not in narrowed


def test_facets_add_a_filter(visit: Callable[..., AppTest]) -> None:
    page = visit("search", q="clusters")
    follow(page, "French")
    assert page.multiselect(key="language").value == ["fr"]
    assert 'class="badge en"' not in shown(page)
    page.button(key="chip-language-fr").click().run()
    assert "language" not in page.query_params
    assert 'class="badge en"' in shown(page)


def test_nothing_found_names_the_filters_to_lift(visit: Callable[..., AppTest]) -> None:
    page = visit("search", q="hydrogène", year="2023", locale="fr-FR")
    assert "Aucun résultat" in shown(page)
    assert re.search(r"2023 · \d+ passages?$", page.button(key="lift-year-2023").label)
    page.button(key="lift-year-2023").click().run()
    assert "HYDROLAC" in shown(page)
    assert "year" not in page.query_params


def test_a_refusal_within_filters_says_that_passages_were_read(
    visit: Callable[..., AppTest],
) -> None:
    page = visit(q="Combien de sous-marins ont été loués ?", language="fr", locale="fr-FR")
    assert "Avec ces filtres, aucun passage ne répond" in shown(page)
    page.button(key="lift-language-fr").click().run()
    assert "language" not in page.query_params


def test_results_by_date_come_newest_first(visit: Callable[..., AppTest]) -> None:
    page = visit("search", q="clusters")
    follow(page, "date")
    assert page.query_params["sort"] in ("date", ["date"])
    years = re.findall(r"<span>[^<]*?(20\d\d)</span>", shown(page))
    assert len(set(years)) > 1
    assert years == sorted(years, reverse=True)
    follow(page, "relevance")
    assert "sort" not in page.query_params


def test_a_follow_up_keeps_what_was_asked_before(visit: Callable[..., AppTest]) -> None:
    page = visit(q=QUESTION)
    page.text_input(key="follow").input("What is the deadline of the HYDROLAC call?").run()
    assert page.query_params["before"] in (QUESTION, [QUESTION])
    assert page.text_input(key="follow").value == ""
    html = shown(page)
    assert html.index("Invented Mountain Cluster") < html.index("What is the deadline")
    again = shown(visit(**page.query_params))
    assert "Invented Mountain Cluster" in again
    page.text_input(key="q").input("Annecy").run()  # a question above begins anew
    assert "before" not in page.query_params
    assert "Invented Mountain Cluster" not in shown(page)


def test_a_rating_and_its_comment_are_kept(
    library_folder: Path, visit: Callable[..., AppTest]
) -> None:
    page = visit(q=QUESTION, language="en")
    page.button(key="rate-down").click().run()
    (given,) = [g for g in kept(library_folder) if g.question == QUESTION]
    assert (given.rating, given.comment) == ("down", "")
    page.text_input(key=f"comment-{given.id}").input("The wrong cluster").run()
    page.button(key="comment-send").click().run()
    (given,) = [g for g in kept(library_folder) if g.question == QUESTION]
    assert (given.rating, given.comment) == ("down", "The wrong cluster")
    assert "Invented Mountain" in str(given.answer)
    assert given.filters == {"language": ["en"]}
    assert given.sources


def test_a_list_shows_the_register_with_a_link_a_cell(visit: Callable[..., AppTest]) -> None:
    page = visit(q="Quels événements ont eu lieu ?", locale="fr-FR")
    html = shown(page)
    assert '<td data-head="Lieu">' in html
    names = {download.proto.label for download in page.get("download_button")}
    assert {"Note Word (.docx)", "Agenda (.ics)", "Tableau (.csv)"} <= names
    follow(page, "Annecy")
    assert "Annecy" in re.search(r'<mark id="cited">(.*?)</mark>', shown(page), re.DOTALL)[1]


def test_another_session_sees_a_new_document_at_once(
    tmp_path: Path, visit: Callable[..., AppTest]
) -> None:
    service.release()
    service.configure(Settings(library=tmp_path / "library", threads=1))
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "one.txt").write_text("Event report. The first meeting was in Graz.")
    writer = service.service()._library
    writer.ingest([documents])
    page = visit("search", q="meeting")
    assert "Graz" in shown(page)
    assert "Linz" not in shown(page)
    (documents / "two.txt").write_text("Event report. The second meeting was in Linz.")
    writer.ingest([documents])
    assert "Linz" in shown(page.run())


def test_a_filter_value_nobody_has_is_told_not_dropped(visit: Callable[..., AppTest]) -> None:
    page = visit("search", q="clusters", project="<b>NOPE</b>")
    html = shown(page)
    assert "&lt;b&gt;NOPE&lt;/b&gt;" in html
    assert "ALPINET" in html  # which projects there are
    assert "snippet" not in html  # and no result as though nothing had been asked
    page.button(key="without").click().run()
    assert "snippet" in shown(page)
    assert "project" not in page.query_params


def test_filters_in_the_url_may_be_spelt_freely(visit: Callable[..., AppTest]) -> None:
    page = visit("search", q="clusters", project="alpinet", country="Autriche")
    assert page.multiselect(key="project").value == ["ALPINET"]
    assert page.multiselect(key="country").value == ["AT"]


def test_the_language_switch_is_kept_in_the_url(visit: Callable[..., AppTest]) -> None:
    page = visit(q=QUESTION)
    assert page.text_input(key="q").label == "Ask a question"
    page.session_state["lang"] = "fr"
    page.run()
    assert page.text_input(key="q").label == "Posez une question"
    assert page.query_params["lang"] == "fr"
    assert visit(lang="fr").text_input(key="q").label == "Posez une question"
    assert visit(locale="fr-CA").text_input(key="q").label == "Posez une question"


@pytest.mark.parametrize(
    "question", ["   ", "🙂🙂", "x" * 10_000, "'; DROP TABLE documents; --", "(a+)+$", "[](:red[)"]
)
@pytest.mark.parametrize("section", ["ask", "search"])
def test_odd_questions_get_a_sentence(
    visit: Callable[..., AppTest], section: str, question: str
) -> None:
    assert "Something unexpected" not in shown(visit(section, q=question))


@pytest.mark.parametrize(
    "parameters",
    [
        {"page": "0"},
        {"page": "-1"},
        {"page": "999"},
        {"sort": "nope"},
        {"before": ["", "x" * 5000]},
        {"page": "٣"},
        {"source": "nope"},
        {"source": "nope.1-2"},
        {"source": "...-"},
        {"lang": "de"},
        {"year": "abc"},
        {"unknown": "x"},
    ],
)
def test_odd_urls_get_a_page(visit: Callable[..., AppTest], parameters: dict[str, str]) -> None:
    html = shown(visit("search", q="clusters", **parameters))
    assert "Something unexpected" not in html


def test_an_empty_library_says_what_to_do(tmp_path: Path, visit: Callable[..., AppTest]) -> None:
    service.release()
    service.configure(Settings(library=tmp_path, threads=1))
    for parameters in ({}, {"q": "anything"}):
        for section in ("ask", "search"):
            assert "grappe ingest" in shown(visit(section, **parameters))


def test_a_held_library_says_who_has_it(
    library_folder: Path, visit: Callable[..., AppTest]
) -> None:
    service.release()
    with LibraryLock(library_folder):
        html = shown(visit(q=QUESTION, locale="fr-FR"))
    assert "est utilisé par" in html
    assert "Traceback" not in html


def test_release_gives_the_library_back(
    library_folder: Path, visit: Callable[..., AppTest]
) -> None:
    visit(q=QUESTION)
    service.release()
    with LibraryLock(library_folder):
        pass


def test_sessions_at_once_get_their_own_answers(configured: None) -> None:
    questions = ["ALPINET", "HYDROLAC", "Innsbruck", "Annecy", "audits", "compétences"]
    found: dict[str, str] = {}
    errors: list[BaseException] = []

    def ask(question: str) -> None:
        try:
            for _ in range(3):
                found[question] = service.service().search(question, Filters(), 5, 0).query
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=ask, args=(question,)) for question in questions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert found == {question: question for question in questions}
