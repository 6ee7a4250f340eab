"""Multiword tokens whose pieces are exact substrings of the token.

UD writes the words of a contraction as they would stand alone: PADT has ``للسلطة`` = ``ل`` + ``السلطة`` and
``حكومتها`` = ``حكومة`` + ``ها``. Stanza trains its exact-piece classifier only where the pieces add up to the token;
then no piece is ever invented and each word has character offsets. So ``ل`` + ``لسلطة``, ``حكومت`` + ``ها``.
"""

from __future__ import annotations

import re
from functools import cache

_DIACRITICS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
# Letters that stand for each other where a word meets a clitic: hamza carriers, taa marbuta, alif maqsura.
_VARIANTS = ("اأإآٱىي", "ةته", "ءؤئأإآ", "يى", "نم")


def exact_pieces(token: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a token into as many substrings as it has words, each as like its word as can be.

    Args:
        token: The surface token.
        words: The treebank's forms of its words, in order.

    Returns:
        Pieces with ``"".join(pieces) == token``.

    Raises:
        ValueError: The token has fewer letters than words.

    >>> exact_pieces("للسلطة", ("ل", "السلطة"))
    ('ل', 'لسلطة')
    >>> exact_pieces("حكومتها", ("حكومة", "ها"))
    ('حكومت', 'ها')
    """
    if "".join(words) == token:
        return words
    if len(token) < len(words):
        raise ValueError(f"{token!r} is too short for {len(words)} words: {words!r}")

    @cache
    def cut(start: int, index: int) -> tuple[float, tuple[str, ...]]:
        if index == len(words) - 1:
            return _distance(token[start:], words[index]), (token[start:],)
        last = len(token) - (len(words) - 1 - index)
        options = []
        for end in range(start + 1, last + 1):
            cost, rest = cut(end, index + 1)
            options.append((_distance(token[start:end], words[index]) + cost, (token[start:end], *rest)))
        return min(options, key=lambda option: option[0])

    return cut(0, 0)[1]


def _distance(piece: str, word: str) -> float:
    """Weighted edit distance; a swap of kindred letters costs little, a diacritic nothing."""
    word, piece = _DIACRITICS.sub("", word), _DIACRITICS.sub("", piece)
    previous = [float(column) for column in range(len(word) + 1)]
    for row, left in enumerate(piece, 1):
        current = [float(row)]
        for column, right in enumerate(word, 1):
            swap = 0.0 if left == right else 0.3 if _kindred(left, right) else 1.5
            current.append(min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + swap))
        previous = current
    return previous[-1]


def _kindred(left: str, right: str) -> bool:
    return any(left in letters and right in letters for letters in _VARIANTS)
