"""``newsquote extract FILE…``: the quotes in articles."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsquote.commands.articles import Articles
from newsquote.errors import InputError
from newsquote.models import Quote
from newsquote.reading import STDIN, Document, example, read

if TYPE_CHECKING:
    from newsquote.cli import Commands

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


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "extract",
        help="print the quotes in articles",
        description="Print the quotes in Arabic news articles: who said what, in which words, through whom.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles, or JSON lines; - for standard input")
    parser.add_argument("--example", action="store_true", help="read the article that the package carries")
    parser.add_argument(
        "--format",
        choices=("jsonl", "text"),
        help="jsonl: a JSON line an article; text: a listing to read (default: text on a terminal, jsonl elsewhere)",
    )
    parser.set_defaults(run=_run, parser=parser)


def _run(arguments: argparse.Namespace) -> int:
    if not arguments.files and not arguments.example:
        arguments.parser.error("name a FILE, - for standard input, or --example")
    if arguments.files.count(STDIN) > 1:
        arguments.parser.error("standard input (-) can be read only once")
    as_text = (arguments.format or ("text" if sys.stdout.isatty() else "jsonl")) == "text"
    articles = Articles(_documents(arguments.files, with_example=arguments.example), arguments.extractor)
    for document, quotes in articles:
        _show(document, quotes, as_text=as_text)
    return articles.status


def _documents(files: Iterable[str], *, with_example: bool) -> Iterator[Document | InputError]:
    if with_example:
        yield example()
    for name in files:
        yield from read(name)


def _show(document: Document, quotes: list[Quote], *, as_text: bool) -> None:
    if as_text:
        from newsquote.listing import print_listing  # noqa: PLC0415 - JSON lines need no rich

        print_listing(str(document.id), quotes)
    else:
        dumped = [quote.model_dump(mode="json") for quote in quotes]
        line = json.dumps({"id": document.id, "text": document.text, "quotes": dumped}, ensure_ascii=False)
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
