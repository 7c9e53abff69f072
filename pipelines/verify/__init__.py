"""Statements checked against what they quote: names, numbers, dates, negation, roles, meaning."""
