"""What a library tells of copies, near copies and translations as files come, change and go."""

import shutil

import pytest

FILES = {
    "visite.md": """# Visite d'étude LUMENGATE à Iéna

Compte rendu de la visite organisée à Iéna, en Allemagne, les 14 et 15 juin 2022. Optikverbund Saale
a reçu vingt-trois dirigeants. Hartglas Werner emploie 140 personnes et exporte 62 % de sa
production. Petra Lindqvist facture une journée de machine 2 300 euros.
""",
    "visit.txt": """LUMENGATE study visit to Jena

Report of the study visit that took place in Jena, Germany, on 14 and 15 June 2022. Optikverbund
Saale hosted twenty-three managers. Hartglas Werner has a staff of 140 and exports 62% of what it
makes. Petra Lindqvist charges EUR 2,300 for a day on a machine.
""",
    "visit-2023.txt": """Second LUMENGATE study visit to Jena

Report of the study visit that took place in Jena, Germany, on 6 and 7 June 2023. Optikverbund
Saale hosted thirty-one managers. Hartglas Werner showed a coating line of EUR 4.1 million. Petra
Lindqvist will open a second clean room.
""",
    "call.md": """# Vouchers for foundries

Opening date: 2 May 2022. Deadline: 30 June 2022. Vouchers pay a laboratory for foundries with fewer
than 250 employees that want to test a cleaner process. A voucher is worth EUR 8,000 at most and
covers 80% of the invoice. Two experts read each application and mark it for the size of the gain,
the quality of the plan and the chance that others can use the result. Those with the best marks are
funded until the budget is spent. Questions are answered by Ilse Dorrego between nine and noon.
""",
}


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    edited = FILES["call.md"].replace("nine and noon", "ten and noon")
    (folder / "call (2).md").write_text(edited, encoding="utf-8")
    shutil.copy(folder / "call.md", folder / "copy of call.md")
    return folder


def related(library, name):
    found = library.kinship().of(library.catalogue.find(name).id)
    return [(other.relation, other.source) for other in found]


def test_relations_are_kept_in_step_with_the_files(open_library, files):
    library = open_library()
    library.ingest([files])
    assert related(library, "visite.md") == [("translation", "visit.txt")]
    assert related(library, "visit.txt") == [("translation", "visite.md")]
    assert related(library, "visit-2023.txt") == []
    assert related(library, "call.md") == [("copy", "copy of call.md"), ("near", "call (2).md")]

    # A French reader is shown the French version, an English one the English one.
    hits = library.search("LUMENGATE Iéna Jena Optikverbund", limit=50).hits
    assert {"visite.md", "visit.txt"} <= {hit.source for hit in hits}
    hit = next(hit for hit in hits if hit.source == "visite.md")
    assert [(o.relation, o.source, o.language) for o in hit.related] == [
        ("translation", "visit.txt", "en")
    ]
    # Copies of a passage are shown once, and the other paths are told.
    calls = library.search("vouchers foundries laboratory", limit=50).hits
    shown = [hit for hit in calls if "call" in hit.source]
    assert len(shown) == 1
    assert len(shown[0].related) == 2

    # The two versions are one witness of one visit.
    reply = library.ask("List the study visits that Optikverbund Saale hosted in Jena.")
    cited = {citation.source for citation in reply.citations}
    assert not {"visite.md", "visit.txt"} <= cited

    library.reindex()
    assert related(library, "visite.md") == [("translation", "visit.txt")]
    (files / "call (2).md").unlink()
    library.ingest([files])
    assert related(library, "call.md") == [("copy", "copy of call.md")]
    library.delete("visit.txt")
    assert related(library, "visite.md") == []
    (files / "visit-2023.txt").write_text(FILES["visit.txt"] + "\nThe end.\n", encoding="utf-8")
    library.ingest([files])
    assert ("translation", "visit-2023.txt") in related(library, "visite.md")


def test_a_library_made_before_relations_were_kept_gets_them(open_library, files):
    from sqlalchemy import delete

    from pipelines.catalogue.tables import facts, families, traces

    library = open_library()
    library.ingest([files / "call.md", files / "call (2).md"])
    with library.catalogue.begin() as connection:
        for table in (traces, families):
            connection.execute(delete(table))
        connection.execute(delete(facts).where(facts.c.name == "families"))
    library = open_library()
    assert related(library, "call.md") == []
    library.ingest([files / "call.md"])
    assert related(library, "call.md") == [("near", "call (2).md")]
