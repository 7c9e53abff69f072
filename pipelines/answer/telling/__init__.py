"""Which of the likeliest sentences are told, in what order, and with what citations."""
