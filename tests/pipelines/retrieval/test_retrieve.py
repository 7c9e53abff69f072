"""What a search finds: across languages, each document at most twice, each text once."""

import shutil

import pytest

from ingest.describe.sectors import sectors


def found(library, query, **filters):
    return library.search(query, library.filters(filters), limit=50)


def test_a_french_query_finds_english_documents_and_the_other_way_round(sample_library):
    assert found(sample_library, "échange de personnel ferroviaire").hits[0].source == (
        "quillmont.md"
    )
    assert found(sample_library, "digital diagnosis for SMEs").hits[0].source == "guide.md"


def test_accents_need_not_be_typed(sample_library):
    assert found(sample_library, "numerisation").hits[0].source == "guide.md"


def test_what_else_was_searched_is_told(sample_library):
    expansions = {e.term: e.also for e in found(sample_library, "appel à projets PME").expansions}
    assert any("call for" in also for also in expansions["appel à projets"])


def test_facets_count_the_documents_that_matched(sample_library):
    result = found(sample_library, "cluster pôle projet PME")
    sources = {hit.source: hit for hit in result.hits}
    languages = {hit.language for hit in sources.values()}
    for language in languages:
        count = sum(hit.language == language for hit in sources.values())
        assert result.facets["language"][language] == count
        narrowed = found(sample_library, "cluster pôle projet PME", language=[language])
        assert set(narrowed.facets["language"]) == {language}
        assert {hit.source for hit in narrowed.hits} == {
            source for source, hit in sources.items() if hit.language == language
        }


def test_a_sector_narrows_by_its_name_in_either_language(sample_library):
    everything = found(sample_library, "cluster pôle projet PME")
    assert everything.facets["sector"]
    code = next(iter(everything.facets["sector"]))
    sector = sectors()[code]
    narrowed = found(sample_library, "cluster pôle projet PME", sector=[sector.fr])
    assert narrowed.filters == {"sector": [code]}
    count = len({hit.document for hit in narrowed.hits})
    assert count == everything.facets["sector"][code] < len({h.document for h in everything.hits})
    assert {h.document for h in narrowed.hits} == {
        h.document
        for h in found(sample_library, "cluster pôle projet PME", sector=[sector.en]).hits
    }


def test_by_date_the_newest_come_first_and_none_is_lost(sample_library):
    best = sample_library.search("cluster pôle projet PME", limit=50)
    newest = sample_library.search("cluster pôle projet PME", limit=50, sort="date")
    ends = [hit.end_date or "" for hit in newest.hits]
    assert ends == sorted(ends, reverse=True)
    assert ends != [hit.end_date or "" for hit in best.hits]
    assert {(h.document, h.start) for h in newest.hits} == {
        (h.document, h.start) for h in best.hits
    }
    assert [hit.rank for hit in newest.hits] == list(range(1, len(newest.hits) + 1))


def test_highlights_mark_words_of_the_text_in_its_language(sample_library):
    hit = found(sample_library, "formation numérique des entreprises", language=["en"]).hits
    marked = {h.text[start:end].lower() for h in hit for start, end in h.highlights}
    assert any("training" in words for words in marked)


def test_pages_of_results_join_up(sample_library):
    everything = [h.text for h in sample_library.search("pôle cluster PME", limit=50).hits]
    paged = [
        h.text
        for offset in range(0, len(everything), 2)
        for h in sample_library.search("pôle cluster PME", limit=2, offset=offset).hits
    ]
    assert paged == everything


def test_the_same_text_under_two_names_is_found_once(open_library, folder):
    shutil.copy(folder / "quillmont.md", folder / "copy of quillmont.md")
    library = open_library()
    assert library.ingest([folder]).added == 5
    result = found(library, "railway staff exchange Veloria")
    texts = [hit.text for hit in result.hits]
    assert len(texts) == len(set(texts))


def test_a_document_stuffed_with_the_querys_words_cannot_fill_the_results(open_library, folder):
    stuffed = "\n\n".join(
        f"## Part {n}\n\n" + f"Railway exchange number {n}: railway exchange. " * 25
        for n in range(12)
    )
    (folder / "stuffed.md").write_text(f"# Railway exchange\n\n{stuffed}")
    library = open_library()
    library.ingest([folder])
    hits = found(library, "railway exchange").hits
    assert sum(hit.source == "stuffed.md" for hit in hits) <= 2
    assert any(hit.source == "quillmont.md" for hit in hits)


@pytest.mark.parametrize("end", ["", "\n"])  # the same file, and nearly the same
def test_what_a_document_has_no_room_for_is_not_shown_of_its_copy(library_of, end):
    parts = [
        f"## Part {n}\n\n" + f"The harvest of {crop} was insured by the mutual fund. " * 30
        for n, crop in enumerate(("barley", "lentils", "hops", "flax"))
    ]
    text = "# Insured harvests\n\n" + "\n\n".join(parts)
    library = library_of({"report.md": text, "copy.txt" if end else "copy.md": text + end})
    hits = found(library, "insured harvest").hits
    assert len({hit.text for hit in hits}) == len(hits)
    if not end:
        assert len({hit.source for hit in hits}) == 1


def test_many_copies_of_one_text_hide_no_other(library_of):
    copied = "# Newsletter\n\nHydrogen lorries are coming to the harbour this winter.\n"
    documents = {f"copy-{number}.md": copied for number in range(130)}
    documents["note.md"] = "# Note on storage\n\nThe tank farm stores hydrogen in salt caverns.\n"
    result = found(library_of(documents), "hydrogen")
    assert "note.md" in {hit.source for hit in result.hits}


def test_what_is_counted_is_what_the_filter_then_shows(library_of):
    documents = {
        f"visit-{n}.md": f"# Visit {n}\n\nThe cluster visited mill {n} in {town}.\n\n"
        + f"## Mill {n}\n\nThe cluster saw {n + 3} looms there; a weaver told how mill {n} began.\n"
        for n, town in enumerate(("Ghent", "Lyon", "Turin", "Porto") * 40)
    }
    library = library_of(documents)
    result = found(library, "cluster visit to a mill")
    for country, count in result.facets["country"].items():
        narrowed = found(library, "cluster visit to a mill", country=[country])
        assert narrowed.facets["country"][country] == count


def test_a_project_is_one_filter_however_its_documents_spell_it(library_of):
    library = library_of(
        {
            f"{name}.md": f"# The {name} project\n\nThe {name} project {does}."
            for name, does in (("TEXGREEN", "began in Ghent"), ("TexGreen", "paid for two looms"))
        }
    )
    assert set(library.known_values()["project"]) == {"TEXGREEN", "TexGreen"}
    assert {hit.source for hit in found(library, "project", project=["texgreen"]).hits} == {
        "TEXGREEN.md",
        "TexGreen.md",
    }


def test_a_query_without_words_finds_nothing(sample_library):
    assert found(sample_library, "?!…").total == 0


def test_a_month_is_as_new_as_its_last_day():
    from haystack.dataclasses import Document

    from pipelines.retrieval.retrieve import Candidate
    from pipelines.retrieval.search import newest

    def ended(date):
        return Candidate(Document(meta={"end_date": date}), 0.5)

    dates = ["2022-05-02", None, "2022-05", "2022-06-01", "2022-05-31", "2022-04-30"]
    assert [c.passage.meta["end_date"] for c in newest([ended(date) for date in dates])] == [
        "2022-06-01",
        "2022-05",
        "2022-05-31",
        "2022-05-02",
        "2022-04-30",
        None,
    ]
