"""Step ``parser``: the dependency parser (deep biaffine, Dozat and Manning 2017, https://arxiv.org/abs/1611.01734)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsquote.parsing.patching import replaced
from newsquote.training.gold_head_labels import training_forward
from newsquote.training.prune import vocabulary_of
from newsquote.training.smoothing import Schedule, smoothed


@dataclass(frozen=True, slots=True)
class ParserOptions:
    """Hyperparameters of the parser."""

    steps: int = 1600
    peak_rate: float = 3e-3
    floor_rate: float = 1e-4
    hold: float = 0.3
    warmup: int = 50
    decay: float = 0.997
    hidden: int = 256
    biaffine: int = 100
    word_embedding: int = 50
    dropout: float = 0.4
    word_dropout: float = 0.25
    batch_words: int = 1500
    evaluate_every: int = 100
    seed: int = 1


# Half of Stanza's default sizes and less: 900 words a second on one thread instead of 60.
_FIXED = (
    "--num_layers 2 --char_hidden_dim 100 --char_emb_dim 50 --transformed_dim 100 --tag_emb_dim 40 --word_cutoff 3 "
    # Stanza 1.15 reads the features but feeds the tag embedding twice; XPOS is not there.
    "--no_xpos --no_ufeats --augment_nopunct 0.1 "
    # The schedule is ours: no second optimiser, no plateau, no early stop.
    "--optim adam --beta2 0.95 --weight_decay 0 --no_second_optim --no_plateau --max_steps_before_stop 100000 "
    "--log_step 50"
)


def train_parser(
    train: Path, dev: Path, vectors: Path, target: Path, options: ParserOptions, *, start: Path | None, device: str
) -> None:
    """Train a parser; its checkpoint lies beside the target, and an interrupted training goes on from it.

    Args:
        train: Prepared CoNLL-U, with predicted tags.
        dev: Prepared CoNLL-U to choose the best model on.
        vectors: The pretrain file.
        target: The model to write.
        options: Hyperparameters.
        start: A parser to start from instead of chance; it lends its vocabulary.
        device: ``cpu`` or ``cuda``.
    """
    import stanza.models.depparse.trainer as trainers
    from stanza.models import parser
    from stanza.models.depparse.model import GraphParser

    schedule = Schedule(options.peak_rate, options.floor_rate, options.steps, options.warmup, options.hold)
    trainer = smoothed(trainers.GraphTrainer, schedule, decay=options.decay)
    loader: Any = parser.DataLoader
    if start is not None:
        loader = _with_vocabulary_of(start, loader)
    # Stanza builds a new trainer through one name and a loaded one through the other.
    with (
        replaced(trainers, "GraphTrainer", trainer),
        replaced(parser, "GraphTrainer", trainer),
        replaced(parser, "DataLoader", loader),
        replaced(GraphParser, "forward", training_forward(GraphParser.forward)),
    ):
        parser.main(_arguments(train, dev, vectors, target, options, start=start, device=device))


def _arguments(
    train: Path, dev: Path, vectors: Path, target: Path, options: ParserOptions, *, start: Path | None, device: str
) -> list[str]:
    return [
        *("--train_file", str(train), "--eval_file", str(dev), "--lang", "ar", "--shorthand", "ar_newsquote"),
        *("--wordvec_pretrain_file", str(vectors), "--save_dir", str(target.parent), "--save_name", target.name),
        *("--checkpoint_save_name", f"{target.stem}.checkpoint.pt"),
        *(("--continue_from", str(start)) if start is not None else ()),
        *("--max_steps", str(options.steps), "--lr", str(options.peak_rate), "--batch_size", str(options.batch_words)),
        *("--hidden_dim", str(options.hidden), "--deep_biaff_hidden_dim", str(options.biaffine)),
        *("--word_emb_dim", str(options.word_embedding), "--dropout", str(options.dropout)),
        *("--word_dropout", str(options.word_dropout), "--seed", str(options.seed), "--device", device),
        *("--eval_interval", str(min(options.evaluate_every, options.steps))),
        *_FIXED.split(),
    ]


def _with_vocabulary_of(model: Path, loader: Callable[..., Any]) -> Callable[..., Any]:
    """A loader that maps words to the numbers that a trained parser knows; Stanza would count anew."""
    vocabulary = vocabulary_of(model)

    @functools.wraps(loader)
    def load(*args: Any, **kwargs: Any) -> Any:
        return loader(*args, **{**kwargs, "vocab": vocabulary})

    return load
