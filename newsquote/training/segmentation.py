"""Clitic segmentation of raw news, type by type, with the project's own tokenizer.

A sample is segmented in context, the other frequent types alone; each type then takes the cut it got most often. That
is a hundred times faster than running the tokenizer over everything, and steadier: rare slips are voted down.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from newsquote.training.news import SURFACE_TOKEN

Pieces: TypeAlias = tuple[str, ...]
_ARABIC = re.compile("[\u0621-\u064a]")
_CHUNK = 8000


def segment_types(
    paragraphs: Sequence[str], pipeline: Any, *, sample_tokens: int, isolated_types: int, seed: int
) -> dict[str, Pieces]:
    """Learn how each surface type of a corpus is cut.

    Args:
        paragraphs: The corpus.
        pipeline: A ``stanza.Pipeline`` with ``tokenize,mwt``.
        sample_tokens: About how many tokens to segment in context.
        isolated_types: How many further types, the most frequent first, to segment out of context.
        seed: Decides the sample.

    Returns:
        Each type seen and its majority pieces.
    """
    votes: defaultdict[str, Counter[Pieces]] = defaultdict(Counter)
    shuffled = list(paragraphs)
    random.Random(seed).shuffle(shuffled)
    done = 0
    for chunk in _chunks(shuffled):
        if done >= sample_tokens:
            break
        done += _vote(pipeline, chunk, votes)
    frequency = Counter(token for paragraph in paragraphs for token in SURFACE_TOKEN.findall(paragraph))
    rest = [
        token for token, count in frequency.most_common() if count >= 3 and token not in votes and _ARABIC.match(token)
    ][:isolated_types]
    random.Random(seed).shuffle(rest)
    lines = [" ".join(rest[start : start + 20]) + "." for start in range(0, len(rest), 20)]
    for chunk in _chunks(lines):
        _vote(pipeline, chunk, votes)
    return {token: counter.most_common(1)[0][0] for token, counter in votes.items()}


def write_segmented(paragraphs: Iterable[str], segmentation: dict[str, Pieces], target: Path) -> int:
    """Write a corpus with each token replaced by its pieces, one paragraph a line.

    Args:
        paragraphs: The corpus.
        segmentation: What :func:`segment_types` returned; a type not in it stays whole.
        target: The file to write.

    Returns:
        The number of pieces written.
    """
    total = 0
    with target.open("w", encoding="utf-8") as stream:
        for paragraph in paragraphs:
            pieces: list[str] = []
            for token in SURFACE_TOKEN.findall(paragraph):
                pieces += segmentation.get(token, (token,))
            total += len(pieces)
            stream.write(" ".join(pieces) + "\n")
    return total


def save_segmentation(segmentation: dict[str, Pieces], path: Path) -> None:
    """Write a segmentation as JSON.

    Args:
        segmentation: What :func:`segment_types` returned.
        path: Where to.
    """
    path.write_text(json.dumps(segmentation, ensure_ascii=False), encoding="utf-8")


def load_segmentation(path: Path) -> dict[str, Pieces]:
    """Read what :func:`save_segmentation` wrote.

    Args:
        path: The JSON file.

    Returns:
        Each type and its pieces.
    """
    return {token: tuple(pieces) for token, pieces in json.loads(path.read_text(encoding="utf-8")).items()}


def _chunks(paragraphs: Sequence[str]) -> Iterable[list[str]]:
    chunk: list[str] = []
    size = 0
    for paragraph in paragraphs:
        chunk.append(paragraph)
        size += paragraph.count(" ") + 1
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _vote(pipeline: Any, chunk: list[str], votes: defaultdict[str, Counter[Pieces]]) -> int:
    document = pipeline("\n\n".join(chunk))
    for sentence in document.sentences:
        for token in sentence.tokens:
            votes[token.text][tuple(word.text for word in token.words)] += 1
    return int(document.num_tokens)
