"""Answers and results as files that other programs open."""
