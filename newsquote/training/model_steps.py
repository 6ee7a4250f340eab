"""The steps of a training that train vectors, tokenizers and lemmatizer."""

from __future__ import annotations

from pathlib import Path

from newsquote.training.device import Options, device_of
from newsquote.training.lemmatizer import LemmatizerOptions, train_lemmatizer
from newsquote.training.mwt import MwtOptions, train_mwt
from newsquote.training.requirements import require
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
    settings = TokenizerOptions(steps=options.first_tokenizer_steps, seed=options.seed)
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
