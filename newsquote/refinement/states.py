"""What a network made of each word of an article, looked up by where the word stands."""

from bisect import bisect_right
from collections.abc import Sequence

import torch
from torch import Tensor

from newsquote.refinement.paragraphs import Paragraph


class States:
    """The states at the words of an article.

    Args:
        paragraphs: The article's paragraphs, in text order.
        states: The states of each one's words (word, state); at least one.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], states: Sequence[Tensor]) -> None:
        self._starts = [word.start for paragraph in paragraphs for word in paragraph.words]
        self._all = torch.cat(list(states))

    def at(self, offsets: Sequence[int | None]) -> Tensor:
        """The states at the words that begin at offsets or last before them (offset, state).

        Args:
            offsets: Into the article; ``None``, and one before the first word, has zeros.
        """
        numbers = [-1 if offset is None else bisect_right(self._starts, offset) - 1 for offset in offsets]
        found = torch.tensor(numbers)
        return self._all[found.clamp(min=0)] * (found >= 0).unsqueeze(1)
