"""Where passages are kept: one contract, embedded (Qdrant Edge) or on a Qdrant server."""
