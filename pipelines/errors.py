"""What can go wrong for a user, each with what to do about it, in French and in English."""

from __future__ import annotations


class GrappeError(Exception):
    """An error to show to a user as it stands; ``exit_code`` is what the command ends with."""

    exit_code = 1

    def __init__(self, english: str, french: str) -> None:
        super().__init__(english)
        self.english = english
        self.french = french

    def message(self, language: str) -> str:
        """The sentence to show to a reader of ``language`` ("fr" or "en")."""
        return self.french if language == "fr" else self.english


class UsageError(GrappeError):
    """What was asked can't be asked so."""

    exit_code = 2


class IndexMismatch(GrappeError):
    """The index was made by another encoder, splitter or version."""


class NotIngested(GrappeError):
    """There is nothing in the library yet."""


class ModelMissing(GrappeError):
    """The encoder's files are not there, and nothing may be downloaded."""


def meant(error: Exception) -> Exception:
    """The error of ours that a pipeline wrapped in its own; ``error`` where there is none."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, GrappeError):
            return cause
        cause = cause.__cause__
    return error
