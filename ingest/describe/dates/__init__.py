"""Dates: how they are written, what each is the date of, which still hold."""
