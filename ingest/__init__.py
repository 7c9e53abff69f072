"""Files in, passages with facts out: knows files and text, no Qdrant and no network."""
