"""Step ``mwt``: where to cut a contraction; Stanza's exact-piece classifier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MwtOptions:
    """Hyperparameters of the multiword-token expander."""

    epochs: int = 10
    rate: float = 2e-3
    batch: int = 100
    seed: int = 1234


def train_mwt(train: Path, dev: Path, target: Path, options: MwtOptions, *, device: str) -> None:
    """Train a multiword-token expander.

    Args:
        train: Prepared CoNLL-U: pieces that are exact substrings make Stanza choose the classifier.
        dev: Prepared CoNLL-U to choose the best model on.
        target: The model to write.
        options: Hyperparameters.
        device: ``cpu`` or ``cuda``.
    """
    from stanza.models import mwt_expander

    mwt_expander.main(
        [
            *("--train_file", str(train), "--eval_file", str(dev), "--gold_file", str(dev), "--force_exact_pieces"),
            *("--lang", "ar", "--shorthand", "ar_newsquote", "--num_epoch", str(options.epochs)),
            *("--batch_size", str(options.batch), "--lr", str(options.rate), "--log_step", "200"),
            *("--save_dir", str(target.parent), "--save_name", target.name),
            *("--seed", str(options.seed), "--device", device),
        ]
    )
