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
