"""The steps of a training that train tagger and parser, each in stages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newsquote.training.device import Options, device_of
from newsquote.training.parser import ParserOptions, train_parser
from newsquote.training.prune import prune_vocabulary
from newsquote.training.tagger import TaggerOptions, train_tagger
from newsquote.training.workspace import Workspace


def first_tagger(options: Options) -> None:
    """Train the tagger, and save an early state of it.

    Args:
        options: Of the command line.
    """
    work = Workspace(options.work)
    settings = TaggerOptions(steps=options.first_tagger_steps, seed=options.seed)
    early = {options.early_tagger_steps: work.model("early-tagger")}
    _train_tagger(options, "first-tagger", settings, start=None, snapshots=early)


def tagger(options: Options) -> None:
    """Train the tagger on, more slowly, rare words unknown to it.

    Args:
        options: Of the command line.
    """
    start = _pruned(options, "first-tagger")
    # Slow updates differ little: a short memory averages enough of them, and forgets the first stage sooner.
    settings = TaggerOptions(steps=options.tagger_steps, peak_rate=1.5e-3, hold=0.2, decay=0.99, seed=options.seed)
    _train_tagger(options, "tagger", settings, start=start, snapshots=None)


def _train_tagger(
    options: Options,
    name: str,
    settings: TaggerOptions,
    *,
    start: Path | None,
    snapshots: Mapping[int, Path] | None,
) -> None:
    work, device = Workspace(options.work), device_of(options)
    train, dev, vectors = work.section("train"), work.section("dev"), work.model("vectors")

    def build(target: Path) -> None:
        # Stanza's tagger keeps no checkpoint: an interrupted training starts again from its best model.
        begin = target if target.exists() else start
        train_tagger(train, dev, vectors, target, settings, start=begin, snapshots=snapshots, device=device)

    work.run(work.model(name), build, force=options.force)


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


def second_parser(options: Options) -> None:
    """Train the parser on predicted tags.

    Args:
        options: Of the command line.
    """
    # Smaller batches: more updates in the same time, and the average takes their noise.
    settings = ParserOptions(
        steps=options.second_parser_steps,
        peak_rate=2.5e-3,
        hold=0.2,
        batch_words=1000,
        evaluate_every=200,
        seed=options.seed,
    )
    _train_parser(options, "second-parser", settings, start=Workspace(options.work).model("first-parser"))


def parser(options: Options) -> None:
    """Train the parser on predicted tags, rare words unknown to it.

    Args:
        options: Of the command line.
    """
    settings = ParserOptions(
        steps=options.parser_steps, peak_rate=2e-3, hold=0.25, decay=0.995, batch_words=1000, seed=options.seed
    )
    _train_parser(options, "parser", settings, start=_pruned(options, "second-parser"))


def _train_parser(options: Options, name: str, settings: ParserOptions, *, start: Path) -> None:
    work, device = Workspace(options.work), device_of(options)
    files = (work.section("train.predicted"), work.section("dev.predicted"), work.model("vectors"))
    work.run(
        work.model(name),
        lambda target: train_parser(*files, target, settings, start=start, device=device),
        force=options.force,
    )


def _pruned(options: Options, name: str) -> Path:
    """A model without its rare words; made where it is not there."""
    work = Workspace(options.work)
    target = work.model(f"{name}.pruned")
    source, train, least = work.model(name), work.section("train"), options.rare_below

    def build(partial: Path) -> None:
        prune_vocabulary(source, train, partial, minimum_count=least)

    work.run(target, build, force=options.force)
    return target
