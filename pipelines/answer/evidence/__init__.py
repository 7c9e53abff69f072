"""The documents found, read: their sentences weighed and the facts in them."""
