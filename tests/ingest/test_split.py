"""Splitting: nothing is lost, sentences stay whole, passages keep to their section and size."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import split as splitting
from ingest.clean import clean
from ingest.read.headings import guess
from ingest.sentences import sentences
from ingest.split import VERSION, passage_language, split
from ingest.types import Heading, Language, Passage, Span, Text

WILD = st.text(
    st.one_of(st.characters(), st.sampled_from(list(" \n\n\n.!?:•-|aéÀ12"))), max_size=600
)
FRENCH = "Le pôle a réuni ses partenaires pour parler de la stratégie de la filière textile. "
ENGLISH = "The cluster invited all of its partners to talk about what they had done so far. "


def count(texts: Sequence[str]) -> list[int]:
    """Word pieces, more or less: a piece for each six letters and each mark."""
    return [len(re.findall(r"\w{1,6}|[^\w\s]", text)) for text in texts]


def text_of(content: str, headings: Sequence[tuple[str, int]] = (), **more: object) -> Text:
    found = []
    at = 0
    for title, level in headings:
        at = content.index(title, at)
        found.append(Heading(Span(at, at + len(title)), level))
        at += len(title)
    return Text(content, "txt", headings=tuple(found), **more)  # type: ignore[arg-type]


def cut(text: Text, language: Language = "en", **limits: int) -> tuple[Passage, ...]:
    return split(text, language, count, **limits)


def assert_whole(text: Text, passages: Sequence[Passage]) -> None:
    """Every character that is not white space is in exactly one passage, at its offsets."""
    at = 0
    for passage in passages:
        assert passage.text == text.content[passage.start : passage.end]
        assert passage.text
        assert passage.text == passage.text.strip()
        assert not text.content[at : passage.start].strip()
        assert passage.start >= at
        at = passage.end
    assert not text.content[at:].strip()


def test_an_empty_text_has_no_passages() -> None:
    assert cut(Text("", "txt")) == ()
    assert VERSION


def test_a_short_document_is_one_passage() -> None:
    text = text_of("Title\n\nOne sentence. And another.", [("Title", 1)])
    [passage] = cut(text)
    assert passage.text == text.content
    assert passage.headings == ()


def test_sections_are_not_mixed_and_headings_stand_with_their_text() -> None:
    content = f"Report\n\nIntro. {ENGLISH * 4}\n\nPlace\n\n{ENGLISH * 4}\n\nCosts\n\n{ENGLISH * 4}"
    text = text_of(content, [("Report", 1), ("Place", 2), ("Costs", 2)])
    passages = cut(text)
    assert [passage.text.split("\n")[0] for passage in passages] == ["Report", "Place", "Costs"]
    assert_whole(text, passages)


def test_the_path_holds_the_headings_that_stand_before_the_passage() -> None:
    content = (
        f"Report\n\nDays\n\nFirst day\n\n{ENGLISH * 12}\n\nSecond day\n\n{ENGLISH * 4}\n\nEnd\n\n"
        f"{ENGLISH * 4}"
    )
    text = text_of(
        content, [("Report", 1), ("Days", 2), ("First day", 3), ("Second day", 3), ("End", 2)]
    )
    paths = [(passage.text.split("\n")[0][:12], passage.headings) for passage in cut(text)]
    assert paths[0] == ("Report", ())
    assert paths[1] == ("The cluster ", ("Days", "First day"))
    assert paths[-2] == ("Second day", ("Days",))
    assert paths[-1] == ("End", ())


def test_several_level_one_headings_are_sections_and_stay_in_the_path() -> None:
    content = f"One\n\n{ENGLISH * 16}\n\nTwo\n\n{ENGLISH * 16}"
    passages = cut(text_of(content, [("One", 1), ("Two", 1)]))
    assert passages[1].headings == ("One",)
    assert passages[-1].headings == ("Two",)


def test_sentences_are_not_cut() -> None:
    content = "\n\n".join([FRENCH * 9, "Une phrase assez courte. " * 40, FRENCH * 3])
    text = text_of(clean(content))
    ends = {span.end for span in sentences(text.content)}
    passages = cut(text, "fr")
    assert {passage.end for passage in passages} <= ends
    assert all(40 <= count([passage.text])[0] <= 180 for passage in passages)
    assert_whole(text, passages)


def test_a_sentence_over_the_limit_is_cut_at_a_clause() -> None:
    content = ", ".join(f"partenaire numéro {n} de la région" for n in range(100)) + "."
    passages = cut(text_of(content), "fr")
    assert all(passage.text.endswith((",", ".")) for passage in passages)
    assert all(count([passage.text])[0] <= 180 for passage in passages)
    assert_whole(text_of(content), passages)


def test_text_without_blanks_still_fits() -> None:
    content = "a" * 20_000
    passages = cut(text_of(content))
    assert all(count([passage.text])[0] <= 180 for passage in passages)
    assert_whole(text_of(content), passages)


def test_a_list_keeps_its_lead_in() -> None:
    items = "\n".join(f"• Item number {n} of the list, with some words to it" for n in range(30))
    content = f"{ENGLISH * 10}\n\nThe partners agreed on this:\n{items}"
    text = text_of(content)
    passages = cut(text)
    [holder] = [passage for passage in passages if "agreed on this:" in passage.text]
    assert "• Item number 0" in holder.text
    assert all(
        passage.text.startswith("•") or "agreed" in passage.text
        for passage in passages
        if "• " in passage.text
    )
    assert_whole(text, passages)


def test_table_rows_stay_whole() -> None:
    rows = [f"Name: Cluster {n}. One | Town: Lyon {n} | Jobs: {n}00" for n in range(60)]
    text = text_of("\n".join(rows))
    passages = cut(text)
    assert len(passages) > 1
    for passage in passages:
        assert set(passage.text.split("\n")) <= set(rows)


def test_a_heading_is_never_left_behind() -> None:
    content = (
        f"A title of its own\n\n{ENGLISH * 2}\n\nNext part\n\n" + ("word " * 170).strip() + "."
    )
    text = text_of(content, [("A title of its own", 1), ("Next part", 2)])
    for passage in cut(text):
        assert not passage.text.endswith(("its own", "Next part"))


def test_tiny_neighbours_are_merged_within_their_section() -> None:
    content = "Part\n\n" + "\n\n".join(f"Short line {n}." for n in range(12))
    passages = cut(text_of(content, [("Part", 2)]))
    assert len(passages) == 1


def test_pages_are_those_where_passages_begin() -> None:
    content = f"{ENGLISH * 8}\n\n{FRENCH * 8}"
    text = text_of(content, pages=(0, content.index("Le pôle")))
    pages = [passage.page for passage in cut(text)]
    assert pages[0] == 1
    assert pages[-1] == 2
    assert all(passage.page is None for passage in cut(text_of(content)))


def test_a_passage_in_the_other_language_says_so() -> None:
    content = f"{ENGLISH * 8}\n\n{FRENCH * 8}"
    languages = [passage.language for passage in cut(text_of(content))]
    assert languages[0] == "en"
    assert languages[-1] == "fr"


def test_a_french_name_does_not_make_an_english_passage_french() -> None:
    passage = (
        "Host Organisation (HO): i-TRANS (Pôle de compétitivité des transports, de la mobilité et"
        " de la logistique), also member of ERCI (European Railway Clusters Initiative). Duration:"
        " 3 full days"
    )
    names = "Aérovia : Anne-Sophie Cazaux. Québec Envol : Jean-Philippe Tanguay-Roy. Pôle Écoplaste"
    assert passage_language(passage, "en") == "en"
    assert passage_language(names, "en") == "en"
    assert passage_language("Réunion de lancement à Lyon", "en") == "en"


def test_limits_are_checked() -> None:
    with pytest.raises(ValueError, match="min_tokens <= max_tokens"):
        cut(text_of("a"), max_tokens=10, min_tokens=20)


@settings(deadline=None)  # first calls import, and machines are shared
@given(WILD, st.sampled_from([(8, 2), (20, 5), (180, 40)]))
def test_nothing_is_lost_in_any_text(wild: str, limits: tuple[int, int]) -> None:
    content = clean(wild)
    text = Text(content, "txt", headings=guess(content))
    passages = cut(text, max_tokens=limits[0], min_tokens=limits[1])
    assert_whole(text, passages)
    for passage in passages:
        assert count([passage.text])[0] <= limits[0] or len(passage.text) == 1


def test_long_documents_take_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setattr(splitting, "passage_language", lambda passage, document: document)
    times = []
    for factor in (4, 16):
        text = text_of(clean("\n\n".join([FRENCH * 5, ENGLISH * 7] * 100 * factor)))
        taken = []
        for _ in range(3):  # the least counts: another process may have had the core
            began = time.process_time()
            cut(text)
            taken.append(time.process_time() - began)
        times.append(min(taken))
    assert times[1] < 8 * times[0]
