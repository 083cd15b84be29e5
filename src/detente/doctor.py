"""What detente needs and whether it is there."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from detente.errors import DetenteError
from detente.wording import count

PARTS = ("spacy", "duckdb", "onnxruntime", "pyarrow", "rich", "tokenizers", "typer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at; `remedy` says what to do where it is not `ok`."""

    name: str
    found: str
    ok: bool = True
    remedy: str = ""


def examine(record: Path) -> Iterator[Check]:
    """Look at the program, its parts, the parser and the record in that file."""
    yield Check(name="detente", found=f"{_version('detente')} on Python {platform.python_version()}")
    for part in PARTS:
        yield _part(part)
    yield _parser()
    yield _record(record)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _part(name: str) -> Check:
    found = _version(name)
    remedy = "" if found else f"pip install {name}"
    return Check(name=name, found=found or "not installed", ok=bool(found), remedy=remedy)


def _parser() -> Check:
    try:
        from detente.reading.parser import model_name

        return Check(name="parser", found=model_name())
    except ImportError:
        return Check(name="parser", found="none without spaCy", ok=False, remedy="pip install spacy")
    except DetenteError as error:
        return Check(name="parser", found=error.message, ok=False, remedy=error.remedy)


def _record(path: Path) -> Check:
    if not os.path.lexists(path):
        return Check(name="record", found=f"none yet at {path}; 'detente read PATH' makes it")
    try:
        from detente.record import Record

        with Record.open(path, read_only=True, timeout=1.0) as record:
            counts = record.counts()
            events, accounts = count(counts.events, "event"), count(counts.accounts, "account")
            found = f"{path}, layout {record.version}: {events} of {accounts}"
    except DetenteError as error:
        return Check(name="record", found=error.message, ok=False, remedy=error.remedy)
    waiting = f", {count(counts.unattached, 'correction')} without their words" if counts.unattached else ""
    return Check(name="record", found=found + waiting)
