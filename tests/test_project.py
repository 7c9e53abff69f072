"""The project as a whole: its layers, and what an installed copy holds."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_layers_hold():
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout


def test_the_wheel_holds_what_the_command_needs(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    for needed in (
        "encoder/model/onnx/model_int8.onnx",
        "encoder/model/tokenizer.json",
        "encoder/model/manifest.json",
        "encoder/lexicon.tsv",
        "encoder/model/onnx/reader_int8.onnx",
        "pipelines/answer/weights.json",
        "ingest/gazetteer/cities.tsv",
        "ingest/gazetteer/countries.tsv",
        "ui/web/style.css",
        "ui/web/logo.svg",
        "ui/cli.py",
    ):
        assert needed in names, needed
    tops = {name.split("/")[0] for name in names}
    assert tops == {"ingest", "pipelines", "ui", "encoder", "grappe-0.1.0.dist-info"}
