"""Tokens to words: وقالت to و + قالت, by Stanza's splitter, each token once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsquote.parsing.engine.recent import Recent
from newsquote.parsing.whole_words import and_whole, is_whole

_KEPT = 12_000


class Splitter:
    """Stanza's processor for multiword tokens, with a memory, since it looks at nothing but the token."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known = Recent(self._compute, most=_KEPT)

    def split(self, tokens: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The words of tokens; one that is not split after all is its own only word."""
        return self._known(tokens)

    def _compute(self, tokens: Sequence[str]) -> list[tuple[str, ...]]:
        joined = {token: [token[0], token[1:]] for token in tokens if and_whole(token)}
        document = _Tokens(sorted(token for token in tokens if token not in joined and not is_whole(token)))
        if document.tokens:
            self._processor.process(document)
        split = joined | dict(zip(document.tokens, map(str.split, document.expansions), strict=True))
        return [tuple(words) if len(words := split.get(token, ())) > 1 else (token,) for token in tokens]


class _Tokens:
    """What the processor asks of a ``stanza.Document``."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.expansions: list[str] = []

    def get_mwt_expansions(self, evaluation: bool) -> list[str]:  # noqa: ARG002, FBT001 - as Stanza calls it
        return self.tokens

    def set_mwt_expansions(self, expansions: list[str], **_: bool) -> None:
        self.expansions = expansions
