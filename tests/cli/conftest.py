"""The program, run in this process with a reader and a coder whose answers are known."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from accounts import coded

from detente import cli
from detente.errors import UnreadableError
from detente.model import Document, Event


@dataclass(frozen=True)
class Result:
    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


Run = Callable[..., Result]


def read_bytes(data: bytes, source: str) -> Document:
    if b"\0" in data:
        raise UnreadableError(f"{source} is no text", "give a text file")
    return Document(text=data.decode(), title=data.decode().split(".")[0], source=source)


def read_document(path: Path) -> Document:
    return read_bytes(path.read_bytes(), str(path))


def find_accounts(paths: list[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    for path in found:
        if not path.exists():
            raise UnreadableError(f"there is no file {path}", "check the name")
    return found


def code(document: Document) -> tuple[Event, ...]:
    if "crash" in document.text:
        raise RuntimeError("the coder fell over")
    if "interrupt" in document.text:
        raise KeyboardInterrupt
    return coded(document)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Runs the program in an empty folder and gives its exit code and what it wrote."""
    documents, coder = ModuleType("detente.reading.documents"), ModuleType("detente.coding.coder")
    vars(documents).update(LARGEST=10_000, read_bytes=read_bytes, read_document=read_document, find_accounts=find_accounts)
    vars(coder).update(code=code)
    monkeypatch.setitem(sys.modules, "detente.reading.documents", documents)
    monkeypatch.setitem(sys.modules, "detente.coding.coder", coder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str | Path, stdin: bytes | None = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["detente", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfdbinary.readouterr()
        return Result(code=int(ended.value.code or 0), out=out, err=err.decode())

    return call
