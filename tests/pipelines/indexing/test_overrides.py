"""What ``library.yaml`` says of documents holds, is told, and is checked before any is read."""

import os

import pytest

from ingest.scan import Found, scan
from ingest.types import DateRange, Description, Value
from pipelines.indexing.overrides import OverrideError, apply, holds, said_of

FOUND = Description(
    title=Value("Read"), language="en", type="other", languages=("en",), years=(2019,)
)


def said(folder, yaml, source="visit.txt"):
    (folder / "library.yaml").write_text(yaml, encoding="utf-8")
    return said_of(Found(folder / source, source, 0))


def test_what_is_said_takes_the_place_of_what_was_found(tmp_path):
    told = said(
        tmp_path,
        "documents:\n  visit.txt:\n    title: Visite d’étude\n    language: fr\n"
        "    type: event_report\n    dates: 2022-05-04/2022-05-06\n    country: Belgique\n"
        "    projects: [RAILBRIDGE]\n    host: null\n    deadlines: 2022-04-01\n",
    )
    about = apply(FOUND, told)
    assert (about.title, about.language, about.languages) == (
        Value("Visite d’étude", origin="person"),
        "fr",
        ("fr", "en"),
    )
    assert isinstance(about.dates, DateRange)
    assert about.dates.iso() == ("2022-05-04", "2022-05-06")
    assert (about.years, about.type, about.host) == ((2022,), "event_report", None)
    assert [value.text for value in about.projects] == ["RAILBRIDGE"]
    assert about.country == Value("BE", origin="person")
    assert [day.iso()[1] for day in about.deadlines] == ["2022-04-01"]
    assert about.overridden == tuple(sorted(told))
    assert holds(about, told)
    assert not holds(about, {})
    assert not holds(FOUND, told)


def test_a_month_is_no_day(tmp_path):
    told = said(tmp_path, "documents: {visit.txt: {dates: 2022-02}}")
    about = apply(FOUND, told)
    assert about.dates is not None
    assert (about.dates.precision, about.dates.iso()) == ("month", ("2022-02", "2022-02"))


@pytest.mark.parametrize("code", ["NO", "no", "'NO'", "Norway", "Norvège"])
def test_norway_is_no_no(tmp_path, code):
    assert said(tmp_path, f"documents: {{visit.txt: {{country: {code}}}}}") == {"country": "NO"}


def test_a_yes_or_a_no_is_a_word_and_nothing_is_nothing(tmp_path):
    told = said(
        tmp_path,
        "documents:\n  NO:\n    title: On\n    projects: [YES, Off]\n    country: null\n"
        "    years: 2021\n    dates: 2021-05-04\n",
        "NO",
    )
    assert told == {
        "title": "On",
        "projects": ["YES", "Off"],
        "country": None,
        "years": [2021],
        "dates": "2021-05-04",
    }
    for value in ("true", "false", "yes", "off"):
        with pytest.raises(OverrideError, match="ISO 3166"):
            said(tmp_path, f"documents: {{visit.txt: {{country: {value}}}}}")


def test_a_path_goes_before_a_pattern_and_the_nearer_file_before_the_other(tmp_path):
    (tmp_path / "2022").mkdir()
    (tmp_path / "2022" / "library.yaml").write_text("documents: {'*.txt': {type: call}}")
    yaml = "documents: {'2022/visit.txt': {place: Lyon}, '2022/*': {place: Metz, type: agenda}}"
    assert said(tmp_path, yaml, "2022/visit.txt") == {"place": "Lyon", "type": "call"}
    assert said(tmp_path, yaml, "2022/other.md") == {"place": "Metz", "type": "agenda"}
    assert said(tmp_path, yaml, "visit.txt") == {}


@pytest.mark.parametrize(
    ("yaml", "why"),
    [
        ("documents: [", "line 1"),
        ("visit.txt: {type: call}", "has to hold 'documents:'"),
        ("documents: {visit.txt: report}", "has to hold 'documents:'"),
        ("documents: {visit.txt: {kind: call}}", "no field 'kind'"),
        ("documents: {visit.txt: {type: letter}}", "event_report, policy_note"),
        ("documents: {visit.txt: {title: null}}", "It takes text"),
        ("documents: {visit.txt: {dates: 4 May 2022}}", "2022-05-04/2022-05-06"),
        ("documents: {visit.txt: {dates: 2022-05-06/2022-05-04}}", "2022-05-04/2022-05-06"),
        ("documents: {visit.txt: {country: Atlantis}}", "ISO 3166"),
        ("documents: {visit.txt: {years: '2022'}}", r"\[2021, 2022\]"),
        ("documents: {visit.txt: {sectors: [magic]}}", "automotive"),
        ("!!python/object/apply:os.system ['true']", "no YAML"),
        ("a: &a [x, x]\nb: &b [*a, *a]\ndocuments: {visit.txt: {projects: *b}}", "has to hold"),
        ("[" * 5000, "no YAML"),
    ],
)
def test_a_wrong_file_is_told_in_both_languages(tmp_path, yaml, why):
    with pytest.raises(OverrideError, match=why) as caught:
        said(tmp_path, yaml)
    assert "est fautif" in caught.value.message("fr")
    assert str(tmp_path / "library.yaml") in caught.value.message("fr")


@pytest.mark.parametrize("yaml", ["", "# nothing yet", "documents:", "documents: {}"])
def test_an_empty_file_says_nothing(tmp_path, yaml):
    assert said(tmp_path, yaml) == {}


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "library.yaml")
    assert said_of(Found(tmp_path / "visit.txt", "visit.txt", 0)) == {}


def test_it_is_no_document(tmp_path):
    (tmp_path / "library.yaml").write_text("documents: {}")
    (tmp_path / "other.yaml").write_text("a: 1")
    listing = scan(tmp_path)
    assert (listing.files, [r.source for r in listing.refused]) == ((), ["other.yaml"])
    assert [found.source for found in listing.overrides] == ["library.yaml"]


def test_it_survives_an_ingest_of_changed_bytes_and_goes_with_its_line(open_library, folder):
    library = open_library()
    library.ingest([folder])
    assert library.catalogue.find("guide.md").description.country is None
    told = folder / "library.yaml"
    told.write_text("documents: {guide.md: {country: BE, projects: [NUMERIS]}}")
    report = library.ingest([folder])
    assert (report.changed, report.unchanged, report.skipped) == (1, 3, ())
    assert library.ingest([folder]).unchanged == 4
    assert {hit.source for hit in hits(library, project=["numeris"])} == {"guide.md"}
    with (folder / "guide.md").open("a") as file:
        file.write("\nLes ateliers ont lieu à Mons.\n")
    assert library.ingest([folder]).changed == 1
    described = library.catalogue.find("guide.md").description
    assert described.overridden == ("country", "projects")
    assert described.country == Value("BE", origin="person")
    library.reindex()
    assert library.catalogue.find("guide.md").description == described
    told.write_text("documents: {}")
    os.utime(told, ns=(1, 1))
    assert library.ingest([folder]).changed == 1
    assert library.catalogue.find("guide.md").description.overridden == ()


def test_a_wrong_file_leaves_the_library_as_it_was(open_library, folder):
    library = open_library()
    library.ingest([folder])
    (folder / "guide.md").unlink()
    (folder / "library.yaml").write_text("documents: {lancement.txt: {typ: call}}")
    with pytest.raises(OverrideError, match="no field 'typ'"):
        library.ingest([folder])
    assert len(library.catalogue.records()) == 4


def hits(library, **filters):
    return library.search("PME projet", library.filters(filters), limit=50).hits
