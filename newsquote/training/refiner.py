"""The network that corrects what rules found and finds what they missed, trained on annotated articles."""

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

    from newsquote.refinement.encoder import Encoder
    from newsquote.refinement.network import Attributions, Network, Scores, Stretch, Words

logger = logging.getLogger(__name__)
_RARE = {"key": 4, "lemma": 3, "ending": 4, "beginning": 4, "marks": 4}
_LEXICAL = 4  # categories that tell which word it is
_MEANING = [CATEGORIES.index(name) for name in ("cue", "source")]
_RULES = -1  # the relation that tells what rules found


@dataclass(frozen=True, slots=True)
class RefinerOptions:
    """Hyperparameters of the refiner.

    ``further_rate`` is the rate of one that has been trained before, ``encoder_rate`` that of the encoder, whose pieces
    and first ``frozen`` layers stay as they are.
    """

    epochs: int = 9
    rate: float = 2e-3
    further_rate: float = 5e-4
    encoder_rate: float = 1e-4
    frozen: int = 2
    batch_words: int = 2500
    hidden_words: float = 0.12
    hidden_findings: float = 0.15
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph, and what is right about it.

    Attributes:
        paragraph: It.
        statements: Whether a statement hangs on each word; ``None`` where it may or may not.
        anchors: The attributions that are some.
        contents: First and last word of each one's statement, where they are known.
        sources: The same of who says it; the anchor itself where he is left out.
    """

    paragraph: Paragraph
    statements: tuple[bool | None, ...]
    anchors: tuple[Anchor, ...]
    contents: tuple[Extent | None, ...]
    sources: tuple[Extent | None, ...]


def examples(article: Article, matches: Sequence[Match], relations: Sequence[Relation]) -> Iterator[Example]:
    """The paragraphs of an annotated article.

    Args:
        article: The parsed article.
        matches: What rules find in it.
        relations: Its annotation.
    """
    for paragraph in paragraphs(article, matches):
        found = [(anchor, with_cue_of(anchor.match, relations)) for anchor in paragraph.anchors]
        right = [(anchor, relation) for anchor, relation in found if relation is not None]
        missed = [one for one in relations if not any(one is other for _, other in right)]
        right += [(anchor, one) for one in missed if (anchor := _anchor(paragraph, one))]
        statements: list[bool | None] = [False] * len(paragraph.words)
        for relation in relations:
            for cue in relation.cue:
                if extent := paragraph.within(cue):
                    statements[extent[0] : extent[1] + 1] = [None] * (extent[1] + 1 - extent[0])
        for anchor, _ in right:
            statements[anchor.word] = True
        yield Example(
            paragraph,
            tuple(statements),
            tuple(anchor for anchor, _ in right),
            tuple(_content(paragraph, one) for _, one in right),
            tuple(_source(paragraph, anchor, one) for anchor, one in right),
        )


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


def _content(paragraph: Paragraph, relation: Relation) -> Extent | None:
    return paragraph.within(relation.content[0]) if len(relation.content) == 1 else None


def _source(paragraph: Paragraph, anchor: Anchor, relation: Relation) -> Extent | None:
    return paragraph.within(relation.source) if relation.source else (anchor.word, anchor.word)


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
    encoder: Encoder,
    options: RefinerOptions,
    start: Mapping[str, Tensor] | None = None,
) -> Network:
    """Train one network.

    Args:
        given: What to train on.
        vocabulary: Its values, by ``vocabulary_of``.
        vectors: Word vectors.
        vector_of: The number of each word's vector.
        encoder: One that has been trained before; it is trained on.
        options: Hyperparameters.
        start: Weights of the rest to begin with; random ones if none are given.
    """
    import torch

    from newsquote.refinement.network import Network, width_of, words_of

    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    sizes = [len(values) + 1 for values in vocabulary.values()]
    if start is None:
        network = Network(sizes, vectors, encoder)
    else:
        network = Network(sizes, vectors, encoder, each_way=width_of(start))
        network.load_state_dict(start, strict=False)  # the encoder has its weights
    for part in (encoder.piece, encoder.place, encoder.norm, *encoder.layers[: options.frozen]):
        part.requires_grad_(requires_grad=False)
    read = set(encoder.parameters())
    highest = options.rate if start is None else options.further_rate
    optimizer = torch.optim.AdamW(
        [
            {"params": [one for one in network.parameters() if one not in read], "highest": highest},
            {"params": [one for one in read if one.requires_grad], "highest": options.encoder_rate},
        ],
        weight_decay=1e-4,
    )
    steps = options.epochs * len(_batches(given, options.batch_words, chance))
    step = 0
    for epoch in range(options.epochs):
        network.train()
        total, attributions = 0.0, 0
        for group in _batches(given, options.batch_words, chance):
            made = words_of([one.paragraph for one in group], vocabulary, vector_of, encoder.reader)
            loss = _loss(network, made, group, vector_of["<UNK>"], options)
            size = 1 + sum(len(one.anchors) for one in group)  # some paragraphs have none
            for settings in optimizer.param_groups:
                settings["lr"] = settings["highest"] * _share(step, steps)
            optimizer.zero_grad()
            torch.autograd.backward(loss / size)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            total, attributions = total + loss.item(), attributions + size
        logger.info("pass %d of %d: loss %.3f an attribution", epoch + 1, options.epochs, total / attributions)
    return network


def _share(step: int, steps: int) -> float:
    """Of the highest rate: up in a hundred updates at most, then down along a cosine."""
    rising = min(100, max(1, steps // 10))
    return min(1, (step + 1) / rising) * max(0.02, (1 + math.cos(math.pi * step / steps)) / 2)


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


def _hidden(made: Words, unknown: int, options: RefinerOptions) -> tuple[Words, Tensor]:
    """Paragraphs in which some words are unknown, half of them wholly, and of some which rules found nothing in.

    Args:
        made: The paragraphs.
        unknown: The number of the vector of an unknown word.
        options: How much is hidden.

    Returns:
        The paragraphs, and which of them rules found nothing in.
    """
    import torch

    words = torch.rand(made.vectors.shape) < options.hidden_words
    wholly = words & (torch.rand(made.vectors.shape) < 1 / 2)
    categories = made.categories.clone()
    categories[:, :, :_LEXICAL] *= ~words.unsqueeze(-1)
    categories[:, :, _MEANING] *= ~wholly.unsqueeze(-1)
    bare = torch.rand(len(made.findings)) < options.hidden_findings
    findings = made.findings * ~bare[:, None, None]
    vectors = made.vectors.masked_fill(wholly, unknown)
    return replace(made, categories=categories, vectors=vectors, findings=findings), bare


def _loss(network: Network, made: Words, group: Sequence[Example], unknown: int, options: RefinerOptions) -> Tensor:
    from newsquote.refinement.network import Scores, attributions_of

    made, bare = _hidden(made, unknown, options)
    states = network(made)
    loss = _judged(network.statements(states, made.anchored), group)
    if any(example.anchors for example in group):
        given = attributions_of([one.paragraph for one in group], [one.anchors for one in group])
        given.relations[:, :, _RULES] *= ~bare[given.paragraph].unsqueeze(-1)
        scores = Scores(network, states, given)
        loss = loss + _pointed(scores, network.content, given, [one for each in group for one in each.contents])
        loss = loss + _pointed(scores, network.source, given, [one for each in group for one in each.sources])
    return loss


def _judged(scores: Tensor, group: Sequence[Example]) -> Tensor:
    """How wrong it is about which words statements hang on."""
    import torch
    from torch.nn import functional

    pairs = [
        (row, word, float(one))
        for row, example in enumerate(group)
        for word, one in enumerate(example.statements)
        if one is not None
    ]
    rows, words, right = zip(*pairs, strict=True)
    return functional.binary_cross_entropy_with_logits(
        scores[torch.tensor(rows), torch.tensor(words)], torch.tensor(right), reduction="sum"
    )


def _pointed(scores: Scores, stretch: Stretch, given: Attributions, right: Sequence[Extent | None]) -> Tensor:
    """How wrong it is about where stretches begin and end."""
    import torch
    from torch.nn import functional

    windows = zip(right, given.first.tolist(), given.inside.sum(1).tolist(), strict=True)
    inside = [
        (one[0] - first, one[1] - first) if one and first <= one[0] <= one[1] < first + size else None
        for one, first, size in windows
    ]
    known = torch.tensor([one is not None for one in inside])
    begins, ends = (torch.tensor([one[edge] if one else 0 for one in inside]) for edge in (0, 1))
    begun = functional.nll_loss(scores.begins(stretch)[known], begins[known], reduction="sum")
    return begun + functional.nll_loss(scores.ends(stretch, begins)[known], ends[known], reduction="sum")


def save_refiner(network: Network, vocabulary: Mapping[str, Mapping[str, int]], target: Path) -> None:
    """Write a network as the package carries it: in half precision, without word vectors and encoder.

    Args:
        network: It.
        vocabulary: The values that it knows.
        target: The file to write.
    """
    import torch

    known = {name: dict(values) for name, values in vocabulary.items()}
    weights = {name: each for name, each in network.state_dict().items() if not name.startswith("encoder.")}
    torch.save({"vocabulary": known, "network": halved(weights)}, target)
