"""Choose the pieces: the teacher's that French or English can use, and French ones beside them.

    python -m encoder.training.vocabulary --data DIR --work DIR [--pieces 20000]

Writes `WORK/pieces.txt` (a piece a line, line number = id) and `WORK/tokenizer.json`.
"""

from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import WhitespaceSplit
from tokenizers.trainers import WordPieceTrainer

from encoder.training import options
from encoder.training.data import Pair, read_pairs
from encoder.training.tokenizer import UNKNOWN, build, pruned, words

ROUNDS = 4


def count_words(tokenizer: Tokenizer, pairs: Iterable[Pair]) -> Counter[str]:
    """Return each French word's damped count: the root of its weighted count.

    The root keeps the few words that fill law text from taking the places of everyday ones.
    """
    counts: Counter[str] = Counter()
    for pair in pairs:
        for found in words(tokenizer, [pair.french]):
            for word in found:
                if word.isalpha():
                    counts[word] += pair.weight  # type: ignore[assignment]  # weights are not whole
    return Counter({word: round(4 * sqrt(count)) for word, count in counts.items()})


def candidates(counts: Counter[str], size: int) -> list[str]:
    """Return the pieces that WordPiece learns from the French words, most useful first."""
    learner = Tokenizer(WordPiece(unk_token=UNKNOWN))
    learner.pre_tokenizer = WhitespaceSplit()
    letters = sorted({letter for word in counts for letter in word})
    # The trainer numbers letters as a hash map gives them, and breaks ties by number; as special
    # tokens they are numbered in our order, and a rerun gives the same pieces.
    numbered = [*letters, *(f"##{letter}" for letter in letters)]
    trainer = WordPieceTrainer(
        vocab_size=size, show_progress=False, min_frequency=4, special_tokens=numbered
    )
    repeated = (" ".join([word] * count) for word, count in sorted(counts.items()))
    learner.train_from_iterator(repeated, trainer)
    learnt = learner.get_vocab()
    return sorted(learnt, key=learnt.__getitem__)


def choose(teacher: Path, counts: Counter[str], wanted: int) -> list[str]:
    """Return `wanted` French pieces that are used once the teacher's pieces are there too.

    WordPiece cuts greedily, longest piece first, so many pieces that a merge order needs on the way
    are never cut. Each round counts what is used, drops the rest and fills up from the next ones.
    """
    kept = pruned(teacher)
    known = set(kept)
    queue = [piece for piece in candidates(counts, 3 * wanted) if piece not in known]
    chosen, queue = queue[:wanted], queue[wanted:]
    for number in range(ROUNDS):
        use = _use(build(teacher, [*kept, *chosen]), counts)
        used = [piece for piece in chosen if use[piece]]
        options.say(f"round {number + 1}: {len(used):,} of {len(chosen):,} French pieces are used")
        if number == ROUNDS - 1 or not queue:
            break
        more = wanted - len(used)
        chosen, queue = used + queue[:more], queue[more:]
    return used


def _use(tokenizer: Tokenizer, counts: Counter[str]) -> Counter[str]:
    use: Counter[str] = Counter()
    vocabulary = list(counts)
    for word, encoding in zip(
        vocabulary, tokenizer.encode_batch(vocabulary, add_special_tokens=False), strict=True
    ):
        for piece in encoding.tokens:
            use[piece] += counts[word]
    return use


def main() -> None:
    """Run the command."""
    made = options.parser(__doc__ or "")
    options.add_teacher(made)
    made.add_argument("--pieces", type=int, default=20_000, help="French pieces to add")
    given = made.parse_args()
    teacher = options.teacher_directory(given.teacher)
    kept = pruned(teacher)
    options.say(f"{len(kept):,} of the teacher's pieces are kept")
    counts = count_words(build(teacher, kept), read_pairs(given.data))
    options.say(f"{len(counts):,} French words")
    pieces = [*kept, *choose(teacher, counts, given.pieces)]
    given.work.mkdir(parents=True, exist_ok=True)
    (given.work / "pieces.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    build(teacher, pieces).save(str(given.work / "tokenizer.json"))
    options.say(f"{len(pieces):,} pieces in {given.work}")


if __name__ == "__main__":
    main()
