"""The mean of two models: what a training on more data taught, without what it made the model forget.

After Wortsman et al. 2022, *Model soups* (https://arxiv.org/abs/2203.05482).
"""

from __future__ import annotations

from pathlib import Path


def average_weights(first: Path, second: Path, target: Path) -> None:
    """Write a model whose weights lie halfway between two.

    Args:
        first: A tagger or parser.
        second: One that was trained on from it, so that the same weights do the same work.
        target: The model to write; all but its weights are the second's.

    Raises:
        ValueError: If the models differ in vocabulary or size.
    """
    import torch

    before, after = (torch.load(path, map_location="cpu", weights_only=True) for path in (first, second))
    if before["vocab"] != after["vocab"]:
        raise ValueError(f"{second} was not trained on from {first}: their vocabularies differ")
    for name, weight in after["model"].items():
        start = before["model"].get(name)
        if start is None or start.shape != weight.shape:
            raise ValueError(f"{second} was not trained on from {first}: {name} differs in size")
        if weight.is_floating_point():
            after["model"][name] = (start.float() + weight.float()) / 2
    torch.save(after, target, _use_new_zipfile_serialization=False)
