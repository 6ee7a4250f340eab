"""``newsquote evaluate GOLD [PREDICTED]``: how right quotes are, against articles annotated by hand."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from newsquote.commands.articles import Articles
from newsquote.commands.messages import complain
from newsquote.errors import InputError
from newsquote.evaluation import AnnotatedArticle, read_annotations, report
from newsquote.evaluation.pairs import pair
from newsquote.reading import STDIN, Document

if TYPE_CHECKING:
    from newsquote.cli import Commands

_EPILOG = """\
input:
  Both files hold an annotated article a line: {"id": "…", "text": "…", "quotes": […]}, as docs/annotation.md
  says, or as newsquote extract prints them. Articles meet by id. Without PREDICTED, the gold articles are extracted.

output:
  A table; with --format json, an object with all measures. docs/annotation.md defines them.

exit status:
  0  everything was measured
  1  some articles could not be: a message for each on standard error; the others are measured
  2  the command was not understood

examples:
  newsquote evaluate gold.jsonl
  newsquote evaluate gold.jsonl quotes.jsonl --format json
"""


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "evaluate",
        help="measure quotes against articles annotated by hand",
        description="Measure how right quotes are, against articles that people have annotated.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("gold", metavar="GOLD", help="annotated articles, JSON lines; - for standard input")
    parser.add_argument("predicted", nargs="?", metavar="PREDICTED", help="the same articles with the quotes found")
    parser.add_argument("--format", choices=("json", "text"), default="text", help="text: a table (the default)")
    parser.set_defaults(run=_run, parser=parser)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.gold == arguments.predicted == STDIN:
        arguments.parser.error("standard input (-) can be read only once")
    gold, status = _read(arguments.gold)
    if arguments.predicted is None:
        documents = [Document(article.id, article.text, place=str(article.id)) for article in gold]
        articles = Articles(documents, extractor=arguments.extractor)
        predicted = [AnnotatedArticle.of(document.id, document.text, quotes) for document, quotes in articles]
        pairs, _ = pair(gold, predicted)  # what could not be extracted has been said
        status = max(status, articles.status)
    else:
        predicted, unread = _read(arguments.predicted)
        pairs, problems = pair(gold, predicted)
        for problem in problems:
            complain(str(problem))
        status = max(status, unread, bool(problems))
    if not pairs:
        complain(f"{arguments.gold}: holds no gold articles")
        return 1
    measured = report(pairs)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(measured.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")
    else:
        from newsquote.evaluation.table import print_table  # noqa: PLC0415 - JSON needs no rich

        print_table(measured)
    return int(status)


def _read(name: str) -> tuple[list[AnnotatedArticle], int]:
    articles, status = [], 0
    for item in read_annotations(name):
        if isinstance(item, InputError):
            complain(str(item))
            status = 1
        else:
            articles.append(item)
    return articles, status
