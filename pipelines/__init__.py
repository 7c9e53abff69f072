"""Index, search, answer, evaluate: the only place that knows Haystack pipelines and Qdrant."""
