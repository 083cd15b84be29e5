"""Finding accounts and reading them: from a path or from bytes to a document."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from detente.errors import UnreadableError
from detente.model import Document
from detente.reading.formats import extract, is_readable_name
from detente.reading.titles import title

LARGEST = 200 * 1024 * 1024  # bytes of one account


def find_accounts(paths: Sequence[Path]) -> list[Path]:
    """The files that *paths* mean: files as they are, folders and patterns as what they hold, each file once.

    Folders are searched to their depths, in the order of names, for files whose names say that they are
    accounts; hidden ones are passed over. Raises UnreadableError for a path that is not there, a folder that
    can't be listed, and a folder or pattern without accounts.
    """
    return list(dict.fromkeys(file for path in paths for file in _found(path)))


def _found(path: Path) -> Iterator[Path]:
    if os.path.isdir(path):  # noqa: PTH112 - the method of Path raises where it may not look
        yield from _in_folder(path)
    elif not os.path.lexists(path) and has_magic(str(path)):
        yield from _matching(path)
    else:
        _stat(path)
        yield path


def _matching(pattern: Path) -> Iterator[Path]:
    matches = [Path(match) for match in sorted(glob(str(pattern), recursive=True))]  # noqa: PTH207 - absolute patterns too
    if not matches:
        raise UnreadableError(f"nothing matches {pattern}", "check the pattern, or give the folder")
    files = [match for match in matches if match.is_file()]
    yield from files
    if not files:
        for folder in matches:
            yield from _in_folder(folder)


def _in_folder(folder: Path) -> Iterator[Path]:
    found = [Path(place, name) for place, names in _walk(folder) for name in names if is_readable_name(name)]
    if not found:
        raise UnreadableError(
            f"there is no account in the folder {folder}",
            "accounts are .txt, .md, .html, .pdf, .docx, .tei and .xml files",
        )
    yield from sorted(found)


def _walk(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for place, folders, names in os.walk(folder, onerror=_cannot_list):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield place, [name for name in names if not name.startswith((".", "~$"))]


def _cannot_list(error: OSError) -> None:
    raise UnreadableError(f"the folder {error.filename} can't be listed ({error.strerror})", "check who may read it")


def read_document(path: Path) -> Document:
    """The account in a file. Raises UnreadableError, which names the file and what is wrong with it."""
    status = _stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(f"{path} is a folder", "give a file, or find its accounts first")
    if not stat.S_ISREG(status.st_mode):
        # Opening a named pipe would wait for a writer that may never come.
        raise UnreadableError(f"{path} is no ordinary file", "pipe the account in and give '-' as its path")
    _check_size(status.st_size, str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} can't be read ({error.strerror})", "check who may read it") from None
    return read_bytes(data, str(path))


def read_bytes(data: bytes, source: str) -> Document:
    """The account in *data*, whose format its content tells, helped by the ending of *source*.

    Raises UnreadableError, which names the source and what is wrong with it.
    """
    _check_size(len(data), source)
    if not data.strip():
        raise UnreadableError(f"{source} is empty", "give an account that has words")
    extracted = extract(data, source)
    if not any(map(str.isalpha, extracted.text)):
        raise UnreadableError(f"{source} has no words", "give an account that has words")
    return Document(
        text=extracted.text,
        title=extracted.title or title(extracted.text, source),
        source=source,
        published=extracted.published,
    )


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableError(f"there is no file {path}", "check the name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"{path} can't be read ({reason})", "check the name and who may read it") from None


def _check_size(size: int, source: str) -> None:
    if size > LARGEST:
        raise UnreadableError(
            f"{source} has more than {LARGEST // 1_000_000} MB", "split it into several accounts"
        )
