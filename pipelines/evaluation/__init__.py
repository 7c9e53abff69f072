"""How good search, answers, descriptions and register are, measured on labelled ones."""
