"""What can go wrong in the encoder, in words that say what to do."""


class EncoderError(RuntimeError):
    """The encoder's files are missing or unusable; the message names the file and the remedy."""
