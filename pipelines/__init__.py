"""Index, search, answer, evaluate: the only place that knows Haystack pipelines and Qdrant.

A document's way: ``indexing``, ``catalogue``, ``stores``. A question's: ``terms``, ``retrieval``,
``register``, ``answer``, ``verify``, ``generate``; around it ``conversation``, ``compare``,
``export`` and ``evaluation``. :class:`pipelines.library.Library` is the door to all.
"""

import os

# Read by numpy when it is loaded. Its products here are small; threads for them would spin on the
# cores that the encoder and other sessions need.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
