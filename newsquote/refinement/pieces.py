"""Paragraphs as an encoder reads them: cut into pieces of words, in segments that it can take in at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from newsquote.refinement.paragraphs import Paragraph
from newsquote.syntax import Word
from newsquote.text import DIACRITICS

LONGEST = 512  # pieces of a segment, its start and end counted
_START, _END = 0, 2
_UNSEEN = str.maketrans("", "", f"{DIACRITICS}\u0670ـ")  # short vowels and tatweel: rare in news


@dataclass(frozen=True)
class Pieces:
    """Paragraphs as tensors; rows are padded with zeros.

    Attributes:
        numbers: Of the pieces of each segment (segment, piece).
        lengths: Pieces in each segment.
        first, last: Where each word's first and last piece stand in all segments one after another (paragraph, word).
    """

    numbers: Tensor
    lengths: Tensor
    first: Tensor
    last: Tensor


class PieceReader:
    """Cuts paragraphs into pieces.

    Attributes:
        tokenizer: Knows the pieces: a unigram model (Kudo 2018, https://aclanthology.org/P18-1007).
        known: How many pieces it knows.

    Args:
        tokenizer: The same.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.known: int = tokenizer.get_vocab_size()

    def read(self, given: Sequence[Paragraph]) -> Pieces:
        """Paragraphs as an encoder takes them.

        Args:
            given: The paragraphs.
        """
        segments: list[list[int]] = []
        stand = [self._taken_in(paragraph, segments) for paragraph in given]
        rows = nn.utils.rnn.pad_sequence([torch.tensor([*one, _END]) for one in segments], batch_first=True)
        width = rows.shape[1]
        places = [
            torch.tensor([(row * width + first, row * width + last) for row, first, last in one]) for one in stand
        ]
        firsts, lasts = nn.utils.rnn.pad_sequence(places, batch_first=True).unbind(-1)
        return Pieces(rows, torch.tensor([len(one) + 1 for one in segments]), firsts, lasts)

    def _taken_in(self, paragraph: Paragraph, segments: list[list[int]]) -> list[tuple[int, int, int]]:
        """Adds a paragraph's segments; the segment of each word, and where its first and last piece stand in that."""
        stand: list[tuple[int, int, int]] = []
        segments.append([_START])
        for sentence in self._sentences(paragraph):
            size = sum(len(numbers) for numbers, _ in sentence)
            if len(segments[-1]) > 1 and len(segments[-1]) + size >= LONGEST:
                segments.append([_START])
            for numbers, places in sentence:
                if len(segments[-1]) + len(numbers) >= LONGEST:
                    segments.append([_START])
                begun = len(segments[-1])
                segments[-1].extend(numbers[: LONGEST - 2])
                end = len(segments[-1]) - 1
                stand.extend((len(segments) - 1, min(begun + one, end), min(begun + last, end)) for one, last in places)
        return stand

    def _sentences(self, paragraph: Paragraph) -> Iterator[list[tuple[list[int], list[tuple[int, int]]]]]:
        """Of what stands between spaces, sentence by sentence: its pieces, and the first and last one of each word."""
        for _, group in groupby(zip(paragraph.sentences, paragraph.words, strict=True), key=lambda each: each[0]):
            runs = [[one.form.translate(_UNSEEN) for one in run] for run in _unbroken([word for _, word in group])]
            cut = self.tokenizer.encode(["".join(run) for run in runs], is_pretokenized=True, add_special_tokens=False)
            pieces: list[list[tuple[int, tuple[int, int]]]] = [[] for _ in runs]
            for number, offsets, run in zip(cut.ids, cut.offsets, cut.word_ids, strict=True):
                if run is not None:  # as only pieces are that stand for no text
                    pieces[run].append((number, offsets))
            yield [([number for number, _ in each], _places(run, each)) for run, each in zip(runs, pieces, strict=True)]


def _unbroken(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words in runs between which there is space."""
    run = [words[0]]
    for before, word in pairwise(words):
        if word.start > before.end:
            yield run
            run = []
        run.append(word)
    yield run


def _places(forms: Sequence[str], pieces: Sequence[tuple[int, tuple[int, int]]]) -> list[tuple[int, int]]:
    """The first and last piece of each of some words that stand together; -1 where they have none."""
    starts, ends = ([offsets[edge] for _, offsets in pieces] for edge in (0, 1))
    edges = [0, *accumulate(map(len, forms))]
    first = [min(bisect_right(ends, edge), len(pieces) - 1) for edge in edges[:-1]]
    return [(one, max(one, bisect_left(starts, edge) - 1)) for one, edge in zip(first, edges[1:], strict=True)]
