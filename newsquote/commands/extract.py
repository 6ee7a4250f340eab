"""``newsquote extract FILE…``: the quotes in articles."""

import argparse
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newsquote.commands.articles import Articles, add_jobs
from newsquote.commands.inputs import add_inputs, check_inputs, documents
from newsquote.commands.messages import complain
from newsquote.commands.progress import progress
from newsquote.commands.resuming import Done
from newsquote.errors import InputError
from newsquote.exports.brat import write_brat
from newsquote.exports.json_lines import json_line
from newsquote.exports.tables import write_csv
from newsquote.reading import Document

if TYPE_CHECKING:
    from newsquote.cli import Commands

_Tell = Callable[[Document], None]
_FORMATS = ("jsonl", "csv", "brat", "html", "text")
_ENDINGS = {
    **dict.fromkeys(("", ".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".htm", ".html"), "html"),
    **dict.fromkeys((".text", ".txt"), "text"),
    ".brat": "brat",
    ".csv": "csv",
}
_EPILOG = """\
input:
  FILE is one article in UTF-8; its id is the file's name. FILE.jsonl (or .ndjson) holds an article a line,
  {"id": "…", "text": "…"}, other fields ignored. FILE.html (or .htm, .xhtml) is a web page, of which the article
  is read; this needs the extra "web". A folder is read with all such files in it, and .txt; ids begin below it.
  - is standard input: JSON lines if the first line is such an object, a web page if it begins as one, one article
  otherwise.

output:
  jsonl  {"id": "…", "text": "…", "quotes": […]}, one line an article, in the order of the input. Offsets count
         Unicode code points into "text"
  csv    a row a quote, for a spreadsheet: UTF-8 with its signature, nothing that would run as a formula
  brat   a folder for the annotation tool brat: a .txt and an .ann file an article
  html   one page with all articles, their quotes marked
  text   a listing to read

exit status:
  0  all articles were read
  1  some could not be: a message for each on standard error names file and line; the others are done
  2  the command was not understood

examples:
  newsquote extract --example
  newsquote extract articles/ -o quotes.csv
  newsquote extract articles.jsonl -o quotes.jsonl --resume --jobs 4
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
    add_inputs(parser)
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="how to write them (default: by the ending of PATH; without PATH text on a terminal, jsonl elsewhere)",
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", type=Path, help="where to: a file, for brat a folder (default: print them)"
    )
    parser.add_argument(
        "--resume", action="store_true", help="leave out articles that PATH holds already, and add the others to it"
    )
    add_jobs(parser)
    parser.set_defaults(run=_run, parser=parser)


def _run(arguments: argparse.Namespace) -> int:
    check_inputs(arguments)
    form = _form(arguments)
    if arguments.resume and not (form == "jsonl" and arguments.output):
        arguments.parser.error("--resume needs -o FILE.jsonl, from which it knows what is done")
    if form == "brat" and not arguments.output:
        arguments.parser.error("brat reads folders; name one by -o FOLDER")
    try:
        done = Done(arguments.output) if arguments.resume else None
        shown = bool(arguments.output) or not sys.stdout.isatty()
        with progress(arguments.files, shown=shown, leaving_out=arguments.output) as tell:
            left = _left(documents(arguments), done, tell)
            articles = Articles(left, extractor=arguments.extractor, jobs=arguments.jobs, tell=tell)
            _write(articles, form, arguments)
    except InputError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{error.filename or arguments.output or 'the output'}: cannot be written: {error.strerror or error}")
        return 1
    return articles.status


def _form(arguments: argparse.Namespace) -> str:
    if arguments.format:
        return str(arguments.format)
    if not arguments.output:
        return "text" if sys.stdout.isatty() else "jsonl"
    form = _ENDINGS.get(arguments.output.suffix.lower())
    if not form:
        arguments.parser.error(
            f"how to write {arguments.output}? End it in .jsonl, .csv, .html or .txt, or say --format"
        )
    return str(form)


def _left(items: Iterable[Document | InputError], done: Done | None, tell: _Tell) -> Iterator[Document | InputError]:
    for item in items:
        if done is not None and isinstance(item, Document) and item in done:
            tell(item)
        else:
            yield item


def _write(articles: Articles, form: str, arguments: argparse.Namespace) -> None:
    if form == "brat":
        write_brat(((document.id, document.text, quotes) for document, quotes in articles), arguments.output)
        return
    with _opened(arguments.output, adding=arguments.resume, form=form) as stream:
        if form == "csv":
            write_csv(((document.id, quotes) for document, quotes in articles), stream)
        elif form == "html":
            from newsquote.render.page import render_articles  # noqa: PLC0415 - whoever wants no page need not load it

            sheets = ((str(document.id), document.text, quotes) for document, quotes in articles)
            stream.writelines(render_articles(sheets))
        elif form == "text":
            from newsquote.listing import print_listing  # noqa: PLC0415 - the others need no rich

            for document, quotes in articles:
                print_listing(str(document.id), quotes, file=stream)
        else:
            for document, quotes in articles:
                stream.write(json_line(document.id, document.text, quotes))
                stream.flush()


@contextmanager
def _opened(output: Path | None, *, adding: bool, form: str) -> Iterator[TextIO]:
    if output is None:
        if form == "csv" and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(newline="")  # the writer ends its lines itself
        yield sys.stdout
    else:
        with output.open("a" if adding else "w", encoding="utf-8", newline="") as stream:
            yield stream
