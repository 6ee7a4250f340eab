"""Many articles, on several processor cores: worker processes, each with its own models."""

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Literal, overload

from newsquote.errors import NewsquoteError, WorkerError
from newsquote.extractor import default_extractor
from newsquote.models import Quote

Outcome = list[Quote] | Exception

_TASK = 16  # articles sent to a worker at once
_AHEAD = 2  # tasks a worker has waiting, besides the one it does
_DIED = (
    "a worker process died; it may have run out of memory, so ask for fewer jobs. A script that asks for jobs must "
    'call extract_many below `if __name__ == "__main__":`, because each worker imports the script anew'
)


@overload
def extract_many(
    texts: Iterable[str], *, jobs: int = 1, return_exceptions: Literal[False] = False
) -> Iterator[list[Quote]]: ...


@overload
def extract_many(texts: Iterable[str], *, jobs: int = 1, return_exceptions: bool) -> Iterator[Outcome]: ...


def extract_many(texts: Iterable[str], *, jobs: int = 1, return_exceptions: bool = False) -> Iterator[Outcome]:
    """The quotes of many articles, found with the bundled models: a list for each, in order.

    Works lazily and in bounded memory: some articles are read ahead, so that they are parsed together.

    Args:
        texts: The articles, as plain text; may be endless.
        jobs: How many processes share the work. Each loads its own models (some 0.5 GB) and uses one thread. A script
            that asks for more than one must do so below ``if __name__ == "__main__":``.
        return_exceptions: Give what goes wrong with an article in its place, in lieu of raising it.

    Raises:
        ValueError: If ``jobs`` is no whole number from 1.
        newsquote.InputError: If a text is no string.
        newsquote.ModelsError: If the bundled models are missing or damaged, whatever ``return_exceptions`` says.
        newsquote.WorkerError: If a worker process dies.
    """
    if type(jobs) is not int or jobs < 1:
        raise ValueError(f"jobs must be a whole number from 1, not {jobs!r}")
    if jobs == 1:
        return default_extractor().extract_many(texts, return_exceptions=return_exceptions)
    return _shared_out(iter(texts), jobs, return_exceptions=return_exceptions)


def _shared_out(texts: Iterator[str], jobs: int, *, return_exceptions: bool) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (task := list(islice(texts, _TASK))):
                waiting.append(pool.submit(_work, task))
            if not waiting:
                return
            for outcome in waiting.popleft().result():
                if isinstance(outcome, Exception) and not return_exceptions:
                    raise outcome
                yield outcome
    except BrokenProcessPool as error:
        raise WorkerError(_DIED) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Set up a worker."""
    import torch  # noqa: PLC0415 - takes seconds

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends the pool
    torch.set_num_threads(1)


def _work(texts: list[str]) -> list[Outcome]:
    return [_portable(outcome) for outcome in default_extractor().extract_many(texts, return_exceptions=True)]


def _portable(outcome: Outcome) -> Outcome:
    """An exception that can be sent to another process."""
    if isinstance(outcome, Exception):
        try:
            pickle.loads(pickle.dumps(outcome))  # noqa: S301 - made on the line itself
        except Exception:  # noqa: BLE001 - an exception may break in any way
            return NewsquoteError(f"{type(outcome).__name__}: {outcome}")
    return outcome
