"""The sentences that constructions are tested on, and their stored parses, which spare the tests a model."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest import mock

from newsquote import Quote, extractor
from newsquote.lexicon import default_lexicon
from newsquote.matching import constructions
from newsquote.parsing import article_from_conllu
from newsquote.syntax import Article

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parent / "cases"
PARSES = Path(__file__).parent / "parses"
TEXTS = Path(__file__).parent / "texts.toml"
_OFFSET = re.compile(r"(start_char|end_char)=(\d+)")


@dataclass(frozen=True)
class Case:
    """A sentence and what a construction finds in it.

    Attributes:
        text: The sentence, or a few.
        quotes: The quotes that are there thanks to the construction; none where it has to leave the text alone.
        gap: Why it is known to fail, if it is.
        reason: Why there is nothing to find.
    """

    text: str
    quotes: tuple[dict[str, Any], ...] = ()
    gap: str | None = None
    reason: str | None = None


def names() -> list[str]:
    """The constructions that have a case file."""
    return sorted(path.stem for path in CASES.glob("*.toml"))


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


def finds(name: str) -> list[Case]:
    """What a construction has to find."""
    return [Case(**{**entry, "quotes": tuple(entry["quotes"])}) for entry in _file(name)["finds"]]


def ignores(name: str) -> list[Case]:
    """What a construction has to leave alone."""
    return [Case(**entry) for entry in _file(name)["ignores"]]


@cache
def texts() -> dict[str, str]:
    """The texts of tests that are about no single construction, by name."""
    return {entry["name"]: entry["text"] for entry in tomllib.loads(TEXTS.read_text(encoding="utf-8"))["text"]}


def stored() -> dict[str, list[str]]:
    """By the name of a file in ``parses``, the texts whose parses it holds."""
    files = {name: [case.text for case in (*finds(name), *ignores(name))] for name in names()}
    return {**files, TEXTS.stem: list(texts().values())}


def key(text: str) -> str:
    """The name of a text in a file of parses."""
    return sha256(text.encode()).hexdigest()[:16]


def read_parses(name: str) -> dict[str, str]:
    """The parses in a file of ``parses``, by the keys of their texts."""
    path = PARSES / f"{name}.conllu"
    if not path.exists():
        return {}
    blocks = path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]
    return {block[:16]: block.partition("\n")[2] for block in blocks}


@cache
def _all_parses() -> dict[str, str]:
    return {each: parse for name in stored() for each, parse in read_parses(name).items()}


def parsed(*given: str) -> Article:
    """The article that consists of texts with stored parses, a paragraph each.

    Raises:
        KeyError: If a text has no stored parse; ``python -m tests.store_parses`` makes them.
    """
    parse, offset = "", 0
    for text in given:
        parse += _moved(_all_parses()[key(text)], offset)
        offset += len(text) + 1
    return article_from_conllu("\n".join(given), parse)


def _moved(parse: str, offset: int) -> str:
    return _OFFSET.sub(lambda found: f"{found[1]}={int(found[2]) + offset}", parse)


def quotes_of(article: Article, *, without: str | None = None) -> list[Quote]:
    """The quotes of a parsed article, as if a construction were not there if one is named."""
    kept = {name: find for name, find in constructions().items() if name != without}
    with mock.patch.object(extractor, "constructions", return_value=kept):
        return extractor.quotes(article, default_lexicon())


def found_by(name: str, article: Article) -> list[Quote]:
    """The quotes that are there thanks to a construction, which a continuation or a second attribution shares in."""
    others = {_spans(quote) for quote in quotes_of(article, without=name)}
    return [quote for quote in quotes_of(article) if _spans(quote) not in others]


def _spans(quote: Quote) -> tuple[Any, ...]:
    return quote.content, quote.cue, quote.source, quote.via


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every case with the name of its construction."""
    for name in names():
        for case in (*finds(name), *ignores(name)):
            yield name, case
