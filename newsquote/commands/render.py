"""``newsquote render FILE… -o PAGE.html``: a page of articles with their quotes marked."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote.commands.articles import Articles, add_jobs
from newsquote.commands.inputs import add_inputs, check_inputs, documents
from newsquote.commands.messages import complain
from newsquote.commands.progress import progress
from newsquote.reading import STDIN

if TYPE_CHECKING:
    from newsquote.cli import Commands


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "render",
        help="make a page with the quotes marked",
        description="Make one page of HTML, which any browser shows, of articles with their quotes marked: what is "
        "said, who says it, by which words, through whom, beside a list of the speakers.",
        epilog="Inputs, messages and exit status are those of: newsquote extract --help",
        allow_abbrev=False,
    )
    add_inputs(parser)
    parser.add_argument(
        "-o", "--output", metavar="PAGE", type=Path, required=True, help="the file to write; - for standard output"
    )
    parser.add_argument(
        "--language", choices=("ar", "en"), default="ar", help="of the page's labels (default: %(default)s)"
    )
    add_jobs(parser)
    parser.set_defaults(run=_run, parser=parser)


def _run(arguments: argparse.Namespace) -> int:
    from newsquote.render.page import render_articles  # noqa: PLC0415 - --help need not wait for it

    check_inputs(arguments)
    printed = str(arguments.output) == STDIN
    shown = not (printed and sys.stdout.isatty())
    try:
        with progress(arguments.files, shown=shown, leaving_out=arguments.output) as tell:
            inputs = documents(arguments)
            articles = Articles(inputs, extractor=arguments.extractor, jobs=arguments.jobs, tell=tell)
            sheets = ((str(document.id), document.text, quotes) for document, quotes in articles)
            page = render_articles(sheets, language=arguments.language)
            if printed:
                sys.stdout.writelines(page)
            else:
                with arguments.output.open("w", encoding="utf-8", newline="") as stream:
                    stream.writelines(page)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{arguments.output}: cannot be written: {error.strerror or error}")
        return 1
    return articles.status
