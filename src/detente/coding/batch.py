"""Many accounts, one after the other or in several processes, always answered in the order they were given.

One account that can't be read, or that brings the coder down, is reported for itself and the rest goes on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from detente.errors import DetenteError, UnreadableError
from detente.model import Document, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Piped:
    """An account that came as bytes, such as by standard input, rather than as a file."""

    data: bytes

    def __str__(self) -> str:
        # Named by its content, so that one piped account never takes the place of another in a record.
        return f"stdin-{hashlib.sha256(self.data).hexdigest()[:12]}"


Account = Path | Piped


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An account as read, and its events in the order of the text."""

    document: Document
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An account that gave nothing, and why: UnreadableError if it is to blame, DetenteError if we are."""

    account: Account
    error: DetenteError


Coder = Callable[[Account], Coded]


def code_account(account: Account, published: dt.date | None = None) -> Coded:
    """Read and code one account; *published* replaces the day that it states itself.

    Raises UnreadableError, or MissingPartError if there is no parser.
    """
    # Imported here because the parser's libraries take a second, and reports and the like need none.
    from detente.coding.coder import code
    from detente.reading.documents import read_bytes, read_document

    document = read_bytes(account.data, str(account)) if isinstance(account, Piped) else read_document(account)
    if published:
        document = replace(document, published=published)
    return Coded(document=document, events=code(document))


def code_accounts(
    accounts: Sequence[Account],
    *,
    workers: int = 1,
    published: dt.date | None = None,
    coder: Coder | None = None,
) -> Iterator[Coded | Unread]:
    """Code accounts in *workers* processes, or in this one if that is 1; answers come in the order given.

    Only what is wrong with one account is answered as Unread; what stops all of them, such as a missing
    parser, is raised. *coder* stands in for `code_account` and must be importable by name.
    """
    work = partial(_attempt, coder or partial(code_account, published=published))
    return map(work, accounts) if workers == 1 else _in_processes(accounts, workers, work)


def _attempt(coder: Coder, account: Account) -> Coded | Unread:
    try:
        return coder(account)
    except UnreadableError as error:
        return Unread(account=account, error=error)
    except DetenteError:
        raise
    except Exception as error:
        return _our_fault(account, f"{type(error).__name__}: {error}")


def _our_fault(account: Account, reason: str) -> Unread:
    message = f"coding {account} failed ({reason})"
    return Unread(
        account=account, error=DetenteError(message, "this is a fault of detente, please report it")
    )


Work = Callable[[Account], Coded | Unread]


def _in_processes(accounts: Sequence[Account], workers: int, work: Work) -> Iterator[Coded | Unread]:
    waiting = deque(accounts)
    ahead = 2 * workers  # enough to keep all busy without holding every answer in memory
    while waiting:
        try:
            yield from _through_pool(waiting, workers, ahead, work)
        except BrokenProcessPool:
            # A worker died, and nobody knows over which of the accounts that were under way.
            yield from _one_by_one(waiting, ahead, work)


def _through_pool(waiting: deque[Account], workers: int, ahead: int, work: Work) -> Iterator[Coded | Unread]:
    """Answers from the left of *waiting*, from which an account is taken once it is answered."""
    under_way: deque[Future[Coded | Unread]] = deque()
    pool = _pool(workers)
    try:
        while waiting:
            for account in islice(waiting, len(under_way), ahead):
                under_way.append(pool.submit(work, account))
            answer = under_way.popleft().result()
            waiting.popleft()
            yield answer
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(waiting: deque[Account], many: int, work: Work) -> Iterator[Coded | Unread]:
    """Answers for the first *many*, each in a process of its own, so that the one to blame is known."""
    for _ in range(min(many, len(waiting))):
        account = waiting.popleft()
        with _pool(1) as pool:
            try:
                answer = pool.submit(work, account).result()
            except BrokenProcessPool:
                answer = _our_fault(account, "the process that coded it died")
        yield answer


def _pool(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_end_quietly)


def _end_quietly() -> None:
    """A worker that is interrupted just ends; the process that started it says so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
