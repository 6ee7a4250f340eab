"""Step ``refiner``: the network that corrects what rules found, trained on annotated articles."""

from __future__ import annotations

import logging
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote.evaluation.annotations import Relation
from newsquote.matching import Match
from newsquote.refinement.paragraphs import CATEGORIES, Anchor, Paragraph, paragraphs
from newsquote.syntax import Article, Extent, touch
from newsquote.training.packaging import halved

if TYPE_CHECKING:
    from torch import Tensor

    from newsquote.refinement.network import Batch, Network

logger = logging.getLogger(__name__)
_RARE = {"key": 4, "lemma": 3, "ending": 4, "beginning": 4, "marks": 4}
_LEXICAL = 4  # categories that tell which word it is
_RULES = -1  # the relation that tells what rules found


@dataclass(frozen=True, slots=True)
class RefinerOptions:
    """Hyperparameters of the refiner."""

    epochs: int = 9
    rate: float = 2e-3
    batch_words: int = 2500
    hidden_words: float = 0.12
    hidden_findings: float = 0.15
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph, and what is right about each of its attributions.

    Attributes:
        paragraph: It.
        statements: Whether it is a statement; ``None`` for one that rules did not find.
        contents: First and last word of the statement, where they are known.
    """

    paragraph: Paragraph
    statements: tuple[bool | None, ...]
    contents: tuple[Extent | None, ...]


def examples(article: Article, matches: Sequence[Match], relations: Sequence[Relation]) -> Iterator[Example]:
    """The paragraphs of an annotated article that hold attributions, found or annotated.

    Args:
        article: The parsed article.
        matches: What rules find in it.
        relations: Its annotation.
    """
    for paragraph in paragraphs(article, matches):
        gold = [with_cue_of(anchor.match, relations) for anchor in paragraph.anchors]
        missed = [
            (anchor, relation)
            for relation in relations
            if not any(relation is one for one in gold) and (anchor := _anchor(paragraph, relation))
        ]
        found = len(paragraph.anchors)
        paragraph.anchors.extend(anchor for anchor, _ in missed)
        if paragraph.anchors:
            right = [*gold, *(relation for _, relation in missed)]
            statements = (*(one is not None for one in gold), *[None] * (len(right) - found))
            yield Example(paragraph, statements, tuple(_content(paragraph, one) for one in right))


def with_cue_of(match: Match | None, relations: Iterable[Relation]) -> Relation | None:
    """The annotated statement that has a cue in common with a match.

    Args:
        match: What rules found.
        relations: What is annotated.
    """
    return next((one for one in relations if match is not None and touch(match.cue, one.cue)), None)


def _anchor(paragraph: Paragraph, relation: Relation) -> Anchor | None:
    """Where a statement that rules missed hangs: on the verb of its cue, or on the cue's first word."""
    cue = paragraph.within(relation.cue[0]) if relation.cue else None
    if cue is None:
        return None
    numbers = range(cue[0], cue[1] + 1)
    word = next((number for number in numbers if paragraph.words[number].upos == "VERB"), cue[0])
    return None if any(anchor.word == word for anchor in paragraph.anchors) else Anchor(word)


def _content(paragraph: Paragraph, relation: Relation | None) -> Extent | None:
    if relation is None or len(relation.content) != 1:
        return None
    return paragraph.within(relation.content[0])


def vocabulary_of(given: Iterable[Example]) -> dict[str, dict[str, int]]:
    """The values of each category that are frequent enough, the most frequent first.

    Args:
        given: What the network is trained on.

    Returns:
        The number of each, from 1.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in CATEGORIES}
    for example in given:
        for row in example.paragraph.categories:
            for name, value in zip(CATEGORIES, row, strict=True):
                counts[name][value] += 1
    return {
        name: {
            value: number
            for number, (value, count) in enumerate(counted.most_common(), start=1)
            if count >= _RARE.get(name, 2)
        }
        for name, counted in counts.items()
    }


def train_network(
    given: Sequence[Example],
    vocabulary: Mapping[str, Mapping[str, int]],
    vectors: Tensor,
    vector_of: Mapping[str, int],
    options: RefinerOptions,
) -> Network:
    """Train one network.

    Args:
        given: What to train on.
        vocabulary: Its values, by ``vocabulary_of``.
        vectors: Word vectors.
        vector_of: The number of each word's vector.
        options: Hyperparameters.
    """
    import torch

    from newsquote.refinement.network import Network, batch

    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    network = Network([len(values) + 1 for values in vocabulary.values()], vectors)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=1e-4)
    steps = options.epochs * len(_batches(given, options.batch_words, chance))
    step = 0
    for epoch in range(options.epochs):
        network.train()
        total, attributions = 0.0, 0
        for group in _batches(given, options.batch_words, chance):
            made = _hidden(batch([one.paragraph for one in group], vocabulary, vector_of), options)
            loss = _loss(network, made, group)
            for settings in optimizer.param_groups:
                settings["lr"] = _rate(options, step, steps)
            optimizer.zero_grad()
            torch.autograd.backward(loss / len(made.anchor))
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            total, attributions = total + loss.item(), attributions + len(made.anchor)
        logger.info("pass %d of %d: loss %.3f an attribution", epoch + 1, options.epochs, total / attributions)
    return network


def _rate(options: RefinerOptions, step: int, steps: int) -> float:
    """Up in a hundred updates at most, then down along a cosine."""
    rising = min(100, max(1, steps // 10))
    return options.rate * min(1, (step + 1) / rising) * max(0.02, (1 + math.cos(math.pi * step / steps)) / 2)


def _batches(given: Sequence[Example], words: int, chance: random.Random) -> list[list[Example]]:
    """Paragraphs of like length together, in an order drawn by lot."""
    ordered = sorted(given, key=lambda one: len(one.paragraph.words) * (1 + chance.random() / 10) + chance.random() * 4)
    found: list[list[Example]] = [[]]
    for one in ordered:
        longest = max((len(other.paragraph.words) for other in found[-1]), default=0)
        if found[-1] and max(longest, len(one.paragraph.words)) * (len(found[-1]) + 1) > words:
            found.append([])
        found[-1].append(one)
    chance.shuffle(found)
    return found


def _hidden(made: Batch, options: RefinerOptions) -> Batch:
    """A batch in which some words are unknown, and some findings of the rules are left out."""
    import torch

    words = torch.rand(made.vectors.shape) < options.hidden_words
    categories = made.categories.clone()
    categories[:, :, :_LEXICAL] *= ~words.unsqueeze(-1)
    findings = made.findings * (torch.rand(len(made.findings), 1, 1) >= options.hidden_findings)
    relations = made.relations.clone()
    relations[:, :, _RULES] *= (torch.rand(len(relations)) >= options.hidden_findings).unsqueeze(-1)
    return replace(made, categories=categories, findings=findings, relations=relations)


def _loss(network: Network, made: Batch, group: Sequence[Example]) -> Tensor:
    import torch
    from torch.nn import functional

    scores = network(made)
    right = [one for example in group for one in example.statements]
    judged = torch.tensor([one is not None for one in right])
    loss: Tensor = functional.binary_cross_entropy_with_logits(
        scores.statement()[judged], torch.tensor([float(one) for one in right if one is not None]), reduction="sum"
    )
    contents = [one for example in group for one in example.contents]
    windows = zip(contents, made.first.tolist(), made.inside.sum(1).tolist(), strict=True)
    inside = [
        (content[0] - first, content[1] - first)
        if content and first <= content[0] <= content[1] < first + size
        else None
        for content, first, size in windows
    ]
    known = torch.tensor([one is not None for one in inside])
    if known.any():
        begins = torch.tensor([one[0] if one else 0 for one in inside])
        ends = torch.tensor([one[1] if one else 0 for one in inside])
        loss = loss + functional.nll_loss(scores.begins()[known], begins[known], reduction="sum")
        loss = loss + functional.nll_loss(scores.ends(begins)[known], ends[known], reduction="sum")
    return loss


def save_refiner(network: Network, vocabulary: Mapping[str, Mapping[str, int]], target: Path) -> None:
    """Write a network as the package carries it: in half precision, without the word vectors.

    Args:
        network: It.
        vocabulary: The values that it knows.
        target: The file to write.
    """
    import torch

    known = {name: dict(values) for name, values in vocabulary.items()}
    torch.save({"vocabulary": known, "network": halved(network.state_dict())}, target)
