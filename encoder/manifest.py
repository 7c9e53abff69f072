"""The model directory's manifest: which files make the vectors, and the fingerprint over them.

Two encoders with the same fingerprint give interchangeable vectors; an index made under another
fingerprint has to be rebuilt. The fingerprint is written when the model is exported, so that asking
for it costs one small JSON file and not the hash of 30 MB of weights.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from encoder.errors import EncoderError

MODEL_DIRECTORY = Path(__file__).parent / "model"
MANIFEST_NAME = "manifest.json"
WEIGHTS_NAME = "onnx/model_int8.onnx"
TOKENIZER_NAME = "tokenizer.json"
VECTOR = "sentence_embedding"  # the graph's output


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the vectors depend on. `files` maps a path in the directory to its SHA-256."""

    dimension: int
    max_seq_length: int
    pooling: str
    normalise: bool
    query_prefix: str
    passage_prefix: str
    files: dict[str, str]

    @property
    def fingerprint(self) -> str:
        """Return 16 hex digits of SHA-256 over every field, keys sorted."""
        canonical = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def describe(directory: Path, dimension: int, max_seq_length: int) -> Manifest:
    """Return the manifest of a pooled, normalised, prefix-free model by hashing its files."""
    return Manifest(
        dimension=dimension,
        max_seq_length=max_seq_length,
        pooling="weighted mean",
        normalise=True,
        query_prefix="",
        passage_prefix="",
        files={
            name: hashlib.sha256((directory / name).read_bytes()).hexdigest()
            for name in (WEIGHTS_NAME, TOKENIZER_NAME)
        },
    )


def write(manifest: Manifest, directory: Path) -> None:
    """Write `manifest.json`, with the fingerprint spelled out for readers."""
    record = {"fingerprint": manifest.fingerprint, **asdict(manifest)}
    text = json.dumps(record, indent=2) + "\n"
    (directory / MANIFEST_NAME).write_text(text, encoding="utf-8")


def read(directory: Path) -> Manifest:
    """Return the manifest of a model directory.

    Raises:
        EncoderError: the file is missing, unreadable, or disagrees with its own fingerprint.
    """
    path = directory / MANIFEST_NAME
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        written = record.pop("fingerprint")
        manifest = Manifest(**record)
    except FileNotFoundError as error:
        raise missing(path) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EncoderError(
            f"The encoder's manifest {path} can't be read ({error}). Restore it from the release, "
            "or write it again with `python -m encoder.training.export`."
        ) from error
    if written != manifest.fingerprint:
        raise EncoderError(
            f"The encoder's manifest {path} was edited: it says fingerprint {written}, its fields "
            f"give {manifest.fingerprint}. Write it again with `python -m encoder.training.export`."
        )
    return manifest


def missing(path: Path, recipe: str = "encoder.training.export") -> EncoderError:
    """Return the error for a file of the model directory that isn't there, and what makes it."""
    return EncoderError(
        f"The model's file {path} is missing: install Grappe again, or make it with "
        f"`python -m {recipe}`."
    )
