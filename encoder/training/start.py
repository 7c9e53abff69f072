"""Make the untrained student: the teacher's body, and an embedding for every French piece.

    python -m encoder.training.start --data DIR --work DIR

A new piece starts at the mean of the English pieces it co-occurs with in aligned pairs, weighted
by squared Dice coefficient, the four strongest only. A piece of the teacher's that is nearly always
French here ("de", "les", "pour") moves most of the way to that mean. Reads `WORK/pieces.txt`;
writes `WORK/start`, a sentence-transformers directory.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

from encoder.training import options
from encoder.training.cooccurrence import Incidence, dice, strongest
from encoder.training.data import read_pairs
from encoder.training.tokenizer import SPECIAL_TOKENS, build

STRONGEST = 4
# Passages pair everything with everything; a pair longer than this says little about a word.
LONGEST_PAIR = 600
MAX_SEQ_LENGTH = 256
# A piece of the teacher's this many times as frequent in French as in English counts as French, and
# takes this share of its French mean. Measured on the first 1,000 NTREX pairs: .89/.81 → .93/.88,
# and English vectors move by .004 of cosine.
FRENCH_RATIO = 20
FRENCH_SHARE = 0.7


def starting_embeddings(
    teacher: Path, pieces: list[str], taught: np.ndarray, taught_ids: dict[str, int], data: Path
) -> np.ndarray:
    """Return the (pieces, dimension) embeddings: the teacher's where it has one, else the mean.

    A piece that meets no English one takes the mean of the pieces the teacher would cut it into.
    """
    tokenizer = build(teacher, pieces)
    french, english, weights = Incidence(), Incidence(), []
    for pair in read_pairs(data, longest=LONGEST_PAIR):
        sides = tokenizer.encode_batch([pair.french, pair.english], add_special_tokens=False)
        french.add(sides[0].ids)
        english.add(sides[1].ids)
        weights.append(pair.weight)
    options.say(f"{len(weights):,} pairs cut into pieces")
    held_french, held_english = french.matrix(len(pieces)), english.matrix(len(pieces))
    is_taught = np.array([piece in taught_ids for piece in pieces])
    # Only the teacher's pieces have an embedding to lend.
    lenders = held_english.multiply(is_taught.astype(np.float32)).tocsr()
    table = dice(held_french, lenders, weights)
    options.say(f"{table.nnz:,} pairs of pieces met")
    in_french, in_english = (
        held.T @ np.asarray(weights, np.float32) for held in (held_french, held_english)
    )
    own_share = np.where(in_french > FRENCH_RATIO * (in_english + 1), 1 - FRENCH_SHARE, 1.0)
    alone = build(teacher, [piece for piece in pieces if piece in taught_ids])
    made = np.zeros((len(pieces), taught.shape[1]), dtype=np.float32)
    for row, piece in enumerate(pieces):
        if piece in taught_ids:
            own, share = taught[taught_ids[piece]], own_share[row]
        else:
            cut = alone.encode(piece.removeprefix("##"), add_special_tokens=False).tokens
            own, share = taught[[taught_ids[part] for part in cut]].mean(axis=0), 0.0
        columns, values = strongest(table, row, STRONGEST)
        if share == 1 or not len(columns):
            made[row] = own
            continue
        lent = taught[[taught_ids[pieces[column]] for column in columns]]
        made[row] = share * own + (1 - share) * np.average(lent, axis=0, weights=values**2)
    return made


def save_student(teacher: Path, pieces: list[str], embeddings: np.ndarray, directory: Path) -> None:
    """Write a sentence-transformers directory: the teacher with these pieces and embeddings."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers import PreTrainedTokenizerFast

    model = SentenceTransformer(str(teacher), device="cpu", local_files_only=True)
    transformer: Any = model[0]
    table = torch.nn.Embedding.from_pretrained(
        torch.from_numpy(embeddings), freeze=False, padding_idx=0
    )
    transformer.auto_model.set_input_embeddings(table)
    transformer.auto_model.config.vocab_size = len(pieces)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=build(teacher, pieces),
        model_max_length=MAX_SEQ_LENGTH,
        **SPECIAL_TOKENS,
    )
    model.max_seq_length = MAX_SEQ_LENGTH
    model.save(str(directory), create_model_card=False)
    # The model was loaded with the teacher's tokenizer and saves that one; ours takes its place.
    (directory / "vocab.txt").unlink(missing_ok=True)
    tokenizer.save_pretrained(directory)


def main() -> None:
    """Run the command."""
    from safetensors.numpy import load_file

    made = options.parser(__doc__ or "")
    options.add_teacher(made)
    given = made.parse_args()
    teacher = options.teacher_directory(given.teacher)
    pieces = (given.work / "pieces.txt").read_text(encoding="utf-8").splitlines()
    recipe = json.loads((teacher / "tokenizer.json").read_text(encoding="utf-8"))
    weights = load_file(teacher / "model.safetensors")
    (name,) = (name for name in weights if name.endswith("embeddings.word_embeddings.weight"))
    embeddings = starting_embeddings(
        teacher, pieces, weights[name].astype(np.float32), recipe["model"]["vocab"], given.data
    )
    save_student(teacher, pieces, embeddings, given.work / "start")
    options.say(f"the start is in {given.work / 'start'}")


if __name__ == "__main__":
    main()
