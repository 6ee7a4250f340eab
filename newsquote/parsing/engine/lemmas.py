"""Lemmas, by Stanza's lemmatizer, each form once for each part of speech."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from newsquote.parsing.engine.recent import Recent

_KEPT = 24_000


class Lemmatizer:
    """Stanza's lemmatizer, with a memory, since it looks at nothing but a form and its part of speech."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known = Recent(self._compute, most=_KEPT)

    def lemmatize(self, forms: Sequence[Sequence[str]], tags: Sequence[Sequence[tuple[str, str]]]) -> list[list[str]]:
        """The lemma of each word of each sentence."""
        pairs = [
            [(form, upos) for form, (upos, _) in zip(*sentence, strict=True)]
            for sentence in zip(forms, tags, strict=True)
        ]
        known = self._known(chain.from_iterable(pairs))
        return [[known[pair] for pair in sentence] for sentence in pairs]

    def _compute(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        document = _Words(sorted(pairs, key=lambda pair: (len(pair[0]), pair)))  # like lengths together
        self._processor.process(document)
        lemmas = dict(zip(document.words, document.lemmas, strict=True))
        return [lemmas[pair] for pair in pairs]


class _Words:
    """What the lemmatizer asks of a ``stanza.Document``."""

    def __init__(self, words: list[tuple[str, str]]) -> None:
        self.words = words
        self.lemmas: list[str] = []

    def get(self, fields: Sequence[str]) -> list[list[str | None]]:
        values = {"text": 0, "upos": 1}
        return [[word[values[field]] if field in values else None for field in fields] for word in self.words]

    def set(self, _: Sequence[str], lemmas: list[str]) -> None:
        self.lemmas = lemmas
