"""The bundled French/English encoder and lexicon: weights, run-time, model card and recipe.

`encoder.bundled.BundledEncoder` turns text into vectors without torch, `encoder.lexicon` holds the
word translations, `encoder.training` makes both. Nothing heavy is imported here.
"""
