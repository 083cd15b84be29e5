"""What the program can do is said where people look: in its help and in the README."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from detente.cli import app

_COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"detente {name}" in readme


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    assert _COMMANDS[name].help
    silent = [option.name for option in _COMMANDS[name].params if not getattr(option, "help", None)]
    assert silent == []
