"""Bodies and people: their names, and who hosted, organised, took part, paid."""
