"""The best tree of a matrix of scores: the greedy one where it is a tree, else Chu and Liu's and Edmonds's."""

from typing import Any

import numpy as np
import torch

_NEVER = float("-inf")


def best_trees(scores: torch.Tensor, lengths: list[int]) -> list[list[int]]:
    """The best tree with a single root of each sentence.

    If each word's best head gives a tree with one root, no tree is better. Elsewhere Chu–Liu–Edmonds gives the best
    tree, and where that has several roots, with root arcs made dear, the best with one (Stanojević and Cohen, 2021:
    https://aclanthology.org/2021.emnlp-main.823/).

    Args:
        scores: Of each sentence, of each node (the root is node 0), for each head.
        lengths: The nodes of each sentence; what is beyond is padding.

    Returns:
        The head of each node of each sentence; the root's is the root.
    """
    size = scores.shape[1]
    beyond = torch.arange(size) >= torch.tensor(lengths).unsqueeze(1)
    scores = scores.masked_fill(torch.eye(size, dtype=torch.bool) | beyond.unsqueeze(1), _NEVER)
    heads = scores.argmax(2)
    heads[:, 0] = 0
    heads[beyond] = 0
    single = ((heads == 0) & ~beyond).sum(1) == 2  # of which one is the root itself
    ancestors = heads
    for _ in range(size.bit_length()):
        ancestors = ancestors.gather(1, ancestors)
    greedy = single & (ancestors == 0).all(1)
    matrices = scores.double().numpy()
    return [
        tree[:length] if good else _search(matrices[place, :length, :length]).tolist()
        for place, (tree, good, length) in enumerate(zip(heads.tolist(), greedy.tolist(), lengths, strict=True))
    ]


def _search(scores: Any) -> Any:
    tree = _maximum(scores)
    if np.count_nonzero(tree[1:] == 0) > 1:
        finite = scores[1:][np.isfinite(scores[1:])]
        scores = scores.copy()
        scores[:, 0] -= (finite.max() - finite.min() + 1) * len(scores)
        tree = _maximum(scores)
    return tree


def _maximum(scores: Any) -> Any:
    """The best tree with any number of roots."""
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    scores[0] = _NEVER
    scores[0, 0] = 0
    heads = scores.argmax(1)
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    # the cycle becomes one node, the last of a smaller graph, whose best tree says where to break the cycle
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(outside, inside)]
    smaller = np.zeros((len(outside) + 1, len(outside) + 1))
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    tree = _maximum(smaller)
    into, out = entering.argmax(0), leaving.argmax(1)
    for node, head in enumerate(tree[:-1]):
        heads[outside[node]] = outside[head] if head < len(outside) else inside[out[node]]
    heads[inside[into[tree[-1]]]] = outside[tree[-1]]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of some cycle, if there is one."""
    seen = [0] * len(heads)  # in which walk a node was met
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = heads[node]
        if seen[node] == start:
            cycle = [node]
            while (node := heads[node]) != cycle[0]:
                cycle.append(node)
            return cycle
    return []
