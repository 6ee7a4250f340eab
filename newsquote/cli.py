"""The command line: ``newsquote extract FILE…``."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TextIO

from newsquote.errors import InputError, NewsquoteError
from newsquote.models import Quote
from newsquote.reading import STDIN, Document, example, read
from newsquote.version import __version__

_BROKEN_PIPE, _INTERRUPTED = 128 + 13, 128 + 2  # as a shell reports SIGPIPE, which Windows lacks, and SIGINT
_REINSTALL = "; install newsquote with what it needs: pip install --force-reinstall newsquote"
_EPILOG = """\
input:
  FILE is one article in UTF-8; its id is the file's name. FILE.jsonl (or .ndjson) holds an article a line,
  {"id": "…", "text": "…"}, other fields ignored. - is standard input: JSON lines if the first line is such an
  object, one article otherwise.

output (--format jsonl):
  {"id": "…", "text": "…", "quotes": […]}, one line an article, in the order of the input. Offsets count
  Unicode code points into "text".

exit status:
  0  all articles were read
  1  some could not be: a message for each on standard error names file and line; the others are done
  2  the command was not understood

examples:
  newsquote extract --example
  newsquote extract article.txt
  newsquote extract articles.jsonl > quotes.jsonl
  cat article.txt | newsquote extract - --format text
"""


class Extracts(Protocol):
    """What turns a text into quotes."""

    def extract(self, text: str) -> list[Quote]:
        """The quotes of an article."""


def main(argv: Sequence[str] | None = None, *, extractor: Extracts | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; those of the process if none are given.
        extractor: What to extract with; an ``Extractor()`` if none is given.

    Returns:
        The exit status: 0, 1 if some input could not be done. Wrong usage exits with 2.
    """
    _speak_utf8(sys.stdout, sys.stderr)
    arguments = _parser().parse_args(argv)
    try:
        status = _extract(arguments, extractor)
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read the output has had enough (| head): no more can be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsquote", description="Who said what in Arabic news.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"newsquote {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    extract = commands.add_parser(
        "extract",
        help="print the quotes in articles",
        description="Print the quotes in Arabic news articles: who said what, in which words, through whom.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    extract.add_argument("files", nargs="*", metavar="FILE", help="articles, or JSON lines; - for standard input")
    extract.add_argument("--example", action="store_true", help="read the article that the package carries")
    extract.add_argument(
        "--format",
        choices=("jsonl", "text"),
        help="jsonl: a JSON line an article; text: a listing to read (default: text on a terminal, jsonl elsewhere)",
    )
    extract.set_defaults(parser=extract)
    return parser


def _extract(arguments: argparse.Namespace, extractor: Extracts | None) -> int:
    if not arguments.files and not arguments.example:
        arguments.parser.error("name a FILE, - for standard input, or --example")
    if arguments.files.count(STDIN) > 1:
        arguments.parser.error("standard input (-) can be read only once")
    as_text = (arguments.format or ("text" if sys.stdout.isatty() else "jsonl")) == "text"
    status = 0
    for item in _documents(arguments.files, with_example=arguments.example):
        if isinstance(item, InputError):
            _complain(str(item))
            status = 1
            continue
        try:
            extractor = extractor or _default_extractor()
            quotes = extractor.extract(item.text)
        except InputError as error:
            _complain(f"{item.place}: {error}")
            status = 1
            continue
        except (NewsquoteError, ImportError) as error:
            _complain(f"{error}{_REINSTALL if isinstance(error, ImportError) else ''}")
            return 1  # without models or lexicon no article can be done
        except Exception as error:  # noqa: BLE001 - one article must not lose the others
            _complain(f"{item.place}: could not be done ({type(error).__name__}: {error}); please report it")
            status = 1
            continue
        _show(item, quotes, as_text=as_text)
    return status


def _documents(files: Iterable[str], *, with_example: bool) -> Iterator[Document | InputError]:
    if with_example:
        yield example()
    for name in files:
        yield from read(name)


def _default_extractor() -> Extracts:
    from newsquote.extractor import Extractor  # noqa: PLC0415 - --help and --version need not wait for it

    return Extractor()


def _show(document: Document, quotes: list[Quote], *, as_text: bool) -> None:
    if as_text:
        from newsquote.listing import print_listing  # noqa: PLC0415 - JSON lines need no rich

        print_listing(str(document.id), quotes)
    else:
        dumped = [quote.model_dump(mode="json") for quote in quotes]
        line = json.dumps({"id": document.id, "text": document.text, "quotes": dumped}, ensure_ascii=False)
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _complain(message: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"newsquote: {message}\n")


def _speak_utf8(stdout: TextIO, stderr: TextIO) -> None:
    # a stream that a caller has put in its place may be of another kind
    if isinstance(stdout, io.TextIOWrapper):
        stdout.reconfigure(encoding="utf-8", errors="strict")
    if isinstance(stderr, io.TextIOWrapper):
        stderr.reconfigure(encoding="utf-8", errors="surrogateescape")  # a file's name may be no UTF-8
