"""The recipe that makes `encoder/model` and `encoder/lexicon.tsv`, one command a module.

`vocabulary` → `start` → `teach` → `distil` → `retrieve` → `export`, with `lexicon` beside and
`evaluate` at any step. Every command reads texts from `--data`, keeps what it makes under `--work`,
is seeded, says how far it is on stderr, and hands the next one a sentence-transformers directory.
"""
