"""Step ``lemmatizer``: a dictionary, and a small sequence-to-sequence model for what is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsquote.training.lemma_types import write_lemma_types


@dataclass(frozen=True, slots=True)
class LemmatizerOptions:
    """Hyperparameters of the lemmatizer."""

    epochs: int = 20
    rate: float = 1e-3
    hidden: int = 150
    batch: int = 100
    seed: int = 1234


def train_lemmatizer(train: Path, dev: Path, target: Path, options: LemmatizerOptions, *, device: str) -> None:
    """Train a lemmatizer.

    Args:
        train: Prepared CoNLL-U; its types are written beside the model.
        dev: Prepared CoNLL-U to choose the best model on.
        target: The model to write.
        options: Hyperparameters.
        device: ``cpu`` or ``cuda``.
    """
    from stanza.models import lemmatizer

    types = target.with_suffix(".types.conllu")
    write_lemma_types(train, types, seed=1)
    lemmatizer.main(
        [
            *("--train_file", str(types), "--eval_file", str(dev), "--shorthand", "ar_newsquote"),
            # Stanza 1.15 crashes unless the two embeddings are of one size.
            *("--hidden_dim", str(options.hidden), "--emb_dim", "40", "--pos_dim", "40"),
            *("--batch_size", str(options.batch), "--num_epoch", str(options.epochs), "--lr", str(options.rate)),
            *("--save_dir", str(target.parent), "--save_name", target.name),
            *("--seed", str(options.seed), "--device", device),
        ]
    )
