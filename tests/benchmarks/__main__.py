"""``python -m tests.benchmarks``: measures, prints a table, and writes it into a page if one is named."""

import argparse
import multiprocessing
import os
import platform
import re
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import measures
from tests.benchmarks.articles import sample, words
from tests.benchmarks.table import Results, table

_TABLE = re.compile(r"(<!-- benchmarks -->\n).*(<!-- end -->)", re.DOTALL)
_PARTS = ("rates", "stages", "memory", "sizes", "starts")


def main() -> None:
    """Measure what is asked for."""
    arguments = _parser().parse_args()
    texts = sample(arguments.news, max(arguments.articles, arguments.memory[-1]))
    some, few = texts[: arguments.articles], texts[: arguments.stock]
    results: Results = {}
    runs: dict[str, list[tuple[str, Callable[..., dict[str, float]], tuple[object, ...]]]] = {
        "rates": [
            ("a", measures.stock, (few,)),
            *((name, measure, (some,)) for name, measure in zip("bcde", _RATES, strict=True)),
        ],
        "stages": [("stages", measures.stages, (some,))],
        "memory": [("memory", measures.memory, ([text[:1000] for text in texts], arguments.memory[0]))],
        "sizes": [("sizes", measures.sizes, (some,))],
        "starts": [("starts", measures.starts, ((),))],
    }
    for part in arguments.part or _PARTS:
        for name, measure, given in runs[part]:
            results[name] = _apart(measure, *given)
            print(f"{name}: {results[name]}", file=sys.stderr, flush=True)
    page = "\n".join([*_about(arguments, some), "", table(results)])
    print(page)
    if arguments.write:
        written = arguments.write.read_text(encoding="utf-8")
        arguments.write.write_text(
            _TABLE.sub(lambda match: f"{match[1]}\n{page}\n{match[2]}", written), encoding="utf-8"
        )


_RATES = (measures.plain, measures.one_by_one, measures.together, measures.two_jobs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=main.__doc__)
    parser.add_argument("part", nargs="*", metavar="PART", help=f"of {', '.join(_PARTS)}; all if none is named")
    parser.add_argument("--news", nargs="*", type=Path, default=[], help="JSON lines with a text, plain or .xz")
    parser.add_argument("--articles", type=int, default=200, help="how many to measure on (default: %(default)s)")
    parser.add_argument("--stock", type=int, default=5, help="how many for the slow (a) (default: %(default)s)")
    parser.add_argument("--memory", nargs=2, type=int, default=[500, 5000], help="after how many (default: 500 5000)")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table into this page, between its marks")
    return parser


def _apart(measure: Callable[..., dict[str, float]], *given: object) -> dict[str, float]:
    """Run a measure in a process of its own, so that none inherits memory or warm caches."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=measures.one_thread) as pool:
        return pool.submit(measure, *given).result()


def _about(arguments: argparse.Namespace, texts: list[str]) -> list[str]:
    processor = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    source = "drawn by lot from news" if arguments.news else "composed of the project's own sentences"
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    return [
        f"Measured on {processor}, {os.cpu_count()} cores (load before, over 1, 5 and 15 minutes: {load});",
        f"Python {platform.python_version()}, torch {version('torch')}, Stanza {version('stanza')};",
        f"{len(texts)} articles {source}, {words(texts) // len(texts)} words each.",
    ]


def _lines(file: str) -> list[str]:
    return Path(file).read_text(encoding="utf-8").splitlines() if Path(file).exists() else []


if __name__ == "__main__":
    os.environ["OMP_NUM_THREADS"] = "1"
    main()
