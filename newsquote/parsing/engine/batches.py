"""Sentences of like length together, so that little is computed on padding."""

from collections.abc import Iterator, Sequence

import torch

WORDS = 1500
"""Words in a batch, padding included; one sentence may have more."""


def by_length(lengths: Sequence[int], *, most: int = WORDS) -> Iterator[list[int]]:
    """The places of sentences in batches, longest first."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        if not lengths[place]:
            break
        if batch and (len(batch) + 1) * lengths[batch[0]] > most:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def padded(rows: Sequence[Sequence[int]]) -> torch.Tensor:
    """Rows of numbers as one tensor, filled up with 0; the first row must be the longest."""
    width = len(rows[0])
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
