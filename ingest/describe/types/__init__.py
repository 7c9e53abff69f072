"""Types of documents, by their head and their words."""
