"""What can go wrong with a passage store, in both languages and with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipelines.errors import GrappeError


class StoreError(GrappeError):
    """The passage store could not do what was asked."""


class StoreUnreachable(StoreError):
    """The Qdrant server does not answer, or answers that it can't serve now."""

    exit_code = 4

    def __init__(self, url: str, detail: str) -> None:
        super().__init__(
            f"The Qdrant server at {url} can't be reached ({detail}). Check that it runs and that "
            "GRAPPE_QDRANT_URL and GRAPPE_QDRANT_API_KEY are right, then try again.",
            f"Le serveur Qdrant {url} est injoignable ({detail}). Vérifiez qu'il fonctionne et que "
            "GRAPPE_QDRANT_URL et GRAPPE_QDRANT_API_KEY sont justes, puis réessayez.",
        )


class StoreDamaged(StoreError):
    """The index can't be read. The sources are untouched and it can be made again from them."""

    def __init__(self, where: str, detail: str) -> None:
        super().__init__(
            f"The index in {where} can't be read ({detail}). Your documents are untouched: "
            "`grappe reindex` makes the index again from them.",
            f"L'index {where} est illisible ({detail}). Vos documents sont intacts : "
            "`grappe reindex` le reconstruit à partir d'eux.",
        )


class StoreMismatch(StoreError):
    """The index holds vectors of another dimension than those of the encoder in use."""

    def __init__(self, where: str, found: str, wanted: int) -> None:
        super().__init__(
            f"The index in {where} holds other vectors ({found}) than the encoder makes "
            f"({wanted} dimensions). `grappe reindex` makes it again with this encoder.",
            f"L'index {where} contient d'autres vecteurs ({found}) que ceux de l'encodeur "
            f"({wanted} dimensions). `grappe reindex` le reconstruit avec cet encodeur.",
        )


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that owns a library; ``address`` is that of its page, when it serves one."""

    pid: int
    command: str
    host: str
    since: str
    address: str | None = None


class LibraryHeld(StoreError):
    """Another process owns the embedded library; ``holder`` is None when it can't be told."""

    def __init__(self, folder: Path, holder: Holder | None) -> None:
        who, qui = "another process", "un autre processus"
        page, la_page = "use its page", "servez-vous de sa page"
        if holder is not None:
            facts = f"`{holder.command}` ({holder.host}, pid {holder.pid}"
            who, qui = f"{facts}, since {holder.since})", f"{facts}, depuis {holder.since})"
            if holder.address:
                page, la_page = f"use its page at {holder.address}", f"{la_page} : {holder.address}"
        super().__init__(
            f"{folder} is in use by {who}. Stop it, or {page}, or choose another folder with "
            "--library, or set GRAPPE_QDRANT_URL: a Qdrant server takes several processes at once.",
            f"{folder} est utilisé par {qui}. Arrêtez-le, ou {la_page}, ou choisissez un autre "
            "dossier avec --library, ou réglez GRAPPE_QDRANT_URL : un serveur Qdrant admet "
            "plusieurs processus à la fois.",
        )
        self.folder = folder
        self.holder = holder
