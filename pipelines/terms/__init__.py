"""Words of texts and queries: stems, spellings, what each is called in either language."""
