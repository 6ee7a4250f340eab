"""Who speaks, chosen anew among those whom an article offers, by a network over what is known of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from newsquote.refinement.speaker_choice import best
from newsquote.refinement.states import States
from newsquote.speakers.contender_features import features, mentioned, words
from newsquote.speakers.contenders import Contender, Contest

_WIDTH, _WORD, _STATE, _WORDS = 96, 12, 48, 7
_NEVER = -1e4
_TOGETHER = 256  # contests


@dataclass(frozen=True)
class Ballot:
    """What a network is told of one contest.

    Attributes:
        rows: The contenders' features (contender, feature).
        words: The numbers of the vectors of their words (contender, word).
        mentions: The states where each is mentioned (contender, state); zeros if he is mentioned nowhere.
        attribution: The states at its verb and at its source (2, state); zeros for a source that is left out.
    """

    rows: Tensor
    words: Tensor
    mentions: Tensor
    attribution: Tensor


def ballot(contest: Contest, vector_of: Mapping[str, int], states: States) -> Ballot:
    """What a network is told of a contest.

    Args:
        contest: It.
        vector_of: The number of each word's vector.
        states: What the network that judges statements made of the article's words.
    """
    unknown, match = vector_of["<UNK>"], contest.match
    places = [mentioned(contest, one) for one in contest.contenders]
    numbers = [[vector_of.get(word, unknown) for word in row] for row in words(contest)]
    return Ballot(
        torch.from_numpy(np.array(features(contest), np.float32)),  # PyTorch reads lists slowly
        torch.from_numpy(np.array(numbers, np.int64)),
        states.at([place.offset if place else None for place in places]),
        states.at([match.offset, match.source[0] if match.source else None]),
    )


class RankingNetwork(nn.Module):
    """Scores the contenders of a contest, each beside the strongest marks of all.

    Args:
        width: How many features a contender has.
        state: How many numbers a state has.
        vectors: Word vectors (word, dimension); they are not trained, nor saved.
        dropout: The share of a layer that is left out in training.
    """

    def __init__(self, width: int, state: int, vectors: Tensor, *, dropout: float = 0.5) -> None:
        super().__init__()
        self._vectors = vectors
        self.words = nn.ModuleList(nn.Linear(vectors.shape[1], _WORD) for _ in range(_WORDS))
        self.attribution = nn.ModuleList(nn.Linear(state, _STATE) for _ in range(2))
        self.mention = nn.Linear(state, _STATE)
        self.pair = nn.Linear(2 * state, _STATE)
        self.one = nn.Linear(width + _WORDS * _WORD + 4 * _STATE, _WIDTH)
        self.among_all = nn.Linear(2 * _WIDTH, _WIDTH)
        self.out = nn.Linear(_WIDTH, 1)
        self.directly = nn.Linear(width, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ballots: Sequence[Ballot]) -> Tensor:
        """The log probability of each contender (contest, contender); of those past a contest's last, none."""
        rows, numbers, mentions = (
            nn.utils.rnn.pad_sequence([getattr(one, name) for one in ballots], batch_first=True)
            for name in ("rows", "words", "mentions")
        )
        there = nn.utils.rnn.pad_sequence([one.rows.new_ones(len(one.rows)) for one in ballots], batch_first=True) > 0
        attribution = self.dropout(torch.stack([one.attribution for one in ballots]))
        mentions = self.dropout(mentions)
        anchor = attribution[:, :1].expand_as(mentions)
        about = [read(attribution[:, n : n + 1]).relu() for n, read in enumerate(self.attribution)]
        seen = [
            *(read(self._vectors[numbers[:, :, n]]).relu() for n, read in enumerate(self.words)),
            *(one.expand(-1, rows.shape[1], -1) for one in about),
            self.mention(mentions).relu(),
            self.pair(torch.cat([mentions, anchor], -1)).relu(),
        ]
        one = self.dropout(self.one(torch.cat([rows, *map(self.dropout, seen)], -1)).relu())
        strongest = one.masked_fill(~there.unsqueeze(-1), 0).amax(1, keepdim=True).expand_as(one)
        both = self.dropout(self.among_all(torch.cat([one, strongest], -1)).relu())
        scores: Tensor = (self.out(both) + self.directly(rows)).squeeze(-1)
        return scores.masked_fill(~there, _NEVER).log_softmax(-1)


class SpeakerRanker:
    """Chooses speakers by a network; ``choose``, given an article's states, is a ``contenders.Ranker``."""

    def __init__(self, network: RankingNetwork, vector_of: Mapping[str, int]) -> None:
        self._network, self._vector_of = network.eval(), vector_of

    def choose(self, states: States, contests: Sequence[Contest]) -> list[Contender | None]:
        """The best of each contest; ``None`` where that is whom rules chose.

        Args:
            states: What the network that judges statements made of the article's words.
            contests: Those of the article.
        """
        found: list[Contender | None] = []
        for start in range(0, len(contests), _TOGETHER):
            some = contests[start : start + _TOGETHER]
            with torch.inference_mode():
                likely = self._network([ballot(contest, self._vector_of, states) for contest in some]).exp().tolist()
            found.extend(best(contest, row) for contest, row in zip(some, likely, strict=True))
        return found
