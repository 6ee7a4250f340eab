"""How commands are told which articles to read."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from newsquote.errors import InputError
from newsquote.reading import STDIN, Document, example, read


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add what names the articles."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="articles, JSON lines, web pages or folders; - for standard input"
    )
    parser.add_argument("--example", action="store_true", help="read the article that the package carries")


def check_inputs(arguments: argparse.Namespace) -> None:
    """End with a message where the articles are not named as they should be."""
    if not arguments.files and not arguments.example:
        arguments.parser.error("name a FILE, - for standard input, or --example")
    if arguments.files.count(STDIN) > 1:
        arguments.parser.error("standard input (-) can be read only once")
    output = _output(arguments)
    if output and output.exists():
        for name in arguments.files:
            if name != STDIN and Path(name).exists() and output.samefile(name):
                arguments.parser.error(f"{name} would be overwritten; name another file to write to")


def documents(arguments: argparse.Namespace) -> Iterator[Document | InputError]:
    """The articles that are named."""
    if arguments.example:
        yield example()
    for name in arguments.files:
        yield from read(name, leaving_out=_output(arguments))


def _output(arguments: argparse.Namespace) -> Path | None:
    """Where the output goes, for commands that can be told."""
    output: Path | None = getattr(arguments, "output", None)
    return output
