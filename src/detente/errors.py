"""What can go wrong, as one tree.

    DetenteError                 our fault unless a subclass says otherwise       exit 1
    ├── UsageError               the request makes no sense                        exit 2
    │   └── RecordError          the record can't be opened, read or written
    ├── UnreadableError          an input could not be read; the rest is kept      exit 3
    └── MissingPartError         something that detente needs is not installed     exit 1

Every error carries one sentence that names the thing and the place, and a remedy.
"""

from __future__ import annotations

from typing import ClassVar


class DetenteError(Exception):
    """A sentence that says what went wrong and where, and a remedy that says what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}: {self.remedy}" if self.remedy else self.message

    def __reduce__(self) -> tuple[type[DetenteError], tuple[str, str]]:
        # Errors cross process borders when accounts are read by several workers.
        return type(self), (self.message, self.remedy)


class UsageError(DetenteError):
    """The request makes no sense as it stands."""

    exit_code = 2


class RecordError(UsageError):
    """The record can't be opened, read or written."""


class UnreadableError(DetenteError):
    """An input could not be read."""

    exit_code = 3


class MissingPartError(DetenteError):
    """Something that detente needs is not installed."""
