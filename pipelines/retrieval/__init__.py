"""From a query to ranked passages: what it asks for, the legs that search, and their fusion."""
