"""Step ``tagger``: universal tags and features."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsquote.parsing.patching import replaced
from newsquote.training.prune import vocabulary_of
from newsquote.training.smoothing import Schedule, smoothed


@dataclass(frozen=True, slots=True)
class TaggerOptions:
    """Hyperparameters of the tagger."""

    steps: int = 1200
    peak_rate: float = 3e-3
    floor_rate: float = 1e-4
    hold: float = 0.35
    warmup: int = 50
    decay: float = 0.997
    word_embedding: int = 75
    dropout: float = 0.5
    batch_sentences: int = 32
    evaluate_every: int = 200
    seed: int = 1


_FIXED = (
    "--hidden_dim 200 --char_hidden_dim 150 --char_emb_dim 50 --deep_biaff_hidden_dim 150 "
    "--composite_deep_biaff_hidden_dim 60 --transformed_dim 100 --tag_emb_dim 30 --word_cutoff 3 --augment_nopunct 0.1 "
    "--fix_eval_interval --no_second_optim --max_steps_before_stop 100000 --log_step 50"
)


def train_tagger(  # noqa: PLR0913 (files, settings, where to go on from)
    train: Path,
    dev: Path,
    vectors: Path,
    target: Path,
    options: TaggerOptions,
    *,
    start: Path | None = None,
    snapshots: Mapping[int, Path] | None = None,
    device: str = "cpu",
) -> None:
    """Train a tagger.

    Args:
        train: Prepared CoNLL-U.
        dev: Prepared CoNLL-U to choose the best model on.
        vectors: The pretrain file.
        target: The model to write.
        options: Hyperparameters.
        start: A tagger of the same data to start from, such as the best one of an interrupted training.
        snapshots: Where to save the model after how many updates, besides the best one.
        device: ``cpu`` or ``cuda``.
    """
    from stanza.models import tagger

    schedule = Schedule(options.peak_rate, options.floor_rate, options.steps, options.warmup, options.hold)
    trainer = smoothed(tagger.Trainer, schedule, decay=options.decay, on_build=_weights_of(start), snapshots=snapshots)
    with replaced(tagger, "Trainer", trainer), replaced(tagger.Dataset, "init_vocab", _vocabulary(start, tagger)):
        tagger.main(
            [
                *("--train_file", str(train), "--eval_file", str(dev), "--lang", "ar", "--shorthand", "ar_newsquote"),
                *("--wordvec_pretrain_file", str(vectors), "--save_dir", str(target.parent)),
                *("--save_name", target.name, "--max_steps", str(options.steps), "--lr", str(options.peak_rate)),
                *("--batch_size", str(options.batch_sentences), "--word_emb_dim", str(options.word_embedding)),
                *(
                    "--dropout",
                    str(options.dropout),
                    "--eval_interval",
                    str(min(options.evaluate_every, options.steps)),
                ),
                *("--seed", str(options.seed), "--device", device, *_FIXED.split()),
            ]
        )


def tag(model: Path, vectors: Path, source: Path, target: Path, *, device: str) -> None:
    """Replace the tags and features of a CoNLL-U file by a tagger's.

    Args:
        model: The tagger.
        vectors: The pretrain file that it was trained with.
        source: CoNLL-U with gold words.
        target: The CoNLL-U file to write.
        device: ``cpu`` or ``cuda``.
    """
    from stanza.models import tagger

    tagger.main(
        [
            *("--mode", "predict", "--eval_file", str(source), "--output_file", str(target), "--lang", "ar"),
            *("--shorthand", "ar_newsquote", "--wordvec_pretrain_file", str(vectors), "--batch_size", "64"),
            *("--save_dir", str(model.parent), "--save_name", model.name, "--device", device),
        ]
    )


def _vocabulary(start: Path | None, tagger: Any) -> Any:
    """What Stanza is to make its vocabulary by: the one of the tagger to start from, if there is one."""
    if start is None:
        return tagger.Dataset.init_vocab
    vocabulary = vocabulary_of(start)
    return staticmethod(lambda *_arguments: vocabulary)


def _weights_of(start: Path | None) -> Callable[[Any], None]:
    def load(trainer: Any) -> None:
        if start is None:
            return
        import torch

        weights = torch.load(start, map_location="cpu", weights_only=True)["model"]
        trainer.model.load_state_dict(weights, strict=False)

    return load
