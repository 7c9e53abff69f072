"""Every setting in one place, read from ``GRAPPE_…`` when started, never at import."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of one running Grappe; the defaults need no environment at all."""

    model_config = SettingsConfigDict(env_prefix="GRAPPE_", extra="ignore", frozen=True)

    library: Path = Field(Path("library-data"), description="Folder of catalogue and index.")
    catalogue_url: str | None = Field(
        None, description="SQLAlchemy URL of the catalogue; SQLite in the library by default."
    )

    qdrant_url: str | None = Field(None, description="A Qdrant server; embedded when not given.")
    qdrant_api_key: SecretStr | None = None
    qdrant_collection: str = Field("grappe", description="Prefix of the collections' names.")

    encoder: str = Field("bundled", description="`bundled`, or a sentence-transformers model.")
    query_prefix: str = Field("", description="Put before a query, for models that want it.")
    passage_prefix: str = Field("", description="Put before a passage, for models that want it.")
    allow_download: bool = Field(False, description="Let a model be fetched from its hub.")
    threads: int | None = Field(None, ge=1, description="Encoder threads; all cores by default.")

    passage_tokens: int = Field(180, ge=40, le=400, description="Word pieces a passage may have.")
    max_file_mb: int = Field(100, ge=1, description="Larger files are skipped as TOO_LARGE.")
    max_unpacked_mb: int = Field(64, ge=1, description="The same, of what an archive unfolds to.")
    max_pages: int = Field(2000, ge=1, description="Longer documents are skipped as TOO_LARGE.")
    max_characters: int = Field(
        20_000_000, ge=1000, description="Files with more text are skipped as TOO_LARGE."
    )
    read_seconds: int = Field(60, ge=1, description="Time one file may take to read.")
    max_ocr_pages: int = Field(200, ge=0, description="Scanned pages that are recognised at most.")
    ocr_seconds: int = Field(900, ge=1, description="Time recognising one file's pages may take.")
    read_memory_mb: int = Field(2048, ge=512, description="Memory a process that reads may have.")
    read_workers: int | None = Field(
        None, ge=1, description="Processes that read files; one a core by default."
    )

    read_only: bool | None = Field(
        None,
        description="Whether the page only shows. By default it may change the library where it"
        " is reached from this machine only, or where a login is configured.",
    )
    editors: str = Field(
        "", description="Addresses, between commas, of those who may change it once logged in."
    )

    llm_url: str | None = Field(
        None, description="An OpenAI-compatible endpoint that writes answers; none by default."
    )
    llm_model: str = Field("default", description="The model's name there.")
    llm_api_key: SecretStr | None = None
    llm_seconds: float = Field(30, gt=0, description="Time for one answer, retries included.")
    llm_max_tokens: int = Field(700, ge=16, description="The longest text the model may write.")
    llm_passages: int = Field(8, ge=1, le=40, description="Passages that the model is given.")

    @field_validator("llm_url")
    @classmethod
    def _endpoint(cls, url: str | None) -> str | None:
        """The endpoint's base address, with the usual /v1 where only a host is given."""
        if url is None or not url.strip():
            return None
        parts = urlsplit(url.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("an http:// or https:// address is needed")
        if "@" in parts.netloc:  # it would be shown wherever the address is
            raise ValueError("no password in the address: put the key in GRAPPE_LLM_API_KEY")
        path = parts.path.rstrip("/").removesuffix("/chat/completions") or "/v1"
        return urlunsplit((parts.scheme, parts.netloc, path, "", ""))

    def shown_model(self) -> dict[str, str]:
        """The language model in force as it may be shown: without its key; {} for none."""
        if self.llm_url is None:
            return {}
        key = ", key ***" if self.llm_api_key else ""
        return {"llm": f"{self.llm_model} at {self.llm_url}{key}"}

    @property
    def catalogue_location(self) -> str:
        """The SQLAlchemy URL in force."""
        return self.catalogue_url or f"sqlite:///{(self.library / 'catalogue.sqlite').resolve()}"
