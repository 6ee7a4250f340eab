"""A Stanza pipeline of the user's: checked, run plainly, and its documents read."""

from collections.abc import Sequence
from typing import Any, Protocol

from newsquote.errors import PipelineError
from newsquote.parsing.merging import ParsedSentence, ParsedToken, ParsedWord
from newsquote.parsing.parser_input import OffsetMap, ParserInput

PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")


class Pipeline(Protocol):
    """What is asked of a ``stanza.Pipeline``."""

    lang: str
    processors: dict[str, Any]

    def __call__(self, doc: str, /) -> Any:  # noqa: ANN401 - Stanza carries no types
        """Parse a text to a ``stanza.Document``."""


class PipelineBackend:
    """Parses through a pipeline, one input after the other, whatever its models are.

    Raises:
        PipelineError: If the pipeline is for another language or lacks a processor.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        _check(pipeline)
        self._pipeline = pipeline

    def parse(self, inputs: Sequence[ParserInput]) -> list[list[ParsedSentence]]:
        """The sentences of each input, with offsets into the article."""
        return [_sentences(self._pipeline(given.text), given.offsets) for given in inputs]


def _sentences(document: Any, offsets: OffsetMap) -> list[ParsedSentence]:  # noqa: ANN401
    return [
        [
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
        for sentence in document.sentences
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
