"""What is measured, each in a process of its own; all on one thread a process."""

import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from tests.benchmarks.articles import sized, words

KIBIBYTE = 1024
_START = 'import newsquote; assert newsquote.extract("قال الوزير إن الحكومة ستعلن خطتها غدا."); print(flush=True)'
_IMPORT = "import time; begun = time.perf_counter(); import newsquote; print(time.perf_counter() - begun)"


def one_thread() -> None:
    """Set up a process that measures."""
    import torch

    torch.set_num_threads(1)


def stock(texts: list[str]) -> dict[str, float]:
    """(a) Stanza at its default sizes, article by article; also without the time of its tree decoder."""
    from tests.benchmarks.stock import Decoder, stock_pipeline

    pipeline, decoder = stock_pipeline(), Decoder()
    seconds = _seconds(lambda: [pipeline(text) for text in texts])
    return {**_rate(texts, seconds), "words_without_decoder": words(texts) / (seconds - decoder.seconds)}


def plain(texts: list[str]) -> dict[str, float]:
    """(b) The bundled models in Stanza's pipeline, article by article."""
    from tests.benchmarks.stock import bundled_pipeline

    pipeline = bundled_pipeline()
    pipeline(texts[0])
    return _rate(texts, _seconds(lambda: [pipeline(text) for text in texts]))


def one_by_one(texts: list[str]) -> dict[str, float]:
    """(c) ``extract``."""
    import newsquote

    newsquote.extract(texts[0])
    return _rate(texts, _seconds(lambda: [newsquote.extract(text) for text in texts]))


def together(texts: list[str]) -> dict[str, float]:
    """(d) ``extract_many``."""
    import newsquote

    newsquote.extract(texts[0])
    return _rate(texts, _seconds(lambda: list(newsquote.extract_many(texts))))


def two_jobs(texts: list[str]) -> dict[str, float]:
    """(e) ``extract_many`` with two processes, after both have loaded their models."""
    import newsquote

    warm = texts[:64]
    found = newsquote.extract_many([*warm, *texts], jobs=2)
    for _ in warm:
        next(found)
    return _rate(texts, _seconds(lambda: list(found)))


def stages(texts: list[str]) -> dict[str, float]:
    """The share of each stage in ``extract_many``."""
    import newsquote
    from newsquote import extractor
    from newsquote.parsing import parser
    from newsquote.parsing.bundled_engine import bundled_engine
    from newsquote.refinement.networks import bundled_networks
    from newsquote.speakers import resolution

    newsquote.extract(texts[0])
    engine, networks = bundled_engine(), bundled_networks()
    spent: dict[str, float] = defaultdict(float)
    for holder, name, stage in (
        (parser, "_attempt", "reading: quotation marks, sentences, the parser's input"),
        (engine._tokenizer, "tokenize", "tokens"),
        (engine._splitter, "split", "words"),
        (engine._forms, "rows", "vectors of forms"),
        (engine._tagger, "tag", "tags"),
        (engine._lemmatizer, "lemmatize", "lemmas"),
        (engine._parser, "parse", "trees"),
        (extractor, "find_matches", "rules: constructions"),
        (extractor, "settle", "rules: overlaps"),
        (networks.refiner, "refine", "networks: statements"),
        (resolution._Resolver, "contests", "networks: speakers"),
        (networks.ranker, "choose", "networks: speakers"),
        (extractor, "resolve", "rules: speakers"),
    ):
        setattr(holder, name, _timed(getattr(holder, name), spent, stage))
    total = _seconds(lambda: list(newsquote.extract_many(texts)))
    spent["rules: speakers"] -= spent["networks: speakers"]  # it runs within
    shares = {stage: seconds / total for stage, seconds in spent.items()}
    return {**shares, "the rest: words with their offsets, quotes": 1 - sum(shares.values())}


def memory(texts: list[str], first: int) -> dict[str, float]:
    """The most memory held, in MiB, after the first articles and after all."""
    import newsquote

    held = {}
    for number, _ in enumerate(newsquote.extract_many(texts), start=1):
        if number in (first, len(texts)):
            held[str(number)] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTE
    return held


def sizes(texts: list[str]) -> dict[str, float]:
    """Seconds for one article of so many KiB."""
    import newsquote

    newsquote.extract(texts[0])
    taken = {}
    for size in (1, 10, 100, 1000):
        text = sized(texts, _characters(texts, size * KIBIBYTE))
        repeats = 1 if size > 100 else 3
        taken[str(size)] = min(_seconds(partial(newsquote.extract, text)) for _ in range(repeats))
    return taken


def starts(_: Iterable[str]) -> dict[str, float]:
    """Seconds that ``import newsquote`` takes, and a new process to its first quote and to its end, at best."""
    imported = min(float(_python(_IMPORT)) for _ in range(5))
    quotes, ends = zip(*(_quote_and_end() for _ in range(3)), strict=True)
    return {"import": imported, "first quote": min(quotes), "end": min(ends)}


def _quote_and_end() -> tuple[float, float]:
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", _START], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline()
        quote = time.perf_counter() - begun
    assert process.returncode == 0
    return quote, time.perf_counter() - begun


def _characters(texts: list[str], size: int) -> int:
    """How many characters of these articles make so many bytes."""
    joined = "".join(texts)
    return round(size * len(joined) / len(joined.encode()))


def _rate(texts: list[str], seconds: float) -> dict[str, float]:
    return {"articles": len(texts) / seconds, "words": words(texts) / seconds}


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _timed(function: Callable[..., Any], spent: dict[str, float], stage: str) -> Callable[..., Any]:
    def run(*arguments: Any, **options: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - begun

    return run


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
