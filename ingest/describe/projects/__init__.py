"""Projects: how texts introduce and list them, and what is none."""
