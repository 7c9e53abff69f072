"""What a user sees of a library as files come, change and go."""

import pytest

from pipelines.errors import IndexMismatch, NotIngested, UsageError
from pipelines.stores.errors import StoreDamaged


def sources(library, query="cluster pôle project", **filters):
    return {hit.source for hit in library.search(query, library.filters(filters), limit=50).hits}


def test_first_ingest_adds_every_document(open_library, folder):
    report = open_library().ingest([folder])
    assert (report.added, report.skipped) == (4, ())
    assert report.passages >= 4


def test_ingesting_again_does_nothing(open_library, folder):
    library = open_library()
    first = library.ingest([folder])
    second = library.ingest([folder])
    assert (second.unchanged, second.added, second.changed, second.passages) == (4, 0, 0, 0)
    assert library.catalogue.counts()["passages"] == first.passages


def test_an_edited_file_replaces_its_passages(open_library, folder):
    library = open_library()
    library.ingest([folder])
    edited = (folder / "quillmont.md").read_text().replace("Veloria Cluster", "Cluster Ostrelle")
    (folder / "quillmont.md").write_text(edited)
    report = library.ingest([folder])
    assert (report.changed, report.unchanged) == (1, 3)
    texts = [hit.text for hit in library.search("Veloria Ostrelle railway", limit=50).hits]
    assert any("Ostrelle" in text for text in texts)
    assert not any("Veloria" in text for text in texts)
    store = library._store(library.catalogue.live().name)
    assert store.count_documents() == library.catalogue.counts()["passages"]


def test_a_removed_file_goes_unless_asked_to_stay(open_library, folder):
    library = open_library()
    library.ingest([folder])
    (folder / "guide.md").unlink()
    assert library.ingest([folder], keep_missing=True).removed == 0
    assert "guide.md" in sources(library)
    assert library.ingest([folder]).removed == 1
    assert "guide.md" not in sources(library)
    assert "guide.md" not in sources(library, "diagnostic numérique")
    assert sum(library.search("PME pôle projet").facets["language"].values()) <= 3
    store = library._store(library.catalogue.live().name)
    assert store.count_documents() == library.catalogue.counts()["passages"]
    with pytest.raises(UsageError, match=r"guide\.md"):
        library.catalogue.find("guide.md")


def test_ingesting_one_file_leaves_the_others(open_library, folder):
    library = open_library()
    library.ingest([folder])
    report = library.ingest([folder / "guide.md"])
    assert (report.unchanged, report.removed) == (1, 0)
    assert len(library.catalogue.records()) == 4


def test_a_subfolder_of_an_ingested_folder_keeps_its_names(open_library, folder):
    (folder / "2021").mkdir()
    (folder / "guide.md").rename(folder / "2021" / "guide.md")
    library = open_library()
    library.ingest([folder])
    (folder / "2021" / "guide.md").unlink()
    report = library.ingest([folder / "2021"])
    assert (report.removed, report.added) == (1, 0)
    assert len(library.catalogue.records()) == 3


def test_an_unreadable_file_is_skipped_with_its_reason_and_read_once_mended(open_library, folder):
    library = open_library()
    (folder / "empty.txt").write_text("")
    report = library.ingest([folder])
    assert report.skipped == (("empty.txt", "EMPTY"),)
    assert library.catalogue.find("empty.txt").code == "EMPTY"
    (folder / "empty.txt").write_text("The Ostrelle cluster opened its new office in Namur.")
    assert library.ingest([folder]).added == 1
    assert "empty.txt" in sources(library, "Ostrelle office Namur")


def test_a_file_that_became_unreadable_keeps_its_earlier_text(open_library, folder):
    library = open_library()
    library.ingest([folder])
    (folder / "guide.md").write_bytes(b"")
    assert library.ingest([folder]).skipped == (("guide.md", "EMPTY"),)
    assert library.catalogue.find("guide.md").state == "outdated"
    assert "guide.md" in sources(library, "diagnostic numérique")


def test_a_path_that_is_not_there_is_a_usage_error(open_library, tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        open_library().ingest([tmp_path / "nowhere"])


def test_delete_takes_a_document_out_of_everything(open_library, folder):
    library = open_library()
    library.ingest([folder])
    library.delete("quillmont.md")
    assert "quillmont.md" not in sources(library, "railway exchange Veloria")
    assert "RAILTEAM" not in library.catalogue.values("project")
    store = library._store(library.catalogue.live().name)
    assert store.count_documents() == library.catalogue.counts()["passages"]


def test_nothing_is_found_before_the_first_ingest(open_library):
    with pytest.raises(NotIngested, match="grappe ingest"):
        open_library().search("cluster")


def test_reindex_gives_the_same_results_and_leaves_one_index(open_library, folder, tmp_path):
    library = open_library()
    library.ingest([folder])
    before = [(h.document, h.start) for h in library.search("numérisation des PME").hits]
    report = library.reindex()
    assert report.added == 4
    assert [(h.document, h.start) for h in library.search("numérisation des PME").hits] == before
    library.close()
    assert len(list((tmp_path / "library" / "index").iterdir())) == 1


def test_reindex_keeps_documents_whose_files_are_gone(open_library, folder):
    library = open_library()
    library.ingest([folder])
    (folder / "guide.md").unlink()
    library.reindex()
    assert "guide.md" in sources(library, "diagnostic numérique")


def test_another_splitter_is_refused_until_reindexed(open_library, folder):
    open_library().ingest([folder])
    library = open_library(passage_tokens=90)
    with pytest.raises(IndexMismatch, match="grappe reindex"):
        library.search("cluster")
    with pytest.raises(IndexMismatch):
        library.ingest([folder])
    assert library.status()["usable"] is False
    library.reindex()
    assert library.search("cluster").total
    assert library.status()["usable"] is True


def test_older_rules_of_description_are_refused_until_reindexed(open_library, folder, monkeypatch):
    monkeypatch.setattr("ingest.describe.VERSION", "older")
    open_library().ingest([folder])
    monkeypatch.undo()
    library = open_library()
    with pytest.raises(IndexMismatch, match="describer"):
        library.ingest([folder])
    library.reindex()
    assert library.ingest([folder]).unchanged == 4


def test_an_index_that_lost_passages_is_noticed_and_mended(open_library, folder):
    library = open_library()
    library.ingest([folder])
    lost = library.catalogue.find("guide.md")
    library._store(library.catalogue.live().name).delete_document(lost.id)
    with pytest.raises(StoreDamaged, match="grappe reindex"):
        library.ingest([folder])
    library.reindex()
    assert "guide.md" in sources(library, "diagnostic numérique")


def test_an_index_that_is_gone_is_no_empty_one(open_library, folder, tmp_path):
    library = open_library()
    library.ingest([folder])
    question = "Who hosted the railway exchange?"
    answer = library.ask(question).answer
    library.close()
    index = tmp_path / "library" / "index"
    index.rename(tmp_path / "away")
    for ask in (
        lambda library: library.search("railway"),
        lambda library: library.ask(question),
        lambda library: library.delete("guide.md"),
        lambda library: library.ingest([folder]),
    ):
        with pytest.raises(StoreDamaged, match="grappe reindex"):
            ask(open_library())
        assert not index.exists()
    library = open_library()
    library.reindex()
    assert library.ask(question).answer == answer


def test_an_ingest_that_ended_before_its_index_was_made_is_no_damage(open_library, folder):
    library = open_library()
    generation = library.catalogue.begin_generation(*library._made_by())
    library.catalogue.go_live(generation.name)
    assert library.search("railway").hits == ()
    assert library.ingest([folder]).added == 4


def test_searches_while_documents_come_see_whole_documents_only(open_library, folder):
    library = open_library()
    library.ingest([folder])
    seen = []

    def look(done, total, source):
        found = library.search("railway exchange", limit=50)
        for hit in found.hits:
            record = library.catalogue.find(hit.document)
            assert library.catalogue.text(record).content[hit.start : hit.end] == hit.text
        seen.append(source)

    (folder / "new.md").write_text("# Railway exchange in Namur\n\nHosted by Cluster Ostrelle.")
    library.ingest([folder], progress=look)
    assert seen == ["", "new.md"]


def test_searches_while_the_index_is_rebuilt_see_the_old_one(open_library, folder):
    library = open_library()
    library.ingest([folder])
    before = [(h.document, h.start) for h in library.search("railway exchange").hits]
    seen = []

    def look(done, total, source):
        seen.append([(h.document, h.start) for h in library.search("railway exchange").hits])

    library.reindex(look)
    assert seen
    assert all(hits == before for hits in seen)


def test_files_that_are_trusted_are_not_looked_into(open_library, folder):
    library = open_library()
    library.ingest([folder])
    for name in ("guide.md", "quillmont.md"):
        (folder / name).write_text("# A note\n\nThe Ostrelle cluster opened its office in Liège.")
    (folder / "new.txt").write_text("The Ostrelle cluster met in Namur.")
    trusted = {folder / "guide.md", folder / "new.txt"}
    report = library.ingest([folder], trusted=trusted)
    assert (report.changed, report.unchanged, report.added) == (1, 3, 1)
    assert library.ingest([folder]).changed == 1


def true_to_text(library, query):
    """The hits of a query, each of which is what its document's text says there."""
    hits = library.search(query, limit=50).hits
    for hit in hits:
        text = library.catalogue.text(library.catalogue.find(hit.document)).content
        assert text[hit.start : hit.end] == hit.text
    return hits


def in_step(library):
    live = library.catalogue.live().name
    return library._store(live).count_documents() == library.catalogue.counts()["passages"]


def read_as(monkeypatch, change):
    """Have every file read with its text changed."""
    from ingest.types import Text
    from pipelines.indexing.reading import Prepared, Reader

    read = Reader.read

    def changed(self, files):
        for item in read(self, files):
            yield Prepared(
                item.record,
                Text(change(item.text.content), item.text.format),
                events=item.events,
            )

    monkeypatch.setattr(Reader, "read", changed)


def test_bytes_that_are_read_to_another_text_leave_nothing_of_the_first(
    open_library, folder, monkeypatch
):
    library = open_library()
    library.ingest([folder])
    # As where a scan's pages were recognised that were not before.
    read_as(monkeypatch, lambda content: "A page on newts.\n\n" * 9 + content)
    (folder / "library.yaml").write_text("documents: {'*': {country: BE}}")
    assert library.ingest([folder]).changed == 4
    assert in_step(library)
    assert true_to_text(library, "railway exchange newts cluster")
    assert library.ingest([folder]).unchanged == 4


def test_a_write_that_was_broken_off_leaves_the_text_that_the_catalogue_holds(
    open_library, folder, monkeypatch
):
    library = open_library()
    library.ingest([folder])
    before = {(hit.source, hit.start, hit.text) for hit in true_to_text(library, "railway")}

    def killed(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        read_as(patched, lambda content: "A page on newts.\n\n" * 9 + content)
        patched.setattr(library.catalogue, "put", killed)
        (folder / "library.yaml").write_text("documents: {'*': {country: BE}}")
        with pytest.raises(KeyboardInterrupt):
            library.ingest([folder])
    (folder / "library.yaml").unlink()
    assert library.ingest([folder]).unchanged == 4
    assert in_step(library)
    assert {(hit.source, hit.start, hit.text) for hit in true_to_text(library, "railway")} == before
