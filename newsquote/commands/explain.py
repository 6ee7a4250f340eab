"""``newsquote explain FILE…``: why an article gives the quotes it gives."""

import argparse
from typing import TYPE_CHECKING

from newsquote.commands.inputs import add_inputs, check_inputs, documents
from newsquote.commands.messages import REINSTALL, complain
from newsquote.errors import InputError, NewsquoteError

if TYPE_CHECKING:
    from newsquote.cli import Commands

_EPILOG = """\
output:
  Each sentence that has a reporting verb, a source phrase or a quotation mark. Every construction looks at every
  sentence; under each cue stands what they found there, how sure they are, and what became of it: a quote with its
  speaker (numbered as extract lists them), a match joined to another quote, one that gave way to a better match,
  one that is no statement by the network that judges them. "mended" is where that network begins and ends it, or
  whom it takes for the source; what it found by itself is "learned".
  Where none found anything: why not, as far as it is simply known.

exit status:
  0  all articles were explained
  1  some could not be: a message for each on standard error
  2  the command was not understood

examples:
  newsquote explain article.txt
  newsquote explain --example
"""


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "explain",
        help="show why an article gives the quotes it gives",
        description="Show what the constructions found in each sentence, and what became of it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_inputs(parser)
    parser.set_defaults(run=_run, parser=parser)


def _run(arguments: argparse.Namespace) -> int:
    check_inputs(arguments)
    from newsquote.explanation.listing import print_explanation  # noqa: PLC0415 - --help need not wait for it
    from newsquote.extractor import default_extractor  # noqa: PLC0415

    extractor = arguments.extractor or default_extractor()
    status = 0
    for item in documents(arguments):
        if isinstance(item, InputError):
            complain(str(item))
            status = 1
            continue
        try:
            sentences = extractor.explain(item.text)
        except (NewsquoteError, ImportError) as error:
            complain(f"{error}{REINSTALL if isinstance(error, ImportError) else ''}")
            return 1  # without models or lexicon no article can be done
        except Exception as error:  # noqa: BLE001 - one article must not lose the others
            complain(f"{item.place}: could not be explained ({type(error).__name__}: {error}); please report it")
            status = 1
        else:
            print_explanation(str(item.id), item.text, sentences)
    return status
