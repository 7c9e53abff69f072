"""The training stages, run whole on a student of two layers and a language of forty words."""

import itertools
import json
import lzma
import sys

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

WORDS = {
    "cluster": "pôle", "meeting": "réunion", "water": "eau", "rail": "train", "host": "hôte",
    "project": "projet", "region": "région", "market": "marché", "export": "exporter",
    "health": "santé", "forest": "forêt", "boat": "bateau",
}  # fmt: skip


def sentences():
    for english in itertools.permutations(WORDS, 3):
        yield " ".join(english), " ".join(WORDS[word] for word in english)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder as the recipe reads it: pairs, questions and the development sets."""
    folder = tmp_path_factory.mktemp("data")
    pairs = list(itertools.islice(sentences(), 0, None, 4))
    with lzma.open(folder / "parallel_en_fr.tsv.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(f"own\t{english}\t{french}\n" for english, french in pairs)
    (folder / "dev").mkdir()
    held = list(itertools.islice(sentences(), 1, None, 40))
    (folder / "dev/ntrex_bitext.tsv").write_text(
        "".join(f"{english}\t{french}\n" for english, french in held), encoding="utf-8"
    )
    laws = [
        {
            "source": "laws_notes", "question_en": word, "question_fr": french,
            "title_en": f"act {number % 3}", "title_fr": f"loi {number % 3}",
            "passage_en": f"{word} {word} meeting", "passage_fr": f"{french} {french} réunion",
        }
        for number, (word, french) in enumerate(WORDS.items())
    ]  # fmt: skip
    asked = [
        {"source": "piaf", "question": word, "passage": f"{word} project", "title": "market"}
        for word in WORDS.values()
    ]
    with lzma.open(folder / "questions_passages_train.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in [*laws, *asked])
    development = {
        "laws_crosslingual": laws,
        "piaf_fr": [{"question": one["question"], "context": one["passage"]} for one in asked],
        "qed_en": [{"question": one["question"], "passages": [one["passage"]]} for one in asked],
    }
    for name, records in development.items():
        with lzma.open(folder / f"dev/{name}.jsonl.xz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(record) + "\n" for record in records)
    return folder


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """A model directory whose French words know nothing yet; it teaches English as well."""
    from safetensors.torch import save_file
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel

    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS, *WORDS.values(), "act", "loi", "—"]
    tokenizer = Tokenizer(models.WordLevel({piece: n for n, piece in enumerate(pieces)}, "[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        "[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(pieces), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=64,
    )  # fmt: skip
    body = BertModel(config, add_pooling_layer=False)
    # Untrained words are all alike after the first layers' norms; these differ from the outset.
    torch.nn.init.normal_(body.embeddings.word_embeddings.weight, std=0.5)
    folder = tmp_path_factory.mktemp("work") / "start"
    body.save_pretrained(folder)
    save_file(body.state_dict(), folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "BERT"}]')
    return folder


@pytest.fixture
def command(data, start, monkeypatch):
    """Run a command of the recipe in a work folder that holds the start."""
    from encoder.training import distil, retrieve

    monkeypatch.setattr(distil, "RATES", distil.loop.Rates(body=2e-3, words=2e-2))
    monkeypatch.setattr(retrieve, "RATES", distil.loop.Rates(body=1e-3, words=1e-2))
    # Steps as small as the language is.
    monkeypatch.setattr(distil, "BANK", 256)
    monkeypatch.setattr(distil, "BUDGET", 256)
    monkeypatch.setattr(retrieve, "BESIDE_BUDGET", 128)

    def run(module, work, *more):
        work.mkdir(exist_ok=True)
        if not (work / "start").exists():
            (work / "start").symlink_to(start)
        arguments = [module.__name__, "--data", str(data), "--work", str(work), *more]
        monkeypatch.setattr(sys, "argv", arguments)
        module.main()

    return run


def accuracy(directory, data):
    from encoder.training.data import read_bitext
    from encoder.training.evaluate import recall
    from encoder.training.student import Student

    student = Student(directory)
    english, french = (student.encode(side) for side in zip(*read_bitext(data), strict=True))
    return recall(french, english, range(len(french)), 1)


def weights(directory):
    from safetensors.numpy import load_file

    return load_file(directory / "model.safetensors")


def test_both_stages_teach_french_and_a_paused_run_ends_as_a_whole_one(
    command, start, data, tmp_path
):
    from encoder.training import distil, rarity, retrieve, teach

    whole, paused = tmp_path / "whole", tmp_path / "paused"
    for work in (whole, paused):
        command(teach, work, "--teacher", str(start))
    command(distil, whole, "--steps", "40")
    assert accuracy(start, data) < 0.3
    assert accuracy(whole / "distilled", data) > 0.9

    while not (paused / "distilled").exists():
        command(distil, paused, "--steps", "40", "--minutes", "0.02")
    at_once, in_parts = weights(whole / "distilled"), weights(paused / "distilled")
    assert at_once.keys() == weights(start).keys()
    for name, weight in at_once.items():
        np.testing.assert_allclose(in_parts[name], weight, rtol=1e-3, atol=1e-4, err_msg=name)

    command(retrieve, whole, "--steps", "12")
    assert accuracy(whole / "tuned", data) > 0.9
    counted = rarity.read(whole / "tuned", len(at_once["embeddings.word_embeddings.weight"]))
    assert counted.min() == rarity.LEAST  # of [CLS], which every text has
    assert counted.max() == 1


def test_a_checkpoint_of_another_length_is_not_gone_on_with(command, start, tmp_path):
    from encoder.training import distil, teach

    command(teach, tmp_path, "--teacher", str(start))
    command(distil, tmp_path, "--steps", "40", "--minutes", "0")
    assert not (tmp_path / "distilled").exists()
    with pytest.raises(SystemExit, match="40 steps"):
        command(distil, tmp_path, "--steps", "50")


def test_batches_keep_to_the_budget_and_take_every_row_before_any_again():
    from encoder.training.distil import batches

    lengths = np.random.default_rng(3).integers(2, 60, 500)
    found = batches(lengths, 30, 512)
    assert all(len(rows) * lengths[rows].max() <= 512 for rows in found)
    taken = np.concatenate(found)
    counts = np.bincount(taken, minlength=500)
    assert counts.max() - counts.min() <= 1
    assert [rows.tolist() for rows in found] == [
        rows.tolist() for rows in batches(lengths, 30, 512)
    ]


def test_the_same_similarities_cost_nothing_and_others_do():
    from encoder.training.distil import relations

    drawn = torch.nn.functional.normalize(torch.randn(40, 8, generator=torch.manual_seed(1)), dim=1)
    taught, bank = drawn[:8], drawn[8:]
    assert relations(taught, taught, bank).item() == pytest.approx(0, abs=1e-6)
    assert relations(taught.flip(0), taught, bank).item() > 0.1


def test_finding_counts_both_languages_right_and_remembered_passages_wrong():
    from encoder.training.retrieve import TEMPERATURE, finding

    axes = torch.eye(4)
    # A question at its two passages; another text is at right angles: e^0 against e^(1/T).
    loss = finding(axes[:1], ["a"], axes[[0, 0, 1]], ["a", "a", "b"], own=3)
    assert loss.item() == pytest.approx(np.log1p(np.exp(-1 / TEMPERATURE)), abs=1e-6)
    # The same passage under another key, remembered, is as near as the right one.
    loss = finding(axes[:1], ["a"], axes[[0, 0]], ["a", "b"], own=1)
    assert loss.item() == pytest.approx(np.log(2), abs=1e-6)
    # Remembered under its own key, it is neither to be found nor in the way.
    loss = finding(axes[:1], ["a"], axes[[0, 1, 0]], ["a", "b", "a"], own=2)
    assert loss.item() == pytest.approx(0, abs=1e-6)


def test_memory_forgets_the_oldest():
    from encoder.training.retrieve import Memory

    memory = Memory(3)
    memory.add(torch.arange(2.0)[:, None], ["a", "b"])
    memory.add(torch.arange(2.0, 4.0)[:, None], ["c", "d"])
    assert memory.keys == ["b", "c", "d"]
    assert memory.vectors.ravel().tolist() == [1, 2, 3]


def test_a_law_gives_its_sections_together(data):
    from encoder.training.asked import Source

    source = Source(data, seed=1, of_one=2)
    found = source.laws(12)
    assert len({example.key for example in found}) == 12  # every section once in a round
    assert all(len(example.questions) == len(example.passages) == 2 for example in found)
    again = Source(data, seed=1, of_one=2)
    assert again.laws(12) == found
