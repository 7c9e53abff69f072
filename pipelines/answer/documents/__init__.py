"""Answers that list documents: for who asks for them, and for a topic without a question."""
