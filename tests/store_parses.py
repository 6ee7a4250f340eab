"""Write the parses that the tests read: ``python -m tests.store_parses``, or with ``--check`` tell how they differ.

The texts are those of ``tests/cases/*.toml`` and ``tests/texts.toml``; the models are the bundled ones unless
``--models`` names another Stanza resources folder.
"""

import argparse
import sys
from collections.abc import Sequence

from newsquote.parsing import Parser, article_to_conllu
from tests.case_files import PARSES, key, read_parses, stored


def store(parser: Parser) -> int:
    """Parse every text and write the files; the number of texts."""
    PARSES.mkdir(exist_ok=True)
    files = stored()
    for name, given in files.items():
        blocks = (f"# newdoc id = {key(text)}\n{article_to_conllu(parser.parse(text))}" for text in given)
        (PARSES / f"{name}.conllu").write_text("".join(blocks), encoding="utf-8")
    return sum(map(len, files.values()))


def drifted(parser: Parser, given: Sequence[str], parses: dict[str, str]) -> list[str]:
    """The texts that a parser now reads in another way, as one line each."""
    lines = []
    for text in given:
        old, new = parses.get(key(text), "").split("\n"), article_to_conllu(parser.parse(text)).split("\n")
        if old != new:
            changed = sum(line not in old for line in new)
            lines.append(f"{changed} of {len(new)} lines differ: {text}")
    return lines


def main() -> int:
    """Run the command."""
    arguments = argparse.ArgumentParser(prog="python -m tests.store_parses", description=__doc__)
    arguments.add_argument("--check", action="store_true", help="write nothing; fail if a stored parse has changed")
    arguments.add_argument(
        "--models", metavar="FOLDER", help="a Stanza resources folder to use in place of the bundled"
    )
    options = arguments.parse_args()
    parser = _parser(options.models)
    if not options.check:
        print(f"{store(parser)} parses written")
        return 0
    lines = [line for name, given in stored().items() for line in drifted(parser, given, read_parses(name))]
    print("\n".join([*lines, f"{len(lines)} texts differ"]))
    return 1 if lines else 0


def _parser(models: str | None) -> Parser:
    if models is None:
        return Parser()
    import stanza  # noqa: PLC0415 - takes seconds to load

    return Parser(pipeline=stanza.Pipeline("ar", dir=models, package="newsquote", download_method=None, verbose=False))


if __name__ == "__main__":
    sys.exit(main())
