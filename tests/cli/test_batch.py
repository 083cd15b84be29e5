"""Many accounts at once: order, failures and dying processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from accounts import coded, document

from detente.coding.batch import Coded, Piped, code_accounts
from detente.errors import DetenteError, MissingPartError, UnreadableError


def by_name(account: Path | Piped) -> Coded:
    """Answers, takes its time, fails or dies, as the account's name says."""
    name = Path(str(account)).name
    if "forever" in name:
        time.sleep(60)
    elif "slow" in name:
        time.sleep(0.3)
    elif "unreadable" in name:
        raise UnreadableError(f"{name} is no text", "give a text file")
    elif "crash" in name:
        raise RuntimeError("the coder fell over")
    elif "dies" in name:
        os._exit(9)
    elif "missing" in name:
        raise MissingPartError("there is no parser", "pip install one")
    read = document(source=name)
    return Coded(document=read, events=coded(read))


def answers(names: list[str], workers: int) -> list[str | tuple[str, type]]:
    """What each account gave: its name, or its name and the class of error."""
    found = code_accounts([Path(name) for name in names], workers=workers, coder=by_name)
    return [
        one.document.source if isinstance(one, Coded) else (str(one.account), type(one.error))
        for one in found
    ]


@pytest.mark.parametrize("workers", (1, 3))
def test_answers_come_in_the_order_given(workers: int) -> None:
    """However many read at once, a slow account holds its place, and failures stand where they belong."""
    names = ["slow", "a", "unreadable", "crash", "b", "slow-2", "c"]
    assert answers(names, workers) == [
        "slow", "a", ("unreadable", UnreadableError), ("crash", DetenteError), "b", "slow-2", "c",
    ]  # fmt: skip


def test_a_worker_that_dies_costs_only_its_account() -> None:
    """An account that kills its process is reported by name, and all others are coded."""
    names = ["a", "dies", "b", "c", "dies-too", "d", "e"]
    assert answers(names, 2) == [
        "a", ("dies", DetenteError), "b", "c", ("dies-too", DetenteError), "d", "e",
    ]  # fmt: skip


@pytest.mark.parametrize("workers", (1, 2))
def test_what_stops_every_account_is_raised(workers: int) -> None:
    """Without a parser no account is tried in vain: the error with its remedy comes at once."""
    with pytest.raises(MissingPartError, match="pip install one"):
        answers(["missing", "a"], workers)


def test_stopping_early_leaves_no_process_behind() -> None:
    """Whoever takes one answer and leaves gets the other processes ended."""
    import multiprocessing

    answering = code_accounts([Path(f"{number}") for number in range(6)], workers=2, coder=by_name)
    assert isinstance(next(answering), Coded)
    answering.close()
    assert not multiprocessing.active_children()


def test_piped_accounts_are_named_by_their_words() -> None:
    """Two different texts from standard input have different names, the same text the same."""
    assert str(Piped(data=b"a")) == str(Piped(data=b"a")) != str(Piped(data=b"b"))


INTERRUPTED = """
import sys
sys.path[:0] = {paths!r}
if __name__ == "__main__":
    from pathlib import Path
    from test_batch import by_name
    from detente.coding.batch import code_accounts
    try:
        for _ in code_accounts([Path("a"), Path("forever"), Path("forever")], workers=3, coder=by_name):
            print("one", flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_an_interrupt_ends_all_workers_without_noise(tmp_path: Path) -> None:
    """Interrupted at the terminal, the workers end at once and print no traceback."""
    script = tmp_path / "script.py"
    here = Path(__file__).parent
    script.write_text(INTERRUPTED.format(paths=[str(here), str(here.parent)]))
    started = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    with started:
        assert started.stdout
        started.stdout.readline()
        os.killpg(started.pid, signal.SIGINT)
        _, noise = started.communicate(timeout=20)
    assert (started.returncode, noise) == (130, b"")
