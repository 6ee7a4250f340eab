"""How each word around an attribution stands to it: near or far, above or below it in the tree, in which quotation."""

from collections.abc import Sequence

import torch
from torch import Tensor

from newsquote.matching import KNOWN_TO_NETWORKS
from newsquote.refinement.paragraphs import CATEGORIES, Anchor, Paragraph

_STEPS = (-30, -20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45)
_SCALE = torch.tensor(_STEPS)
DISTANCES = len(_STEPS) + 1
_BEFORE, _AFTER = 150, 200  # words that an attribution is looked for its statement in: bounds the work
_HIGH = 5  # steps up a tree that are told apart
_APART = (_HIGH + 1) ** 2
_MOST = 4  # commas or cues that are told apart
_ROLES = 8
_TREE_TOP = 12
_CUE = CATEGORIES.index("cue")
SIZES = (DISTANCES, _APART + 1, 5, 9, 4, _MOST + 1, _MOST + 1, _MOST, _ROLES * (len(KNOWN_TO_NETWORKS) + 1))
"""How many values each relation has, in the order of ``relations``."""


class Surroundings:
    """A paragraph as its attributions see it."""

    def __init__(self, paragraph: Paragraph) -> None:
        words = paragraph.words
        edges = ((word.start in paragraph.openings, word.end in paragraph.closings) for word in words)
        self._numbers = torch.arange(len(words))
        self._above = _ancestors(paragraph.heads)
        self._sentences = torch.tensor(paragraph.sentences)
        self._depths = torch.tensor(paragraph.depths).clamp(max=2)
        self._edges = torch.tensor([opens * 2 + closes for opens, closes in edges])
        self._commas = torch.tensor([word.form in "،,;؛" for word in words]).cumsum(0)
        self._cues = torch.tensor([bool(row[_CUE]) for row in paragraph.categories]).cumsum(0)
        self._stops = torch.tensor([word.form in ".؟!?" for word in words]).cumsum(0)

    def window(self, anchor: Anchor) -> range:
        """The words that are looked at for an attribution."""
        return range(max(0, anchor.word - _BEFORE), min(len(self._numbers), anchor.word + _AFTER))

    def relations(self, anchor: Anchor) -> Tensor:
        """How each word in the window stands to the attribution: numbers below those of ``SIZES`` (word, relation)."""
        at, window = anchor.word, self.window(anchor)
        seen = slice(window.start, window.stop)
        sentences, depths, edges = self._sentences[seen], self._depths[seen], self._edges[seen]
        commas, cues, stops = ((one[seen] - one[at]).abs() for one in (self._commas, self._cues, self._stops))
        columns = (
            distances(self._numbers[seen] - at),
            self._paths(at)[seen],
            (sentences - self._sentences[at]).clamp(-2, 2) + 2,
            depths * 3 + self._depths[at],
            edges,
            commas.clamp(max=_MOST),
            cues.clamp(max=_MOST),
            stops.clamp(max=_MOST - 1),
            self._roles(anchor)[seen] * (len(KNOWN_TO_NETWORKS) + 1) + anchor.construction,
        )
        return torch.stack(columns, 1)

    def _paths(self, at: int) -> Tensor:
        """Steps up from each word to where its ancestors meet those of the attribution, and down from there."""
        down = torch.full((len(self._numbers),), _TREE_TOP)
        down.scatter_reduce_(0, self._above[at], torch.arange(_TREE_TOP), "amin")  # a root repeats itself
        met = down[self._above]
        up = (met < _TREE_TOP).int().argmax(1)
        steps = up.clamp(max=_HIGH) * (_HIGH + 1) + met.gather(1, up.unsqueeze(1)).squeeze(1).clamp(max=_HIGH)
        return torch.where((met < _TREE_TOP).any(1), steps, _APART)

    def _roles(self, anchor: Anchor) -> Tensor:
        """What rules take words for: 1 to 4 in the statement (inside, first, last, alone), 5 to 7 in the source."""
        roles = torch.zeros(len(self._numbers), dtype=torch.long)
        if anchor.source:
            first, last = anchor.source
            roles[first : last + 1] = 5
            roles[last] = 7
            roles[first] = 6
        if anchor.content:
            first, last = anchor.content
            roles[first : last + 1] = 1
            roles[first] += 1
            roles[last] += 2
        return roles


def distances(words: Tensor) -> Tensor:
    """The steps of a scale that distances in words fall on."""
    return torch.bucketize(words, _SCALE)


def _ancestors(heads: Sequence[int]) -> Tensor:
    """Each word, its head, the head's head and so on (word, steps); a root repeats itself."""
    found = [torch.arange(len(heads))]
    above = torch.tensor(heads)
    while len(found) < _TREE_TOP:
        found.append(above[found[-1]])
    return torch.stack(found, 1)
