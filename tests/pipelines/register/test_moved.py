"""Events that were put off are listed as such, though a single document tells them."""

import pytest

from tests.conftest import write_documents

DOCUMENTS = {
    "news.md": """# What the Ostrelle cluster plans

The trade mission to Oslo has been postponed. No new date is known.

La visite d'étude de Gdańsk, prévue en avril 2031, est reportée ; elle aura lieu du 4 au 6 juin
2031.

The workshop in Lyon takes place on 9 May 2031.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings

    folder = tmp_path_factory.mktemp("moved")
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as opened:
        opened.ingest([folder])
        yield opened


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Which events were postponed?",
            [
                "visit · 4–6 June 2031 (planned), Gdańsk (Poland)",
                "mission · Oslo (Norway), postponed",
            ],
        ),
        (
            "Quelles visites ont été reportées ?",
            ["visite · du 4 au 6 juin 2031 (prévu), Gdańsk (Pologne)"],
        ),
        ("Quelles missions ont été reportées ?", ["mission · Oslo (Norvège), reporté"]),
    ],
)
def test_what_was_put_off_is_listed_though_one_document_tells_it(library, text, rows):
    reply = library.ask(text)
    assert [s.text for s in reply.statements] == rows
    assert reply.dropped == 0


def test_what_was_not_put_off_is_not_listed(library):
    assert "Lyon" not in (library.ask("Which workshops were postponed?").answer or "")


PLANNED = """# Minutes of the board

The board met in Split on 10 January 2031. La visite d'étude de {town}, prévue en {month} 2031,
sera préparée par Klaster Bursztyn.
"""
MOVED = """# What the Ostrelle cluster plans

The workshop in Lyon takes place on 9 May 2031.

La visite d'étude de Gdańsk, prévue en avril 2031, est reportée ; elle aura lieu du 4 au 6 juin
2031.
"""
STANDS = """# What the Ostrelle cluster plans

The workshop in Lyon takes place on 9 May 2031.

La visite d'étude de Gdańsk aura lieu du 4 au 6 juin 2031.
"""


@pytest.mark.parametrize(
    ("planned", "note", "rows"),
    [
        (("Gdańsk", "avril"), MOVED, 1),
        (("Gdańsk", "mars"), MOVED, 1),
        (("Poznań", "avril"), MOVED, 2),  # another visit
        (("Gdańsk", "avril"), STANDS, 2),  # perhaps the edition before
    ],
)
def test_a_plan_told_in_passing_is_of_the_event_that_was_put_off(
    open_library, tmp_path, planned, note, rows
):
    town, month = planned
    folder = tmp_path / "documents"
    write_documents(folder, {"plan.md": PLANNED.format(town=town, month=month), "note.md": note})
    library = open_library()
    library.ingest([folder])
    told = library.ask("Quelles visites d'étude sont prévues en 2031 ?").statements
    assert len([row for row in told if "Split" not in row.text]) == rows
    french = library.ask("Quand a lieu la visite d'étude de Gdańsk ?").answer
    english = library.ask("When is the study visit to Gdańsk?").answer
    if rows == 1:
        assert french.lower().removeprefix("du ").startswith("4 au 6 juin 2031")
        assert f"Un autre document prévoyait d'autres dates : {month} 2031." in french
        assert "Another document planned it for" in english
    else:
        assert "Un autre document" not in french
