"""The recipe of `encoder/lexicon.tsv`: `python -m encoder.training.lexicon --data DIR`.

`linking` says which words of a pair translate each other (`agreement` is its model, `folding` takes
a word's forms as one, `stopwords` are passed over); `weighing` makes probabilities of the links;
`domain` reads the terms written by hand and gives them their forms (`inflect`, `conjugate`);
`mixing` puts both and EuroVoc together, in both English spellings (`spelling`).
"""
