"""Text to Article: many texts through the bundled models together, or one by one through a pipeline of the user's."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsquote.errors import InputError, ModelsError
from newsquote.parsing.bundled_engine import bundled_engine
from newsquote.parsing.merging import ParsedSentence, build_article
from newsquote.parsing.parser_input import ParserInput, prepare
from newsquote.parsing.pipelines import Pipeline, PipelineBackend
from newsquote.parsing.segmentation import split_chunks, split_sentences
from newsquote.quote_marks import find_quotations
from newsquote.syntax import Article, Extent, Quotation

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_BATCH = 50_000  # characters parsed at once, which bounds memory
_AHEAD = 64  # articles read ahead at most
_BUNDLED_LOCK = threading.Lock()
_T = TypeVar("_T")


@dataclass(frozen=True)
class _Draft:
    """An article before it is parsed."""

    text: str
    quotations: tuple[Quotation, ...]
    extents: list[tuple[int, int, int]]
    inputs: list[ParserInput]


class Parser:
    """Parses articles; loads the bundled models at the first text that needs them; may be shared between threads."""

    def __init__(self, *, pipeline: Pipeline | None = None) -> None:
        """Take the bundled models, or a pipeline.

        Args:
            pipeline: An Arabic ``stanza.Pipeline`` with the processors tokenize, mwt, pos, lemma and depparse.

        Raises:
            PipelineError: If the pipeline is for another language or lacks a processor.
        """
        self._backend = None if pipeline is None else PipelineBackend(pipeline)
        self._lock = _BUNDLED_LOCK if pipeline is None else threading.Lock()  # Stanza's networks know no threads

    def parse(self, text: str) -> Article:
        """The sentences and quotations of a text; sentences have no words where it has no Arabic letter.

        Raises:
            InputError: If ``text`` is no ``str``.
            ModelsError: If the bundled models are missing or damaged.
        """
        [article] = self._parse_together([text])
        if isinstance(article, Exception):
            raise article
        return article

    def parse_many(self, texts: Iterable[str]) -> Iterator[Article | Exception]:
        """The Article of each text, or what went wrong with it, in order; reads some texts ahead.

        Raises:
            ModelsError: If the bundled models are missing or damaged.
        """
        group: list[str] = []
        length = 0
        for text in texts:
            group.append(text)
            length += len(text) if hasattr(text, "__len__") else 0  # what is no text becomes an error in its place
            if self._backend or length >= _BATCH or len(group) == _AHEAD:
                yield from self._parse_together(group)
                group, length = [], 0
        yield from self._parse_together(group)

    def _parse_together(self, texts: Sequence[str]) -> list[Article | Exception]:
        drafts = [_attempt(text) for text in texts]
        inputs = [given for draft in drafts if isinstance(draft, _Draft) for given in draft.inputs]
        try:
            parsed = iter(
                [
                    sentences
                    for batch in _batches(inputs, lambda given: len(given.text))
                    for sentences in self._parse(batch)
                ]
            )
        except (ModelsError, ImportError):
            raise
        except Exception as error:  # noqa: BLE001 - one article must not lose the others
            if len(texts) > 1:
                return [article for text in texts for article in self._parse_together([text])]
            return [error]
        return [draft if isinstance(draft, Exception) else _article(draft, parsed) for draft in drafts]

    def _parse(self, inputs: list[ParserInput]) -> list[list[ParsedSentence]]:
        with self._lock:
            if self._backend:
                return self._backend.parse(inputs)
            return bundled_engine().parse(inputs)


def _attempt(text: str) -> _Draft | Exception:
    try:
        return _draft(text)
    except Exception as error:  # noqa: BLE001 - one article must not lose the others
        return error


def _draft(text: str) -> _Draft:
    if not isinstance(text, str):
        raise InputError(f"a text must be a str, not {type(text).__name__}; decode bytes first: data.decode()")
    quotations = find_quotations(text)
    extents = split_sentences(text, quotations)
    inputs = []
    if _ARABIC.search(text):
        chunks = [chunk for start, end, _ in extents for chunk in split_chunks(text, start, end)]
        inputs = [given for batch in _batches(chunks, _length) if (given := prepare(text, batch)).text]
    return _Draft(text, quotations, extents, inputs)


def _article(draft: _Draft, parsed: Iterator[list[ParsedSentence]]) -> Article | Exception:
    sentences = [sentence for _ in draft.inputs for sentence in next(parsed)]
    try:
        return build_article(draft.text, sentences, quotations=draft.quotations, extents=draft.extents)
    except Exception as error:  # noqa: BLE001 - one article must not lose the others
        return error


def _length(extent: Extent) -> int:
    return extent[1] - extent[0]


def _batches(items: Iterable[_T], size: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Items together, as many as are parsed at once by their sizes in characters; one alone may have more."""
    batch: list[_T] = []
    length = 0
    for item in items:
        if batch and length + size(item) > _BATCH:
            yield batch
            batch, length = [], 0
        batch.append(item)
        length += size(item)
    if batch:
        yield batch
