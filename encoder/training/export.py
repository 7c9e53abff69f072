"""Write the model directory that Grappe ships from a trained (or started) student.

    python -m encoder.training.export --model WORK/start [--target encoder/model]

Half-precision safetensors for sentence-transformers, an int8 ONNX graph for the run-time, and the
manifest with the fingerprint. Says what the int8 export loses.
"""

import argparse
import json
import os
import shutil
from pathlib import Path

import numpy as np

from encoder import manifest as manifests
from encoder.training import options

LARGEST = 90_000_000  # bytes, both sets of weights together
PROBES = (
    "kick-off meeting of the project in Terrassa",
    "La réunion de lancement du projet s'est tenue à Terrassa.",
    "Who hosted the exchange, and when?",
    "Quel montant est remboursé aux visiteurs ?",
    "Clusters bring companies, research and training together around one sector. " * 8,
    "Les pôles réunissent entreprises, laboratoires et formations d'une même filière. " * 8,
)


def halve(model: Path, target: Path) -> None:
    """Copy the sentence-transformers files to `target`, weights as fp16, as safetensors."""
    import torch
    from safetensors.torch import load_file, save_file

    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(model.rglob("*")):
        kept = target / path.relative_to(model)
        if path.is_file() and path.suffix != ".safetensors":
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, kept)
    weights = load_file(model / "model.safetensors")
    halved = {
        name: weight.to(torch.float16) if weight.is_floating_point() else weight
        for name, weight in weights.items()
    }
    save_file(halved, target / "model.safetensors", metadata={"format": "pt"})
    os.chmod(target / "model.safetensors", 0o644)


def tidy(target: Path) -> None:
    """Make the directory say the same wherever it was made, and load in older libraries too."""
    path = target / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    # fp16 is how the weights are stored; a CPU computes in float32.
    config["dtype"] = "float32"
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    path = target / "tokenizer_config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["tokenizer_class"] = "PreTrainedTokenizerFast"
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def agreement(target: Path) -> np.ndarray:
    """Return the cosines of the probes between sentence-transformers fp16 and the int8 graph."""
    from encoder.bundled import BundledEncoder
    from encoder.training.evaluate import encoder_of

    reference = encoder_of(target, "torch")(PROBES)
    return (BundledEncoder(target).encode(PROBES) * reference).sum(axis=1)


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--model", type=Path, required=True, help="sentence-transformers directory")
    made.add_argument("--target", type=Path, default=manifests.MODEL_DIRECTORY)
    given = made.parse_args()

    from encoder.training.int8 import export_int8

    halve(given.model, given.target)
    tidy(given.target)
    options.say("fp16 safetensors written")
    export_int8(given.model, given.target / manifests.WEIGHTS_NAME)
    options.say("int8 ONNX written")
    limits = json.loads((given.target / "tokenizer_config.json").read_text(encoding="utf-8"))
    shape = json.loads((given.target / "config.json").read_text(encoding="utf-8"))
    manifest = manifests.describe(
        given.target, shape["hidden_size"], int(limits["model_max_length"])
    )
    manifests.write(manifest, given.target)
    cosines = agreement(given.target)
    options.say(f"int8 to fp16: cosine {cosines.mean():.4f} on average, {cosines.min():.4f} least")
    size = sum(
        (given.target / name).stat().st_size
        for name in ("model.safetensors", manifests.WEIGHTS_NAME)
    )
    options.say(f"fingerprint {manifest.fingerprint}, weights {size / 1e6:.1f} MB")
    if size > LARGEST:
        raise SystemExit(f"The weights take {size:,} bytes, more than {LARGEST:,}.")


if __name__ == "__main__":
    main()
