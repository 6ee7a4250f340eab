"""Step ``ranker``: the network that chooses speakers anew, trained on annotated articles."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote.evaluation.annotations import Relation
from newsquote.matching import Match
from newsquote.same_name import same_name
from newsquote.speakers.contenders import Contender
from newsquote.speakers.resolution import contests
from newsquote.syntax import Article, touch
from newsquote.training.packaging import halved
from newsquote.training.refiner import with_cue_of

if TYPE_CHECKING:
    from torch import Tensor

    from newsquote.refinement.speaker_ranker import Ballot, RankingNetwork
    from newsquote.refinement.states import States

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RankerOptions:
    """Hyperparameters of the ranker; ``further_rate`` is the rate of one that has been trained before."""

    epochs: int = 10
    rate: float = 2e-3
    further_rate: float = 1e-3
    batch: int = 64
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Election:
    """What a network is told of a contest, and which of the contenders are the annotated speaker."""

    ballot: Ballot
    right: Tensor


def elections(
    article: Article,
    matches: Sequence[Match],
    relations: Sequence[Relation],
    vector_of: Mapping[str, int],
    states: States,
) -> Iterator[Election]:
    """The contests of an annotated article in which one contender at least is right, and one is wrong.

    Args:
        article: The parsed article.
        matches: The attributions found in it.
        relations: Its annotation.
        vector_of: The number of each word's vector.
        states: What the network that judges statements made of the article's words.
    """
    import torch

    from newsquote.refinement.speaker_ranker import ballot

    for match, contest in zip(matches, contests(article, matches), strict=True):
        gold = with_cue_of(match, relations)
        if contest is None or gold is None:
            continue
        right = [_is(one, match, gold) for one in contest.contenders]
        if any(right) and not all(right):
            yield Election(ballot(contest, vector_of, states), torch.tensor(right))


def _is(one: Contender, match: Match, gold: Relation) -> bool:
    """Whether a contender is the annotated speaker: by his name, or unnamed and in the words of the source."""
    if one.unnamed != gold.anonymous:
        return False
    if gold.entity is not None and same_name(gold.entity, one.name):
        return True
    same = match.source is not None and gold.source is not None and touch([match.source], [gold.source])
    return one.unnamed and same and ("source unnamed" in one.ways or "ruled" in one.ways)


def train_ranking(
    given: Sequence[Election], vectors: Tensor, options: RankerOptions, begun: Mapping[str, Tensor] | None = None
) -> RankingNetwork:
    """Train one network: whoever of those who are right is likeliest shall be likelier than the others.

    Args:
        given: What to train on.
        vectors: Word vectors.
        options: Hyperparameters.
        begun: Weights to begin with; random ones if none are given.
    """
    import torch

    from newsquote.refinement.speaker_ranker import RankingNetwork

    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    order, first = list(given), given[0].ballot
    network = RankingNetwork(first.rows.shape[1], first.mentions.shape[1], vectors).train()
    if begun is not None:
        network.load_state_dict(begun)
    rate = options.rate if begun is None else options.further_rate
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-4)
    steps = options.epochs * -(-len(order) // options.batch)
    slower = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(options.epochs):
        chance.shuffle(order)
        total = 0.0
        for start in range(0, len(order), options.batch):
            group = order[start : start + options.batch]
            right = torch.nn.utils.rnn.pad_sequence([one.right for one in group], batch_first=True)
            likely = network([one.ballot for one in group])
            loss = -likely.masked_fill(~right, float("-inf")).logsumexp(-1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            slower.step()
            total += loss.item() * len(group)
        logger.info("pass %d of %d: loss %.3f a contest", epoch + 1, options.epochs, total / len(order))
    return network


def save_ranker(network: RankingNetwork, target: Path) -> None:
    """Write a network as the package carries it, in half precision.

    Args:
        network: It.
        target: The file to write.
    """
    import torch

    torch.save(halved(network.state_dict()), target)
