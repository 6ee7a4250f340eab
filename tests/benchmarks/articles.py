"""What is measured on: news, or articles composed of the sentences of the project's own cases."""

import json
import lzma
import random
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path

from tests.case_files import all_cases

_PARAGRAPHS = 12
_SEED = 7


def sample(news: Iterable[Path], number: int) -> list[str]:
    """Articles drawn by lot from JSON lines with a ``text`` (plain or ``.xz``), or composed if none is named."""
    texts = [text for file in news for text in _texts(file)]
    if not texts:
        return list(islice(_composed(), number))
    drawn = random.Random(_SEED).sample(texts, min(number, len(texts)))
    return [drawn[place % len(drawn)] for place in range(number)]


def sized(texts: Iterable[str], characters: int) -> str:
    """One article of a size, made of several."""
    whole = ""
    for text in texts:
        whole += text + "\n"
        if len(whole) >= characters:
            return whole[:characters]
    return (whole * (characters // len(whole) + 1))[:characters]


def words(texts: Iterable[str]) -> int:
    """Orthographic words, as white space parts them."""
    return sum(len(text.split()) for text in texts)


def _texts(file: Path) -> Iterator[str]:
    with lzma.open(file, "rt", encoding="utf-8") if file.suffix == ".xz" else file.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def _composed() -> Iterator[str]:
    texts = [case.text for _, case in all_cases()]
    return ("\n".join(random.Random(number).sample(texts, _PARAGRAPHS)) for number in count())
