"""The encoder: a pretrained transformer over the pieces of a paragraph's words.

BERT's layers (Devlin et al. 2019, https://aclanthology.org/N19-1423), as multilingual E5 has them
(Wang et al. 2024, https://arxiv.org/abs/2402.05672).
"""

from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from newsquote.refinement.pieces import LONGEST, PieceReader, Pieces

ENCODER = "encoder.pt"
PIECES = "pieces.json"
WIDTH = 384
_WITHIN = 4 * WIDTH  # of a layer's hidden numbers
_HEADS = 12
_LEAST = 1e-12  # that a variance counts for: BERT's


class Encoder(nn.Module):
    """Makes of each word of some paragraphs a vector that knows its paragraph.

    Attributes:
        reader: Cuts paragraphs into the pieces that it knows.

    Args:
        reader: The same.
        layers: How many layers it has.
        dropout: The share of a layer that is left out in training.
    """

    def __init__(self, reader: PieceReader, layers: int, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.reader = reader
        self.piece = nn.Embedding(reader.known, WIDTH)
        self.place = nn.Embedding(LONGEST, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _LEAST)
        self.layers = nn.ModuleList(_Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, given: Pieces) -> Tensor:
        """The vector of each word: the mean of those of its first and its last piece (paragraph, word, vector)."""
        places = torch.arange(given.numbers.shape[1]).expand_as(given.numbers)
        inside = places < given.lengths.unsqueeze(1)  # padding, a third of all, is left out wherever pieces do not meet
        read = self.dropout(self.norm(self.piece(given.numbers[inside]) + self.place(places[inside])))
        for layer in self.layers:
            read = layer(read, inside)
        flat = _padded(read, inside).flatten(0, 1)
        first, last = (functional.embedding(each, flat) for each in (given.first, given.last))
        mean: Tensor = (first + last) / 2
        return mean


def read_encoder(folder: Path) -> Encoder:
    """An encoder as ``newsquote.training`` writes it: matrices in eight bits, with a scale for each row.

    Args:
        folder: Where it is, and the pieces that it knows.
    """
    saved = torch.load(folder / ENCODER, weights_only=True, map_location="cpu")
    weights, scales = saved["weights"], saved["scales"]
    layers = {name.split(".")[1] for name in weights if name.startswith("layers.")}
    encoder = Encoder(PieceReader(Tokenizer.from_file(str(folder / PIECES))), len(layers))
    encoder.load_state_dict({name: each.float() * scales.get(name, 1) for name, each in weights.items()})
    return encoder


class _Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.queries_keys_values = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, _LEAST)
        self.widen = nn.Linear(WIDTH, _WITHIN)
        self.narrow = nn.Linear(_WITHIN, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, _LEAST)
        self.dropout = nn.Dropout(dropout)

    def forward(self, read: Tensor, inside: Tensor) -> Tensor:
        three = _padded(self.queries_keys_values(read), inside).view(*inside.shape, 3, _HEADS, -1)
        queries, keys, values = three.transpose(1, 3).unbind(2)
        mask = inside.unsqueeze(1).unsqueeze(1)
        seen = functional.scaled_dot_product_attention(queries, keys, values, attn_mask=mask)
        read = self.first_norm(read + self.dropout(self.attended(seen.transpose(1, 2).flatten(2)[inside])))
        changed: Tensor = self.last_norm(read + self.dropout(self.narrow(functional.gelu(self.widen(read)))))
        return changed


def _padded(read: Tensor, inside: Tensor) -> Tensor:
    """Vectors of pieces, one after another, in rows (segment, piece, vector)."""
    rows = read.new_zeros(*inside.shape, read.shape[-1])
    rows[inside] = read
    return rows
