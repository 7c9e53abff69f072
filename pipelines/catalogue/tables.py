"""The catalogue's tables, for SQLite and PostgreSQL alike."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = 2  # a catalogue of an unknown number is refused with the way to rebuild it
# What brings a catalogue to the next number.
STEPS = {1: "ALTER TABLE documents ADD COLUMN extent JSON"}

metadata = MetaData()

# One row a name: schema, live generation, change counter.
facts = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# One row an index that was begun; the live one is named in `facts`.
generations = Table(
    "generations",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("parts", JSON, nullable=False),
    Column("created", String(32), nullable=False),
)

# A document has a row for each generation, so that a rebuilt index goes live in one statement.
documents = Table(
    "documents",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("folder", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("state", String(12), nullable=False),
    Column("code", String(20)),
    Column("format", String(12)),
    Column("language", String(2)),
    Column("type", String(20)),
    Column("title", Text),
    Column("start_date", String(10)),
    Column("end_date", String(10)),
    Column("description", JSON),
    Column("passages", Integer, nullable=False),
    Column("ingested", String(32), nullable=False),
    Column("extent", JSON),
)
Index("documents_by_folder", documents.c.generation, documents.c.folder, documents.c.source)

# Apart from the documents' rows, so that a list of documents reads no texts.
texts = Table(
    "texts",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("content", Text, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("headings", JSON, nullable=False),
    Column("metadata", JSON, nullable=False),
    ForeignKeyConstraint(
        ["generation", "id"], ["documents.generation", "documents.id"], ondelete="CASCADE"
    ),
)

# The values a document can be filtered by, one row each.
labels = Table(
    "labels",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("field", String(12), primary_key=True),
    Column("value", String(200), primary_key=True),
    ForeignKeyConstraint(
        ["generation", "id"], ["documents.generation", "documents.id"], ondelete="CASCADE"
    ),
)
Index("labels_by_value", labels.c.generation, labels.c.field, labels.c.value)

# Documents whose passages in the store may not match the catalogue; set right by the next writer.
unsettled = Table(
    "unsettled",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
)

# What a person set right in a document's description. It outlives the index and the text.
corrections = Table(
    "corrections",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("said", JSON, nullable=False),
    Column("corrected", String(32), nullable=False),
)

# What a document's text is compared with others by; those of texts that changed are made anew.
traces = Table(
    "traces",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Column("marks", JSON, nullable=False),
)

# Documents that have copies, near copies or translations; those that have none are not in it.
families = Table(
    "families",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("text", String(40), nullable=False),
    Column("work", String(40), nullable=False),
)
