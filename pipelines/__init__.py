"""Index, search, answer, evaluate: the only place that knows Haystack pipelines and Qdrant."""

import os

# Read by numpy when it is loaded. Its products here are small; threads for them would spin on the
# cores that the encoder and other sessions need.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
