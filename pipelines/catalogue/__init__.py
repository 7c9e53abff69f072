"""The catalogue: which documents exist, in what state, described how, and which index is live."""
