"""Prepared texts in, parsed sentences out: tokens, words, tags, lemmas, trees."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import torch

from newsquote.parsing.engine.forms import Forms
from newsquote.parsing.engine.lemmas import Lemmatizer
from newsquote.parsing.engine.pieces import Splitter
from newsquote.parsing.engine.run_together import WordParter
from newsquote.parsing.engine.tags import Tagger
from newsquote.parsing.engine.tokens import Tokenizer
from newsquote.parsing.engine.trees import TreeParser
from newsquote.parsing.merging import ParsedSentence, ParsedToken, ParsedWord
from newsquote.parsing.parser_input import ParserInput
from newsquote.syntax import Extent

PARAGRAPHS = "\n\n"


class Engine:
    """Runs the models of a ``stanza.Pipeline`` on many inputs at once. Not for several threads at a time."""

    def __init__(self, pipeline: Any) -> None:
        processors = pipeline.processors
        self._parter = WordParter(processors["pos"].pretrain.vocab._unit2id)  # noqa: SLF001
        self._tokenizer = Tokenizer(processors["tokenize"])
        self._splitter = Splitter(processors["mwt"])
        self._forms = Forms(processors["pos"], processors["depparse"])
        self._tagger = Tagger(processors["pos"], self._forms)
        self._lemmatizer = Lemmatizer(processors["lemma"])
        self._parser = TreeParser(processors["depparse"], self._forms)

    def parse(self, inputs: Sequence[ParserInput]) -> list[list[ParsedSentence]]:
        """The sentences of each input, with offsets into the article."""
        with torch.inference_mode():
            return self._parse(inputs)

    def _parse(self, inputs: Sequence[ParserInput]) -> list[list[ParsedSentence]]:
        inputs = [self._parter.part(given) for given in inputs]
        chunks = [(number, *chunk) for number, given in enumerate(inputs) for chunk in _chunks(given.text)]
        tokenized = self._tokenizer.tokenize([text for *_, text in chunks])
        sentences = [
            (number, [(form, offset + start, offset + end, multiword) for form, start, end, multiword in tokens])
            for (number, offset, _), found in zip(chunks, tokenized, strict=True)
            for tokens in found
        ]
        pieces = self._splitter.split(form for _, tokens in sentences for form, *_, multiword in tokens if multiword)
        words = [[pieces[form] if multiword else (form,) for form, *_, multiword in tokens] for _, tokens in sentences]
        forms = [list(chain.from_iterable(each)) for each in words]
        rows = self._forms.rows(forms)
        tags = self._tagger.tag(rows)
        lemmas = self._lemmatizer.lemmatize(forms, tags)
        trees = self._parser.parse(rows, tags, lemmas)
        parsed: list[list[ParsedSentence]] = [[] for _ in inputs]
        for (number, tokens), pieces_of, *columns in zip(sentences, words, tags, lemmas, trees, strict=True):
            annotated = iter(list(zip(*columns, strict=True)))
            original = inputs[number].offsets.original
            parsed[number].append(
                [
                    ParsedToken(
                        original(start, end),
                        [
                            ParsedWord(piece, lemma, upos, feats, head, deprel, extent and original(*extent))
                            for (piece, extent), ((upos, feats), lemma, (head, deprel)) in zip(
                                _extents(form, start, end, split), annotated, strict=False
                            )
                        ],
                    )
                    for (form, start, end, _), split in zip(tokens, pieces_of, strict=True)
                ]
            )
        return parsed


def _extents(form: str, start: int, end: int, pieces: tuple[str, ...]) -> Iterator[tuple[str, Extent | None]]:
    """The words of a token, with their offsets if they are its letters."""
    exact = "".join(pieces) == form and len(form) == end - start
    for piece in pieces:
        yield piece, (start, start + len(piece)) if exact else None
        start += len(piece)


def _chunks(text: str) -> list[tuple[int, str]]:
    """The chunks of a prepared text that hold anything, each with its offset."""
    offset, found = 0, []
    for chunk in text.split(PARAGRAPHS):
        if chunk.strip():
            found.append((offset, chunk.rstrip()))
        offset += len(chunk) + len(PARAGRAPHS)
    return found
