"""Step ``silver``: news segmented by a first tokenizer and corrected by counting, to train the final tokenizer on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsquote.training.clitic_statistics import CliticStatistics

_CHUNK = 6000
_LENGTHS = range(5, 150)


def silver_text(
    paragraphs: Sequence[str], pipeline: Any, statistics: CliticStatistics, *, tokens: int, seed: int
) -> tuple[str, str]:
    """Label a sample of news for the tokenizer.

    Args:
        paragraphs: Raw news.
        pipeline: A ``stanza.Pipeline`` with ``tokenize,mwt``.
        statistics: What to correct its contractions by.
        tokens: About how many tokens to label.
        seed: Decides the sample.

    Returns:
        Text and labels, as :func:`newsquote.training.prepare.tokenizer_text` makes them.
    """
    sample = [paragraph for paragraph in paragraphs if paragraph.count(" ") in _LENGTHS]
    random.Random(seed).shuffle(sample)
    texts: list[str] = []
    labels: list[str] = []
    done = start = 0
    while done < tokens and start < len(sample):
        chunk: list[str] = []
        size = 0
        while size < _CHUNK and start < len(sample):
            chunk.append(sample[start])
            size += sample[start].count(" ")
            start += 1
        document = pipeline("\n\n".join(chunk))
        done += document.num_tokens
        chunk_labels = _labels(document, statistics)
        position = 0
        for paragraph in chunk:
            texts.append(paragraph)
            labels.append(chunk_labels[position : position + len(paragraph)])
            position += len(paragraph) + 2
    return "\n\n".join(texts) + "\n\n", "\n\n".join(labels) + "\n\n"


def append_silver(gold: Path, silver: tuple[str, str], target: Path) -> None:
    """Write gold and silver text and labels as one training set for the tokenizer.

    Args:
        gold: The prepared CoNLL-U whose ``.txt`` and ``.labels`` to take.
        silver: What :func:`silver_text` returned.
        target: The ``.txt`` to write, ``.labels`` beside it.
    """
    for suffix, extra in zip((".txt", ".labels"), silver, strict=True):
        own = gold.with_suffix(suffix).read_text(encoding="utf-8").rstrip("\n")
        target.with_suffix(suffix).write_text(f"{own}\n\n{extra}", encoding="utf-8")


def _labels(document: Any, statistics: CliticStatistics) -> str:
    labels = ["0"] * len(document.text)
    for sentence in document.sentences:
        for token in sentence.tokens:
            split = statistics.is_split(token.text, tuple(word.text for word in token.words))
            last = token is sentence.tokens[-1]
            labels[token.end_char - 1] = str((3 if split else 1) + (1 if last else 0))
    return "".join(labels)
