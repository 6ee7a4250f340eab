"""The networks that the package carries, loaded once for the process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.pretrain import Pretrain
from torch import Tensor, nn

from newsquote.bundled import stanza_models_dir
from newsquote.parsing.bundled_engine import check_digests, trusted
from newsquote.refinement.encoder import Encoder, read_encoder
from newsquote.refinement.network import Network, width_of
from newsquote.refinement.refiner import Refiner
from newsquote.refinement.speaker_ranker import RankingNetwork, SpeakerRanker

WEIGHTS = Path(__file__).parent / "weights"
STATEMENTS = "statements.pt"
SPEAKERS = "speakers.pt"


@dataclass(frozen=True)
class Networks:
    """What corrects the rules."""

    refiner: Refiner
    ranker: SpeakerRanker


@cache
def bundled_networks() -> Networks:
    """The bundled networks.

    Raises:
        newsquote.ModelsError: If they are missing or damaged.
    """
    models = Path(stanza_models_dir())
    for folder in (WEIGHTS, models):
        check_digests(folder)
    with trusted(WEIGHTS, models):
        return load_networks(WEIGHTS, models / "ar" / "pretrain" / "newsquote.pt")


def load_networks(folder: Path, vectors: Path) -> Networks:
    """Networks from a folder that ``newsquote.training`` has filled.

    Args:
        folder: It holds one that judges statements, its encoder, and one that chooses speakers.
        vectors: A pretrain file of Stanza's.
    """
    pretrain = Pretrain(str(vectors))
    table, vector_of = torch.as_tensor(pretrain.emb, dtype=torch.float32), pretrain.vocab._unit2id  # noqa: SLF001
    saved = torch.load(folder / STATEMENTS, weights_only=True, map_location="cpu")
    refiner = saved_refiner(saved, table, vector_of, read_encoder(folder))
    state = torch.load(folder / SPEAKERS, weights_only=True, map_location="cpu")
    chooser = RankingNetwork(state["directly.weight"].shape[1], state["mention.weight"].shape[1], table)
    _fill(chooser, state)
    return Networks(refiner, SpeakerRanker(chooser, vector_of))


def saved_refiner(saved: Mapping[str, Any], vectors: Tensor, vector_of: Mapping[str, int], encoder: Encoder) -> Refiner:
    """The refiner whose network a file holds.

    Args:
        saved: What the file holds: the network's vocabulary and weights.
        vectors: Word vectors.
        vector_of: The number of each word's vector.
        encoder: The network's.
    """
    sizes = [len(values) + 1 for values in saved["vocabulary"].values()]
    judge = Network(sizes, vectors, encoder, each_way=width_of(saved["network"]))
    _fill(judge, saved["network"] | {f"encoder.{name}": each for name, each in encoder.state_dict().items()})
    return Refiner(judge, saved["vocabulary"], vector_of)


def _fill(network: nn.Module, state: dict[str, Tensor]) -> None:
    """Give a network its weights, which are stored in half precision."""
    network.load_state_dict({name: tensor.float() for name, tensor in state.items()})
