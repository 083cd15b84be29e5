"""What `import detente` gives."""

import subprocess
import sys
from types import ModuleType

import detente


def test_the_public_names_are_exactly_those_listed() -> None:
    """Every name in `__all__` is there, and nothing else is public by accident."""
    listed = {name: getattr(detente, name) for name in detente.__all__}
    assert detente.__all__ == sorted(detente.__all__, key=lambda name: (name.islower(), name))
    loose = {
        name
        for name, value in vars(detente).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert loose - {"annotations", "TYPE_CHECKING", "Any"} <= set(listed)


def test_importing_is_quick_and_loads_nothing_slow() -> None:
    """`import detente` brings in neither the parser's nor the record's libraries."""
    look = "import sys, detente; print({'spacy', 'duckdb', 'pyarrow', 'rich', 'typer'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True)
    assert found.stdout == b"set()\n"
