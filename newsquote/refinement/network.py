"""The network: a BiLSTM over a paragraph, and pointers from an attribution to where its statement and source stand.

Pointers as in pointer networks (Vinyals et al. 2015, https://arxiv.org/abs/1506.03134), each word scored from its own
state, the attribution's, and how the two stand to each other (``relations``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from newsquote.matching import KNOWN_TO_NETWORKS
from newsquote.refinement.encoder import WIDTH, Encoder
from newsquote.refinement.paragraphs import CATEGORIES, Anchor, Paragraph
from newsquote.refinement.pieces import PieceReader, Pieces
from newsquote.refinement.relations import DISTANCES, SIZES, Surroundings, distances

_WIDTHS = dict(zip(CATEGORIES, (32, 32, 16, 8, 12, 16, 16, 16, 12, 4, 6, 6), strict=True))
_FINDINGS = (4, len(KNOWN_TO_NETWORKS) + 1, 2)
_WORD, _HEAD, _POINTER, _NEAR, _RELATION = 200, 100, 64, 32, 10
_EACH_WAY = 256
_NEVER = -1e4

Vocabulary = Mapping[str, Mapping[str, int]]
"""The number of each value of a category, from 1; 0 is any other."""


@dataclass(frozen=True)
class Words:
    """Paragraphs as tensors; rows are padded with zeros.

    Attributes:
        pieces: Those that their words are cut into.
        categories: Of each word (paragraph, word, category).
        vectors: The number of each word's vector (paragraph, word).
        heads: The number of each word's head (paragraph, word).
        findings: What rules found (paragraph, word, kind).
        lengths: Words in each paragraph.
    """

    pieces: Pieces
    categories: Tensor
    vectors: Tensor
    heads: Tensor
    findings: Tensor
    lengths: Tensor

    @property
    def anchored(self) -> Tensor:
        """Which words rules hang an attribution on (paragraph, word)."""
        return self.findings[:, :, 1] > 0


@dataclass(frozen=True)
class Attributions:
    """The attributions of some paragraphs as tensors; rows are padded with zeros.

    Attributes:
        paragraph: The paragraph of each.
        anchor: The word that it hangs on.
        first: The first word of its window.
        relations: How the words of its window stand to it (attribution, word, relation).
        inside: Which of them are words.
    """

    paragraph: Tensor
    anchor: Tensor
    first: Tensor
    relations: Tensor
    inside: Tensor


def words_of(
    given: Sequence[Paragraph], vocabulary: Vocabulary, vector_of: Mapping[str, int], reader: PieceReader
) -> Words:
    """Paragraphs as a network takes them."""
    width = max(len(paragraph.words) for paragraph in given)
    shape = (len(given), width)
    categories, findings = (np.zeros((*shape, kinds), np.int64) for kinds in (len(CATEGORIES), len(_FINDINGS)))
    vectors, heads = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    unknown = vector_of["<UNK>"]
    numbers = [vocabulary[name] for name in CATEGORIES]
    for row, paragraph in enumerate(given):
        size = len(paragraph.words)
        categories[row, :size] = [  # into NumPy's arrays, since PyTorch reads lists slowly
            [known.get(value, 0) for known, value in zip(numbers, word, strict=True)] for word in paragraph.categories
        ]
        vectors[row, :size] = [vector_of.get(word.form, unknown) for word in paragraph.words]
        heads[row, :size] = paragraph.heads
        findings[row, :size] = paragraph.findings
    lengths = np.array([len(paragraph.words) for paragraph in given])
    tensors = (torch.from_numpy(each) for each in (categories, vectors, heads, findings, lengths))
    return Words(reader.read(given), *tensors)


def attributions_of(given: Sequence[Paragraph], anchors: Sequence[Sequence[Anchor]]) -> Attributions:
    """Attributions as a network takes them: those of the first paragraph, those of the second, and so on.

    Args:
        given: The paragraphs.
        anchors: The attributions of each, at least one in all.
    """
    rows: list[tuple[int, int, int]] = []
    relations: list[Tensor] = []
    for row, (paragraph, those) in enumerate(zip(given, anchors, strict=True)):
        if not those:
            continue
        around = Surroundings(paragraph)
        for anchor in those:
            rows.append((row, anchor.word, around.window(anchor).start))
            relations.append(around.relations(anchor))
    inside = nn.utils.rnn.pad_sequence([torch.ones(len(one), dtype=torch.bool) for one in relations], batch_first=True)
    paragraph_of, anchor_of, first = torch.tensor(rows).unbind(1)
    padded = nn.utils.rnn.pad_sequence(relations, batch_first=True)
    return Attributions(paragraph_of, anchor_of, first, padded, inside)


class Network(nn.Module):
    """Reads paragraphs: which words are statements' anchors, where does a statement and who says it begin and end?

    Attributes:
        state: How many numbers the state of a word has.

    Args:
        sizes: How many values each category has.
        vectors: Word vectors (word, dimension); they are not trained, nor saved.
        encoder: Reads the paragraphs too.
        each_way: Numbers of a state of the LSTM one way.
        dropout: The share of a layer that is left out in training.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        vectors: Tensor,
        encoder: Encoder,
        *,
        each_way: int = _EACH_WAY,
        dropout: float = 0.35,
    ) -> None:
        super().__init__()
        self._vectors = vectors
        self.state = state = 2 * each_way
        widths = _WIDTHS.values()
        self.categories = nn.ModuleList(nn.Embedding(n, width) for n, width in zip(sizes, widths, strict=True))
        self.findings = nn.ModuleList(nn.Embedding(n, 8) for n in _FINDINGS)
        self.vector = nn.Linear(vectors.shape[1], 64)
        self.word = nn.Linear(64 + sum(widths) + 8 * len(_FINDINGS), _WORD)
        self.head = nn.Linear(_WORD, _HEAD)
        self.encoder = encoder
        self.encoded, self.at_last = nn.Linear(WIDTH, _WORD), nn.Linear(WIDTH, state)
        for parameter in (*self.encoded.parameters(), *self.at_last.parameters()):
            nn.init.zeros_(parameter)  # at first, what the encoder reads counts for nothing
        self.layers = nn.ModuleList(BothWays(width, each_way, dropout) for width in (_WORD + _HEAD, state))
        self.statement = _judge(state, dropout)
        self.missed = _judge(state, dropout)
        self.relations = nn.ModuleList(nn.Embedding(n, _RELATION) for n in SIZES)
        self.content = Stretch(state)
        self.source = Stretch(state)
        self.dropout = nn.Dropout(dropout)

    def forward(self, given: Words) -> Tensor:
        """The state at each word (paragraph, word, state)."""
        words = [embed(given.categories[:, :, n]) for n, embed in enumerate(self.categories)]
        found = [embed(given.findings[:, :, n]) for n, embed in enumerate(self.findings)]
        seen = torch.cat([self.vector(self._vectors[given.vectors]), *words, *found], -1)
        encoded = self.dropout(self.encoder(given.pieces))
        word = (self.word(self.dropout(seen)) + self.encoded(encoded)).relu()
        head = word.gather(1, given.heads.unsqueeze(-1).expand(-1, -1, word.shape[-1]))
        states = torch.cat([word, self.head(head).relu()], -1)
        for layer in self.layers:
            states = layer(states, given.lengths)
        read: Tensor = self.dropout(states + self.at_last(encoded))
        return read

    def statements(self, states: Tensor, anchored: Tensor) -> Tensor:
        """The log odds that a statement hangs on each word (paragraph, word).

        Args:
            states: What the network made of the paragraphs.
            anchored: Which words rules hang one on (paragraph, word).
        """
        scores: Tensor = torch.where(anchored.unsqueeze(-1), self.statement(states), self.missed(states))
        return scores.squeeze(-1)


def width_of(weights: Mapping[str, Tensor]) -> int:
    """``each_way`` of the network that has these weights."""
    return weights["layers.0.onwards.weight_hh_l0"].shape[1]


def _judge(width: int, dropout: float) -> nn.Module:
    return nn.Sequential(nn.Linear(width, 100), nn.ReLU(), nn.Dropout(dropout), nn.Linear(100, 1))


class BothWays(nn.Module):
    """An LSTM each way; trained faster than PyTorch's own over packed sequences, with the same results.

    Args:
        width: Of its input.
        each_way: Of its output one way.
        dropout: The share of its input that is left out in training.
    """

    def __init__(self, width: int, each_way: int, dropout: float) -> None:
        super().__init__()
        self.onwards = nn.LSTM(width, each_way, batch_first=True)
        self.backwards = nn.LSTM(width, each_way, batch_first=True)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, lengths: Tensor) -> Tensor:
        """The states at each word (sequence, word, state); those past a sequence's length mean nothing."""
        words = self.dropout(words)
        places = torch.arange(words.shape[1]).unsqueeze(0)
        mirror = torch.where(places < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - places, places)
        back = self._read(self.backwards, words.gather(1, mirror.unsqueeze(-1).expand_as(words)), lengths)
        onwards = self._read(self.onwards, words, lengths)
        return torch.cat([onwards, back.gather(1, mirror.unsqueeze(-1).expand_as(back))], -1)

    def _read(self, lstm: nn.Module, words: Tensor, lengths: Tensor) -> Tensor:
        states: Tensor
        if self.training:  # padded: packed sequences take three times as long to learn from
            states, _ = lstm(words)
        else:  # packed: oneDNN would take padded ones, and keep something for each new shape, for good
            packed, _ = lstm(pack_padded_sequence(words, lengths, batch_first=True, enforce_sorted=False))
            states, _ = pad_packed_sequence(packed, batch_first=True, total_length=words.shape[1])
        return states


class Stretch(nn.Module):
    """Scores where a stretch of an attribution's words begins, and where it ends.

    Args:
        state: How many numbers the state of a word has.
    """

    def __init__(self, state: int) -> None:
        super().__init__()
        self.begin, self.end = Pointer(state), Pointer(state)
        self.from_begin = nn.Linear(state, _POINTER)
        self.how_far = nn.Embedding(DISTANCES, _POINTER)


class Pointer(nn.Module):
    """Scores words for one attribution.

    Args:
        state: How many numbers the state of a word has.
    """

    def __init__(self, state: int) -> None:
        super().__init__()
        related = _RELATION * len(SIZES)
        self.word = nn.Linear(state, _POINTER)
        self.anchor = nn.Linear(state, _POINTER)
        self.related = nn.Linear(related, _POINTER)
        self.directly = nn.Linear(related, 1)
        self.near = nn.Conv1d(_POINTER, _NEAR, 3, padding=1)
        self.seen = nn.Conv1d(_NEAR, _POINTER, 1)
        for parameter in self.seen.parameters():
            nn.init.zeros_(parameter)  # at first, neighbours count for nothing
        self.out = nn.Linear(_POINTER, 1)

    def forward(self, around: Tensor, anchor: Tensor, related: Tensor, inside: Tensor) -> Tensor:
        """The score of each word (attribution, word).

        Args:
            around: What ``word`` makes of each one's state.
            anchor: What ``anchor`` makes of the attribution's state, and what else is known.
            related: How the word stands to the attribution.
            inside: Which of them are words.
        """
        hidden = (around + anchor + self.related(related)).relu() * inside.unsqueeze(-1)
        hidden = hidden + self.seen(self.near(hidden.transpose(1, 2)).relu()).transpose(1, 2)
        scores: Tensor = self.out(hidden) + self.directly(related)
        return scores.squeeze(-1)


class Scores:
    """What a network says of attributions, words counted from the first of each one's window.

    Args:
        network: The network.
        states: What it made of their paragraphs.
        given: The attributions.
    """

    def __init__(self, network: Network, states: Tensor, given: Attributions) -> None:
        self._network, self._given = network, given
        self._states = states.flatten(0, 1)
        paragraphs = given.paragraph * states.shape[1]
        self._anchor = self._states[paragraphs + given.anchor]
        places = given.first.unsqueeze(1) + torch.arange(given.inside.shape[1])
        self._places = paragraphs.unsqueeze(1) + places.clamp(max=states.shape[1] - 1)
        embedded = [embed(given.relations[:, :, n]) for n, embed in enumerate(network.relations)]
        self._related = torch.cat(embedded, -1)

    def begins(self, stretch: Stretch) -> Tensor:
        """The log probability that a stretch begins with a word (attribution, word)."""
        return self._point(stretch.begin, torch.zeros(1, 1, 1), self._given.inside)

    def ends(self, stretch: Stretch, begins: Tensor) -> Tensor:
        """The log probability that it ends with a word, if it begins with some word (attribution)."""
        apart = torch.arange(self._given.inside.shape[1]).unsqueeze(0) - begins.unsqueeze(1)
        more = stretch.from_begin(self._at(begins)).unsqueeze(1) + stretch.how_far(distances(apart))
        return self._point(stretch.end, more, self._given.inside & (apart >= 0))

    def _at(self, words: Tensor) -> Tensor:
        return self._states[self._places.gather(1, words.unsqueeze(1)).squeeze(1)]

    def _point(self, pointer: Pointer, more: Tensor, inside: Tensor) -> Tensor:
        # each state is made small once, not once for every attribution that sees it
        around = functional.embedding(self._places, pointer.word(self._states))
        anchor = pointer.anchor(self._anchor).unsqueeze(1) + more
        scores = pointer(around, anchor, self._related, self._given.inside)
        return functional.log_softmax(scores.masked_fill(~inside, _NEVER), -1)
