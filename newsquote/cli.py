"""The command line: builds the parser from ``newsquote.commands``, and looks after streams and signals."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from newsquote.commands import evaluate, explain, extract, render
from newsquote.version import __version__

if TYPE_CHECKING:
    from newsquote.commands.articles import Extracts

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no other name for it

_COMMANDS = (extract, render, explain, evaluate)
_BROKEN_PIPE, _INTERRUPTED = 128 + 13, 128 + 2  # as a shell reports SIGPIPE, which Windows lacks, and SIGINT


def main(argv: Sequence[str] | None = None, *, extractor: "Extracts | None" = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; those of the process if none are given.
        extractor: What to extract with; an ``Extractor()`` if none is given.

    Returns:
        The exit status: 0, 1 if some input could not be done. Wrong usage exits with 2.
    """
    _speak_utf8(sys.stdout, sys.stderr)
    arguments = build_parser().parse_args(argv, argparse.Namespace(extractor=extractor))
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read the output has had enough (| head): no more can be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    if argv is None:
        gc.freeze()  # the process ends: to look for garbage in all of torch would take a second
    return status


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(prog="newsquote", description="Who said what in Arabic news.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"newsquote {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add(commands)
    return parser


def _speak_utf8(stdout: TextIO, stderr: TextIO) -> None:
    # a stream that a caller has put in its place may be of another kind
    if isinstance(stdout, io.TextIOWrapper):
        stdout.reconfigure(encoding="utf-8", errors="strict")
    if isinstance(stderr, io.TextIOWrapper):
        stderr.reconfigure(encoding="utf-8", errors="surrogateescape")  # a file's name may be no UTF-8
