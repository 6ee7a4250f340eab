"""Lemmas, by Stanza's lemmatizer, each form once for each part of speech."""

from collections.abc import Sequence
from typing import Any

_KEPT = 50_000


class Lemmatizer:
    """Stanza's lemmatizer, with a memory, since it looks at nothing but a form and its part of speech."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known: dict[tuple[str, str], str] = {}

    def lemmatize(self, forms: Sequence[Sequence[str]], tags: Sequence[Sequence[tuple[str, str]]]) -> list[list[str]]:
        """The lemma of each word of each sentence."""
        if len(self._known) > _KEPT:
            self._known.clear()
        pairs = [
            [(form, upos) for form, (upos, _) in zip(*sentence, strict=True)]
            for sentence in zip(forms, tags, strict=True)
        ]
        if unknown := sorted({pair for sentence in pairs for pair in sentence} - self._known.keys()):
            document = _Words(unknown)
            self._processor.process(document)
            self._known.update(zip(unknown, document.lemmas, strict=True))
        return [[self._known[pair] for pair in sentence] for sentence in pairs]


class _Words:
    """What the lemmatizer asks of a ``stanza.Document``."""

    def __init__(self, words: list[tuple[str, str]]) -> None:
        self._words = words
        self.lemmas: list[str] = []

    def get(self, fields: Sequence[str]) -> list[list[str | None]]:
        values = {"text": 0, "upos": 1}
        return [[word[values[field]] if field in values else None for field in fields] for word in self._words]

    def set(self, _: Sequence[str], lemmas: list[str]) -> None:
        self.lemmas = lemmas
