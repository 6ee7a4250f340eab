"""Step ``tokenizer``: sentences, tokens and which tokens are contractions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsquote.training.patching import replaced

# Stanza weighs contractions by .01, which for Arabic throws the best clitic model away; sentence ends are noise on dev.
_DEV_WEIGHTS = (1.0, 0.05, 1.0)  # tokens, sentences, multiword tokens


@dataclass(frozen=True, slots=True)
class TokenizerOptions:
    """Hyperparameters of the tokenizer."""

    steps: int = 1400
    rate: float = 4e-3
    anneal: float = 0.7
    anneal_after: int = 500
    hidden: int = 64
    evaluate_every: int = 100
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

    def mean_for_clitics(scores: Any, _weights: Any = None) -> Any:
        return original(scores, list(_DEV_WEIGHTS))

    with replaced(utils, "harmonic_mean", mean_for_clitics):
        tokenizer.main(
            [
                *("--txt_file", str(text), "--label_file", str(text.with_suffix(".labels"))),
                *("--dev_txt_file", str(dev.with_suffix(".txt")), "--dev_label_file", str(dev.with_suffix(".labels"))),
                *("--mwt_json_file", str(dev.with_suffix(".mwt.json")), "--dev_conll_gold", str(dev)),
                *("--lang", "ar", "--shorthand", "ar_newsquote", "--max_seqlen", "300", "--batch_size", "32"),
                *("--steps", str(options.steps), "--max_steps_before_stop", "100000"),
                *("--eval_steps", str(options.evaluate_every), "--hidden_dim", str(options.hidden)),
                *("--lr0", str(options.rate), "--anneal", str(options.anneal)),
                *("--anneal_after", str(options.anneal_after), "--seed", str(options.seed)),
                *("--save_dir", str(target.parent), "--save_name", target.name, "--device", device),
            ]
        )
