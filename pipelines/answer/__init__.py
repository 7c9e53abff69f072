"""Cited answers: what is asked, the evidence for it, the statements made of it, or why not."""
