"""The steps of a training that pack and score models."""

from __future__ import annotations

from newsquote.training.device import Options, device_of
from newsquote.training.evaluate import evaluate_models
from newsquote.training.packaging import package_models
from newsquote.training.requirements import require
from newsquote.training.workspace import Workspace


def package(options: Options) -> None:
    """Write the resources folder.

    Args:
        options: Of the command line.
    """
    require("torch")
    work = Workspace(options.work)
    names = {
        "tokenize": "tokenizer",
        "mwt": "mwt",
        "pos": "tagger",
        "lemma": "lemmatizer",
        "depparse": "parser",
        "pretrain": "vectors",
    }
    package_models({kind: work.model(name) for kind, name in names.items()}, options.models or work.package)


def evaluate(options: Options) -> None:
    """Print the scores of a resources folder.

    Args:
        options: Of the command line.
    """
    require("udtools")
    work, device = Workspace(options.work), device_of(options)
    scores = evaluate_models(options.models or work.package, work.section("test"), device=device)
    for metric, score in scores.items():
        print(f"{metric:<10}{score:6.2f}")
