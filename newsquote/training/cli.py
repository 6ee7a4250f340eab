"""``python -m newsquote.training <step>``: from a treebank and raw articles to a Stanza resources folder."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from newsquote.training.options import add_options
from newsquote.training.requirements import MissingTrainingExtraError
from newsquote.training.steps import STEPS

_DESCRIPTION = """\
Train the Arabic models of newsquote on a UD v2 treebank and raw news articles.

Each step writes into the --work folder and is skipped where its output is there already. An interrupted parser goes on
from its checkpoint, an interrupted tagger from its best model. "all" runs the steps in the order listed."""


def build_parser() -> argparse.ArgumentParser:
    """The command line.

    Returns:
        The parser of ``python -m newsquote.training``.
    """
    parser = argparse.ArgumentParser(
        prog="python -m newsquote.training",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="step", required=True, metavar="step")
    everything = commands.add_parser("all", help="every step, in order", description="Run every step, in order.")
    needed = (name for step in STEPS.values() if step.of_all for name in step.options)
    add_options(everything, tuple(dict.fromkeys(needed)))
    for name, step in STEPS.items():
        add_options(
            commands.add_parser(name, help=step.summary, description=f"Step {name}: {step.summary}."), step.options
        )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Instead of ``sys.argv[1:]``.

    Returns:
        The exit status.
    """
    options = build_parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("gensim").setLevel(logging.WARNING)
    chosen = [name for name, step in STEPS.items() if step.of_all] if options.step == "all" else [options.step]
    try:
        for name in chosen:
            STEPS[name].run(options)
    except (MissingTrainingExtraError, FileNotFoundError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0
