"""Who speaks, chosen anew among those whom an article offers, by a network over their features."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from newsquote.speakers.contender_features import features, words
from newsquote.speakers.contenders import Contender, Contest

_WIDTH, _WORD = 64, 12
_NEVER = -1e4
_LEAD = 0.3  # of probability over whom rules chose; chosen on articles that the network was not trained on
_TURN = 0.6  # the same, where the one is known to a reader and the other is not
_TOGETHER = 256  # contests


class RankingNetwork(nn.Module):
    """Scores the contenders of a contest, each beside the strongest marks of all.

    Args:
        width: How many features a contender has.
        vectors: Word vectors (word, dimension); they are not trained, nor saved.
        dropout: The share of a layer that is left out in training.
    """

    def __init__(self, width: int, vectors: Tensor, *, dropout: float = 0.5) -> None:
        super().__init__()
        self._vectors = vectors
        self.words = nn.ModuleList(nn.Linear(vectors.shape[1], _WORD) for _ in range(3))
        self.one = nn.Linear(width + 3 * _WORD, _WIDTH)
        self.among_all = nn.Linear(2 * _WIDTH, _WIDTH)
        self.out = nn.Linear(_WIDTH, 1)
        self.directly = nn.Linear(width, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: Tensor, words: Tensor, there: Tensor) -> Tensor:
        """The log probability of each contender (contest, contender).

        Args:
            rows: Their features (contest, contender, feature).
            words: The numbers of the words' vectors (contest, contender, 3).
            there: Which rows are contenders.
        """
        seen = [self.dropout(read(self._vectors[words[:, :, n]]).relu()) for n, read in enumerate(self.words)]
        one = self.dropout(self.one(torch.cat([rows, *seen], -1)).relu())
        strongest = one.masked_fill(~there.unsqueeze(-1), 0).amax(1, keepdim=True).expand_as(one)
        both = self.dropout(self.among_all(torch.cat([one, strongest], -1)).relu())
        scores: Tensor = (self.out(both) + self.directly(rows)).squeeze(-1)
        return scores.masked_fill(~there, _NEVER).log_softmax(-1)


def padded(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """The features of several contests as one tensor, and which rows of it are contenders."""
    there = [torch.ones(len(each), dtype=torch.bool) for each in rows]
    pad = nn.utils.rnn.pad_sequence
    return pad(list(rows), batch_first=True), pad(there, batch_first=True)


def numbers(contest: Contest, vector_of: Mapping[str, int]) -> Tensor:
    """The numbers of the vectors of a contest's words (contender, 3)."""
    unknown = vector_of["<UNK>"]
    return torch.tensor([[vector_of.get(word, unknown) for word in row] for row in words(contest)])


class SpeakerRanker:
    """Chooses speakers by a network; see ``contenders.Ranker``."""

    def __init__(self, network: RankingNetwork, vector_of: Mapping[str, int]) -> None:
        self._network, self._vector_of = network.eval(), vector_of

    def __call__(self, contests: Sequence[Contest]) -> list[Contender | None]:
        """The likeliest of each contest; ``None`` where rules' choice is about as likely."""
        found: list[Contender | None] = []
        for start in range(0, len(contests), _TOGETHER):
            found.extend(self._choose(contests[start : start + _TOGETHER]))
        return found

    def _choose(self, contests: Sequence[Contest]) -> list[Contender | None]:
        with torch.inference_mode():
            rows, there = padded([torch.tensor(features(contest)) for contest in contests])
            seen, _ = padded([numbers(contest, self._vector_of) for contest in contests])
            likely = self._network(rows, seen, there).exp().tolist()
        return [_best(contest, row) for contest, row in zip(contests, likely, strict=True)]


def _best(contest: Contest, likely: Sequence[float]) -> Contender | None:
    beside = list(zip(likely, contest.contenders, strict=False))  # what follows is padding
    probability, best = max(beside, key=lambda each: each[0])
    ruled, choice = next(((each, one) for each, one in beside if "ruled" in one.ways), (0.0, None))
    lead = _LEAD if choice is None or choice.unnamed == best.unnamed else _TURN
    return best if probability > ruled + lead else None
