"""Tokens that a small tokenizer cuts at a clitic's letter though they are one word: names above all."""

from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from newsquote.lexicon import load
from newsquote.text import fold

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


def and_whole(token: str) -> bool:
    """Whether an orthographic token is و and such a word.

    >>> and_whole("وسيرغي"), and_whole("وليد"), and_whole("وقال")
    (True, False, False)
    """
    return token[:1] == "و" and fold(token) not in _whole_words() and fold(token[1:]) in _whole_words()


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(word for entry in load("whole_words.toml", "whole", WholeWords) for word in entry.words)
