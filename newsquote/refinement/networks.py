"""The networks that the package carries, loaded once for the process."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.pretrain import Pretrain

from newsquote.bundled import stanza_models_dir
from newsquote.parsing.bundled_engine import check_digests
from newsquote.refinement.network import Network
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
    check_digests(WEIGHTS)
    return load_networks(WEIGHTS, Path(stanza_models_dir()) / "ar" / "pretrain" / "newsquote.pt")


def load_networks(folder: Path, vectors: Path) -> Networks:
    """Networks from a folder that ``newsquote.training`` has filled.

    Args:
        folder: It holds those that judge statements, and those that choose speakers.
        vectors: A pretrain file of Stanza's.
    """
    pretrain = Pretrain(str(vectors))
    table = torch.as_tensor(pretrain.emb, dtype=torch.float32)
    saved = torch.load(folder / STATEMENTS, weights_only=True, map_location="cpu")
    sizes = [len(values) + 1 for values in saved["vocabulary"].values()]
    judges = [_filled(Network(sizes, table), state) for state in saved["networks"]]
    choosers = [
        _filled(RankingNetwork(state["one.weight"].shape[1]), state)
        for state in torch.load(folder / SPEAKERS, weights_only=True, map_location="cpu")
    ]
    return Networks(Refiner(judges, saved["vocabulary"], pretrain.vocab._unit2id), SpeakerRanker(choosers))  # noqa: SLF001


def _filled(network: Any, state: dict[str, torch.Tensor]) -> Any:  # noqa: ANN401 - either network
    network.load_state_dict({name: tensor.float() for name, tensor in state.items()})
    return network
