"""Articles with their quotes, for the commands that extract: what cannot be done is said, the rest is done."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from newsquote.commands.messages import REINSTALL, complain
from newsquote.errors import InputError, NewsquoteError
from newsquote.models import Quote
from newsquote.reading import Document


class Extracts(Protocol):
    """What turns a text into quotes."""

    def extract(self, text: str) -> list[Quote]:
        """The quotes of an article."""


class Articles:
    """Documents with their quotes, in order; messages go to standard error.

    Attributes:
        status: The exit status so far: 1 once something could not be done.
    """

    def __init__(self, documents: Iterable[Document | InputError], extractor: Extracts | None) -> None:
        self.status = 0
        self._documents = documents
        self._extractor = extractor

    def __iter__(self) -> Iterator[tuple[Document, list[Quote]]]:
        for item in self._documents:
            if isinstance(item, InputError):
                self._fail(str(item))
                continue
            try:
                self._extractor = self._extractor or _default_extractor()
                quotes = self._extractor.extract(item.text)
            except InputError as error:
                self._fail(f"{item.place}: {error}")
            except (NewsquoteError, ImportError) as error:
                # without models or lexicon no article can be done
                self._fail(f"{error}{REINSTALL if isinstance(error, ImportError) else ''}")
                return
            except Exception as error:  # noqa: BLE001 - one article must not lose the others
                self._fail(f"{item.place}: could not be done ({type(error).__name__}: {error}); please report it")
            else:
                yield item, quotes

    def _fail(self, message: str) -> None:
        complain(message)
        self.status = 1


def _default_extractor() -> Extracts:
    from newsquote.extractor import Extractor  # noqa: PLC0415 - --help and --version need not wait for it

    return Extractor()
