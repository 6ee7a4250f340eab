"""The lemmatizer's training file: each (form, tag, lemma) a few times instead of once a token.

Stanza's lemmatizer sees one word at a time, without context, so repeats teach it little: a type that occurs n times is
kept ``min(5, ceil(log2(n + 1)))`` times, and an epoch takes a fifth of the time.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from newsquote.training.conllu import Row, Token, TreebankSentence, read_conllu, write_conllu

_SENTENCE_LENGTH = 30


def write_lemma_types(source: Path, target: Path, *, seed: int) -> int:
    """Write the types of a prepared treebank as sentences of 30 unconnected words.

    Args:
        source: Prepared CoNLL-U.
        target: The CoNLL-U file to write.
        seed: Decides the order.

    Returns:
        How many words were written.
    """
    words = lemma_types(read_conllu(source))
    random.Random(seed).shuffle(words)
    sentences = []
    for start in range(0, len(words), _SENTENCE_LENGTH):
        chunk = words[start : start + _SENTENCE_LENGTH]
        rows = [
            Row(form, lemma, upos, "_", index, "dep" if index else "root")
            for index, (form, upos, lemma) in enumerate(chunk)
        ]
        sentences.append(TreebankSentence(tuple(Token(row.form, (row,)) for row in rows), f"types-{start}"))
    write_conllu(target, sentences)
    return len(words)


def lemma_types(sentences: Iterable[TreebankSentence]) -> list[tuple[str, str, str]]:
    """Count (form, tag, lemma) and repeat each by the logarithm of its count.

    Args:
        sentences: Prepared sentences.

    Returns:
        The triples; punctuation, whose lemma is its form, is left out.
    """
    counts = Counter(
        (row.form, row.upos, row.lemma) for sentence in sentences for row in sentence.rows if row.upos != "PUNCT"
    )
    return [triple for triple, count in counts.items() for _ in range(min(5, math.ceil(math.log2(count + 1))))]
