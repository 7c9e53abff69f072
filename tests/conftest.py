"""A small library of our own words, ingested once, and the means to make others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

DOCUMENTS = {
    "quillmont.md": """# Railway staff exchange in Quillmont

Report of the staff exchange that took place in Lille, France, from 12 to 14 May 2021 within the
framework of the RAILTEAM project. The exchange was hosted by Veloria Cluster, the railway cluster
of the region.

Twelve clusters from six countries took part. Each visiting organisation received 380 euros for its
travel costs. The participants visited the test track and discussed predictive maintenance.
""",
    "lancement.txt": """Réunion de lancement du projet BOISVERT

La réunion de lancement du projet BOISVERT s'est tenue à Épinal, en France, les 3 et 4 mars 2020.
Elle a été organisée par le Pôle Sylvanor, pôle de compétitivité de la filière bois.

Le projet réunit sept partenaires de cinq pays. Il vise à aider les PME de la filière bois à réussir
leur transformation numérique. Le budget total du projet s'élève à 1,2 million d'euros.
""",
    "policy.html": """<html lang="en"><head><title>Clusters and jobs: a policy note</title></head>
<body><nav>Home > Publications</nav><main><h1>Clusters and jobs: a policy note</h1>
<p>Published on 9 June 2019.</p><p>Firms that work in a cluster environment account for 41% of
industrial jobs in the regions surveyed. Public support should go to shared research facilities and
to the training of cluster managers.</p></main></body></html>
""",
    "guide.md": """# Bonnes pratiques : numérisation des PME

Ce guide présente les bonnes pratiques de trois pôles pour la numérisation des PME.

## Diagnostic gratuit

Chaque PME adhérente reçoit un diagnostic numérique gratuit de deux jours, réalisé par un expert du
pôle. Le diagnostic débouche sur une feuille de route.

## Ateliers entre pairs

Les dirigeants se retrouvent chaque mois pour partager leurs difficultés et leurs réussites.
""",
}


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of four documents, two in French and two in English."""
    folder = tmp_path_factory.mktemp("documents")
    write_documents(folder, DOCUMENTS)
    return folder


@pytest.fixture(scope="session")
def sample_library(
    sample_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[object]:
    """The sample folder, ingested: a library to ask, not to change."""
    from pipelines.library import Library
    from pipelines.settings import Settings

    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as library:
        library.ingest([sample_folder])
        yield library


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[Callable[..., object]]:
    """Opens the library of this test, again and again if need be; settings by keyword."""
    from pipelines.library import Library
    from pipelines.settings import Settings

    opened: list[Library] = []

    def make(**settings: object) -> Library:
        for earlier in opened:
            earlier.close()
        opened.append(Library(Settings(**{"library": tmp_path / "library", **settings})))
        return opened[-1]

    yield make
    for library in opened:
        library.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of this test's own, with the sample documents."""
    path = tmp_path / "documents"
    write_documents(path, DOCUMENTS)
    return path


@pytest.fixture
def library_of(
    open_library: Callable[..., Any], tmp_path: Path
) -> Callable[[dict[str, str]], object]:
    """Ingest texts by their names, and return the library of them."""

    def make(documents: dict[str, str]) -> object:
        write_documents(tmp_path / "written", documents)
        library = open_library()
        library.ingest([tmp_path / "written"])
        return library

    return make


def write_documents(folder: Path, documents: dict[str, str]) -> None:
    """Write each text under its name."""
    for name, text in documents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
