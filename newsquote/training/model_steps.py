"""The steps of a training that make, pack and score models."""

from __future__ import annotations

from pathlib import Path

from newsquote.training.device import Options, device_of
from newsquote.training.evaluate import evaluate_models
from newsquote.training.lemmatizer import LemmatizerOptions, train_lemmatizer
from newsquote.training.mwt import MwtOptions, train_mwt
from newsquote.training.packaging import package_models
from newsquote.training.parser import ParserOptions, train_parser
from newsquote.training.requirements import require
from newsquote.training.tagger import TaggerOptions, train_tagger
from newsquote.training.tokenizer import TokenizerOptions, train_tokenizer
from newsquote.training.vectors import VectorOptions, train_vectors
from newsquote.training.workspace import Workspace


def first_tokenizer(options: Options) -> None:
    """Train the tokenizer that segments the news.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    text, dev = work.section("train").with_suffix(".txt"), work.section("dev")
    settings = TokenizerOptions(steps=options.first_tokenizer_steps, anneal_after=300, seed=options.seed)
    work.run(
        work.model("first-tokenizer"),
        lambda target: train_tokenizer(text, dev, target, settings, device=device),
        force=options.force,
    )


def mwt(options: Options) -> None:
    """Train the cutter of contractions.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    train, dev = work.section("train"), work.section("dev")
    settings = MwtOptions(epochs=options.mwt_epochs)
    work.run(
        work.model("mwt"), lambda target: train_mwt(train, dev, target, settings, device=device), force=options.force
    )


def vectors(options: Options) -> None:
    """Train word vectors.

    Args:
        options: Of the command line.
    """
    require("torch", "stanza", "gensim")
    work = Workspace(options.work)
    settings = VectorOptions(
        dimensions=options.dimensions,
        vocabulary=options.vocabulary,
        epochs=options.vector_epochs,
        minimum_count=options.minimum_count,
        workers=options.workers,
        seed=options.seed,
    )

    def build(target: Path) -> None:
        train_vectors(work.segmented_news, target, settings)

    work.run(work.model("vectors"), build, force=options.force)


def tokenizer(options: Options) -> None:
    """Train the tokenizer.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    settings = TokenizerOptions(steps=options.tokenizer_steps, seed=options.seed)
    work.run(
        work.model("tokenizer"),
        lambda target: train_tokenizer(work.silver, work.section("dev"), target, settings, device=device),
        force=options.force,
    )


def tagger(options: Options) -> None:
    """Train the tagger.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    train, dev, vectors = work.section("train"), work.section("dev"), work.model("vectors")
    settings = TaggerOptions(steps=options.tagger_steps, seed=options.seed)
    early = {options.early_tagger_steps: work.model("early-tagger")}

    def build(target: Path) -> None:
        # Stanza's tagger keeps no checkpoint: an interrupted training starts again from its best model.
        start = target if target.exists() else None
        train_tagger(train, dev, vectors, target, settings, start=start, snapshots=early, device=device)

    work.run(work.model("tagger"), build, force=options.force)


def lemmatizer(options: Options) -> None:
    """Train the lemmatizer.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    settings = LemmatizerOptions(epochs=options.lemma_epochs)
    work.run(
        work.model("lemmatizer"),
        lambda target: train_lemmatizer(work.section("train"), work.section("dev"), target, settings, device=device),
        force=options.force,
    )


def first_parser(options: Options) -> None:
    """Train the parser on gold tags.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    settings = ParserOptions(steps=options.first_parser_steps, hold=1.0, seed=options.seed)
    files = (work.section("train"), work.section("dev"), work.model("vectors"))
    work.run(
        work.model("first-parser"),
        lambda target: train_parser(*files, target, settings, start=None, device=device),
        force=options.force,
    )


def parser(options: Options) -> None:
    """Train the parser on predicted tags.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)
    settings = ParserOptions(steps=options.parser_steps, seed=options.seed)
    files = (work.section("train.predicted"), work.section("dev.predicted"), work.model("vectors"))
    first = work.model("first-parser")
    work.run(
        work.model("parser"),
        lambda target: train_parser(*files, target, settings, start=first, device=device),
        force=options.force,
    )


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
