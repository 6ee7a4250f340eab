"""Tokens that a small tokenizer cuts at a clitic's letter though they are one word: names above all."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from newsquote.lexicon import load
from newsquote.text import fold

_MARK = "MWT=Yes"
_IMPERFECT = frozenset("يتنا")  # folded first letters of what the future's س can be fixed to
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي", "ني")


class WholeWords(BaseModel):
    """Words of one first letter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    begins: Annotated[str, Field(min_length=1, max_length=1)]
    words: Annotated[tuple[str, ...], Field(min_length=1)]


def is_whole(token: str) -> bool:
    """Whether an orthographic token is surely one syntactic word.

    >>> is_whole("سيرغي"), is_whole("سجل"), is_whole("سيقول")
    (True, True, False)
    """
    key = fold(token)
    if key in _whole_words():
        return True
    return len(key) > 2 and key[0] == "س" and key[1] not in _IMPERFECT and not key.endswith(_PRONOUNS)


def keeping_whole(process: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A Stanza tokenizer's ``process`` that marks no whole word as a contraction."""

    def tokenize(document: Any) -> Any:  # noqa: ANN401 - Stanza carries no types
        document = process(document)
        for sentence in document.sentences:
            for token in sentence.tokens:
                if token.misc and _MARK in token.misc and is_whole(token.text):
                    token.misc = "|".join(each for each in token.misc.split("|") if each != _MARK) or None
        return document

    return tokenize


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(word for entry in load("whole_words.toml", "whole", WholeWords) for word in entry.words)
