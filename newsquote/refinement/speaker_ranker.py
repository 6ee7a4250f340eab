"""Who speaks, chosen anew among those whom an article offers, by a network over their features."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from newsquote.speakers.contender_features import features
from newsquote.speakers.contenders import Contender, Contest

_WIDTH = 64
_NEVER = -1e4
_LEAD = 0.15  # of probability over whom rules chose; chosen on articles that the network was not trained on
_TOGETHER = 256  # contests


class RankingNetwork(nn.Module):
    """Scores the contenders of a contest, each beside the strongest marks of all.

    Args:
        width: How many features a contender has.
        dropout: The share of a layer that is left out in training.
    """

    def __init__(self, width: int, *, dropout: float = 0.25) -> None:
        super().__init__()
        self.one = nn.Linear(width, _WIDTH)
        self.among_all = nn.Linear(2 * _WIDTH, _WIDTH)
        self.out = nn.Linear(_WIDTH, 1)
        self.directly = nn.Linear(width, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: Tensor, there: Tensor) -> Tensor:
        """The log probability of each contender (contest, contender).

        Args:
            rows: Their features (contest, contender, feature).
            there: Which rows are contenders.
        """
        one = self.dropout(self.one(rows).relu())
        strongest = one.masked_fill(~there.unsqueeze(-1), 0).amax(1, keepdim=True).expand_as(one)
        both = self.dropout(self.among_all(torch.cat([one, strongest], -1)).relu())
        scores: Tensor = (self.out(both) + self.directly(rows)).squeeze(-1)
        return scores.masked_fill(~there, _NEVER).log_softmax(-1)


def padded(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """The features of several contests as one tensor, and which rows of it are contenders."""
    there = [torch.ones(len(each), dtype=torch.bool) for each in rows]
    pad = nn.utils.rnn.pad_sequence
    return pad(list(rows), batch_first=True), pad(there, batch_first=True)


class SpeakerRanker:
    """Chooses speakers by a network; see ``contenders.Ranker``."""

    def __init__(self, network: RankingNetwork) -> None:
        self._network = network.eval()

    def __call__(self, contests: Sequence[Contest]) -> list[Contender | None]:
        """The likeliest of each contest; ``None`` where rules' choice is about as likely."""
        found: list[Contender | None] = []
        for start in range(0, len(contests), _TOGETHER):
            found.extend(self._choose(contests[start : start + _TOGETHER]))
        return found

    def _choose(self, contests: Sequence[Contest]) -> list[Contender | None]:
        with torch.inference_mode():
            rows, there = padded([torch.tensor(features(contest)) for contest in contests])
            likely = self._network(rows, there).exp().tolist()
        return [_best(contest, row) for contest, row in zip(contests, likely, strict=True)]


def _best(contest: Contest, likely: Sequence[float]) -> Contender | None:
    beside = list(zip(likely, contest.contenders, strict=False))  # what follows is padding
    probability, best = max(beside, key=lambda each: each[0])
    ruled = max((each for each, one in beside if "ruled" in one.ways), default=0.0)
    return best if probability > ruled + _LEAD else None
