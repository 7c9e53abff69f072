"""Make `encoder/lexicon.tsv` from the aligned pairs, EuroVoc and the hand-written domain terms.

python -m encoder.training.lexicon --data DIR [--target FILE]
"""

import argparse
from pathlib import Path

from encoder.lexicon import DEFAULT_PATH
from encoder.training import options
from encoder.training.data import read_pairs
from encoder.training.lexicon.domain import read_also, read_domain
from encoder.training.lexicon.linking import link
from encoder.training.lexicon.mixing import build, from_eurovoc
from encoder.training.lexicon.weighing import weigh

LONGEST_PAIR = 600  # characters a side


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(prog="encoder.training.lexicon", description=__doc__)
    made.add_argument("--data", type=Path, required=True, help="folder of the texts")
    made.add_argument("--target", type=Path, default=DEFAULT_PATH)
    given = made.parse_args()
    pairs = list(read_pairs(given.data, longest=LONGEST_PAIR))
    options.say(f"{len(pairs):,} pairs read")
    links = link(pairs)
    options.say(f"{len(links.source):,} word pairs linked")
    domain = read_domain()
    written = build(weigh(links, domain), from_eurovoc(pairs), domain, read_also())
    given.target.write_text("\n".join(written) + "\n", encoding="utf-8")
    options.say(f"{len(written):,} lines, {given.target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
