"""Tokens to words: وقالت to و + قالت, by Stanza's splitter, each token once."""

from typing import Any

from newsquote.parsing.whole_words import is_whole

_KEPT = 50_000


class Splitter:
    """Stanza's processor for multiword tokens, with a memory, since it looks at nothing but the token."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known: dict[str, tuple[str, ...]] = {}

    def split(self, tokens: set[str]) -> dict[str, tuple[str, ...]]:
        """The words of tokens; one that is not split after all is its own only word."""
        if len(self._known) > _KEPT:
            self._known.clear()
        unknown = sorted(tokens - self._known.keys())
        self._known.update((token, (token,)) for token in unknown if is_whole(token))
        if unknown := [token for token in unknown if token not in self._known]:
            document = _Tokens(unknown)
            self._processor.process(document)
            for token, expansion in zip(unknown, document.expansions, strict=True):
                words = tuple(expansion.split())
                self._known[token] = words if len(words) > 1 else (token,)
        return self._known


class _Tokens:
    """What the processor asks of a ``stanza.Document``."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self.expansions: list[str] = []

    def get_mwt_expansions(self, evaluation: bool) -> list[str]:  # noqa: ARG002, FBT001 - as Stanza calls it
        return self._tokens

    def set_mwt_expansions(self, expansions: list[str], **_: bool) -> None:
        self.expansions = expansions
