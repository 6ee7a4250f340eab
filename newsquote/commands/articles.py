"""Articles with their quotes, for the commands that extract: what cannot be done is said, the rest is done."""

import argparse
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol

from newsquote.commands.messages import REINSTALL, complain
from newsquote.errors import InputError, NewsquoteError
from newsquote.models import Quote
from newsquote.reading import Document


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add how many processes share the work."""
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="share the work among N processes")


def _jobs(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {value!r}")
    return int(value)


class Extracts(Protocol):
    """What turns texts into quotes."""

    def extract_many(self, texts: Iterable[str], *, return_exceptions: bool) -> Iterator[list[Quote] | Exception]:
        """The quotes of many articles, in order; what goes wrong with one stands in its place."""


class Articles:
    """Documents with their quotes, in order; messages go to standard error.

    Args:
        documents: What was read, and what could not be.
        extractor: What to extract with; the bundled models if ``None``.
        jobs: How many processes share the work of the bundled models.
        tell: What to call with each document once it is done with.

    Attributes:
        status: The exit status so far: 1 once something could not be done.
    """

    def __init__(
        self,
        documents: Iterable[Document | InputError],
        *,
        extractor: Extracts | None = None,
        jobs: int = 1,
        tell: Callable[[Document], None] = lambda document: None,  # noqa: ARG005
    ) -> None:
        self.status = 0
        self._documents = documents
        self._extractor = extractor
        self._jobs = jobs
        self._tell = tell
        self._waiting: deque[Document] = deque()

    def __iter__(self) -> Iterator[tuple[Document, list[Quote]]]:
        try:
            for outcome in self._outcomes():
                document = self._waiting.popleft()
                if isinstance(outcome, InputError):
                    self._fail(f"{document.place}: {outcome}")
                elif isinstance(outcome, Exception):
                    error = f"{type(outcome).__name__}: {outcome}"
                    self._fail(f"{document.place}: could not be done ({error}); please report it")
                else:
                    yield document, outcome
                self._tell(document)
        except (NewsquoteError, ImportError) as error:
            # without models or lexicon no article can be done
            self._fail(f"{error}{REINSTALL if isinstance(error, ImportError) else ''}")

    def _outcomes(self) -> Iterator[list[Quote] | Exception]:
        if self._extractor:
            return self._extractor.extract_many(self._texts(), return_exceptions=True)
        return _bundled(self._texts(), self._jobs)

    def _texts(self) -> Iterator[str]:
        for item in self._documents:
            if isinstance(item, InputError):
                self._fail(str(item))
            else:
                self._waiting.append(item)
                yield item.text

    def _fail(self, message: str) -> None:
        complain(message)
        self.status = 1


def _bundled(texts: Iterator[str], jobs: int) -> Iterator[list[Quote] | Exception]:
    """As ``newsquote.extract_many``, but where there are no articles nothing is loaded."""
    for first in texts:
        from newsquote.workers import extract_many  # noqa: PLC0415 - --help and --version need not wait for it

        yield from extract_many(chain([first], texts), jobs=jobs, return_exceptions=True)
