"""What can be compared goes by the names of documents for their own events only."""

from pipelines.compare.candidates import candidates
from pipelines.filters import Filters
from tests.conftest import write_documents

NOTE = """# Position du pôle Alba sur les tarifs du lin

Note de position. Le pôle Alba demande trois mesures pour le lin.

La visite d'étude de Gand a eu lieu le 9 mars 2022.
"""


def test_the_first_event_that_a_note_tells_does_not_go_by_the_name_of_the_note(
    open_library, tmp_path
):
    folder = tmp_path / "notes"
    folder.mkdir()
    write_documents(folder, {"note.md": NOTE})
    library = open_library()
    library.ingest([folder])
    found = [c for c in candidates(library.catalogue, Filters()) if c.subject.sort == "event"]
    assert [c.own for c in found] == [False]
    assert "position" not in {w for c in found for w in c.words | c.more}
