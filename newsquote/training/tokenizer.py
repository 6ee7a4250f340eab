"""Step ``tokenizer``: sentences, tokens and which tokens are contractions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsquote.parsing.patching import replaced
from newsquote.training.smoothing import Schedule, smoothed

# Stanza weighs contractions by .01, which for Arabic throws the best clitic model away; sentence ends are noise on dev.
_DEV_WEIGHTS = (1.0, 0.05, 1.0)  # tokens, sentences, multiword tokens


@dataclass(frozen=True, slots=True)
class TokenizerOptions:
    """Hyperparameters of the tokenizer."""

    steps: int = 1800
    peak_rate: float = 4e-3
    floor_rate: float = 1e-4
    hold: float = 0.3
    warmup: int = 50
    decay: float = 0.995
    hidden: int = 80
    # Stanza drops longer sentences: at 300 characters a fifth of the treebank is never seen.
    window: int = 500
    batch: int = 20
    # Stanza's third of unknown characters hides nearly every word: not even وفي is learnt.
    unit_dropout: float = 0.05
    evaluate_every: int = 150
    seed: int = 1


def train_tokenizer(text: Path, dev: Path, target: Path, options: TokenizerOptions, *, device: str) -> None:
    """Train a tokenizer.

    Args:
        text: The ``.txt`` to train on, its ``.labels`` beside it.
        dev: Prepared CoNLL-U to choose the best model on, its ``.txt``, ``.labels`` and ``.mwt.json`` beside it.
        target: The model to write.
        options: Hyperparameters.
        device: ``cpu`` or ``cuda``.
    """
    from stanza.models import tokenizer
    from stanza.models.tokenization import utils

    original = utils.harmonic_mean
    schedule = Schedule(options.peak_rate, options.floor_rate, options.steps, options.warmup, options.hold)
    trainer = smoothed(tokenizer.Trainer, schedule, decay=options.decay)

    def mean_for_clitics(scores: Any, _weights: Any = None) -> Any:
        return original(scores, list(_DEV_WEIGHTS))

    with replaced(utils, "harmonic_mean", mean_for_clitics), replaced(tokenizer, "Trainer", trainer):
        tokenizer.main(
            [
                *("--txt_file", str(text), "--label_file", str(text.with_suffix(".labels"))),
                *("--dev_txt_file", str(dev.with_suffix(".txt")), "--dev_label_file", str(dev.with_suffix(".labels"))),
                *("--mwt_json_file", str(dev.with_suffix(".mwt.json")), "--dev_conll_gold", str(dev)),
                *("--lang", "ar", "--shorthand", "ar_newsquote", "--max_seqlen", str(options.window)),
                *("--batch_size", str(options.batch), "--unit_dropout", str(options.unit_dropout)),
                *("--steps", str(options.steps), "--max_steps_before_stop", "100000"),
                *("--eval_steps", str(min(options.evaluate_every, options.steps))),
                *("--hidden_dim", str(options.hidden), "--lr0", str(options.peak_rate), "--seed", str(options.seed)),
                *("--save_dir", str(target.parent), "--save_name", target.name, "--device", device),
            ]
        )
