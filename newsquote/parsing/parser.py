"""Text to Article, through a Stanza pipeline: the bundled one, or the user's own."""

import hashlib
import re
import threading
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from newsquote.bundled import stanza_models_dir
from newsquote.errors import InputError, ModelsError, PipelineError
from newsquote.parsing.merging import ParsedSentence, ParsedToken, ParsedWord, build_article
from newsquote.parsing.parser_input import OffsetMap, prepare
from newsquote.parsing.segmentation import split_chunks, split_sentences
from newsquote.parsing.whole_words import keeping_whole
from newsquote.quote_marks import find_quotations
from newsquote.syntax import Article, Extent

PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_DIGEST = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_BATCH = 50_000  # characters of an article that a pipeline is given at once, which bounds its memory
_REINSTALL = "install newsquote again: pip install --force-reinstall --no-deps newsquote"
_BUNDLED_LOCK = threading.Lock()


class Pipeline(Protocol):
    """What is asked of a ``stanza.Pipeline``."""

    lang: str
    processors: dict[str, Any]

    def __call__(self, doc: str, /) -> Any:  # noqa: ANN401 - Stanza carries no types
        """Parse a text to a ``stanza.Document``."""


class Parser:
    """Parses articles; loads the bundled models at the first text that needs them; may be shared between threads."""

    def __init__(self, *, pipeline: Pipeline | None = None) -> None:
        """Take the bundled models, or a pipeline.

        Args:
            pipeline: An Arabic ``stanza.Pipeline`` with the processors tokenize, mwt, pos, lemma and depparse.

        Raises:
            PipelineError: If the pipeline is for another language or lacks a processor.
        """
        if pipeline is not None:
            _check(pipeline)
        self._pipeline = pipeline
        self._lock = threading.Lock() if pipeline is not None else _BUNDLED_LOCK  # Stanza's pipelines know no threads

    def _parse(self, text: str, chunks: list[Extent]) -> Iterator[ParsedSentence]:
        given = prepare(text, chunks)
        if not given.text:
            return
        with self._lock:
            document = (self._pipeline or _bundled())(given.text)
        yield from _sentences(document, given.offsets)

    def parse(self, text: str) -> Article:
        """The sentences and quotations of a text; sentences have no words where it has no Arabic letter.

        Raises:
            InputError: If ``text`` is no ``str``.
            ModelsError: If the bundled models are missing or damaged.
        """
        if not isinstance(text, str):
            raise InputError(f"a text must be a str, not {type(text).__name__}; decode bytes first: data.decode()")
        quotations = find_quotations(text)
        extents = split_sentences(text, quotations)
        parsed: list[ParsedSentence] = []
        if _ARABIC.search(text):
            chunks = [chunk for start, end, _ in extents for chunk in split_chunks(text, start, end)]
            parsed = [sentence for batch in _batches(chunks) for sentence in self._parse(text, batch)]
        return build_article(text, parsed, quotations=quotations, extents=extents)

    def parse_many(self, texts: Iterable[str]) -> Iterator[Article | Exception]:
        """The Article of each text, or what went wrong with it, in order; reads some texts ahead.

        Raises:
            ModelsError: If the bundled models are missing or damaged.
        """
        for text in texts:
            try:
                article: Article | Exception = self.parse(text)
            except (ModelsError, ImportError):
                raise
            except Exception as error:  # noqa: BLE001 - one article must not lose the others
                article = error
            yield article


def _batches(chunks: list[Extent]) -> Iterator[list[Extent]]:
    batch: list[Extent] = []
    length = 0
    for start, end in chunks:
        if batch and length + end - start > _BATCH:
            yield batch
            batch, length = [], 0
        batch.append((start, end))
        length += end - start
    if batch:
        yield batch


def _sentences(document: Any, offsets: OffsetMap) -> Iterator[ParsedSentence]:  # noqa: ANN401
    for sentence in document.sentences:
        yield [
            ParsedToken(
                offsets.original(token.start_char, token.end_char),
                [
                    ParsedWord(
                        word.text,
                        word.lemma or "",
                        word.upos or "",
                        word.feats or "",
                        word.head or 0,
                        word.deprel or "",
                        None if word.start_char is None else offsets.original(word.start_char, word.end_char),
                    )
                    for word in token.words
                ],
            )
            for token in sentence.tokens
        ]


def _check(pipeline: Pipeline) -> None:
    processors = getattr(pipeline, "processors", None)
    if not isinstance(processors, dict) or not callable(pipeline):
        raise PipelineError(f"pipeline must be a stanza.Pipeline, not {type(pipeline).__name__}")
    needed = f'stanza.Pipeline("ar", processors="{",".join(PROCESSORS)}")'
    if getattr(pipeline, "lang", None) != "ar":
        raise PipelineError(f"pipeline is for the language {pipeline.lang!r}, not Arabic; make one with {needed}")
    if missing := [name for name in PROCESSORS if name not in processors]:
        raise PipelineError(f"pipeline lacks {', '.join(missing)}; make one with {needed}")
    if getattr(pipeline, "config", {}).get("tokenize_pretokenized"):
        raise PipelineError("pipeline takes text that is tokenized already; make one without tokenize_pretokenized")


@cache
def _bundled() -> Pipeline:
    """The bundled pipeline; to be called with the lock held."""
    folder = Path(stanza_models_dir())
    _check_digests(folder)
    import stanza  # noqa: PLC0415 - takes seconds, and needs torch

    pipeline: Pipeline = stanza.Pipeline(
        "ar",
        dir=str(folder),
        package="newsquote",
        processors=",".join(PROCESSORS),
        download_method=None,
        verbose=False,
    )
    tokenizer = pipeline.processors["tokenize"]
    tokenizer.process = keeping_whole(tokenizer.process)
    return pipeline


def _check_digests(folder: Path) -> None:
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        for line in lines:
            if match := _DIGEST.fullmatch(line):
                digest = hashlib.sha256((folder / match[2]).read_bytes()).hexdigest()
                if digest != match[1]:
                    raise ModelsError(f"{folder / match[2]} is not the file that this release came with; {_REINSTALL}")
    except OSError as error:
        raise ModelsError(f"{error.filename} cannot be read ({error.strerror}); {_REINSTALL}") from error
